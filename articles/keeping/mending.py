"""The smaller copies of all pictures: made where they are missing, made again where the credit in them is old."""

from django.core.files.storage import storages

from articles import renditions
from articles.keeping.places import files_below
from articles.models import Edition, Photo

EVERY = 100


def mend(say=lambda words: None, thorough=False):
    """Of the newest photos first: the paper can be read meanwhile. May be stopped and started again: a set of copies is
    there as a whole or not at all. `thorough` reads every copy, and makes those again that cannot be read.

    Returns what could not be made.
    """
    remove_empty_files()
    photos, failed = Photo.objects.select_related("credit__agency").order_by("-pk"), []
    total = photos.count()
    for number, photo in enumerate(photos.iterator(), start=1):
        if thorough:
            renditions.remove_unreadable(photo.rendition_key, photo.width, photo.height)
        if photo.needs_mending():
            photo.mend_files()
        if photo.rendition_fault:
            failed.append(f"{photo.original.name}: {photo.rendition_fault}")
        if number % EVERY == 0:
            # What is made again has another address.
            Edition.end()
            say(f"{number} of {total} pictures …")
    Edition.end()
    return failed


def remove_empty_files():
    """A power cut can leave a name without content."""
    for path in files_below(storages["renditions"].location):
        if path.suffix != ".partial" and path.stat().st_size == 0:
            path.unlink()
