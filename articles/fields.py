"""Columns for words: what is typed is corrected once, on its way into the database.

The correction runs in `clean` too, so that the length is checked and the form shows what will
be kept, and in `pre_save`, so that no path (`create`, `bulk_create`, an import) goes round it.
"""

import re

from django.db import models

from articles import body, typography

# Not \s: that would take the no-break spaces, which are typography's own work.
BREAKING_SPACES = re.compile(r"[ \t\r\n\f\v]+")
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def typed(value):
    """PostgreSQL refuses NUL; no other control character is a word either."""
    return CONTROL_CHARACTERS.sub("", value or "")


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
