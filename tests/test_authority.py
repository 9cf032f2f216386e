"""Who may do what with an article, and that no forged request goes round it: the table of docs/security.md."""

from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import (
    CORRESPONDENT,
    EDITOR_IN_CHIEF,
    JOURNALIST,
    PHOTO_EDITOR,
    ROLES,
    SUB_EDITOR,
    TRANSITIONS,
    Article,
    Photo,
    Role,
    Stage,
)
from tests.conftest import ReadersClient
from tests.making import (
    an_hour_ago,
    in_an_hour,
    make_article,
    make_correction,
    make_page,
    make_person,
    make_photo,
    make_placement,
    make_section,
    make_tag,
)
from tests.reading import filled_in, read

pytestmark = [pytest.mark.django_db, pytest.mark.once]
WHOSE = {"own": True, "another’s": False}

# For each step the article it is tried with, and who may take it: with one's own article, and with another's.
EDITORS = {SUB_EDITOR, EDITOR_IN_CHIEF}
WRITERS = {CORRESPONDENT, JOURNALIST} | EDITORS
STEPS = {
    "send": ({}, WRITERS, EDITORS),
    "ready": ({}, EDITORS, EDITORS),
    "publish": ({}, EDITORS, EDITORS),
    "schedule": ({}, EDITORS, EDITORS),
    "send_back": ({"stage": Stage.REVIEW}, EDITORS, EDITORS),
    "unschedule": ({"published_at": in_an_hour}, EDITORS, EDITORS),
    "embargo": ({}, WRITERS, EDITORS),
    "lift_embargo": ({"embargo_until": in_an_hour}, {EDITOR_IN_CHIEF}, {EDITOR_IN_CHIEF}),
    "unpublish": ({"published_at": an_hour_ago}, EDITORS, EDITORS),
    "withdraw": ({"published_at": an_hour_ago}, {EDITOR_IN_CHIEF}, {EDITOR_IN_CHIEF}),
    "bring_back": (
        {"published_at": an_hour_ago, "withdrawn_at": timezone.now},
        {EDITOR_IN_CHIEF},
        {EDITOR_IN_CHIEF},
    ),
}


def of(role):
    browser = ReadersClient()
    browser.person = make_person(role)
    browser.force_login(browser.person)
    return browser


def article_of(person, **facts):
    facts = {name: fact() if callable(fact) else fact for name, fact in facts.items()}
    return make_article("Pluie", created_by=person, **facts)


def state(article):
    columns = ("stage", "published_at", "unpublished_at", "embargo_until", "withdrawn_at", "headline")
    return Article.objects.filter(pk=article.pk).values_list(*columns).get()


def send_step(browser, article, name, **typed):
    """As a button would, whether or not it was offered."""
    address = reverse("admin:articles_article_change", args=[article.pk])
    moment = "2099-01-01T06:00"
    form = {"headline": article.headline, "section": article.section_id, "genre": article.genre, "slug": article.slug}
    form |= {"body": article.body} | ({"_step": name} if name else {})
    asked = {f"{name}-moment": moment, f"{name}-words": "Il manque une source."}
    return browser.post(address, form | asked | typed)


def test_the_table_knows_every_step():
    assert STEPS.keys() == TRANSITIONS.keys()


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("whose", WHOSE)
@pytest.mark.parametrize("name", STEPS)
def test_a_step_is_taken_by_whom_it_is_for_and_nobody_else(role, whose, name):
    facts, own, others = STEPS[name]
    browser = of(role)
    article = article_of(browser.person if WHOSE[whose] else None, **facts)
    before = state(article)
    send_step(browser, article, name)
    assert (state(article) != before) == (role in (own if WHOSE[whose] else others))


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", ["send", "ready", "publish", "unpublish", "withdraw"])
def test_the_list_takes_no_step_that_the_form_would_refuse(role, name):
    facts, _own, others = STEPS[name]
    browser, article = of(role), article_of(None, **facts)
    before = state(article)
    browser.post(reverse("admin:articles_article_changelist"), {"action": name, "_selected_action": article.pk})
    assert (state(article) != before) == (role in others)


