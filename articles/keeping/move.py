"""Moving a paper's rows to a PostgreSQL database, and proving that all of them arrived.

Everything, tables included, happens in one transaction: what fails leaves nothing behind. Values are
compared as Django's serializers write them, so that two kinds of database are told apart by content only.
"""

import json
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b

from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import DatabaseError, OperationalError, connection, connections, transaction
from django.db.utils import ConnectionHandler

from articles import database
from articles.keeping import Trouble
from articles.keeping.indexing import index_all

TARGET = "target"
CHUNK = 500
# Everybody logs in again.
LEFT_BEHIND = {Session}


@dataclass(frozen=True)
class Moved:
    """A table that is the same on both sides."""

    table: str
    rows: int
    digest: str


def move(address, say=lambda words: None):
    """Returns a `Moved` for each table. Raises `Trouble`, and then the target is as it was."""
    with target_database(address) as target:
        refuse_content(target)
        # The paper stands still meanwhile: on SQLite this keeps all others from writing.
        with transaction.atomic(), transaction.atomic(using=TARGET):
            make_tables(target, say)
            for model in models():
                say(f"{model._meta.db_table} …")
                copy_rows(model)
            set_sequences(target)
            check_references(target)
            say("Indexing …")
            index_all(TARGET)
            say("Comparing …")
            return [compared(model) for model in models()]


@contextmanager
def target_database(address):
    """A second connection, known to Django as long as the block lasts."""
    try:
        settings = database.named(address, setting="The address")
    except ImproperlyConfigured as error:
        raise Trouble(error) from None
    if settings["ENGINE"] == database.SQLITE:
        raise Trouble("A paper is moved to PostgreSQL: the address begins with postgres:.")
    # A handler of its own fills in what Django expects beside.
    connections.settings[TARGET] = ConnectionHandler({"default": {}, TARGET: settings}).settings[TARGET]
    try:
        connections[TARGET].ensure_connection()
        yield connections[TARGET]
    except OperationalError as error:
        raise Trouble(database.sentence(error)) from error
    finally:
        connections[TARGET].close()
        del connections[TARGET], connections.settings[TARGET]


def refuse_content(target):
    if target.introspection.table_names():
        raise Trouble("The database has tables already; a paper is moved into an empty one only.")


def models():
    """Every model with a table, those behind many-to-many fields too."""
    found = apps.get_models(include_auto_created=True)
    return [model for model in found if model._meta.managed and not model._meta.proxy and model not in LEFT_BEHIND]


def unmoved_tables():
    """Tables of this paper that no model stands for."""
    known = {model._meta.db_table for model in [*models(), *LEFT_BEHIND]}
    # What is in the cache is forgotten within minutes anyway.
    unneeded = {"django_migrations", database.CACHE_TABLE}
    tables = set(connection.introspection.table_names()) - known - unneeded
    # The words of the search are written anew.
    return sorted(table for table in tables if not table.startswith("articles_words"))


def make_tables(target, say):
    say("Making the tables …")
    with target.cursor() as cursor:
        # A table cannot be altered while checks of its rows are pending.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        call_command("migrate", database=TARGET, verbosity=0, interactive=False)
        # Rows may come before those that they refer to.
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        # What migrations wrote themselves (permissions, content types) comes with other ids.
        tables = ", ".join(target.ops.quote_name(model._meta.db_table) for model in models())
        cursor.execute(f"TRUNCATE {tables}")


def copy_rows(model):
    """As stored: no default, no correction, no date of today."""
    for row in rows_of(model, "default"):
        try:
            row.save_base(raw=True, using=TARGET, force_insert=True)
        except (DatabaseError, ValueError) as error:
            place = f"{model._meta.db_table} {row.pk}"
            raise Trouble(f"{place}: {' '.join(str(error).split())} Nothing was moved.") from error


def rows_of(model, alias):
    return model._base_manager.using(alias).order_by("pk").iterator(chunk_size=CHUNK)


def set_sequences(target):
    """The next new row gets the next free number."""
    with target.cursor() as cursor:
        for statement in target.ops.sequence_reset_sql(no_style(), models()):
            cursor.execute(statement)


def check_references(target):
    try:
        target.check_constraints()
    except DatabaseError as error:
        raise Trouble(f"{' '.join(str(error).split())} Nothing was moved.") from error


def compared(model):
    table = model._meta.db_table
    rows, digest = fingerprint(model, "default")
    if (rows, digest) != fingerprint(model, TARGET):
        raise Trouble(f"{table} did not arrive as it was. Nothing was moved.")
    return Moved(table, rows, digest)


def fingerprint(model, alias):
    """How many rows, and the sum of their hashes: two databases may order words differently."""
    total = rows = 0
    for row in rows_of(model, alias):
        rows += 1
        total += int.from_bytes(blake2b(row_as_text(row).encode(), digest_size=16).digest())
    return rows, f"{total % 2**128:032x}"


def row_as_text(row):
    values = [(field, field.value_from_object(row)) for field in row._meta.concrete_fields]
    told = [None if value is None else field.value_to_string(row) for field, value in values]
    return json.dumps(told, sort_keys=True, default=str)
