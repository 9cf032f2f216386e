"""Unsaved changes of an article, kept as they are typed: one row, which the whole desk may see. Never public."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.contents import contents, same, says_more
from articles.models.revision import Revision, set_aside

# One person's words are not written oftener.
EVERY = timedelta(seconds=5)


class TooSoon(Exception):
    """The last words were kept a moment ago."""


class Taken(Exception):
    """Somebody else's changes are kept here, or one's own from another form."""

    def __init__(self, draft):
        super().__init__()
        self.draft = draft


class Draft(models.Model):
    """`tab` is the open form that the words come from, and `turn` counts what it sent: an answer that got lost, or a
    request that comes late, changes nothing."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="draft", verbose_name=_("article"))
    data = models.JSONField()
    version = models.PositiveIntegerField(_("version that was changed"))
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("saved by")
    )
    saved_at = models.DateTimeField(_("saved at"))
    tab = models.CharField(max_length=40)
    turn = models.PositiveIntegerField()

    class Meta:
        default_permissions = ()
        verbose_name = _("unsaved changes")
        verbose_name_plural = _("unsaved changes")

    def __str__(self):
        return str(self.article)

    @property
    def mark(self):
        """These very words: what a form that goes on with them names."""
        return f"{self.tab}:{self.turn}"


def keep(article, user, data, *, version, tab, turn, follows=""):
    """Write the changes in place; `follows` is the mark of those that this form went on with.

    Raises `TooSoon`, and `Taken` when the changes there are another form's: those are never overwritten.
    """
    now = timezone.now()
    words = {"data": data, "version": version, "saved_by": user, "saved_at": now, "tab": tab, "turn": turn}
    drafts = Draft.objects.filter(article=article)
    if drafts.filter(saved_by=user, saved_at__gt=now - EVERY).exists():
        raise TooSoon
    with transaction.atomic():
        if drafts.filter(Q(tab=tab, turn__lt=turn) | marked(follows)).update(**words):
            return
        if version < article.version and is_saved(article, data):
            return
        draft, is_new = Draft.objects.get_or_create(article=article, defaults=words)
    if not is_new and draft.data != data:
        # A later request of this very form came first; it asks again with another turn.
        raise TooSoon if draft.tab == tab else Taken(draft)


def is_saved(article, data):
    """Whether these words, which come from the form of an earlier version, are the article's by now: sent while their
    save was on its way. Which kind of change was ticked for it is nothing that was typed."""
    return same(data, contents(article)) and not says_more(data | {"change": ""})


def settle(article, tab, follows=""):
    """The form has been saved: its changes are the article's now."""
    Draft.objects.filter(Q(tab=tab) | marked(follows), article=article).delete()


def leave(article, user, data):
    """Keep words that a save had no place for: they stand in the form again."""
    tab = secrets.token_urlsafe(12)
    version = Article.objects.values_list("version", flat=True).get(pk=article.pk)
    words = {"data": data, "version": version, "saved_by": user, "saved_at": timezone.now(), "tab": tab}
    _draft, is_new = Draft.objects.get_or_create(article=article, defaults=words | {"turn": 0})
    if not is_new:
        set_aside(article, user, Revision.Kind.KEPT, data, version)


def abandon(article, mark):
    """Set these changes aside, into the history; somebody's newer ones stay. Returns whether it was done."""
    with transaction.atomic():
        draft = Draft.objects.select_for_update().filter(marked(mark), article=article).first()
        if draft is None:
            return False
        set_aside(article, draft.saved_by, Revision.Kind.ABANDONED, draft.data, draft.version)
        draft.delete()
    return True


def marked(mark):
    tab, _colon, turn = mark.rpartition(":")
    return Q(tab=tab, turn=int(turn)) if turn.isascii() and turn.isdigit() and len(turn) < 10 else Q(pk=None)
