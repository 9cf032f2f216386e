"""Many write while many read, on SQLite and gunicorn as `make run` has them: is a word lost, does anything fail?

python -m docs.measure_writers            20 writers and 50 readers for 60 seconds; writes docs/performance.md
python -m docs.measure_writers SECONDS    for as long; writes nothing

Each writer types into an article of their own: the desk keeps it every five seconds or so, and every fourth time it is
saved. At the end each article and draft must hold the last words that the server acknowledged.
"""

import json
import statistics
import sys
import tempfile
import threading
import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from docs.report import write_section
from tests.demo_site import DemoSite

HEADING = "## Writers and readers at once\n"
WRITERS, READERS, SECONDS = 20, 50, 60
EVERY = 5.1
HERE = "two cores, SQLite and two gunicorn processes"

BEGIN = """
import json
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from articles.models import Article, Role, Section, User
section, _new = Section.objects.get_or_create(name="Mer", slug="mer")
begun = []
for number in range({writers}):
    user = User.objects.create(username=f"writer-{{number}}", is_staff=True)
    user.groups.add(Role.objects.get(name="Secrétaire de rédaction"))
    article = Article.objects.create(headline=f"Article {{number}}", section=section, created_by=user)
    article.publish()
    session = SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session.create()
    begun.append([article.pk, article.get_absolute_url(), session.session_key])
print(json.dumps(begun))
"""
FOUND = """
import json
from articles.models import Article, Draft
drafts = dict(Draft.objects.values_list("article", "data__standfirst"))
print(json.dumps([[a.pk, drafts.get(a.pk), a.standfirst, a.version] for a in Article.objects.all()]))
"""


class Client:
    """One connection that stays open, as a browser's does."""

    def __init__(self, address, session=""):
        self.host = urlsplit(address).netloc
        self.connection = HTTPConnection(self.host, timeout=60)
        self.cookies = {"desk_session": session} if session else {}
        self.times, self.faults = [], []

    def ask(self, method, path, expected, words=None):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if words is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": self.token}
        began = time.perf_counter()
        try:
            self.connection.request(method, path, urlencode(words) if words is not None else None, headers)
            response = self.connection.getresponse()
            body = response.read()
        except OSError as error:
            self.faults.append(f"{method} {path}: {error!r}")
            self.connection = HTTPConnection(self.host, timeout=60)
            return None
        self.times.append(time.perf_counter() - began)
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        if response.status != expected:
            self.faults.append(f"{method} {path}: {response.status}")
            return None
        return body


class Writer(Client):
    def __init__(self, address, pk, session):
        super().__init__(address, session)
        self.pk, self.turn, self.version = pk, 0, 0
        self.kept, self.saved, self.token = "", "", ""

    def write(self, until):
        desk = f"/admin/articles/article/{self.pk}"
        self.token = json.loads(self.ask("GET", f"{desk}/draft/", 200))["token"]
        while time.monotonic() < until:
            self.turn += 1
            words = f"Mot {self.turn}. " + "Le bac a repris la mer. " * 40
            marks = {"_version": self.version, "_tab": f"tab-{self.pk}", "_turn": self.turn, "_writing": 1}
            form = {"headline": f"Article {self.pk}", "standfirst": words, "body": "", "genre": "news"}
            if self.turn % 4:
                if self.ask("POST", f"{desk}/draft/", 200, form | marks):
                    self.kept = words.strip()
            elif self.ask("POST", f"{desk}/change/", 302, form | marks | {"section": 1, "change": "typo"}) is not None:
                self.saved, self.kept = words.strip(), ""
                self.version += 1
            time.sleep(EVERY)


def main():
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    with tempfile.TemporaryDirectory() as var:
        paper = DemoSite(Path(var))
        paper.manage("migrate", "--verbosity", "0")
        paper.manage("collectstatic", "--no-input", "--verbosity", "0")
        with paper.served() as site:
            writers, readers = run(site, json.loads(site.ask(BEGIN.format(writers=WRITERS))), seconds)
            lost = losses(writers, json.loads(site.ask(FOUND)))
    told = report(writers, readers, lost, seconds)
    print(told)
    if len(sys.argv) == 1:
        write_section(HEADING, told)
    if lost or any(client.faults for client in writers + readers):
        sys.exit(1)


def run(site, begun, seconds):
    until = time.monotonic() + seconds
    writers = [Writer(site.address, pk, session) for pk, _address, session in begun]
    readers = [Client(site.address) for _ in range(READERS)]
    pages = ["/", "/latest/", "/latest/feed.rss", *(address for _pk, address, _session in begun)]

    def read(reader, place):
        while time.monotonic() < until:
            place += 1
            reader.ask("GET", pages[place % len(pages)], 200)

    threads = [threading.Thread(target=writer.write, args=[until]) for writer in writers]
    threads += [threading.Thread(target=read, args=[reader, place]) for place, reader in enumerate(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return writers, readers


def losses(writers, found):
    """What the server had acknowledged and does not hold."""
    stored = {pk: facts for pk, *facts in found}
    for writer in writers:
        draft, standfirst, version = stored[writer.pk]
        if writer.kept and draft is None or writer.kept and draft.strip() != writer.kept:
            yield f"the draft of {writer.pk}"
        if writer.saved and (standfirst != writer.saved or version != writer.version):
            yield f"the text of {writer.pk}"


def report(writers, readers, lost, seconds):
    faults = [fault for client in writers + readers for fault in client.faults]
    lost = list(lost)
    lines = [
        HEADING,
        f"Measured by `python -m docs.measure_writers` on {HERE}: {WRITERS} writers, each kept every {EVERY} s and",
        f"saved every fourth time, and {READERS} readers who ask without a pause, for {seconds} s, on the machine that",
        "serves.\n",
        "| | requests | median ms | slowest ms |",
        "|---|--:|--:|--:|",
        line("writers", writers),
        line("readers", readers),
        f"\nErrors: {len(faults)}. Acknowledged words that were lost: {len(lost)}.\n",
        *faults[:5],
        *lost,
    ]
    return "\n".join(lines)


def line(name, clients):
    times = [1000 * took for client in clients for took in client.times]
    return f"| {name} | {len(times)} | {statistics.median(times):.0f} | {max(times):.0f} |"


if __name__ == "__main__":
    main()
