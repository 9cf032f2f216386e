"""WebSub: the hub is told within a minute what changed, and the desk never waits for it."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article
from tests.making import (
    an_hour_ago,
    in_an_hour,
    make_article,
    make_author,
    make_correction,
    make_section,
    make_tag,
    minutes_ago,
)

pytestmark = pytest.mark.django_db


class Hub(HTTPServer):
    """A hub on this machine that writes down what it is told, and answers with `status`."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Listener)
        self.told, self.status = [], 204

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}/"

    def feeds(self):
        """The paths of the feeds it was told of, forgotten once asked."""
        told, self.told = self.told, []
        assert all(said["hub.mode"] == ["publish"] for said in told)
        return {urlsplit(address).path for said in told for address in said["hub.url"]}


class Listener(BaseHTTPRequestHandler):
    def do_POST(self):
        assert self.headers["Content-Type"] == "application/x-www-form-urlencoded"
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.told.append(parse_qs(body, strict_parsing=True))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture
def hub(settings, tmp_path):
    settings.VAR = tmp_path
    with Hub() as hub:
        settings.WEBSUB_HUB = hub.address
        thread = threading.Thread(target=hub.serve_forever)
        thread.start()
        yield hub
        hub.shutdown()
        thread.join()


def tell():
    call_command("websub", verbosity=0)


def feeds(*lists):
    return {f"/{name}/feed.{kind}" for name in lists for kind in ("rss", "atom", "json")}


def test_a_new_story_is_told_once_for_every_feed_it_stands_in(hub):
    tell()
    section, tag, author = make_section("Ville"), make_tag("port"), make_author("Inès")
    make_article(published_at=minutes_ago(1), section=section, tags=[tag], authors=[author])
    tell()
    assert hub.feeds() == feeds("latest", "sections/ville", "tags/port", "authors/ines")
    tell()
    assert hub.feeds() == set()


def test_a_story_published_by_the_clock_is_told(hub):
    tell()
    story = make_article(published_at=in_an_hour(), section=make_section("Ville"))
    tell()
    assert hub.feeds() == set()
    Article.objects.filter(pk=story.pk).update(published_at=minutes_ago(2))
    tell()
    assert hub.feeds() == feeds("latest", "sections/ville")


def test_a_correction_is_told_and_a_typo_is_not(hub):
    story = make_article(published_at=an_hour_ago(), section=make_section("Ville"))
    tell()
    story.body = "<p>Sans faute.</p>"
    story.save()
    tell()
    assert hub.feeds() == set()
    make_correction(story, made_at=minutes_ago(1))
    tell()
    assert hub.feeds() == feeds("latest", "sections/ville", "corrections")


def test_what_a_dead_hub_missed_it_is_told_when_it_lives_again(hub):
    tell()
    make_article(published_at=minutes_ago(1), section=make_section("Ville"))
    hub.status = 503
    for _ in range(2):
        with pytest.raises(CommandError, match="was not told"):
            tell()
    hub.feeds()
    hub.status = 202
    tell()
    assert hub.feeds() == feeds("latest", "sections/ville")


def test_a_hub_that_is_not_there_is_one_sentence(hub, settings):
    tell()
    make_article(published_at=minutes_ago(1))
    settings.WEBSUB_HUB = "http://127.0.0.1:9/"
    with pytest.raises(CommandError, match="http://127.0.0.1:9/ was not told"):
        tell()


def test_a_paper_that_begins_with_a_hub_does_not_tell_it_the_whole_archive(hub):
    make_article(published_at=an_hour_ago())
    tell()
    assert hub.feeds() == set()


def test_without_a_hub_nobody_is_told_and_nothing_is_kept(hub, settings):
    settings.WEBSUB_HUB = ""
    make_article(published_at=an_hour_ago())
    tell()
    assert hub.feeds() == set()
    assert not list(settings.VAR.iterdir())
