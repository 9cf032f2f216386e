"""What was taken from readers, as copies are asked about it: known from the database, and from files while the database
is away, so that a restart forgets nothing. nginx looks at the names of the files too.
"""

import json
import os
import re
from pathlib import Path
from typing import NamedTuple

from articles.models import Removal

ITSELF = re.compile(r"(/(?:articles|photos)/\d+/)")


class Removed(NamedTuple):
    """Copies from before `edition` may not be shown if they show `trace`: part of an address, or empty, and so part of
    all. Without an edition, none may. `status` is what that address itself answers."""

    trace: str
    status: int
    edition: int | None

    def forbids(self, copy):
        return (self.edition is None or copy.edition < self.edition) and copy.shows(self.trace)


def stored_removals():
    """Asks the database."""
    return tuple(Removed(one.trace, one.status, one.edition) for one in Removal.objects.order_by("pk"))


def status_of(address, removals):
    """410 or 404 for the address of what was removed; else nothing."""
    found = ITSELF.match(address)
    return next((one.status for one in removals if found and one.trace == found[1]), None)


class RemovalsFolder:
    """One file for each: `articles/12`."""

    def __init__(self, folder):
        self.folder = Path(folder)

    def read(self):
        """Raises `OSError`, and `ValueError` for a file that cannot be read."""
        return tuple(Removed(*json.loads(path.read_bytes())) for path in sorted(self.folder.glob("*/*")))

    def write(self, removals, edition):
        """Raises `OSError`. What a later edition than this one removed stays: another process wrote it."""
        wanted = {self.path(one): one for one in removals}
        for path, one in wanted.items():
            content = json.dumps(one).encode()
            if not path.exists() or path.read_bytes() != content:
                write_through(path, content)
        for path in self.folder.glob("*/*"):
            if path not in wanted and not is_later(path, edition):
                path.unlink(missing_ok=True)

    def path(self, removed):
        return self.folder / (removed.trace.strip("/") or "everything/0")


def is_later(path, edition):
    try:
        written = Removed(*json.loads(path.read_bytes())).edition
    except (OSError, ValueError, TypeError):
        return False
    return written is not None and written > edition


def write_through(path, content):
    """To the disk itself, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # A name that no one looks for, and no other process writes.
    partial = path.parent.parent / f".{path.parent.name}-{path.name}.{os.getpid()}"
    with partial.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
