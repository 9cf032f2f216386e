"""A reader who points at an article for a moment has it already when they click."""

from urllib.parse import urlsplit

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.once]

LINKS = """addresses => document.querySelector('main').prepend(...addresses.map((address) =>
    Object.assign(document.createElement('a'), { href: address, textContent: address })))"""
HOW_IT_CAME = "performance.getEntriesByType('navigation')[0].deliveryType"


@pytest.fixture
def candidates(tab):
    """The paths that Chromium would fetch if its reader pointed at the links to them, as its developer tools tell."""
    paths = set()
    devtools = tab.page.context.new_cdp_session(tab.page)
    told = "Preload.preloadingAttemptSourcesUpdated"
    devtools.on(told, lambda event: paths.update(path(source) for source in event["preloadingAttemptSources"]))
    devtools.send("Preload.enable")
    return paths


def path(source):
    return urlsplit(source["key"]["url"]).path


def test_an_article_that_is_pointed_at_is_fetched_and_nothing_of_the_desk_ever(tab, candidates, site):
    page = tab.open("/")
    page.evaluate(LINKS, ["/admin/", "/admin/articles/article/1/change/", "/preview/a-text/", "/articles/1/one/"])
    headline = page.locator(".lead__headline a")
    address = site.address + headline.get_attribute("href")
    with page.expect_request(address) as fetched:
        headline.hover()
    assert fetched.value.headers["sec-purpose"] == "prefetch"
    assert page.url == f"{site.address}/"
    assert "/articles/1/one/" in candidates
    assert all(candidate.startswith("/articles/") for candidate in candidates)


def test_an_article_that_was_fetched_is_not_asked_for_again(tab, site):
    page = tab.open("/")
    headline = page.locator(".lead__headline a")
    with page.expect_response(site.address + headline.get_attribute("href")) as answer:
        headline.hover()
    answer.value.finished()
    headline.click()
    page.wait_for_url("**/articles/**")
    assert page.evaluate(HOW_IT_CAME) == "navigational-prefetch"
    assert tab.complaints == []
