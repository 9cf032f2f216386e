"""Judging a file that claims to be a picture: by its content, never by its name, and from its header before anything
of it is decoded."""

import ctypes
import fcntl
import os
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.conf import settings
from django.utils.translation import gettext as _
from PIL import Image

from articles.refusals import UnreadablePicture

EXTENSIONS = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp", "TIFF": "tif", "AVIF": "avif", "GIF": "gif"}
# Pillow finds the MPO in a JPEG itself.
FORMATS = [name for name in EXTENSIONS if name != "MPO"]
# A telephone's JPEG may carry a second picture for its depth, and a TIFF its own small copy: neither is an animation.
ANIMATED = ("GIF", "PNG", "WEBP", "AVIF")
USEFUL_WIDTH = 200
ORIENTATION = 0x0112
BITS_PER_SAMPLE, ROWS_PER_STRIP, TILE_WIDTH, TILE_LENGTH = 0x0102, 0x0116, 0x0142, 0x0143
SIDEWAYS = (5, 6, 7, 8)
# What a decoder may take: with the site itself, a worker then stays below 400 MB.
MOST_MEMORY = 270_000_000
HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")


@dataclass(frozen=True)
class PictureFile:
    """What a file turned out to be. `width` and `height` as seen upright; `notes` are sentences for who sent it."""

    extension: str
    width: int
    height: int
    notes: list

    def named(self, name):
        """The name it came with, without folders, and with the extension that its content has."""
        plain = "".join(sign for sign in name.replace("\\", "/") if sign.isprintable())
        return f"{PurePosixPath(plain).stem[:150] or 'photo'}.{self.extension}"


def look(file):
    """Decodes the whole picture once, so that what is cut short is refused before anything is kept.

    Raises `UnreadablePicture`."""
    with one_at_a_time(), opened(file) as image:
        extension = EXTENSIONS[image.format]
        width, height = upright_size(image)
        # Of a JPEG an eighth is enough to see that it is whole.
        image.draft("RGB", (1, 1))
        image.load()
        return PictureFile(extension, width, height, list(notes(image, width)))


def size(file):
    """Width and height in pixels, as seen upright. Raises `UnreadablePicture`."""
    with opened(file) as image:
        return upright_size(image)


def upright_size(image):
    width, height = image.size
    return (height, width) if orientation(image) in SIDEWAYS else (width, height)


def orientation(image):
    """As EXIF says; upright when it is broken, which is no reason to refuse a picture."""
    try:
        return image.getexif().get(ORIENTATION, 1)
    except Exception:
        return 1


def notes(image, width):
    if image.format in ANIMATED and getattr(image, "is_animated", False):
        yield _("This was an animation: only its first image is kept.")
    if width < USEFUL_WIDTH:
        yield _("This picture is only %(width)s pixels wide; it will look small or blurred.") % {"width": width}


@contextmanager
def opened(file):
    """The picture, its header read and judged, its pixels not yet. Raises `UnreadablePicture`, also for what goes wrong
    while it is decoded."""
    refuse_by_content(file)
    file.seek(0)
    try:
        # What Pillow only warns of is either refused below or harmless.
        with warnings.catch_warnings(action="ignore"), Image.open(file, formats=FORMATS) as image:
            refuse_too_large(image)
            yield image
    except UnreadablePicture:
        raise
    except Exception as error:
        # Decoders raise whatever comes to their mind when a file was made to annoy them.
        raise UnreadablePicture(fault_said(error)) from error


def fault_said(error):
    if isinstance(error, Image.DecompressionBombError):
        return too_many_pixels()
    if "truncated" in str(error).lower():
        return _("This picture is cut short: its file is not complete. Send it again.")
    return _("This file is not a readable picture. JPEG, PNG, WebP, TIFF, AVIF and GIF are taken.")


def refuse_by_content(file):
    length = file.seek(0, os.SEEK_END)
    file.seek(0)
    head = file.read(4096)
    most = settings.PHOTO_MOST_MEGABYTES
    if not head:
        raise UnreadablePicture(_("This file is empty. Send it again."))
    if length > most * 1_000_000:
        raise UnreadablePicture(
            _("This file has more than %(most)s megabytes. Save it smaller, as JPEG.") % {"most": most}
        )
    if is_heic(head):
        raise UnreadablePicture(
            _(
                "This is a HEIC picture, which browsers cannot show. On the iPhone choose "
                "Settings > Camera > Formats > “Most Compatible”, or save the picture as JPEG."
            )
        )
    if b"<svg" in head.lower():
        raise UnreadablePicture(_("This is an SVG drawing, which can carry programs. Save it as PNG."))
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise UnreadablePicture(_("This file is a web page, not a picture. Save the picture itself, then send it."))


def is_heic(head):
    brands = head[8:12], *(head[place : place + 4] for place in range(16, min(64, len(head)), 4))
    return head[4:8] == b"ftyp" and b"avif" not in brands and b"avis" not in brands and brands[0] in HEIC_BRANDS


def refuse_too_large(image):
    if image.width * image.height > settings.PHOTO_MOST_MEGAPIXELS * 1_000_000:
        raise UnreadablePicture(too_many_pixels())
    if memory_needed(image) > MOST_MEMORY:
        raise UnreadablePicture(
            _("This picture takes too much memory to be read. Save it smaller, or as JPEG that is not progressive.")
        )


def too_many_pixels():
    return _("This picture has more than %(most)s megapixels. Save it smaller.") % {
        "most": settings.PHOTO_MOST_MEGAPIXELS
    }


def memory_needed(image):
    """About how many bytes its decoder takes at its peak, as the header tells."""
    pixels = image.width * image.height
    if image.format in ("JPEG", "MPO"):
        return pixels + (coefficients(image, pixels) if image.info.get("progressive") else 0)
    frame = pixels * {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2}.get(image.mode, 4)
    # Measured: the first two hand over the whole picture as bytes beside planes of their own, and an animated PNG is
    # given a second frame to be undone with.
    again = frame if getattr(image, "is_animated", False) else 0
    beside = {"WEBP": 12 * pixels, "AVIF": 12 * pixels, "PNG": again, "TIFF": strip(image)}
    return frame + beside.get(image.format, 0)


def coefficients(image, pixels):
    """A progressive JPEG is kept whole, two bytes a sample, until its last scan."""
    samples = [across * down for _name, across, down, _table in image.layer]
    return 2 * pixels * sum(samples) // max(samples)


def strip(image):
    """The bytes of a TIFF, a strip or a tile of it, that are unpacked at once."""
    if image.format != "TIFF":
        return 0
    tags = image.tag_v2
    rows = min(tags.get(ROWS_PER_STRIP, image.height), image.height)
    pixels = tags[TILE_WIDTH] * tags[TILE_LENGTH] if TILE_WIDTH in tags else rows * image.width
    return pixels * sum(tags.get(BITS_PER_SAMPLE, (8,))) // 8


@contextmanager
def one_at_a_time():
    """Across all workers: a picture takes much memory, and nobody waits long. It is given back afterwards."""
    with open(settings.VAR / "renditions.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield
        finally:
            give_memory_back()


def give_memory_back():
    """The C library of Linux keeps what is freed for the next picture, unless told."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)
