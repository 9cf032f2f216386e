"""Smaller copies of a picture, made once, when its original is stored.

A recipe is a shape and a width. Which recipes exist for a picture follows from its size alone,
so that a page prints their addresses without opening a file; nothing is ever enlarged.
"""

import fcntl
import io
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b, file_digest

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from PIL import Image, ImageCms, ImageOps

# Part of every key: raise it when a recipe or an encoder setting changes.
RECIPES_VERSION = 1
LARGEST = 1600
# The largest camera's picture, and no bomb: a few kilobytes can claim gigabytes of white.
MOST_PIXELS = 110_000_000

SHAPES = {"full": None, "3x2": (3, 2), "1x1": (1, 1), "16x9": (16, 9), "4x3": (4, 3)}
WIDTHS = {"full": (480, 800, 1200, 1600), "3x2": (320, 640, 800, 1200), "1x1": (120, 240)}
# What search engines and share cards ask for, in the one format all of them read.
SHARED = {"16x9": 1200, "4x3": 1200, "1x1": 1200}

# Quality by eye on the demo pictures and photographs; speed 8 costs 15 % more bytes than
# speed 6 and a third of its time.
AVIF = {"format": "AVIF", "quality": 55, "speed": 8}
JPEG = {"format": "JPEG", "quality": 78, "optimize": True, "progressive": True}
ENCODERS = {"avif": AVIF, "jpg": JPEG}


class UnreadablePicture(ValueError):
    """The file is not a picture that we can read."""


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


def size(file):
    """Width and height in pixels, as seen upright. Raises `UnreadablePicture`."""
    with opened(file) as image:
        width, height = image.size
        turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    return (height, width) if turned else (width, height)


def key(original_digest, focal):
    """Names the set of files of one original cut around one focal point."""
    facts = f"{original_digest} {focal[0]:.3f} {focal[1]:.3f} {RECIPES_VERSION}"
    return blake2b(facts.encode(), digest_size=8).hexdigest()


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


def make(file, set_key, focal):
    """Make the whole set, unless it is there. A failure half-way leaves no file behind.

    Raises `UnreadablePicture`. Decodes once; each copy is resized from the next larger one."""
    if complete(set_key, *size(file)):
        return
    storage, written = storages["renditions"], []
    try:
        with one_at_a_time():
            image, width, height = decoded(file)
            for rendition, picture in copies(image, all_of(width, height), focal):
                for extension in rendition.extensions:
                    name = path(set_key, rendition.recipe, extension)
                    storage.delete(name)
                    written.append(storage.save(name, encoded(picture, extension)))
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


def encoded(picture, extension):
    buffer = io.BytesIO()
    picture.save(buffer, **ENCODERS[extension])
    return ContentFile(buffer.getvalue())


@contextmanager
def opened(file):
    file.seek(0)
    try:
        with Image.open(file) as image:
            if image.width * image.height > MOST_PIXELS:
                raise UnreadablePicture("too many pixels")
            yield image
    except (OSError, SyntaxError, ValueError, RuntimeError, Image.DecompressionBombError) as error:
        raise UnreadablePicture(str(error)) from error


def decoded(file):
    """The picture upright, in sRGB, without its metadata, with the size of its original.

    A large JPEG is decoded at a half or a quarter: four times less time and memory."""
    width, height = size(file)
    with opened(file) as image:
        ratio = min(1, LARGEST / min(image.size))
        image.draft("RGB", (round(image.width * ratio), round(image.height * ratio)))
        return flattened(in_srgb(ImageOps.exif_transpose(image))), width, height


def in_srgb(image):
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "CMYK", "L"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        # A broken profile is no reason to refuse a picture; it is read as sRGB.
        return image
    return converted


def flattened(image):
    """Plain RGB, what is transparent on white, and nothing of the source's metadata."""
    if "A" in image.getbands() or "transparency" in image.info:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image)
    if image.mode.startswith("I"):
        # Sixteen bits of grey: Pillow itself would show whatever is brighter than black as white.
        image = image.point(lambda value: value / 256).convert("L")
    image = image.convert("RGB")
    image.info = {}
    return image


@contextmanager
def one_at_a_time():
    """Across all workers: a picture takes much memory, and nobody waits long."""
    with open(settings.VAR / "renditions.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
