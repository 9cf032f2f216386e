"""Words are kept while they are typed: by the desk in one draft for each article, which is never public."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import (
    CORRESPONDENT,
    EDITOR_IN_CHIEF,
    JOURNALIST,
    SUB_EDITOR,
    Article,
    Draft,
    Revision,
    contents,
    note_presence,
    others_present,
    perform,
)
from articles.models.presence import Presence
from tests.conftest import ReadersClient
from tests.making import an_hour_ago, make_article, make_author, make_person, make_photo, paris
from tests.reading import filled_in, read

pytestmark = pytest.mark.django_db
TYPED = "La digue a cédé"


def browser_of(person):
    browser = ReadersClient()
    browser.force_login(person)
    return browser


def page(article, name="change"):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def opened(browser, article, asked=""):
    return read(browser.get(page(article) + asked)).one("form", id="article_form")


def typed(form, **words):
    """What the form's script sends after some typing: once more, each time it is asked."""
    return filled_in(form, **words) | {"_turn": "1"}


def autosave(browser, article, sent):
    return browser.post(page(article, "draft"), sent)


def a_while_later():
    """As if the last words had been kept ten seconds ago."""
    Draft.objects.update(saved_at=timezone.now() - timedelta(seconds=10))


@pytest.fixture
def camille():
    person = make_person(SUB_EDITOR)
    make_author("Camille", user=person)
    return person


@pytest.fixture
def ahmed():
    return make_person(SUB_EDITOR, author="Ahmed")


@pytest.fixture
def article():
    return make_article("Avant", body="<p>Avant.</p>")


def test_what_is_typed_is_kept_and_changes_nothing_that_is_stored(camille, article):
    browser = browser_of(camille)
    answer = autosave(browser, article, typed(opened(browser, article), headline=TYPED))
    assert answer.status_code == 200
    assert answer.json()["said"].startswith("Enregistré à ")
    assert article.draft.data["headline"] == TYPED
    assert (article.draft.saved_by, article.draft.version) == (camille, 0)
    assert Article.objects.get().headline == "Avant"


def test_typing_on_writes_the_same_row(camille, article):
    browser = browser_of(camille)
    form = opened(browser, article)
    autosave(browser, article, typed(form, headline="La"))
    a_while_later()
    answer = autosave(browser, article, typed(form, headline=TYPED) | {"_turn": "2"})
    assert answer.status_code == 200
    assert Draft.objects.get().data["headline"] == TYPED


def test_one_person_is_not_written_oftener_than_every_five_seconds(camille, article):
    browser = browser_of(camille)
    form = opened(browser, article)
    autosave(browser, article, typed(form, headline="La"))
    answer = autosave(browser, article, typed(form, headline=TYPED) | {"_turn": "2"})
    assert answer.status_code == 429
    assert Draft.objects.get().data["headline"] == "La"


def test_a_request_that_comes_late_takes_nothing_back(camille, article):
    browser = browser_of(camille)
    form = opened(browser, article)
    autosave(browser, article, typed(form, headline=TYPED) | {"_turn": "2"})
    a_while_later()
    answer = autosave(browser, article, typed(form, headline="La"))
    assert answer.status_code == 429
    assert Draft.objects.get().data["headline"] == TYPED
    assert autosave(browser, article, typed(form, headline=TYPED)).status_code == 200


def test_nobody_writes_over_the_unsaved_changes_of_somebody_else(camille, ahmed, article):
    browser, other = browser_of(camille), browser_of(ahmed)
    autosave(browser, article, typed(opened(browser, article), headline=TYPED))
    answer = autosave(other, article, typed(opened(other, article), headline="Autre chose"))
    assert answer.status_code == 409
    assert "Camille" in answer.json()["said"]
    assert Draft.objects.get().data["headline"] == TYPED


