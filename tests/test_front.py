"""The front page: what an editor placed, then the newest, and nothing twice."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Front, Placement, Section
from articles.models.front import IN_A_BLOCK, LATEST
from tests.making import (
    an_hour_ago,
    in_an_hour,
    make_article,
    make_author,
    make_photo,
    make_placement,
    make_section,
    make_tag,
    minutes_ago,
)
from tests.reading import read

pytestmark = pytest.mark.django_db
Slot = Placement.Slot


def front(client):
    return read(client.get("/"))


def lead(client):
    return front(client).one("article", css="lead")


def publish(headline, minutes=60, **facts):
    return make_article(headline, published_at=minutes_ago(minutes), **facts)


def test_what_is_taken_back_while_the_front_is_made_does_not_stand_there():
    now = timezone.now()
    assert Front.compose(now, [make_placement(make_article())]) == Front()


def test_a_paper_without_articles_says_so(client):
    assert front(client).one("p", css="notice").text == "Rien n’a encore été publié."


def test_nothing_stands_twice_but_in_the_latest(client):
    section, tag = make_section(), make_tag()
    placed = [publish(f"Placed {slot}", section=section, tags=[tag], photo=make_photo()) for slot in Slot]
    for slot, article in zip(Slot, placed, strict=True):
        make_placement(article, slot)
    for number in range(20):
        publish(f"Other {number}", section=section, tags=[tag])
    page = front(client)
    latest = page.one("section", css="latest")
    inside = set(latest.descendants)
    links = [link["href"] for link in page.one("main").all("a") if "/articles/" in link["href"] and link not in inside]
    assert len(links) == len(set(links)) == 4 + 2 + IN_A_BLOCK
    assert len([link for link in latest.all("a") if "/articles/" in link["href"]]) == LATEST


def test_an_article_placed_twice_stands_at_the_higher_place_only(client):
    article, other = publish("Placed twice"), publish("Another", minutes=90)
    make_placement(article, Slot.SECONDARY_1)
    make_placement(article, Slot.LEAD)
    page = front(client)
    assert "Placed twice" in page.one("article", css="lead").text
    assert "Placed twice" not in page.one("div", css="front__secondaries").text
    assert other.headline in page.one("div", css="front__secondaries").text


def test_the_newest_fills_what_nobody_placed_and_the_lead_wants_a_picture(client):
    with_picture = publish("With a picture", minutes=90, photo=make_photo())
    newest, second, third, fourth = (publish(f"Newest {number}", minutes=number) for number in range(1, 5))
    publish("A brief", minutes=0, genre="brief")
    composed = Front.compose(timezone.now(), Placement.objects.live())
    assert composed.lead.article == with_picture
    assert [card.article for card in composed.secondaries] == [newest, second, third]
    assert fourth not in [card.article for card in composed.secondaries]


def test_a_paper_of_briefs_alone_is_not_empty(client):
    publish("Only a brief", genre="brief")
    assert "Only a brief" in front(client).one("main").text


def test_a_place_shows_its_own_headline_and_photo(client):
    photo = make_photo(photographer="Jeanne Morvan")
    article = publish("In the paper", photo=make_photo(photographer="Somebody Else"))
    make_placement(article, headline="On the front", photo=photo)
    shown = lead(client)
    assert "On the front" in shown.one("h2").text
    assert shown.one("figcaption").text == "JEANNE MORVAN"
    assert f"/photos/{photo.pk}/" in shown.one("img")["src"]
    assert "On the front" not in client.get(article.get_absolute_url()).content.decode()


def test_a_place_is_taken_from_its_start_until_its_end():
    at = timezone.now()
    article, other = publish("Placed"), publish("Newest", minutes=1)
    make_placement(article, starts_at=at, ends_at=at + timedelta(hours=1))
    for moment, shown in [
        (at - timedelta(microseconds=1), other),
        (at, article),
        (at + timedelta(minutes=59), article),
        (at + timedelta(hours=1), other),
    ]:
        assert Front.compose(moment, Placement.objects.live(moment)).lead.article == shown


def test_the_newest_placement_of_a_place_wins():
    older, newer = publish("Older"), publish("Newer")
    make_placement(newer, starts_at=minutes_ago(10))
    make_placement(older, starts_at=minutes_ago(20))
    assert Front.compose(timezone.now(), Placement.objects.live()).lead.article == newer


@pytest.mark.parametrize("take_back", ["withdraw", "unpublish"])
def test_a_place_of_what_is_no_longer_public_is_filled_with_the_newest(client, take_back):
    article, other = publish("Taken back"), publish("Newest")
    make_placement(article)
    assert "Taken back" in lead(client).text
    getattr(article, take_back)()
    assert other.headline in lead(client).text


def test_a_scheduled_article_may_have_its_place_in_advance(client):
    make_placement(make_article("To come", published_at=in_an_hour()))
    publish("Here")
    assert "Here" in lead(client).text


def test_sections_follow_in_their_order_without_those_that_have_nothing(client):
    later, sooner, empty = make_section("Later", position=2), make_section("Sooner", position=1), make_section("Empty")
    for section in (later, sooner):
        for number in range(8):
            publish(f"{section} {number}", section=section)
    titles = [block.one("h2").text for block in front(client).all("section", css="block")]
    assert titles == ["Sooner", "Later"]
    assert Section.objects.filter(pk=empty.pk).exists()


def test_the_latest_is_complete_and_says_the_day_when_it_is_another(client):
    at = timezone.localtime()
    for number, days in enumerate((0, 1, 1, 3)):
        make_article(f"Story {number}", published_at=at - timedelta(days=days, microseconds=1))
    latest = front(client).one("section", css="latest")
    assert [heading.text for heading in latest.all("h3", css="latest__day")] == [
        day_in_french(at - timedelta(days=1)),
        day_in_french(at - timedelta(days=3)),
    ]
    assert len(latest.all("li")) == 4


def day_in_french(moment):
    days = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
    months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
    first = "er" if moment.day == 1 else ""
    return f"{days[moment.weekday()]} {moment.day}{first} {months[moment.month - 1]} {moment.year}"


def test_what_stands_beside_the_lead_shares_its_subject_and_says_its_day(client):
    tag = make_tag()
    make_placement(publish("Lead", tags=[tag]))
    publish("Of the same subject", minutes=60 * 24 * 40, tags=[tag])
    for number in range(20):
        publish(f"Other {number}")
    beside = lead(client).one("ul", css="lead__beside")
    assert "Of the same subject" in beside.text
    assert beside.one("span", css="hour__day").text


def test_an_opinion_is_signed_and_carries_no_picture(client):
    author = make_author("Odile Rimbert")
    make_placement(publish("Lead"))
    opinion = publish("Opinion", genre="opinion", photo=make_photo(), authors=[author])
    make_placement(opinion, Slot.SECONDARY_1)
    card = front(client).one("article", css="card--opinion")
    assert card.one("p", css="card__author").text == "Par Odile Rimbert"
    assert not card.all("img")


def test_the_front_shows_what_was_published_a_moment_ago(client):
    article = make_article("Just now")
    assert "Just now" not in front(client).text
    article.publish()
    assert "Just now" in front(client).text


def test_short_headlines_stand_in_lines_and_full_ones_in_cards(client):
    make_article("The whole of the headline", short_headline="Shorter", published_at=an_hour_ago())
    page = front(client)
    assert "The whole of the headline" in page.one("article", css="lead").text
    assert "Shorter" in page.one("section", css="latest").text
