"""Databases that go away and come back: a server that answers nobody, a file that somebody has locked."""

import fcntl
import os
import socket
import sqlite3
from contextlib import closing, contextmanager, suppress
from threading import Thread
from urllib.parse import urlsplit

# Which bytes of the file `-shm` SQLite locks to read or write (https://www.sqlite.org/walformat.html, section 2.3).
LOCK_BYTES = (120, 8)


class LockedFile:
    """Of a paper on SQLite."""

    def __init__(self, place):
        self.place = place

    @contextmanager
    def away(self):
        """Nobody can read or write meanwhile."""
        database = self.place.var / "newsroom.sqlite3"
        with closing(sqlite3.connect(database)) as connection:
            # Whoever reads makes that file, if nobody has.
            connection.execute("SELECT * FROM sqlite_schema").fetchall()
            with open(f"{database}-shm", "r+b") as file:
                start, length = LOCK_BYTES
                fcntl.lockf(file, fcntl.LOCK_EX, length, start, os.SEEK_SET)
                yield

    def close(self):
        pass


class Relay:
    """Between a paper and its PostgreSQL server: what stands at this end can be taken away."""

    def __init__(self, place):
        self.server = urlsplit(place.database_url)
        self.pairs = []
        self.listener = None
        self.port = 0
        self.listen()
        user = self.server.netloc.rpartition("@")[0]
        netloc = f"{user}@127.0.0.1:{self.port}"
        self.place = type(place)(place.var, self.server._replace(netloc=netloc).geturl())

    def listen(self):
        self.listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self.listener.getsockname()[1]
        Thread(target=self.accept, args=(self.listener,), daemon=True).start()

    def accept(self, listener):
        with suppress(OSError):
            while True:
                near, _ = listener.accept()
                far = socket.create_connection((self.server.hostname, self.server.port or 5432))
                self.pairs.append((near, far))
                for one, other in ((near, far), (far, near)):
                    Thread(target=pass_on, args=(one, other), daemon=True).start()

    @contextmanager
    def away(self):
        """The server refuses everybody, and drops who is connected."""
        self.close()
        yield
        self.listen()

    def close(self):
        # A listener that a thread waits on wakes up only so.
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for pair in self.pairs:
            for one in pair:
                end(one)
        self.pairs = []


def pass_on(one, other):
    with suppress(OSError):
        while content := one.recv(65536):
            other.sendall(content)
    end(one)
    end(other)


def end(one):
    with suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()


@contextmanager
def failing(place):
    """The outage of a place, whose own `place` is to be used instead."""
    outage = Relay(place) if place.database_url.startswith("postgres") else LockedFile(place)
    with closing(outage):
        yield outage
