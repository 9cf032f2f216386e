"""One night of a backup: a folder with the database and a manifest.

The manifest is written last, in one stroke, and carries its own checksum: a snapshot without one
was cut short.
"""

import json
import os
from hashlib import sha256
from pathlib import Path

from articles.keeping import Trouble
from articles.keeping.pool import Pool, is_whole

FORMAT = 1


class Snapshot:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.name = self.folder.name
        self.pool = Pool(self.folder.parent.parent)

    @property
    def manifest_path(self):
        return self.folder / "manifest.json"

    @property
    def is_finished(self):
        return self.manifest_path.exists()

    @property
    def database_path(self):
        return self.folder / self.manifest()["database"]["name"]

    def manifest(self):
        try:
            sealed = json.loads(self.manifest_path.read_text())
            manifest, seal = sealed["manifest"], sealed["sha256"]
        except FileNotFoundError:
            raise Trouble(f"The backup {self.folder} was cut short: it has no manifest.") from None
        except (ValueError, KeyError, TypeError):
            raise Trouble(f"The manifest of {self.folder} is damaged.") from None
        if digest_of(manifest) != seal:
            raise Trouble(f"The manifest of {self.folder} was changed since it was made.")
        if manifest["format"] != FORMAT:
            raise Trouble(f"{self.folder} was made by a newer Newsroom: its format is {manifest['format']}.")
        return manifest

    def finish(self, **facts):
        """Write the manifest: from here on the snapshot counts."""
        manifest = {"format": FORMAT, **facts}
        partial = self.folder / "manifest.partial"
        with open(partial, "w") as file:
            json.dump({"sha256": digest_of(manifest), "manifest": manifest}, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(self.manifest_path)
        sync_folder(self.folder)

    def damaged(self):
        """The names of files that are not as the manifest says, every byte of them read."""
        manifest = self.manifest()
        database = manifest["database"]
        if not is_whole(self.folder / database["name"], database):
            yield f"snapshots/{self.name}/{database['name']}"
        for entry in manifest["files"]:
            if not is_whole(self.pool.path(entry["sha256"]), entry):
                yield entry["path"]


def snapshots(backup):
    """Every snapshot in a backup, finished or not, oldest first."""
    folders = (path for path in (Path(backup) / "snapshots").glob("*") if path.is_dir())
    return [Snapshot(folder) for folder in sorted(folders)]


def newest(backup):
    """The newest finished snapshot, and those after it that were cut short."""
    cut_short = []
    for snapshot in reversed(snapshots(backup)):
        if snapshot.is_finished:
            return snapshot, cut_short
        cut_short.append(snapshot)
    if cut_short:
        raise Trouble(f"Every backup in {backup} was cut short; there is nothing to restore.")
    raise Trouble(f"There is no backup in {backup}.")


def digest_of(manifest):
    return sha256(json.dumps(manifest, sort_keys=True).encode()).hexdigest()


def sync_folder(folder):
    """A new name is safe only when its folder is written too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
