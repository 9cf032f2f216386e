"""A process that is handed addresses on its standard input, asks a site for them, and says what that costs."""

import io
import json
import sys
import time
from functools import partial
from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext


def answer(site, addresses, cookies=""):
    ask = partial(ask_for, site, cookies)
    tell(addresses)
    for line in sys.stdin:
        address, count = json.loads(line)
        with CaptureQueriesContext(connection) as queries:
            size = ask(address)
        # Before the next request, with which Django forgets them.
        asked = len(queries)
        tell([[cost(ask, address) for _ in range(count)], asked, size])


def tell(facts):
    print(json.dumps(facts), flush=True)


def ask_for(site, cookies, address):
    """The length of the page."""
    path, _, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "HTTP_HOST": "127.0.0.1",
        "HTTP_COOKIE": cookies,
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
    }
    status = []
    response = site(environ, lambda line, headers: status.append(line))
    size = sum(map(len, response))
    response.close()
    if status != ["200 OK"]:
        sys.exit(f"{address}: {status}")
    return size


def cost(ask, address):
    """Milliseconds of processor time, the database's included."""
    before = processor_time()
    ask(address)
    return (processor_time() - before) * 1000


def processor_time():
    return time.process_time() + server_time()


def server_time():
    """What PostgreSQL's process has used that works for us; SQLite works in our own."""
    if connection.vendor == "sqlite":
        return 0
    with connection.cursor() as cursor:
        process = Path(f"/proc/{cursor.connection.info.backend_pid}/schedstat")
    return int(process.read_text().split()[0]) / 1e9
