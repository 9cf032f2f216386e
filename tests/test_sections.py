"""The lists of a section, of a tag and of an author."""

import pytest

from articles.models import Tag, listing
from articles.models.tag import parse_tags
from tests.making import an_hour_ago, make_article, make_author, make_photo, make_section, make_tag, minutes_ago, paris
from tests.reading import read

pytestmark = pytest.mark.django_db

# What makes an article belong to the list of each kind.
MEMBERSHIP = {
    "section": (make_section, lambda section: {"section": section}),
    "tag": (make_tag, lambda tag: {"tags": [tag]}),
    "author": (make_author, lambda author: {"authors": [author]}),
}


@pytest.fixture(params=MEMBERSHIP)
def place(request):
    make, belonging = MEMBERSHIP[request.param]
    place = make()
    place.facts = belonging(place)
    return place


def shown(client, place, query=""):
    page = read(client.get(place.get_absolute_url() + query))
    return [link.text for link in page.one("main").all("a") if link["href"].startswith("/articles/")]


def test_a_list_shows_its_own_articles_newest_first(client, place):
    for number in range(3):
        make_article(f"Own {number}", published_at=minutes_ago(number), genre="brief", **place.facts)
    make_article("Foreign", published_at=an_hour_ago())
    assert shown(client, place) == ["Own 0", "Own 1", "Own 2"]


def test_a_list_goes_on_page_after_page_and_shows_each_article_once(client, place):
    count = listing.SIZE + 5
    for number in range(count):
        make_article(f"Own {number}", published_at=minutes_ago(number), **place.facts)
    first = client.get(place.get_absolute_url())
    older = read(first).one("a", rel="next")["href"]
    everything = shown(client, place) + shown(client, place, older)
    assert sorted(everything) == sorted(f"Own {number}" for number in range(count))
    assert read(client.get(place.get_absolute_url() + older)).one("a", rel="prev")


def test_a_list_of_another_is_not_reached_with_its_cursors(client, place):
    foreign = make_article("Foreign", published_at=minutes_ago(1))
    make_article("Own", published_at=minutes_ago(2), **place.facts)
    assert shown(client, place, f"?before={foreign.pk}") == ["Own"]


def test_a_section_without_articles_says_so(client):
    page = read(client.get(make_section("Littoral").get_absolute_url()))
    assert page.one("h1").text == "Littoral"
    assert page.one("p", css="notice").text == "Rien n’a encore été publié ici."


@pytest.mark.parametrize("kind", ["tag", "author"])
def test_a_tag_and_an_author_of_nothing_public_do_not_exist(client, kind):
    make, belonging = MEMBERSHIP[kind]
    place = make()
    article = make_article(**belonging(place))
    assert client.get(place.get_absolute_url()).status_code == 404
    article.publish()
    assert client.get(place.get_absolute_url()).status_code == 200
    article.withdraw()
    assert client.get(place.get_absolute_url()).status_code == 404


def test_an_author_is_introduced(client):
    author = make_author("Inès Marchetti", role="journaliste", bio="Écrit.\n\nLit.")
    make_article(published_at=an_hour_ago(), authors=[author])
    page = read(client.get(author.get_absolute_url())).one("main")
    assert page.one("h1").text == "Inès Marchetti"
    assert page.one("p", css="listing__description").text == "Journaliste"
    assert [line.text for line in page.one("div", css="listing__bio").all("p")] == ["Écrit.", "Lit."]


def test_an_author_has_the_portrait_with_its_credit(client):
    author = make_author("Inès Marchetti", portrait=make_photo(photographer="Jeanne Morvan", caption="Elle."))
    make_article(published_at=an_hour_ago(), authors=[author])
    assert read(client.get(author.get_absolute_url())).one("main").one("figcaption").text == "JEANNE MORVAN"


def test_days_of_a_list_are_headings(client):
    tag = make_tag()
    make_article(published_at=paris(2026, 3, 1, 12), tags=[tag])
    make_article(published_at=paris(2026, 3, 2, 12), tags=[tag])
    days = read(client.get(tag.get_absolute_url())).all("h2", css="listing__day")
    assert [day.text for day in days] == ["lundi 2 mars 2026", "dimanche 1er mars 2026"]


def test_a_picture_in_a_list_has_its_credit(client):
    tag = make_tag()
    make_article(published_at=an_hour_ago(), tags=[tag], photo=make_photo(photographer="Jeanne Morvan"))
    make_article(published_at=an_hour_ago(), tags=[tag], photo=make_photo(), genre="opinion")
    figure = read(client.get(tag.get_absolute_url())).one("figure")
    assert figure.one("figcaption").text == figure["aria-label"] == "JEANNE MORVAN"


# A tag is its slug


def test_two_spellings_are_one_tag():
    make_tag("Île d’Ourl")
    assert parse_tags("ile d'ourl, PORT DE COMMERCE, port  de commerce, , \"") == ["Île d’Ourl", "PORT DE COMMERCE"]


def test_the_desk_adds_a_known_tag_in_any_spelling():
    article = make_article(tags=[make_tag("élections")])
    article.tags.add(*parse_tags("Élections, budget, œuvres"))
    assert set(Tag.objects.values_list("slug", flat=True)) == {"elections", "budget", "oeuvres"}
