"""Whatever has no versions of its own: a save is refused when somebody else has saved since the form was opened."""

import pytest
from django.urls import reverse

from articles.models import Placement, Section
from tests.making import (
    make_article,
    make_author,
    make_correction,
    make_page,
    make_photo,
    make_placement,
    make_section,
    make_tag,
)
from tests.reading import filled_in, read

pytestmark = pytest.mark.django_db

# How to make one, and the field that two people change.
NOUNS = {
    "placement": (lambda: make_placement(make_article()), "headline"),
    "page": (lambda: make_page(body="<p>Avant.</p>"), "title"),
    "photo": (make_photo, "caption"),
    "section": (make_section, "description"),
    "author": (make_author, "role"),
    "tag": (make_tag, "name"),
    "correction": (lambda: make_correction(make_article()), "text"),
}


def form_of(desk, address):
    return next(form for form in read(desk.get(address)).all("form", method="post") if form.all("input", name="seen"))


@pytest.mark.parametrize("name", NOUNS)
def test_the_later_of_two_saves_is_refused_and_shows_both_words(desk, name):
    make, field = NOUNS[name]
    noun = make()
    address = reverse(f"admin:articles_{name}_change", args=[noun.pk])
    mine, theirs = form_of(desk, address), form_of(desk, address)
    assert desk.post(address, filled_in(theirs, **{field: "Les siens"})).status_code == 302
    refused = desk.post(address, filled_in(mine, **{field: "Les miens"}))
    assert refused.status_code == 200
    noun.refresh_from_db()
    assert getattr(noun, field) == "Les siens"
    text = read(refused).text
    assert "Quelqu’un a enregistré" in text
    assert "Les siens" in text
    again = next(form for form in read(refused).all("form", method="post") if form.all("input", name="seen"))
    assert filled_in(again)[field] == "Les miens"
    assert desk.post(address, filled_in(again)).status_code == 302
    noun.refresh_from_db()
    assert getattr(noun, field) == "Les miens"


def test_the_credit_of_a_photo_is_guarded_with_its_caption(desk):
    photo = make_photo(photographer="Jeanne Morvan")
    address = reverse("admin:articles_photo_change", args=[photo.pk])
    mine, theirs = form_of(desk, address), form_of(desk, address)
    desk.post(address, filled_in(theirs, line="PAUL GUEN"))
    assert "PAUL GUEN" in read(desk.post(address, filled_in(mine, line="INÈS MARCHETTI"))).text


def test_a_chosen_photo_is_told_by_its_words(desk):
    first, second = make_photo(caption="Le port."), make_photo(caption="Le phare.")
    placement = make_placement(make_article())
    address = reverse("admin:articles_placement_change", args=[placement.pk])
    mine, theirs = form_of(desk, address), form_of(desk, address)
    desk.post(address, filled_in(theirs, photo=str(first.pk)))
    assert "Le port." in read(desk.post(address, filled_in(mine, photo=str(second.pk)))).text
    assert Placement.objects.get().photo == first


def test_a_save_of_what_nobody_else_touched_passes(desk):
    section = make_section("Mer")
    address = reverse("admin:articles_section_change", args=[section.pk])
    for words in ("Un", "Deux"):
        assert desk.post(address, filled_in(form_of(desk, address), description=words)).status_code == 302
    assert Section.objects.get(pk=section.pk).description == "Deux"
