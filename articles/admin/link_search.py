"""The paper's own articles, found by words of their headlines, to be linked to from a text."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.urls import path
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles import dates
from articles.models import Article

SIZE = 8
COLUMNS = ("headline", "short_headline", "slug", "published_at")


class LinkSearch:
    """Of the admin of articles; goes before `ModelAdmin`."""

    def get_urls(self):
        view = never_cache(self.admin_site.admin_view(require_safe(self.links), cacheable=True))
        return [path("links/", view, name="articles_article_links"), *super().get_urls()]

    def links(self, request):
        """Only what readers can see: a link to a draft would lead nowhere."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = Article.objects.published().matching(request.GET.get("q", "")).latest_first()[:SIZE]
        return JsonResponse({"articles": [facts_of(article) for article in found.only(*COLUMNS)]})


def facts_of(article):
    return {
        "address": article.get_absolute_url(),
        "headline": article.list_headline,
        "when": dates.near(article.published_at, timezone.now()),
    }
