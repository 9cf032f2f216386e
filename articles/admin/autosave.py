"""What is typed is kept while it is typed. The form's script asks here; nobody is ever led away from a form."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from articles import dates
from articles.admin.filling import number
from articles.models import (
    Article,
    Authority,
    Revision,
    Taken,
    TooSoon,
    abandon,
    as_typed,
    keep,
    newer_versions,
    note_presence,
    others_present,
    sent,
    set_aside,
)


class Autosave:
    """Of the admin of articles; goes before `ModelAdmin`."""

    def get_urls(self):
        # Not behind `admin_view`: whose login has ended is told so, and not shown the page to log in.
        kept = never_cache(require_http_methods(["GET", "POST"])(self.draft_view))
        abandoned = self.admin_site.admin_view(require_POST(self.abandon_view))
        found = self.admin_site.admin_view(require_POST(self.found_view))
        own = [
            path("<int:pk>/draft/", kept, name="articles_article_draft"),
            path("<int:pk>/kept/", found, name="articles_article_kept"),
            path("<int:pk>/draft/abandon/", abandoned, name="articles_article_abandon"),
        ]
        return own + super().get_urls()

    def draft_view(self, request, pk):
        """GET says who is logged in; POST keeps what is sent, if anything is, and says who else writes here."""
        try:
            if not self.admin_site.has_permission(request):
                return answer(401, _("Your login has ended. Log in again: your words are kept in this browser."))
            if request.method == "GET":
                return answer(200, user=request.user.pk, token=get_token(request))
            article = Article.objects.filter(pk=pk).first()
            if article is None:
                return answer(404, _("This article was deleted. Copy what you need of your words."))
            if not self.has_change_permission(request, article):
                return answer(403, _("You may no longer change this article. Save: its history will keep your words."))
            return self.kept(request, article)
        except DatabaseError:
            return answer(503, _("The server cannot save just now. Your words are kept in this browser."))

    def kept(self, request, article):
        known = number(request.POST.get("_version", "")) or 0
        said = ""
        try:
            if "headline" in request.POST:
                keep(article, request.user, sent(request.POST), **marks(request.POST, known))
                said = _("Saved at %(clock)s") % {"clock": dates.clock(timezone.now())}
        except TooSoon:
            return answer(429)
        except Taken as taken:
            return answer(409, taken_by(taken.draft, request.user))
        if "_writing" in request.POST:
            note_presence(article, request.user)
        return answer(200, said, others=present(article, request.user), newer=newer(article, known))

    def found_view(self, request, pk):
        """Take in the words that a browser had kept, also of an author who may no longer change the article; says
        where they can be gone on with, and where compared."""
        article = get_object_or_404(Article, pk=pk)
        may_change = self.has_change_permission(request, article)
        if not (may_change or Authority(request.user, article).owns):
            raise PermissionDenied
        known = number(request.POST.get("_version", "")) or 0
        kept = set_aside(article, request.user, Revision.Kind.KEPT, sent(request.POST), known)
        if not may_change:
            compared = f"{reverse('admin:articles_article_compare', args=[article.pk])}?from=now&to={kept.pk}"
            return JsonResponse({"compare": compared, "take": compared})
        compared = reverse("admin:articles_article_merge", args=[article.pk, kept.pk])
        fits = known == article.version
        form = f"{reverse('admin:articles_article_change', args=[article.pk])}?from={kept.pk}"
        return JsonResponse({"compare": compared, "take": form if fits else compared})

    def abandon_view(self, request, pk):
        article = self.changeable(request, pk)
        if abandon(article, request.POST.get("mark", "")):
            messages.success(request, _("The unsaved changes are set aside. The history keeps them."))
        else:
            messages.warning(request, _("Meanwhile these changes have become others: look again."))
        return redirect("admin:articles_article_change", pk)

    def changeable(self, request, pk):
        """The article, for whoever may change it."""
        article = get_object_or_404(Article, pk=pk)
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        return article


def answer(status, said="", **facts):
    return JsonResponse({"said": said} | facts, status=status)


def marks(post, version):
    return {
        "version": version,
        "tab": as_typed(post.get("_tab"))[:40],
        "turn": number(post.get("_turn", "")) or 0,
        "follows": as_typed(post.get("_follows")),
    }


def taken_by(draft, user):
    facts = {"when": dates.hour(draft.saved_at, timezone.now())}
    if draft.saved_by == user:
        words = _("You have unsaved changes from another window (%(when)s). These words are kept in this browser.")
    else:
        words = _("%(person)s has unsaved changes here (%(when)s). Your words are kept in this browser.")
        facts["person"] = draft.saved_by.called if draft.saved_by else _("Somebody")
    return words % facts


def present(article, user):
    said = _("%(person)s has been writing here since %(clock)s")
    return [
        said % {"person": other.user.called, "clock": dates.clock(other.since)}
        for other in others_present(article, user)
    ]


def newer(article, known):
    """Who has made another version of it since, if somebody has."""
    version = newer_versions(article, known).first()
    if version is None:
        return ""
    facts = {"person": version.author_of_it or _("Somebody"), "clock": dates.clock(version.made_at)}
    return _("%(person)s has saved another version at %(clock)s: yours will be compared with it.") % facts
