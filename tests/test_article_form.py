"""Writing and publishing at the desk: the form, the column beside it, and what a save of a public article says."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from articles.models import (
    CORRESPONDENT,
    EDITOR_IN_CHIEF,
    JOURNALIST,
    SUB_EDITOR,
    Article,
    Correction,
    Stage,
    findings,
    perform,
    standing,
)
from tests.conftest import ReadersClient
from tests.making import (
    an_hour_ago,
    figure,
    in_an_hour,
    make_article,
    make_author,
    make_person,
    make_photo,
    make_placement,
    make_tag,
    paris,
)
from tests.reading import filled_in, read

pytestmark = pytest.mark.django_db
ADD = reverse("admin:articles_article_add")


def browser_of(person):
    browser = ReadersClient()
    browser.force_login(person)
    return browser


def change_page(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def save(browser, article, **typed):
    form = read(browser.get(change_page(article))).one("form", id="article_form")
    return browser.post(change_page(article), filled_in(form, **typed), follow=True)


def column(browser, article):
    return read(browser.get(change_page(article))).one("aside", css="publishing")


def offered(browser, article):
    return [button["value"] for button in column(browser, article).all("button", name="_step")]


# Beginning


def test_writing_begins_with_an_empty_draft_signed_by_whoever_writes():
    person = make_person(CORRESPONDENT, author="Inès Marchetti")
    response = browser_of(person).post(ADD)
    article = Article.objects.get()
    assert response.url == change_page(article)
    assert (article.created_by, article.stage) == (person, Stage.DRAFT)
    assert [author.name for author in article.authors_in_order] == ["Inès Marchetti"]


def test_an_empty_draft_that_was_left_is_opened_again_instead_of_a_second_one():
    person = make_person(CORRESPONDENT)
    for _ in range(2):
        browser_of(person).post(ADD)
    browser_of(make_person(JOURNALIST)).post(ADD)
    assert Article.objects.count() == 2


def test_looking_at_the_page_that_begins_an_article_makes_none(desk):
    assert read(desk.get(ADD)).one("form", method="post", action=None)
    assert not Article.objects.exists()


# The column


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "Brouillon."),
        ({"stage": Stage.REVIEW, "changed_since_ready": True}, "En relecture, modifié après « prêt à publier »."),
        ({"published_at": paris(2026, 3, 4, 6, 0)}, "Programmé pour demain à 6h00."),
        ({"published_at": paris(2026, 3, 2, 9, 5)}, "Publié hier à 9h05."),
        (
            {"published_at": paris(2026, 3, 1, 9, 5), "updated_at": paris(2026, 3, 3, 11, 0)},
            "Publié le 1er mars 2026 à 9h05, mis à jour aujourd’hui à 11h00.",
        ),
        ({"embargo_until": paris(2026, 3, 5, 8, 0)}, "Brouillon, sous embargo jusqu’au 5 mars 2026 à 8h00."),
    ],
)
def test_one_sentence_says_what_is_and_what_will_be(facts, said):
    sentence = standing(make_article(**facts), paris(2026, 3, 3, 12, 0))
    assert sentence.replace("\u202f", " ") == said


def test_the_sentence_tells_the_place_on_the_front():
    article = make_article(published_at=paris(2026, 3, 4, 6, 0))
    make_placement(article, starts_at=paris(2026, 3, 4, 6, 0), ends_at=paris(2026, 3, 4, 9, 30))
    said = standing(article, paris(2026, 3, 3, 12, 0))
    assert said == "Programmé pour demain à 6h00, puis en une de 6h00 à 9h30."


def test_only_what_this_person_may_do_now_is_offered():
    person = make_person(CORRESPONDENT)
    article = make_article(created_by=person)
    assert offered(browser_of(person), article) == ["send", "embargo"]
    sub_editor = browser_of(make_person(SUB_EDITOR))
    assert offered(sub_editor, article) == ["send", "ready", "publish", "schedule", "embargo"]
    article.publish()
    assert offered(sub_editor, article) == ["unpublish"]
    assert offered(browser_of(make_person(EDITOR_IN_CHIEF)), article) == ["unpublish", "withdraw"]


def test_a_step_saves_what_was_typed_first(desk):
    article = make_article("Pluie")
    save(desk, article, headline="Neige", _step="publish")
    article.refresh_from_db()
    assert (article.headline, article.is_published()) == ("Neige", True)


def test_what_is_sent_back_says_why(desk):
    article = make_article(stage=Stage.REVIEW)
    refused = save(desk, article, _step="send_back")
    assert "Dites ce qui manque" in read(refused).text
    save(desk, article, _step="send_back", **{"send_back-words": "Il manque une source."})
    article.refresh_from_db()
    assert (article.stage, article.review_note) == (Stage.DRAFT, "Il manque une source.")
    assert "Il manque une source." in read(desk.get(change_page(article))).text


def test_an_embargo_is_put_and_lifted_and_both_are_written_down(desk):
    article = make_article()
    save(desk, article, _step="embargo", **{"embargo-moment": "2099-01-01T06:00"})
    assert not Article.objects.get().is_published()
    assert "Sous embargo" in read(save(desk, article, _step="publish")).text
    save(desk, article, _step="lift_embargo")
    assert Article.objects.get().embargo_until is None
    told = " ".join(LogEntry.objects.values_list("change_message", flat=True))
    assert "sous embargo" in told
    assert "est levé" in told


def test_what_somebody_else_did_meanwhile_counts(desk):
    article = make_article()
    stale = Article.objects.get()
    article.publish()
    with pytest.raises(Exception, match="n’est plus possible"):
        perform("send", stale, make_person(SUB_EDITOR))


def test_a_text_changed_after_it_was_ready_goes_back_to_review_and_the_list_says_so():
    person = make_person(JOURNALIST)
    article = make_article(created_by=person, stage=Stage.READY)
    save(browser_of(person), article, standfirst="Un chapô.")
    article.refresh_from_db()
    assert (article.stage, article.changed_since_ready) == (Stage.REVIEW, True)
    page = read(browser_of(person).get(reverse("admin:articles_article_changelist")))
    assert "modifié après" in page.one("span", css="state--review").text


def test_a_save_writes_nothing_that_was_not_changed(desk):
    article = make_article("Pluie")
    form = filled_in(read(desk.get(change_page(article))).one("form", id="article_form"), kicker="Météo")
    Article.objects.update(summary="Écrit entre-temps.")
    desk.post(change_page(article), form)
    assert Article.objects.values_list("kicker", "headline").get() == ("Météo", "Pluie")


def test_a_byline_is_names_in_their_order_however_they_are_spelled(desk):
    make_author("Inès Marchetti"), make_author("La rédaction")
    article = make_article()
    save(desk, article, byline="la redaction, INÈS MARCHETTI, la rédaction")
    assert [author.name for author in Article.objects.get().authors_in_order] == ["La rédaction", "Inès Marchetti"]
    save(desk, article, byline="Inès Marchetti")
    assert [author.name for author in Article.objects.get().authors_in_order] == ["Inès Marchetti"]
    refused = save(desk, article, byline="Inconnu Total")
    assert "Personne ne signe « Inconnu Total »" in read(refused).text.replace("\u202f", " ")


# Checks


def finding(article, field):
    return [found.words for found in findings(article) if found.field == field]


def test_a_refused_publication_names_what_is_missing_and_leads_there(desk):
    article = make_article("Pluie", section=None)
    response = save(desk, article, _step="publish")
    assert "Il manque une rubrique." in read(response).text
    assert response.redirect_chain[-1][0].endswith("#id_section")
    assert not Article.objects.get().is_published()


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (lambda: {"headline": ""}, "headline"),
        (lambda: {"section": None}, "section"),
        (lambda: {"photo": make_photo(alt="")}, "lead_photo"),
        (lambda: {"photo": make_photo(publishable_until=an_hour_ago())}, "lead_photo"),
        (lambda: {"body": figure(make_photo(alt=""))}, "body"),
        (lambda: {"embargo_until": in_an_hour()}, "embargo_until"),
    ],
    ids=["headline", "section", "alt", "rights", "alt in the text", "embargo"],
)
def test_what_blocks_a_publication(facts, field):
    article = make_article("Pluie à Port-Sarrel")
    before = [found for found in findings(article) if found.blocks]
    for name, value in facts().items():
        setattr(article, "lead_photo" if name == "photo" else name, value)
    assert before == []
    assert [found.field for found in findings(article) if found.blocks] == [field]


def test_a_decorative_photo_needs_no_alternative_text():
    article = make_article(photo=make_photo(alt="", is_decorative=True))
    assert not any(found.blocks for found in findings(article))


@pytest.mark.parametrize(
    ("facts", "field", "said"),
    [
        ({"headline": "Pluie " * 30}, "headline", "180 signes"),
        ({"slug": "un-maire-demissionne", "headline": "Le maire Le Goff démissionne le 12"}, "slug", "Le, Goff, 12"),
        ({}, "standfirst", "pas de chapô"),
        ({"body": '<p><a href="/articles/999/rien/">là</a></p>'}, "body", "/articles/999/rien/"),
    ],
    ids=["long", "address", "standfirst", "link"],
)
def test_what_is_only_advised(facts, field, said):
    article = make_article()
    for name, value in facts.items():
        setattr(article, name, value)
    found = [one for one in findings(article) if one.field == field]
    assert said in found[0].words
    assert not any(one.blocks for one in found)


def test_a_narrow_lead_photo_is_told():
    assert "64 pixels" in finding(make_article(photo=make_photo()), "lead_photo")[0]


def test_an_alert_needs_only_a_headline_and_a_section(client):
    article = make_article("Explosion au port")
    article.publish()
    assert "Plus d’informations à venir." in read(client.get(article.get_absolute_url())).text


# After publication


def test_a_save_of_a_public_article_says_what_kind_of_change_it_is(desk):
    article = make_article("Pluie", published_at=an_hour_ago())
    refused = save(desk, article, headline="Neige")
    assert "dites de quel changement" in read(refused).text
    assert "Neige" in refused.content.decode()
    save(desk, article, headline="Neige", change="typo")
    article.refresh_from_db()
    assert (article.headline, article.updated_at) == ("Neige", None)


def test_what_a_browser_sends_of_an_unchanged_form_changes_nothing(desk):
    tags = [make_tag("zinc"), make_tag("eau")]
    facts = {"body": "<p>Un.</p>\n<p>Deux.</p>", "standfirst": "Un.\nDeux.", "tags": tags}
    article = make_article(published_at=an_hour_ago(), **facts)
    form = filled_in(read(desk.get(change_page(article))).one("form", id="article_form"))
    sent = {name: value.replace("\n", "\r\n") if isinstance(value, str) else value for name, value in form.items()}
    assert desk.post(change_page(article), sent).status_code == 302


def test_an_update_is_told_to_readers(desk):
    article = make_article(published_at=an_hour_ago())
    save(desk, article, headline="Neige", change="update")
    assert Article.objects.get().updated_at is not None


@pytest.mark.parametrize("kind", ["clarification", "correction"])
def test_a_correction_stands_on_the_page_and_in_the_list_of_corrections(desk, client, kind):
    article = make_article(published_at=an_hour_ago())
    assert "Écrivez ce qui est dit aux lecteurs" in read(save(desk, article, change=kind)).text
    save(desk, article, change=kind, change_text="Il pleuvait.")
    assert Correction.objects.get().kind == kind
    for address in (article.get_absolute_url(), "/corrections/", "/corrections/feed.rss"):
        assert "Il pleuvait." in client.get(address).content.decode()


def test_a_right_of_reply_is_printed_as_it_came_with_its_name(desk, client):
    article = make_article(published_at=an_hour_ago())
    reply = 'Je n\'ai jamais dit "oui" !'
    facts = {"change_text": reply, "reply_by": "Jean Martin", "received_on": "2026-01-17"}
    save(desk, article, change="right_of_reply", **facts)
    correction = Correction.objects.get()
    assert correction.text == reply
    assert correction.due_on - correction.received_on == timedelta(days=3)
    assert "Droit de réponse – Jean Martin" in read(client.get(article.get_absolute_url())).text


def test_a_save_opened_before_the_scheduled_second_and_sent_after_it_is_a_change_of_a_public_article(desk):
    article = make_article("Pluie", published_at=in_an_hour())
    form = filled_in(read(desk.get(change_page(article))).one("form", id="article_form"), headline="Neige")
    Article.objects.update(published_at=an_hour_ago())
    refused = desk.post(change_page(article), form)
    assert "dites de quel changement" in read(refused).text
    assert read(refused).all("input", name="change")
    assert Article.objects.get().headline == "Pluie"


def test_a_reply_waits_at_the_desk_until_it_is_published(desk, client):
    article = make_article(published_at=an_hour_ago())
    facts = {"kind": "right_of_reply", "text": "Non.", "reply_by": "Jean Martin", "received_on": "2026-01-17"}
    desk.post(reverse("admin:articles_correction_add"), {"article": article.pk, "made_at": "", **facts})
    assert Correction.objects.waiting().count() == 1
    assert "Jean Martin" in read(desk.get("/admin/")).text
    for address in (article.get_absolute_url(), "/corrections/", "/corrections/feed.rss"):
        assert "Non." not in client.get(address).content.decode()


def test_only_a_reply_waits(desk):
    article = make_article(published_at=an_hour_ago())
    facts = {"article": article.pk, "kind": "correction", "text": "Non.", "made_at": ""}
    assert read(desk.post(reverse("admin:articles_correction_add"), facts)).all("ul", css="errorlist")
    assert not Correction.objects.exists()


def test_the_future_is_no_date_of_a_correction():
    with pytest.raises(Exception, match="avenir"):
        Correction(article=make_article(), kind="correction", text="x", made_at=timezone.now() + timedelta(1)).clean()
