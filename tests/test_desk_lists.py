"""The home of the day, the list of articles, and dispatches."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import dispatch
from articles.models import CORRESPONDENT, SUB_EDITOR, Article, Author, Stage
from tests.conftest import ReadersClient
from tests.making import an_hour_ago, in_an_hour, make_article, make_author, make_person, make_photo, make_section
from tests.reading import read

pytestmark = pytest.mark.django_db
HOME = "/admin/"
LIST = reverse("admin:articles_article_changelist")
DISPATCH = reverse("admin:articles_article_dispatch")


def browser_of(role):
    browser = ReadersClient()
    browser.person = make_person(role)
    browser.force_login(browser.person)
    return browser


def headlines(page, css="row__headline"):
    return [link.text for link in read(page).all("a", css=css)]


def lists(page):
    return {
        part["class"].split("--")[1]: [a.text for a in part.all("a", css="row__headline")] for part in sections(page)
    }


def sections(page):
    return [part for part in read(page).all("section", css="home__list") if "--" in part["class"]]


def test_the_home_shows_what_waits_what_will_appear_and_what_appeared():
    browser = browser_of(SUB_EDITOR)
    make_article("Mienne", created_by=browser.person)
    make_article("Relue", stage=Stage.REVIEW)
    make_article("Prête", stage=Stage.READY)
    make_article("Demain", published_at=in_an_hour())
    make_article("Parue", published_at=an_hour_ago(), body="<p>Oui.</p>")
    make_article("Alerte", published_at=an_hour_ago())
    shown = lists(browser.get(HOME))
    assert (shown["mine"], shown["review"], shown["ready"], shown["scheduled"]) == (
        ["Mienne"],
        ["Relue"],
        ["Prête"],
        ["Demain"],
    )
    assert shown["alerts"] == ["Alerte"]


def test_a_correspondent_sees_their_own_work_alone():
    browser = browser_of(CORRESPONDENT)
    make_article("D’une autre", stage=Stage.REVIEW)
    make_article("Sienne", stage=Stage.REVIEW, created_by=browser.person)
    assert headlines(browser.get(HOME)) == ["Sienne"]
    assert headlines(browser.get(LIST)) == ["Sienne"]


def test_the_list_is_narrowed_by_its_address(desk):
    section = make_section("Mer")
    make_article("Ici", stage=Stage.REVIEW, section=section, genre="brief")
    make_article("Là", published_at=an_hour_ago())
    make_article("Ailleurs", authors=[make_author("Inès Marchetti")])
    for asked, expected in {
        "state=review": ["Ici"],
        "state=published": ["Là"],
        "section=mer": ["Ici"],
        "genre=brief": ["Ici"],
        "q=ICI": ["Ici"],
        "q=là&state=published": ["Là"],
        "by=me": [],
        "author=ines-marchetti": ["Ailleurs"],
        "state=nonsense": ["Ailleurs", "Là", "Ici"],
    }.items():
        assert headlines(desk.get(f"{LIST}?{asked}")) == expected, asked


def test_a_row_says_what_a_desk_asks(desk):
    make_article("Pluie", published_at=an_hour_ago(), body="<p>Dix signes.</p>", photo=make_photo())
    row = read(desk.get(LIST)).one("div", css="row")
    assert "Publié" in row.text
    assert "11 signes" in row.text
    assert desk.get(row.one("img")["src"]).status_code == 200


def queries(browser, address):
    browser.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert browser.get(address).status_code == 200
    assert not [
        query for query in asked.captured_queries if "COUNT(*)" in query["sql"] and "articles_article" in query["sql"]
    ]
    return len(asked)


def double_the_archive():
    columns = ", ".join(field.column for field in Article._meta.concrete_fields if not field.primary_key)
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO articles_article ({columns}) SELECT {columns} FROM articles_article")


def test_home_lists_and_form_ask_as_few_queries_of_a_hundred_thousand_articles(desk):
    section, photo = make_section(), make_photo()
    article = make_article("Pluie", published_at=an_hour_ago(), section=section, photo=photo)
    form = reverse("admin:articles_article_change", args=[article.pk])
    most = {HOME: 20, LIST: 10, f"{LIST}?state=review": 10, f"{LIST}?q=pluie&by=me": 10, f"{LIST}?p=50": 10, form: 25}
    make_article("Pluie", stage=Stage.REVIEW, section=section)
    make_article("Pluie", section=section)
    while Article.objects.count() < 100_000:
        double_the_archive()
    asked = {address: queries(desk, address) for address in most}
    assert {address: number for address, number in asked.items() if number > most[address]} == {}


def test_links_are_offered_to_what_readers_can_see(desk):
    make_article("Le phare éteint", published_at=an_hour_ago())
    make_article("Le phare, brouillon")
    found = desk.get(reverse("admin:articles_article_links"), {"q": "PHARE"}).json()["articles"]
    assert [article["headline"] for article in found] == ["Le phare éteint"]
    assert ReadersClient().get(reverse("admin:articles_article_links")).status_code == 302


# Dispatches


PASTED = """Incendie maîtrisé au port de Vaucreuse

Le feu s'est déclaré lundi à 5h00 dans un hangar.

"Personne n'est blessé", a dit la préfecture. (AFP)
"""


def test_a_dispatch_is_read_as_it_is_pasted():
    read_dispatch = dispatch.read(PASTED)
    assert read_dispatch.headline == "Incendie maîtrisé au port de Vaucreuse"
    assert read_dispatch.agency == "AFP"
    assert read_dispatch.body.count("<p>") == 2
    assert "(AFP)" not in read_dispatch.body


@pytest.mark.parametrize(
    ("pasted", "paragraphs", "agency"),
    [
        ("Titre", [], ""),
        ("Titre\r\nUn.\r\nDeux.", ["Un.", "Deux."], ""),
        ("Titre\n\nUn\nsuite.\n\nDeux. (Reuters).", ["Un suite.", "Deux."], "Reuters"),
        (
            "Titre\n\nUn (deux mille euros en 2024, selon la mairie)",
            ["Un (deux mille euros en 2024, selon la mairie)"],
            "",
        ),
        ("Titre\n\n<b>Un</b>", ["<b>Un</b>"], ""),
    ],
)
def test_lines_become_paragraphs(pasted, paragraphs, agency):
    found = dispatch.read(pasted)
    assert (found.paragraphs, found.agency) == (paragraphs, agency)


def test_a_pasted_dispatch_is_a_draft_with_headline_text_and_byline(desk):
    response = desk.post(DISPATCH, {"pasted": PASTED})
    article = Article.objects.get()
    assert response.url == reverse("admin:articles_article_change", args=[article.pk])
    assert article.headline == "Incendie maîtrisé au port de Vaucreuse"
    assert "« Personne n’est blessé »" in article.body.replace("\u202f", " ")
    assert [(author.name, author.kind) for author in article.authors_in_order] == [("AFP", "agency")]
    desk.post(DISPATCH, {"pasted": PASTED.replace("AFP", "afp")})
    assert Author.objects.count() == 1


@pytest.mark.parametrize(("pasted", "said"), [("", "obligatoire"), ("x" * 300, "trop longue")])
def test_what_is_no_dispatch_is_refused_and_kept_in_the_field(desk, pasted, said):
    page = desk.post(DISPATCH, {"pasted": pasted})
    assert said in read(page).text
    assert pasted in page.content.decode()
    assert not Article.objects.exists()
