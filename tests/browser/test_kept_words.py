"""No typed word is lost, whatever happens to login, server, network, tab and colleagues: in a real browser, before a
real gunicorn, counted in signs."""

from time import monotonic

import pytest
from playwright.sync_api import expect

from tests.browser.tab import Tab
from tests.reading import read

pytestmark = [pytest.mark.browser, pytest.mark.once]
# Words that typography leaves as they are.
FIRST = "Le bac a repris la mer lundi matin, trois semaines plus tard."
MORE = " Les habitants de la rue du Port attendaient sur le quai depuis cinq heures."
PASSWORD = "un long mot de passe"

BEGIN = """
from articles.models import Article, Section, User
user, section = User.objects.get(username="camille"), Section.objects.first()
for _ in range(20):
    print(Article.objects.create(headline="Le bac", section=section, created_by=user).pk)
"""
END_LOGIN = """
from django.contrib.sessions.models import Session
from articles.models import User
Session.objects.all().delete()
user = User.objects.get(username="camille")
user.set_password("{password}")
user.save()
"""
# What the browser keeps itself; Django's desk keeps other things there.
COPIES = "Object.entries(localStorage).filter(([name]) => name.startsWith('desk-words:'))"
KEPT_HERE = f"""(words) => {COPIES}
    .some(([_name, copy]) => new URLSearchParams(JSON.parse(copy).words).get("body").includes(words))"""
PUBLISH = """
from articles.models import Article, User, perform
perform("publish", Article.objects.get(pk={pk}), User.objects.get(username="{person}"))
"""


@pytest.fixture(scope="module")
def server(paper):
    with paper.server() as server:
        yield server


@pytest.fixture(scope="module")
def cookies(server):
    return {name: server.site.log_in(name) for name in ("camille", "ahmed")}


@pytest.fixture(scope="module")
def articles(server, cookies):
    """Some that Camille has begun: a question to the site's own Python takes seconds, so all at once."""
    return iter(server.site.ask(BEGIN).split())


@pytest.fixture
def writer(browser, server, cookies):
    """Opens the desk for somebody in a browser of their own."""
    contexts = []

    def writer(name):
        context = browser.new_context(base_url=server.site.address, locale="fr-FR")
        context.add_cookies([cookies[name]])
        contexts.append(context)
        return Tab(context.new_page())

    yield writer
    for context in contexts:
        context.close()


class Story:
    """One article, begun by Camille."""

    def __init__(self, pk, camille):
        self.pk, self.browser = pk, camille.context
        self.address = f"/admin/articles/article/{pk}/change/"

    def stored(self):
        """Headline and text as they are saved."""
        form = read(self.browser.request.get(f"{self.address}?stored").text())
        return [form.one("textarea", id=f"id_{name}").whole_text.removeprefix("\n") for name in ("headline", "body")]


@pytest.fixture
def camille(writer):
    return writer("camille").page


@pytest.fixture
def story(camille, articles):
    return Story(next(articles), camille)


def text_of(page):
    return page.locator(".body-editor [role=textbox]")


