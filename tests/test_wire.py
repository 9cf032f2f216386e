"""What goes over the wire: headers, caching, compression, weight, and answers to nonsense."""

import gzip
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from articles import stylesheet as our
from articles.models import Article, Edition
from tests.making import PAGES, an_hour_ago, load_demo_texts, make_article, make_photo, make_section, make_tag
from tests.reading import read

ROOT = Path(__file__).parent.parent
pytestmark = [pytest.mark.django_db, pytest.mark.once]
NO_PAGES = ("withdrawn", "unknown")
BROWSER = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.fixture(params=PAGES)
def response(request, pages):
    return pages[request.param]


def scripts(response):
    """Those that run; a block of data for machines does not."""
    return [script for script in read(response).all("script") if script.get("type") != "application/ld+json"]


def directives(response):
    policy = response["Content-Security-Policy"]
    return {name: sources for name, *sources in (part.split() for part in policy.split("; "))}


# What a browser is told


def test_the_policy_allows_nothing_inline_but_our_own_stylesheet(response):
    assert "unsafe" not in response["Content-Security-Policy"]
    policy = directives(response)
    style = read(response).one("style").whole_text
    own = {our.stylesheet(page) for page in (our.EVERY_PAGE, *our.PAGES)}
    assert style in own
    hashes = {f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in own}
    assert set(policy["style-src"]) == {"'self'", *hashes}
    assert policy["default-src"] == ["'self'"]
    assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == ["'none'"]
    assert "script-src" not in policy


def test_only_a_player_that_a_reader_asked_for_may_come_from_elsewhere(response):
    elsewhere = {name for name, sources in directives(response).items() if any("//" in source for source in sources)}
    assert elsewhere == {"frame-src"}


def test_a_page_is_sent_with_its_safety_headers(response):
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    for power in ("camera", "geolocation", "microphone"):
        assert f"{power}=()" in response["Permissions-Policy"]
    assert response["Content-Type"] == "text/html; charset=utf-8"


def test_a_page_may_be_kept_by_everybody_and_knows_nobody(response):
    assert response["Cache-Control"].startswith("public")
    assert not response.cookies
    assert not response.has_header("Set-Cookie")
    assert "Cookie" not in response["Vary"]


def test_a_page_is_the_same_for_somebody_logged_in(client, desk):
    article = make_article(published_at=an_hour_ago())
    for address in ("/", article.get_absolute_url(), "/nothing/here/"):
        strangers, editors = client.get(address), desk.get(address)
        assert (strangers.content, strangers.headers) == (editors.content, editors.headers)


def test_a_photo_may_be_kept_for_a_day_at_most_and_knows_nobody(client):
    photo = make_photo()
    make_article(published_at=an_hour_ago(), photo=photo)
    for extension, kind in (("jpg", "image/jpeg"), ("avif", "image/avif")):
        answer = client.get(photo.address("full-480", extension))
        assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == (kind, "nosniff")
        assert answer["Cache-Control"] == "public, max-age=86400"
        assert not answer.cookies


# Asked again


@pytest.mark.parametrize("response", [page for page in PAGES if page not in NO_PAGES], indirect=True)
def test_a_page_has_an_etag_of_its_bytes(response):
    assert response.status_code == 200
    assert re.fullmatch(r'W/"[0-9a-f]{24}"', response["ETag"])


