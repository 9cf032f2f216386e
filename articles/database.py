"""The database that an address names, and what to say when there is none there."""

from urllib.parse import unquote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

SCHEMES = {"sqlite", "postgres", "postgresql"}
EXAMPLES = "sqlite:////srv/newsroom/newsroom.sqlite3 or postgres://user:password@127.0.0.1:5432/newsroom"

# Where Django's cache stands that all workers share; no model knows it.
CACHE_TABLE = "shared_cache"

SQLITE = "django.db.backends.sqlite3"
SQLITE_OPTIONS = {
    # Readers never wait for a writer; an acknowledged save survives a power cut; a writer
    # takes its turn when it begins instead of failing half-way. Each thread has a connection: half the
    # usual memory for each is enough, since the system keeps the file in its own.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-1000;",
    "transaction_mode": "IMMEDIATE",
    "timeout": 10,
}


def named(address, setting="DATABASE_URL"):
    """What `DATABASES` holds for an address. Raises `ImproperlyConfigured` with a sentence, which
    leaves out the address itself: it may hold a password."""
    try:
        scheme = urlsplit(address).scheme
        if scheme not in SCHEMES:
            raise ImproperlyConfigured(f"{setting} must begin with sqlite: or postgres:, such as {EXAMPLES}.")
        database = environ.Env.db_url_config(address)
    except ValueError:
        raise ImproperlyConfigured(f"{setting} is no address of a database, such as {EXAMPLES}.") from None
    if not database["NAME"]:
        raise ImproperlyConfigured(f"{setting} does not name a database, as {EXAMPLES} does.")
    if database["ENGINE"] == SQLITE:
        # To open the file anew and read its tables would cost each request a tenth of its time.
        return {"CONN_MAX_AGE": 60, **database, "OPTIONS": SQLITE_OPTIONS}
    # The folder of a socket stands where a host does, its slashes escaped.
    host = unquote(database["HOST"])
    # A server that is switched off answers nothing at all.
    options = {"connect_timeout": 10, **database.get("OPTIONS", {})}
    return {"CONN_MAX_AGE": 60, **database, "HOST": host, "OPTIONS": options, "CONN_HEALTH_CHECKS": True}


def sentence(error):
    """One line of what a database answered, instead of a traceback."""
    return "Database: " + " ".join(str(error).split())
