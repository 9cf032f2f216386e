"""A paper moves from SQLite to PostgreSQL with every row of every table, or not at all."""

import json
import sqlite3
from contextlib import closing

import psycopg
import pytest

from tests.places import Place, copied, make_small_paper, postgresql

pytestmark = pytest.mark.once


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    folder = tmp_path_factory.mktemp("original") / "var"
    folder.mkdir()
    return make_small_paper(Place(folder, f"sqlite:///{folder / 'newsroom.sqlite3'}"))


@pytest.fixture
def paper(original, tmp_path):
    """A copy of the paper, to be spoilt."""
    folder = copied(original.var, tmp_path / "var")
    return Place(folder, f"sqlite:///{folder / 'newsroom.sqlite3'}")


@pytest.fixture
def target():
    with postgresql() as address:
        yield address


def rows(place):
    """Every row of every model, as Django's own dump tells them, and how many of each."""
    dump = json.loads(place.manage("dumpdata", "--all", "--exclude", "sessions"))
    return {f"{row['model']} {row['pk']}": row["fields"] for row in dump}


def asked(address, query):
    with closing(psycopg.connect(address)) as connection:
        return connection.execute(query).fetchall()


def assert_new_rows_get_the_next_number(address):
    columns = asked(
        address,
        "SELECT table_name, pg_get_serial_sequence(quote_ident(table_name), 'id') FROM information_schema.columns"
        " WHERE table_schema = 'public' AND column_name = 'id' AND is_identity = 'YES'",
    )
    assert len(columns) > 15
    for table, sequence in columns:
        numbers = f"SELECT (SELECT coalesce(max(id), 0) FROM {table}), nextval('{sequence}')"
        ((highest, following),) = asked(address, numbers)
        assert following == highest + 1, table


def number_of_tables(address):
    return asked(address, "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'")[0][0]


def test_every_row_of_every_model_arrives(original, target):
    report = original.manage("move_database", target)
    moved = Place(original.var, target)
    before, after = rows(original), rows(moved)
    assert after == before
    models = {name.split()[0] for name in before}
    assert {"articles.article", "articles.user", "articles.taggedarticle", "admin.logentry", "auth.group"} <= models
    for relation in ("picks", "groups", "permissions"):
        assert any(fields.get(relation) for fields in before.values())
    assert "articles_article_picks" in report
    assert_new_rows_get_the_next_number(target)
    assert "tables already" in original.refusal("move_database", target)


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        # SQLite lets a text be longer than its column and refer to what is not there.
        (f"UPDATE articles_article SET kicker = '{'x' * 81}' WHERE id = 3", "articles_article 3: value too long"),
        ("UPDATE articles_article SET section_id = 77 WHERE id = 3", "violates foreign key"),
    ],
)
def test_a_paper_that_does_not_fit_is_not_moved_at_all(paper, target, spoilt, told):
    with closing(sqlite3.connect(paper.var / "newsroom.sqlite3")) as connection:
        connection.execute(spoilt)
        connection.commit()
    assert told in paper.refusal("move_database", target)
    assert number_of_tables(target) == 0


def test_an_address_that_is_no_postgresql_is_refused(original):
    assert "begins with postgres:" in original.refusal("move_database", "sqlite:////nowhere/x.sqlite3")
