"""Sitemaps, by the rules of sitemaps.org's schema and of Google's news sitemap."""

import re
from datetime import timedelta
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from articles import words
from articles.models import Article
from tests.making import (
    an_hour_ago,
    in_an_hour,
    make_article,
    make_correction,
    make_page,
    make_section,
    minutes_ago,
    paris,
)

pytestmark = pytest.mark.django_db

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}")


def read_map(client, address):
    """The entries of a sitemap or index, after every rule of the schema that ours could break."""
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    assert len(response.content) < 50_000_000
    root = ElementTree.fromstring(response.content)
    kind = {f"{MAP}urlset": "url", f"{MAP}sitemapindex": "sitemap"}[root.tag]
    assert len(root) <= 50_000
    assert {entry.tag for entry in root} <= {f"{MAP}{kind}"}
    for entry in root:
        names = [child.tag.removeprefix(MAP) for child in entry if child.tag.startswith(MAP)]
        assert names in (["loc"], ["loc", "lastmod"])
        loc = entry.findtext(f"{MAP}loc")
        assert 12 <= len(loc) <= 2048 and urlsplit(loc).scheme and loc.isascii()
        assert entry.find(f"{MAP}lastmod") is None or MOMENT.fullmatch(entry.findtext(f"{MAP}lastmod"))
    return list(root)


def paths(entries):
    return [urlsplit(entry.findtext(f"{MAP}loc")).path for entry in entries]


def test_the_index_lists_sitemaps_that_hold_something(client):
    make_article(published_at=paris(2024, 12, 31, 23, 59, 59))
    make_article(published_at=paris(2025, 3, 1, 0, 0))
    index = paths(read_map(client, "/sitemap.xml"))
    assert index == ["/sitemap-pages.xml", "/sitemap-news.xml", "/sitemap-2025-03.xml", "/sitemap-2024-12.xml"]
    for address in set(index) - {"/sitemap-news.xml"}:
        assert read_map(client, address)


def test_a_paper_of_nothing_yet_has_a_sitemap_of_its_pages(client):
    assert paths(read_map(client, "/sitemap.xml")) == ["/sitemap-pages.xml", "/sitemap-news.xml"]
    assert read_map(client, "/sitemap-pages.xml")
    assert read_map(client, "/sitemap-news.xml") == []


def test_every_article_stands_in_the_sitemap_of_its_local_month(client):
    last = make_article(published_at=paris(2024, 12, 31, 23, 59, 59))
    first = make_article(published_at=paris(2025, 1, 1, 0, 0))
    assert paths(read_map(client, "/sitemap-2024-12.xml")) == [last.get_absolute_url()]
    assert paths(read_map(client, "/sitemap-2025-01.xml")) == [first.get_absolute_url()]


def test_what_is_listed_is_there(client):
    make_article(published_at=an_hour_ago())
    make_page("Mentions légales")
    addresses = [path for index in paths(read_map(client, "/sitemap.xml")) for path in paths(read_map(client, index))]
    assert "/pages/mentions-legales/" in addresses
    for address in addresses:
        assert client.get(address).status_code == 200, address


def test_the_last_change_is_the_one_that_readers_are_told(client):
    article = make_article(published_at=paris(2025, 1, 1, 6, 0))
    make_correction(article, made_at=paris(2025, 2, 3, 4, 5))
    (entry,) = read_map(client, "/sitemap-2025-01.xml")
    assert entry.findtext(f"{MAP}lastmod") == "2025-02-03T04:05:00+01:00"


@pytest.mark.parametrize("month", ["2024-11", "2024-13", "2024-00", "1850-01", "9999-12", "0001-01", "2099-01"])
def test_a_month_of_nothing_has_no_sitemap(client, month):
    make_article(published_at=paris(2024, 12, 1, 6, 0))
    assert client.get(f"/sitemap-{month}.xml").status_code == 404


def test_what_is_to_come_this_month_is_not_listed(client):
    public = make_article(published_at=minutes_ago(1))
    make_article(published_at=in_an_hour())
    month = timezone.localdate(public.published_at)
    assert paths(read_map(client, f"/sitemap-{month:%Y-%m}.xml")) == [public.get_absolute_url()]


def test_a_withdrawn_article_leaves_the_sitemaps(client):
    article = make_article(published_at=an_hour_ago())
    month = timezone.localdate(article.published_at)
    assert len(read_map(client, f"/sitemap-{month:%Y-%m}.xml")) == 1
    article.withdraw()
    assert client.get(f"/sitemap-{month:%Y-%m}.xml").status_code == 404
    assert read_map(client, "/sitemap-news.xml") == []


def test_news_are_told_with_name_language_date_and_title(client, settings):
    settings.PAPER = {**settings.PAPER, "name": "Le Fanal & Cie"}
    article = make_article("Avant & après : le port", published_at=an_hour_ago())
    (entry,) = read_map(client, "/sitemap-news.xml")
    news = entry.find(f"{NEWS}news")
    assert [child.tag.removeprefix(NEWS) for child in news] == ["publication", "publication_date", "title"]
    assert news.findtext(f"{NEWS}publication/{NEWS}name") == "Le Fanal & Cie"
    assert news.findtext(f"{NEWS}publication/{NEWS}language") == "fr"
    assert news.findtext(f"{NEWS}title") == "Avant & après : le port"
    assert news.findtext(f"{NEWS}publication_date") == timezone.localtime(article.published_at).isoformat(
        timespec="seconds"
    )


def test_news_last_two_days_and_an_update_makes_none(client):
    old = make_article(published_at=timezone.now() - timedelta(hours=49))
    make_correction(old, made_at=minutes_ago(1))
    young = make_article(published_at=timezone.now() - timedelta(hours=47))
    assert paths(read_map(client, "/sitemap-news.xml")) == [young.get_absolute_url()]


def test_news_are_a_thousand_at_most_the_newest_first(client):
    section, now = make_section(), timezone.now()
    Article.objects.bulk_create(
        Article(
            headline=f"Titre {n}",
            slug=words.slug(f"Titre {n}"),
            section=section,
            published_at=now - timedelta(minutes=n),
        )
        for n in range(1, 1003)
    )
    entries = read_map(client, "/sitemap-news.xml")
    assert len(entries) == 1000
    assert entries[0].findtext(f"{NEWS}news/{NEWS}title") == "Titre 1"


def test_a_long_archive_costs_no_more_queries(client, django_assert_num_queries, django_assert_max_num_queries):
    make_article(published_at=paris(2025, 1, 1, 6, 0))
    with django_assert_max_num_queries(9) as counted:
        client.get("/sitemap.xml")
    make_article(published_at=paris(1950, 1, 1, 6, 0))
    make_article(published_at=paris(1849, 1, 1, 6, 0))
    with django_assert_num_queries(len(counted)):
        index = paths(read_map(client, "/sitemap.xml"))
    assert index[-1] == "/sitemap-1950-01.xml"
    with django_assert_num_queries(1):
        client.get("/sitemap-2025-01.xml")


def test_a_sitemap_known_already_is_not_sent_again(client, reader):
    make_article(published_at=an_hour_ago())
    for address in ("/sitemap.xml", "/sitemap-news.xml", "/sitemap-pages.xml"):
        first = client.get(address)
        assert not first.cookies
        assert reader.get(address, headers={"if-none-match": first["ETag"]}).status_code == 304
