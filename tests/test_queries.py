"""A page asks the database a few questions, and as many of a large paper as of a small one."""

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.making import PAGES, Paper

pytestmark = pytest.mark.django_db
MOST = 9


@pytest.fixture(scope="module")
def counts(django_db_setup, django_db_blocker):
    """How many questions each page asks, of a small paper and of one ten times as large."""
    counted = {}
    with django_db_blocker.unblock():
        for times in (1, 10):
            with transaction.atomic():
                for name, address in Paper(times).addresses.items():
                    with CaptureQueriesContext(connection) as asked:
                        Client().get(address)
                    counted[name, times] = [query["sql"] for query in asked]
                transaction.set_rollback(True)
    return counted


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_nine_questions_at_most(counts, page):
    assert len(counts[page, 1]) <= MOST, "\n".join(counts[page, 1])


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_as_many_questions_of_a_large_paper(counts, page):
    assert len(counts[page, 10]) == len(counts[page, 1]), "\n".join(counts[page, 10])


@pytest.mark.parametrize("page", PAGES)
def test_no_page_counts_or_skips_rows(counts, page):
    for query in counts[page, 10]:
        assert "OFFSET" not in query.replace("OFFSET 0", "") or "newest" in query, query
        assert "COUNT(*)" not in query, query
