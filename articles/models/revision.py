"""The history of an article: each of its versions, and the words that were kept without becoming one."""

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.article import Article
from articles.models.contents import contents, state


class StaleSave(Exception):
    """The article has become another version since it was opened."""


class RevisionQuerySet(models.QuerySet):
    def versions(self):
        return self.filter(number__isnull=False)

    def newest_first(self):
        return self.select_related("made_by__author").order_by("-pk")


class Revision(models.Model):
    """The whole form at one moment. A number is a version of the article; without one, it is words set aside."""

    class Kind(models.TextChoices):
        BEGUN = "begun", pgettext_lazy("version", "begun")
        SAVED = "saved", pgettext_lazy("version", "saved")
        RESTORED = "restored", pgettext_lazy("version", "earlier version restored")
        # Of a public article
        TYPO = "typo", pgettext_lazy("version", "typo")
        UPDATE = "update", pgettext_lazy("version", "update")
        CLARIFICATION = "clarification", pgettext_lazy("version", "clarification")
        CORRECTION = "correction", pgettext_lazy("version", "correction")
        RIGHT_OF_REPLY = "right_of_reply", pgettext_lazy("version", "right of reply")
        # Steps
        SEND = "send", pgettext_lazy("version", "sent to review")
        READY = "ready", pgettext_lazy("version", "marked ready to publish")
        PUBLISH = "publish", pgettext_lazy("version", "published")
        SCHEDULE = "schedule", pgettext_lazy("version", "scheduled")
        SEND_BACK = "send_back", pgettext_lazy("version", "sent back")
        UNSCHEDULE = "unschedule", pgettext_lazy("version", "schedule taken back")
        EMBARGO = "embargo", pgettext_lazy("version", "put under embargo")
        LIFT_EMBARGO = "lift_embargo", pgettext_lazy("version", "embargo lifted")
        UNPUBLISH = "unpublish", pgettext_lazy("version", "unpublished")
        WITHDRAW = "withdraw", pgettext_lazy("version", "withdrawn")
        BRING_BACK = "bring_back", pgettext_lazy("version", "published again")
        # Set aside
        REFUSED = "refused", pgettext_lazy("version", "kept when a save was refused")
        ABANDONED = "abandoned", pgettext_lazy("version", "unsaved changes, set aside")
        KEPT = "kept", pgettext_lazy("version", "found in a browser")
        MERGED = "merged", pgettext_lazy("version", "put together from two texts")
        SHARED = "shared", pgettext_lazy("version", "shown to somebody outside")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="revisions", verbose_name=_("article"))
    number = models.PositiveIntegerField(_("version"), null=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("made by")
    )
    # Of words set aside: the version that they changed.
    base = models.PositiveIntegerField(null=True)
    # Of words that somebody outside may read.
    shared_until = models.DateTimeField(null=True)
    data = models.JSONField()
    state = models.JSONField(default=dict)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="version_has_a_number_once")]

    def __str__(self):
        return f"{self.article} – {self.get_kind_display()}"

    @property
    def author_of_it(self):
        return self.made_by.called if self.made_by else ""


def next_version(article, known):
    """Take the number after the known one, for what this transaction writes.

    Raises `StaleSave` when somebody else has taken it.
    """
    # From here on the row is locked: of two first saves at once only one keeps the beginning.
    if not Article.objects.filter(pk=article.pk, version=known).update(version=F("version") + 1):
        raise StaleSave
    article.version = known + 1
    if not article.revisions.versions().exists():
        keep_beginning(article.pk, known)


def keep_beginning(pk, number):
    """What there was before anybody saved: an empty draft, a dispatch, an import."""
    stored = Article.objects.select_related("created_by").get(pk=pk)
    stored.version = number
    record_version(stored, stored.created_by, Revision.Kind.BEGUN, made_at=stored.created_at)


def record_version(article, user, kind, **facts):
    """Keep the article as it stands in the database, under its present number."""
    stored = Article.objects.get(pk=article.pk)
    words = {"data": contents(stored), "state": state(stored)}
    return Revision.objects.create(article=article, number=article.version, kind=kind, made_by=user, **words, **facts)


def set_aside(article, user, kind, data, base):
    """Keep words that are no version; `base` is the one they changed. The same words of one person are kept once."""
    newest = article.revisions.filter(number=None, made_by=user, shared_until=None).order_by("-pk").first()
    if newest and newest.data == data and newest.base == base:
        return newest
    return Revision.objects.create(article=article, kind=kind, made_by=user, data=data, base=base)


def newer_versions(article, known):
    """What others made of it since, the newest first."""
    return article.revisions.filter(number__gt=known).newest_first()
