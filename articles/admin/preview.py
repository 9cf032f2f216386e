"""How readers will see it, saved or not; and the link for somebody without a login."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from articles.admin.filling import number
from articles.admin.history import side
from articles.models import (
    Article,
    Authority,
    Revision,
    end_sharing,
    is_shared,
    preview,
    sent,
    share,
    shared_address,
)
from articles.paper import absolute


class Preview:
    """Of the admin of articles; goes before `ModelAdmin`."""

    def get_urls(self):
        def ours(view):
            return never_cache(self.admin_site.admin_view(view, cacheable=True))

        own = [
            path("<int:pk>/preview/", ours(self.preview_view), name="articles_article_preview"),
            path("<int:pk>/share/", ours(require_POST(self.share_view)), name="articles_article_share"),
            path("<int:pk>/share/<int:revision>/", ours(self.shared_view), name="articles_article_shared"),
        ]
        return own + super().get_urls()

    def preview_view(self, request, pk):
        """POST shows what the form says; GET what is kept: the stored text, the unsaved changes or a version."""
        article = get_object_or_404(Article, pk=pk)
        if not Authority(request.user, article).may_read:
            raise PermissionDenied
        posted = request.method == "POST"
        data = sent(request.POST) if posted else side(article, request.GET.get("from", "now")).data
        page = preview(article, data, photo_address)
        facts = {"page": page, "preview": True}
        context = self.admin_site.each_context(request) | {
            "title": _("Preview of “%(article)s”") % {"article": page.article},
            "is_popup": True,
            "article": article,
            "inside": render_to_string("articles/article.html", facts, request),
            "data": [(name, one) for name, value in data.items() for one in listed(value)],
            "version": request.POST.get("_version", article.version),
            "may_share": self.has_change_permission(request, article),
        }
        return render(request, "admin/articles/article/preview.html", context)

    def share_view(self, request, pk):
        article = self.changeable(request, pk)
        shown = share(article, request.user, sent(request.POST), number(request.POST.get("_version", "")))
        return redirect("admin:articles_article_shared", pk, shown.pk)

    def shared_view(self, request, pk, revision):
        """The link, and its end before its time."""
        article = self.changeable(request, pk)
        shown = get_object_or_404(Revision, article=article, pk=revision, shared_until__isnull=False)
        if request.method == "POST":
            end_sharing(shown)
            messages.success(request, _("The link has ended: whoever opens it now is told so."))
            return redirect("admin:articles_article_shared", pk, revision)
        context = self.admin_site.each_context(request) | {
            "title": _("A link to “%(article)s”") % {"article": article},
            "opts": self.opts,
            "article": article,
            "shown": shown,
            "is_shared": is_shared(shown),
            "address": absolute(shared_address(shown)),
        }
        return render(request, "admin/articles/article/shared.html", context)


def photo_address(photo, recipe, extension):
    """Of the desk: readers may not see it yet."""
    return reverse("admin:articles_photo_file", args=[photo.pk, recipe, extension])


def listed(value):
    return value if isinstance(value, list) else [value]
