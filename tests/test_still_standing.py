"""Readers go on reading while the database is away, and what was removed stays away: asked of real processes."""

import time
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.outage import failing
from tests.places import empty_place, make_small_paper

pytestmark = pytest.mark.slow
# How long anybody may wait for anything here; nothing takes nearly as long.
SECONDS = 30


@pytest.fixture
def outage(tmp_path, django_db_setup):
    with empty_place(tmp_path / "paper") as place, failing(make_small_paper(place)) as outage:
        yield outage


def ask(server, path="/", method="GET"):
    """Status, what the cache did, and text."""
    try:
        with urlopen(Request(server.address + path, method=method), timeout=60) as answer:
            return answer.status, timing(answer), answer.read().decode()
    except HTTPError as answer:
        with answer:
            return answer.code, timing(answer), answer.read().decode()


def timing(answer):
    return answer.headers.get("Server-Timing", "").partition("desc=")[2]


def until(holds):
    """Ask until it is so."""
    give_up = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < give_up, "it never came"


def article(do, number):
    return do(f"found = Article.objects.published().order_by('pk')[{number}]; found.get_absolute_url()")


def test_readers_read_on_while_the_database_is_away_and_all_recovers_by_itself(outage):
    with outage.place.server() as server, outage.place.hand() as do:
        story = article(do, 0)
        front = ask(server)[2]
        ask(server, story)
        with outage.away():
            until(lambda: ask(server)[1] == "stale")
            assert ask(server)[::2] == (200, front)
            assert ask(server, story)[:2] == (200, "stale")
            assert ask(server, "/corrections/")[0] == 503
            assert ask(server, "/readyz")[0] == 503
            assert ask(server, "/healthz")[0] == 200
            status, _, said = ask(server, "/admin/")
            assert status == 503
            assert "ne peut être enregistré" in said
        until(lambda: ask(server)[1] == "hit")
        assert ask(server, "/corrections/")[0] == 200
        assert ask(server, "/readyz")[0] == 200
        assert server.log.read_text().count("The database does not answer") == 1
        assert server.log.read_text().count("The database answers again") == 1


def test_what_was_withdrawn_stays_withdrawn_after_a_restart_without_a_database(outage):
    with outage.place.server() as server, outage.place.hand() as do:
        withdrawn, unpublished, other = (article(do, number) for number in (0, 1, 2))
        for address in ("/", withdrawn, unpublished, other, "/pages/mentions-legales/"):
            assert ask(server, address)[0] == 200
        for step, address in (("withdraw", withdrawn), ("unpublish", unpublished)):
            do(f"Article.objects.get(pk={address.split('/')[2]}).{step}(); Edition.end()")
        # Some worker hears of it, and writes it down, before the database goes.
        until(lambda: ask(server, withdrawn)[0] == 410 and ask(server, unpublished)[0] == 404)
        with outage.away():
            server.kill()
            server.start()
            assert ask(server, withdrawn)[0] == 410
            assert ask(server, unpublished)[0] == 404
            assert ask(server, "/")[0] == 503
            assert ask(server, "/pages/mentions-legales/")[:2] == (200, "stale")
        until(lambda: ask(server)[0] == 200)
        assert withdrawn not in ask(server)[2]
