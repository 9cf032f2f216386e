"""Making a backup of a running paper."""

import fcntl
import shutil
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from articles.keeping import Trouble, databases
from articles.keeping.files import kept_originals
from articles.keeping.places import brand_files, place
from articles.keeping.pool import Pool, digest_of
from articles.keeping.snapshot import Snapshot, snapshots

EVERY = 1000


def back_up(backup, keep=None, say=lambda words: None):
    """Add a snapshot. Returns the files that the paper has lost, or that are no longer what was
    uploaded; the snapshot is finished all the same."""
    backup = Path(backup).resolve()
    refuse_own_folder(backup)
    try:
        backup.mkdir(parents=True, exist_ok=True, mode=0o700)
        with alone_in(backup):
            return Backup(backup, say).make(keep)
    except OSError as error:
        raise Trouble(f"The backup could not be finished: {error.strerror}: {error.filename or backup}") from error


def refuse_own_folder(backup):
    if backup.is_relative_to(Path(settings.VAR).resolve()):
        raise Trouble(f"{backup} is in the folder of the paper itself: what takes the one would take the other.")


@contextmanager
def alone_in(backup):
    with open(backup / "lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Trouble(f"Another backup into {backup} is being made.") from None
        yield


class Backup:
    def __init__(self, backup, say):
        self.backup = backup
        self.pool = Pool(backup)
        self.say = say
        self.files, self.faults, self.copied = [], [], 0

    def make(self, keep):
        # Whoever began them is gone: we are alone here.
        self.remove(snapshot for snapshot in snapshots(self.backup) if not snapshot.is_finished)
        snapshot = self.begin()
        try:
            self.fill(snapshot)
        except BaseException:
            shutil.rmtree(snapshot.folder, ignore_errors=True)
            raise
        self.say(f"{snapshot.name}: {len(self.files)} files, {self.copied} of them new.")
        if keep:
            self.remove(snapshots(self.backup)[:-keep])
            self.tidy_pool()
        return self.faults

    def begin(self):
        name = f"{timezone.now():%Y-%m-%dT%H-%M-%SZ}"
        taken = len(list((self.backup / "snapshots").glob(f"{name}*")))
        folder = self.backup / "snapshots" / (f"{name}-{taken + 1}" if taken else name)
        folder.mkdir(parents=True, mode=0o700)
        return Snapshot(folder)

    def fill(self, snapshot):
        self.say("Copying the database …")
        made_at = timezone.now().isoformat(timespec="seconds")
        database, photos = databases.copy(snapshot.folder, kept_originals())
        self.say(f"{len(photos)} pictures.")
        for number, (name, digest) in enumerate(photos, start=1):
            self.keep(f"originals/{name}", digest)
            if number % EVERY == 0:
                self.say(f"{number} of {len(photos)} pictures …")
        for path in brand_files():
            self.keep(path, digest_of(place(path)))
        snapshot.finish(
            made_at=made_at,
            vendor=connection.vendor,
            migrations=databases.applied_migrations(),
            database={"name": database.name, "size": database.stat().st_size, "sha256": digest_of(database)},
            files=self.files,
            faults=self.faults,
        )

    def keep(self, path, digest):
        """Take a file along, which should have this digest."""
        found = self.stored(place(path), digest)
        if found != digest:
            self.faults.append(path)
            # An earlier backup may still have it as it was uploaded.
            found = digest if self.pool.path(digest).exists() else found
        if found:
            self.files.append({"path": path, "size": self.pool.path(found).stat().st_size, "sha256": found})

    def stored(self, source, digest):
        """The digest of the file in the pool, where it is copied unless it is there already."""
        if not source.is_file():
            return None
        if self.pool.holds(digest, source.stat().st_size):
            return digest
        self.copied += 1
        return self.pool.add(source)

    def remove(self, unneeded):
        for snapshot in unneeded:
            self.say(f"Removing {snapshot.name}.")
            # The manifest first: half of a removed snapshot must not look whole.
            snapshot.manifest_path.unlink(missing_ok=True)
            shutil.rmtree(snapshot.folder)

    def tidy_pool(self):
        manifests = [snapshot.manifest() for snapshot in snapshots(self.backup)]
        needed = {entry["sha256"] for manifest in manifests for entry in manifest["files"]}
        if removed := self.pool.keep_only(needed):
            self.say(f"{removed} files went that no snapshot needs.")
