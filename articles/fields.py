"""Columns for words: what is typed is corrected once, on its way into the database.

The correction runs in `clean` too, so that the length is checked and the form shows what will
be kept, and in `pre_save`, so that no path (`create`, `bulk_create`, an import) goes round it.
"""

import re

from django.db import models

from articles import body, typography

# Not \s: that would take the no-break spaces, which are typography's own work.
BREAKING_SPACES = re.compile(r"[ \t\r\n\f\v]+")
# Whatever XML cannot write, since one such sign would make a whole feed unreadable; and DEL.
UNWRITABLE = re.compile("[^\t\n\r\x20-\x7e\x80-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def typed(value):
    """PostgreSQL refuses NUL; no other control character is a word either."""
    return UNWRITABLE.sub("", (value or "").replace("\v", " ").replace("\f", " "))


class WordsMixin:
    def correct(self, value):
        raise NotImplementedError

    def clean(self, value, model_instance):
        return super().clean(self.correct(value), model_instance)

    def pre_save(self, model_instance, add):
        value = self.correct(super().pre_save(model_instance, add))
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
