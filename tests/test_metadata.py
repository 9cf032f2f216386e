"""Share cards: the Open Graph tags of each kind of page."""

import pytest

from articles.models import Article
from tests.making import (
    an_hour_ago,
    large_picture,
    make_article,
    make_author,
    make_page,
    make_photo,
    make_section,
    make_tag,
)
from tests.reading import read

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"


def tags(client, address):
    """Every `<meta>` of a page: what is said by its name or property, as a list."""
    told = {}
    for meta in read(client.get(address)).all("meta"):
        told.setdefault(meta.get("property") or meta.get("name") or "", []).append(meta.get("content"))
    return told


def make_story(**facts):
    return make_article(
        **{
            "headline": "Le port rouvre",
            "summary": "Les quais sont sûrs.",
            "published_at": an_hour_ago(),
            "section": make_section("Littoral"),
            "authors": [make_author("Inès Marchetti"), make_author("Paul Ferrec")],
            "tags": [make_tag("port"), make_tag("quais")],
            "photo": make_photo(original=large_picture(), photographer="Tom Vasseur", alt="Des mâts"),
        }
        | facts
    )


def test_an_article_s_card(client):
    article = make_story()
    told = tags(client, article.get_absolute_url())
    url = SITE + article.get_absolute_url()
    image = f"{SITE}{article.lead_photo.address('16x9-1200', 'jpg')}"
    assert {name: content for name, content in told.items() if name.startswith("og:")} == {
        "og:type": ["article"],
        "og:site_name": ["Le Fanal"],
        "og:locale": ["fr_FR"],
        "og:title": ["Le port rouvre"],
        "og:description": ["Les quais sont sûrs."],
        "og:url": [url],
        "og:image": [image],
        "og:image:type": ["image/jpeg"],
        "og:image:width": ["1200"],
        "og:image:height": ["675"],
        "og:image:alt": ["Des mâts"],
    }
    assert told["twitter:card"] == ["summary_large_image"]
    assert client.get(image.removeprefix(SITE)).getvalue().startswith(b"\xff\xd8\xff")


def test_an_article_s_card_says_who_wrote_it_when_and_about_what(client):
    article = make_story()
    told = tags(client, article.get_absolute_url())
    times = [time["datetime"] for time in read(client.get(article.get_absolute_url())).all("time", css="hour")]
    assert told["article:published_time"] == told["article:modified_time"] == times[:1]
    assert told["article:author"] == [f"{SITE}/authors/ines-marchetti/", f"{SITE}/authors/paul-ferrec/"]
    assert told["article:section"] == ["Littoral"]
    assert told["article:tag"] == ["port", "quais"]


def test_open_graph_is_said_by_property_and_nothing_else_is(client):
    for meta in read(client.get(make_story().get_absolute_url())).all("meta"):
        name = meta.get("property") or meta.get("name") or ""
        assert bool(meta.get("property")) == name.startswith(("og:", "article:"))


def test_a_headline_cannot_leave_its_attribute(client):
    article = make_story()
    evil = '"><script>alert(1)</script> & \u2028'
    Article.objects.update(headline=evil)
    assert tags(client, article.get_absolute_url())["og:title"] == [evil]


@pytest.mark.parametrize(
    ("address", "kind", "title"),
    [
        ("/", "website", "Le Fanal"),
        ("/sections/littoral/", "website", "Littoral"),
        ("/tags/port/", "website", "Port"),
        ("/latest/", "website", "En continu"),
        ("/corrections/", "website", "Rectificatifs"),
        ("/authors/ines-marchetti/", "profile", "Inès Marchetti"),
        ("/pages/charte/", "website", "Charte"),
    ],
)
def test_every_kind_of_page_has_a_card(client, address, kind, title):
    make_story()
    make_page("Charte", body="<p>Nos règles. Et pourquoi.</p>")
    told = tags(client, f"{address}?before=999999")
    assert (told["og:type"], told["og:title"], told["og:url"]) == ([kind], [title], [SITE + address])
    canonical = read(client.get(f"{address}?before=999999")).one("link", rel="canonical")
    assert canonical["href"] == SITE + address


@pytest.mark.parametrize("address", ["/", "/sections/littoral/", "/tags/port/"])
def test_the_card_of_a_list_shows_its_first_picture(client, address):
    article = make_story()
    assert tags(client, address)["og:image"] == [SITE + article.lead_photo.address("16x9-1200", "jpg")]


@pytest.mark.parametrize("address", ["/latest/", "/authors/ines-marchetti/"])
def test_a_card_without_picture_is_a_small_one(client, address):
    make_story()
    told = tags(client, address)
    assert "og:image" not in told
    assert told["twitter:card"] == ["summary"]


@pytest.mark.parametrize("name", ["front", "latest", "day", "article", "tag", "corrections"])
def test_a_search_engine_is_told_what_stands_there(pages, name):
    [said] = [meta["content"] for meta in read(pages[name]).all("meta", name="description")]
    assert said


def test_a_page_is_described_by_its_first_sentence(client):
    page = make_page("Charte", body="<p>Nos règles. Et pourquoi.</p>")
    assert tags(client, page.get_absolute_url())["description"] == ["Nos règles."]


def test_a_paper_in_english_says_so(client, settings):
    settings.LANGUAGE_CODE = "en"
    assert tags(client, "/")["og:locale"] == ["en_US"]
