"""The picture files of a paper against its rows: what is missing, what nobody needs, what changed."""

import time

from django.core.files.storage import storages

from articles import renditions
from articles.keeping.places import files_below
from articles.keeping.pool import digest_of
from articles.models import Photo, UncreditedPicture

# An upload writes its files first and its row afterwards.
UPLOAD_SECONDS = 3600


def missing_originals():
    there = stored("originals")
    return [name for name in wanted_originals() if name not in there]


def missing_renditions():
    there = stored("renditions")
    return [name for name in wanted_renditions() if name not in there]


def orphans():
    """Files that no photo needs; what an upload wrote a moment ago may still get its row."""
    return sorted(
        f"{kind}/{name}"
        for kind, wanted in (("originals", wanted_originals()), ("renditions", wanted_renditions()))
        for name in stored(kind, older_than=time.time() - UPLOAD_SECONDS, empty_too=True) - set(wanted)
    )


def changed_originals():
    """Originals whose bytes are no longer what was uploaded; reads every one."""
    storage = storages["originals"]
    return [
        name for name, digest in kept_originals() if storage.exists(name) and digest_of(storage.path(name)) != digest
    ]


def remove_orphans():
    """Throw away what `orphans` finds; returns it."""
    found = orphans()
    for path in found:
        kind, _, name = path.partition("/")
        storages[kind].delete(name)
    return found


def kept_originals():
    """Name and digest of every file that came in: of photos, and of what waits for its credit."""
    photos, waiting = (
        noun.objects.order_by().values_list("original", "original_digest") for noun in (Photo, UncreditedPicture)
    )
    return photos.union(waiting, all=True)


def wanted_originals():
    return [name for name, _digest in kept_originals()]


def wanted_renditions():
    photos = Photo.objects.order_by("pk").values_list("rendition_key", "width", "height")
    for key, width, height in photos.iterator():
        yield from renditions.paths(key, width, height)


def stored(kind, older_than=None, empty_too=False):
    """The names of the files in a storage."""
    folder = storages[kind].location
    found = set()
    for path in files_below(folder):
        try:
            state = path.stat()
        except FileNotFoundError:
            # An upload gave it its name meanwhile.
            continue
        if (state.st_size or empty_too) and (older_than is None or state.st_mtime < older_than):
            found.add(path.relative_to(folder).as_posix())
    return found
