"""One setting, five signals: robots.txt, AIPREF, TDMRep, trust.txt and the headers never contradict each other."""

import os
import re
import subprocess
import sys
from urllib.robotparser import RobotFileParser

import pytest
from django.conf import settings as the_settings

from articles.ai_policy import TRAINING_CRAWLERS
from tests.making import an_hour_ago, make_article, make_page, make_photo

pytestmark = [pytest.mark.django_db, pytest.mark.once]

# What each word of the setting means: may be searched, may be trained on.
POLICIES = {"search": (True, False), "all": (True, True), "none": (False, False)}


@pytest.fixture(params=POLICIES)
def allowed(request, settings):
    search, training = POLICIES[request.param]
    settings.AI_POLICY = {"search": search, "training": training}
    return search, training


def lines(client, address):
    response = client.get(address)
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    return response.content.decode().splitlines()


def robots(client):
    rules = RobotFileParser()
    rules.parse(lines(client, "/robots.txt"))
    return rules


def test_robots_txt_lets_in_who_may_come(client, allowed):
    search, training = allowed
    rules = robots(client)
    for address in ("/", "/articles/1/rain/", "/photos/1/key/full-800.jpg"):
        assert rules.can_fetch("Googlebot", address) == search
        for crawler in TRAINING_CRAWLERS:
            assert rules.can_fetch(crawler, address) == training, crawler


def test_the_preference_is_the_same_in_every_header(client, allowed):
    search, training = allowed
    photo = make_photo()
    article = make_article(published_at=an_hour_ago(), photo=photo)
    preference = f"search={'y' if search else 'n'}, train-ai={'y' if training else 'n'}"
    for address in ("/", article.get_absolute_url(), photo.address("full-480", "jpg"), "/robots.txt"):
        response = client.get(address)
        response.getvalue()  # reads a file to its end, which closes it
        assert response["Content-Usage"] == preference, address
        assert response.get("X-Robots-Tag") == (None if search else "noindex"), address


def test_mining_is_reserved_unless_training_is_allowed(client, allowed):
    response = client.get("/.well-known/tdmrep.json")
    assert response["Content-Type"] == "application/json"
    assert response.json() == [{"location": "/", "tdm-reservation": 0 if allowed[1] else 1}]
    # By one technique only: two might disagree.
    assert "tdm-reservation" not in client.get("/").headers


def test_trust_txt_agrees(client, allowed):
    assert f"datatrainingallowed={'yes' if allowed[1] else 'no'}" in lines(client, "/trust.txt")
    assert lines(client, "/trust.txt") == lines(client, "/.well-known/trust.txt")


def test_trust_txt_names_the_pages_that_exist(client):
    assert lines(client, "/trust.txt") == ["datatrainingallowed=no", "disclosure=http://127.0.0.1:8000/corrections/"]
    make_page("Contact", footer="writing")
    make_page("Charte", footer="paper")
    assert lines(client, "/trust.txt")[1:] == [
        "contact=http://127.0.0.1:8000/pages/contact/",
        "disclosure=http://127.0.0.1:8000/pages/charte/",
        "disclosure=http://127.0.0.1:8000/corrections/",
    ]


def test_a_paper_is_found_and_not_trained_on_unless_it_says_otherwise():
    assert the_settings.AI_POLICY == {"search": True, "training": False}


def test_robots_txt_names_the_sitemaps_to_whoever_may_search(client, allowed):
    expected = ["http://127.0.0.1:8000/sitemap.xml", "http://127.0.0.1:8000/sitemap-news.xml"] if allowed[0] else None
    assert robots(client).site_maps() == expected


def test_robots_txt_is_written_as_rfc_9309_wants_it(client, allowed):
    line = re.compile(r"(User-agent: (\*|[-_A-Za-z]+)|Disallow: /\S*|Sitemap: http\S+|)")
    assert [written for written in lines(client, "/robots.txt") if not line.fullmatch(written)] == []


def test_the_desk_says_nothing_to_programs(client):
    assert "Content-Usage" not in client.get("/admin/").headers


def test_an_unknown_policy_stops_the_start_with_a_sentence():
    environment = os.environ | {"AI_POLICY": "maybe", "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    start = [sys.executable, "-c", "import newsroom.wsgi"]
    started = subprocess.run(start, env=environment, capture_output=True, text=True, check=False)
    assert started.returncode == 1
    assert started.stderr == "Settings: AI_POLICY is 'maybe'; it must be one of search, all, none.\n"
