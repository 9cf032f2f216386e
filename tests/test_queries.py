"""A page asks the database a few questions, and as many of a large paper as of a small one."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.making import Paper

pytestmark = pytest.mark.django_db
MOST = 9


def questions(paper):
    """What each page asks."""
    asked = {}
    for name, address in paper.addresses.items():
        with CaptureQueriesContext(connection) as queries:
            Client().get(address)
        asked[name] = [query["sql"] for query in queries]
    return asked


@pytest.mark.slow
def test_every_page_asks_nine_questions_at_most_and_no_more_of_a_large_paper():
    small = questions(Paper())
    # The second paper comes on top of the first.
    large = questions(Paper(times=9))
    for page, asked in large.items():
        assert len(asked) <= MOST, (page, asked)
        assert len(asked) == len(small[page]), (page, asked)
        # Paging by number would get slower with every year of the archive.
        assert not [query for query in asked if "COUNT(*)" in query], page
        assert not [query for query in asked for number in re.findall(r"OFFSET (\d+)", query) if int(number) > 40], page
