"""« 3 nouveaux articles » on the latest page: told, never pushed."""

import re
import time
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

MINUTE = 60_000
PUBLISH = """
from articles.models import Article, Section
Article.objects.create(genre="brief", headline="Le phare rallumé", section=Section.objects.first()).publish()
"""


@pytest.fixture
def latest(tab):
    """The latest page, read with a clock that the test moves."""
    tab.page.clock.install()
    tab.open("/latest/")
    return tab


def minutes_pass(tab, minutes):
    """How often the page asks meanwhile. What it waits for comes in real time."""
    before = len(tab.requests)
    for _ in range(minutes):
        tab.page.clock.run_for(MINUTE)
        tab.page.evaluate("fetch('/healthz')")
    asked = [request.url for request in tab.requests[before:] if request.resource_type == "fetch"]
    return sum(url.endswith("/latest/") for url in asked)


def places(page):
    return page.locator(".line__headline").evaluate_all(
        "lines => lines.map((line) => [line.textContent, line.getBoundingClientRect().top])"
    )


def a_second_passes(site):
    """What was changed is on every worker by then."""
    until = time.monotonic() + 1
    while time.monotonic() < until:
        urlopen(f"{site.address}/healthz", timeout=60).close()


def test_a_new_article_is_told_of_and_shown_at_a_click(site, latest):
    page = latest.page
    page.mouse.wheel(0, 700)
    expect(page.locator(".ledger__new")).to_be_empty()
    before = places(page)
    site.ask(PUBLISH)
    a_second_passes(site)
    page.clock.run_for(MINUTE)
    expect(page.locator(".ledger__new a")).to_have_text(re.compile("^1 "))
    assert places(page) == before
    page.locator(".ledger__new a").click()
    expect(page.locator(".line__headline").first).to_have_text("Le phare rallumé")
    assert not latest.complaints


def test_the_page_asks_no_more_than_twice_a_minute(latest):
    assert 1 <= minutes_pass(latest, minutes=5) <= 10


def test_the_page_asks_nothing_while_nobody_looks_at_it(latest):
    look(latest, "hidden")
    assert minutes_pass(latest, minutes=3) == 0
    look(latest, "visible")
    assert minutes_pass(latest, minutes=3) > 0


def look(tab, state):
    """A browser without a screen calls all its tabs visible."""
    tab.page.evaluate(
        "state => Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })", state
    )
