"""What the layer in front of Django answers from its copies, and what it never keeps."""

import gzip
import io
import os
import time
from datetime import UTC, datetime
from threading import Event, Thread

import brotli
import pytest

from articles import lifetime
from newsroom.page_cache.addresses import Addresses
from newsroom.page_cache.copies import Copy
from newsroom.page_cache.disk import Disk
from newsroom.page_cache.layer import PageCache
from newsroom.page_cache.memory import Memory
from newsroom.page_cache.removals import RemovalsFolder, Removed
from newsroom.page_cache.watch import Known

HOST = "paper.example"
PUBLIC = "public, max-age=0"
NEVER = float("inf")


class Site:
    """In place of Django: counts what it makes, and answers as it is told."""

    def __init__(self):
        self.made = []
        self.status, self.cache_control, self.text = "200 OK", PUBLIC, "Le bac reprend la mer. " * 40
        self.end = None
        self.begun, self.goes_on = Event(), Event()
        self.goes_on.set()

    def __call__(self, environ, start_response):
        self.made.append((environ["REQUEST_METHOD"], environ["PATH_INFO"], environ.get("QUERY_STRING", "")))
        if status := environ.get("newsroom.unavailable"):
            start_response(f"{status} .", [("Cache-Control", "no-store")])
            return [b"unavailable"]
        text = f"{self.text} {len(self.made)}".encode()
        self.begun.set()
        assert self.goes_on.wait(10)
        lifetime.ends_at(self.end)
        start_response(self.status, [("Cache-Control", self.cache_control), ("ETag", f'W/"{hash(text)}"')])
        return [text]


class Watch:
    """In place of the thread that asks the database."""

    def __init__(self):
        self.known, self.is_away = Known(1, NEVER), False

    def look(self):
        return self.known

    def look_again(self):
        return self.known

    def tell_others(self):
        pass

    def end_edition(self, *removed):
        edition = self.known.edition + 1
        self.known = Known(edition, NEVER, self.known.removals + tuple(Removed(*one, edition) for one in removed))


def sent(file):
    """As a server sends it."""
    with file:
        return [file.read()]


class Answer:
    def __init__(self, status, headers, content):
        self.status, self.headers = int(status[:3]), dict(headers)
        self.content = b"".join(content)
        self.timing = self.headers.get("Server-Timing", "").partition("desc=")[2]


class Paper:
    def __init__(self, folder):
        self.site, self.watch = Site(), Watch()
        self.folder = folder
        self.start()

    def start(self, most_bytes=1_000_000):
        self.cache = PageCache(
            self.site, Addresses(HOST, False), self.watch, Memory(most_bytes), Disk(self.folder), at_once=3
        )

    def get(self, path="/", method="GET", query="", host=HOST, **headers):
        environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": host}
        environ |= {"wsgi.url_scheme": "http", "wsgi.file_wrapper": sent}
        environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        begun = []
        content = self.cache(environ, lambda *answered: begun.extend(answered[:2]))
        return Answer(*begun, content)


@pytest.fixture
def paper(tmp_path):
    return Paper(tmp_path)


def test_a_page_is_made_once_an_edition(paper):
    assert [paper.get().timing for _ in range(3)] == ["miss", "hit", "hit"]
    paper.watch.end_edition()
    assert [paper.get().timing for _ in range(2)] == ["miss", "hit"]
    assert len(paper.site.made) == 2


def test_a_page_is_made_again_when_the_clock_ends_its_edition(paper):
    paper.watch.known = Known(1, time.time() - 1)
    assert [paper.get().timing for _ in range(2)] == ["miss", "miss"]


def test_every_encoding_is_the_same_page(paper):
    paper.get()
    plain, br, packed = (paper.get(accept_encoding=accepted) for accepted in ("", "gzip, br", "gzip, br;q=0"))
    assert plain.content == brotli.decompress(br.content) == gzip.decompress(packed.content)
    assert [answer.headers.get("Content-Encoding") for answer in (plain, br, packed)] == [None, "br", "gzip"]
    for answer in (plain, br, packed):
        assert int(answer.headers["Content-Length"]) == len(answer.content)


