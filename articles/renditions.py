"""Smaller copies of a picture, made once, when its original is stored.

A recipe is a shape and a width. Which recipes exist for a picture follows from its size alone,
so that a page prints their addresses without opening a file; nothing is ever enlarged.
"""

import io
from dataclasses import dataclass
from hashlib import blake2b, file_digest

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from PIL import Image

from articles.picture_files import one_at_a_time, opened, size
from articles.pixels import decoded
from articles.refusals import UnreadablePicture

# Part of every key: raise it when a recipe or an encoder setting changes.
RECIPES_VERSION = 2
LARGEST = 1600
THUMBNAIL = 320
# Below it, what a file says of itself would be a good part of its bytes.
NARROWEST_WITH_PACKET = 320

SHAPES = {"full": None, "3x2": (3, 2), "1x1": (1, 1), "16x9": (16, 9), "4x3": (4, 3)}
WIDTHS = {"full": (480, 800, 1200, 1600), "3x2": (320, 640, 800, 1200), "1x1": (120, 240)}
# What search engines and share cards ask for, in the one format all of them read.
SHARED = {"16x9": 1200, "4x3": 1200, "1x1": 1200}

# Quality by eye on the demo pictures and photographs; speed 8 costs 15 % more bytes than
# speed 6 and a third of its time.
AVIF = {"format": "AVIF", "quality": 55, "speed": 8}
JPEG = {"format": "JPEG", "quality": 78, "optimize": True, "progressive": True}
ENCODERS = {"avif": AVIF, "jpg": JPEG}


@dataclass(frozen=True)
class Rendition:
    """One smaller copy. `width` and `height` are pixels as delivered."""

    recipe: str
    width: int
    height: int
    extensions: tuple[str, ...]


def digest(file):
    """What identifies an original: the SHA-256 of its bytes."""
    file.seek(0)
    return file_digest(file, "sha256").hexdigest()


def key(original_digest, focal, packet=b""):
    """Names the set of files of one original cut around one focal point."""
    facts = f"{original_digest} {focal[0]:.3f} {focal[1]:.3f} {RECIPES_VERSION}"
    return blake2b(facts.encode() + packet, digest_size=8).hexdigest()


def path(set_key, recipe, extension):
    return f"{set_key[:2]}/{set_key}/{recipe}.{extension}"


def of_shape(shape, width, height):
    """The renditions of a picture in one shape, smallest first.

    The last is as large as the original allows when that falls between two widths."""
    full_width, full_height = cropped_size(shape, width, height)
    made, smaller = [], 0
    for wanted in WIDTHS.get(shape, ()):
        if smaller >= full_width:
            break
        made.append(sized(f"{shape}-{wanted}", wanted, (full_width, full_height), ("avif", "jpg")))
        smaller = wanted
    return made


def shared(shape, width, height):
    """The rendition for machines in one shape."""
    whole = cropped_size(shape, width, height)
    return sized(f"{shape}-{SHARED[shape]}", SHARED[shape], whole, ("jpg",))


def all_of(width, height):
    pages = [rendition for shape in WIDTHS for rendition in of_shape(shape, width, height)]
    return pages + [shared(shape, width, height) for shape in SHARED]


def make(file, set_key, focal, packet=b""):
    """Make the whole set, unless it is there. A failure half-way leaves no file behind.

    Raises `UnreadablePicture`, and `PictureNotKept` when the disk is full. Decodes once; each copy is resized from the
    next larger one; `packet`, as XMP, goes with all but the smallest."""
    width, height = size(file)
    if complete(set_key, width, height):
        return
    storage, written = storages["renditions"], []
    try:
        with one_at_a_time():
            image = decoded(file, LARGEST)
            for rendition, picture in copies(image, all_of(width, height), focal):
                for extension in rendition.extensions:
                    name = path(set_key, rendition.recipe, extension)
                    storage.delete(name)
                    written.append(storage.save(name, encoded(picture, extension, packet)))
    except BaseException:
        for name in written:
            storage.delete(name)
        raise


def complete(set_key, width, height):
    return all(storages["renditions"].exists(name) for name in paths(set_key, width, height))


def remove(set_key, width, height):
    for name in paths(set_key, width, height):
        storages["renditions"].delete(name)


def paths(set_key, width, height):
    return [
        path(set_key, rendition.recipe, extension)
        for rendition in all_of(width, height)
        for extension in rendition.extensions
    ]


def cropped_size(shape, width, height):
    """The largest size of a shape that fits into the picture."""
    ratio = SHAPES[shape]
    if ratio is None:
        return width, height
    across, down = ratio
    if width * down > height * across:
        return max(1, round(height * across / down)), height
    return width, max(1, round(width * down / across))


def sized(recipe, wanted, whole, extensions):
    width = min(wanted, whole[0])
    return Rendition(recipe, width, max(1, round(whole[1] * width / whole[0])), extensions)


def copies(image, renditions, focal):
    """Pairs of rendition and picture; within a shape from large to small."""
    shapes = {}
    for rendition in renditions:
        shapes.setdefault(rendition.recipe.split("-")[0], []).append(rendition)
    for shape, wanted in shapes.items():
        picture = cropped(image, shape, focal)
        for rendition in sorted(wanted, key=lambda r: -r.width):
            picture = picture.resize((rendition.width, rendition.height), Image.Resampling.LANCZOS)
            yield rendition, picture


def cropped(image, shape, focal):
    """The largest cut of a shape, as near to the focal point as the borders allow."""
    width, height = cropped_size(shape, *image.size)
    left = min(max(round(focal[0] * image.width - width / 2), 0), image.width - width)
    top = min(max(round(focal[1] * image.height - height / 2), 0), image.height - height)
    return image.crop((left, top, left + width, top + height))


def encoded(picture, extension, packet=b""):
    said = {"xmp": packet} if packet and picture.width >= NARROWEST_WITH_PACKET else {}
    buffer = io.BytesIO()
    picture.save(buffer, **ENCODERS[extension], **said)
    return ContentFile(buffer.getvalue())


def remove_unreadable(set_key, width, height):
    """Copies that the disk spoiled go, so that the set counts as missing and is made again."""
    storage = storages["renditions"]
    for name in paths(set_key, width, height):
        if not storage.exists(name):
            continue
        try:
            with storage.open(name) as file, opened(file) as image:
                image.load()
        except UnreadablePicture:
            storage.delete(name)


def thumbnail(file):
    """A small JPEG, as bytes, of a picture that has no copies. Raises `UnreadablePicture`."""
    with one_at_a_time():
        image = decoded(file, THUMBNAIL)
        image.thumbnail((THUMBNAIL, THUMBNAIL), Image.Resampling.LANCZOS)
        return encoded(image, "jpg").read()
