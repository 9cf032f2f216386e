"""What a phone on a bad connection must fetch before it shows an article: the page itself, and little after it."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.once]

PHONE = {"viewport": {"width": 412, "height": 915}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
ARTICLES = ("news", "reportage", "investigation", "picture-upright")
BLOCKING = """
    performance.getEntriesByType('resource').filter((entry) => entry.renderBlockingStatus === 'blocking')
"""


@pytest.fixture
def phone(open_tab):
    return open_tab(**PHONE)


def answers(tab):
    """What the page itself asks for; its icon and the rules for fetching articles early are the browser's own wish."""
    tab.page.wait_for_load_state("networkidle")
    return {request.url: request for request in tab.requests if request.resource_type != "other"}


def weight(request):
    sizes = request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]


@pytest.mark.parametrize("name", ("front", "latest", "section", *ARTICLES))
def test_nothing_holds_up_the_first_words(phone, addresses, name):
    page = phone.open(addresses[name])
    assert page.evaluate(BLOCKING) == []


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_is_there_after_five_requests_and_100_kilobytes(phone, addresses, name):
    phone.open(addresses[name])
    asked = answers(phone)
    assert len(asked) <= 5
    assert sum(map(weight, asked.values())) <= 100_000


@pytest.mark.parametrize("pixels", (2, 2.625, 3))
@pytest.mark.parametrize("name", ("front", "section", *ARTICLES))
def test_the_first_picture_weighs_60_kilobytes_at_most_and_is_sharp(open_tab, addresses, name, pixels):
    phone = open_tab(**PHONE | {"device_scale_factor": pixels})
    picture = phone.open(addresses[name]).locator("main img").first
    shown = picture.evaluate("picture => picture.currentSrc")
    assert shown.endswith("-800.avif")
    assert weight(answers(phone)[shown]) <= 60_000
    assert picture.evaluate("picture => picture.clientWidth") >= 380


@pytest.mark.parametrize("name", ("front", "section", *ARTICLES))
def test_the_first_picture_comes_early_and_the_others_wait_until_the_reader_comes_near(phone, addresses, name):
    page = phone.open(addresses[name])
    first, *others = page.locator("main img").all()
    assert first.get_attribute("fetchpriority") == "high"
    assert first.get_attribute("loading") is None
    assert {other.get_attribute("loading") for other in others} <= {"lazy"}
    assert {other.get_attribute("fetchpriority") for other in others} <= {None}
