"""The picture files of a paper against its rows: what is missing, what nobody needs, what changed."""

import time

from django.core.files.storage import storages

from articles import renditions
from articles.keeping.places import files_below
from articles.keeping.pool import digest_of
from articles.models import Photo

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
        name
        for name, digest in Photo.objects.order_by("pk").values_list("original", "original_digest").iterator()
        if storage.exists(name) and digest_of(storage.path(name)) != digest
    ]


def make_missing_renditions(say=lambda words: None, every=100):
    """Of the newest photos first: the paper can be read meanwhile. May be stopped and started
    again. Returns what could not be made."""
    failed = []
    for path in files_below(storages["renditions"].location):
        # A power cut can leave a name without content.
        if path.stat().st_size == 0:
            path.unlink()
    for number, photo in enumerate(Photo.objects.order_by("-pk").iterator(), start=1):
        try:
            photo.make_missing_files()
        except (OSError, renditions.UnreadablePicture) as error:
            failed.append(f"{photo.original.name}: {error}")
        if number % every == 0:
            say(f"{number} pictures …")
    return failed


def wanted_originals():
    return Photo.objects.order_by("pk").values_list("original", flat=True)


def wanted_renditions():
    photos = Photo.objects.order_by("pk").values_list("rendition_key", "width", "height")
    for key, width, height in photos.iterator():
        yield from renditions.paths(key, width, height)


def stored(kind, older_than=None, empty_too=False):
    """The names of the files in a storage."""
    folder = storages[kind].location
    found = set()
    for path in files_below(folder):
        state = path.stat()
        if (state.st_size or empty_too) and (older_than is None or state.st_mtime < older_than):
            found.add(path.relative_to(folder).as_posix())
    return found
