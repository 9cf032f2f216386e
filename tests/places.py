"""Papers of their own for tests that need a whole one: a folder, a database, the commands of the
operator, and gunicorn in front of it."""

import os
import shutil
import socket
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.db import connection

from tests.gunicorn_process import GunicornProcess
from tests.hand import ROOT, Hand

GUNICORN = Path(sys.executable).with_name("gunicorn")


class Place:
    def __init__(self, folder, database_url):
        self.var = Path(folder)
        self.database_url = database_url

    @property
    def environment(self):
        return os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.live_settings",
            "VAR": str(self.var),
            "DATABASE_URL": self.database_url,
            "SITE_URL": "http://127.0.0.1:8000",
            "WEB_CONCURRENCY": "1",
        }

    def python(self, *arguments, **options):
        return subprocess.run(
            [sys.executable, *map(str, arguments)],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            **options,
        )

    def manage(self, *arguments):
        done = self.python("manage.py", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def refusal(self, *arguments):
        """What a command says that does not do it."""
        done = self.python("manage.py", *arguments)
        assert done.returncode == 1, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done.stderr.strip()

    @contextmanager
    def served(self):
        """The address of gunicorn in front of this paper."""
        with self.server() as server:
            yield server.address

    @contextmanager
    def server(self):
        # It listens before gunicorn starts, so that nobody has to wait for it.
        with closing(socket.create_server(("127.0.0.1", 0))) as listener:
            server = Server(self, listener)
            server.start()
            try:
                yield server
            finally:
                server.stop()

    @contextmanager
    def hand(self):
        """Somebody who does what is told line by line, and says what the last expression comes to."""
        hand = Hand(self.environment)

        def do(line):
            before, _, asked = line.rpartition(";")
            return hand.ask(f"{AT_HAND}\n{before}\nprint({asked})").strip()

        try:
            yield do
        finally:
            hand.close()


AT_HAND = """
from django.utils import timezone
from articles.models import *
"""


class Server(GunicornProcess):
    """gunicorn in front of a paper. It can fall and be started again, and keeps its address."""

    def __init__(self, place, listener):
        self.place, self.listener = place, listener
        self.address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        self.log = place.var / f"gunicorn-{listener.getsockname()[1]}.log"

    def start(self):
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                [GUNICORN, "--bind", f"fd://{self.listener.fileno()}"],
                cwd=ROOT,
                env=self.place.environment,
                pass_fds=[self.listener.fileno()],
                stderr=log,
                start_new_session=True,
            )


@contextmanager
def postgresql():
    """The address of a new, empty database on the PostgreSQL server."""
    name = f"newsroom_place_{uuid4().hex}"
    with closing(server()) as connected:
        connected.execute(f"CREATE DATABASE {name}")
        facts = connected.info
        user = f"{facts.user}:{facts.password}" if facts.password else facts.user
        try:
            yield f"postgres://{user}@{facts.host}:{facts.port}/{name}"
        finally:
            connected.execute(f"DROP DATABASE {name} WITH (FORCE)")


def server():
    """A connection to the server of `DATABASE_URL`, or to the one that `.ci/run` uses. Without any
    the test skips, and on CI it fails."""
    named = os.environ.get("DATABASE_URL", "")
    if not named.startswith("postgres"):
        named = os.environ.get("POSTGRESQL", "postgres://postgres@127.0.0.1:5432")
    address = "/".join([*named.split("/")[:3], "postgres"])
    try:
        return psycopg.connect(address, autocommit=True, connect_timeout=5)
    except psycopg.OperationalError as error:
        if os.environ.get("CI"):
            pytest.fail(str(error))
        pytest.skip(f"no PostgreSQL server answers: {error}")


@contextmanager
def empty_place(folder):
    """A place with an empty database, of the kind that the tests run on."""
    folder.mkdir(parents=True)
    if connection.vendor == "sqlite":
        yield Place(folder, f"sqlite:///{folder / 'newsroom.sqlite3'}")
        return
    with postgresql() as address:
        yield Place(folder, address)


def make_small_paper(place):
    done = place.python("-m", "tests.small_paper")
    assert done.returncode == 0, done.stderr
    return place


def copied(folder, target):
    return Path(shutil.copytree(folder, target))
