"""One paper speaks one language: French in full, or English in full."""

import re
from datetime import date
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.apps import apps
from django.contrib import admin
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from articles import dates
from articles.models import (
    Agency,
    Article,
    Author,
    Correction,
    Draft,
    Genre,
    Photo,
    Placement,
    Revision,
    Role,
    Section,
    Tag,
    UncreditedPicture,
    User,
    contents,
    end_sharing,
    page_of_topics,
    perform,
    set_aside,
    share,
    shared_address,
)
from articles.models.listing import SIZE
from articles.models.topic import SIZE as TOPICS
from newsroom.unavailable import UNAVAILABLE
from tests.making import (
    an_hour_ago,
    make_article,
    make_author,
    make_correction,
    make_page,
    make_photo,
    make_placement,
    make_section,
    make_tag,
    minutes_ago,
    paris,
)
from tests.reading import filled_in, read

pytestmark = pytest.mark.once
ROOT = Path(__file__).parent.parent
CATALOGUE = (ROOT / "locale/fr/LC_MESSAGES/django.po").read_text().split("\n\n")[1:]
MARKUP = re.compile(r'<[^>]*>|%\(\w+\)[sd]|\\"')
READ_ALOUD = ("aria-label", "alt", "title", "placeholder", "data-show", "data-one", "data-many")
VIDEO = "https://www.youtube.com/watch?v=abcdefghijk"


def phrases(field):
    """What stands in one field of the catalogue, entry by entry."""
    pattern = re.compile(rf'^{field}(?:_plural|\[\d\])? "(.*)"$', re.MULTILINE)
    return [pattern.findall(entry) for entry in CATALOGUE]


ENGLISH, FRENCH = phrases("msgid"), phrases("msgstr")


def told_apart(own, other):
    """Phrases of one language, cut at their blanks, that the other language does not have too."""
    pieces = {piece.strip() for entry in own for phrase in entry for piece in MARKUP.split(phrase)}
    shared = {phrase.casefold() for entry in other for phrase in entry}
    return {piece for piece in pieces if len(piece) > 2 and piece.casefold() not in shared}


ONLY_ENGLISH, ONLY_FRENCH = told_apart(ENGLISH, FRENCH), told_apart(FRENCH, ENGLISH)


def words(page):
    """What a page shows or reads aloud."""
    elements = [element for element in read(page).descendants if element.name not in ("style", "script")]
    shown = [child for element in elements for child in element.children if isinstance(child, str)]
    aloud = [element[name] for element in elements for name in READ_ALOUD if element.get(name)]
    return "\n".join(shown + aloud)


def found(phrases, text):
    # An expression for each phrase takes long: most are not there in any letters.
    folded = text.casefold()
    there = [phrase for phrase in phrases if phrase.casefold() in folded]
    return sorted(phrase for phrase in there if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE))


def make_paper():
    """One of everything public, in words of no language."""
    section = make_section("Zuv")
    authors = [make_author("Ana Xil", bio="Zoli"), make_author("Bob Yot")]
    body = f'<p>Zalu.</p><figure data-embed="{VIDEO}"><figcaption>Zemi</figcaption></figure>'
    article = make_article(
        "Zorba", paris(2026, 3, 3, 15, 45), authors, [make_tag("zif")], photo(), section=section, body=body
    )
    for kind in Correction.Kind:
        make_correction(article, kind=kind, text="Zanu.", made_at=paris(2026, 3, 4, 8, 0))
    for number, genre in enumerate(Genre):
        make_article(f"Zok {number}", minutes_ago(number + 1), authors, section=section, genre=genre, kicker="Zid")
    make_placement(article)
    return article


def photo():
    return make_photo(photographer="Cyr Zeb", alt="Zul")


