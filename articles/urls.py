"""The map of the public site. The id finds, the slug decorates."""

from datetime import date

from django.urls import path, register_converter
from django.urls.converters import StringConverter
from django.views.decorators.csrf import csrf_exempt

from articles import crawlers, feeds, search, sitemaps, views
from articles.models import LETTERS
from articles.syndication import KINDS


class DayConverter:
    """A day of the calendar; in the year 1 or 9999 its first or last moment would have no time in UTC."""

    regex = r"(?!000[01]|9999)[0-9]{4}/[0-9]{2}/[0-9]{2}"

    def to_python(self, value):
        return date(*map(int, value.split("/")))

    def to_url(self, value):
        # Some systems write the year 26, which is 2026 mistyped, with two digits.
        return f"{value.year:04}/{value:%m/%d}"


class YearConverter:
    """A year, as its first day."""

    regex = r"(?!000[01]|9999)[0-9]{4}"

    def to_python(self, value):
        return date(int(value), 1, 1)

    def to_url(self, value):
        return f"{value.year:04}"


class MonthOfYearConverter:
    """A month, as its first day."""

    regex = rf"{YearConverter.regex}/[0-9]{{2}}"

    def to_python(self, value):
        return date(*map(int, value.split("/")), 1)

    def to_url(self, value):
        return f"{value.year:04}/{value:%m}"


class MonthConverter:
    """As sitemaps are named."""

    regex = r"(?:19|20)[0-9]{2}-[0-9]{2}"

    def to_python(self, value):
        return date(*map(int, value.split("-")), 1)

    def to_url(self, value):
        return f"{value:%Y-%m}"


class LetterConverter(StringConverter):
    regex = "|".join(LETTERS)


class FeedConverter(StringConverter):
    regex = "|".join(KINDS)


register_converter(DayConverter, "day")
register_converter(YearConverter, "year")
register_converter(MonthOfYearConverter, "month_of_year")
register_converter(MonthConverter, "month")
register_converter(LetterConverter, "letter")
register_converter(FeedConverter, "feed")


def page(address, view, name):
    """Readers send nothing, and each view says so itself, with 405: the protection of forms would say 403 first."""
    return path(address, csrf_exempt(view), name=name)


urlpatterns = [
    page("", views.front, name="front"),
    page("latest/", views.latest, name="latest"),
    page("latest/feed.<feed:kind>", feeds.latest, name="latest_feed"),
    page("latest/<year:year>/", views.latest_year, name="latest_year"),
    page("latest/<month_of_year:month>/", views.latest_month, name="latest_month"),
    page("latest/<day:day>/", views.latest_day, name="latest_day"),
    page("articles/<int:pk>/<slug:slug>/", views.article, name="article"),
    page("sections/<slug:slug>/", views.section, name="section"),
    page("sections/<slug:slug>/feed.<feed:kind>", feeds.section, name="section_feed"),
    page("tags/", views.tags, name="tags"),
    page("tags/letters/<letter:letter>/", views.letter, name="letter"),
    page("tags/<slug:slug>/", views.tag, name="tag"),
    page("tags/<slug:slug>/feed.<feed:kind>", feeds.tag, name="tag_feed"),
    page("authors/<slug:slug>/", views.author, name="author"),
    page("authors/<slug:slug>/feed.<feed:kind>", feeds.author, name="author_feed"),
    page("pages/<slug:slug>/", views.page, name="page"),
    page("corrections/", views.corrections, name="corrections"),
    page("corrections/feed.<feed:kind>", feeds.corrections, name="corrections_feed"),
    page("search/", search.search, name="search"),
    page("feeds/", feeds.feeds, name="feeds"),
    page("robots.txt", crawlers.robots, name="robots"),
    page(".well-known/tdmrep.json", crawlers.tdmrep, name="tdmrep"),
    page("trust.txt", crawlers.trust, name="trust"),
    page(".well-known/trust.txt", crawlers.trust, name="well_known_trust"),
    page("preview/<str:token>/", views.preview, name="preview"),
    page("preview/<str:token>/<int:pk>/<slug:recipe>.<slug:extension>", views.preview_photo, name="preview_photo"),
    page("photos/<int:pk>/<slug:key>/<slug:recipe>.<slug:extension>", views.photo, name="photo"),
    page("sitemap.xml", sitemaps.index, name="sitemap"),
    page("sitemap-pages.xml", sitemaps.pages, name="sitemap_pages"),
    page("sitemap-news.xml", sitemaps.news, name="sitemap_news"),
    page("sitemap-<month:month>.xml", sitemaps.month, name="sitemap_month"),
]
