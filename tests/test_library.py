"""The library: every photo in a grid that is searched, narrowed, paged, and never counted."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import ProtectedError
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.admin.library import uses_of
from articles.models import Agency, Label, Photo, User
from tests.making import (
    an_hour_ago,
    figure,
    in_an_hour,
    make_article,
    make_author,
    make_photo,
    make_placement,
    make_tag,
)
from tests.reading import read

pytestmark = pytest.mark.django_db

LIBRARY = reverse("admin:articles_photo_changelist")


def found(desk, **asked):
    """The photos that the grid shows, in its order, by the numbers in their links."""
    response = desk.get(LIBRARY, asked)
    assert response.status_code == 200
    cells = read(response).all("a", css="library__cell")
    return [int(cell["href"].split("/")[-3]) for cell in cells]


def shown(desk, photo):
    """What the cell of a photo says."""
    address = reverse("admin:articles_photo_change", args=[photo.pk])
    return read(desk.get(LIBRARY)).one("a", css="library__cell", href=address).text


def many(photo, count):
    """As many rows more, which share the files of one photo."""
    Photo.objects.bulk_create(
        [
            Photo(
                credit=photo.credit,
                original=photo.original.name,
                width=photo.width,
                height=photo.height,
                rendition_key=photo.rendition_key,
                written_credit=photo.written_credit,
                alt="One of many",
            )
            for _ in range(count)
        ]
    )


def in_days(days):
    return timezone.now() + timedelta(days=days)


def test_the_newest_photo_comes_first(desk):
    first, second = make_photo(), make_photo()
    assert found(desk) == [second.pk, first.pk]


def test_a_cell_shows_caption_and_credit_and_loads_its_picture_late(desk):
    photo = make_photo(photographer="Jeanne Morvan", agency="AMI", caption="Le port au matin")
    cell = read(desk.get(LIBRARY)).one("a", css="library__cell")
    assert "Le port au matin" in cell.text
    assert "JEANNE MORVAN / AMI" in cell.text
    picture = cell.one("img")
    assert picture["loading"] == "lazy"
    assert picture["src"] == reverse("admin:articles_photo_file", args=[photo.pk, "3x2-320", "jpg"])


@pytest.mark.parametrize(
    "typed",
    ["Évêque", "eveque", "ÉVÊQUE port", "oeuvre", "ploumanac", "marée", "MORVAN", "agence cotiere", "morvan eveque"],
)
def test_a_search_minds_neither_accents_nor_capitals(desk, typed):
    photo = make_photo(
        photographer="Jeanne Morvan",
        agency="Agence Côtière",
        caption="L’évêque au port",
        alt="Une œuvre",
        place="Ploumanac’h",
        keywords="marée, port",
    )
    make_photo(caption="Tout autre chose")
    assert found(desk, q=typed) == [photo.pk]


def test_every_word_of_a_search_must_be_there(desk):
    make_photo(caption="Le port")
    assert found(desk, q="port phare") == []


def test_a_search_takes_its_words_as_they_are(desk):
    make_photo(caption="Le port")
    assert found(desk, q="%") == found(desk, q="_") == []


def test_a_corrected_caption_is_found_by_its_new_words(desk):
    photo = make_photo(caption="Le port")
    assert found(desk, q="phare") == []
    photo.caption = "Le phare"
    photo.save(update_fields=["caption"])
    assert found(desk, q="phare") == [photo.pk]


def test_the_photos_of_one_agency(desk):
    photo = make_photo(agency="AMI")
    make_photo(agency="Autre")
    assert found(desk, agency=Agency.objects.get(name="AMI").pk) == [photo.pk]


@pytest.mark.parametrize(("days", "words"), [(0, {"today", "week"}), (3, {"week"}), (400, set())])
def test_photos_by_the_day_they_came(desk, days, words):
    photo = make_photo()
    Photo.objects.filter(pk=photo.pk).update(uploaded_at=in_days(-days))
    assert {word for word in ("today", "week") if found(desk, uploaded=word)} == words


def test_photos_of_this_month_and_year(desk):
    photo = make_photo()
    assert found(desk, uploaded="month") == found(desk, uploaded="year") == [photo.pk]
    Photo.objects.filter(pk=photo.pk).update(uploaded_at=in_days(-400))
    assert found(desk, uploaded="month") == found(desk, uploaded="year") == []


RIGHTS = {
    "usable": {},
    "ending": {"publishable_until": timedelta(days=3)},
    "ended": {"publishable_until": timedelta(hours=-1)},
    "no-new-use": {"usable_until": timedelta(hours=-1)},
    "not-yet": {"publishable_from": timedelta(hours=1)},
}


@pytest.mark.parametrize("word", RIGHTS)
def test_photos_by_their_rights(desk, word):
    photos = {
        name: make_photo(**{column: timezone.now() + moment for column, moment in facts.items()})
        for name, facts in RIGHTS.items()
    }
    expected = {photos[word].pk}
    if word == "usable":
        expected |= {photos["ending"].pk, photos["not-yet"].pk}
    assert set(found(desk, rights=word)) == expected


@pytest.mark.parametrize("ends", ["photo", "agency"])
def test_ending_within_seven_days_counts_the_contract_too(desk, ends):
    photo = make_photo(agency="AMI")
    noun = photo if ends == "photo" else photo.agency
    noun.publishable_until = in_days(6)
    noun.save()
    assert found(desk, rights="ending") == [photo.pk]
    noun.publishable_until = in_days(8)
    noun.save()
    assert found(desk, rights="ending") == []


def test_photos_by_their_use(desk):
    public, draft, unused, in_text = make_photo(), make_photo(), make_photo(), make_photo()
    make_article(photo=public, published_at=an_hour_ago(), body=figure(in_text))
    make_article(photo=draft)
    assert found(desk, use="public") == [in_text.pk, public.pk]
    assert found(desk, use="drafts") == [draft.pk]
    assert found(desk, use="unused") == [unused.pk]


def test_photos_that_name_nobody(desk):
    unnamed = [make_photo(photographer="DR"), make_photo(photographer="Collection privée")]
    make_photo(photographer="Drouot")
    assert set(found(desk, todo="unnamed")) == {photo.pk for photo in unnamed}


def test_photos_by_label(desk):
    photo = make_photo(label=Label.ARCHIVE)
    make_photo()
    assert found(desk, label="archive") == [photo.pk]


def test_photos_to_be_repaired(desk):
    photo = make_photo()
    make_photo()
    Photo.objects.filter(pk=photo.pk).update(rendition_fault="The disk was full.")
    assert found(desk, todo="repair") == [photo.pk]


def test_photos_without_alternative_text(desk):
    photo = make_photo(alt="")
    make_photo(alt="", is_decorative=True)
    assert found(desk, todo="no-alt") == [photo.pk]


def test_photos_whose_files_name_the_agency_as_it_was(desk):
    photo = make_photo(agency="AMI")
    make_photo()
    Agency.objects.filter(name="AMI").update(name="AMI Presse")
    assert found(desk, todo="old-credit") == [photo.pk]


def test_my_own_photos(desk):
    photo = make_photo(uploaded_by=User.objects.get())
    make_photo()
    assert found(desk, by="me") == [photo.pk]


@pytest.mark.parametrize("name", ["agency", "uploaded", "rights", "use", "label", "todo", "by"])
def test_a_word_nobody_offered_narrows_nothing(desk, name):
    photo = make_photo()
    assert found(desk, **{name: "nonsense"}) == [photo.pk]


@pytest.mark.parametrize(
    ("facts", "mark"),
    [
        ({"label": Label.ARCHIVE}, "Image d’archives|Archives"),
        ({"publishable_until": in_days(30)}, "rights until|droits jusqu’au"),
        ({"publishable_until": an_hour_ago()}, "rights ended|droits échus"),
        ({"usable_until": an_hour_ago()}, "no new use|plus de nouvel usage"),
        ({"publishable_from": in_an_hour()}, "not before|pas avant"),
        ({"alt": ""}, "no alternative text|sans texte alternatif"),
    ],
)
def test_a_cell_says_what_to_look_at_twice(desk, facts, mark):
    said = shown(desk, make_photo(**facts)).lower()
    assert any(words.lower() in said for words in mark.split("|")), said


def test_a_long_library_is_paged_and_never_counted(desk):
    many(make_photo(), 130)
    with CaptureQueriesContext(connection) as asked:
        first = found(desk)
    assert not [query["sql"] for query in asked if "COUNT(" in query["sql"]]
    second, third = found(desk, p=2), found(desk, p=3)
    assert [len(first), len(second), len(third)] == [60, 60, 11]
    assert len({*first, *second, *third}) == 131
    page = read(desk.get(LIBRARY, {"p": 3}))
    assert page.all("a", rel="prev")
    assert not page.all("a", rel="next")


def test_the_library_asks_as_often_however_long_it_is(desk):
    photo = make_photo()
    with CaptureQueriesContext(connection) as few:
        found(desk)
    many(photo, 2000)
    with CaptureQueriesContext(connection) as more:
        found(desk)
    assert len(more) == len(few) <= 6


@pytest.mark.parametrize("page", ["0", "-1", "9" * 30])
def test_a_page_that_cannot_be_leads_back(desk, page):
    make_photo()
    assert desk.get(LIBRARY, {"p": page}).status_code in (200, 302)


def test_where_a_photo_is_used(desk):
    photo = make_photo()
    public = make_article("Public", photo=photo, published_at=an_hour_ago())
    draft = make_article("Draft", body=figure(photo))
    make_placement(public, photo=photo)
    page = desk.get(reverse("admin:articles_photo_change", args=[photo.pk]))
    part = read(render_to_string("admin/articles/photo/_where_used.html", {"uses": page.context["uses"]}))
    links = [link["href"] for link in part.all("a")]
    assert reverse("admin:articles_article_change", args=[draft.pk]) in links
    assert links.count(public.get_absolute_url()) == 2
    assert draft.get_absolute_url() not in links
    assert len(part.all("li")) == 3


def test_a_topic_and_an_author_are_places_of_a_photo(desk):
    photo = make_photo()
    tag, author = make_tag("port", photo=photo), make_author("Inès Marchetti", portrait=photo)
    assert found(desk, use="drafts") == [photo.pk]
    make_article(tags=[tag], published_at=an_hour_ago())
    assert found(desk, use="public") == [photo.pk]
    assert found(desk, use="unused") == []
    part = read(desk.get(reverse("admin:articles_photo_change", args=[photo.pk]))).one("section", css="where-used")
    assert [link["href"] for link in part.all("a")] == [
        reverse("admin:articles_tag_change", args=[tag.pk]),
        "/tags/port/",
        reverse("admin:articles_author_change", args=[author.pk]),
    ]
    desk.post(reverse("admin:articles_photo_delete", args=[photo.pk]), {"post": "yes"})
    for noun, place in ((tag, "photo"), (author, "portrait")):
        assert Photo.objects.filter(pk=photo.pk).exists()
        with pytest.raises(ProtectedError):
            photo.delete()
        setattr(noun, place, None)
        noun.save()
    photo.delete()


@pytest.mark.parametrize(("noun", "place"), [("tag", "photo"), ("author", "portrait")])
def test_the_forms_of_tags_and_authors_offer_the_library(desk, noun, place):
    page = read(desk.get(reverse(f"admin:articles_{noun}_add")))
    assert page.one("div", css="photo-field").all("input", name=place)


@pytest.mark.parametrize(("make", "place"), [(make_tag, "photo"), (make_author, "portrait")])
def test_the_picture_of_a_topic_and_a_portrait_count_as_used(desk, make, place):
    photo = make_photo()
    assert found(desk, use="unused") == [photo.pk]
    make(**{place: photo})
    assert (found(desk, use="unused"), found(desk, use="drafts")) == ([], [photo.pk])


def test_a_photo_used_nowhere_says_so():
    assert uses_of(make_photo()) == []


def test_a_photo_in_use_is_not_deleted_and_says_where_it_stands(desk):
    photo = make_photo()
    make_article("Le phare rallumé", photo=photo)
    answer = desk.post(reverse("admin:articles_photo_delete", args=[photo.pk]), {"post": "yes"}, follow=True)
    assert "Le phare rallumé" in read(answer).one("ul", css="messagelist").text
    assert Photo.objects.filter(pk=photo.pk).exists()


def test_an_unused_photo_can_be_deleted(desk):
    photo = make_photo()
    desk.post(reverse("admin:articles_photo_delete", args=[photo.pk]), {"post": "yes"})
    assert not Photo.objects.filter(pk=photo.pk).exists()


def test_the_library_is_for_those_who_may_see_photos(client):
    client.force_login(User.objects.create_user("visitor", is_staff=True))
    assert client.get(LIBRARY).status_code == 403
