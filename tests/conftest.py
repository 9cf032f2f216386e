import fcntl
import os
import shutil
from contextlib import contextmanager
from hashlib import blake2b
from importlib import import_module
from pathlib import Path

import hypothesis
import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test import Client

from tests.demo_site import DemoSite, create_database, drop_database
from tests.making import Paper, make_editor
from tests.reader import Reader

# Machines here are noisy: an example may take long without being slow.
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("long", deadline=None, max_examples=2000)
hypothesis.settings.load_profile("here")

HERE = Path(__file__).parent
# What takes longest comes first, so that no worker ends long after the other. The first file loads the demo, and
# those that follow up to the next of the browser do without it meanwhile.
LONGEST = """
    browser/test_axe
    test_leaks test_desk_days test_move_database test_language test_rights test_workers test_structured_data
    browser/test_body_editor browser/test_login browser/test_desk_pages browser/test_day browser/test_reading
    test_rehearsal browser/test_arrivals browser/test_photo_library test_restore browser/test_new_articles
    test_bad_files test_demo test_queries
""".split()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    places = {HERE / f"{name}.py": place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path, len(places)))


class ReadersClient(Client):
    """Saves each public page it reads below `SAVED_PAGES`, where the HTML checker finds them all."""

    def request(self, **request):
        response = super().request(**request)
        if response.streaming:
            # Files are read at once, so that none stays open: they are closed when they end.
            response.streaming_content = [b"".join(response.streaming_content)]
        folder = os.environ.get("SAVED_PAGES")
        if folder and is_public_page(request["PATH_INFO"], response):
            Path(folder).mkdir(parents=True, exist_ok=True)
            name = blake2b(response.content, digest_size=8).hexdigest()
            Path(folder, f"{name}.html").write_bytes(response.content)
        return response


def is_public_page(path, response):
    return (
        not path.startswith("/admin/")
        and not response.streaming
        and response.get("Content-Type", "").startswith("text/html")
        and not response.has_header("Content-Encoding")
        and response.content
    )


@pytest.fixture
def client():
    return ReadersClient()


@pytest.fixture
def reader(tmp_path):
    return Reader(tmp_path / "copies")


@pytest.fixture
def desk(db):
    """A browser in which somebody who may do everything is logged in."""
    browser = ReadersClient()
    browser.force_login(make_editor())
    return browser


@pytest.fixture(scope="module")
def roles_afterwards(django_db_setup, django_db_blocker):
    """A test with transactions of its own leaves every table empty; the files that come after need the roles that a
    migration made."""
    yield
    with django_db_blocker.unblock():
        import_module("articles.migrations.0002_grant_roles").grant(apps, connection.schema_editor())


@pytest.fixture(scope="session")
def pages(django_db_setup, django_db_blocker):
    """The response of every kind of page, read once from one small paper that is gone again."""
    with django_db_blocker.unblock(), transaction.atomic():
        read = {name: ReadersClient().get(address) for name, address in Paper().addresses.items()}
        transaction.set_rollback(True)
    return read


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The demo paper as it is loaded, which takes long: the first worker to come does it, and the last to leave drops
    its database. Whoever would change it takes a copy."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    url = os.environ.get("DATABASE_URL", "")
    # On PostgreSQL a database beside that of the other tests; on SQLite the site's own file.
    demo = DemoSite(shared / "demo", f"{url}_demo" if url.startswith("postgres") else "")
    with counted(shared, 1) as readers:
        if readers == 1:
            create_database(demo.database_url)
            load(demo, os.environ.get("KEPT_DEMO"))
    yield demo
    with counted(shared, -1) as readers:
        if readers == 0:
            drop_database(demo.database_url)
            # Somebody may come later still, who loads it again.
            shutil.rmtree(demo.var)


def load(demo, kept):
    """From the folder where an earlier run has kept it, if one has: drawing the pictures takes a minute or two."""
    if not kept or not Path(kept).exists():
        demo.load()
        if kept and not demo.database_url:
            shutil.copytree(demo.var, kept)
        return
    shutil.copytree(kept, demo.var)
    if demo.database_url:
        DemoSite(demo.var).manage("move_database", demo.database_url)


@contextmanager
def counted(folder, step):
    """How many workers use the demo after this step; one worker at a time comes or leaves."""
    with open(folder / "readers", "a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        readers = int(file.read() or 0) + step
        yield readers
        file.truncate(0)
        file.write(str(readers))