def pages(client):
    """Every kind of public page, full and empty, by address."""
    addresses = [
        "/",
        "/latest/",
        "/corrections/",
        "/feeds/",
        "/tags/",
        "/sections/zuv/",
        "/nothing/",
    ]
    empty = ["/", "/latest/", "/corrections/", make_section("Zeg", slug="zeg").get_absolute_url()]
    empty.append(this_year := reverse("latest_year", args=[timezone.localdate()]))
    read_pages = {f"{address} of an empty paper": client.get(address) for address in empty}
    article = make_paper()
    gone = make_article("Zit", an_hour_ago(), section=article.section)
    gone.withdraw("Zob.")
    page = make_page("Zap", body="<p>Zul.</p>")
    opinion = article.section.articles.get(genre=Genre.OPINION)
    ended = make_article(
        "Zub", an_hour_ago(), photo=make_photo(publishable_until=an_hour_ago()), section=article.section
    )
    own = [noun.get_absolute_url() for noun in (article, opinion, gone, ended, page, *article.tags.all())]
    own += [f"/authors/{author.slug}/" for author in article.authors_in_order] + ["/latest/2026/03/03/"]
    for number in range(SIZE):
        make_article(f"Zul {number}", minutes_ago(100 + number), section=article.section)
    newest = article.section.articles.latest_first().first()
    own.append(f"/latest/?before={newest.pk}")
    own += subjects(article)
    shown, over = (share(article, None, {"headline": headline}) for headline in ("Zuk", "Zuj"))
    end_sharing(over)
    own += map(shared_address, (shown, over))
    make_article("Zuh", paris(2025, 3, 3), section=article.section)
    own += [this_year, "/latest/2026/03/", "/latest/2025/03/", "/latest/2025/03/04/"]
    own += ["/search/", "/search/?q=Zul&before=-1", "/search/?q=Zul&sort=date", "/search/?q=zzz&section=zuv"]
    own += [
        f"/search/?q={'Zul+' * 60}",
        "/search/?q=le",
        "/search/?q=%22",
        "/search/?q=Zul&author=Zzz&tag=Zzz&since=2026-02-01&until=2026-01-01",
    ]
    read_pages |= {address: client.get(address) for address in addresses + own}
    read_pages["an unknown host"] = client.get("/", headers={"host": "elsewhere.example"})
    read_pages["500.html"] = render_to_string("500.html")
    for path, status in (("/", 503), ("/", 404), ("/", 410), ("/admin/", 503)):
        read_pages[f"{path} without a database: {status}"] = client.get(path, **{UNAVAILABLE: status})
    return read_pages


def subjects(article):
    """A topic with another beside it, and a letter of three pages."""
    Tag.objects.bulk_create(Tag(name=f"zk {number}", slug=f"zk-{number}") for number in range(2 * TOPICS + 1))
    article.tags.add(*Tag.objects.filter(slug__startswith="zk-"))
    second = page_of_topics("z", after=str(page_of_topics("z").next))
    return [
        "/tags/",
        "/tags/zif/",
        f"/tags/letters/z/?after={page_of_topics('z').next}",
        f"/tags/letters/z/?before={second.previous}",
    ]


def test_every_phrase_has_a_french_one():
    assert [entry for entry in CATALOGUE if "fuzzy" in entry] == []
    lacking = [english for english, french in zip(ENGLISH, FRENCH, strict=True) if not all(french)]
    assert lacking == []


def test_french_phrases_hold_the_spaces_and_apostrophes_of_french():
    plain = re.compile(r"'|\w[;:!?»]|« (?!\w*%)| [;:!?»]")
    assert [phrase for entry in FRENCH for phrase in entry if plain.search(MARKUP.sub("", phrase))] == []


def test_a_french_paper_shows_no_english(client, db):
    left = {address: found(ONLY_ENGLISH, words(page)) for address, page in pages(client).items()}
    assert {address: phrases for address, phrases in left.items() if phrases} == {}


def test_an_english_paper_shows_no_french(client, db, settings):
    settings.LANGUAGE_CODE = "en"
    left = {address: found(ONLY_FRENCH, words(page)) for address, page in pages(client).items()}
    assert {address: phrases for address, phrases in left.items() if phrases} == {}


def test_the_pages_read_here_show_every_phrase_of_the_readers_templates(client, desk):
    """Or the two tests above would prove nothing of a phrase that no page shows."""
    read_pages = [*pages(client).values(), desk_page_refused(client)]
    shown = "\n".join(words(page) for page in read_pages)
    written = {
        phrase
        for template in (ROOT / "templates").rglob("*.html")
        if ROOT / "templates/admin" not in template.parents
        for phrase in re.findall(r"""{% translate ["'](.*?)["'] %}""", template.read_text())
    }
    assert sorted(phrase for phrase in written if translation.gettext(phrase) not in shown) == []


def desk_page_refused(client):
    client.force_login(User.objects.create_user("stagiaire", is_staff=True))
    return client.get("/admin/articles/article/")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_page_tells_its_language(client, db, settings, language):
    settings.LANGUAGE_CODE = language
    assert read(client.get("/")).one("html")["lang"] == language


def desk_addresses():
    for model in apps.get_app_config("articles").get_models():
        if admin.site.is_registered(model):
            yield desk_address(model, "changelist")
            if model not in (UncreditedPicture, Role):  # which only an upload, and only a migration makes
                yield desk_address(model, "add")


def desk_address(model, action, *names):
    return reverse(f"admin:articles_{model._meta.model_name}_{action}", args=names)


def desk_addresses_of_people():
    yield desk_address(User, "change", User.objects.get().pk)
    yield reverse("admin:auth_user_password_change", args=[User.objects.get().pk])
    yield desk_address(Role, "change", Role.objects.first().pk)