def test_ones_own_unsaved_changes_come_back_by_themselves(camille, article):
    browser = browser_of(camille)
    autosave(browser, article, typed(opened(browser, article), headline=TYPED))
    again = opened(browser_of(camille), article)
    assert filled_in(again)["headline"] == TYPED
    stored = opened(browser_of(camille), article, "?stored")
    assert filled_in(stored)["headline"] == "Avant"


def test_colleagues_are_told_and_may_see_take_up_or_abandon(camille, ahmed, article):
    browser, other = browser_of(camille), browser_of(ahmed)
    autosave(browser, article, typed(opened(browser, article), headline=TYPED))
    for address in (page(article), reverse("admin:articles_article_changelist")):
        assert "Camille a des modifications non publiées, " in read(other.get(address)).text
    assert filled_in(opened(other, article))["headline"] == "Avant"
    assert TYPED in read(other.get(f"{page(article, 'compare')}?from=now&to=draft")).text
    taken = opened(other, article, "?from=draft")
    a_while_later()
    assert autosave(other, article, typed(taken, headline=f"{TYPED} !")).status_code == 200
    assert Draft.objects.get().saved_by == ahmed


def test_what_was_typed_after_somebody_took_it_up_is_not_overwritten(camille, ahmed, article):
    browser, other = browser_of(camille), browser_of(ahmed)
    form = opened(browser, article)
    autosave(browser, article, typed(form, headline="La"))
    taken = opened(other, article, "?from=draft")
    a_while_later()
    autosave(browser, article, typed(form, headline=TYPED) | {"_turn": "2"})
    assert autosave(other, article, typed(taken, headline="Le")).status_code == 409
    other.post(page(article), filled_in(taken, headline="Le"))
    assert Draft.objects.get().data["headline"] == TYPED


def test_abandoned_changes_stay_in_the_history(camille, ahmed, article):
    browser, other = browser_of(camille), browser_of(ahmed)
    autosave(browser, article, typed(opened(browser, article), headline=TYPED))
    form = read(other.get(page(article))).one("form", id="abandon")
    other.post(page(article, "abandon"), filled_in(form))
    assert not Draft.objects.exists()
    assert Revision.objects.get(kind="abandoned").data["headline"] == TYPED
    assert Revision.objects.get(kind="abandoned").made_by == camille


def test_only_the_changes_that_were_looked_at_are_abandoned(camille, ahmed, article):
    browser, other = browser_of(camille), browser_of(ahmed)
    form = opened(browser, article)
    autosave(browser, article, typed(form, headline="La"))
    looked_at = filled_in(read(other.get(page(article))).one("form", id="abandon"))
    a_while_later()
    autosave(browser, article, typed(form, headline=TYPED) | {"_turn": "2"})
    other.post(page(article, "abandon"), looked_at)
    assert Draft.objects.get().data["headline"] == TYPED


def test_a_save_ends_the_unsaved_changes(camille, article):
    browser = browser_of(camille)
    form = opened(browser, article)
    autosave(browser, article, typed(form, headline=TYPED))
    browser.post(page(article), filled_in(form, headline=f"{TYPED} hier"))
    assert not Draft.objects.exists()
    assert Article.objects.get().headline == f"{TYPED} hier"


def test_words_that_arrive_after_their_save_are_no_unsaved_changes(camille):
    article = make_article("Avant", published_at=an_hour_ago())
    browser = browser_of(camille)
    form = opened(browser, article)
    browser.post(page(article), filled_in(form, headline=TYPED, change="typo"))
    assert autosave(browser, article, typed(form, headline=TYPED, change="typo")).status_code == 200
    assert not Draft.objects.exists()
    autosave(browser, article, typed(form, headline=f"{TYPED} hier", change="typo"))
    assert Draft.objects.get().data["headline"] == f"{TYPED} hier"


def test_a_correction_that_is_typed_in_an_old_form_is_kept(camille, ahmed):
    article = make_article("Avant", published_at=an_hour_ago())
    browser = browser_of(camille)
    form = opened(browser, article)
    perform("unpublish", article, ahmed)
    autosave(browser, article, typed(form, change="correction", change_text="Il était 4 heures."))
    assert Draft.objects.get().data["change_text"] == "Il était 4 heures."


