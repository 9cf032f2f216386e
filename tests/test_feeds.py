"""Feeds: what other programs read of us, by the rules of the formats and by our own promises."""

import json
from datetime import timedelta
from html import unescape
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import pytest
from django.urls import reverse
from django.utils import timezone

from articles import words
from articles.models import Article, Author, Correction, Edition, PhotoCredit
from tests.feed_rules import ATOM, CONTENT, DC, MEDIA, check, check_html
from tests.making import (
    an_hour_ago,
    figure,
    in_an_hour,
    make_article,
    make_author,
    make_correction,
    make_photo,
    make_section,
    make_tag,
    minutes_ago,
)
from tests.reading import read

pytestmark = pytest.mark.django_db

KINDS = ("rss", "atom", "json")
TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}
PAGED = {"rss": f"channel/{ATOM}link", "atom": f"{ATOM}link"}
each_kind = pytest.mark.parametrize("kind", KINDS)
each_xml = pytest.mark.parametrize("kind", ["rss", "atom"])


@pytest.fixture
def article():
    photo = make_photo(size=(600, 400), photographer="Ludovic Marin", agency="AFP", caption="Le quai & la grue.")
    inside = make_photo(agency="Reuters")
    return make_article(
        "Un arbre < 2 mètres & le vent",
        published_at=an_hour_ago(),
        section=make_section("Ville"),
        standfirst="Le chapô.",
        body='<p>Voir <a href="/articles/1/x/">ici</a> et <a href="mailto:a@b.example">là</a>.</p>'
        f"{figure(inside, 'La foule.')}"
        '<figure data-embed="https://youtu.be/aaaaaaaaaaa"><figcaption>La vidéo</figcaption></figure>',
        photo=photo,
        authors=[make_author("Inès Marchetti"), make_author("AFP", kind=Author.Kind.AGENCY)],
        tags=[make_tag("météo"), make_tag("Port")],
    )


def lists_of(article):
    yield reverse("latest")
    yield article.section.get_absolute_url()
    yield from (tag.get_absolute_url() for tag in article.tags.all())
    yield from (author.get_absolute_url() for author in article.authors.all())


def read_feed(client, address="/latest/feed.rss", **facts):
    response = client.get(address, **facts)
    assert response.status_code == 200
    return json.loads(response.content) if "json" in response["Content-Type"] else check(response.content)


def entry_of(feed):
    """The one entry of a feed, as plain facts."""
    if isinstance(feed, dict):
        (item,) = feed["items"]
        return {"id": item["id"], "updated": item["date_modified"], "content": item["content_html"]}
    if feed.tag == "rss":
        (item,) = feed.findall("channel/item")
        names = {"id": "guid", "updated": f"{ATOM}updated", "content": f"{CONTENT}encoded"}
    else:
        (item,) = feed.findall(f"{ATOM}entry")
        names = {name: f"{ATOM}{name}" for name in ("id", "updated", "content")}
    return {fact: item.findtext(name) for fact, name in names.items()}


# The formats


def test_every_list_has_valid_feeds(client, article):
    make_correction(article, made_at=minutes_ago(5))
    for address in [*lists_of(article), reverse("corrections")]:
        for kind in ("rss", "atom"):
            feed = read_feed(client, f"{address}feed.{kind}")
            assert entry_of(feed)["id"], address


def test_a_common_reader_understands_every_xml_feed(client, article):
    make_correction(article, made_at=minutes_ago(5))
    for address in [*lists_of(article), reverse("corrections")]:
        for kind in ("rss", "atom"):
            response = client.get(f"{address}feed.{kind}")
            headers = {"content-type": response["Content-Type"]}
            understood = feedparser.parse(response.content, response_headers=headers)
            assert not understood.bozo, understood.get("bozo_exception")
            assert len(understood.entries) == 1


def test_a_json_feed_keeps_to_version_1_1(client, article):
    feed = read_feed(client, "/latest/feed.json")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert {"title", "home_page_url", "feed_url", "items", "authors"} <= set(feed)
    (item,) = feed["items"]
    assert {"id", "url", "content_html", "date_published", "date_modified"} <= set(item)
    assert [author["name"] for author in item["authors"]] == ["Inès Marchetti", "AFP"]
    assert item["tags"] == ["Ville", "météo", "Port"]
    assert item["_image"]["credit"] == "LUDOVIC MARIN / AFP"
    check_html(item["content_html"])
    assert "next_url" not in feed


@each_kind
def test_an_empty_list_has_a_valid_feed_that_stays_the_same(client, reader, kind):
    make_section("Vide")
    address = f"/sections/vide/feed.{kind}"
    feed = read_feed(client, address)
    assert not (feed["items"] if kind == "json" else feed.findall(".//item") + feed.findall(f"{ATOM}entry"))
    first = client.get(address)
    assert reader.get(address, headers={"if-none-match": first["ETag"]}).status_code == 304
    # Not the moment of asking.
    assert kind == "json" or {"rss": b"Thu, 01 Jan 2026", "atom": b"2026-01-01"}[kind] in first.content


