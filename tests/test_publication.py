"""What it means to be published, whoever asks and whoever writes."""

from datetime import timedelta
from itertools import product

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.urls import reverse

from articles.models import Article, ArticlePhoto
from articles.models.publication import EverPublished
from tests.making import (
    an_hour_ago,
    figure,
    in_an_hour,
    make_article,
    make_correction,
    make_photo,
    make_placement,
    minutes_ago,
    paris,
)
from tests.reading import filled_in, read

pytestmark = pytest.mark.django_db


def status_of(client, article):
    return client.get(reverse("article", args=[article.pk, article.slug or "x"])).status_code


# The four states


def test_a_draft_is_not_public(client):
    assert status_of(client, make_article()) == 404


def test_a_scheduled_article_is_not_public_and_becomes_so_by_the_clock_alone(client):
    article = make_article(published_at=in_an_hour())
    assert article.is_scheduled()
    assert status_of(client, article) == 404
    assert Article.objects.published(at=in_an_hour() + timedelta(minutes=1)).get() == article


def test_a_published_article_is_public(client):
    assert status_of(client, make_article(published_at=an_hour_ago())) == 200


def test_a_withdrawn_article_is_gone_and_says_so(client):
    article = make_article(published_at=an_hour_ago())
    article.withdraw("Asked for by the court")
    response = client.get(article.get_absolute_url())
    assert response.status_code == 410
    assert "Asked for by the court" in response.content.decode()


def test_an_unpublished_article_is_as_if_it_had_never_been(client):
    article = make_article(published_at=an_hour_ago())
    article.record_update()
    article.unpublish()
    assert status_of(client, article) == 404
    assert (article.published_at, article.updated_at) == (None, None)


def test_query_and_instance_always_agree():
    noon = paris(2026, 1, 17, 12)
    moments = [noon + timedelta(microseconds=step) for step in (-1, 0, 1)]
    for published_at, withdrawn_at, unpublished_at in product([None, *moments], repeat=3):
        if withdrawn_at is None or (published_at and withdrawn_at >= published_at):
            make_article(published_at=published_at, withdrawn_at=withdrawn_at, unpublished_at=unpublished_at)
    everything = Article.objects.all()
    questions = [
        (Article.objects.published, Article.is_published),
        (Article.objects.known_to_readers, Article.is_known_to_readers),
        (Article.objects.ever_published, Article.was_ever_published),
    ]
    for at, (query, asked) in product([*moments, None], questions):
        assert set(query(at)) == {article for article in everything if asked(article, at)}, (at, asked)


def test_an_article_is_public_from_the_very_moment_it_is_published():
    moment = paris(2026, 1, 17, 6)
    article = make_article(published_at=moment)
    assert article.is_published(moment)
    assert not article.is_published(moment - timedelta(microseconds=1))


# What the database refuses, also from those who go round the forms

CONTRADICTIONS = {
    "withdrawn without having been published": {"withdrawn_at": an_hour_ago},
    "withdrawn before it was published": {"published_at": an_hour_ago, "withdrawn_at": lambda: minutes_ago(120)},
    "updated without having been published": {"updated_at": an_hour_ago},
    "updated before it was published": {"published_at": an_hour_ago, "updated_at": lambda: minutes_ago(120)},
    "published before its embargo": {"published_at": an_hour_ago, "embargo_until": in_an_hour},
    "published without a headline": {"published_at": an_hour_ago, "headline": str},
    "published without a section": {"published_at": an_hour_ago, "section": lambda: None},
}


