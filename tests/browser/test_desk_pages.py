"""The pages of the desk on a phone and on a screen, light and dark, as a screen reader hears them and by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_axe import EVERYTHING, LOOKS
from tests.browser.test_photo_library import ADD

pytestmark = [pytest.mark.browser, pytest.mark.once]

NOUNS = ["author", "correction", "page", "placement", "section", "tag", "user"]
PAGES = ["/admin/", "/admin/articles/article/", "/admin/articles/article/dispatch/", ADD]
FORMS = [f"/admin/articles/{noun}/{page}" for noun in NOUNS for page in ("", "add/")]
# Where kept words are seen, and what differs between two texts.
TEXTS = """
from django.urls import reverse
from articles.models import Article, Revision, Tag, User, contents, next_version, record_version, set_aside, share
article = Article.objects.published().exclude(body="").latest("pk")
user = User.objects.filter(is_superuser=True).first()
next_version(article, article.version)
record_version(article, user, Revision.Kind.SAVED)
words = contents(article) | {"headline": "Tout autre chose", "body": "<p>Un mot.</p>"}
kept = set_aside(article, user, Revision.Kind.REFUSED, words, 0)
for name, more in [("history", []), ("compare", []), ("merge", [kept.pk]), ("preview", [])]:
    print(reverse(f"admin:articles_article_{name}", args=[article.pk, *more]), end=f"?to={kept.pk} ")
print(reverse("admin:articles_article_shared", args=[article.pk, share(article, user, words).pk]))
print(reverse("admin:articles_placement_preview"))
first, second = Tag.objects.order_by("slug")[:2]
first.add_alias("tout autre nom")
print(reverse("admin:articles_tag_change", args=[first.pk]))
print(f"{reverse('admin:articles_tag_merge')}?tag={first.pk}&tag={second.pk}")
"""


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_at_the_desk(editor, site, width, scheme):
    page = editor.page
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    editor.open(PAGES[1])
    form = page.locator(".row__headline").nth(3).get_attribute("href")
    # What Django makes differs in neither colour nor width from one form to the next.
    addresses = [*PAGES, form, *FORMS[width > 1000 :: 2], *site.ask(TEXTS).split()]
    faults = {address: fault for address in addresses if (fault := faults_of(editor.open(address)))}
    assert not faults, "\n".join(f"{address}\n{fault}" for address, fault in faults.items())


def faults_of(page):
    found = Axe().run(page, context="body", options=EVERYTHING)
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return found.generate_report() if found.violations_count else wide and "It is wider than the screen."


def test_an_article_is_found_and_opened_from_the_home_by_keyboard_alone(editor):
    page = editor.open("/admin/")
    page.locator("#home-words").focus()
    page.keyboard.type("phare")
    page.keyboard.press("Enter")
    expect(page.locator(".row__headline").first).to_be_visible()
    page.locator(".row__headline").first.focus()
    page.keyboard.press("Enter")
    # The counts are there: so is the script that saves.
    expect(page.locator(".signs").first).to_be_visible()
    page.keyboard.press("Control+s")
    expect(page.locator(".messagelist .success")).to_contain_text("Enregistré à")
    assert not editor.complaints


def test_an_article_beside_another_is_pinned_and_let_go_by_one_button(editor):
    page = editor.open(f"{PAGES[1]}?state=published")
    page.locator(".row__headline").first.click()
    row = page.locator(".related-now__article").last
    name = row.locator("a").text_content()
    pin, ban = row.locator("[data-list=picks]"), row.locator("[data-list=bans]")
    pinned = page.locator(".field-picks .select2-selection__choice", has_text=name)
    banned = page.locator(".field-bans .select2-selection__choice", has_text=name)
    expect(pin).to_have_attribute("aria-pressed", "false")

    pin.click()
    expect(pin).to_have_attribute("aria-pressed", "true")
    expect(pinned).to_have_count(1)
    pin.click()
    expect(pin).to_have_attribute("aria-pressed", "false")
    expect(pinned).to_have_count(0)
    pin.click()
    ban.click()
    expect(pin).to_have_attribute("aria-pressed", "false")
    expect(ban).to_have_attribute("aria-pressed", "true")
    expect(banned).to_have_count(1)
    pin.click()
    expect(banned).to_have_count(0)

    page.keyboard.press("Control+s")
    expect(page.locator(".messagelist .success")).to_be_visible()
    pin = page.locator(".related-now__article", has_text=name).locator("[data-list=picks]")
    expect(pin).to_have_attribute("aria-pressed", "true")
    expect(pinned).to_have_count(1)
    pinned.locator(".select2-selection__choice__remove").click()
    expect(pin).to_have_attribute("aria-pressed", "false")
    assert not editor.complaints


def test_on_a_phone_the_words_that_are_looked_for_have_room_in_every_list(editor):
    page = editor.page
    page.set_viewport_size({"width": 360, "height": 800})
    nouns = ["article", "photo", "tag", "agency", "author", "correction", "page", "photocredit", "section", "user"]
    for noun in nouns:
        editor.open(f"/admin/articles/{noun}/")
        assert page.locator("#searchbar").bounding_box()["width"] > 300, noun
