"""What search engines read of a page is what the page shows: the list of schema.org's properties that they ask for,
held against the words, dates and credits that readers see."""

import json
import re

import pytest
from django.utils import timezone

from articles.models import Article, Correction, Genre
from tests.making import (
    an_hour_ago,
    figure,
    in_an_hour,
    large_picture,
    make_article,
    make_author,
    make_correction,
    make_page,
    make_photo,
    make_placement,
    make_section,
    make_tag,
    minutes_ago,
)
from tests.reading import read

pytestmark = pytest.mark.django_db

TYPES = {
    "reportage": "ReportageNewsArticle",
    "investigation": "ReportageNewsArticle",
    "analysis": "AnalysisNewsArticle",
    "editorial": "OpinionNewsArticle",
    "column": "OpinionNewsArticle",
    "opinion": "OpinionNewsArticle",
}
JPEG = b"\xff\xd8\xff"
ARTICLE = (
    "@id headline description url mainEntityOfPage image datePublished dateModified author publisher articleSection "
    "keywords inLanguage isAccessibleForFree wordCount"
).split()
IMAGE = "contentUrl width height caption creditText creator copyrightNotice license acquireLicensePage".split()


def graph(response):
    """The things a page tells of, by type."""
    script = read(response).one("script", type="application/ld+json")
    told = json.loads(script.whole_text)
    assert told["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in told["@graph"]}


def news(response):
    return next(thing for kind, thing in graph(response).items() if kind.endswith("NewsArticle"))


def told(client, article):
    response = client.get(article.get_absolute_url())
    return read(response), news(response)


def make_story(**facts):
    make_page("Mentions légales", footer="legal")
    make_page("Contact", footer="writing")
    facts = {
        "headline": "Le port rouvre",
        "summary": "Les quais sont sûrs.",
        "body": "<p>Le port a rouvert hier.</p>",
        "published_at": an_hour_ago(),
        "section": make_section("Littoral"),
        "authors": [make_author("Inès Marchetti"), make_author("AMI", kind="agency")],
        "tags": [make_tag("port"), make_tag("quais")],
        "photo": make_photo(
            original=large_picture(), photographer="Tom Vasseur", agency="Le Fanal", caption="Le port."
        ),
    }
    return make_article(**facts)


@pytest.mark.parametrize("genre", Genre.values)
def test_every_genre_tells_what_search_engines_ask_for(client, genre):
    story = make_story()
    Article.objects.update(genre=genre)
    _, article = told(client, story)
    assert article["@type"] == TYPES.get(genre, "NewsArticle")
    assert [name for name in ARTICLE if not article.get(name)] == []
    for image in article["image"]:
        assert [name for name in IMAGE if not image.get(name)] == []


def test_what_machines_are_told_is_what_the_page_shows(client):
    story = make_story()
    story.record_update(minutes_ago(10))
    page, article = told(client, story)
    assert article["headline"] == page.one("h1").text == "Le port rouvre"
    dateline = page.one(css="dateline__words")
    assert [article["datePublished"], article["dateModified"]] == [time["datetime"] for time in dateline.all("time")]
    signed = [(link.text, f"http://127.0.0.1:8000{link['href']}") for link in page.all("a", rel="author")]
    assert [(author["name"], author["url"]) for author in article["author"]] == signed
    assert [author["@type"] for author in article["author"]] == ["Person", "Organization"]
    assert article["keywords"] == [link.text for link in page.all("a", rel="tag")]
    assert article["url"] == page.one("link", rel="canonical")["href"]
    assert article["inLanguage"] == page.one("html")["lang"]
    assert article["wordCount"] == 5


def test_an_article_never_changed_was_modified_when_it_was_published(client):
    _, article = told(client, make_story())
    assert article["dateModified"] == article["datePublished"]


def test_a_picture_comes_in_three_crops_that_are_there(client):
    page, article = told(client, make_story())
    crops = [(image["width"], image["height"]) for image in article["image"]]
    assert crops == [(1200, 675), (1200, 900), (1200, 1200)]
    for image in article["image"]:
        path = image["contentUrl"].removeprefix("http://127.0.0.1:8000")
        assert client.get(path).getvalue().startswith(JPEG)
        assert image["creditText"] == page.one(css="figure__credit").text == "TOM VASSEUR / LE FANAL"
        assert [named["name"] for named in image["creator"]] == ["Tom Vasseur", "Le Fanal"]


def test_a_small_picture_is_not_enlarged(client):
    article = make_article(published_at=an_hour_ago(), photo=make_photo((64, 48)))
    sizes = [(image["width"], image["height"]) for image in told(client, article)[1]["image"]]
    assert sizes == [(64, 36), (64, 48), (48, 48)]


def test_every_picture_of_the_page_is_told_of_with_its_own_credit(client):
    inside = make_photo(photographer="Jeanne Okafor")
    article = make_article(published_at=an_hour_ago(), photo=make_photo(agency="AMI"), body=figure(inside, "La salle."))
    page, told_of = told(client, article)
    shown = [
        (f"http://127.0.0.1:8000{element.one('img')['src']}", element.one(css="figure__credit").text)
        for element in page.all("figure", role="figure")
    ]
    assert [(image["contentUrl"], image["creditText"]) for image in told_of["associatedMedia"]] == shown
    assert len(shown) == 2


def test_an_article_without_picture_tags_or_author_leaves_them_out(client):
    _, article = told(client, make_article(published_at=an_hour_ago()))
    assert not {"image", "associatedMedia", "author", "keywords", "correction", "comment"} & set(article)


def test_corrections_are_told_and_a_reply_is_nobody_s_correction(client):
    article = make_story()
    kinds = Correction.Kind
    make_correction(article, kind=kinds.CLARIFICATION, text="Ce sont dix quais.", made_at=minutes_ago(20))
    make_correction(article, kind=kinds.RIGHT_OF_REPLY, text="Je réponds.", made_at=minutes_ago(10))
    make_correction(article, text="A correction to come", made_at=in_an_hour())
    page, told_of = told(client, article)
    assert [(made["@type"], made["text"]) for made in told_of["correction"]] == [
        ("CorrectionComment", "Ce sont dix quais.")
    ]
    assert [(reply["@type"], reply["text"]) for reply in told_of["comment"]] == [("Comment", "Je réponds.")]
    dates = {made["datePublished"] for made in told_of["correction"] + told_of["comment"]}
    assert dates == {aside.one("time")["datetime"] for aside in page.all("aside", css="correction")}


def test_no_word_ends_the_script(client):
    article = make_story()
    evil = "</script><script>alert(1)</script> & <!-- \u2028 ]]> “quoted” \\"
    Article.objects.update(headline=evil)
    response = client.get(article.get_absolute_url())
    assert news(response)["headline"] == evil
    source = re.search(r'<script type="application/ld\+json">(.*?)</script>', response.content.decode(), re.DOTALL)[1]
    assert not set("<>&\u2028\u2029") & set(source)
    assert [script.get("type") for script in read(response).all("script")] == ["application/ld+json", None]


def test_machines_get_plain_spaces(client):
    article = make_article(headline="« Le port » : 1 200 quais !", published_at=an_hour_ago())
    page, told_of = told(client, article)
    assert "\u202f" in page.one("h1").text
    assert told_of["headline"] == "« Le port » : 1 200 quais !"
    for element in page.one("head").all("meta"):
        assert not {"\u202f", "\u00a0"} & set(element.get("content", ""))


def test_the_publisher_names_the_policies_that_have_a_page(client):
    assert "ethicsPolicy" not in graph(client.get("/"))["NewsMediaOrganization"]
    make_page("Charte", footer="paper")
    publisher = graph(client.get("/"))["NewsMediaOrganization"]
    assert publisher["ethicsPolicy"] == publisher["publishingPrinciples"] == "http://127.0.0.1:8000/pages/charte/"
    assert publisher["correctionsPolicy"] == "http://127.0.0.1:8000/corrections/"
    assert "masthead" not in publisher


def test_a_section_whose_address_is_a_policy_s_is_no_policy(client):
    make_section("Contact")
    assert "actionableFeedbackPolicy" not in graph(client.get("/"))["NewsMediaOrganization"]


def test_the_way_to_an_article_leads_through_its_section(client):
    article = make_story()
    steps = graph(client.get(article.get_absolute_url()))["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps] == ["Le Fanal", "Littoral", "Le port rouvre"]
    assert [step["item"].removeprefix("http://127.0.0.1:8000") for step in steps] == [
        "/",
        "/sections/littoral/",
        article.get_absolute_url(),
    ]


def test_lists_tell_their_articles_in_the_order_of_the_page(client):
    section, tag = make_section("Littoral"), make_tag("port")
    for minutes in range(9):
        make_article(published_at=minutes_ago(minutes), section=section, tags=[tag], photo=make_photo())
    make_article(published_at=in_an_hour(), section=section, tags=[tag])
    today = timezone.localdate()
    for address in ("/latest/", f"/latest/{today:%Y/%m/%d}/", "/sections/littoral/", "/tags/port/"):
        response = client.get(address)
        listed = graph(response)["CollectionPage"]["mainEntity"]["itemListElement"]
        headlines = [heading.one("a") for heading in read(response).all("h2", "h3") if heading.inside("article")]
        assert [item["url"] for item in listed] == [f"http://127.0.0.1:8000{link['href']}" for link in headlines]
        assert [item["position"] for item in listed] == list(range(1, len(listed) + 1))


def test_the_front_tells_each_of_its_stories_once_the_lead_first(client):
    articles = [make_article(published_at=minutes_ago(minutes), photo=make_photo()) for minutes in range(9)]
    make_placement(articles[4])
    make_article(published_at=in_an_hour())
    listed = graph(client.get("/"))["CollectionPage"]["mainEntity"]["itemListElement"]
    addresses = [item["url"].removeprefix("http://127.0.0.1:8000") for item in listed]
    assert addresses[0] == articles[4].get_absolute_url()
    assert sorted(addresses) == sorted(article.get_absolute_url() for article in articles)


def test_an_empty_front_tells_of_the_paper(client):
    assert set(graph(client.get("/"))) == {"CollectionPage", "WebSite", "NewsMediaOrganization"}


def test_corrections_lead_to_their_place_on_the_page(client):
    made = make_correction(make_story(), made_at=minutes_ago(5))
    response = client.get("/corrections/")
    item = graph(response)["CollectionPage"]["mainEntity"]["itemListElement"][0]
    assert item["url"] == f"http://127.0.0.1:8000{made.get_absolute_url()}"
    page = read(client.get(made.get_absolute_url()))
    assert page.one(id=made.get_absolute_url().partition("#")[2]).name == "aside"


@pytest.mark.parametrize(("kind", "thing"), [("person", "Person"), ("agency", "Organization")])
def test_an_author_s_page_is_their_profile(client, kind, thing):
    author = make_author("Inès Marchetti", kind=kind, role="journaliste", bio="Elle suit le port.")
    make_article(published_at=an_hour_ago(), authors=[author])
    profile = graph(client.get(author.get_absolute_url()))["ProfilePage"]["mainEntity"]
    assert (profile["@type"], profile["name"], profile["description"]) == (thing, author.name, author.bio)
    assert ("jobTitle" in profile) == (kind == "person")


def test_a_page_that_is_not_there_tells_nothing(client):
    article = make_story()
    article.withdraw()
    for response in (client.get(article.get_absolute_url()), client.get("/nowhere/")):
        page = read(response)
        assert not page.all("script", type="application/ld+json")
        assert not page.all("link", rel="canonical")
        assert not [meta for meta in page.all("meta") if meta.get("property")]
