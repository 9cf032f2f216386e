"""The whole database as one file, and back, for both kinds of database."""

import os
import sqlite3
import subprocess
from contextlib import closing

from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from articles.keeping import Trouble

SQLITE, POSTGRESQL = "sqlite", "postgresql"
FILES = {SQLITE: "database.sqlite3", POSTGRESQL: "database.pgdump"}
# How the programs of PostgreSQL are told what Django knows as OPTIONS.
SSL = {"sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT", "sslcert": "PGSSLCERT", "sslkey": "PGSSLKEY"}


def copy(folder, queryset):
    """Copy the database of a running paper into a folder. Returns the file, and the rows of a queryset
    as they stand in it: a picture uploaded meanwhile belongs to the next backup."""
    path = folder / FILES[connection.vendor]
    if connection.vendor == SQLITE:
        return path, copy_sqlite(path, queryset)
    return path, dump_postgresql(path, queryset)


def load(path):
    """Fill an empty database with the copy."""
    if connection.vendor == SQLITE:
        with closing(sqlite3.connect(path)) as source:
            connection.ensure_connection()
            source.backup(connection.connection)
    else:
        name = connection.settings_dict["NAME"]
        call(
            "pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", "--no-acl", f"--dbname={name}", path
        )
    # What this connection knows of the database is of the time before.
    connection.close()


def tables():
    return connection.introspection.table_names()


def applied_migrations():
    return sorted(".".join(migration) for migration in MigrationRecorder(connection).applied_migrations())


def copy_sqlite(path, queryset):
    """SQLite's online copy; readers and writers go on meanwhile."""
    connection.ensure_connection()
    try:
        with closing(sqlite3.connect(path)) as target:
            connection.connection.backup(target)
            # One file without companions.
            target.execute("PRAGMA journal_mode=DELETE")
            verdict = target.execute("PRAGMA quick_check").fetchone()[0]
            rows = target.execute(str(queryset.query)).fetchall()
    except sqlite3.Error as error:
        raise Trouble(f"The database could not be copied: {error}") from error
    if verdict != "ok":
        raise Trouble(f"The database is damaged: {verdict}")
    return rows


def dump_postgresql(path, queryset):
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            cursor.execute("SELECT pg_export_snapshot()")
            state = cursor.fetchone()[0]
        call("pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--snapshot={state}", f"--file={path}")
        return list(queryset)


def call(program, *arguments):
    environment = os.environ | server(connection.settings_dict)
    try:
        done = subprocess.run([program, *arguments], check=False, env=environment, capture_output=True, text=True)
    except FileNotFoundError:
        raise Trouble(f"{program} is not installed; Debian has it in postgresql-client.") from None
    if done.returncode:
        raise Trouble(" ".join(done.stderr.split()) or f"{program} could not finish: it ended with {done.returncode}.")


def server(settings):
    """Where the database is, for a program of PostgreSQL; a command line would show the password."""
    facts = {
        "PGHOST": settings["HOST"],
        "PGPORT": settings["PORT"],
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
        "PGDATABASE": settings["NAME"],
    }
    facts |= {name: settings["OPTIONS"].get(option) for option, name in SSL.items()}
    return {name: str(fact) for name, fact in facts.items() if fact}
