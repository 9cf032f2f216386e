"""Where picture files are kept."""

import os
import secrets
from pathlib import PurePath

from django.core.files.storage import FileSystemStorage

from articles import words
from articles.refusals import full_disk_said


class WholeFiles(FileSystemStorage):
    """A file gets its name when all of it is written: a full disk or a power cut leaves no half of one."""

    def _save(self, name, content):
        partial = f"{name}.{secrets.token_hex(4)}.partial"
        try:
            with full_disk_said():
                super()._save(partial, content)
                return self.name_given(partial, name)
        finally:
            self.delete(partial)

    def name_given(self, partial, name):
        """Unless somebody took it meanwhile: then the next that is free."""
        while True:
            try:
                os.link(self.path(partial), self.path(name))
                return name
            except FileExistsError:
                name = self.get_available_name(name)


class Originals(WholeFiles):
    """Pictures as they were uploaded."""

    def get_valid_name(self, name):
        """A name that every disk takes, whatever the picture was called where it comes from."""
        stem, extension = PurePath(name).stem, PurePath(name).suffix[1:]
        return ".".join(words.slug(part) for part in (stem[:80], extension[:5]) if part)
