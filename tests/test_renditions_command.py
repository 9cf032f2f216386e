"""`manage.py renditions`: what is missing, spoiled, old or left over among the smaller copies is put right."""

import os
import time
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import CommandError, call_command

from articles import renditions
from articles.keeping import mending
from articles.models import Agency, Photo
from tests.making import make_photo

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_files_of_other_tests():
    for kind in ("originals", "renditions"):
        for path in Path(storages[kind].location).rglob("*"):
            if path.is_file():
                path.unlink()


def names(photo):
    return renditions.paths(photo.rendition_key, photo.width, photo.height)


def copy(photo, number=0):
    return Path(storages["renditions"].path(names(photo)[number]))


def test_missing_copies_are_made():
    photo = make_photo()
    copy(photo).unlink()
    call_command("renditions")
    assert copy(photo).exists()


def test_only_check_reads_the_copies_and_makes_spoiled_ones_again():
    photo = make_photo()
    copy(photo).write_bytes(copy(photo).read_bytes()[:100])
    call_command("renditions")
    assert len(copy(photo).read_bytes()) == 100
    call_command("renditions", check=True)
    assert len(copy(photo).read_bytes()) > 100


def test_a_renamed_agency_is_written_into_the_copies_and_the_old_ones_go():
    photo = make_photo(agency="AMI")
    before, old = photo.rendition_key, copy(photo)
    two_hours_ago = time.time() - 7200
    for path in old.parent.iterdir():
        os.utime(path, (two_hours_ago, two_hours_ago))
    Agency.objects.update(name="Agence Marine")
    assert list(Photo.objects.with_old_credit()) == [photo]
    call_command("renditions")
    mended = Photo.objects.get()
    assert mended.rendition_key != before
    assert renditions.complete(mended.rendition_key, mended.width, mended.height)
    assert not Photo.objects.with_old_credit().exists()
    assert not old.exists()


def test_files_that_nobody_needs_go_and_are_counted(capsys):
    path = storages["renditions"].path(storages["renditions"].save("ab/left-over.jpg", ContentFile(b"Left.")))
    os.utime(path, (0, 0))
    call_command("renditions")
    assert not Path(path).exists()
    assert "1 files that no picture needed are gone." in capsys.readouterr().out


def test_what_cannot_be_made_is_recorded_and_forgotten_once_it_can():
    photo = make_photo()
    original = Path(photo.original.path)
    whole = original.read_bytes()
    original.write_bytes(b"")
    copy(photo).unlink()
    with pytest.raises(CommandError, match="could not be made"):
        call_command("renditions")
    assert Photo.objects.without_sound_files().get() == photo
    original.write_bytes(whole)
    call_command("renditions")
    assert not Photo.objects.without_sound_files().exists()


def test_one_bad_picture_does_not_keep_the_others_from_being_made():
    good, bad = make_photo(), make_photo()
    Path(bad.original.path).unlink()
    copy(good).unlink()
    copy(bad).unlink()
    with pytest.raises(CommandError):
        call_command("renditions")
    assert copy(good).exists()


def test_it_says_how_far_it_is(monkeypatch, capsys):
    monkeypatch.setattr(mending, "EVERY", 2)
    for _ in range(4):
        make_photo()
    call_command("renditions")
    out = capsys.readouterr().out
    assert "2 of 4 pictures …" in out and "4 of 4 pictures …" in out


def test_stopped_in_the_middle_it_leaves_whole_sets_and_the_next_run_goes_on(monkeypatch):
    first, second = make_photo(), make_photo()
    copy(first).unlink()
    copy(second).unlink()
    encoded, made = renditions.encoded, []

    def interrupted(*arguments):
        made.append(arguments)
        if len(made) == 3:
            raise KeyboardInterrupt
        return encoded(*arguments)

    monkeypatch.setattr(renditions, "encoded", interrupted)
    with pytest.raises(CommandError, match="the next run goes on"):
        call_command("renditions")
    monkeypatch.undo()
    call_command("renditions")
    for photo in (first, second):
        assert renditions.complete(photo.rendition_key, photo.width, photo.height)
