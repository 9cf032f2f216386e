"""A save that comes too late is refused, and loses nothing: both texts stand side by side, and either can be taken."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from articles import dates
from articles.admin.filling import filling, number, sent_again
from articles.models import (
    Authority,
    Draft,
    Revision,
    StaleSave,
    choices,
    contents,
    merged,
    newer_versions,
    same,
    says_more,
    sent,
    set_aside,
    settle,
)


class Merging:
    """Of the admin of articles; goes before `ModelAdmin`."""

    def get_urls(self):
        compared = self.admin_site.admin_view(self.merge_view)
        own = [
            path("<int:pk>/merge/draft/", compared, {"revision": None}, name="articles_article_merge_draft"),
            path("<int:pk>/merge/<int:revision>/", compared, name="articles_article_merge"),
        ]
        return own + super().get_urls()

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        article = self.get_object(request, unquote(object_id)) if object_id else None
        if article is None:
            return super().changeform_view(request, object_id, form_url, extra_context)
        if request.method != "POST":
            request.filling = filling(request, article)
            if request.GET.get("from") == "draft" and request.filling.version != article.version:
                return redirect("admin:articles_article_merge_draft", article.pk)
            return super().changeform_view(request, object_id, form_url, extra_context)
        request.filling = sent_again(request.POST)
        try:
            if request.filling.version != article.version or not self.has_change_permission(request, article):
                raise StaleSave
            return super().changeform_view(request, object_id, form_url, extra_context)
        except StaleSave:
            return self.refuse(request, article)

    def refuse(self, request, article):
        """Keep what was sent, and lead to where it can be compared; also for an author whose article was sent on or
        published since the form was opened."""
        if not (self.has_change_permission(request, article) or Authority(request.user, article).owns):
            raise PermissionDenied
        data, known = sent(request.POST), request.filling.version
        settle(article, request.filling.tab, request.filling.follows)
        asked = {"kept": request.filling.tab}
        form = reverse("admin:articles_article_change", args=[article.pk])
        if same(data, contents(article)) and not says_more(data):
            # Sent twice, perhaps because the first answer was lost.
            messages.success(request, _("This text is saved already."))
            return redirect(f"{form}?{urlencode(asked)}")
        messages.warning(request, self.why_refused(request, article, known))
        if said_nothing(article, data, known):
            return redirect(f"{form}?{urlencode(asked)}")
        kept = set_aside(article, request.user, Revision.Kind.REFUSED, data, known)
        place = reverse("admin:articles_article_merge", args=[article.pk, kept.pk])
        if not self.has_change_permission(request, article):
            place = reverse("admin:articles_article_compare", args=[article.pk])
            asked |= {"from": "now", "to": kept.pk}
        return redirect(f"{place}?{urlencode(asked)}")

    def why_refused(self, request, article, known):
        if not self.has_change_permission(request, article):
            return _("You may no longer change this article. Your words are kept in its history.")
        version = newer_versions(article, known).first()
        if version is None:
            return _("This form was too old: nothing is saved yet.")
        facts = {
            "person": version.author_of_it or _("Somebody"),
            "kind": version.get_kind_display(),
            "when": dates.near(version.made_at, timezone.now()),
        }
        return (
            _("%(person)s saved before you (%(kind)s, %(when)s): nothing of your text is saved yet, and nothing lost.")
            % facts
        )

    def merge_view(self, request, pk, revision):
        article = self.changeable(request, pk)
        mine = kept_words(article, revision)
        theirs, base = contents(article), version_data(article, mine.base)
        if request.method == "POST":
            # Both texts as they were shown: the places are counted in them.
            seen = number(request.POST.get("_version", "")) == article.version
            if seen and request.POST.get("_mark", "") == mine.mark:
                return self.take(request, article, mine, merged(theirs, mine.data, request.POST.dict()))
            messages.warning(request, _("The article has changed again meanwhile: choose once more."))
        found = choices(theirs, mine.data, base)
        context = self.admin_site.each_context(request) | {
            "title": _("Two texts of “%(article)s”") % {"article": article},
            "opts": self.opts,
            "article": article,
            "choices": found,
            "mine": mine,
            "theirs": article.revisions.versions().newest_first().first(),
        }
        return render(request, "admin/articles/article/merge.html", context)

    def take(self, request, article, mine, data):
        """The form opens with the text that was put together; it saves it. What was left out stays in the history."""
        if mine.mark:
            set_aside(article, mine.made_by, Revision.Kind.ABANDONED, mine.data, mine.base)
        kept = set_aside(article, request.user, Revision.Kind.MERGED, data, article.version)
        asked = {"from": kept.pk, "against": article.version} | ({"follows": mine.mark} if mine.mark else {})
        return redirect(f"{reverse('admin:articles_article_change', args=[article.pk])}?{urlencode(asked)}")


@dataclass(frozen=True)
class Words:
    """Those that are compared with the stored ones; `mark` is that of a draft."""

    data: dict
    base: int | None
    made_by: object
    made_at: datetime
    mark: str = ""


def kept_words(article, revision):
    if revision is None:
        draft = Draft.objects.filter(article=article).select_related("saved_by__author").first()
        if draft is None:
            raise Http404
        return Words(draft.data, draft.version, draft.saved_by, draft.saved_at, draft.mark)
    kept = get_object_or_404(Revision.objects.select_related("made_by__author"), article=article, pk=revision)
    return Words(kept.data, kept.base, kept.made_by, kept.made_at)


def version_data(article, version):
    found = article.revisions.filter(number=version).first() if version is not None else None
    return found.data if found else None


def said_nothing(article, data, known):
    """Whether the form was sent as it had been opened."""
    opened = version_data(article, known)
    return opened is not None and same(data, opened) and not says_more(data)
