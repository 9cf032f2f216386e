"""A public page as it was made once, and its answers from then on.

Moments are seconds since 1970, as `time.time()` counts them.
"""

import math
import os
from dataclasses import dataclass, field
from functools import cached_property
from sys import intern

import brotli
from django.utils.http import parse_etags, parse_http_date_safe

from newsroom.page_cache.encodings import ENCODINGS, IDENTITY, SMALLEST_WORTH_COMPRESSING

# For a cache before us (RFC 9111, section 5.2.2.10; RFC 5861): it asks again after five seconds, and when we do not
# answer it may go on for ten minutes.
SHARED_SECONDS = 5
STALE_SECONDS = 600
WRITTEN_ANEW = {"cache-control", "content-length", "content-encoding", "set-cookie"}
# What the objects of a copy weigh beside its text, about.
OWN_WEIGHT = 4000


@dataclass
class Copy:
    """`edition` is the one before it was made; `until`, the clock's next event then; `ends`, the moment from which it
    may not be shown at all. A picture has a `file` in place of a text, which is kept compressed."""

    address: str
    edition: int
    until: float
    ends: float
    status: str
    headers: list
    max_age: int = 0
    packed: bytes = b""
    is_packed: bool = False
    file: str = ""
    # What is worked out once: each encoding, its whole answer, and whether what was removed since stands against it.
    bodies: dict = field(default_factory=dict, repr=False)
    forms: dict = field(default_factory=dict, repr=False)
    judged: tuple | None = field(default=None, repr=False)

    @property
    def text(self):
        return brotli.decompress(self.packed) if self.is_packed else self.packed

    @property
    def weight(self):
        """Bytes in memory, about."""
        return OWN_WEIGHT + len(self.packed) + sum(map(len, self.bodies.values()))

    @cached_property
    def etag(self):
        return dict(self.headers).get("ETag", "")

    @cached_property
    def last_modified(self):
        return parse_http_date_safe(dict(self.headers).get("Last-Modified", ""))

    @cached_property
    def plain_until(self):
        """Until then its `Cache-Control` is always the same."""
        return min(self.until - SHARED_SECONDS, self.ends - max(STALE_SECONDS, self.max_age))

    def is_current(self, edition, now):
        return self.edition == edition and now < self.until and (not self.file or os.path.exists(self.file))

    def may_be_shown(self, removals, now):
        """Whether it may stand in for a page that cannot be made."""
        if self.judged is None or self.judged[0] is not removals:
            self.judged = removals, not any(removed.forbids(self) for removed in removals)
        return self.judged[1] and now < self.ends

    def shows(self, trace):
        """Whether it shows, or leads to, what has this in its address."""
        return trace in self.address or trace.encode() in self.text

    def cache_control(self, now):
        """No cache may keep it longer than it is right, nor a moment after its end."""
        left = self.ends - now
        until_event = self.until - now if now < self.until else SHARED_SECONDS
        shared = min(SHARED_SECONDS, until_event, left)
        seconds = (min(self.max_age, left), shared, min(STALE_SECONDS, left))
        return "public, max-age={}, s-maxage={}, stale-if-error={}".format(*(max(0, math.floor(s)) for s in seconds))

    def form(self, encoding, now):
        """Headers and body in one encoding, for a hit."""
        if encoding in self.forms and now < self.plain_until:
            return self.forms[encoding]
        form = self.written(encoding, now, "hit")
        if now < self.plain_until and not (encoding == IDENTITY and self.is_packed):
            self.forms[encoding] = form
        return form

    def written(self, encoding, now, timing):
        body = self.body(encoding)
        headers = [*self.headers, ("Cache-Control", self.cache_control(now)), ("Server-Timing", f"cache;desc={timing}")]
        if encoding != IDENTITY:
            headers.append(("Content-Encoding", encoding))
        if not self.file:
            headers.append(("Content-Length", str(len(body))))
        return headers, body

    def body(self, encoding):
        if encoding == "br" or not self.is_packed:
            return self.packed
        if encoding == IDENTITY:
            # Few programs ask for it, and it is large.
            return self.text
        if encoding not in self.bodies:
            self.bodies[encoding] = ENCODINGS[encoding](self.text)
        return self.bodies[encoding]

    def is_known_to(self, environ):
        """Whether the reader has this very page already (RFC 9110, section 13.2.2)."""
        if known := environ.get("HTTP_IF_NONE_MATCH"):
            return bool(self.etag) and (known == self.etag or names(known, self.etag))
        since = environ.get("HTTP_IF_MODIFIED_SINCE")
        if not since or self.last_modified is None:
            return False
        moment = parse_http_date_safe(since)
        return moment is not None and self.last_modified <= moment


def names(known, etag):
    """Whether a list of ETags has this one, by weak comparison."""
    listed = parse_etags(known)
    return listed == ["*"] or etag.removeprefix("W/") in [one.removeprefix("W/") for one in listed]


def copy_of(address, known, end, status, headers, body, file):
    """The copy of what Django has answered; `end` is the moment that it may not outlive, or nothing."""
    ends = end.timestamp() if end else math.inf
    kept = [(intern(name), intern(value)) for name, value in headers if name.lower() not in WRITTEN_ANEW]
    is_packed = len(body) >= SMALLEST_WORTH_COMPRESSING
    return Copy(
        address=address,
        edition=known.edition,
        until=min(known.until, ends),
        ends=ends,
        status=status,
        headers=kept,
        max_age=max_age(headers),
        packed=ENCODINGS["br"](body) if is_packed else body,
        is_packed=is_packed,
        file=file,
    )


def max_age(headers):
    """The seconds for which whoever made it lets a browser keep it."""
    for part in cache_control(headers).replace(" ", "").split(","):
        name, _, seconds = part.partition("=")
        if name == "max-age" and seconds.isdigit():
            return int(seconds)
    return 0


def cache_control(headers):
    return next((value for name, value in headers if name.lower() == "cache-control"), "")
