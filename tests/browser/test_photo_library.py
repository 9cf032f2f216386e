"""Choosing photos at the desk, with the keyboard alone and as a screen reader hears it."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_axe import EVERYTHING, LOOKS

pytestmark = [pytest.mark.browser, pytest.mark.once]

LIBRARY = "/admin/articles/photo/"
ADD = "/admin/articles/article/add/"
END_THE_USE_OF_THE_NEWEST = """
from django.utils import timezone
from articles.models import Photo
Photo.objects.filter(pk=Photo.objects.first().pk).update(usable_until=timezone.now())
"""
GIVE_IT_BACK = "from articles.models import Photo; Photo.objects.update(usable_until=None)"


def begin_an_article(tab):
    page = tab.open(ADD)
    page.locator(".write__button").click()
    expect(page.locator("#id_headline")).to_be_visible()
    return page


def open_picker(page):
    page.locator("[data-choose]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".photo-dialog .library__cell").first).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_in_the_library_and_the_picker(editor, width, scheme):
    page = editor.page
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    editor.open(LIBRARY)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    library = Axe().run(page, context="#content", options=EVERYTHING)
    assert not library.violations_count, library.generate_report()
    begin_an_article(editor)
    open_picker(page)
    picker = Axe().run(page, context=".photo-dialog", options=EVERYTHING)
    assert not picker.violations_count, picker.generate_report()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_where_pictures_come_in_and_in_their_form(editor, width, scheme):
    page = editor.page
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    editor.open(f"{LIBRARY}?q=port")
    form = page.locator(".library__cell").first.get_attribute("href")
    for address in (f"{LIBRARY}add/", "/admin/articles/uncreditedpicture/", form, "/admin/articles/agency/1/contract/"):
        editor.open(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        found = Axe().run(page, context="#content", options=EVERYTHING)
        assert not found.violations_count, found.generate_report()


@pytest.mark.parametrize(("width", "columns"), [(390, (2, 2)), (1280, (5, 6))])
def test_the_grid_fits_phone_and_desk(editor, width, columns):
    editor.page.set_viewport_size({"width": width, "height": 900})
    page = editor.open(LIBRARY)
    tops = page.locator(".library > li").evaluate_all("cells => cells.map(cell => cell.offsetTop)")
    assert columns[0] <= tops.count(tops[0]) <= columns[1]


def test_a_lead_photo_is_chosen_with_the_keyboard(editor):
    page = begin_an_article(editor)
    open_picker(page)
    expect(page.locator("#picker-words")).to_be_focused()
    first = page.locator(".photo-dialog .library__cell").first
    first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".photo-dialog")).to_be_hidden()
    expect(page.locator("[data-choose]")).to_be_focused()
    expect(page.locator("#id_lead_photo")).to_have_value(first.get_attribute("data-photo"))
    expect(page.locator(".photo-field [data-fact=credit]")).not_to_be_empty()
    page.locator(".photo-field [data-remove]").click()
    expect(page.locator("#id_lead_photo")).to_have_value("")
    assert not editor.complaints


def test_a_search_in_the_picker_stays_in_the_picker(editor):
    page = begin_an_article(editor)
    open_picker(page)
    page.keyboard.type("zzzz")
    page.keyboard.press("Enter")
    expect(page.locator(".photo-dialog .library__nothing")).to_be_visible()
    assert page.url.endswith("/change/")


def test_a_photo_that_may_not_be_used_says_why_and_is_not_chosen(editor, site):
    site.ask(END_THE_USE_OF_THE_NEWEST)
    try:
        page = begin_an_article(editor)
        open_picker(page)
        page.locator(".photo-dialog .library__cell").first.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".picker__said")).not_to_be_empty()
        expect(page.locator(".photo-dialog")).to_be_visible()
        expect(page.locator("#id_lead_photo")).to_have_value("")
    finally:
        site.ask(GIVE_IT_BACK)


def test_whoever_asks_for_a_photo_is_handed_its_facts(editor):
    page = begin_an_article(editor)
    page.evaluate(
        """() => {
            const pick = (facts) => { document.body.dataset.picked = `${facts.credit} ${facts.address}`; };
            const asked = { bubbles: true, cancelable: true, detail: { pick } };
            document.body.dispatchEvent(new CustomEvent("desk:pick-photo", asked));
        }"""
    )
    page.locator(".photo-dialog .library__cell").first.click()
    expect(page.locator("body")).to_have_attribute("data-picked", re.compile(r"\S+ /admin/articles/photo/"))
