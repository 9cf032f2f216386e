"""The demo paper, served by gunicorn as an operator would serve it: for the browser's tests and for the screenshots."""

import os
import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import psycopg
from psycopg.sql import SQL, Identifier

from tests.gunicorn_process import GunicornProcess
from tests.hand import ROOT, hand_of

LOG_IN = """
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from articles.models import Role, User
user, _new = User.objects.get_or_create(username="{username}", defaults={facts})
user.groups.set(Role.objects.filter(name="{role}"))
session = SessionStore()
session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
session.create()
print(settings.SESSION_COOKIE_NAME, session.session_key)
"""


END_THE_EDITION = "from articles.models import Edition; Edition.end()"


@dataclass(frozen=True)
class DemoSite:
    """Where the paper lives: a folder, and a database that is in the folder too unless it is named."""

    var: Path
    database_url: str = ""
    address: str = "http://127.0.0.1"

    def load(self):
        self.manage("migrate", "--verbosity", "0")
        self.manage("collectstatic", "--no-input", "--verbosity", "0")
        self.manage("demo")

    @contextmanager
    def copied(self, var):
        """A site like this one, to be changed; its database, if it is not in the folder, is gone after the block."""
        shutil.copytree(self.var, var)
        copy = DemoSite(var, self.database_url and f"{self.database_url}_{os.getpid()}_{var.name}")
        drop_database(copy.database_url)
        administer("CREATE DATABASE {} TEMPLATE {}", copy.database_url, self.database_url)
        yield copy
        drop_database(copy.database_url)

    @contextmanager
    def served(self, host="127.0.0.1"):
        """The site at an address of its own, until the block ends."""
        with self.server(host) as server:
            yield server.site

    @contextmanager
    def server(self, host="127.0.0.1"):
        # The socket is open before gunicorn is: nobody can take the port meanwhile, and an early request waits.
        with socket.create_server(("127.0.0.1", 0)) as listener:
            site = DemoSite(self.var, self.database_url, f"http://{host}:{listener.getsockname()[1]}")
            server = Server(site, listener)
            server.start()
            try:
                yield server
            finally:
                server.stop()

    def log_in(self, username, role=""):
        """The cookie of somebody who is logged in at the desk: a superuser, unless a role says otherwise."""
        facts = {"is_staff": True, "is_superuser": not role}
        name, key = self.ask(LOG_IN.format(username=username, facts=facts, role=role)).split()
        return {"name": name, "value": key, "url": f"{self.address}/admin/"}

    def ask(self, code):
        """What Python code prints that runs inside the site; what it changes, readers see."""
        return hand_of(tuple(self.environment.items())).ask(f"{code}\n{END_THE_EDITION}")

    def manage(self, *words):
        command = [sys.executable, "manage.py", *words]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout

    @property
    def environment(self):
        """Nothing else of our own environment, which may hold another paper's settings."""
        own = {"PATH": os.environ["PATH"], "VAR": str(self.var), "SITE_URL": self.address}
        return own | ({"DATABASE_URL": self.database_url} if self.database_url else {})


class Server(GunicornProcess):
    """gunicorn before a site. It can fall and be started again, and keeps its address."""

    def __init__(self, site, listener):
        self.site, self.listener = site, listener

    def start(self):
        gunicorn = [sys.executable, "-m", "gunicorn", "--bind", f"fd://{self.listener.fileno()}"]
        self.process = subprocess.Popen(
            [*gunicorn, "--log-level", "warning"],
            cwd=ROOT,
            env=self.site.environment,
            pass_fds=[self.listener.fileno()],
            start_new_session=True,
        )
        urlopen(f"{self.site.address}/readyz", timeout=60).close()


def create_database(url):
    drop_database(url)
    administer("CREATE DATABASE {}", url)


def drop_database(url):
    administer("DROP DATABASE IF EXISTS {} WITH (FORCE)", url)


def administer(order, *urls):
    """Give an order to the PostgreSQL server of these databases; without an address there is none."""
    if urls[0]:
        server, names = urlsplit(urls[0]), [Identifier(urlsplit(url).path[1:]) for url in urls]
        with psycopg.connect(server._replace(path="/postgres").geturl(), autocommit=True) as connection:
            connection.execute(SQL(order).format(*names))