@each_kind
def test_an_unknown_list_has_no_feed(client, kind):
    make_tag("silence")
    make_author("Nobody")
    for place in ("sections/x", "tags/x", "authors/x", "tags/silence", "authors/nobody", "nowhere"):
        assert client.get(f"/{place}/feed.{kind}").status_code == 404
    assert client.get("/latest/feed.xml").status_code == 404


@each_xml
def test_signs_that_xml_cannot_write_spoil_no_feed(client, kind):
    article = make_article("Un", published_at=an_hour_ago(), standfirst="a\x0bb\x0cc\ufffe", body="<p>d\x0b\uffff</p>")
    assert (article.standfirst, article.body) == ("a b c", "<p>d</p>")
    # As a restored backup might bring them.
    Article.objects.update(headline="U\x0bn\x01\ufffe", summary="\x02d", body="<p>d\x03eux\uffff</p>")
    assert "deux" in entry_of(read_feed(client, f"/latest/feed.{kind}"))["content"]


# What an entry says


@each_kind
def test_an_entry_holds_the_whole_text_with_whole_addresses(client, article, settings, kind):
    content = entry_of(read_feed(client, f"/latest/feed.{kind}"))["content"]
    assert "Le chapô." in content
    assert f'<a href="{settings.SITE_URL}/articles/1/x/">ici</a>' in content
    assert '<a href="mailto:a@b.example">' in content
    assert '<a href="https://youtu.be/aaaaaaaaaaa">La vidéo</a> (YouTube)' in content
    assert f'<img src="{settings.SITE_URL}/photos/' in content


@each_kind
def test_a_summary_is_sent_where_the_paper_wants_no_more(client, article, settings, kind):
    settings.FEED_FULL_TEXT = False
    content = entry_of(read_feed(client, f"/latest/feed.{kind}"))["content"]
    assert "Le chapô." in content
    assert "YouTube" not in content
    assert "LUDOVIC MARIN / AFP" in content


@each_kind
def test_every_picture_stands_beside_its_credit(client, article, kind):
    content = read(entry_of(read_feed(client, f"/latest/feed.{kind}"))["content"])
    pictures = content.all("img")
    assert len(pictures) == 2
    credits = [picture.inside("figure").one("figcaption").text for picture in pictures]
    assert credits == ["Le quai & la grue. | LUDOVIC MARIN / AFP", "La foule. | REUTERS"]


@each_xml
def test_the_lead_picture_is_told_with_size_words_and_credit(client, article, settings, kind):
    (picture,) = read_feed(client, f"/latest/feed.{kind}").iter(f"{MEDIA}content")
    assert picture.get("url") == settings.SITE_URL + article.lead_photo.address("full-800", "jpg")
    assert (picture.get("width"), picture.get("height")) == ("600", "400")
    assert client.get(urlsplit(picture.get("url")).path).status_code == 200
    assert picture.findtext(f"{MEDIA}description") == "Le quai & la grue."
    assert picture.findtext(f"{MEDIA}credit") == "LUDOVIC MARIN / AFP"
    assert picture.find(f"{MEDIA}credit").get("role") == "photographer"
    assert picture.findtext(f"{MEDIA}copyright") == "© LUDOVIC MARIN / AFP"


def test_an_agency_alone_is_called_no_photographer(client, article):
    PhotoCredit.objects.filter(pk=article.lead_photo.credit_id).update(photographer="")
    (picture,) = read_feed(client).iter(f"{MEDIA}content")
    assert picture.findtext(f"{MEDIA}credit") == "AFP"
    assert picture.find(f"{MEDIA}credit").get("role") is None


def test_every_author_is_named(client, article):
    assert [name.text for name in read_feed(client).iter(f"{DC}creator")] == ["Inès Marchetti", "AFP"]
    entry = read_feed(client, "/latest/feed.atom").find(f"{ATOM}entry")
    assert [name.text for name in entry.iter(f"{ATOM}name")] == ["Inès Marchetti", "AFP"]


@each_xml
def test_words_with_signs_of_markup_come_out_as_typed(client, article, kind):
    feed = read_feed(client, f"/latest/feed.{kind}")
    item = feed.find("channel/item") if kind == "rss" else feed.find(f"{ATOM}entry")
    title, summary = ("title", "description") if kind == "rss" else (f"{ATOM}title", f"{ATOM}summary")
    assert item.findtext(title) == "Un arbre < 2 mètres & le vent"
    Article.objects.update(summary="Plus <grand> & fort")
    feed = read_feed(client, f"/latest/feed.{kind}")
    item = feed.find("channel/item") if kind == "rss" else feed.find(f"{ATOM}entry")
    assert unescape(item.findtext(summary)) == "Plus <grand> & fort"


