"""What kind of text an article is, and how far the desk is with it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Genre(models.TextChoices):
    NEWS = "news", _("news report")
    BRIEF = "brief", _("brief")
    REPORTAGE = "reportage", _("reportage")
    INVESTIGATION = "investigation", _("investigation")
    INTERVIEW = "interview", _("interview")
    ANALYSIS = "analysis", _("analysis")
    PORTRAIT = "portrait", _("portrait")
    VERIFICATION = "verification", _("fact check")
    EDITORIAL = "editorial", _("editorial")
    COLUMN = "column", _("column")
    OPINION = "opinion", _("guest opinion")


OPINIONS = {Genre.EDITORIAL, Genre.COLUMN, Genre.OPINION}
# Genres whose word readers are told; a news report needs none.
NAMED_GENRES = set(Genre) - {Genre.NEWS, Genre.BRIEF}
WITHOUT_PICTURE_ON_CARDS = OPINIONS | {Genre.BRIEF}


class Stage(models.TextChoices):
    """How far the desk is. Never decides what the public sees."""

    DRAFT = "draft", _("draft")
    REVIEW = "review", _("in review")
    READY = "ready", _("ready to publish")
