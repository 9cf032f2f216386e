"""A reader: Chromium before the demo paper, which gunicorn serves."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.pages import ADDRESSES
from tests.browser.tab import Tab
from tests.chromium import chromium
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
def paper(demo, tmp_path_factory):
    with demo.copied(tmp_path_factory.mktemp("browser") / "paper") as paper:
        paper.ask(UNSCHEDULE)
        yield paper


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
    with chromium(program("chromium-headless-shell", "chromium")) as browser:
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


@pytest.fixture(scope="module")
def cookie(site, request):
    """Of an editor: one for each file, since an empty draft is opened again by who left it."""
    return site.log_in(request.module.__name__.rpartition(".")[2])


@pytest.fixture
def editor(tab, cookie):
    """A tab in which an editor is logged in."""
    tab.page.context.add_cookies([cookie])
    return tab
