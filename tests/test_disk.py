"""A disk that is nearly full is told to whoever watches the servers, and to the desk."""

import pytest

from articles import disk

pytestmark = pytest.mark.django_db

# A file system without a single free byte, on every Linux machine.
FULL = "/proc"
BANNER = "Le disque est presque plein"


def test_a_disk_with_less_than_a_gigabyte_free_is_nearly_full(tmp_path, monkeypatch):
    assert disk.is_nearly_full(FULL)
    monkeypatch.setattr(disk, "ENOUGH_BYTES", 0)
    assert not disk.is_nearly_full(tmp_path)


def test_the_paper_is_not_ready_while_its_disk_is_nearly_full(client, settings, monkeypatch):
    monkeypatch.setattr(disk, "ENOUGH_BYTES", 0)
    assert client.get("/readyz").status_code == 200
    monkeypatch.undo()
    settings.VAR = FULL
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"disk: less than 1 GB is free\n")
    assert client.get("/healthz").status_code == 200


def test_the_paper_is_not_ready_when_its_folder_is_gone(client, settings, tmp_path):
    settings.VAR = tmp_path / "gone"
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"disk: the paper's folder is gone\n")


def test_the_desk_is_told(desk, settings, monkeypatch):
    monkeypatch.setattr(disk, "ENOUGH_BYTES", 0)
    assert BANNER not in desk.get("/admin/").content.decode()
    monkeypatch.undo()
    settings.VAR = FULL
    assert BANNER in desk.get("/admin/").content.decode()