def test_what_a_reader_has_is_not_sent_again(paper):
    etag = paper.get().headers["ETag"]
    for known in (etag, f'"a", {etag}', etag.removeprefix("W/"), "*"):
        again = paper.get(if_none_match=known)
        assert (again.status, again.content, again.headers["ETag"]) == (304, b"", etag)
    assert paper.get(if_none_match='W/"another"').status == 200


def test_head_tells_what_get_would_bring(paper):
    head, get = paper.get(method="HEAD"), paper.get()
    assert (head.status, head.content) == (200, b"")
    assert head.headers | {"Server-Timing": ""} == get.headers | {"Server-Timing": ""}


def test_a_query_that_the_page_does_not_know_makes_no_other_page(paper):
    for query in ("", "utm_source=a", "before=x", "before=" + "9" * 30, "fbclid=1&before=-1", "%ff"):
        paper.get("/latest/", query=query)
    whole = ("/articles/1/one/", "/latest/2026/", "/latest/2026/11/")
    for path in whole:
        paper.get(path, query="before=7")
        paper.get(path, query="before=8")
    assert paper.site.made == [("GET", path, "") for path in ("/latest/", *whole)]


def test_a_place_in_a_list_is_a_page_of_its_own(paper):
    for query in ("before=12", "utm=1&before=12", "before=11&before=12", "after=12"):
        paper.get("/latest/", query=query)
    paper.get("/latest/2026/11/28/", query="before=12")
    assert [query for *_, query in paper.site.made] == ["before=12", "after=12", "before=12"]


@pytest.mark.parametrize(
    "path", ["/admin/", "/preview/1.a/", "/search/", "/search", "/static/a.css", "/healthz", "/readyz"]
)
def test_the_desk_previews_searches_files_and_the_monitor_are_never_kept(paper, path):
    paper.get(path)
    paper.get(path)
    assert len(paper.site.made) == 2


@pytest.mark.parametrize("asked", [{"host": "evil.example"}, {"method": "POST"}, {"host": "a b"}, {"host": ""}])
def test_what_django_must_refuse_goes_to_django(paper, asked):
    paper.get()
    paper.get(**asked)
    assert len(paper.site.made) == 2


@pytest.mark.parametrize(
    ("status", "cache_control"), [("404 .", PUBLIC), ("410 .", PUBLIC), ("500 .", ""), ("200 OK", "private, no-store")]
)
def test_errors_and_what_is_private_are_not_kept(paper, status, cache_control):
    paper.site.status, paper.site.cache_control = status, cache_control
    assert [paper.get().status for _ in range(2)] == [int(status[:3])] * 2
    assert len(paper.site.made) == 2


def test_a_page_that_can_no_longer_be_made_is_shown_as_it_was(paper):
    before = paper.get()
    paper.watch.end_edition()
    paper.site.status, paper.site.cache_control = "500 .", ""
    again = paper.get()
    assert (again.status, again.timing, again.content) == (200, "stale", before.content)


def test_a_page_that_is_gone_is_not_shown_as_it_was(paper):
    paper.get("/tags/port/")
    paper.watch.end_edition()
    paper.site.status = "404 ."
    assert paper.get("/tags/port/").status == 404
    paper.watch.is_away = True
    paper.watch.end_edition()
    assert paper.get("/tags/port/").status == 503


# How long others may keep it


def test_caches_before_us_ask_every_five_seconds_and_bridge_ten_minutes(paper):
    for _ in range(2):
        assert paper.get().headers["Cache-Control"] == "public, max-age=0, s-maxage=5, stale-if-error=600"


def test_nobody_keeps_a_page_past_the_next_event_of_the_clock(paper):
    paper.watch.known = Known(1, time.time() + 3.5)
    for _ in range(2):
        assert "s-maxage=3," in paper.get().headers["Cache-Control"]


def test_nobody_keeps_a_picture_past_its_rights(paper):
    paper.site.cache_control = "public, max-age=86400"
    paper.site.end = datetime.fromtimestamp(time.time() + 60.9, UTC)
    for _ in range(2):
        told = paper.get().headers["Cache-Control"]
        assert told == "public, max-age=60, s-maxage=5, stale-if-error=60"


