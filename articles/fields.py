"""Columns for words: what is typed is corrected once, on its way into the database.

The correction runs in `clean` too, so that the length is checked and the form shows what will
be kept, and in `pre_save`, so that no path (`create`, `bulk_create`, an import) goes round it.
"""

import re

from django.db import models

from articles import body, typography, words

# Not \s: that would take the no-break spaces, which are typography's own work.
BREAKING_SPACES = re.compile(r"[ \t\r\n\f\v]+")
# Whatever XML cannot write, since one such sign would make a whole feed unreadable; and DEL.
UNWRITABLE = re.compile("[^\t\n\r\x20-\x7e\x80-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def typed(value):
    """PostgreSQL refuses NUL; no other control character is a word either."""
    return UNWRITABLE.sub("", (value or "").replace("\v", " ").replace("\f", " "))


class SetWords(str):
    """Words that a column of the same kind has corrected already: they are written as they are. For whoever writes
    the same words into thousands of rows; a form cannot make them."""


class WordsMixin:
    def correct(self, value):
        raise NotImplementedError

    def clean(self, value, model_instance):
        return super().clean(self.correct(value), model_instance)

    def pre_save(self, model_instance, add):
        value = super().pre_save(model_instance, add)
        if not isinstance(value, SetWords):
            value = self.correct(value)
            setattr(model_instance, self.attname, value)
        return value


class LineField(WordsMixin, models.CharField):
    """One line: a headline, a name, a caption. Runs of white space become one space."""

    def correct(self, value):
        return typography.correct(BREAKING_SPACES.sub(" ", typed(value)).strip())


class ProseField(WordsMixin, models.TextField):
    """Plain text of a sentence or some paragraphs, without markup."""

    def correct(self, value):
        return typography.correct(typed(value).strip())


class BodyField(WordsMixin, models.TextField):
    """HTML of an article or page, in the vocabulary of `articles.body`."""

    def correct(self, value):
        return typography.correct_html(body.clean(typed(value)))


class FoldedField(models.CharField):
    """What another column says as it is compared: without accents, capitals and outer spaces, so that
    « Ludovic Marin » and « LUDOVIC MARIN » are one name. Written with every row, however it is saved."""

    def __init__(self, *, of, **options):
        self.of = of
        super().__init__(**{"editable": False, "max_length": 255} | options)

    def deconstruct(self):
        name, path, args, options = super().deconstruct()
        return name, path, args, options | {"of": self.of}

    def pre_save(self, model_instance, add):
        value = words.fold(getattr(model_instance, self.of)).strip()
        setattr(model_instance, self.attname, value)
        return value


class SearchedField(models.TextField):
    """What several other columns say, folded, for a search that minds neither accents nor capitals. Whoever saves
    some of them with `update_fields` names this column too."""

    def __init__(self, *, of, **options):
        self.of = of
        super().__init__(**{"editable": False, "default": ""} | options)

    def deconstruct(self):
        name, path, args, options = super().deconstruct()
        return name, path, args, options | {"of": self.of}

    def pre_save(self, model_instance, add):
        value = words.fold("\n".join(getattr(model_instance, name) for name in self.of))
        setattr(model_instance, self.attname, value)
        return value


class CopiedMomentField(models.DateTimeField):
    """The hour of publication of the article that a row belongs to, so that the rows of a tag or an author stand in
    order of time. It orders, and decides nothing: whoever reads along it asks the article too."""

    def __init__(self, *, of, **options):
        self.of = of
        super().__init__(**{"editable": False, "null": True} | options)

    def deconstruct(self):
        name, path, args, options = super().deconstruct()
        return name, path, args, options | {"of": self.of}

    def pre_save(self, model_instance, add):
        value = getattr(model_instance, self.of).published_at
        setattr(model_instance, self.attname, value)
        return value