def write(page, words):
    text_of(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def until(page, script, argument=None):
    """Playwright's own way to wait for this evaluates a text, which our policy forbids."""
    deadline = monotonic() + 20
    while not page.evaluate(script, argument):
        assert monotonic() < deadline
        page.wait_for_timeout(50)


def expect_kept(page):
    """Once what stands in the form is nowhere but on the server."""
    expect(page.locator("#state-line")).to_contain_text("Enregistré à")
    until(page, f"() => !{COPIES}.length")


def expect_kept_here(page, words):
    until(page, KEPT_HERE, words.strip())


def save(page):
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def paragraph(words):
    return f"<p>{words}</p>"


def test_a_server_that_is_killed_in_mid_typing_gets_every_word_when_it_is_back(camille, story, server):
    camille.goto(story.address)
    write(camille, FIRST)
    server.kill()
    write(camille, MORE)
    expect(camille.locator("#state-line")).to_contain_text("Le serveur ne répond pas")
    expect_kept_here(camille, MORE)
    server.start()
    expect_kept(camille)
    save(camille)
    assert story.stored()[1] == paragraph(FIRST + MORE)


def test_a_page_that_is_closed_while_there_is_no_network_gives_its_words_back(camille, story):
    camille.goto(story.address)
    camille.context.set_offline(True)
    write(camille, FIRST + MORE)
    expect_kept_here(camille, MORE)
    other = camille.context.new_page()
    camille.close()
    other.context.set_offline(False)
    other.goto(story.address)
    expect(other.locator("#kept-here")).to_contain_text(f"+{len(paragraph(FIRST + MORE))}")
    other.locator("#kept-here [value=take]").click()
    expect(text_of(other)).to_have_text(FIRST + MORE)
    save(other)
    assert story.stored()[1] == paragraph(FIRST + MORE)


def test_what_a_browser_kept_of_a_list_is_counted_in_articles(camille, story, articles):
    camille.goto(story.address)
    camille.context.set_offline(True)
    camille.evaluate(
        "(pk) => document.getElementById('id_bans').add(new Option('Le bac', pk, true, true))", next(articles)
    )
    until(camille, f"() => {COPIES}.length")
    other = camille.context.new_page()
    camille.close()
    other.context.set_offline(False)
    other.goto(story.address)
    expect(other.locator("#kept-here")).to_contain_text("jamais (+1 article).")


def test_a_network_that_is_cut_is_waited_for(camille, story):
    camille.goto(story.address)
    camille.context.set_offline(True)
    write(camille, FIRST + MORE)
    expect(camille.locator("#state-line")).to_contain_text("Le serveur ne répond pas")
    camille.locator("[name=_save]").click()
    expect(text_of(camille)).to_have_text(FIRST + MORE)
    camille.context.set_offline(False)
    expect_kept(camille)
    save(camille)
    assert story.stored()[1] == paragraph(FIRST + MORE)


def test_a_tab_that_is_closed_loses_nothing(camille, story):
    camille.goto(story.address)
    write(camille, FIRST)
    expect_kept(camille)
    write(camille, MORE)
    expect_kept_here(camille, MORE)
    again = camille.context.new_page()
    camille.close()
    again.goto(story.address)
    # What the server had is there by itself; the rest is offered.
    again.locator("#kept-here [value=compare]").click()
    expect(again.locator("ins").first).to_contain_text(FIRST + MORE)
    again.locator(".merge__end .default").click()
    expect(text_of(again)).to_have_text(FIRST + MORE)
    save(again)
    assert story.stored()[1] == paragraph(FIRST + MORE)
    assert again.evaluate(f"{COPIES}.length") == 0


def test_of_two_who_save_one_article_nobody_loses_a_word(camille, story, writer):
    ahmed = writer("ahmed").page
    for page in (camille, ahmed):
        page.goto(story.address)
    write(camille, FIRST)
    expect_kept(camille)
    ahmed.locator("#id_headline").fill("Le bac est reparti")
    write(ahmed, MORE.strip())
    expect(ahmed.locator("#state-line")).to_contain_text("camille a ici des modifications", ignore_case=True)
    save(ahmed)
    camille.locator("[name=_save]").click()
    expect(camille.locator(".messagelist")).to_contain_text("ahmed a enregistré avant vous", ignore_case=True)
    for words in (FIRST, MORE.strip()):
        expect(camille.locator(".merge").get_by_text(words).first).to_be_visible()
    camille.locator("[name=headline][value=theirs]").check()
    camille.locator("[name^=body-][value=mine]").first.check()
    camille.locator(".merge__end .default").click()
    save(camille)
    assert story.stored() == ["Le bac est reparti", paragraph(FIRST)]
    camille.goto(story.address.replace("change", "history"))
    expect(camille.locator(".history")).to_contain_text("Enregistrement")
    versions = camille.locator(".history__kind")
    expect(versions.filter(has_text="Gardé lors d’un enregistrement refusé")).to_have_count(1)


def test_a_save_against_a_version_that_was_published_meanwhile_loses_no_word(camille, story, server):
    camille.goto(story.address)
    write(camille, FIRST + MORE)
    server.site.ask(PUBLISH.format(pk=story.pk, person="camille"))
    camille.locator("[name=_save]").click()
    expect(camille.locator(".messagelist")).to_contain_text("publication")
    camille.locator(".merge__end .default").click()
    expect(text_of(camille)).to_have_text(FIRST + MORE)
    camille.locator("[name=change][value=typo]").check()
    save(camille)
    assert story.stored()[1] == paragraph(FIRST + MORE)


def test_a_save_at_once_after_typing_leaves_nothing_unsaved_behind(camille, story, server):
    server.site.ask(PUBLISH.format(pk=story.pk, person="camille"))
    camille.goto(story.address)
    camille.locator("[name=change][value=clarification]").check()
    camille.locator("#id_change_text").fill("Le bac est un bateau.")
    sent = []
    camille.on("request", lambda request: "headline=" in (request.post_data or "") and sent.append(request.url))
    write(camille, FIRST)
    camille.keyboard.press("Control+s")
    expect(camille.locator(".messagelist .success")).to_be_visible()
    assert story.stored()[1] == paragraph(FIRST)
    # What the window sent while it closed would have arrived after the save.
    assert sent[-1].endswith("/change/")
    camille.goto(story.address)
    expect(text_of(camille)).to_have_text(FIRST)
    expect(camille.locator(".kept:visible")).to_have_count(0)


def test_a_save_that_the_server_fails_to_take_leaves_the_words_in_the_browser(camille, story):
    camille.goto(story.address)
    write(camille, FIRST)
    camille.route("**/change/", lambda route: route.fulfill(status=500, body="Erreur"))
    camille.keyboard.press("Control+s")
    expect(camille.get_by_text("Erreur")).to_be_visible()
    camille.unroute("**/change/")
    camille.goto(story.address)
    camille.locator("#kept-here [value=take]").click()
    expect(text_of(camille)).to_have_text(FIRST)


def test_a_save_that_is_stopped_goes_on_being_kept(camille, story):
    camille.clock.install()
    camille.goto(story.address)
    camille.route("**/change/", lambda route: route.fulfill(status=204))
    write(camille, FIRST)
    with camille.expect_response("**/change/"):
        camille.keyboard.press("Control+s")
    assert not camille.request.get(story.address).text().count(FIRST)
    camille.clock.run_for(31_000)
    expect_kept(camille)
    assert FIRST in camille.request.get(story.address).text()


def test_a_preview_opens_beside_the_text_and_shows_what_is_not_saved(camille, story):
    camille.goto(story.address)
    write(camille, FIRST)
    with camille.expect_popup() as opened:
        camille.locator("[formtarget=preview]").click()
    seen = opened.value.frame_locator(".preview__page")
    expect(seen.locator(".text")).to_have_text(FIRST)
    opened.value.locator("[value=phone]").check()
    assert seen.locator("html").evaluate("() => innerWidth") == 360
    expect(text_of(camille)).to_have_text(FIRST)
    assert story.stored()[1] == ""


# The last: it ends every login.


def test_a_login_that_ends_in_mid_typing_is_renewed_beside_the_text(camille, story, server):
    camille.goto(story.address)
    write(camille, FIRST)
    expect_kept(camille)
    server.site.ask(END_LOGIN.format(password=PASSWORD))
    write(camille, MORE)
    expect(camille.locator("#login-ended")).to_be_visible()
    expect_kept_here(camille, MORE)
    camille.locator("[name=_save]").click()
    expect(text_of(camille)).to_have_text(FIRST + MORE)

    with camille.expect_popup() as opened:
        camille.locator("#login-ended a").click()
    door = opened.value
    door.locator("[name=login]").fill("camille")
    door.locator("[name=password]").fill(PASSWORD)
    with door.expect_event("close"):
        door.locator("form [type=submit]").last.click()
    expect(camille.locator("#login-ended")).to_be_hidden()
    expect_kept(camille)
    save(camille)
    assert len(story.stored()[1]) == len(paragraph(FIRST + MORE))
    assert story.stored()[1] == paragraph(FIRST + MORE)
