"""The page of everything the paper got wrong, and said so."""

import pytest

from articles.models import Correction, listing
from tests.making import an_hour_ago, make_article, make_correction, minutes_ago, paris
from tests.reading import read

pytestmark = pytest.mark.django_db
ADDRESS = "/corrections/"


def texts(response):
    return [entry.all("p")[-1].text for entry in read(response).all("article", css="correction")]


def test_a_paper_without_corrections_says_so(client):
    assert read(client.get(ADDRESS)).one("p", css="notice").text


def test_a_correction_says_its_kind_its_article_its_moment_and_its_text(client):
    article = make_article("La digue tient", published_at=paris(2026, 3, 1, 6))
    correction = make_correction(article, kind="right_of_reply", text="Il répond.", made_at=paris(2026, 3, 1, 15, 45))
    entry = read(client.get(ADDRESS)).one("article", css="correction")
    assert entry.one("h2").text.startswith("Droit de réponse")
    assert entry.one("a").text == "La digue tient"
    assert entry.one("a")["href"] == f"{article.get_absolute_url()}#correction-{correction.pk}"
    assert (entry.one("time").text, entry.one("time")["datetime"]) == (
        "1er mars 2026 à 15h45",
        "2026-03-01T15:45+01:00",
    )
    assert texts(client.get(ADDRESS)) == ["Il répond."]


def test_the_link_of_a_correction_finds_it_in_its_article(client):
    make_correction(make_article(published_at=an_hour_ago()), made_at=minutes_ago(5))
    page, _, place = read(client.get(ADDRESS)).one("article", css="correction").one("a")["href"].partition("#")
    assert read(client.get(page)).one("aside", id=place)


def test_the_newest_correction_stands_first(client):
    article = make_article(published_at=an_hour_ago())
    make_correction(article, text="Older.", made_at=minutes_ago(20))
    make_correction(article, text="Newer.", made_at=minutes_ago(10))
    make_correction(article, text="Oldest.", made_at=minutes_ago(30))
    assert texts(client.get(ADDRESS)) == ["Newer.", "Older.", "Oldest."]


@pytest.mark.parametrize("take_back", ["withdraw", "unpublish"])
def test_a_correction_is_public_with_its_article(client, take_back):
    article = make_article()
    make_correction(article, text="Corrected.")
    assert texts(client.get(ADDRESS)) == []
    article.publish()
    assert texts(client.get(ADDRESS)) == ["Corrected."]
    getattr(article, take_back)()
    assert texts(client.get(ADDRESS)) == []


@pytest.mark.parametrize("at_once", [True, False])
def test_older_leads_to_every_correction_exactly_once_and_newer_back(client, at_once):
    article = make_article(published_at=minutes_ago(10000))
    count = 2 * listing.SIZE + 3
    Correction.objects.bulk_create(
        Correction(article=article, kind="correction", text=f"{number}.", made_at=minutes_ago(5 if at_once else number))
        for number in range(count)
    )
    expected = [correction.text for correction in Correction.objects.latest_first()]
    pages, response = [], client.get(ADDRESS)
    while True:
        pages.append(texts(response))
        older = read(response).all("a", rel="next")
        if not older:
            break
        response = client.get(ADDRESS + older[0]["href"])
    assert sum(pages, []) == expected
    back = client.get(ADDRESS + read(response).one("a", rel="prev")["href"])
    assert texts(back) == pages[-2]
