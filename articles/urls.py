"""The map of the public site. The id finds, the slug decorates."""

from datetime import date

from django.urls import path, register_converter
from django.urls.converters import StringConverter
from django.views.decorators.csrf import csrf_exempt

from articles import crawlers, feeds, sitemaps, views
from articles.syndication import KINDS


class DayConverter:
    """A day of the calendar; in the year 1 or 9999 its first or last moment would have no time in UTC."""

    regex = r"(?!000[01]|9999)[0-9]{4}/[0-9]{2}/[0-9]{2}"

    def to_python(self, value):
        return date(*map(int, value.split("/")))

    def to_url(self, value):
        # Some systems write the year 26, which is 2026 mistyped, with two digits.
        return f"{value.year:04}/{value:%m/%d}"


class MonthConverter:
    regex = r"(?:19|20)[0-9]{2}-[0-9]{2}"

    def to_python(self, value):
        return date(*map(int, value.split("-")), 1)

    def to_url(self, value):
        return f"{value:%Y-%m}"


class FeedConverter(StringConverter):
    regex = "|".join(KINDS)


register_converter(DayConverter, "day")
register_converter(MonthConverter, "month")
register_converter(FeedConverter, "feed")

urlpatterns = [
    path("", views.front, name="front"),
    path("latest/", views.latest, name="latest"),
    path("latest/feed.<feed:kind>", feeds.latest, name="latest_feed"),
    path("latest/<day:day>/", views.latest_day, name="latest_day"),
    path("articles/<int:pk>/<slug:slug>/", views.article, name="article"),
    path("sections/<slug:slug>/", views.section, name="section"),
    path("sections/<slug:slug>/feed.<feed:kind>", feeds.section, name="section_feed"),
    path("tags/<slug:slug>/", views.tag, name="tag"),
    path("tags/<slug:slug>/feed.<feed:kind>", feeds.tag, name="tag_feed"),
    path("authors/<slug:slug>/", views.author, name="author"),
    path("authors/<slug:slug>/feed.<feed:kind>", feeds.author, name="author_feed"),
    path("pages/<slug:slug>/", views.page, name="page"),
    path("corrections/", views.corrections, name="corrections"),
    path("corrections/feed.<feed:kind>", feeds.corrections, name="corrections_feed"),
    path("feeds/", feeds.feeds, name="feeds"),
    path("robots.txt", crawlers.robots, name="robots"),
    path(".well-known/tdmrep.json", crawlers.tdmrep, name="tdmrep"),
    path("trust.txt", crawlers.trust, name="trust"),
    path(".well-known/trust.txt", crawlers.trust, name="well_known_trust"),
    path("photos/<int:pk>/<slug:key>/<slug:recipe>.<slug:extension>", views.photo, name="photo"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-pages.xml", sitemaps.pages, name="sitemap_pages"),
    path("sitemap-news.xml", sitemaps.news, name="sitemap_news"),
    path("sitemap-<month:month>.xml", sitemaps.month, name="sitemap_month"),
]

# Readers send nothing, and each view says so itself, with 405: the protection of forms would say 403 first.
for _pattern in urlpatterns:
    _pattern.callback = csrf_exempt(_pattern.callback)