# What stays and what changes


@each_kind
def test_an_entry_keeps_its_id_whatever_becomes_of_the_article(client, article, settings, kind):
    address = f"/latest/feed.{kind}"
    id = entry_of(read_feed(client, address))["id"]
    assert id == f"tag:{settings.FEED_DOMAIN},2026:article/{article.pk}"
    article.headline, article.slug, article.section = "Autre titre", "autre", make_section("Port")
    article.save()
    make_correction(article, made_at=minutes_ago(1))
    settings.SITE_URL = "https://elsewhere.example"
    assert entry_of(read_feed(client, address))["id"] == id


@each_kind
def test_a_correction_updates_the_entry_and_opens_its_text(client, article, kind):
    before = entry_of(read_feed(client, f"/latest/feed.{kind}"))
    make_correction(article, text="Le vent était fort.", made_at=minutes_ago(1))
    after = entry_of(read_feed(client, f"/latest/feed.{kind}"))
    assert after["updated"] > before["updated"]
    assert after["id"] == before["id"]
    text = read(after["content"]).text
    assert text.index("Le vent était fort.") < text.index("Le chapô.")


@each_kind
def test_a_correction_to_come_is_not_told(client, article, kind):
    future = Correction(article=article, kind=Correction.Kind.CORRECTION, text="Demain.", made_at=in_an_hour())
    Correction.objects.bulk_create([future])
    assert "Demain" not in entry_of(read_feed(client, f"/latest/feed.{kind}"))["content"]


@each_kind
def test_a_typo_moves_no_date(client, article, kind):
    before = entry_of(read_feed(client, f"/latest/feed.{kind}"))
    article.body = "<p>Sans faute.</p>"
    article.save()
    after = entry_of(read_feed(client, f"/latest/feed.{kind}"))
    assert "Sans faute." in after["content"]
    assert after["updated"] == before["updated"]


@each_kind
def test_a_withdrawn_article_leaves_its_feeds(client, article, kind):
    assert b"arbre" in client.get(f"/latest/feed.{kind}").content
    article.withdraw()
    assert b"arbre" not in client.get(f"/latest/feed.{kind}").content


# Pages of a feed (RFC 5005)


def make_many(number, **facts):
    section = make_section("Beaucoup")
    now = timezone.now()
    Article.objects.bulk_create(
        Article(
            headline=f"Titre {place}",
            slug=words.slug(f"Titre {place}"),
            section=section,
            published_at=now - timedelta(minutes=place + 1),
            **facts,
        )
        for place in range(number)
    )


def other_page(feed, kind, relation):
    if kind == "json":
        return feed.get("next_url") if relation == "next" else None
    return next((link.get("href") for link in feed.findall(PAGED[kind]) if link.get("rel") == relation), None)


@each_kind
def test_a_feed_is_read_to_its_end_page_by_page(client, kind):
    make_many(120)
    address, ids, pages = f"/latest/feed.{kind}", [], 0
    while address:
        feed = read_feed(client, address)
        assert other_page(feed, kind, "next") != feed.get("feed_url", "")
        items = feed["items"] if kind == "json" else feed.findall("channel/item") + feed.findall(f"{ATOM}entry")
        ids += [item["id"] if kind == "json" else item.findtext("guid") or item.findtext(f"{ATOM}id") for item in items]
        address, pages = other_page(feed, kind, "next"), pages + 1
    assert pages == 3
    assert len(ids) == len(set(ids)) == 120


@each_xml
def test_a_later_page_leads_back(client, kind):
    make_many(120)
    first = f"/latest/feed.{kind}"
    second = other_page(read_feed(client, first), kind, "next")
    third = other_page(read_feed(client, second), kind, "next")
    back = other_page(read_feed(client, third), kind, "previous")
    assert titles(read_feed(client, back)) == titles(read_feed(client, second))
    assert other_page(read_feed(client, second), kind, "self") == second
    assert other_page(read_feed(client, first), kind, "previous") is None


def titles(feed):
    return [title.text for title in [*feed.iter("title"), *feed.iter(f"{ATOM}title")]]


def test_a_link_that_nobody_can_read_breaks_no_feed(client):
    make_article(published_at=an_hour_ago())
    Article.objects.update(body='<p><a href="http://a]b@a.example/">Ici</a></p>')
    assert client.get("/latest/feed.rss").status_code == 200


@each_xml
def test_an_address_that_names_no_page_calls_itself_the_feed(client, article, settings, kind):
    feed = read_feed(client, f"/latest/feed.{kind}?before=x&utm_source=y")
    assert other_page(feed, kind, "self") == f"{settings.SITE_URL}/latest/feed.{kind}"