def test_what_has_not_changed_is_not_sent_again(reader):
    make_article(published_at=an_hour_ago())
    first = reader.get("/")
    again = reader.get("/", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert again["Cache-Control"].startswith("public")
    assert not again.has_header("Set-Cookie") and "Cookie" not in again["Vary"]
    make_article(published_at=an_hour_ago())
    Edition.end()
    changed = reader.get("/", headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200 and changed["ETag"] != first["ETag"]


@pytest.mark.parametrize("address", ["/", "/nothing/here/"])
def test_head_tells_what_get_would_bring(client, reader, address):
    for asked in (client, reader):
        asked.get(address)
        get, head = asked.get(address), asked.head(address)
        assert head.content == b""
        assert (head.status_code, head.headers) == (get.status_code, get.headers)


# Compressed


@pytest.mark.parametrize("address", ["/", "/nothing/here/"])
def test_a_page_is_the_same_page_in_every_encoding(reader, address):
    plain = reader.get(address)
    assert not plain.has_header("Content-Encoding")
    for encoding, decode in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        packed = reader.get(address, headers={"Accept-Encoding": encoding})
        assert packed["Content-Encoding"] == encoding
        assert int(packed["Content-Length"]) == len(packed.content) < len(plain.content)
        assert decode(packed.content) == plain.content
        assert packed.get("ETag") == plain.get("ETag")
        assert "Accept-Encoding" in packed["Vary"]


def test_the_best_encoding_is_chosen_and_a_refused_one_is_not(reader):
    for accepted, chosen in [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("identity", None),
        ("br;q=0, gzip", "gzip"),
        ("gzip;q=0", None),
    ]:
        assert reader.get("/", headers={"Accept-Encoding": accepted}).get("Content-Encoding") == chosen, accepted


@pytest.mark.parametrize("asked", ["/admin/", "/admin/articles/article/", "/admin/articles/photo/add/"])
def test_the_desk_is_neither_compressed_nor_kept(desk, asked):
    page = desk.get(asked, headers=BROWSER)
    assert page.status_code == 200
    assert not page.has_header("Content-Encoding")
    assert {"private", "no-store"} <= set(re.split(", ", page["Cache-Control"]))
    assert not page.has_header("ETag")


def test_the_login_is_neither_compressed_nor_kept(client):
    page = client.get("/admin/login/", headers=BROWSER)
    assert not page.has_header("Content-Encoding")
    assert "private" in page["Cache-Control"]


def test_a_photo_is_sent_as_it_is(reader):
    photo = make_photo()
    make_article(published_at=an_hour_ago(), photo=photo)
    assert not reader.get(photo.address("full-480", "jpg"), headers=BROWSER).has_header("Content-Encoding")


def test_a_cookie_of_somebody_else_is_not_answered_with_one(client):
    photo = make_photo()
    make_article(published_at=an_hour_ago(), photo=photo)
    client.cookies.load({"csrftoken": "?", "sessionid": "?"})
    for address in ("/", "/latest/feed.rss", "/nothing/", photo.address("full-480", "jpg")):
        answer = client.get(address)
        assert not answer.cookies, address
        assert "Cookie" not in answer.get("Vary", ""), address


@pytest.mark.parametrize(("address", "said"), [("/healthz", b"ok\n"), ("/readyz", b"ready\n")])
def test_the_monitor_is_answered_and_the_answer_not_kept(client, address, said):
    answer = client.get(address)
    assert (answer.status_code, answer.content) == (200, said)
    assert "no-store" in answer["Cache-Control"]


# Nonsense

ADDRESSES = [
    "/",
    "/latest/",
    "/latest/2026/01/17/",
    "/sections/ville/",
    "/tags/port/",
    "/authors/nobody/",
    "/corrections/",
    "/pages/none/",
    "/articles/1/one/",
    "/photos/1/0/full-480.jpg",
    "/speculation-rules.json",
    "/healthz",
    "/readyz",
    "/nothing/",
]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_readers_only_read(method):
    stranger = Client(enforce_csrf_checks=True)
    for address in ADDRESSES[:-1]:
        answer = getattr(stranger, method)(address)
        assert answer.status_code == 405, address
        assert {"GET", "HEAD"} == set(answer["Allow"].split(", "))


def test_a_host_that_is_not_ours_is_refused():
    for host in ("evil.example", "127.0.0.1.evil.example", "", "a b", "127.0.0.1:x"):
        answer = Client(headers={"Host": host}).get("/") if host else Client(SERVER_NAME="evil.example").get("/")
        assert answer.status_code == 400
        assert "évidemment" not in answer.content.decode()


QUERIES = [
    "before=😀".encode().decode("latin-1"),
    "before=%F0%9F%98%80",
    "before=%ff",
    "before=%00",
    "after=%00",
    f"before={'9' * 18}",
    f"after={'9' * 19}",
    f"before={'9' * 5000}",
    "before=-1",
    "before=0",
    "before=1.5",
    "before=1e9",
    "before=%D9%A3",
    "before=424242&before=424243",
    "before[]=1",
    "after=424242&before=424242",
    "before",
    "=",
    "&&&",
    "a=" + "b" * 3000,
    "%",
    "before=' OR 1=1 --",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_nonsensical_query_gets_the_first_page(client, address):
    article = make_article(published_at=an_hour_ago(), section=make_section("Ville"), tags=[make_tag("port")])
    Article.objects.filter(pk=article.pk).update(slug="one")
    plain = client.get(address)
    for query in QUERIES:
        asked = client.get(address, QUERY_STRING=query)
        assert (asked.status_code, asked.content) == (plain.status_code, plain.content), query


@pytest.mark.parametrize(
    "address",
    [
        "/latest/2026/02/30/",
        "/latest/0001/01/01/",
        "/latest/9999/12/31/",
        "/latest/0000/00/00/",
        "/latest/2026/1/1/",
        "/latest/٢٠٢٦/٠١/٠١/",
        "/articles/0/x/",
        f"/articles/{'9' * 19}/x/",
        f"/articles/{'9' * 400}/x/",
        "/articles/-1/x/",
        "/articles/٣/x/",
        "/articles/1/%00/",
        "/articles/1/%ff/",
        "/sections/%00/",
        "/sections/%F0%9F%98%80/",
        f"/tags/{'a' * 3000}/",
        f"/photos/{'9' * 30}/0/full-480.jpg",
        "/photos/1/0/..%2F..%2Fsecret-key.jpg",
        "/%ff",
        "/%00",
        "/.env",
    ],
)
def test_a_nonsensical_address_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_no_file_but_a_rendition_is_ever_delivered(client):
    photo = make_photo()
    make_article(published_at=an_hour_ago(), photo=photo)
    for recipe, extension in [
        ("full-481", "jpg"),
        ("full-480", "png"),
        ("full-480", "py"),
        ("-", "jpg"),
        ("full", "jpg"),
    ]:
        assert client.get(reverse("photo", args=[photo.pk, photo.rendition_key, recipe, extension])).status_code == 404
    assert client.get(f"/nothing-is-served-from-here/{photo.original.name}").status_code == 404


def test_whoever_asks_for_an_address_without_its_last_slash_is_led_there(client, db):
    assert client.get("/latest")["Location"] == "/latest/"


# Weight


def test_every_article_of_the_demo_arrives_in_the_first_round_trip(reader):
    load_demo_texts()
    weights = {}
    for article in Article.objects.published():
        for encoding in ("br", "gzip"):
            packed = reader.get(article.get_absolute_url(), headers={"Accept-Encoding": encoding})
            weights[article.slug, encoding] = len(packed.content)
    assert max(weights.values()) <= 14_000, max(weights, key=weights.get)


def scripts_of(page):
    """What runs: structured data is data in a script's clothes."""
    return [script for script in page.all("script") if script.attributes.get("type") != "application/ld+json"]


def test_a_reader_gets_two_kilobytes_of_script_at_most(response):
    files = [script["src"].removeprefix(settings.STATIC_URL) for script in scripts(response)]
    assert len(brotli.compress(b"".join((ROOT / "static" / file).read_bytes() for file in files))) <= 2_000


def test_nothing_stands_between_a_page_and_its_first_paint(response):
    assert len(read(response).all("style")) == 1
    assert not read(response).all("link", rel="stylesheet")
    assert all("defer" in script.attributes for script in scripts(response))


def test_the_letters_of_headlines_are_asked_for_early_and_once(response):
    """Without `crossorigin` a browser would fetch the font again for the stylesheet, which asks for it in that way."""
    font = read(response).one("link", rel="preload")
    assert (font["as"], font["type"]) == ("font", "font/woff2")
    assert "crossorigin" in font.attributes
    assert f'url("{font["href"]}") format("woff2");font-weight:' in read(response).one("style").whole_text.replace(
        ": ", ":"
    )
