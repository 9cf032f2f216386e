"""What readers find about a topic: its page, those that go with it, and all of them from A to Z."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Tag, TaggedArticle, is_public, letters, page_of_topics, topic
from tests.making import an_hour_ago, in_an_hour, make_article, make_photo, make_tag, minutes_ago
from tests.reading import read

pytestmark = pytest.mark.django_db


def public(*tags, **facts):
    return make_article(**{"published_at": an_hour_ago(), "tags": tags} | facts)


def topics(page):
    return [link.text for link in read(page).one("ul", css="topics").all("a")]


def test_a_topic_has_the_description_and_the_picture_that_an_editor_gave_it(client):
    tag = make_tag("port", description="Les quais.\n\nLes grues.", photo=make_photo(photographer="Jeanne Morvan"))
    public(tag, photo=make_photo())
    page = read(client.get("/tags/port/"))
    head = page.one("header", css="listing__head")
    assert [line.text for line in head.one("div", css="listing__words").all("p")] == ["Les quais.", "Les grues."]
    assert head.one("figcaption").text == "JEANNE MORVAN"
    assert page.one("meta", name="description")["content"] == "Les quais.\n\nLes grues."
    assert tag.photo.rendition_key in page.one("meta", property="og:image")["content"]


def test_a_topic_without_them_is_told_by_its_articles(client):
    article = public(make_tag("port"), photo=make_photo())
    page = read(client.get("/tags/port/"))
    assert not page.all("div", css="listing__words")
    assert "port" in page.one("meta", name="description")["content"]
    assert article.lead_photo.rendition_key in page.one("meta", property="og:image")["content"]


def related(client, address):
    head = read(client.get(address)).one("header", css="listing__head")
    return [link["href"] for link in head.one("ul", css="tags").all("a")]


def test_related_topics_are_those_shared_most_and_public(client):
    port, often, once, hidden = (make_tag(name) for name in ("port", "souvent", "avant", "secret"))
    public(port, often, once)
    public(port, often)
    make_article(tags=[port, hidden], published_at=in_an_hour())
    public(make_tag("ailleurs"))
    assert related(client, "/tags/port/") == ["/tags/souvent/", "/tags/avant/", "/tags/"]


def test_eight_related_topics_at_most(client):
    public(make_tag("port"), *(make_tag() for _ in range(12)))
    assert len(related(client, "/tags/port/")) == 8 + 1


# From A to Z


def test_the_letters_are_those_that_have_something_public(client):
    public(make_tag("Élections"), make_tag("2027"), make_tag("zones"))
    make_article(tags=[make_tag("brouillon")])
    gone = public(make_tag("retiré"))
    gone.withdraw()
    public(make_tag("demain"), published_at=in_an_hour())
    make_tag("jamais")
    links = [link["href"] for link in read(client.get("/tags/")).one("nav", css="letters").all("a")]
    assert links == ["/tags/letters/0-9/", "/tags/letters/e/", "/tags/letters/z/"]
    for letter in "brdj":
        assert client.get(f"/tags/letters/{letter}/").status_code == 404


def test_a_letter_lists_its_topics_in_the_order_of_the_alphabet(client):
    public(*(make_tag(name) for name in ("écoles", "Eau", "élections", "emploi", "port", "œuvres", "3D")))
    page = client.get("/tags/letters/e/")
    assert topics(page) == ["Eau", "Écoles", "Élections", "Emploi"]
    assert read(page).one("nav", css="letters").one("a", **{"aria-current": "page"}).text == "E"
    assert topics(client.get("/tags/letters/o/")) == ["Œuvres"]
    assert topics(client.get("/tags/letters/0-9/")) == ["3D"]


def test_a_long_letter_goes_on_page_after_page_and_back():
    public(*(make_tag(f"a {number}") for number in range(7)))
    everything = list(Tag.objects.order_by("slug"))
    first = page_of_topics("a", size=3)
    second = page_of_topics("a", after=str(first.next), size=3)
    third = page_of_topics("a", after=str(second.next), size=3)
    assert [first.entries, second.entries, third.entries] == [everything[:3], everything[3:6], everything[6:]]
    assert (first.previous, third.next) == (None, None)
    assert page_of_topics("a", before=str(third.previous), size=3).entries == second.entries
    assert page_of_topics("a", before=str(second.previous), size=3) == first


def test_a_place_that_is_none_is_the_first_page(client):
    public(make_tag("port"), make_tag("pluie"))
    hidden, elsewhere = make_tag("pq"), make_tag("quais")
    public(elsewhere)
    first = client.get("/tags/letters/p/").content
    for asked in ("after=x", "before=", f"after={hidden.pk}", f"before={elsewhere.pk}", f"after={'9' * 40}"):
        assert client.get(f"/tags/letters/p/?{asked}").content == first, asked


def test_the_page_of_subjects_shows_what_the_newest_articles_are_about(client):
    for number in range(topic.RECENT):
        public(make_tag("pluie") if number == 0 else Tag.objects.get(slug="pluie"), published_at=minutes_ago(number))
    public(make_tag("jadis"), published_at=timezone.now() - timedelta(days=30))
    assert topics(client.get("/tags/")) == ["Pluie"]


def test_an_empty_paper_has_no_letters(client):
    assert letters() == []
    assert read(client.get("/tags/")).one("p", css="notice")


def test_readers_find_the_subjects_in_the_footer_and_search_engines_in_the_sitemap(client):
    public(make_tag("port"))
    assert [link["href"] for link in read(client.get("/")).one("footer").all("a") if "/tags/" in link["href"]] == [
        "/tags/"
    ]
    sitemap = client.get("/sitemap-pages.xml").content.decode()
    assert "/tags/</loc>" in sitemap
    assert "/tags/letters/p/</loc>" in sitemap


def test_a_wrong_copy_of_the_hour_makes_no_topic_public(client):
    tag = make_tag("port")
    make_article(tags=[tag])
    TaggedArticle.objects.update(stands_at=an_hour_ago())
    assert letters() == []
    assert client.get("/tags/port/").status_code == 404


def test_a_link_to_a_topic_is_alive_while_the_topic_is_public_under_each_of_its_names():
    tag = make_tag("port", ["rade"])
    addresses = ["/tags/port/", "/tags/rade/", "/tags/letters/p/", "/tags/port/feed.rss"]
    assert not any(map(is_public, addresses))
    public(tag)
    assert all(map(is_public, addresses))
    assert is_public("/tags/")
