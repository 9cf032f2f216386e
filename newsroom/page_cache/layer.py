"""Which request is answered how.

| the page's copy               | the database answers                          | it does not             |
|-------------------------------|-----------------------------------------------|-------------------------|
| is of this edition            | the copy                                      | the copy                |
| is of an older one            | made again; who comes meanwhile waits a tenth | the copy                |
|                               | of a second, and is then given the copy       |                         |
| shows what was removed since  | made again; who comes meanwhile waits for it  | 503; itself: 404 or 410 |
| is not there                  | made                                          | that on disk, or 503    |

The desk, previews, static files and the monitor are passed on.
"""

import time
from contextlib import contextmanager
from threading import Event, Lock, Semaphore

from articles import lifetime
from newsroom.page_cache.answers import answer, close, file_of
from newsroom.page_cache.copies import cache_control, copy_of
from newsroom.page_cache.removals import status_of
from newsroom.unavailable import UNAVAILABLE

# Seconds for which somebody waits for a page that is being made and has an older copy.
PATIENCE = 0.1
SAFE = ("GET", "HEAD")
# What a page must not depend on.
READERS_OWN = (
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_ACCEPT_ENCODING",
    "HTTP_RANGE",
    "HTTP_COOKIE",
    "HTTP_ACCEPT_LANGUAGE",
)


class Away(Exception):
    """The database does not answer."""


class PageCache:
    """`at_once`: how many requests may wait for the database at a time, one less than there are threads. The last one
    always answers from memory."""

    def __init__(self, application, addresses, watch, memory, disk, at_once):
        self.application = application
        self.addresses = addresses
        self.watch = watch
        self.memory = memory
        self.disk = disk
        self.rooms = Semaphore(at_once)
        self.making = {}
        self.lock = Lock()

    def __call__(self, environ, start_response):
        address = self.addresses.public(environ)
        if address is None:
            return self.pass_on(environ, start_response)
        known, now = self.watch.look(), time.time()
        try:
            if self.watch.is_away:
                raise Away
            copy = self.memory.get(address)
            if copy is not None and copy.is_current(known.edition, now):
                return answer(copy, environ, start_response, now)
            return self.made(address, environ, start_response)
        except Away:
            return self.from_before(address, environ, start_response)

    def pass_on(self, environ, start_response):
        if not self.addresses.needs_database(environ):
            return self.application(environ, start_response)
        before = self.watch.look()
        try:
            with self.room():
                content = self.application(environ, start_response)
        except Away:
            return self.unavailable(503, environ, start_response)
        if environ["REQUEST_METHOD"] not in SAFE:
            # Who changed something sees it at once; what was removed is written down before that is said.
            if self.watch.look_again().edition != before.edition:
                self.watch.tell_others()
        return content

    # A page is made

    def made(self, address, environ, start_response):
        """By one thread, while the others wait. Raises `Away`."""
        patient_until = time.monotonic() + PATIENCE
        while making := self.being_made(address):
            previous = self.previous(address)
            making.wait(max(0, patient_until - time.monotonic()) if previous else PATIENCE)
            known, now = self.watch.look(), time.time()
            if self.watch.is_away:
                # Who makes it may hang for as long as the database does.
                raise Away
            copy = self.memory.get(address)
            if copy is not None and copy.is_current(known.edition, now):
                return answer(copy, environ, start_response, now)
            if previous and time.monotonic() >= patient_until:
                return answer(previous, environ, start_response, now, "stale")
        try:
            with self.room():
                return self.make(address, environ, start_response)
        finally:
            with self.lock:
                self.making.pop(address).set()

    def being_made(self, address):
        """What to wait for; or nothing, and then it is for this thread to make the page."""
        with self.lock:
            if address in self.making:
                return self.making[address]
            self.making[address] = Event()
            return None

    def make(self, address, environ, start_response):
        known = self.watch.look()
        with lifetime.recorded() as record:
            status, headers, content = self.ask(address, environ)
        try:
            if status.startswith("5") and (before := self.instead(address)):
                return answer(before, environ, start_response, time.time(), "stale")
            file = file_of(content)
            body = b"" if file else b"".join(content)
        finally:
            close(content)
        if "public" not in cache_control(headers):
            # Nor is it compressed: beside words of a stranger, its length would tell of its secrets (BREACH).
            start_response(status, headers)
            return [body] if environ["REQUEST_METHOD"] == "GET" else []
        copy = copy_of(address, known, record.end, status, headers, body, file)
        if status.startswith("200"):
            self.memory.put(copy)
            self.disk.put(copy)
        else:
            self.memory.forget(address)
            self.disk.forget(address)
        return answer(copy, environ, start_response, time.time(), "miss")

    def ask(self, address, environ):
        """Status, headers and content of a page, as Django makes it for everybody."""
        asked = {name: value for name, value in environ.items() if name not in READERS_OWN}
        asked |= {"REQUEST_METHOD": "GET", "QUERY_STRING": address.partition("?")[2]}
        begun = []
        content = self.application(asked, lambda *answered: begun.extend(answered[:2]))
        return *begun, content

    @contextmanager
    def room(self):
        """Wait for one of the places before the database. Raises `Away`."""
        while not self.watch.is_away:
            if self.rooms.acquire(timeout=PATIENCE):
                try:
                    yield
                finally:
                    self.rooms.release()
                return
            self.watch.look()
        raise Away

    # A page is not made

    def previous(self, address):
        """The copy of an older edition, if it may still be shown."""
        copy = self.memory.get(address)
        return copy if copy is not None and copy.may_be_shown(self.watch.known.removals, time.time()) else None

    def instead(self, address):
        """What readers get where making the page has failed. Raises `Away`."""
        self.watch.look_again()
        if self.watch.is_away:
            raise Away
        return self.previous(address)

    def from_before(self, address, environ, start_response):
        if self.memory.get(address) is None and (kept := self.disk.get(address)):
            self.memory.put(kept)
        if copy := self.previous(address):
            return answer(copy, environ, start_response, time.time(), "stale")
        status = status_of(address, self.watch.known.removals) or 503
        return self.unavailable(status, environ, start_response)

    def unavailable(self, status, environ, start_response):
        return self.application(environ | {UNAVAILABLE: status}, start_response)
