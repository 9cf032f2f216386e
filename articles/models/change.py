"""What a save of a public article is: only some kinds are told to readers."""

from django.db import models
from django.utils.translation import gettext_lazy

from articles.models.correction import Correction


class Change(models.TextChoices):
    TYPO = "typo", gettext_lazy("typo: readers are told nothing")
    UPDATE = "update", gettext_lazy("update: the article says when")
    CLARIFICATION = "clarification", gettext_lazy("clarification, below the text")
    CORRECTION = "correction", gettext_lazy("correction, above the text")
    RIGHT_OF_REPLY = "right_of_reply", gettext_lazy("right of reply, above the text")


# Those that say something to readers in words of their own.
SPOKEN = {Change.CLARIFICATION, Change.CORRECTION, Change.RIGHT_OF_REPLY}


def record_change(article, change, **facts):
    """Tell readers what this kind of change tells them; `facts` are the columns of the correction.

    Raises `ValidationError` when its words are missing.
    """
    if change == Change.UPDATE:
        article.record_update()
    if change in SPOKEN:
        correction = Correction(article=article, kind=Correction.Kind(change), **facts)
        correction.full_clean()
        correction.save()