def test_unsaved_changes_of_a_published_article_are_seen_by_no_reader(camille):
    article = make_article("Avant", body="<p>Avant.</p>", published_at=an_hour_ago())
    before = {
        address: ReadersClient().get(address).content for address in ("/", "/latest/", article.get_absolute_url())
    }
    browser = browser_of(camille)
    assert autosave(browser, article, typed(opened(browser, article), headline=TYPED)).status_code == 200
    for address, content in before.items():
        assert ReadersClient().get(address).content == content


def test_a_correction_that_is_being_written_is_kept_too(camille):
    article = make_article("Avant", published_at=an_hour_ago())
    browser = browser_of(camille)
    autosave(browser, article, typed(opened(browser, article), change="correction", change_text="Il était 4 heures."))
    assert filled_in(opened(browser_of(camille), article))["change_text"] == "Il était 4 heures."


def test_whose_login_has_ended_is_told_so_and_not_led_away(article):
    answer = ReadersClient().post(page(article, "draft"), {"headline": TYPED})
    assert answer.status_code == 401
    assert "session" in answer.json()["said"]


def test_after_a_new_login_the_form_is_given_its_token(camille, article):
    answer = browser_of(camille).get(page(article, "draft"))
    assert answer.json()["user"] == camille.pk
    assert len(answer.json()["token"]) > 30


@pytest.mark.parametrize("role", [CORRESPONDENT, JOURNALIST])
def test_nobody_keeps_words_in_what_they_may_not_change(role, article):
    answer = autosave(browser_of(make_person(role)), article, {"headline": TYPED})
    assert answer.status_code == 403
    assert not Draft.objects.exists()


def test_what_is_no_field_of_the_form_is_not_kept(camille, article):
    browser = browser_of(camille)
    sent = typed(opened(browser, article)) | {"stage": "ready", "published_at": "2026-01-01", "nonsense": "x"}
    autosave(browser, article, sent)
    assert set(Draft.objects.get().data) <= {*contents(article), "change", "send_back-words"}


@pytest.mark.parametrize("turn", ["", "-1", "9" * 30, "x"])
def test_nonsense_from_a_form_is_no_error(camille, article, turn):
    browser = browser_of(camille)
    sent = typed(opened(browser, article)) | {"_turn": turn, "_follows": "::x", "_version": "x", "_tab": "t" * 500}
    assert autosave(browser, article, sent).status_code == 200


def test_words_that_a_browser_had_kept_are_taken_in_and_can_be_compared(camille, article):
    browser = browser_of(camille)
    sent = {"headline": TYPED, "_version": "0"}
    places = browser.post(page(article, "kept"), sent).json()
    assert filled_in(opened(browser, article, "?" + places["take"].partition("?")[2]))["headline"] == TYPED
    assert TYPED in read(browser.get(places["compare"])).text
    perform("send", article, camille)
    assert browser.post(page(article, "kept"), sent).json()["take"] == places["compare"]


def test_a_note_that_no_step_has_taken_stands_in_the_form_again(camille):
    article = make_article("Avant", body="<p>Avant.</p>", stage="review")
    browser = browser_of(camille)
    note = {"send_back-words": "Quelle rubrique ?"}
    browser.post(page(article), filled_in(opened(browser, article), headline="Après", **note))
    assert Article.objects.get().headline == "Après"
    assert filled_in(opened(browser, article))["send_back-words"] == "Quelle rubrique ?"
    refused = browser.post(page(article), filled_in(opened(browser, article), byline="Personne", **note))
    assert filled_in(read(refused).one("form", id="article_form"))["send_back-words"] == "Quelle rubrique ?"
    browser.post(page(article), filled_in(opened(browser, article), _step="send_back", **note))
    assert Article.objects.get().review_note == "Quelle rubrique\u202f?"
    assert not Draft.objects.exists()


