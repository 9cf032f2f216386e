"""Making a paper again from a backup, in an empty place only.

Everything is read and checked before the first byte is written, and the database comes last: a
restore that was cut short never looks like a paper.
"""

from pathlib import Path

from django.core.files.storage import storages
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from articles.keeping import Trouble, databases
from articles.keeping.places import files_below, folders, place
from articles.keeping.pool import copy
from articles.keeping.snapshot import Snapshot, newest
from articles.models import Edition


def chosen_snapshot(backup, name=None, say=lambda words: None):
    """The snapshot of that name, or the newest that was finished."""
    if name:
        if Path(name).name != name or not (Path(backup) / "snapshots" / name).is_dir():
            raise Trouble(f"There is no snapshot {name} in {backup}.")
        return Snapshot(Path(backup) / "snapshots" / name)
    snapshot, cut_short = newest(backup)
    for later in cut_short:
        say(f"{later.name} was cut short and is passed over.")
    return snapshot


def check(snapshot):
    """Read every byte; raises `Trouble` unless the snapshot is whole."""
    damaged = list(snapshot.damaged())
    if damaged:
        raise Trouble("\n".join(["The backup is damaged; these files are missing or changed:", *damaged]))


def restore(snapshot, say=lambda words: None):
    """Returns the files that were missing or changed in the paper already when it was kept."""
    manifest = snapshot.manifest()
    refuse_other_database(manifest)
    refuse_newer_paper(manifest)
    refuse_content()
    say(f"Checking {snapshot.name} …")
    check(snapshot)
    try:
        say(f"Copying {len(manifest['files'])} files …")
        for entry in manifest["files"]:
            put_back(snapshot, entry)
        say("Filling the database …")
        databases.load(snapshot.database_path)
    except OSError as error:
        raise Trouble(f"The restore could not be finished: {error.strerror}: {error.filename}") from error
    call_command("migrate", verbosity=0, interactive=False)
    Edition.end()
    return manifest["faults"]


def refuse_other_database(manifest):
    if manifest["vendor"] != connection.vendor:
        raise Trouble(
            f"The backup holds a {manifest['vendor']} database and DATABASE_URL names a {connection.vendor} one; "
            "restore it into its own kind."
        )


def refuse_newer_paper(manifest):
    known = {".".join(migration) for migration in MigrationLoader(None).disk_migrations}
    unknown = [name for name in manifest["migrations"] if name.startswith("articles.") and name not in known]
    if unknown:
        raise Trouble(f"The backup was made by a newer Newsroom than this one, which does not know {unknown[-1]}.")


def refuse_content():
    if databases.tables():
        raise Trouble("The database has tables already; a backup is restored into an empty one only.")
    for folder in [*folders().values(), storages["renditions"].location]:
        if any(files_below(folder)):
            raise Trouble(f"There are files in {folder} already; a backup is restored into an empty place only.")


def put_back(snapshot, entry):
    target = place(entry["path"])
    target.parent.mkdir(parents=True, exist_ok=True)
    if copy(snapshot.pool.path(entry["sha256"]), target) != entry["sha256"]:
        raise Trouble(f"{entry['path']} changed while it was copied; the restore is not whole.")
