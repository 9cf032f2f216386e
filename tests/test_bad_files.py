"""Every kind of file that somebody will send one day: what they are told, and that nothing of it is kept."""

import errno
import io
import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils.translation import override
from PIL import Image, ImageCms, PngImagePlugin

from articles import picture_files, renditions
from articles.models import Photo, UncreditedPicture
from articles.models.intake import take_in
from articles.refusals import PictureNotKept, UnreadablePicture
from tests.making import make_credit, make_editor, picture_file
from tests.test_renditions import kept, make, near, written

pytestmark = pytest.mark.once


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def named(data, name="picture.jpg"):
    return ContentFile(data, name=name)


def noise(size=(600, 400)):
    return Image.effect_noise(size, 80).convert("RGB")


def cut_short(kind):
    whole = written(noise(), kind).read()
    return named(whole[: len(whole) // 2])


def png_that_claims(width, height):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1000)
    return named(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))


def png_with_a_swollen_text():
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "a" * 50_000_000, zip=True)
    return written(noise(), "PNG", pnginfo=info)


def heic(brand=b"heic"):
    return named(b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0mif1heic" + b"\0" * 200, "IMG_0001.HEIC")


def progressive_giant():
    return written(Image.new("RGB", (8000, 6000)), progressive=True, subsampling=0)


CUT, NO_PICTURE = "is cut short", "not a readable picture"
BAD = {
    "nothing": (lambda: named(b""), "is empty"),
    "words": (lambda: named(b"These are words."), NO_PICTURE),
    "a pdf": (lambda: named(b"%PDF-1.7\n" + b"\0" * 100), NO_PICTURE),
    "a bmp": (lambda: written(noise(), "BMP"), NO_PICTURE),
    "a header alone": (lambda: named(b"\xff\xd8\xff\xe0" + b"\0" * 100), NO_PICTURE),
    "half a jpeg": (lambda: cut_short("JPEG"), CUT),
    "half a png": (lambda: cut_short("PNG"), CUT),
    "half a tiff": (lambda: cut_short("TIFF"), ""),
    "half a webp": (lambda: cut_short("WEBP"), ""),
    "half an avif": (lambda: cut_short("AVIF"), ""),
    "half a gif": (lambda: cut_short("GIF"), ""),
    "a drawing": (lambda: named(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "logo.svg"), "SVG"),
    "a drawing called a photo": (lambda: named(b"<?xml version='1.0'?>\n<SVG/>", "photo.jpg"), "SVG"),
    "a web page": (lambda: named(b"\n<!doctype html><script>alert(1)</script>"), "web page"),
    "a web page that begins as a gif": (lambda: named(b"GIF89a=1;/*<script>alert(1)</script>*/" * 9), NO_PICTURE),
    "a phone's heic": (heic, "Settings > Camera > Formats"),
    "a heic called jpg": (lambda: heic(b"mif1"), "Settings > Camera > Formats"),
    "a small file that claims 900 megapixels": (lambda: png_that_claims(30_000, 30_000), "50 megapixels"),
    "a small file that claims 100 megapixels": (lambda: png_that_claims(10_000, 10_000), "50 megapixels"),
    "a text that swells": (png_with_a_swollen_text, NO_PICTURE),
    "41 megabytes": (lambda: named(picture_file().read() + b"\0" * 41_000_000), "40 megabytes"),
    "a progressive giant": (progressive_giant, "too much memory"),
    "a webp giant": (lambda: written(Image.new("RGB", (5000, 4000)), "WEBP", method=0), "too much memory"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_in_a_whole_sentence_and_leaves_nothing(kind):
    make_file, said = BAD[kind]
    file, before, originals = make_file(), kept(), stored_originals()
    with pytest.raises(UnreadablePicture) as refusal:
        take_in(file, make_editor(), credit=make_credit("Jeanne Morvan"))
    assert said in str(refusal.value)
    assert str(refusal.value).endswith(".")
    assert not Photo.objects.exists() and not UncreditedPicture.objects.exists()
    assert kept() == before and stored_originals() == originals


def stored_originals():
    return {path for path in Path(storages["originals"].location).rglob("*") if path.is_file()}


def test_the_limits_are_the_papers_own(settings):
    settings.PHOTO_MOST_MEGAPIXELS, settings.PHOTO_MOST_MEGABYTES = 1, 1
    with pytest.raises(UnreadablePicture, match="1 megapixels"):
        picture_files.look(png_that_claims(1001, 1000))
    with pytest.raises(UnreadablePicture, match="1 megabytes"):
        picture_files.look(named(b"\xff" * 1_000_001))


# What is odd, and taken


@pytest.mark.parametrize(
    ("kind", "extension"),
    [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("TIFF", "tif"), ("AVIF", "avif"), ("GIF", "gif")],
)
def test_a_picture_is_what_its_content_is_and_renamed_accordingly(kind, extension):
    picture = picture_files.look(written(noise(), kind))
    assert (picture.extension, picture.width, picture.height, picture.notes) == (extension, 600, 400, [])
    assert picture.named("Le port.bmp") == f"Le port.{extension}"


@pytest.mark.parametrize(
    ("sent", "named"),
    [
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\photos\\port.JPG", "port.jpg"),
        ("a\0b\n.jpg", "ab.jpg"),
        ("", "photo.jpg"),
        ("..", "...jpg"),
        ("x" * 999 + ".jpg", "x" * 150 + ".jpg"),
    ],
)
def test_a_hostile_name_loses_what_is_hostile(sent, named):
    assert picture_files.PictureFile("jpg", 1, 1, []).named(sent) == named


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP", "AVIF"])
def test_of_an_animation_the_first_image_is_taken_and_that_is_said(kind):
    frames = [Image.new("RGB", (300, 200), colour) for colour in ("red", "blue")]
    file = written(frames[0], kind, save_all=True, append_images=frames[1:])
    assert picture_files.look(file).notes == ["This was an animation: only its first image is kept."]
    assert near(make(file)["full-480.jpg"].getpixel((150, 100)), (255, 0, 0))


def test_a_tiny_picture_is_taken_with_a_warning():
    assert "only 64 pixels wide" in picture_files.look(picture_file((64, 48))).notes[0]


def test_a_telephones_jpeg_with_two_pictures_is_one_photo():
    file = written(noise(), "MPO", save_all=True, append_images=[noise((60, 40))])
    picture = picture_files.look(file)
    assert (picture.extension, picture.width, picture.notes) == ("jpg", 600, [])
    assert make(file)["full-480.jpg"].size == (480, 320)


@pytest.mark.parametrize(
    "profile",
    [b"no profile at all", b"\0" * 3_000_000, ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()],
    ids=["broken", "huge", "of another kind"],
)
def test_a_wild_profile_is_read_as_srgb(profile):
    file = written(Image.new("RGB", (300, 200), (200, 30, 30)), icc_profile=profile)
    assert near(make(file)["full-480.jpg"].getpixel((150, 100)), (200, 30, 30))


@pytest.mark.parametrize("exif", [b"Exif\0\0" + b"\xff" * 60_000, b"Exif\0\0MM\0*\0\0\0\x08\xff\xff", b"Exif\0\0"])
def test_broken_exif_is_no_reason_to_refuse_a_picture(exif):
    file = written(noise(), exif=exif)
    assert picture_files.look(file).width == 600
    assert make(file)["full-480.jpg"].size == (480, 320)


def test_sixteen_bits_of_colour_become_eight():
    samples = struct.pack("<HHH", 0xC800, 0x1E00, 0x1E00) * (300 * 200)
    file = io.BytesIO()
    tags = {256: 300, 257: 200, 258: (16, 16, 16), 259: 1, 262: 2, 273: 8, 277: 3, 278: 200, 279: len(samples)}
    file.write(tiff_of(tags, samples))
    assert near(make(named(file.getvalue()))["full-480.jpg"].getpixel((150, 100)), (200, 30, 30))


def tiff_of(tags, samples):
    """A plain TIFF; Pillow writes none with sixteen bits of colour."""
    directory_at = 8 + len(samples)
    beside_at = directory_at + 2 + 12 * len(tags) + 4
    entries = b""
    for tag, value in sorted(tags.items()):
        if isinstance(value, tuple):
            entries += struct.pack("<HHII", tag, 3, len(value), beside_at)
        else:
            entries += struct.pack("<HHII", tag, 4, 1, value)
    head = struct.pack("<2sHI", b"II", 42, directory_at)
    return head + samples + struct.pack("<H", len(tags)) + entries + b"\0" * 4 + struct.pack("<HHH", 16, 16, 16)


# A disk that fills up

# In a process of its own, which may write no file larger than this: to its programs a full disk.
ON_A_SMALL_DISK = """
import resource, signal
import django
django.setup()
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils.translation import activate
from PIL import Image
from articles import renditions
from articles.refusals import PictureNotKept
from tests.test_renditions import kept, written
activate("en")
file = written(Image.effect_noise((1600, 1100), 80).convert("RGB"))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
for keep in (
    lambda: renditions.make(file, "ab" * 8, (0.5, 0.5)),
    lambda: storages["originals"].save("port.jpg", file),
):
    try:
        keep()
    except PictureNotKept as error:
        print(error)
print(sorted(kept()), storages["originals"].listdir(".")[1])
"""


def run(program, *arguments):
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.splitlines()


def test_a_disk_that_fills_up_half_way_keeps_no_half_of_a_picture():
    first, second, left = run(ON_A_SMALL_DISK)
    assert first == second
    assert first.startswith("The disk is full: the picture was not kept.")
    assert left == "[] []"


@pytest.mark.django_db
def test_a_full_disk_leaves_neither_row_nor_copies(monkeypatch):
    def full(*arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    before = kept()
    file = picture_file()
    monkeypatch.setattr("articles.originals.os.link", full_for_originals(full))
    with pytest.raises(PictureNotKept):
        take_in(file, make_editor(), credit=make_credit("Jeanne Morvan"))
    assert not Photo.objects.exists()
    assert kept() == before


def full_for_originals(full):
    link = os.link
    return lambda source, target: full() if "/originals/" in str(target) else link(source, target)


# Memory

FIFTY = (8600, 5800)
AT_ITS_PEAK = """
import sys
import django
django.setup()
from django.core.files.base import File
from articles import picture_files, renditions
with open(sys.argv[1], "rb") as file:
    picture_files.look(File(file))
    renditions.make(File(file), "cd" * 8, (0.5, 0.5), b"<x:xmpmeta/>")
print(open("/proc/self/status").read().partition("VmHWM:")[2].split()[0])
"""


@pytest.mark.parametrize(
    ("kind", "mode", "size", "options"),
    [
        ("JPEG", "RGB", FIFTY, {}),
        ("JPEG", "RGB", FIFTY, {"progressive": True}),
        ("PNG", "RGB", FIFTY, {"compress_level": 1}),
        ("PNG", "RGBA", FIFTY, {"compress_level": 1}),
        ("TIFF", "RGB", FIFTY, {"compression": "tiff_lzw"}),
        # Larger ones of these are refused.
        ("WEBP", "RGBA", (4200, 4000), {"method": 0}),
        ("AVIF", "RGBA", (4200, 4000), {"speed": 10}),
    ],
    ids=["JPEG", "progressive JPEG", "PNG", "transparent PNG", "TIFF", "WebP", "AVIF"],
)
def test_the_largest_picture_leaves_a_worker_below_400_megabytes(tmp_path, kind, mode, size, options):
    path = tmp_path / "large"
    Image.linear_gradient("L").resize(size).convert(mode).save(path, kind, **options)
    assert int(run(AT_ITS_PEAK, str(path))[0]) < 340_000


def test_the_copies_say_who_made_the_picture_from_320_pixels_on():
    file, packet = picture_file((900, 600)), b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"
    key = renditions.key(renditions.digest(file), (0.5, 0.5), packet)
    renditions.make(file, key, (0.5, 0.5), packet)
    for rendition in renditions.all_of(900, 600):
        for extension in rendition.extensions:
            with storages["renditions"].open(renditions.path(key, rendition.recipe, extension)) as copy:
                said = Image.open(copy).info.get("xmp")
            assert said == (packet if rendition.width >= 320 else None), rendition


def test_the_trays_thumbnail_is_a_small_jpeg():
    with Image.open(io.BytesIO(renditions.thumbnail(picture_file((900, 600))))) as image:
        assert (image.format, image.size) == ("JPEG", (320, 213))
