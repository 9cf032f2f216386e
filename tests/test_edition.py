"""The number that tells whoever keeps a copy of a page when to make it again."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from articles.models import Agency, Article, Edition, Removal, next_event
from tests.making import (
    an_hour_ago,
    in_an_hour,
    make_article,
    make_correction,
    make_photo,
    make_placement,
    paris,
)

pytestmark = pytest.mark.django_db
HALF_PAST = paris(2027, 1, 17, 15, 30)
SOON = HALF_PAST + timedelta(minutes=7)


def removals():
    return {removal.trace: (removal.status, removal.edition) for removal in Removal.objects.all()}


def test_each_end_of_an_edition_makes_a_higher_number():
    numbers = [Edition.current()]
    for _ in range(3):
        Edition.end()
        numbers.append(Edition.current())
    assert numbers == sorted(set(numbers))
    assert Edition.objects.count() == 1


def test_a_paper_that_was_put_back_never_takes_a_number_again():
    Edition.end()
    before = Edition.current()
    Edition.end()
    after = Edition.current()
    Edition.objects.update(number=before)
    Edition.end()
    assert Edition.current() > after


def test_what_is_changed_at_the_desk_ends_the_edition_and_what_is_only_kept_does_not(desk):
    article = make_article(published_at=an_hour_ago())
    address = f"/admin/articles/article/{article.pk}"
    before = Edition.current()
    desk.get(f"{address}/change/")
    desk.post(f"{address}/preview/", {"headline": "Un titre"})
    desk.post(f"{address}/draft/", {"headline": "Un titre", "_version": 0, "_tab": "a", "_turn": 1})
    assert Edition.current() == before
    desk.post("/admin/articles/section/add/", {"name": "Mer", "slug": "mer", "position": 0, "seen": ""})
    assert Edition.current() > before


def test_a_change_at_the_desk_and_the_end_of_the_edition_are_one(desk, monkeypatch):
    def fails():
        raise RuntimeError("the database went away")

    monkeypatch.setattr(Edition, "end", fails)
    desk.raise_request_exception = False
    answer = desk.post("/admin/articles/article/add/")
    assert answer.status_code == 500
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    "plan",
    [
        lambda: make_article(published_at=SOON),
        lambda: make_placement(make_article(published_at=an_hour_ago()), starts_at=SOON),
        lambda: make_placement(make_article(), starts_at=an_hour_ago(), ends_at=SOON),
        lambda: make_photo(publishable_from=SOON),
        lambda: make_photo(publishable_until=SOON),
        lambda: make_correction(make_article(published_at=an_hour_ago()), made_at=SOON),
    ],
)
def test_the_clock_ends_an_edition_when_something_is_due(plan):
    plan()
    assert next_event(HALF_PAST) == SOON
    assert next_event(SOON) == paris(2027, 1, 17, 16)


def test_the_end_of_a_contract_is_an_event():
    agency = make_photo(agency="AFP").agency
    agency.publishable_until = SOON
    agency.save()
    assert next_event(HALF_PAST) == SOON


def test_every_hour_and_so_midnight_is_an_event_whatever_the_season():
    assert next_event(paris(2027, 1, 17, 23, 59)) == paris(2027, 1, 18)
    assert next_event(paris(2027, 3, 28, 1, 30)) == paris(2027, 3, 28, 3)


def test_an_article_taken_from_readers_is_removed_in_the_edition_that_ends_then():
    withdrawn, unpublished, back = (make_article(published_at=an_hour_ago()) for _ in range(3))
    withdrawn.withdraw()
    unpublished.unpublish()
    back.withdraw()
    back.publish()
    assert removals() == {f"/articles/{withdrawn.pk}/": (410, None), f"/articles/{unpublished.pk}/": (404, None)}
    Edition.end()
    assert {edition for _status, edition in removals().values()} == {Edition.current()}


def test_what_was_never_public_is_not_removed():
    draft = make_article(published_at=in_an_hour())
    draft.unpublish()
    assert not removals()


def test_rights_that_end_earlier_than_was_said_are_a_removal_and_later_ones_are_not():
    photo = make_photo(agency="AFP", publishable_until=in_an_hour())
    photo.publishable_until = timezone.now() + timedelta(hours=2)
    photo.save()
    assert not removals()
    photo.publishable_until = timezone.now()
    photo.save(update_fields=["publishable_until"])
    assert list(removals()) == [f"/photos/{photo.pk}/"]
    photo.agency.publishable_until = in_an_hour()
    photo.agency.save()
    assert len(removals()) == 2


def test_a_credit_under_a_contract_that_ends_earlier_is_a_removal():
    photo = make_photo(photographer="Paul Riou", agency="AMI")
    agency = make_photo(agency="AFP", publishable_until=None).agency
    photo.credit.agency = agency
    photo.credit.save()
    assert not removals()
    ended = make_photo(agency="Ponant").agency
    Agency.objects.filter(pk=ended.pk).update(publishable_until=timezone.now())
    photo.credit.agency = Agency.objects.get(pk=ended.pk)
    photo.credit.save()
    assert list(removals()) == [""]


def test_a_removal_is_forgotten_when_no_copy_can_be_so_old():
    Removal.objects.note(Removal.Kind.ARTICLE, 1)
    with transaction.atomic():
        Edition.end()
    Removal.objects.update(edition=Edition.current() - 31 * 86_400_000_000)
    Edition.end()
    assert not removals()