def test_an_article_in_which_a_colleague_has_unsaved_words_is_not_deleted(camille, ahmed, article):
    browser, other = browser_of(camille), browser_of(make_person(EDITOR_IN_CHIEF))
    autosave(browser, article, typed(opened(browser, article), headline=TYPED))
    assert other.post(page(article, "delete"), {"post": "yes"}).status_code == 403
    assert Article.objects.exists()


def test_whoever_writes_in_an_article_that_was_deleted_is_told_so(camille, article):
    browser = browser_of(camille)
    form = opened(browser, article)
    Article.objects.all().delete()
    answer = browser.post(page(article, "draft"), typed(form, headline=TYPED))
    assert (answer.status_code, "supprimé" in answer.json()["said"]) == (404, True)


def test_signs_that_a_database_refuses_are_no_error(camille, article):
    browser = browser_of(camille)
    sent = typed(opened(browser, article), headline=f"La\0 {TYPED}", byline="a\0b") | {
        "_tab": "t\0",
        "_follows": "\0:1",
    }
    assert autosave(browser, article, sent).status_code == 200
    assert browser.post(page(article, "kept"), sent).status_code == 200
    assert browser.post(page(article, "preview"), sent).status_code == 200
    assert browser.post(page(article, "share"), sent).status_code == 302


def test_a_draft_of_another_day_says_its_day(camille, ahmed, article):
    browser = browser_of(camille)
    autosave(browser, article, typed(opened(browser, article), headline=TYPED))
    Draft.objects.update(saved_at=paris(2026, 3, 3, 15, 2))
    assert "non publiées, le 3 mars 2026 à 15h02" in read(browser_of(ahmed).get(page(article))).text


def test_a_draft_with_words_is_not_opened_as_an_empty_one():
    person = make_person(JOURNALIST)
    browser = browser_of(person)
    first = browser.post(reverse("admin:articles_article_add")).url
    article = Article.objects.get()
    autosave(browser, article, typed(opened(browser, article), headline=TYPED))
    assert browser.post(reverse("admin:articles_article_add")).url != first
    assert TYPED in read(browser.get("/admin/")).text


# Who else writes here


def test_who_writes_is_told_to_the_others_and_ends_by_itself(camille, ahmed, article):
    browser, other = browser_of(camille), browser_of(ahmed)
    autosave(browser, article, typed(opened(browser, article)) | {"_writing": "1"})
    said = autosave(other, article, {"_version": "0"}).json()["others"]
    assert [words.split(" depuis ")[0] for words in said] == ["Camille écrit ici"]
    Presence.objects.update(seen_at=timezone.now() - timedelta(minutes=2))
    assert autosave(other, article, {"_version": "0"}).json()["others"] == []


def test_an_open_form_in_which_nobody_types_is_no_presence(camille, ahmed, article):
    autosave(browser_of(camille), article, {"_version": "0"})
    assert not others_present(article, ahmed)


def test_a_presence_that_goes_on_keeps_its_beginning(camille, ahmed, article):
    note_presence(article, camille)
    began = timezone.now() - timedelta(minutes=20)
    Presence.objects.update(since=began, seen_at=timezone.now() - timedelta(seconds=20))
    note_presence(article, camille)
    assert others_present(article, ahmed).get().since == began


def test_a_newer_version_is_told_while_somebody_writes_in_an_older_one(camille, ahmed, article):
    browser, other = browser_of(camille), browser_of(ahmed)
    form = opened(browser, article)
    other.post(page(article), filled_in(opened(other, article), headline="Autre"))
    answer = autosave(browser, article, typed(form, headline=TYPED))
    assert answer.status_code == 200
    assert answer.json()["newer"].startswith("Ahmed a enregistré une autre version à ")


def test_a_photo_that_only_a_draft_shows_is_not_public(camille, article, client):
    photo = make_photo()
    browser = browser_of(camille)
    autosave(browser, article, typed(opened(browser, article), lead_photo=str(photo.pk)))
    assert client.get(photo.address("full-480", "jpg")).status_code == 404
