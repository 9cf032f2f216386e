"""The history of an article: its versions, what was set aside, and what differs between any two."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles import dates
from articles.admin.filling import number, unsaved
from articles.models import Article, Authority, Draft, Revision, changed_fields, compare, contents, is_shared, label_of

SIZE = 50


@dataclass(frozen=True)
class Row:
    """One line of the history: what it was, and which fields it changed."""

    revision: Revision
    before: Revision | None
    changed: str
    name: str
    when: str
    offer: str
    is_shared: bool


@dataclass(frozen=True)
class Side:
    """One of two texts that are compared; `asked` is how the address names it, `offer` the words of its button, and
    `mark` says which unsaved changes could be abandoned."""

    asked: str
    title: str
    data: dict
    state: dict | None = None
    offer: str = ""
    mark: str = ""


class History:
    """Of the admin of articles; goes before `ModelAdmin`."""

    def get_urls(self):
        compared = self.admin_site.admin_view(self.compare_view)
        return [path("<int:pk>/compare/", compared, name="articles_article_compare"), *super().get_urls()]

    def history_view(self, request, object_id, extra_context=None):
        """In place of Django's, which knows the names of fields alone."""
        article = self.readable(request, object_id)
        before = number(request.GET.get("before", ""))
        revisions = article.revisions.newest_first()
        if before is not None:
            revisions = revisions.filter(pk__lt=before)
        found = list(revisions[: SIZE + 1])
        context = self.admin_site.each_context(request) | {
            "title": _("History of “%(article)s”") % {"article": article},
            "opts": self.opts,
            "article": article,
            "rows": rows(found)[:SIZE],
            "older": found[SIZE - 1].pk if len(found) > SIZE else None,
            "unsaved": unsaved(article) if before is None else None,
            "may_change": self.has_change_permission(request, article),
        }
        return render(request, "admin/articles/article/history.html", context)

    def compare_view(self, request, pk):
        article = self.readable(request, str(pk))
        old, new = (side(article, request.GET.get(name, "now")) for name in ("from", "to"))
        context = self.admin_site.each_context(request) | {
            "title": _("What differs in “%(article)s”") % {"article": article},
            "opts": self.opts,
            "article": article,
            "old": old,
            "new": new,
            "parts": compare(old.data, new.data, old.state, new.state),
            "sides_to_take": [one for one in (old, new) if one.offer and self.has_change_permission(request, article)],
        }
        return render(request, "admin/articles/article/compare.html", context)

    def readable(self, request, pk):
        article = get_object_or_404(Article, pk=number(pk))
        if not Authority(request.user, article).may_read:
            raise PermissionDenied
        return article


def rows(revisions):
    """Each with the version before it among those given; the oldest of a page is compared with nothing."""
    found, now = [], timezone.now()
    for place, revision in enumerate(revisions):
        before = next((older for older in revisions[place + 1 :] if older.number is not None), None)
        changed = map(label_of, changed_fields(before.data, revision.data)) if before else ()
        facts = {"name": title_of(revision), "when": dates.near(revision.made_at, now), "offer": short_offer(revision)}
        facts["is_shared"] = is_shared(revision)
        found.append(Row(revision, before, ", ".join(changed), **facts))
    return found


def short_offer(revision):
    return _("Take up") if revision.number is None else _("Restore")


def side(article, asked):
    """The stored text, the unsaved changes, or one of the history. Raises `Http404`."""
    if asked == "now":
        newest = article.revisions.versions().newest_first().first()
        return Side("now", _("The text as it is saved"), contents(article), newest and newest.state)
    if asked == "draft":
        draft = get_object_or_404(Draft.objects.select_related("saved_by__author"), article=article)
        title = _("Unsaved changes, %(when)s") % {"when": dates.hour(draft.saved_at, timezone.now())}
        return Side("draft", title, draft.data, offer=_("Go on with the unsaved changes"), mark=draft.mark)
    if (pk := number(asked)) is None:
        raise Http404
    revision = get_object_or_404(Revision.objects.select_related("made_by__author"), article=article, pk=pk)
    return Side(asked, title_of(revision), revision.data, revision.state or None, offer_of(revision))


def title_of(revision):
    when = dates.near(revision.made_at, timezone.now())
    name = revision.get_kind_display()
    if revision.number is not None:
        name = _("Version %(number)s, %(kind)s") % {"number": revision.number, "kind": name}
    return capfirst(", ".join(filter(None, (name, revision.author_of_it, when))))


def offer_of(revision):
    if revision.number is None:
        return _("Take up these words")
    return _("Restore version %(number)s") % {"number": revision.number}
