"""The files that all snapshots of a backup share. A file is named by the SHA-256 of its content, so
that it is stored once, never overwritten, and a changed byte shows."""

import os
import shutil
from hashlib import file_digest, sha256
from pathlib import Path

CHUNK = 1 << 20


class Pool:
    def __init__(self, backup):
        self.folder = Path(backup) / "files"

    def path(self, digest):
        return self.folder / digest[:2] / digest

    def holds(self, digest, size):
        path = self.path(digest)
        return path.exists() and path.stat().st_size == size

    def add(self, source):
        """Copy a file in; returns the digest of what was read."""
        self.folder.mkdir(exist_ok=True)
        partial = self.folder / "partial"
        try:
            digest = copy(source, partial)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
        self.path(digest).parent.mkdir(exist_ok=True)
        partial.replace(self.path(digest))
        return digest

    def keep_only(self, digests):
        """Remove what no snapshot needs; returns how many files went."""
        unneeded = [path for path in self.folder.glob("??/*") if path.name not in digests]
        for path in unneeded:
            path.unlink()
        return len(unneeded)


def copy(source, target):
    """Copy a file and wait until the disk has it; returns the digest of what was read."""
    digest = sha256()
    with open(source, "rb") as read, open(target, "wb") as written:
        while chunk := read.read(CHUNK):
            digest.update(chunk)
            written.write(chunk)
        written.flush()
        os.fsync(written.fileno())
    shutil.copystat(source, target)
    return digest.hexdigest()


def digest_of(path):
    with open(path, "rb") as file:
        return file_digest(file, "sha256").hexdigest()


def is_whole(path, entry):
    """Whether a file is what a manifest says of it."""
    return path.is_file() and path.stat().st_size == entry["size"] and digest_of(path) == entry["sha256"]
