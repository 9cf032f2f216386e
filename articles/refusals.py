"""Why a picture file is not taken. The words of each are a whole sentence, to be shown beside the file."""

import errno
from contextlib import contextmanager

from django.utils.translation import gettext as _

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class UnreadablePicture(ValueError):
    """The file is not a picture that we can or want to read."""


class PictureNotKept(OSError):
    """The picture is good; the disk has no room for it."""


@contextmanager
def full_disk_said():
    """A disk without room becomes `PictureNotKept`; every other fault stays what it is."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise PictureNotKept(
            _("The disk is full: the picture was not kept. Tell whoever runs the site, then send it again.")
        ) from error
