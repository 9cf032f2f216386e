"""A day at the desk in a real browser, each step checked on the public site."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CLEAN_UP = """
from articles.models import Article, Correction
days = Article.objects.filter(headline__startswith="La digue du Nord")
Correction.objects.filter(article__in=days).delete()
days.update(published_at=None, unpublished_at=None, updated_at=None, withdrawn_at=None)
days.delete()
"""


@pytest.fixture
def desk_of(open_tab, site):
    """A tab in which somebody of this role is logged in; 390 pixels wide for a correspondent."""

    def open_desk(role):
        width = 390 if role == "Correspondant" else 1280
        tab = open_tab(viewport={"width": width, "height": 900})
        name = role.split()[0].lower()
        tab.page.context.add_cookies([site.log_in(name, role)])
        return tab

    yield open_desk
    site.ask(CLEAN_UP)


@pytest.fixture
def reader(open_tab, site):
    tab = open_tab()

    def status(address):
        return tab.page.context.request.get(site.address + address).status

    return status


def step(page, name):
    with page.expect_navigation():
        page.locator(f"[name=_step][value={name}]").click()
    expect(page.locator(".messagelist .success, .messagelist .error").first).to_be_visible()


def moment_in(page, hours):
    """As a field for day and hour wants it, in the paper's own time."""
    return page.evaluate(
        """(hours) => new Date(Date.now() + hours * 36e5)
            .toLocaleString("sv-SE", { timeZone: "Europe/Paris" }).slice(0, 16).replace(" ", "T")""",
        hours,
    )


def test_a_day_at_the_desk(desk_of, reader, site):
    writing = desk_of("Correspondant")
    page = writing.open("/admin/")
    page.locator(".write__button").click()
    page.locator("#id_headline").fill("La digue du Nord a cédé")
    page.locator(".body-editor [role=textbox]").click()
    page.keyboard.type("Les habitants de la rue du Port ont été réveillés à 5 heures.")
    expect(page.locator("#id_headline ~ .signs")).to_contain_text("23 signes")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    step(page, "send")
    expect(page.locator(".publishing__standing")).to_have_text("En relecture.")
    address = page.url.replace(site.address, "")

    editing = desk_of("Secrétaire de rédaction")
    page = editing.open(address)
    step(page, "publish")
    expect(page.locator(".messagelist .error")).to_contain_text("Il manque une rubrique.")
    page.locator("#id_send_back-words").fill("Quelle rubrique ?")
    step(page, "send_back")

    page = writing.open(address)
    expect(page.locator(".note")).to_contain_text("Quelle rubrique")
    step(page, "send")

    page = editing.open(address)
    page.locator("#id_section").select_option(label="Ville")
    page.locator("#id_byline").fill("Inès Marchetti, la rédaction")
    step(page, "ready")
    page.locator("#id_schedule-moment").fill(moment_in(page, 2))
    step(page, "schedule")
    expect(page.locator(".publishing__standing")).to_contain_text("Programmé pour")
    public = f"/articles/{address.split('/')[4]}/la-digue-du-nord-a-cede/"
    assert reader(public) == 404
    step(page, "unschedule")

    leading = desk_of("Rédaction en chef")
    page = leading.open(address)
    page.locator("#id_embargo-moment").fill(moment_in(page, 5))
    step(page, "embargo")
    step(page, "publish")
    expect(page.locator(".messagelist .error")).to_contain_text("Sous embargo")
    assert reader(public) == 404
    step(page, "lift_embargo")
    step(page, "publish")
    assert reader(public) == 200

    page.locator("[name=change][value=correction]").check()
    page.locator("#id_change_text").fill("Il était 4 heures, et non 5.")
    with page.expect_navigation():
        page.locator("[name=_save]").click()
    corrected = leading.open(public)
    expect(corrected.locator(".correction")).to_contain_text("Il était 4 heures")

    page = leading.open(address)
    page.locator("#id_withdraw-words").fill("Les faits ne sont pas établis.")
    step(page, "withdraw")
    assert reader(public) == 410
    step(page, "bring_back")
    assert reader(public) == 200
    assert not writing.complaints + editing.complaints


def test_what_an_intern_published_by_mistake_is_taken_back(desk_of, reader, site):
    accident = """
from articles.models import Article, Section
article = Article.objects.create(headline="La digue du Nord, essai", section=Section.objects.first())
article.publish()
print(article.pk, article.get_absolute_url())
"""
    number, public = site.ask(accident).split()
    assert reader(public) == 200
    page = desk_of("Secrétaire de rédaction").open(f"/admin/articles/article/{number}/change/")
    step(page, "unpublish")
    assert reader(public) == 404
    expect(page.locator(".publishing__standing")).to_contain_text("Dépublié aujourd’hui")


def test_a_dispatch_with_a_photo_is_published_in_seven_actions_and_two_loads(desk_of, reader, site):
    tab = desk_of("Secrétaire de rédaction")
    page = tab.open("/admin/articles/article/dispatch/")
    loads = []
    page.on("domcontentloaded", lambda loaded: loads.append(loaded.url))
    page.locator("#id_pasted").fill("La digue du Nord, dépêche\n\nElle a cédé lundi à 5h00. (AMI)")
    page.locator(".dispatch button").click()
    page.locator("#id_section").select_option(label="Ville")
    page.locator("[data-choose]").click()
    page.locator(".photo-dialog .library__cell", has_text="AMI").first.click()
    expect(page.locator(".photo-field [data-fact=credit]")).to_contain_text("AMI")
    step(page, "publish")
    expect(page.locator(".publishing__standing")).to_contain_text("Publié aujourd’hui")
    assert len(loads) == 2
    page.goto(page.locator(".publishing__links a").first.get_attribute("href"))
    expect(page.locator("figure").first).to_contain_text("AMI")
    expect(page.locator(".article__head")).to_contain_text("AMI")
