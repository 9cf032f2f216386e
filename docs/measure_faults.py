"""What readers get while things break: wrong answers under load, counted.

python -m docs.measure_faults            each fault as long as docs/performance.md says, which this writes
python -m docs.measure_faults SECONDS    for as long; writes nothing

A small paper on SQLite, and one on PostgreSQL. Readers ask without a pause, on connections that stay open. An answer is
wrong when it is not the page: an error, or another page. What was in flight when a process was killed is counted apart.
For the full disk the paper lies on a small one, for which Linux's `unshare` is needed.
"""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit

from docs.report import write_section
from tests.outage import failing
from tests.places import Place, make_small_paper, postgresql

HEADING = "## While things break\n"
READERS, SECONDS = 8, 60
PAGES = ("/", "/latest/", "/latest/feed.rss", "/sections/ville/", "/corrections/", "/tags/port/")
SMALL_DISK = "40m"


class Two(Place):
    """With two processes, as a server has them."""

    @property
    def environment(self):
        return super().environment | {"WEB_CONCURRENCY": "2"}


class Readers:
    """Ask for pages, each of which has a mark that no other page has."""

    def __init__(self, address):
        self.host = urlsplit(address).netloc
        self.marks = {}
        self.answered = self.cut = 0
        self.wrong = []
        self.lock = threading.Lock()

    def read(self, connection, path):
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()

    def warm(self):
        """Every process makes every page once, so that all of them have copies."""
        for _ in range(20):
            with closing(HTTPConnection(self.host, timeout=60)) as connection:
                for path in PAGES:
                    status, text = self.read(connection, path)
                    assert status == 200, (path, status, text)
                    self.marks[path] = text[:400]

    def read_for(self, seconds, while_they_read):
        until = time.monotonic() + seconds
        threads = [threading.Thread(target=self.one_reader, args=[until]) for _ in range(READERS)]
        for thread in threads:
            thread.start()
        while_they_read(until)
        for thread in threads:
            thread.join()
        return self

    def one_reader(self, until):
        connection = HTTPConnection(self.host, timeout=60)
        while time.monotonic() < until:
            for path in PAGES:
                try:
                    status, text = self.read(connection, path)
                except (OSError, HTTPException):
                    connection.close()
                    with self.lock:
                        self.cut += 1
                    continue
                with self.lock:
                    self.answered += 1
                    if status != 200 or text[:400] != self.marks[path]:
                        self.wrong.append(f"{path}: {status}")
        connection.close()


def kill_workers(server, place):
    def kill(until):
        while time.monotonic() < until - 2:
            time.sleep(5)
            workers = subprocess.check_output(["pgrep", "-P", str(server.process.pid)], text=True)
            os.kill(int(workers.split()[0]), signal.SIGKILL)

    return kill


def restart(server, place):
    def again(until):
        while time.monotonic() < until - 5:
            time.sleep(5)
            server.stop()
            server.start()

    return again


def take_database_away(server, outage):
    def away(until):
        time.sleep(2)
        with outage.away():
            time.sleep(max(1, until - time.monotonic() - 5))

    return away


def fill_disk(server, place):
    def fill(until):
        time.sleep(2)
        with open(place.var / "everything", "wb") as file:
            try:
                while True:
                    file.write(b"0" * 65536)
                    file.flush()
            except OSError:
                pass
        ended = place.python("manage.py", "shell", "--no-imports", "--command", END)
        assert ended.returncode, "the disk was not full"
        time.sleep(max(0, until - time.monotonic() - 5))
        (place.var / "everything").unlink()

    return fill


END = "from articles.models import Edition; [Edition.end() for _ in range(1000)]"


def measured(name, place, fault, seconds):
    with place.server() as server:
        readers = Readers(server.address)
        readers.warm()
        readers.read_for(seconds, fault(server, place))
        line = f"| {name} | {readers.answered} | {readers.cut} | {len(readers.wrong)} |"
        print(line, *sorted(set(readers.wrong))[:5], flush=True)
        return line


def on_each_database(folder, seconds):
    place = make_small_paper(Two(folder / "paper", f"sqlite:///{folder}/paper/newsroom.sqlite3"))
    yield measured("`kill -9` of a worker every 5 s", place, kill_workers, seconds)
    yield measured("restart behind the open socket every 5 s", place, restart, seconds)
    with failing(place) as outage:
        yield measured(
            "SQLite locked", outage.place, lambda server, _place: take_database_away(server, outage), seconds
        )
    with postgresql() as address, failing(make_small_paper(Two(folder / "other", address))) as outage:
        yield measured(
            "PostgreSQL stopped", outage.place, lambda server, _place: take_database_away(server, outage), seconds
        )


def on_small_disk(folder, seconds):
    """Mounted for this process alone."""
    mounted = f"mount -t tmpfs -o size={SMALL_DISK} none {folder} && exec {sys.executable} -m docs.measure_faults disk"
    printed = subprocess.check_output(["unshare", "-rm", "sh", "-c", f"{mounted} {folder} {seconds}"], text=True)
    print(printed, end="")
    yield printed.strip()


def disk(folder, seconds):
    place = make_small_paper(Two(folder / "paper", f"sqlite:///{folder}/paper/newsroom.sqlite3"))
    measured("disk full in `var/`", place, fill_disk, seconds)


@contextmanager
def folders():
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        for name in ("paper", "other"):
            Path(one, name).mkdir()
        yield Path(one), Path(other)


def main(seconds=None):
    with folders() as (folder, small):
        lines = [*on_each_database(folder, seconds or SECONDS), *on_small_disk(small, seconds or SECONDS)]
    section = [
        HEADING,
        f"Measured by `python -m docs.measure_faults`: {READERS} readers without a pause for {SECONDS} s each, two",
        "gunicorn processes, on the machine that serves. Cut: what was in flight when a process was killed.\n",
        "| fault | answers | cut | wrong |",
        "|---|--:|--:|--:|",
        *lines,
    ]
    if seconds is None:
        write_section(HEADING, "\n".join(section))


if __name__ == "__main__":
    if sys.argv[1:2] == ["disk"]:
        Path(sys.argv[2], "paper").mkdir()
        disk(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main(*map(int, sys.argv[1:]))
