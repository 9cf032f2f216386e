"""What is wrong with the address of the database is said in one sentence, without its password."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from articles import database
from tests.places import GUNICORN, Place

# The port that no server ever has.
UNREACHABLE = "postgres://paper:geheim@127.0.0.1:1/paper"


@pytest.mark.parametrize(
    "address",
    [
        "mysql://paper:geheim@host/paper",
        "geheim",
        "",
        "postgres://paper:geheim@host:5432/",
        "postgres://a:geheim@h:x/p",
    ],
)
def test_a_wrong_address_is_told_in_a_sentence(address):
    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_URL [^\n]*\.$") as refusal:
        database.named(address)
    assert "geheim" not in str(refusal.value)


def test_a_right_address_is_understood():
    settings = database.named("postgres://paper:p%40ss@host:5433/paper?sslmode=require&conn_max_age=5")
    assert settings["PASSWORD"] == "p@ss"
    assert settings["OPTIONS"]["sslmode"] == "require"
    assert settings["CONN_MAX_AGE"] == 5
    assert database.named("postgres://%2Frun%2Fpostgresql/paper")["HOST"] == "/run/postgresql"
    assert database.named("sqlite:////srv/paper.sqlite3")["NAME"] == "/srv/paper.sqlite3"


@pytest.mark.parametrize(
    ("address", "told"),
    [(UNREACHABLE, "Database: connection failed"), ("mysql://x/y", "Settings: DATABASE_URL must begin")],
)
def test_a_command_says_it_in_one_line(tmp_path, address, told):
    refusal = Place(tmp_path, address).refusal("showmigrations")
    assert refusal.startswith(told) and "\n" not in refusal and "geheim" not in refusal


def test_gunicorn_says_it_and_does_not_start(tmp_path):
    started = f"import os; os.execv({str(GUNICORN)!r}, ['gunicorn', '--bind', '127.0.0.1:0'])"
    done = Place(tmp_path, UNREACHABLE).python("-W", "ignore", "-c", started, timeout=30)
    assert done.returncode != 0
    assert "Database: connection failed" in done.stderr and "Traceback" not in done.stderr
