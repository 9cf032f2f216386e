"""Choosing a photo for an article: the grid in a dialog, the facts of a photo, the field that keeps it."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles.models import Article, User
from tests.making import an_hour_ago, make_article, make_photo, make_placement
from tests.reading import filled_in, read

pytestmark = pytest.mark.django_db

PICKER = reverse("admin:articles_photo_picker")


def offered(desk, **asked):
    """The buttons of the grid, by the number of their photo."""
    buttons = read(desk.get(PICKER, asked)).all("button", css="library__cell")
    return {int(button["data-photo"]): button for button in buttons}


def facts(browser, photo):
    return browser.get(reverse("admin:articles_photo_facts", args=[photo.pk]))


def somebody(*permissions):
    user = User.objects.create_user("somebody", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


def edit_page(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def test_the_picker_offers_photos_newest_first_and_is_searched(desk):
    port, phare = make_photo(caption="Le port"), make_photo(caption="Le phare")
    assert list(offered(desk)) == [phare.pk, port.pk]
    assert list(offered(desk, q="PORT")) == [port.pk]


def test_mine_and_usable(desk):
    mine = make_photo(uploaded_by=User.objects.get(), usable_until=an_hour_ago())
    other = make_photo()
    assert list(offered(desk, mine="1")) == [mine.pk]
    assert list(offered(desk, usable="1")) == [other.pk]


def test_a_photo_that_may_not_be_used_is_shown_and_says_why(desk):
    photo = make_photo(usable_until=an_hour_ago())
    button = offered(desk)[photo.pk]
    assert button["aria-disabled"] == "true"
    assert photo.why_not_usable() in button.text
    assert offered(desk, q=str(make_photo().credit))


def test_the_picker_is_paged(desk):
    for _ in range(25):
        make_photo()
    assert len(offered(desk)) == 24
    assert len(offered(desk, page="2")) == 1
    assert len(offered(desk, page="nonsense")) == 24


def test_the_facts_of_a_photo(desk):
    photo = make_photo(photographer="Jeanne Morvan", agency="AMI", caption="Le port", alt="Des bateaux")
    told = facts(desk, photo).json()
    assert told["id"] == photo.pk
    assert (told["caption"], told["credit"], told["alt"]) == ("Le port", "JEANNE MORVAN / AMI", "Des bateaux")
    assert (told["usable"], told["reason"]) == (True, "")
    for address in (told["address"], told["thumbnail"]):
        assert desk.get(address)["Content-Type"] == "image/jpeg"


def test_the_facts_say_why_a_photo_may_not_be_used(desk):
    photo = make_photo(usable_until=an_hour_ago())
    assert facts(desk, photo).json() | {"usable": False, "reason": photo.why_not_usable()} == facts(desk, photo).json()


def test_an_unknown_photo_has_no_facts(desk):
    assert desk.get(reverse("admin:articles_photo_facts", args=[0])).status_code == 404


def test_only_those_who_may_see_photos_choose_some(client):
    photo = make_photo()
    client.force_login(user := somebody())
    assert client.get(PICKER).status_code == facts(client, photo).status_code == 403
    user.user_permissions.set(Permission.objects.filter(codename="view_photo"))
    assert client.get(PICKER).status_code == facts(client, photo).status_code == 200


def test_a_stranger_is_sent_to_log_in(client):
    assert client.get(PICKER).status_code == 302


def test_nobody_keeps_a_copy_of_the_facts(desk):
    assert "no-store" in facts(desk, make_photo())["Cache-Control"]


def test_the_article_shows_its_lead_photo_with_its_words(desk):
    photo = make_photo(photographer="Jeanne Morvan", caption="Le port", alt="Des bateaux")
    field = read(desk.get(edit_page(make_article(photo=photo)))).one(css="photo-field")
    for words in ("Le port", "JEANNE MORVAN", "Des bateaux"):
        assert words in field.text
    assert field.one("input", name="lead_photo")["value"] == str(photo.pk)


def test_without_a_script_the_number_of_a_photo_chooses_it(desk):
    article, photo = make_article(), make_photo()
    form = read(desk.get(edit_page(article))).one("form", id="article_form")
    assert desk.post(edit_page(article), filled_in(form, lead_photo=photo.pk)).status_code == 302
    assert Article.objects.get(pk=article.pk).lead_photo == photo


def test_the_number_of_no_photo_is_refused(desk):
    article = make_article()
    form = read(desk.get(edit_page(article))).one("form", id="article_form")
    answer = desk.post(edit_page(article), filled_in(form, lead_photo="999999"))
    assert answer.context["adminform"].form.errors["lead_photo"]


def test_a_photo_whose_use_has_ended_is_refused_by_the_form_too(desk):
    article, photo = make_article(), make_photo(usable_until=an_hour_ago())
    form = read(desk.get(edit_page(article))).one("form", id="article_form")
    answer = desk.post(edit_page(article), filled_in(form, lead_photo=photo.pk))
    assert answer.context["adminform"].form.errors["lead_photo"] == [photo.why_not_usable()]


def test_a_place_on_the_front_chooses_its_photo_the_same_way(desk):
    placement = make_placement(make_article(published_at=an_hour_ago()), photo=make_photo(caption="Le port"))
    page = read(desk.get(reverse("admin:articles_placement_change", args=[placement.pk])))
    assert "Le port" in page.one(css="photo-field").text