def desk_addresses_of_pictures():
    photo = make_photo(photographer="Cyr Zeb", agency="ZIZ", publishable_until=an_hour_ago())
    yield desk_address(Photo, "change", photo.pk)
    yield desk_address(Agency, "change", photo.agency.pk)
    yield desk_address(Agency, "contract", photo.agency.pk)


def desk_addresses_of_tags():
    used, unused = make_tag("zuf", ["zaf"]), make_tag("zof")
    make_article("Zot", an_hour_ago(), tags=[used], section=make_section("Zol"))
    yield desk_address(Tag, "changelist")
    yield desk_address(Tag, "change", used.pk)
    yield desk_address(Tag, "change", unused.pk)
    yield desk_address(Tag, "merge") + f"?tag={used.pk}&tag={unused.pk}"
    yield desk_address(Tag, "merge") + f"?tag={used.pk}&with=zib"


def desk_addresses_of_texts(article):
    """The pages on which words that were kept are seen, and what differs between them."""
    user = User.objects.get()
    perform("withdraw", article, user)
    perform("bring_back", article, user)
    kept = set_aside(article, user, Revision.Kind.REFUSED, contents(article) | {"headline": "Zorbi"}, 0)
    shown = share(article, user, contents(article))
    Draft.objects.create(
        article=article, data=kept.data, version=0, saved_by=user, saved_at=an_hour_ago(), tab="t", turn=1
    )
    for name in ("change", "history", "compare", "merge_draft", "preview"):
        yield desk_address(Article, name, article.pk)
    yield desk_address(Article, "compare", article.pk) + f"?from={kept.pk}&to={shown.pk}"
    yield desk_address(Article, "merge", article.pk, kept.pk)
    yield desk_address(Article, "merge", article.pk, shown.pk)
    yield desk_address(Article, "shared", article.pk, shown.pk)
    yield desk_address(Placement, "preview")


def test_a_french_desk_shows_no_english(desk):
    article = make_paper()
    addresses = [*desk_addresses(), *desk_addresses_of_people(), *desk_addresses_of_pictures()]
    addresses += [*desk_addresses_of_texts(article), *desk_addresses_of_tags()]
    left = {address: found(ONLY_ENGLISH, words(desk.get(address))) for address in addresses}
    assert {address: phrases for address, phrases in left.items() if phrases} == {}


def test_what_narrows_a_french_list_agrees_with_every_word(desk):
    """« Genre : Toutes » does not."""
    for address in (desk_address(model, "changelist") for model in (Article, Photo, Tag)):
        choices = read(desk.get(address)).one("form", css="narrow").all("select")
        assert {select.all("option")[0].text for select in choices} == {"Peu importe"}, address
    for address in (desk_address(model, "changelist") for model in (Author, Correction, Placement, User)):
        choices = read(desk.get(address)).one("nav", id="changelist-filter").all("ul")
        assert {choice.all("a")[0].text for choice in choices} == {"Peu importe"}, address


STUMBLING = re.compile(r"l[’']objet|objets? \w+ sélectionn|\bde (?=agence|article|auteur|utilisateur)|Sélectionnez")


def test_a_french_desk_makes_no_phrase_stumble_over_a_noun(desk):
    """« Ajout de agence », « L’objet rubrique a été modifié »."""
    make_paper()
    addresses = [*desk_addresses(), *desk_addresses_of_people(), *desk_addresses_of_pictures()]
    addresses += [desk_address(model, "delete", model.objects.first().pk) for model in (Agency, Author, Section)]
    found = {address: STUMBLING.findall(words(desk.get(address))) for address in addresses}
    assert {address: phrases for address, phrases in found.items() if phrases} == {}


def test_the_pages_of_a_noun_are_headed_by_its_name_or_by_what_stands_in_them(desk):
    section, author = make_section("Mer"), make_author("Ana Xil")
    headings = {
        desk_address(Section, "changelist"): "Rubriques",
        desk_address(Section, "add"): "Ajouter\u00a0: rubrique",
        desk_address(Section, "change", section.pk): "Rubrique\u00a0: Mer",
        desk_address(Author, "changelist"): "Auteurs",
        desk_address(Author, "change", author.pk): "Auteur\u00a0: Ana Xil",
        desk_address(User, "changelist"): "Utilisateurs",
        desk_address(Tag, "changelist"): "Mots-clés",
        desk_address(Article, "changelist"): "Articles",
    }
    assert {address: read(desk.get(address)).one("h1").text for address in headings} == headings


