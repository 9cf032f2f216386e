"""The latest list: everything published, newest first, by local day, page after page."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from articles import dates
from articles.models import Article, listing, page_of
from tests.making import make_article, make_section, minutes_ago, paris
from tests.reading import read

pytestmark = pytest.mark.django_db
UTC = ZoneInfo("UTC")


def headlines(response):
    return [heading.text for heading in read(response).all(css="line__headline")]


def link(response, way):
    found = read(response).all("a", rel=way)
    return found[0]["href"] if found else None


def test_the_newest_stand_first_under_their_days_with_their_hours(client):
    for headline, when in [("One", (1, 15, 45)), ("Two", (2, 6, 0)), ("Three", (2, 18, 5))]:
        make_article(headline, published_at=paris(2026, 3, *when))
    page = read(client.get("/latest/"))
    assert [day.text for day in page.all("h2", css="ledger__day")] == ["lundi 2 mars 2026", "dimanche 1er mars 2026"]
    lines = page.all("li", css="line")
    assert [line.one("h3").text for line in lines] == ["Three", "Two", "One"]
    assert [line.one("time").text for line in lines] == ["18h05", "6h00", "15h45"]


@pytest.mark.parametrize(("year", "address"), [(26, "/latest/0026/01/17/"), (1826, "/latest/1826/01/17/")])
def test_a_year_mistyped_at_the_desk_breaks_no_page(client, year, address):
    make_article(published_at=paris(year, 1, 17, 12))
    assert read(client.get("/latest/")).one("h2", css="ledger__day").one("a")["href"] == address
    assert read(client.get(address)).one("li", css="line")


def test_a_moment_of_another_age_is_told_to_machines_in_utc():
    """The clocks of Paris were 9 minutes and 21 seconds off, which `<time datetime>` cannot say."""
    assert dates.iso(paris(1826, 1, 17, 12, 0)) == "1826-01-17T11:50+00:00"
    assert dates.iso(paris(2026, 1, 17, 12, 0)) == "2026-01-17T12:00+01:00"


@pytest.mark.parametrize(
    "address", ["/latest/20٢٦/01/17/", "/sitemap-20٢٦-01.xml", "/latest/0001/01/01/", "/latest/9999/12/31/"]
)
def test_a_day_has_one_address_and_its_moments(client, address):
    make_article(published_at=paris(2026, 1, 17, 12))
    assert client.get(address).status_code == 404


def test_a_day_leads_to_its_own_page(client):
    make_article("One", published_at=paris(2026, 1, 17, 12))
    make_article("Before", published_at=paris(2026, 1, 16, 12))
    address = read(client.get("/latest/")).all("h2", css="ledger__day")[0].one("a")["href"]
    assert address == "/latest/2026/01/17/"
    response = client.get(address)
    assert read(response).one("h1").text == "Samedi 17 janvier 2026"
    assert headlines(response) == ["One"]


def test_a_line_says_section_summary_and_a_genre_that_is_not_news(client):
    make_article(
        "One", published_at=minutes_ago(5), section=make_section("Ville"), summary="Summary.", genre="interview"
    )
    line = read(client.get("/latest/")).one("li", css="line")
    assert line.one("p", css="line__section").text == "Ville"
    assert line.one("p", css="line__summary").text == "Summary."
    assert line.one("span", css="line__genre").text.startswith("Entretien")


def test_only_the_first_page_of_the_latest_waits_for_news(client):
    for number in range(listing.SIZE + 1):
        make_article(published_at=minutes_ago(number))
    first = client.get("/latest/")
    assert read(first).one("p", css="ledger__new")["role"] == "status"
    assert not read(client.get(f"/latest/{link(first, 'next')}")).all("p", css="ledger__new")


# Days are days of the paper's own place


def test_a_day_begins_and_ends_at_midnight_where_the_paper_is(client):
    for headline, when in [("Late", (16, 23, 59)), ("Early", (17, 0, 1)), ("Last", (17, 23, 59)), ("Next", (18, 0, 0))]:
        make_article(headline, published_at=paris(2026, 1, *when))
    assert headlines(client.get("/latest/2026/01/17/")) == ["Last", "Early"]
    assert headlines(client.get("/latest/2026/01/16/")) == ["Late"]


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 1, 17), 24)])
def test_a_day_on_which_the_clocks_change_is_shorter_or_longer(day, hours):
    start, end = dates.day_bounds(day)
    length = end.astimezone(UTC) - start.astimezone(UTC)
    assert length == timedelta(hours=hours) - timedelta(microseconds=1)


def test_both_hours_of_the_night_that_has_one_twice_are_of_that_day(client):
    first, second = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    make_article("First", published_at=first)
    make_article("Second", published_at=second)
    page = read(client.get("/latest/2026/10/25/"))
    assert [line.one("time").text for line in page.all("li", css="line")] == ["2h30", "2h30"]
    assert [time["datetime"][-6:] for time in page.one("main").all("time")] == ["+01:00", "+02:00"]


# Page after page


def walk(client, address, way):
    """The headlines of every page from this one on, and the address of the last."""
    pages = []
    while True:
        response = client.get(address)
        pages.append(headlines(response))
        following = link(response, way)
        if following is None:
            return pages, address
        address = "/latest/" + following


def bare(count, moment):
    section = make_section()
    return Article.objects.bulk_create(
        Article(headline=f"Story {number}", slug=f"story-{number}", section=section, published_at=moment(number))
        for number in range(count)
    )


@pytest.mark.parametrize(
    "moment",
    [
        minutes_ago,
        lambda number: paris(2026, 1, 17, 12),
        lambda number: paris(2026, 1, 17, 12) - timedelta(minutes=number // 9),
    ],
    ids=["each at its own minute", "all at once", "some at once"],
)
def test_older_leads_to_every_article_exactly_once_and_newer_back_again(client, moment):
    count = 3 * listing.SIZE + 7
    bare(count, moment)
    expected = list(Article.objects.latest_first().values_list("headline", flat=True))
    there, last = walk(client, "/latest/", "next")
    assert sum(there, []) == expected
    assert [len(page) for page in there] == [listing.SIZE] * 3 + [7]
    back, _ = walk(client, last, "prev")
    assert set(sum(back, [])) == set(expected)
    assert back[-1] == there[0]


def test_a_last_page_that_is_just_full_offers_nothing_older(client):
    bare(listing.SIZE, minutes_ago)
    assert link(client.get("/latest/"), "next") is None


def test_a_page_of_the_archive_stays_the_same_when_news_arrive(client):
    bare(2 * listing.SIZE, minutes_ago)
    older = "/latest/" + link(client.get("/latest/"), "next")
    before = headlines(client.get(older))
    make_article("News", published_at=minutes_ago(0))
    assert headlines(client.get(older)) == before


def test_a_busy_day_has_pages_of_that_day_alone(client):
    day = paris(2026, 1, 17, 12)
    bare(listing.SIZE + 3, lambda number: day + timedelta(seconds=number))
    make_article("The day after", published_at=day + timedelta(days=1))
    make_article("The day before", published_at=day - timedelta(days=1))
    first = client.get("/latest/2026/01/17/")
    second = client.get("/latest/2026/01/17/" + link(first, "next"))
    assert (len(headlines(first)), len(headlines(second))) == (listing.SIZE, 3)
    assert not {"The day after", "The day before"} & {*headlines(first), *headlines(second)}
    assert link(second, "next") is None


def test_a_page_has_as_many_entries_as_it_says_and_knows_its_neighbours():
    made = bare(5, minutes_ago)
    page = page_of(Article.objects.all(), before=str(made[1].pk), size=2)
    assert (page.entries, page.newer, page.older) == ([made[2], made[3]], made[2].pk, made[3].pk)
    assert page_of(Article.objects.all(), after=str(made[3].pk), size=2).entries == [made[1], made[2]]


def test_what_is_no_cursor_asks_for_the_first_page():
    made = bare(3, minutes_ago)
    draft = make_article()
    for typed in ("", "x", "-1", "0", "1e3", "٣", "9" * 30, str(draft.pk)):
        assert page_of(Article.objects.all(), before=typed).entries == made
        assert page_of(Article.objects.all(), after=typed).entries == made
