"""No page reads the whole archive: what the database plans to do for each question says so, on both databases."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from tests.making import Paper

pytestmark = pytest.mark.django_db
# The tables that grow with the archive.
LARGE = "articles_(article|photo|taggedarticle|byline|articlephoto|correction|searchentry|searchedname|placement)"
SCAN = {"sqlite": re.compile(rf"SCAN {LARGE}\b(?!.* USING)"), "postgresql": re.compile(rf"Seq Scan on {LARGE}\b")}
# The desk's list: from the newest number on, and no further than its page.
IN_ORDER = re.compile(r'ORDER BY "articles_article"."id" DESC LIMIT \d+$')
# Sitemaps and feeds, searches, deep lists: what `Paper` does not name.
FURTHER = [
    "/latest/?before={pk}",
    "/sections/{section}/?after={pk}",
    "/latest/feed.rss",
    "/sitemap.xml",
    "/sitemap-news.xml",
    "/sitemap-pages.xml",
    "/search/?q=headline",
    "/search/?q=headline+words&section={section}&sort=date",
    "/search/?q=%22some+words%22+headline&since=2020-01-01",
]
DESK = [
    "/admin/",
    "/admin/articles/article/",
    "/admin/articles/article/?q=headline",
    "/admin/articles/article/{pk}/change/",
    "/admin/articles/tag/",
]


def scans(client, address):
    """What each question of a page would read from end to end."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code in (200, 404, 410)
    asked = [query["sql"] for query in queries if query["sql"].startswith(("SELECT", "WITH", "("))]
    assert asked
    return [
        (line, sql)
        for sql in asked
        if not IN_ORDER.search(sql)
        for line in plan(sql)
        if SCAN[connection.vendor].search(line)
    ]


def plan(sql):
    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Of a table of three rows it would read all.
            cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"{explain} {sql}", None)
        return [str(row[-1]) for row in cursor.fetchall()]


@pytest.fixture
def addresses():
    paper = Paper()
    facts = {"pk": Article.objects.published().latest_first()[5].pk, "section": paper.sections[0].slug}
    return [*paper.addresses.values(), *(address.format(**facts) for address in FURTHER)], [
        address.format(**facts) for address in DESK
    ]


@pytest.mark.slow
def test_no_page_of_the_readers_and_no_list_of_the_desk_reads_the_archive_from_end_to_end(addresses, desk):
    readers, of_the_desk = addresses
    found = {address: scans(Client(), address) for address in readers}
    found |= {address: scans(desk, address) for address in of_the_desk}
    assert {address: lines for address, lines in found.items() if lines} == {}
