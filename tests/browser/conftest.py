"""A reader: Chromium before the demo paper, which gunicorn serves."""

import fcntl
import json
import os
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
import pytest
from playwright.sync_api import expect
from psycopg.sql import SQL, Identifier

from tests.browser.pages import ADDRESSES
from tests.browser.tab import Tab
from tests.chromium import chromium
from tests.demo_site import DemoSite
from tests.programs import program

# A machine that tests is slow when it is busy; what is expected comes, or the test fails.
expect.set_options(timeout=20_000)
# The demo holds an article for a newcomer to see appear; here nothing may appear by itself.
UNSCHEDULE = """
from django.utils import timezone
from articles.models import Article
for article in Article.objects.filter(published_at__gt=timezone.now()):
    article.unpublish()
"""


@pytest.fixture(scope="session")
def paper(tmp_path_factory):
    """The demo, which takes long to load: the first worker to come loads it, the last to leave drops its database."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    paper = DemoSite(shared / "demo", own_database(os.environ.get("DATABASE_URL", "")))
    with counted(shared, 1) as readers:
        if readers == 1:
            create_database(paper.database_url)
            paper.load()
            paper.ask(UNSCHEDULE)
    yield paper
    with counted(shared, -1) as readers:
        if readers == 0:
            drop_database(paper.database_url)


@contextmanager
def counted(folder, step):
    """How many workers use the paper after this step; one worker at a time comes or leaves."""
    with open(folder / "readers", "a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        readers = int(file.read() or 0) + step
        yield readers
        file.truncate(0)
        file.write(str(readers))


def own_database(url):
    """On PostgreSQL a database beside that of the other tests; on SQLite the site's own file."""
    return f"{url}_browser" if url.startswith("postgres") else ""


def create_database(url):
    drop_database(url)
    administer(url, "CREATE DATABASE {}")


def drop_database(url):
    administer(url, "DROP DATABASE IF EXISTS {} WITH (FORCE)")


def administer(url, order):
    if url:
        server = urlsplit(url)
        with psycopg.connect(server._replace(path="/postgres").geturl(), autocommit=True) as connection:
            connection.execute(SQL(order).format(Identifier(server.path[1:])))


@pytest.fixture(scope="session")
def site(paper):
    with paper.served() as site:
        yield site


@pytest.fixture(scope="session")
def addresses(site):
    return json.loads(site.ask(ADDRESSES))


# Not for the session: while Playwright runs, its event loop keeps Django from asking the database.
@pytest.fixture(scope="module")
def browser():
    with chromium(program("chromium")) as browser:
        yield browser


@pytest.fixture
def open_tab(browser, site):
    """Opens a tab of a browser without memory; the words given are Playwright's for a new context."""
    contexts = []

    def open_tab(**settings):
        contexts.append(browser.new_context(base_url=site.address, **settings))
        return Tab(contexts[-1].new_page())

    yield open_tab
    for context in contexts:
        context.close()


@pytest.fixture
def tab(open_tab):
    return open_tab()


@pytest.fixture
def editor(tab, site, request):
    """A tab in which an editor is logged in: one for each file, since an empty draft is opened again by who left it."""
    tab.page.context.add_cookies([site.log_in(request.module.__name__.rpartition(".")[2])])
    return tab
