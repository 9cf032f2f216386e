"""What goes into a backup, and what leaves it again."""

import fcntl

import pytest
from django.apps import apps
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.db.models import FileField

from articles.keeping import Trouble
from articles.keeping.backup import back_up
from articles.keeping.places import place
from articles.keeping.snapshot import snapshots
from tests.making import make_photo

# pg_dump sees only what is committed.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("roles_afterwards")]


def kept_files(backup):
    return {entry["path"] for entry in snapshots(backup)[-1].manifest()["files"]}


def test_every_column_that_holds_files_is_kept():
    """A new one must be taken along by `articles.keeping.backup`."""
    columns = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, FileField)
    ]
    assert columns == ["articles.Photo.original", "articles.UncreditedPicture.original"]


def test_only_the_newest_snapshots_are_kept_and_the_pictures_they_need(tmp_path):
    first, second = make_photo(), make_photo()
    back_up(tmp_path)
    first.delete()
    back_up(tmp_path, keep=2)
    assert len(snapshots(tmp_path)) == 2
    assert len(list(tmp_path.glob("files/*/*"))) == 2
    back_up(tmp_path, keep=2)
    assert len(snapshots(tmp_path)) == 2
    assert [path.name for path in tmp_path.glob("files/*/*")] == [second.original_digest]


def test_what_a_cut_short_backup_left_is_removed_by_the_next(tmp_path):
    (tmp_path / "snapshots" / "2026-01-01T00-00-00Z").mkdir(parents=True)
    back_up(tmp_path)
    assert [snapshot.is_finished for snapshot in snapshots(tmp_path)] == [True]


def test_a_picture_that_the_paper_has_lost_is_told_and_stays_in_the_backup(tmp_path):
    photo = make_photo()
    assert back_up(tmp_path) == []
    storages["originals"].delete(photo.original.name)
    assert back_up(tmp_path) == [f"originals/{photo.original.name}"]
    assert kept_files(tmp_path) == {f"originals/{photo.original.name}"}


def test_a_picture_that_was_changed_is_told_and_stays_as_it_was_uploaded(tmp_path):
    photo = make_photo()
    back_up(tmp_path)
    place(f"originals/{photo.original.name}").write_bytes(b"something else")
    assert back_up(tmp_path) == [f"originals/{photo.original.name}"]
    assert snapshots(tmp_path)[-1].manifest()["files"][0]["sha256"] == photo.original_digest
    assert list(snapshots(tmp_path)[-1].damaged()) == []


def test_the_command_ends_with_a_fault_when_a_picture_is_missing(tmp_path):
    photo = make_photo()
    storages["originals"].delete(photo.original.name)
    with pytest.raises(CommandError, match=photo.original.name):
        call_command("backup", tmp_path, verbosity=0)
    assert snapshots(tmp_path)[-1].is_finished


def test_a_backup_within_the_paper_itself_is_refused(settings):
    with pytest.raises(Trouble, match="the paper itself"):
        back_up(settings.VAR / "backup")


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(Trouble, match="Not a directory"):
        back_up(tmp_path / "file" / "backup")


def test_two_backups_at_once_are_refused(tmp_path):
    with open(tmp_path / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(Trouble, match="Another backup"):
            back_up(tmp_path)


@pytest.mark.parametrize("path", ["originals/../../x", "elsewhere/x", "originals/", "originals//etc/x"])
def test_a_backup_cannot_name_a_file_outside_the_paper(path):
    with pytest.raises(Trouble):
        place(path)
