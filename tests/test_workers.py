"""What readers know already is known to every worker, and after a restart too: asked of real gunicorn processes."""

import os
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

ROOT = Path(__file__).resolve().parent.parent
STORY = """
from django.utils import timezone
from articles.models import Article, Author, Byline, Section
story = Article.objects.create(
    headline="Un titre", body="<p>Un texte.</p>", published_at=timezone.now(),
    section=Section.objects.create(name="Ville", slug="ville"),
)
for name in ("Anne", "Bastien"):
    Byline.objects.create(article=story, author=Author.objects.create(name=name, slug=name.lower()))
story.tags.add("port", "vent", "gare")
"""

pytestmark = [pytest.mark.slow, pytest.mark.once]


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """A small paper of its own, on a SQLite file."""
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "tests.live_settings",
        "VAR": str(tmp_path_factory.mktemp("paper")),
        "SITE_URL": "http://127.0.0.1:1",
        "WEB_CONCURRENCY": "1",
    }
    for words in (
        ["migrate", "--verbosity", "0"],
        ["shell", "--verbosity", "0", "--command", STORY],
    ):
        subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, env=environment, check=True)
    return environment


@contextmanager
def worker(environment):
    """The address of a server of one worker process, until the block ends."""
    # The socket is open before gunicorn is: an early request waits for it.
    with socket.create_server(("127.0.0.1", 0)) as listener:
        command = [sys.executable, "-m", "gunicorn", "--bind", f"fd://{listener.fileno()}", "--log-level", "error"]
        server = subprocess.Popen(command, cwd=ROOT, env=environment, pass_fds=[listener.fileno()])
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    try:
        yield address
    finally:
        server.terminate()
        server.wait(timeout=60)


def ask(address, headers):
    """Status and headers; 304 is no error here."""
    try:
        with urlopen(Request(address, headers=headers), timeout=60) as response:
            return response.status, response.headers
    except HTTPError as answer:
        with answer:
            return answer.code, answer.headers


@pytest.mark.parametrize("encoding", ["identity", "br"])
def test_a_feed_or_page_known_from_one_worker_is_known_to_the_next(environment, encoding):
    paths = ["latest/feed.rss", "latest/feed.atom", "sections/ville/feed.json", "sitemap-news.xml", ""]
    with worker(environment) as address:
        known = {}
        for path in paths:
            status, headers = ask(f"{address}/{path}", {"Accept-Encoding": encoding})
            assert status == 200
            known[path] = headers["ETag"]
    with worker(environment) as address:
        for path in paths:
            asked = {"Accept-Encoding": encoding, "If-None-Match": known[path]}
            assert ask(f"{address}/{path}", asked)[0] == 304, path
            assert ask(f"{address}/{path}", {"If-None-Match": 'W/"another"'})[0] == 200
