"""Coming to the desk with a code and with a passkey, as a browser and its user do it, under the strict policy."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.tab import Tab
from tests.browser.test_axe import EVERYTHING, LOOKS

pytestmark = [pytest.mark.browser, pytest.mark.once]

PASSWORD = "une longue phrase"
MAKE_EDITOR = """
from articles.models import EDITOR_IN_CHIEF, Role, User
User.objects.filter(username="{name}").delete()
editor = User.objects.create_user("{name}", password="une longue phrase", is_staff=True)
editor.groups.add(Role.objects.get(name=EDITOR_IN_CHIEF))
"""
# A telephone that recognises its owner, and always says yes.
TELEPHONE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def door(paper):
    """At a name: a browser makes no passkey for an address of numbers."""
    with paper.served(host="localhost") as site:
        yield site


@pytest.fixture
def stranger(browser, door):
    context = browser.new_context(base_url=door.address)
    yield Tab(context.new_page())
    context.close()


@pytest.fixture
def telephone(stranger):
    session = stranger.page.context.new_cdp_session(stranger.page)
    session.send("WebAuthn.enable")
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": TELEPHONE})
    return lambda **facts: session.send(
        "WebAuthn.setUserVerified", {"authenticatorId": made["authenticatorId"], **facts}
    )


def log_in(tab, name):
    page = tab.open("/admin/")
    expect(page).to_have_url(re.compile(r"/admin/login/\?next=/admin/$"))
    page.get_by_label("Nom d’utilisateur").fill(name)
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Se connecter", exact=True).click()
    return page


def log_out(page):
    page.get_by_role("button", name="Se déconnecter").click()
    expect(page).to_have_url(re.compile("/admin/login/"))


def confirm(page):
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Continuer").click()


def add_app(tab):
    """Returns the secret that the app keeps."""
    page = tab.open("/admin/security/app/add/")
    confirm(page)
    secret = page.locator(".door__secret").inner_text()
    type_code(page, secret, "Ajouter")
    expect(page.locator(".door__codes li")).to_have_count(10)
    return secret


def type_code(page, secret, button):
    page.get_by_label("Code", exact=True).fill(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
    page.get_by_role("button", name=button).first.click()


def test_somebody_logs_in_with_a_code(stranger, door):
    door.ask(MAKE_EDITOR.format(name="claire"))
    page = log_in(stranger, "claire")
    expect(page).to_have_url(f"{door.address}/admin/")
    secret = add_app(stranger)
    log_out(page)
    log_in(stranger, "claire")
    expect(page).to_have_url(re.compile("/admin/login/code/"))
    type_code(page, secret, "Se connecter")
    expect(page).to_have_url(f"{door.address}/admin/")
    assert not stranger.complaints and not stranger.strangers(door)


def test_somebody_logs_in_with_a_passkey_alone(stranger, door, telephone):
    door.ask(MAKE_EDITOR.format(name="diane"))
    page = log_in(stranger, "diane")
    stranger.open("/admin/security/")
    page.get_by_role("link", name="Ajouter une clé d’accès").click()
    confirm(page)
    page.get_by_role("button", name="Ajouter une clé d’accès").click()
    expect(page.locator(".door__codes li")).to_have_count(10)
    log_out(page)
    stranger.open("/admin/articles/photo/")
    page.get_by_role("button", name="Se connecter avec une clé d’accès").click()
    expect(page).to_have_url(f"{door.address}/admin/articles/photo/")
    log_out(page)
    log_in(stranger, "diane")
    page.get_by_role("button", name="Se servir d’une clé d’accès").click()
    expect(page).to_have_url(f"{door.address}/admin/")
    assert not stranger.complaints and not stranger.strangers(door)


def test_a_passkey_that_fails_says_so(stranger, door, telephone):
    telephone(isUserVerified=False)
    page = stranger.open("/admin/login/")
    failure = page.get_by_text("La clé d’accès n’a pas servi.")
    expect(failure).to_be_hidden()
    page.get_by_role("button", name="Se connecter avec une clé d’accès").click()
    expect(failure).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_at_the_door(stranger, door, width, scheme):
    door.ask(MAKE_EDITOR.format(name="elise"))
    page = stranger.page
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    stranger.open("/admin/login/")
    found = [look(page)]
    log_in(stranger, "elise")
    add_app(stranger)
    for name in ("security/codes/", "security/", "security/passkeys/add/", "password/change/", "articles/user/"):
        stranger.open(f"/admin/{name}")
        found.append(look(page))
    stranger.open("/admin/articles/user/")
    page.get_by_role("link", name="elise").click()
    expect(page.locator("#user_form")).to_be_visible()
    found.append(look(page))
    log_out(page)
    log_in(stranger, "elise")
    expect(page.locator("#content form").first).to_be_visible()
    found.append(look(page))
    assert not "".join(found), "".join(found)


def look(page):
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
    # Not the frame of Django's own lists: ours alone.
    results = Axe().run(page, context="#content", options=EVERYTHING)
    return f"{page.url}: {results.generate_report()}\n" if results.violations_count else ""