@each_kind
def test_a_feed_costs_the_same_few_queries_whatever_its_length(
    client, article, kind, django_assert_num_queries, django_assert_max_num_queries
):
    make_correction(article, made_at=minutes_ago(5))
    address = f"/sections/ville/feed.{kind}"
    with django_assert_max_num_queries(9) as counted:
        client.get(address)
    photo, tag, author = make_photo(), make_tag(), make_author()
    for _ in range(8):
        more = make_article(
            published_at=an_hour_ago(),
            section=article.section,
            body=figure(photo),
            photo=photo,
            tags=[tag],
            authors=[author],
        )
        make_correction(more, made_at=minutes_ago(5))
    with django_assert_num_queries(len(counted)):
        client.get(address)


# The answer


@each_kind
def test_a_feed_says_what_it_is_and_how_long_it_holds(client, reader, article, settings, kind):
    response = client.get(f"/latest/feed.{kind}")
    assert response["Content-Type"] == f"{TYPES[kind]}; charset=utf-8"
    assert response["Cache-Control"] == "public, max-age=300"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Link"] == f'<{settings.SITE_URL}/latest/feed.{kind}>; rel="self"'
    assert not response.streaming
    assert not response.cookies
    assert "Cookie" not in response["Vary"]
    assert reader.get(f"/latest/feed.{kind}", headers={"accept-encoding": "br"})["Content-Encoding"] == "br"


@each_kind
def test_whoever_has_the_feed_already_gets_nothing_again(reader, article, kind):
    address = f"/latest/feed.{kind}"
    first = reader.get(address)
    for known in (
        {"if-none-match": first["ETag"]},
        {"if-modified-since": first["Last-Modified"]},
        {"if-none-match": first["ETag"], "if-modified-since": first["Last-Modified"]},
    ):
        again = reader.get(address, headers=known)
        assert (again.status_code, again.content) == (304, b"")
        assert again["Access-Control-Allow-Origin"] == "*"
        assert again["Cache-Control"] == first["Cache-Control"]
    make_article(published_at=minutes_ago(1))
    Edition.end()
    assert reader.get(address, headers={"if-none-match": first["ETag"]}).status_code == 200
    assert reader.get(address, headers={"if-modified-since": first["Last-Modified"]}).status_code == 200


@each_kind
def test_the_hub_is_named_where_there_is_one(client, article, settings, kind):
    settings.WEBSUB_HUB = "https://hub.example/"
    response = client.get(f"/latest/feed.{kind}")
    assert '<https://hub.example/>; rel="hub"' in response["Link"]
    feed = read_feed(client, f"/latest/feed.{kind}")
    named = feed["hubs"][0]["url"] if kind == "json" else other_page(feed, kind, "hub")
    assert named == "https://hub.example/"


# How feeds are found


def test_every_page_leads_to_the_feed_of_the_paper_and_lists_to_their_own(client, article):
    site = [f"/latest/feed.{kind}" for kind in KINDS]
    assert alternates(client, "/") == alternates(client, article.get_absolute_url()) == site
    for address in [*lists_of(article), reverse("corrections")]:
        own = [] if address == "/latest/" else [f"{address}feed.{kind}" for kind in KINDS]
        assert alternates(client, address) == own + site


def alternates(client, address):
    links = read(client.get(address)).all("link", rel="alternate")
    assert [link["type"] for link in links[:3]] == list(TYPES.values())
    assert len({link["title"] for link in links}) == len(links)
    for link in links:
        assert client.get(link["href"]).status_code == 200
    return [urlsplit(link["href"]).path for link in links]


def test_a_page_lists_the_feeds_for_people(client, article):
    page = read(client.get("/feeds/"))
    addresses = {link["href"] for link in page.one("main").all("a")}
    expected = {f"{address}feed.{kind}" for address in [*lists_of(article), "/corrections/"] for kind in KINDS}
    assert {urlsplit(address).path for address in addresses} == expected
    assert "/feeds/" in [link["href"] for link in read(client.get("/")).one("footer").all("a")]


def test_the_page_of_feeds_costs_few_queries(client, article, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        client.get("/feeds/")


def test_the_rules_refuse_what_is_wrong(client, article):
    document = client.get("/latest/feed.rss").content
    for right, wrong in (
        (b'isPermaLink="false"', b""),
        (b'rel="self"', b'rel="me"'),
        (b"</guid>", b"</guid><guid>x</guid>"),
        (b"&lt;p&gt;Voir", b"&lt;script&gt;Voir"),
        (b'href="http', b'href="/http'),
        (b"LUDOVIC MARIN / AFP</media:credit>", b"</media:credit>"),
    ):
        assert right in document
        with pytest.raises((AssertionError, ElementTree.ParseError)):
            check(document.replace(right, wrong))
