"""What a reader does with the paper, on a small screen, without a mouse, without scripts."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.pages import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.once]

PHONE = {"width": 320, "height": 640}
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
SMALL_TARGETS = """
    [...document.querySelectorAll('a, button')]
        .filter((target) => !target.closest('.text p, .text li, .correction > p, .notice, .skip'))
        .map((target) => [target, target.getBoundingClientRect()])
        .filter(([, box]) => box.width && Math.min(box.width, box.height) < 24)
        .map(([target, box]) => `${target.textContent}: ${box.width} × ${box.height}`)
"""


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_reader_goes_from_the_front_through_a_section_to_an_article_and_through_the_latest(open_tab, scripts):
    tab = open_tab(java_script_enabled=scripts)
    page = tab.open("/")
    page.locator(".block__title a").first.click()
    page.wait_for_url("**/sections/*/")
    wanted = page.locator(".line__headline a").first
    address = wanted.get_attribute("href")
    wanted.click()
    page.wait_for_url(f"**{address}")
    expect(page.locator("h1")).to_be_visible()
    page.locator("a.menu__link--latest").click()
    page.wait_for_url("**/latest/")
    newest = page.locator(".line__headline").all_inner_texts()
    page.locator("a[rel=next]").click()
    page.wait_for_url("**/latest/?before=*")
    older = page.locator(".line__headline").all_inner_texts()
    assert not set(newest) & set(older)
    page.locator("a[rel=prev]").click()
    page.wait_for_url("**/latest/?after=*")
    expect(page.locator(".line__headline")).to_have_text(newest, use_inner_text=True)
    assert not tab.complaints


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_every_page_is_quiet(site, open_tab, addresses, scripts):
    """No complaint of the browser, nothing asked of others, nothing left behind."""
    tab = open_tab(java_script_enabled=scripts)
    kept = "[document.cookie, localStorage.length, sessionStorage.length]"
    for name in PAGES:
        page = tab.open(addresses[name])
        assert page.evaluate(kept) == ["", 0, 0], name
    assert not tab.complaints
    assert not tab.strangers(site)
    assert not page.context.cookies()


def test_a_player_is_asked_for_after_the_click_and_not_before(site, tab, addresses):
    tab.page.route(re.compile("^https:"), lambda route: route.fulfill(body="a player", content_type="text/html"))
    page = tab.open(addresses["embed"])
    page.locator(".embed").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert not tab.strangers(site)
    assert page.locator("iframe").count() == 0
    with page.expect_request(re.compile("^https:")):
        page.locator(".embed button").click()
    expect(page.locator(".embed iframe")).to_be_focused()
    assert tab.strangers(site) == [page.locator(".embed iframe").get_attribute("src")]
    assert not tab.complaints


def test_without_scripts_a_video_is_a_link_to_its_page(open_tab, addresses):
    page = open_tab(java_script_enabled=False).open(addresses["embed"])
    expect(page.locator(".embed a")).to_be_visible()
    assert page.locator(".embed button").count() == 0


def test_no_page_scrolls_sideways_on_the_smallest_phone(open_tab, addresses):
    tab = open_tab(viewport=PHONE)
    overflow = {name: tab.open(addresses[name]).evaluate(SIDEWAYS) for name in PAGES}
    assert not {name: pixels for name, pixels in overflow.items() if pixels > 0}


@pytest.mark.parametrize("width", [640, 1280])
def test_no_page_scrolls_sideways_with_letters_of_twice_the_size(open_tab, addresses, width):
    tab = open_tab(viewport={"width": width, "height": 800})
    overflow = {}
    for name in PAGES:
        page = tab.open(addresses[name])
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        overflow[name] = page.evaluate(SIDEWAYS)
    assert not {name: pixels for name, pixels in overflow.items() if pixels > 0}


def test_the_first_tab_stop_skips_to_the_content(tab):
    page = tab.open("/")
    skip = page.locator(".skip")
    expect(skip).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_focus_is_visible_wherever_it_goes(tab, addresses):
    page = tab.open(addresses["investigation"])
    outline = "getComputedStyle(document.activeElement).outline"
    for _ in range(page.locator("a").count()):
        page.keyboard.press("Tab")
        assert "solid 3px" in page.evaluate(outline), page.evaluate("document.activeElement.outerHTML")


@pytest.mark.parametrize("width", [360, 1280])
def test_what_stands_apart_is_large_enough_for_a_finger(open_tab, addresses, width):
    """24 × 24 px, but for links within a sentence (WCAG 2.5.8)."""
    tab = open_tab(viewport={"width": width, "height": 800})
    small = {name: tab.open(addresses[name]).evaluate(SMALL_TARGETS) for name in PAGES}
    assert not {name: targets for name, targets in small.items() if targets}


def test_nothing_moves_while_an_article_loads_and_is_read(tab, addresses):
    """A cumulative layout shift of nought, pictures and what follows the text included. The headline's font is kept
    away: its stand-in has its measure only where Georgia or Gelasio is, and a machine of tests has neither."""
    tab.page.route("**/*.woff2", lambda route: route.abort())
    tab.page.add_init_script("""
        globalThis.shifts = []
        new PerformanceObserver((list) => shifts.push(...list.getEntries()))
            .observe({ type: 'layout-shift', buffered: true })
    """)
    page = tab.open(addresses["investigation"])
    for figure in page.locator("figure, .related").all():
        figure.scroll_into_view_if_needed()
    for picture in page.locator("main img").all():
        expect(picture).to_have_js_property("complete", True)
    assert page.evaluate("shifts.reduce((sum, shift) => sum + shift.value, 0)") < 0.001


def test_a_table_wider_than_the_screen_can_be_scrolled_by_keyboard(open_tab, addresses):
    page = open_tab(viewport=PHONE).open(addresses["table"])
    table = page.locator(".text table")
    assert table.evaluate("table => table.scrollWidth > table.clientWidth")
    expect(table).to_have_js_property("tabIndex", 0)
    table.focus()
    page.keyboard.press("ArrowRight")
    expect(table).not_to_have_js_property("scrollLeft", 0)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.reload()
    expect(table).to_have_js_property("tabIndex", -1)