@pytest.mark.parametrize("contradiction", CONTRADICTIONS)
def test_the_database_refuses_an_article(contradiction):
    facts = {name: value() for name, value in CONTRADICTIONS[contradiction].items()}
    article = make_article()
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(**facts)
    for name, value in facts.items():
        setattr(article, name, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        article.save()


def test_a_placement_cannot_end_before_it_starts():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_placement(make_article(), starts_at=an_hour_ago(), ends_at=minutes_ago(61))


# Publishing


def test_publishing_needs_a_headline_and_a_section():
    article = make_article(section=None)
    with pytest.raises(ValidationError):
        article.publish()
    assert not Article.objects.get().is_published()


def test_publishing_again_moves_nothing():
    article = make_article(published_at=an_hour_ago())
    before = article.published_at
    article.publish()
    assert Article.objects.get().published_at == before
    assert Article.objects.get().updated_at is None


def test_two_who_publish_at_once_make_one_publication():
    article = make_article()
    camille, alex = Article.objects.get(), Article.objects.get()
    camille.publish()
    alex.publish()
    article.refresh_from_db()
    assert article.published_at == alex.published_at == camille.published_at


def test_what_was_unpublished_meanwhile_cannot_be_withdrawn():
    make_article(published_at=an_hour_ago())
    camille, alex = Article.objects.get(), Article.objects.get()
    camille.unpublish()
    with pytest.raises(ValidationError):
        alex.withdraw()
    assert Article.objects.get().withdrawn_at is None


def test_a_refused_publication_leaves_the_article_as_it_was():
    article = make_article(embargo_until=in_an_hour())
    with pytest.raises(ValidationError):
        article.publish()
    assert article.published_at is None


def test_a_scheduled_hour_may_move_and_be_cleared():
    article = make_article(published_at=in_an_hour())
    later = in_an_hour() + timedelta(days=1)
    article.publish(at=later)
    assert Article.objects.get().published_at == later
    article.unpublish()
    assert Article.objects.get().published_at is None
    assert not Article.objects.get().was_ever_published()


def test_an_article_under_embargo_cannot_be_published_before_its_end():
    article = make_article(embargo_until=in_an_hour())
    with pytest.raises(ValidationError):
        article.publish()
    article.refresh_from_db()
    article.publish(at=article.embargo_until)
    assert Article.objects.get().is_scheduled()


def test_a_published_article_cannot_be_put_under_embargo():
    article = make_article(published_at=an_hour_ago())
    article.embargo_until = minutes_ago(90)
    with pytest.raises(ValidationError):
        article.full_clean()


def test_the_hour_of_publication_moves_by_unpublishing_only():
    article = make_article(published_at=an_hour_ago())
    for moment in (None, minutes_ago(90), in_an_hour()):
        article.published_at = moment
        with pytest.raises(ValidationError):
            article.full_clean()
    article.refresh_from_db()
    article.unpublish()
    article.publish()
    assert Article.objects.get().published_at > minutes_ago(1)


def test_only_what_is_public_can_be_withdrawn():
    for article in (make_article(), make_article(published_at=in_an_hour())):
        with pytest.raises(ValidationError):
            article.withdraw()
        article.refresh_from_db()
        assert article.withdrawn_at is None


def test_republishing_keeps_the_hour_and_is_an_update(client):
    article = make_article(published_at=an_hour_ago())
    published_at = article.published_at
    article.withdraw("By mistake")
    article.publish()
    stored = Article.objects.get()
    assert (stored.published_at, stored.withdrawn_at, stored.withdrawal_reason) == (published_at, None, "")
    assert stored.updated_at > minutes_ago(1)
    assert status_of(client, article) == 200


@pytest.mark.parametrize("verb", [Article.publish, Article.unpublish, Article.withdraw])
def test_publishing_keeps_what_somebody_wrote_meanwhile(verb):
    article = make_article("Before", published_at=None if verb is Article.publish else an_hour_ago())
    Article.objects.update(headline="Meanwhile", body="<p>Meanwhile.</p>")
    verb(article)
    stored = Article.objects.get()
    assert (stored.headline, stored.body) == ("Meanwhile", "<p>Meanwhile.</p>")


# What the desk can do


def change_address(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def send_form(desk, article, **changes):
    """Open the article at the desk, change it, save: the errors that the desk shows."""
    form = read(desk.get(change_address(article))).one("form", id="article_form")
    response = desk.post(change_address(article), filled_in(form, **changes))
    return [] if response.status_code == 302 else read(response).all("ul", css="errorlist")


def run_action(desk, action, article):
    address = reverse("admin:articles_article_changelist")
    return desk.post(address, {"action": action, ACTION_CHECKBOX_NAME: article.pk, "post": "yes"}, follow=True)


def delete_at_the_desk(desk, article):
    desk.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"})


def test_a_published_article_can_be_edited_at_the_desk(desk):
    article = make_article()
    run_action(desk, "publish", article)
    published_at = Article.objects.get().published_at
    assert published_at is not None
    assert not send_form(desk, article, headline="Another headline", change="typo")
    assert Article.objects.get().headline == "Another headline"
    assert Article.objects.get().published_at == published_at
    assert Article.objects.get().updated_at is None


@pytest.mark.parametrize("moment", ["", "2020-01-01T10:00", "2099-01-01T10:00"])
def test_the_desks_form_does_not_move_the_hour_of_publication(desk, moment):
    article = make_article(published_at=an_hour_ago())
    send_form(desk, article, published_at=moment, change="typo")
    assert Article.objects.get().published_at == article.published_at


def test_the_desks_form_schedules_a_draft(desk):
    article = make_article()
    assert not send_form(desk, article, _step="schedule", **{"schedule-moment": "2099-01-01T06:00"})
    assert Article.objects.get().published_at == paris(2099, 1, 1, 6)


@pytest.mark.parametrize(("action", "then"), [("unpublish", 404), ("withdraw", 410)])
def test_the_desk_takes_an_article_back(desk, client, action, then):
    article = make_article(published_at=an_hour_ago())
    assert status_of(client, article) == 200
    run_action(desk, action, article)
    assert status_of(client, article) == then


def test_the_desk_says_what_cannot_be_published_and_does_the_rest(desk):
    good, bad = make_article(), make_article(section=None)
    address = reverse("admin:articles_article_changelist")
    page = desk.post(address, {"action": "publish", ACTION_CHECKBOX_NAME: [good.pk, bad.pk]}, follow=True)
    assert {article.pk for article in Article.objects.published()} == {good.pk}
    assert read(page).all("li", css="error")


# What was ever published is never deleted


@pytest.fixture(params=["published", "withdrawn", "unpublished"])
def once_public(request):
    article = make_article(published_at=an_hour_ago())
    if request.param == "withdrawn":
        article.withdraw()
    if request.param == "unpublished":
        article.unpublish()
    return article


def test_what_was_ever_published_cannot_be_deleted(once_public, desk):
    with pytest.raises(EverPublished):
        once_public.delete()
    with pytest.raises(EverPublished):
        Article.objects.all().delete()
    with pytest.raises(EverPublished):
        once_public.section.articles.all().delete()
    with pytest.raises(ProtectedError):
        once_public.section.delete()
    assert Article.objects.exists()


def test_the_desk_cannot_delete_what_was_ever_published(once_public, desk):
    assert (
        desk.post(reverse("admin:articles_article_delete", args=[once_public.pk]), {"post": "yes"}).status_code == 403
    )
    delete_at_the_desk(desk, once_public)
    assert Article.objects.get() == once_public


def test_one_public_article_among_drafts_keeps_them_all():
    make_article(), make_article(published_at=an_hour_ago())
    with pytest.raises(EverPublished):
        Article.objects.all().delete()
    assert Article.objects.count() == 2


def test_a_draft_can_be_deleted(desk):
    for delete in (Article.delete, lambda article: delete_at_the_desk(desk, article)):
        delete(make_article(published_at=in_an_hour(), body=figure(make_photo())))
        assert not Article.objects.exists()


# The address


def test_the_address_follows_the_headline_until_the_first_publication():
    article = make_article("La digue tient")
    assert article.slug == "la-digue-tient"
    article.headline = "La digue a cédé"
    article.save(update_fields=["headline"])
    assert Article.objects.get().slug == "la-digue-a-cede"
    article.publish()
    article.headline = "La digue a cédé, deux rues inondées"
    article.save()
    assert Article.objects.get().slug == "la-digue-a-cede"


def test_the_address_stays_when_an_article_comes_back():
    article = make_article("La digue tient", published_at=an_hour_ago())
    article.unpublish()
    article.headline = "La digue a cédé"
    article.publish()
    assert Article.objects.get().slug == "la-digue-tient"


def test_the_address_of_a_public_article_can_be_changed_by_hand(client):
    article = make_article("La digue tient", published_at=an_hour_ago())
    old = article.get_absolute_url()
    article.slug = "digue-nord"
    article.save()
    assert client.get(article.get_absolute_url()).status_code == 200
    assert client.get(old)["Location"] == article.get_absolute_url()


# Photos in use


def test_the_photos_of_a_text_are_on_record():
    first, second = make_photo(), make_photo()
    article = make_article(body=figure(first) + figure(first))
    assert [kept.photo for kept in article.article_photos.all()] == [first]
    article.body = figure(second) + '<figure data-photo="999999999"></figure>'
    article.save(update_fields=["body"])
    assert [kept.photo for kept in article.article_photos.all()] == [second]
    article.body = ""
    article.save(update_fields=["headline"])
    assert ArticlePhoto.objects.exists()


@pytest.mark.parametrize(
    "use",
    [
        lambda photo: make_article(photo=photo),
        lambda photo: make_article(body=figure(photo)),
        lambda photo: make_placement(make_article(), photo=photo),
    ],
    ids=["as the lead", "in a text", "on the front"],
)
def test_a_photo_in_use_cannot_be_deleted(use):
    photo = make_photo()
    use(photo)
    with pytest.raises(ProtectedError):
        photo.delete()


def test_a_credit_in_use_cannot_be_deleted():
    photo = make_photo(photographer="Jeanne Morvan", agency="AMI")
    for named in (photo.credit, photo.credit.agency):
        with pytest.raises(ProtectedError):
            named.delete()


# Changes after publication


def test_a_typo_moves_no_date(client):
    article = make_article(published_at=an_hour_ago())
    article.headline = "Better spelt"
    article.save()
    assert Article.objects.get().public_change_at == article.published_at


def test_a_correction_moves_the_date_that_readers_are_told():
    article = make_article(published_at=minutes_ago(60))
    correction = make_correction(article, made_at=minutes_ago(30))
    assert Article.objects.get().public_change_at == correction.made_at


def test_a_correction_of_long_ago_does_not_move_the_date_back():
    article = make_article(published_at=minutes_ago(60))
    later = make_correction(article, made_at=minutes_ago(10))
    make_correction(article, made_at=minutes_ago(30))
    assert Article.objects.get().public_change_at == later.made_at


def test_a_correction_of_a_draft_moves_nothing():
    article = make_article()
    make_correction(article)
    assert Article.objects.get().updated_at is None


def test_a_correction_cannot_be_made_in_the_future():
    correction = make_correction(make_article(published_at=an_hour_ago()))
    correction.made_at = in_an_hour()
    with pytest.raises(ValidationError):
        correction.full_clean()


def test_an_address_that_the_desk_empties_follows_the_headline_again(client, desk):
    article = make_article("Pluie", published_at=an_hour_ago(), slug="neige")
    assert not send_form(desk, article, slug="")
    assert Article.objects.get().slug == "pluie"
    assert client.get("/latest/").status_code == 200
