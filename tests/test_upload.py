"""Bringing pictures in, the tray of those that name nobody, the form of one, the contract of an agency."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from articles.models import Agency, Photo, PhotoCredit, UncreditedPicture
from tests.making import an_hour_ago, make_article, make_credit, make_photo, picture_file
from tests.metadata_files import iim, jpeg
from tests.reading import filled_in, read

pytestmark = pytest.mark.django_db
UPLOAD = reverse("admin:articles_photo_upload")
ADD = reverse("admin:articles_photo_add")
TRAY = reverse("admin:articles_uncreditedpicture_changelist")


def permissions(*codenames):
    return Permission.objects.filter(codename__in=codenames)


def sent(file, name="port.jpg"):
    return SimpleUploadedFile(name, file.read() if hasattr(file, "read") else file, "image/jpeg")


def upload(desk, file=None, **typed):
    return desk.post(UPLOAD, {"file": sent(file or picture_file()), **typed}).json()


def change(desk, photo, **typed):
    address = reverse("admin:articles_photo_change", args=[photo.pk])
    form = read(desk.get(address)).one("form", id="photo_form")
    return desk.post(address, filled_in(form) | typed, follow=True)


def test_a_file_that_names_its_photographer_is_a_photo_with_what_it_says(desk):
    block = iim((2, 80, b"LUDOVIC MARIN"), (2, 115, b"AFP"), (2, 120, b"La digue de Port-Sarrel."))
    answer = upload(desk, jpeg(iim_block=block))
    assert (answer["state"], answer["credit"], answer["caption"]) == (
        "photo",
        "LUDOVIC MARIN / AFP",
        "La digue de Port-Sarrel.",
    )
    assert Photo.objects.get().found["photographer"] == "LUDOVIC MARIN"
    assert desk.get(answer["address"]).status_code == 200


def test_a_file_that_names_nobody_waits_where_no_article_reaches_it(desk):
    answer = upload(desk)
    assert (answer["state"], Photo.objects.count(), UncreditedPicture.objects.count()) == ("uncredited", 0, 1)
    thumbnail = desk.get(answer["thumbnail"])
    assert thumbnail.headers["Content-Type"] == "image/jpeg"


def test_a_line_typed_for_all_credits_those_that_name_nobody(desk):
    known = make_credit("Jeanne Morvan", "AMI")
    assert upload(desk, credit="jeanne morvan / ami")["credit"] == "JEANNE MORVAN / AMI"
    named = upload(desk, jpeg(iim_block=iim((2, 80, b"Paul Ferrec"))), credit="jeanne morvan / ami")
    assert named["credit"] == "PAUL FERREC"
    assert known.photos.count() == 1


def test_the_same_file_twice_is_shown_where_it_is(desk):
    file = picture_file().read()
    first = upload(desk, file, credit="Jeanne Morvan")
    again = upload(desk, file, credit="Jeanne Morvan")
    assert (again["state"], again["id"]) == ("known", first["id"])
    assert "déjà dans la photothèque" in again["message"]


def test_what_is_no_picture_is_refused_with_a_sentence_and_nothing_is_kept(desk):
    answer = upload(desk, b"Ceci n'est pas une image.")
    assert answer["state"] == "refused"
    assert answer["message"].endswith(".")
    assert desk.post(UPLOAD).json()["message"] == "Choisissez un fichier."
    assert not Photo.objects.exists()
    assert not UncreditedPicture.objects.exists()


def test_without_a_script_the_page_takes_many_files_and_says_what_became_of_each(desk):
    files = [sent(picture_file(), "a.jpg"), sent(b"Rien.", "b.jpg")]
    page = read(desk.post(ADD, {"file": files, "credit": "Jeanne Morvan"}))
    states = [arrival["class"] for arrival in page.all("li", css="arrival") if "arrival--" in arrival["class"]]
    assert states == ["arrival arrival--photo", "arrival arrival--refused"]


def test_whoever_may_not_add_photos_cannot(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("stagiaire", is_staff=True))
    assert [client.get(ADD).status_code, client.post(UPLOAD).status_code, client.get(TRAY).status_code] == [403] * 3


def test_one_line_credits_all_that_are_ticked(desk):
    for _ in range(3):
        upload(desk)
    ticked = [picture.pk for picture in UncreditedPicture.objects.all()][:2]
    response = desk.post(TRAY, {"picture": ticked, "line": "Jeanne Morvan / AMI"}, follow=True)
    assert (Photo.objects.count(), UncreditedPicture.objects.count()) == (2, 1)
    assert "2 photos sont dans la photothèque." in read(response).text
    assert {str(photo.credit) for photo in Photo.objects.all()} == {"JEANNE MORVAN / AMI"}


def test_a_credited_picture_keeps_its_file_and_leaves_the_tray(desk, django_capture_on_commit_callbacks):
    sent_bytes = picture_file().read()
    upload(desk, ContentFile(sent_bytes))
    waiting = UncreditedPicture.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(TRAY, {"picture": [waiting.pk], "line": "Jeanne Morvan"})
    with Photo.objects.get().original.open() as original:
        assert original.read() == sent_bytes
    assert not waiting.original.storage.exists(waiting.original.name)


def test_a_line_that_names_nobody_credits_nothing_and_says_so(desk):
    upload(desk)
    ticked = UncreditedPicture.objects.get().pk
    response = desk.post(TRAY, {"picture": [ticked], "line": "  "})
    assert "Nommez le photographe" in read(response).text
    assert UncreditedPicture.objects.exists()


def test_an_unclaimed_picture_goes_after_a_fortnight_and_its_last_day_is_said(desk):
    upload(desk)
    assert "Part le" in read(desk.get(TRAY)).text
    UncreditedPicture.objects.update(uploaded_at=timezone.now() - timedelta(days=14, minutes=1))
    upload(desk)
    assert UncreditedPicture.objects.count() == 1


def test_a_caption_pasted_with_its_credit_is_taken_apart(desk):
    photo = make_photo(photographer="Personne")
    change(desk, photo, caption="La digue. | LUDOVIC MARIN / AFP")
    photo.refresh_from_db()
    assert (photo.caption, str(photo.credit)) == ("La digue.", "LUDOVIC MARIN / AFP")


def test_a_photo_never_loses_its_credit_in_the_form(desk):
    photo = make_photo(photographer="Jeanne Morvan")
    response = change(desk, photo, line="", caption="Gardée")
    assert read(response).all("ul", css="errorlist")
    assert "Gardée" in response.content.decode()
    photo.refresh_from_db()
    assert str(photo.credit) == "JEANNE MORVAN"


def test_a_new_focal_point_makes_new_files(desk):
    photo = make_photo(size=(900, 600))
    before = photo.rendition_key
    change(desk, photo, focal_x="0.1", focal_y="0.9")
    photo.refresh_from_db()
    assert (photo.focal_point, photo.rendition_key == before) == ((0.1, 0.9), False)


def test_copies_that_failed_are_repaired_by_a_button(desk):
    photo = make_photo()
    Photo.objects.update(rendition_fault="Le disque est plein.")
    address = reverse("admin:articles_photo_change", args=[photo.pk])
    assert "Formats à réparer" in read(desk.get(address)).text
    desk.post(address, {"_mend": "1"})
    photo.refresh_from_db()
    assert photo.rendition_fault == ""


def test_who_may_only_look_sees_the_form_without_changing_it(client, django_user_model):
    photo = make_photo(photographer="Jeanne Morvan")
    person = django_user_model.objects.create_user("lecteur", is_staff=True)
    person.user_permissions.add(*permissions("view_photo"))
    client.force_login(person)
    address = reverse("admin:articles_photo_change", args=[photo.pk])
    assert "Jeanne Morvan" in read(client.get(address)).text
    assert client.post(address, {"_mend": "1"}).status_code == 403


def test_a_contract_ends_and_resumes_and_nothing_is_overwritten(desk, client):
    photo = make_photo(agency="AMI", publishable_until=timezone.now() + timedelta(days=99))
    article = make_article(published_at=an_hour_ago(), photo=photo)
    agency, until = Agency.objects.get(), photo.publishable_until
    address = reverse("admin:articles_agency_contract", args=[agency.pk])
    assert "1 photo de cette agence" in read(desk.get(address)).text
    desk.post(address, {"usable_until": "2026-01-01T00:00:00", "publishable_until": "2026-01-01T00:00:00"})
    assert "AMI" not in client.get(article.get_absolute_url()).content.decode()
    desk.post(address, {"usable_until": "", "publishable_until": ""})
    assert "AMI" in client.get(article.get_absolute_url()).content.decode()
    photo.refresh_from_db()
    assert photo.publishable_until == until


def test_a_renamed_agency_says_how_many_photos_wait_for_its_new_name(desk):
    make_photo(agency="AMI")
    agency = Agency.objects.get()
    agency.name = "Agence Maritime"
    agency.save()
    assert "1 photos" in read(desk.get(reverse("admin:articles_agency_change", args=[agency.pk]))).text
    assert PhotoCredit.objects.count() == 1


def test_a_waiting_picture_that_comes_again_with_a_credit_is_a_photo(desk):
    file = picture_file().read()
    upload(desk, file)
    assert upload(desk, file)["state"] == "known"
    assert upload(desk, file, credit="Jeanne Morvan")["state"] == "photo"
    assert not UncreditedPicture.objects.exists()


def test_the_library_says_what_waits_for_a_credit_and_until_when(desk):
    upload(desk)
    page = read(desk.get(reverse("admin:articles_photo_changelist")))
    assert page.one("p", css="library__waiting").one("a")["href"] == TRAY
    assert "1 photo attend son crédit" in page.text


def test_a_tray_is_ones_own_unless_one_keeps_the_library(desk, client, django_user_model):
    upload(desk)
    person = django_user_model.objects.create_user("pigiste", is_staff=True)
    person.user_permissions.add(*permissions("add_photo", "view_photo"))
    client.force_login(person)
    address = reverse("admin:articles_uncreditedpicture_thumbnail", args=[UncreditedPicture.objects.get().pk])
    assert (client.get(address).status_code, desk.get(address).status_code) == (404, 200)
    assert "Toutes les photos ont leur crédit" in read(client.get(TRAY)).text