def test_what_was_done_at_the_desk_is_told_in_words_that_fit_every_noun(desk):
    section = make_section("Mer")
    add, change = desk_address(Section, "add"), desk_address(Section, "change", section.pk)
    assert told(desk, add, name="Ville", slug="ville") == "Ajout enregistré : rubrique « Ville »."
    changed = "Modification enregistrée : rubrique « La mer »."
    assert told(desk, change, name="La mer") == changed
    assert told(desk, change, _continue="1") == f"{changed} Vous pouvez continuer ci-dessous."
    deleted = desk.post(desk_address(Section, "delete", section.pk), {"post": "yes"}, follow=True)
    assert message(deleted) == "Suppression faite : rubrique « La mer »."


def told(desk, address, **typed):
    """What is said when the form at this address is sent."""
    form = read(desk.get(address)).one("form", id="section_form")
    return message(desk.post(address, filled_in(form, **typed), follow=True))


def message(page):
    return read(page).one("ul", css="messagelist").text.replace("\u202f", " ").replace("\u00a0", " ")


def door_pages(client, desk):
    """The pages through which one comes to the desk, with mail and passkeys."""
    editor = User.objects.get()
    TOTP.activate(editor, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    open_to_all = ("login/", "inactive/", "password/reset/", "password/reset/sent/", "password/reset/done/")
    read_pages = {name: client.get(f"/admin/{name}") for name in (*open_to_all, "password/reset/1-used/")}
    read_pages["wrong password"] = client.post("/admin/login/", {"login": "editor", "password": "wrong"})
    client.post("/admin/login/", {"login": "editor", "password": "a long password"})
    read_pages["code"] = client.post("/admin/login/code/", {"code": "000000"})
    ways = ("confirm/", "confirm/code/")
    read_pages |= {name: desk.get(f"/admin/{name}") for name in ways}
    desk.post("/admin/confirm/", {"password": "a long password"})
    read_pages["security/codes/new/"] = desk.get("/admin/security/codes/new/")
    desk.post("/admin/security/codes/new/")
    inside = ("logout/", "password/change/", "security/", "security/app/remove/", "security/codes/")
    keys = ("security/passkeys/", "security/passkeys/add/")
    read_pages |= {name: desk.get(f"/admin/{name}") for name in (*inside, *keys)}
    editor.remove_second_factor()
    return read_pages | {"security/app/add/": desk.get("/admin/security/app/add/")}


def test_a_french_door_shows_no_english(client, desk, settings):
    settings.MAIL_IS_SENT, settings.MFA_SUPPORTED_TYPES = True, ["totp", "recovery_codes", "webauthn"]
    read_pages = door_pages(client, desk)
    assert {name: page.status_code for name, page in read_pages.items() if page.status_code != 200} == {}
    left = {name: found(ONLY_ENGLISH, words(page)) for name, page in read_pages.items()}
    assert {name: phrases for name, phrases in left.items() if phrases} == {}


def test_every_label_of_the_desk_is_translated(desk):
    known = {phrase for entry in FRENCH for phrase in entry}
    addresses = [*desk_addresses(), *desk_addresses_of_people(), *desk_addresses_of_pictures()]
    read_pages = [desk.get(address) for address in addresses]
    forms = [page.context["adminform"].form for page in read_pages if "adminform" in page.context]
    labels = {str(field.label) for form in forms for field in form.fields.values() if not field.widget.is_hidden}
    assert sorted(label for label in labels if not {label, label[0].lower() + label[1:]} & known) == []


@pytest.mark.parametrize(
    ("printed", "french", "english"),
    [
        (dates.clock, "9h05", "09:05"),
        (dates.moment, "1er mars 2026 à 9h05", "1 March 2026 at 09:05"),
    ],
)
def test_hours_read_as_a_paper_prints_them(printed, french, english):
    at = paris(2026, 3, 1, 9, 5)
    with translation.override("fr"):
        assert printed(at) == french
    with translation.override("en"):
        assert printed(at) == english


@pytest.mark.parametrize(
    ("printed", "when", "french", "english"),
    [
        (dates.day, date(2027, 3, 1), "lundi 1er mars 2027", "Monday 1 March 2027"),
        (dates.day, date(2026, 11, 22), "dimanche 22 novembre 2026", "Sunday 22 November 2026"),
        (dates.date, date(2026, 8, 1), "1er août 2026", "1 August 2026"),
        (dates.date, date(2026, 8, 11), "11 août 2026", "11 August 2026"),
        (dates.short_date, date(2026, 7, 14), "14 juill.", "14 July"),
        (dates.short_date, date(2026, 11, 22), "22 nov.", "22 Nov."),
        (dates.short_date, date(2026, 3, 1), "1er mars", "1 March"),
    ],
)
def test_days_read_as_a_paper_prints_them(printed, when, french, english):
    with translation.override("fr"):
        assert printed(when) == french
    with translation.override("en"):
        assert printed(when) == english
