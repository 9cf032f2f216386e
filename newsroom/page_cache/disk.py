"""The copies that survive a restart. They are asked for only while the database is away.

One file a page: a line of JSON, and the text as it is kept in memory. A disk that is full or gone costs the copies, and
no reader a page.
"""

import json
import logging
import os
import time
from contextlib import suppress
from dataclasses import fields
from hashlib import blake2b
from pathlib import Path
from threading import Lock

from articles.models import COPIES_KEPT
from newsroom.page_cache.copies import Copy

MOST_BYTES = 200_000_000
# After so much was written by one process, it looks whether there is too much.
LOOK_AFTER_BYTES = 10_000_000

# All that a copy is made of; the rest is worked out again.
KEPT = [field.name for field in fields(Copy) if field.repr]

logger = logging.getLogger(__name__)


class Disk:
    def __init__(self, folder, most_bytes=MOST_BYTES):
        self.folder = Path(folder)
        self.most_bytes = most_bytes
        # What is there from before counts too: the first look comes with the first copy.
        self.unlooked = LOOK_AFTER_BYTES
        self.lock = Lock()
        self.fails = False

    def put(self, copy):
        try:
            self.write(self.path(copy.address), serialised(copy))
        except OSError as error:
            if not self.fails:
                logger.error("No copy of a page can be kept on disk: %s", error)
            self.fails = True
        else:
            self.fails = False

    def write(self, path, content):
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(f".{os.getpid()}.{os.urandom(4).hex()}")
        try:
            partial.write_bytes(content)
            partial.replace(path)
        except OSError:
            partial.unlink(missing_ok=True)
            raise
        self.count(len(content))

    def count(self, written):
        with self.lock:
            self.unlooked += written
            due = self.unlooked >= min(LOOK_AFTER_BYTES, self.most_bytes // 10)
            if due:
                self.unlooked = 0
        if due:
            self.make_room()

    def get(self, address):
        """The copy of that address, or nothing: also of one that is damaged or too old."""
        path = self.path(address)
        try:
            copy = parsed(path.read_bytes())
            is_old = path.stat().st_mtime < oldest()
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return None if is_old or copy.address != address else copy

    def forget(self, address):
        with suppress(OSError):
            self.path(address).unlink()

    def make_room(self):
        """The oldest go, until a tenth is free; two processes at once do no harm."""
        found = []
        for path in self.folder.glob("??/*"):
            try:
                facts = path.stat()
            except FileNotFoundError:
                continue
            found.append((facts.st_mtime, facts.st_size, path))
        total = sum(size for _, size, _ in found)
        for moment, size, path in sorted(found):
            if total <= self.most_bytes * 0.9 and moment > oldest():
                break
            path.unlink(missing_ok=True)
            total -= size

    def has_copies(self):
        return any(self.folder.glob("??/*"))

    def clear(self):
        for path in self.folder.glob("??/*"):
            path.unlink(missing_ok=True)

    def path(self, address):
        name = blake2b(address.encode(), digest_size=16).hexdigest()
        return self.folder / name[:2] / name


def oldest():
    """When a copy must have been made to be shown still: what was removed before is forgotten."""
    return time.time() - COPIES_KEPT.total_seconds()


def serialised(copy):
    made_of = {name: getattr(copy, name) for name in KEPT}
    facts = made_of | {"packed": digest(copy.packed)}
    return json.dumps(facts).encode() + b"\n" + copy.packed


def parsed(content):
    """Raises `ValueError` for what a power cut left half written."""
    line, _, packed = content.partition(b"\n")
    facts = json.loads(line)
    if facts["packed"] != digest(packed):
        raise ValueError("not the text that was written")
    headers = [(name, value) for name, value in facts["headers"]]
    return Copy(**facts | {"packed": packed, "headers": headers})


def digest(packed):
    return blake2b(packed, digest_size=16).hexdigest()