# Who may save a text: one's own at each state, and another's.
TEXTS = {
    "draft": ({}, WRITERS, EDITORS),
    "in review": ({"stage": Stage.REVIEW}, {JOURNALIST} | EDITORS, EDITORS),
    "ready": ({"stage": Stage.READY}, {JOURNALIST} | EDITORS, EDITORS),
    "scheduled": ({"published_at": in_an_hour}, EDITORS, EDITORS),
    "published": ({"published_at": an_hour_ago}, EDITORS, EDITORS),
    "withdrawn": ({"published_at": an_hour_ago, "withdrawn_at": timezone.now}, EDITORS, EDITORS),
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("whose", WHOSE)
@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_changed_by_whom_it_belongs_to_then(role, whose, name):
    facts, own, others = TEXTS[name]
    browser = of(role)
    article = article_of(browser.person if WHOSE[whose] else None, **facts)
    send_step(browser, article, "", headline="Neige", change="typo")
    changed = Article.objects.get().headline == "Neige"
    assert changed == (role in (own if WHOSE[whose] else others))


# Addresses: who is shown each page of the desk, and whose POST to it is refused otherwise.
EVERYBODY = set(ROLES)
PHOTOGRAPHERS = {PHOTO_EDITOR} | EDITORS
UPLOADERS = EVERYBODY
NOUNS = {
    "article": (EVERYBODY, WRITERS),
    "photo": (EVERYBODY, UPLOADERS),
    "agency": (EVERYBODY, PHOTOGRAPHERS),
    "photocredit": (EVERYBODY, PHOTOGRAPHERS),
    "author": (EVERYBODY - {PHOTO_EDITOR}, EDITORS),
    "tag": (EVERYBODY - {PHOTO_EDITOR}, EDITORS),
    "section": (EVERYBODY - {PHOTO_EDITOR}, {EDITOR_IN_CHIEF}),
    "correction": (EDITORS, EDITORS),
    "placement": (EDITORS, EDITORS),
    "page": ({EDITOR_IN_CHIEF}, {EDITOR_IN_CHIEF}),
    "user": ({EDITOR_IN_CHIEF}, {EDITOR_IN_CHIEF}),
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("noun", NOUNS)
def test_lists_and_empty_forms_are_shown_to_whom_they_are_for(role, noun):
    browser = of(role)
    shown, added = NOUNS[noun]
    answers = {
        page: browser.get(reverse(f"admin:articles_{noun}_{page}")).status_code for page in ("changelist", "add")
    }
    assert answers == {"changelist": 200 if role in shown else 403, "add": 200 if role in added else 403}
    forged = browser.post(reverse(f"admin:articles_{noun}_add"), {"name": "X"}).status_code
    assert (forged != 403) == (role in added)


def things():
    """One of each noun that an address of the desk may name."""
    article = make_article(published_at=an_hour_ago(), photo=make_photo(agency="AMI"))
    return {
        "agency": article.lead_photo.agency,
        "photocredit": article.lead_photo.credit,
        "tag": make_tag(),
        "section": make_section(),
        "correction": make_correction(article),
        "placement": make_placement(article),
        "page": make_page(),
    }


@pytest.mark.parametrize("role", ROLES)
def test_nothing_is_changed_or_deleted_by_whom_it_is_not_for(role):
    browser = of(role)
    for noun, thing in things().items():
        _shown, changed = NOUNS[noun]
        for page in ("change", "delete"):
            address = reverse(f"admin:articles_{noun}_{page}", args=[thing.pk])
            answer = browser.post(address, {"post": "yes"})
            assert role in changed or answer.status_code in (302, 403), (noun, page)
        assert role in changed or type(thing).objects.filter(pk=thing.pk).exists(), noun


def test_a_correspondent_reads_only_what_is_theirs(client):
    browser = of(CORRESPONDENT)
    own, other = article_of(browser.person), article_of(None)
    addresses = [reverse("admin:articles_article_change", args=[article.pk]) for article in (own, other)]
    assert [browser.get(address).status_code for address in addresses] == [200, 302]
    assert other.get_absolute_url() not in browser.get(reverse("admin:articles_article_changelist")).content.decode()


@pytest.mark.parametrize("role", ROLES)
def test_ones_own_photos_are_changed_and_others_by_who_keeps_the_library(role):
    browser = of(role)
    own, other = make_photo(uploaded_by=browser.person), make_photo()
    editor = of(EDITOR_IN_CHIEF)
    for photo in (own, other):
        address = reverse("admin:articles_photo_change", args=[photo.pk])
        form = read(editor.get(address)).one("form", id="photo_form")
        browser.post(address, filled_in(form, line="Jeanne Morvan", caption="Le port."))
        browser.post(reverse("admin:articles_photo_delete", args=[photo.pk]), {"post": "yes"})
    changed = [photo.pk for photo in Photo.objects.filter(caption="Le port.")]
    kept = set(Photo.objects.values_list("pk", flat=True))
    if role in PHOTOGRAPHERS:
        assert kept == set()
    else:
        assert (changed, kept) == ([] if role == PHOTO_EDITOR else [own.pk], {own.pk, other.pk})


def test_whoever_may_publish_without_review_does_so_with_their_own_alone():
    browser = of(JOURNALIST)
    browser.person.user_permissions.add(permission("publish_unreviewed_article"))
    own, other = article_of(browser.person), article_of(None)
    for article in (own, other):
        send_step(browser, article, "publish")
    assert [Article.objects.get(pk=article.pk).is_published() for article in (own, other)] == [True, False]


def permission(codename):
    return Role.permissions.rel.model.objects.get(codename=codename)


def test_a_reply_is_published_by_the_editor_in_chief_alone():
    for role, published in ((SUB_EDITOR, 0), (EDITOR_IN_CHIEF, 1)):
        article = article_of(None, published_at=an_hour_ago)
        told = {"change_text": "Je n’ai jamais dit cela.", "reply_by": "Jean Martin", "received_on": "2026-01-17"}
        send_step(of(role), article, "", change="right_of_reply", **told)
        assert article.corrections.count() == published, role


def test_the_document_has_the_table_that_is_tested_here():
    document = (Path(__file__).parent.parent / "docs/security.md").read_text()
    lines = [line for name, row in STEPS.items() for line in table_lines(TRANSITIONS[name].name, row)]
    lines += [line for name, row in TEXTS.items() for line in table_lines(name, row)]
    assert [line for line in lines if line not in document] == []


def table_lines(name, row):
    _facts, own, others = row
    cells = (mark(role in own) + mark(role in others, " / ") for role in ROLES)
    yield f"| {name} | {' | '.join(cells)} |"


def mark(may, before=""):
    return before + ("yes" if may else "–")
