"""A browser may fetch an article that its reader is about to open; never anything of the desk."""

import re

import pytest
from django.urls import reverse

from articles.models import contents, share, shared_address
from tests.making import PAGES, an_hour_ago, make_article, make_photo

pytestmark = [pytest.mark.django_db, pytest.mark.once]

HEADER = "Speculation-Rules"
RULES = "/speculation-rules.json"


@pytest.mark.parametrize("name", PAGES)
def test_every_page_that_a_reader_may_keep_names_the_rules_and_an_error_does_not(pages, name):
    page = pages[name]
    assert page.get(HEADER) == (f'"{RULES}"' if page.status_code == 200 else None)


def test_the_desk_and_its_door_name_none(client, desk):
    article = make_article(published_at=an_hour_ago())
    for name, *args in (["index"], ["articles_article_changelist"], ["articles_article_change", article.pk]):
        page = desk.get(reverse(f"admin:{name}", args=args))
        assert (page.status_code, page.get(HEADER)) == (200, None)
    login = client.get(reverse("account_login"))
    assert (login.status_code, login.get(HEADER)) == (200, None)


def test_a_text_shown_to_one_reader_names_none(client):
    article = make_article(headline="Rain")
    page = client.get(shared_address(share(article, None, contents(article))))
    assert (page.status_code, page.get(HEADER)) == (200, None)


def test_what_is_no_page_names_none(client):
    photo = make_photo()
    article = make_article(published_at=an_hour_ago(), photo=photo)
    files = ["/latest/feed.rss", "/latest/feed.json", "/sitemap.xml", "/robots.txt", RULES]
    for address in [*files, photo.address("full-480", "jpg"), reverse("article", args=[article.pk, "wrong"])]:
        assert HEADER not in client.get(address).headers, address


def test_the_rules_come_as_what_browsers_ask_for_and_are_kept_for_a_day(client):
    answer = client.get(RULES)
    assert answer["Content-Type"] == "application/speculationrules+json"
    assert answer["Cache-Control"] == "public, max-age=86400"


def test_the_rules_let_articles_be_fetched_and_nothing_else(client):
    [(action, [rule])] = client.get(RULES).json().items()
    assert (action, rule["eagerness"]) == ("prefetch", "moderate")
    matches = re.compile(rule["where"]["href_matches"].replace("*", ".*")).fullmatch
    article = make_article(published_at=an_hour_ago())
    assert matches(article.get_absolute_url())
    desk = reverse("admin:articles_article_change", args=[article.pk])
    for other in ("/", "/latest/", desk, "/preview/a-text/", "/feeds/"):
        assert not matches(other)
