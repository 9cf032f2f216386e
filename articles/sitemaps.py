"""The door for search engines: which pages there are, and what is news."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import dates
from articles.models import Article, Page, Section, letters

# What the sitemap protocol and the news sitemap allow in one file.
LARGEST = 50_000
LARGEST_NEWS = 1_000
NEWS_LASTS = timedelta(hours=48)


@require_safe
def index(request):
    return answer(request, "sitemap_index", months=Article.objects.months())


@require_safe
def pages(request):
    facts = {"sections": Section.objects.all(), "letters": letters(), "pages": Page.objects.all()}
    return answer(request, "sitemap_pages", **facts)


@require_safe
def month(request, month):
    """The articles of one month; a month without any has no sitemap, since the protocol forbids an empty one."""
    start, end = dates.month_bounds(month)
    articles = Article.objects.published(min(end, timezone.now())).since(start).latest_first().for_sitemap()[:LARGEST]
    if not articles:
        raise Http404
    return answer(request, "sitemap", articles=articles)


@require_safe
def news(request):
    now = timezone.now()
    articles = Article.objects.published(now).since(now - NEWS_LASTS).latest_first().for_sitemap()[:LARGEST_NEWS]
    return answer(request, "sitemap_news", articles=articles, language=settings.LANGUAGE_CODE.partition("-")[0])


def answer(request, template, **facts):
    return render(request, f"articles/{template}.xml", facts, content_type="application/xml; charset=utf-8")
