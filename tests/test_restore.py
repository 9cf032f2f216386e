"""The drill: what a backup was made of comes back, and nothing else is ever taken for a backup."""

import re
import shutil
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.keeping import Trouble
from articles.keeping.restore import check, chosen_snapshot
from tests.places import copied, empty_place, make_small_paper
from tests.programs import program

# Readers find the others from here; nothing leads to the article that was withdrawn.
STARTS = ["/", "/feeds/", "/robots.txt", "/sitemap.xml", "/nowhere/", "/articles/5/x/"]
LINK = re.compile(r'(?:href|src)="([^"]+)"|srcset="([^"]+)"|<loc>([^<]+)</loc>')
SITE = "http://127.0.0.1:8000"


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    if connection.vendor == "postgresql":
        program("pg_dump")
    with empty_place(tmp_path_factory.mktemp("paper") / "var") as place:
        (place.var / "brand").mkdir()
        (place.var / "brand" / "logo.svg").write_text("<svg/>")
        yield make_small_paper(place)


@pytest.fixture(scope="module")
def backup(paper, tmp_path_factory):
    """A backup with one snapshot."""
    folder = tmp_path_factory.mktemp("kept") / "backup"
    paper.manage("backup", folder)
    return folder


def answer(server, path):
    try:
        with urlopen(server + path) as response:
            return response.status, response.headers["Content-Type"], response.read()
    except HTTPError as error:
        with error:
            return error.code, error.headers["Content-Type"], error.read()


def links(path, body):
    """The addresses of this site in an answer."""
    for single, several, loc in LINK.findall(body.decode(errors="ignore")):
        for link in [single or loc, *(part.split()[0] for part in several.split(",") if part)]:
            address = urlsplit(urljoin(SITE + path, link))
            if f"{address.scheme}://{address.netloc}" == SITE and not address.path.startswith("/static/"):
                yield address.path + (f"?{address.query}" if address.query else "")


def whole_site(server):
    """Every public address that can be reached, with its answer."""
    answers, waiting = {}, list(STARTS)
    while waiting:
        path = waiting.pop()
        if path not in answers:
            answers[path] = answer(server, path)
            waiting += links(path, answers[path][2])
    return answers


def test_a_restored_paper_is_the_same_at_every_address(paper, tmp_path):
    with empty_place(tmp_path / "var") as other:
        with paper.served() as server:
            paper.manage("backup", tmp_path / "backup")
            before = whole_site(server)
        other.manage("restore", tmp_path / "backup")
        with other.served() as server:
            after = {path: answer(server, path) for path in before}
    assert after == before
    answered = [status for status, _, _ in before.values()]
    kinds = {path.split("/")[1] for path, (status, _, _) in before.items() if status == 200}
    assert {"articles", "photos", "sections", "tags", "authors", "pages", "latest"} <= kinds
    assert answered.count(200) > 25
    assert answered.count(410) == 1
    assert (other.var / "brand" / "logo.svg").read_text() == "<svg/>"
    for original in (paper.var / "originals").rglob("*.jpg"):
        assert (other.var / original.relative_to(paper.var)).read_bytes() == original.read_bytes()


def test_a_backup_is_only_its_owners_and_holds_no_key(paper, backup):
    key = (paper.var / "secret-key").read_bytes().strip()
    assert backup.stat().st_mode & 0o077 == 0
    files = [path for path in backup.rglob("*") if path.is_file()]
    assert files and all(key not in path.read_bytes() for path in files)


def test_a_second_backup_copies_no_picture_again(paper, backup, tmp_path):
    again = copied(backup, tmp_path / "again")
    pool = {path: path.stat().st_ino for path in again.glob("files/*/*")}
    told = paper.manage("backup", again)
    assert len(pool) == 3
    assert {path: path.stat().st_ino for path in again.glob("files/*/*")} == pool
    assert "0 of them new" in told
    assert len(list(again.glob("snapshots/*"))) == 2


def test_a_paper_is_never_restored_over_another(paper, backup):
    assert "tables already" in paper.refusal("restore", backup)


def test_files_that_are_there_already_are_not_overwritten(backup, tmp_path):
    with empty_place(tmp_path / "var") as place:
        (place.var / "originals").mkdir()
        (place.var / "originals" / "x.jpg").write_text("mine")
        assert "empty place only" in place.refusal("restore", backup)


def only_snapshot(backup):
    (folder,) = (backup / "snapshots").glob("*")
    return folder


def test_a_backup_that_was_cut_short_is_refused(backup, tmp_path):
    cut = copied(backup, tmp_path / "cut")
    (only_snapshot(cut) / "manifest.json").unlink()
    with pytest.raises(Trouble, match="cut short"):
        chosen_snapshot(cut)


def test_a_backup_that_cannot_be_read_is_told_in_a_sentence(tmp_path):
    manifest = tmp_path / "snapshots" / "2026-03-03T02-40-00Z" / "manifest.json"
    manifest.mkdir(parents=True)
    with pytest.raises(CommandError, match="The backup cannot be read: Is a directory: .*manifest.json"):
        call_command("restore", tmp_path, check=True)


def test_the_last_whole_snapshot_is_taken_where_the_newest_was_cut_short(backup, tmp_path):
    cut = copied(backup, tmp_path / "cut")
    (cut / "snapshots" / "9999-01-01T00-00-00Z").mkdir()
    told = []
    assert chosen_snapshot(cut, say=told.append).name == only_snapshot(backup).name
    assert "9999-01-01T00-00-00Z was cut short" in told[0]


def flip_a_byte(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("what", ["files/*/*", "snapshots/*/database.*", "snapshots/*/manifest.json"])
def test_one_changed_byte_is_recognised(backup, tmp_path, what):
    check(chosen_snapshot(backup))
    changed = copied(backup, tmp_path / "changed")
    flip_a_byte(next(changed.glob(what)))
    with pytest.raises(Trouble, match=r"damaged|changed"):
        check(chosen_snapshot(changed))


def test_a_damaged_backup_leaves_the_empty_place_empty(backup, tmp_path):
    changed = copied(backup, tmp_path / "changed")
    shutil.rmtree(changed / "files")
    with empty_place(tmp_path / "var") as place:
        assert "originals/" in place.refusal("restore", changed)
        assert not list(place.var.rglob("*.jpg"))


def test_a_full_disk_ends_in_a_sentence_and_leaves_no_snapshot(paper, tmp_path):
    # No file may grow beyond 64 kB: a disk that fills up half-way.
    limited = "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536)); "
    limited += 'sys.argv[0] = "manage.py"; runpy.run_path("manage.py", run_name="__main__")'
    done = paper.python("-c", limited, "backup", tmp_path / "backup")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "could not" in done.stderr
    assert not list(Path(tmp_path).glob("backup/snapshots/*"))