# While a page is made


def in_a_thread(ask):
    answers = []
    thread = Thread(target=lambda: answers.append(ask()))
    thread.start()
    return thread, answers


def test_one_thread_makes_a_page_and_the_others_wait_for_it(paper):
    paper.site.goes_on.clear()
    first, _ = in_a_thread(paper.get)
    assert paper.site.begun.wait(10)
    others = [in_a_thread(paper.get) for _ in range(3)]
    paper.site.goes_on.set()
    for thread, _ in [(first, None), *others]:
        thread.join(10)
    assert len(paper.site.made) == 1
    assert {answers[0].timing for _, answers in others} == {"hit"}


def test_who_comes_late_gets_the_page_before_and_never_waits_long(paper):
    before = paper.get()
    paper.watch.end_edition()
    paper.site.begun.clear()
    paper.site.goes_on.clear()
    first, made = in_a_thread(paper.get)
    assert paper.site.begun.wait(10)
    late = paper.get()
    assert (late.timing, late.content) == ("stale", before.content)
    paper.site.goes_on.set()
    first.join(10)
    assert made[0].content != before.content
    assert paper.get().content == made[0].content


def test_who_comes_late_is_not_given_what_was_removed(paper):
    paper.site.text = '<a href="/articles/12/titre/">' * 20
    paper.get()
    paper.watch.end_edition(("/articles/12/", 410))
    paper.site.text = "Rien. " * 60
    paper.site.begun.clear()
    paper.site.goes_on.clear()
    first, _ = in_a_thread(paper.get)
    assert paper.site.begun.wait(10)
    late, answers = in_a_thread(paper.get)
    late.join(0.3)
    assert late.is_alive()
    paper.site.goes_on.set()
    for thread in (first, late):
        thread.join(10)
    assert b"/articles/12/" not in answers[0].content


def test_who_waits_for_a_page_that_hangs_is_told_when_the_database_is_away(paper):
    paper.site.goes_on.clear()
    first, _ = in_a_thread(paper.get)
    assert paper.site.begun.wait(10)
    late, answers = in_a_thread(paper.get)
    paper.watch.is_away = True
    late.join(10)
    assert answers[0].status == 503
    paper.site.goes_on.set()
    first.join(10)


# Memory


def test_the_memory_is_bounded_and_what_was_asked_least_recently_goes(paper):
    paper.start(most_bytes=12_000)
    for path in ("/pages/a/", "/pages/b/", "/pages/a/", "/pages/c/", "/pages/d/", "/pages/a/", "/pages/e/"):
        paper.get(path)
    assert paper.cache.memory.bytes <= 12_000
    assert paper.get("/pages/a/").timing == "hit"
    assert paper.get("/pages/b/").timing == "miss"


def test_an_older_copy_never_takes_the_place_of_a_newer_one():
    memory = Memory(100_000)
    new, old = (Copy("/", edition, NEVER, NEVER, "200 OK", []) for edition in (2, 1))
    memory.put(new)
    memory.put(old)
    assert memory.get("/") is new


# While the database is away


def test_readers_go_on_reading_while_the_database_is_away(paper):
    before = paper.get()
    paper.watch.end_edition()
    paper.watch.is_away = True
    for _ in range(2):
        assert (paper.get().timing, paper.get().content) == ("stale", before.content)
    assert paper.get("/latest/").status == 503
    assert paper.get("/admin/").status == 503
    assert paper.get("/static/a.css").status == paper.get("/healthz").status == 200
    paper.watch.is_away = False
    assert paper.get().timing == "miss"


def test_readers_go_on_reading_after_a_restart_too(paper):
    before = paper.get(accept_encoding="br")
    paper.start()
    paper.watch.is_away = True
    again = paper.get(accept_encoding="br")
    assert (again.status, again.timing, again.content) == (200, "stale", before.content)
    assert again.headers["ETag"] == before.headers["ETag"]


