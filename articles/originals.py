"""Where the pictures are kept as they were uploaded."""

from pathlib import PurePath

from django.core.files.storage import FileSystemStorage

from articles import words


class Originals(FileSystemStorage):
    def get_valid_name(self, name):
        """A name that every disk takes, whatever the picture was called where it comes from."""
        stem, extension = PurePath(name).stem, PurePath(name).suffix[1:]
        return ".".join(words.slug(part) for part in (stem[:80], extension[:5]) if part)
