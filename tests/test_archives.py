"""The archives: years, months and days with what they have; their counts follow every change and tell nothing early."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.models import Article, Day
from tests.making import in_an_hour, make_article, make_author, make_section, paris
from tests.reading import read

pytestmark = pytest.mark.django_db
UTC = ZoneInfo("UTC")
NOW = paris(2027, 1, 17, 15, 30)


@pytest.fixture
def clock(monkeypatch):
    """Says what hour it is."""

    def set_to(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment.astimezone(UTC))

    set_to(NOW)
    return set_to


def stored():
    return {day.date: day.articles for day in Day.objects.exclude(articles=0)}


def counted():
    """As `Day` should say it: each article looked at."""
    days = {}
    for moment in Article.objects.filter(withdrawn_at=None).exclude(published_at=None).values_list("published_at"):
        day = timezone.localdate(*moment)
        days[day] = days.get(day, 0) + 1
    return days


def calendar(client, address):
    """What a calendar or a year says of each of its links, by address."""
    page = read(client.get(address)).one("main")
    parts = page.all("table", css="calendar") + page.all("ol", css="months")
    return {link["href"]: link.parent.all("span")[0].text for part in parts for link in part.all("a")}


def around(client, address):
    """The links to what lies before and after."""
    return [link["href"] for bar in read(client.get(address)).all("nav", css="around") for link in bar.all("a")]


# The rows follow the articles


def test_a_day_is_counted_when_an_article_comes_goes_and_comes_back(clock):
    article, day = make_article(), date(2027, 1, 17)
    assert stored() == {}
    article.publish()
    assert stored() == {day: 1}
    article.withdraw("A reason")
    assert stored() == {}
    article.publish()
    assert stored() == {day: 1}
    article.unpublish()
    assert stored() == {}


def test_an_article_that_is_scheduled_anew_leaves_the_day_that_it_had(clock):
    article = make_article(published_at=NOW + timedelta(days=1))
    assert stored() == {date(2027, 1, 18): 1}
    article.publish(at=NOW + timedelta(days=3))
    assert stored() == {date(2027, 1, 20): 1}
    article.unpublish()
    assert stored() == {}


@pytest.mark.parametrize("delete", [lambda article: article.delete(), lambda article: Article.objects.all().delete()])
def test_a_scheduled_article_that_is_deleted_is_counted_no_more(clock, delete):
    article = make_article(published_at=in_an_hour())
    assert stored()
    delete(article)
    assert stored() == {}


def test_a_save_of_words_counts_nothing(clock):
    article = make_article(published_at=NOW)
    with CaptureQueriesContext(connection) as queries:
        article.save(update_fields=["headline"])
    assert not [query for query in queries if "articles_day" in query["sql"]]


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (paris(2026, 3, 28, 23, 59, 59, 999_999), date(2026, 3, 28)),
        (paris(2026, 3, 29), date(2026, 3, 29)),
        (paris(2026, 10, 25, 0, 30), date(2026, 10, 25)),
        (paris(2026, 10, 25, 23, 30), date(2026, 10, 25)),
        (paris(1826, 1, 17, 12), date(1826, 1, 17)),
    ],
)
def test_an_article_is_of_the_day_that_it_was_where_the_paper_is(moment, day):
    make_article(published_at=moment)
    assert stored() == {day: 1}


@pytest.mark.parametrize("year", [1, 9999])
def test_a_moment_at_the_end_of_time_is_saved_and_has_no_day(year):
    make_article(published_at=paris(year, 6, 1))
    assert stored() == {}
    assert Day.objects.recount_all(Article.objects) == 0


def test_all_days_can_be_counted_again(clock):
    for day in (1, 1, 2, 20):
        make_article(published_at=paris(2027, 1, day, 12))
    right = stored()
    Day.objects.filter(date=date(2027, 1, 1)).delete()
    Day.objects.filter(date=date(2027, 1, 2)).update(articles=7)
    Day.objects.create(date=date(2026, 5, 1), articles=3)
    told = []
    assert Day.objects.recount_all(Article.objects, lambda *progress: told.append(progress)) == 3
    assert (stored(), told) == (right, [(4, 4)])
    assert Day.objects.recount_all(Article.objects) == 0


def test_a_paper_that_moves_to_another_time_counts_its_days_again():
    make_article(published_at=paris(2026, 1, 17, 0, 30))
    with override_settings(TIME_ZONE="America/Martinique"):
        Day.objects.recount_all(Article.objects)
        assert stored() == {date(2026, 1, 16): 1}


MOMENTS = st.integers(-4, 4).map(lambda hours: hours * 11)
STEPS = st.tuples(st.sampled_from("make publish unpublish withdraw delete save".split()), st.integers(0, 5), MOMENTS)


class WhateverIsDone(TestCase):
    @settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
    @given(st.lists(STEPS, max_size=12))
    def test_the_days_are_as_if_each_article_was_looked_at(self, steps):
        section, articles = make_section(), []
        for step, number, hours in steps:
            moment = timezone.now() + timedelta(hours=hours)
            if step == "make" or not articles:
                articles.append(make_article(section=section, published_at=moment if number % 2 else None))
                continue
            take(step, articles[number % len(articles)], moment)
            articles = list(Article.objects.order_by("pk"))
        assert stored() == counted()


def take(step, article, moment):
    """Whatever of these the article is ready for."""
    if step == "publish":
        article.publish(at=max(moment, timezone.now()))
    elif step == "unpublish":
        article.unpublish()
    elif step == "withdraw" and article.is_published():
        article.withdraw()
    elif step == "delete" and not article.was_ever_published():
        article.delete()
    elif step == "save" and article.withdrawn_at is None:
        article.published_at, article.updated_at = moment, None
        article.save()


# The pages


def test_a_month_is_a_calendar_of_its_days_with_their_articles(client, clock):
    for day in (1, 12, 12):
        make_article(published_at=paris(2026, 11, day, 12))
    page = read(client.get("/latest/2026/11/"))
    assert page.one("h1").text == "Novembre 2026"
    table = page.one("table", css="calendar")
    assert "3 articles" in table.one("caption").text
    heads = table.all("th", scope="col")
    assert [head.all("span")[1].text for head in heads] == (
        "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
    )
    assert calendar(client, "/latest/2026/11/") == {
        "/latest/2026/11/01/": "1er novembre, 1 article",
        "/latest/2026/11/12/": "12 novembre, 2 articles",
    }
    days = [cell.text for cell in table.all("tr")[1].all("td")]
    assert days[:6] == [""] * 6


def test_a_year_has_its_months_and_leads_to_the_other_years(client, clock):
    for when in [(2024, 5, 1), (2026, 2, 3), (2026, 2, 4), (2026, 11, 1)]:
        make_article(published_at=paris(*when, 12))
    page = read(client.get("/latest/2026/"))
    assert page.one("h1").text == "2026"
    assert calendar(client, "/latest/2026/") == {"/latest/2026/02/": "2 articles", "/latest/2026/11/": "1 article"}
    years = page.one("ul", css="years").all("a")
    assert [(year.text, year.get("aria-current")) for year in years] == [("2026", "page"), ("2024", None)]
    assert around(client, "/latest/2026/") == ["/latest/2024/"]


def test_large_numbers_are_written_as_the_language_does(client, clock):
    make_article(published_at=paris(2026, 11, 1, 12))
    Day.objects.update(articles=1204)
    assert calendar(client, "/latest/2026/") == {"/latest/2026/11/": "1\u202f204 articles"}


def test_today_is_counted_as_it_is_now_and_nothing_of_days_to_come(client, clock):
    make_article(published_at=NOW)
    make_article(published_at=NOW + timedelta(minutes=1))
    make_article(published_at=NOW + timedelta(days=1))
    assert calendar(client, "/latest/2027/01/") == {"/latest/2027/01/17/": "17 janvier, 1 article"}
    assert calendar(client, "/latest/2027/") == {"/latest/2027/01/": "1 article"}
    clock(NOW + timedelta(minutes=1))
    assert calendar(client, "/latest/2027/01/") == {"/latest/2027/01/17/": "17 janvier, 2 articles"}
    clock(paris(2027, 1, 18, 0, 0))
    assert calendar(client, "/latest/2027/01/") == {"/latest/2027/01/17/": "17 janvier, 2 articles"}
    clock(NOW + timedelta(days=1))
    assert calendar(client, "/latest/2027/") == {"/latest/2027/01/": "3 articles"}


def test_a_day_of_which_all_is_withdrawn_disappears(client, clock):
    article = make_article(published_at=paris(2026, 11, 12, 12))
    make_article(published_at=paris(2026, 11, 20, 12))
    assert around(client, "/latest/2026/11/20/") == ["/latest/2026/11/12/"]
    article.withdraw()
    assert around(client, "/latest/2026/11/20/") == []
    assert list(calendar(client, "/latest/2026/11/")) == ["/latest/2026/11/20/"]


@pytest.mark.parametrize(
    ("kind", "asked", "before", "after"),
    [
        ("day", (2026, 11, 12), (2026, 3, 5), (2026, 12, 31)),
        ("month", (2026, 11, 1), (2026, 3, 1), (2026, 12, 1)),
        ("year", (2026, 1, 1), (2023, 1, 1), (2027, 1, 1)),
    ],
)
def test_what_lies_before_and_after_skips_the_empty_the_hidden_and_what_is_to_come(
    client, clock, kind, asked, before, after
):
    for when in [(2023, 7, 9), (2026, 3, 5), (2026, 11, 12), (2026, 12, 31, 23, 59), (2027, 1, 1)]:
        make_article(published_at=paris(*when))
    make_article()
    make_article(published_at=paris(2026, 11, 11, 12)).withdraw()
    make_article(published_at=paris(2026, 11, 13, 12)).unpublish()
    make_article(published_at=NOW + timedelta(hours=1))
    make_article(published_at=paris(2028, 1, 1))

    def address(when):
        return reverse(f"latest_{kind}", args=[date(*when)])

    assert around(client, address(asked)) == [address(before), address(after)]
    newest = {"day": (2027, 1, 1), "month": (2027, 1, 1), "year": (2027, 1, 1)}[kind]
    assert len(around(client, address(newest))) == 1


def test_midnight_where_the_paper_is_parts_the_days_before_and_after(client, clock):
    last, first = paris(2026, 3, 28, 23, 59, 59, 999_999), paris(2026, 3, 29)
    make_article(published_at=last)
    make_article(published_at=first)
    assert around(client, "/latest/2026/03/28/") == ["/latest/2026/03/29/"]
    assert around(client, "/latest/2026/03/29/") == ["/latest/2026/03/28/"]


@pytest.mark.parametrize(
    "address",
    "/latest/2026/05/ /latest/2025/ /latest/2027/02/ /latest/2028/ /latest/0000/ /latest/9999/ /latest/0001/01/ "
    "/latest/2026/00/ /latest/2026/13/ /latest/2026/1/ /latest/26/ /latest/٢٠٢٦/".split(),
)
def test_what_has_nothing_is_to_come_or_is_no_time_has_no_page(client, clock, address):
    make_article(published_at=paris(2026, 11, 1, 12))
    make_article(published_at=paris(2026, 5, 1, 12)).withdraw()
    make_article(published_at=NOW + timedelta(days=400))
    assert client.get(address).status_code == 404


def test_the_present_month_and_year_have_a_page_before_their_first_article(client, clock):
    make_article(published_at=paris(2026, 11, 1, 12))
    for address, before in [("/latest/2027/", "/latest/2026/"), ("/latest/2027/01/", "/latest/2026/11/")]:
        assert calendar(client, address) == {}
        assert around(client, address) == [before]


def test_a_past_day_without_articles_asks_not_to_be_found(client, clock):
    make_article(published_at=paris(2026, 11, 1, 12))
    robots = [read(client.get(f"/latest/2026/11/{day}/")).one("meta", name="robots")["content"] for day in ("01", "02")]
    assert robots == ["max-image-preview:large", "noindex"]


def test_a_wrong_count_publishes_nothing(client, clock):
    make_article()
    Day.objects.create(date=date(2026, 11, 1), articles=1)
    assert not read(client.get("/latest/2026/11/01/")).all("li", css="line")


# The ways there


def test_days_lead_up_to_their_month_and_year(client, clock):
    make_article(published_at=paris(2026, 11, 1, 12))

    def way(address):
        return [link["href"] for link in read(client.get(address)).one("nav", css="way").all("a")]

    assert way("/latest/2026/11/01/") == ["/latest/", "/latest/2026/", "/latest/2026/11/"]
    assert way("/latest/2026/11/") == ["/latest/", "/latest/2026/"]
    assert way("/latest/2026/") == ["/latest/"]
    assert way("/latest/") == ["/latest/2026/", "/latest/2026/11/"]


def test_the_day_of_an_article_and_of_every_heading_leads_to_that_day(client, clock):
    article = make_article(published_at=paris(2026, 11, 1, 12), authors=[make_author()])
    make_article(published_at=NOW)
    day = "/latest/2026/11/01/"
    dateline = read(client.get(article.get_absolute_url())).one("div", css="dateline__words")
    assert dateline.one("a", css="dateline__day")["href"] == day
    for address in ("/", "/latest/", article.authors.get().get_absolute_url()):
        assert read(client.get(address)).one("main").all("a", href=day), address


def test_every_page_leads_to_the_archives(client, clock):
    footer = read(client.get("/corrections/")).one("footer")
    assert footer.all("a", href="/latest/2027/")


def test_programs_are_told_the_way_and_the_one_address(client, clock):
    make_article(published_at=paris(2026, 11, 1, 12))
    page = read(client.get("/latest/2026/11/?before=3"))
    assert page.one("link", rel="canonical")["href"].endswith("/latest/2026/11/")
    assert "Novembre 2026" in page.one("title").text
    written = page.one("script", type="application/ld+json").whole_text
    assert written.index('"name":"2026"') < written.rindex('"name":"Novembre 2026"')