@pytest.mark.parametrize(("status", "restarts"), [(410, True), (404, True), (410, False)])
def test_what_was_removed_stays_away_also_on_pages_that_led_to_it(paper, status, restarts):
    paper.site.text = '<a href="/articles/12/titre/">' * 20
    paper.get("/")
    paper.get("/articles/12/titre/")
    paper.site.text = "Autre chose. " * 40
    paper.get("/articles/123/autre/")
    paper.watch.end_edition(("/articles/12/", status))
    if restarts:
        paper.start()
    paper.watch.is_away = True
    assert paper.get("/articles/12/titre/").status == status
    assert paper.get("/").status == 503
    assert paper.get("/articles/123/autre/").status == 200


def test_a_page_made_after_a_removal_may_be_shown(paper):
    paper.watch.end_edition(("/articles/12/", 410))
    paper.site.text = "« Notre article retiré », /articles/12/titre/. " * 20
    paper.get("/")
    paper.watch.is_away = True
    assert paper.get("/").status == 200


def test_no_copy_outlives_the_rights_of_its_pictures(paper):
    paper.site.end = datetime.fromtimestamp(time.time() - 1, UTC)
    paper.get("/")
    paper.watch.is_away = True
    assert paper.get("/").status == 503


def test_when_everything_was_removed_no_older_copy_is_shown(paper):
    paper.get("/")
    paper.watch.end_edition(("", 404))
    paper.watch.is_away = True
    assert paper.get("/").status == 503


# On disk


def test_a_damaged_or_a_full_disk_costs_no_reader_a_page(paper, tmp_path):
    paper.get("/")
    for path in tmp_path.glob("??/*"):
        path.write_bytes(path.read_bytes()[:-5])
    assert Disk(tmp_path).get("/") is None
    paper.cache.disk.folder = tmp_path / "is-a-file"
    paper.cache.disk.folder.write_text("")
    assert paper.get("/latest/").status == 200


def test_copies_on_disk_take_no_more_room_than_they_may(tmp_path):
    disk = Disk(tmp_path, most_bytes=100_000)
    for number in range(100):
        disk.put(Copy(f"/pages/{number}/", time.time_ns() // 1000, NEVER, NEVER, "200 OK", [], packed=os.urandom(3000)))
    assert sum(path.stat().st_size for path in tmp_path.glob("??/*")) <= 110_000
    assert disk.get("/pages/99/") is not None
    assert disk.get("/pages/0/") is None


def test_a_copy_of_last_month_is_not_shown(tmp_path):
    disk = Disk(tmp_path)
    disk.put(Copy("/", 1, NEVER, NEVER, "200 OK", []))
    assert disk.get("/") is not None
    last_month = time.time() - 31 * 86_400
    os.utime(disk.path("/"), (last_month, last_month))
    assert disk.get("/") is None


def test_removals_are_read_again_as_they_were_written(tmp_path):
    folder = RemovalsFolder(tmp_path)
    first, second, later = (
        Removed("/articles/1/", 410, 5),
        Removed("/photos/7/", 410, None),
        Removed("/articles/2/", 404, 9),
    )
    folder.write((first, second, later), 9)
    assert set(folder.read()) == {first, second, later}
    assert (tmp_path / "articles" / "1").is_file()
    # Another process has not heard of the last one yet.
    folder.write((first,), 6)
    assert set(folder.read()) == {first, later}
    folder.write((), 9)
    assert folder.read() == ()


def test_a_picture_is_sent_from_its_file_and_asked_for_again_when_the_file_is_gone(paper, tmp_path):
    picture = tmp_path / "picture.avif"
    picture.write_bytes(b"picture")

    class FileWrapper:
        def __init__(self, file):
            self.filelike = file

        def close(self):
            self.filelike.close()

    def site(environ, start_response):
        paper.site.made.append(environ["PATH_INFO"])
        start_response("200 OK", [("Cache-Control", "public, max-age=86400"), ("Content-Type", "image/avif")])
        return FileWrapper(picture.open("rb") if picture.exists() else io.BytesIO(b"?"))

    paper.cache.application = site
    address = "/photos/1/key/full-480.avif"
    answers = [paper.get(address), paper.get(address), paper.get(address, method="HEAD")]
    assert [(answer.content, answer.headers["Content-Length"]) for answer in answers] == [
        (b"picture", "7"),
        (b"picture", "7"),
        (b"", "7"),
    ]
    assert len(paper.site.made) == 1
