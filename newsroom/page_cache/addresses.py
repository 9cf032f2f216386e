"""Which requests ask for a public page, and under which address its copy is kept.

What a page does not know is left out of that address: `?utm_source=…` is the same page, and cannot fill the memory.
"""

import re
from functools import lru_cache
from urllib.parse import parse_qsl

from django.http.request import split_domain_port, validate_host

# Not kept: what is somebody's own, changes with every question, or needs no keeping.
NEVER_KEPT = ("/admin/", "/preview/", "/search", "/static/", "/healthz", "/readyz")
WITHOUT_DATABASE = ("/static/", "/healthz", "/readyz")
# Lists know an entry to go on from; a month or a year of the latest is no list.
LISTS = ("/latest/", "/sections/", "/tags/", "/authors/", "/corrections/")
WHOLE = re.compile(r"/latest/[0-9]{4}/([0-9]{2}/)?")
GOES_ON_FROM = ("before", "after")
# The digits that a number in the database can have.
MOST_DIGITS = 19


class Addresses:
    """Of a paper at this host; `only_https`: over plain HTTP it has none, and Django sends readers to the other."""

    def __init__(self, host, only_https):
        self.host = host
        self.schemes = ("https",) if only_https else ("http", "https")
        self.address = lru_cache(maxsize=256)(self._address)

    def public(self, environ):
        """The address of the page that is asked for, or nothing when it is not for the cache."""
        return self.address(
            environ["REQUEST_METHOD"],
            environ["wsgi.url_scheme"],
            environ.get("HTTP_HOST", ""),
            environ["PATH_INFO"],
            environ.get("QUERY_STRING", ""),
        )

    def _address(self, method, scheme, host, path, query):
        if (
            method not in ("GET", "HEAD")
            or scheme not in self.schemes
            or not validate_host(split_domain_port(host)[0], [self.host])
            or path.startswith(NEVER_KEPT)
        ):
            return None
        return path + place_in_list(query) if is_list(path) else path

    def needs_database(self, environ):
        return not environ["PATH_INFO"].startswith(WITHOUT_DATABASE)


def is_list(path):
    return path.startswith(LISTS) and not WHOLE.fullmatch(path)


def place_in_list(query):
    """What of a query says where in a list a page begins, always written in the same way."""
    asked = dict(parse_qsl(query))
    known = [f"{name}={asked[name]}" for name in GOES_ON_FROM if is_number(asked.get(name, ""))]
    return "?" + "&".join(known) if known else ""


def is_number(typed):
    return typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS
