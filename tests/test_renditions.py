"""The smaller copies of a picture: which there are, what they show, and what they never carry."""

import io

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image, ImageCms

from articles import renditions
from articles.models import Photo
from tests.making import an_hour_ago, make_article, make_photo, picture_file

MIDDLE = (0.5, 0.5)


def written(image, kind="JPEG", **options):
    file = io.BytesIO()
    image.save(file, kind, **options)
    return ContentFile(file.getvalue(), name="picture")


def halves(left, right, size=(640, 320), mode="RGB"):
    """A picture whose left and right halves differ."""
    image = Image.new(mode, size, left)
    image.paste(right, (size[0] // 2, 0, *size))
    return image


def make(file, focal=MIDDLE):
    """All copies of a picture, opened, by recipe and extension."""
    file_key = renditions.key(renditions.digest(file), focal)
    renditions.make(file, file_key, focal)
    made = {}
    for path in renditions.paths(file_key, *renditions.size(file)):
        with storages["renditions"].open(path) as stored, Image.open(stored) as image:
            image.load()
            made[path.rpartition("/")[2]] = image
    return made


def kept():
    """Every file below the storage of renditions."""
    storage = storages["renditions"]

    def below(folder):
        folders, files = storage.listdir(folder)
        return {f"{folder}/{name}" for name in files}.union(*(below(f"{folder}/{name}") for name in folders))

    return below(".") if storage.exists(".") else set()


def near(colour, other, distance=12):
    return all(abs(one - two) <= distance for one, two in zip(colour, other, strict=True))


# Which copies there are


@pytest.mark.parametrize(
    ("shape", "size", "widths"),
    [
        ("full", (6000, 4000), [480, 800, 1200, 1600]),
        ("full", (1000, 700), [480, 800, 1000]),
        ("full", (480, 320), [480]),
        ("full", (100, 80), [100]),
        ("3x2", (6000, 4000), [320, 640, 800, 1200]),
        ("3x2", (600, 4000), [320, 600]),
        ("1x1", (6000, 4000), [120, 240]),
        ("1x1", (1, 1), [1]),
    ],
)
def test_a_picture_is_offered_in_the_widths_it_has_and_never_enlarged(shape, size, widths):
    assert [rendition.width for rendition in renditions.of_shape(shape, *size)] == widths


@pytest.mark.parametrize("size", [(6000, 4000), (400, 3000), (3000, 400), (1, 1), (50, 1000)])
def test_no_copy_is_larger_than_its_original(size):
    for rendition in renditions.all_of(*size):
        assert 1 <= rendition.width <= size[0]
        assert 1 <= rendition.height <= size[1]


def test_machines_get_their_three_shapes_as_jpeg_alone():
    for shape, size in (("16x9", (1200, 675)), ("4x3", (1200, 900)), ("1x1", (1200, 1200))):
        rendition = renditions.shared(shape, 6000, 4000)
        assert (rendition.width, rendition.height, rendition.extensions) == (*size, ("jpg",))


def test_every_copy_is_stored_in_the_size_the_page_says():
    made = make(picture_file((900, 600)))
    expected = {
        f"{rendition.recipe}.{extension}": (rendition.width, rendition.height)
        for rendition in renditions.all_of(900, 600)
        for extension in rendition.extensions
    }
    assert {name: image.size for name, image in made.items()} == expected
    assert {image.format for name, image in made.items() if name.endswith("jpg")} == {"JPEG"}
    assert {image.format for name, image in made.items() if name.endswith("avif")} == {"AVIF"}


# What they show


@pytest.mark.parametrize(("focal", "shown"), [((0, 0.5), (255, 0, 0)), ((1, 0.5), (0, 0, 255))])
def test_a_crop_stays_at_the_focal_point(focal, shown):
    square = make(written(halves((255, 0, 0), (0, 0, 255))), focal)["1x1-240.jpg"]
    assert near(square.getpixel((120, 120)), shown)
    assert near(square.getpixel((5, 120)), shown) and near(square.getpixel((234, 120)), shown)


def test_a_crop_goes_no_further_than_the_border():
    image = Image.new("RGB", (100, 60))
    assert renditions.cropped(image, "1x1", (0, 0)).size == (60, 60)
    assert renditions.cropped(image, "1x1", (1, 1)).size == (60, 60)


def test_the_whole_picture_is_never_cropped():
    full = make(written(halves((255, 0, 0), (0, 0, 255))), (0, 0.5))["full-480.jpg"]
    assert near(full.getpixel((20, 100)), (255, 0, 0)) and near(full.getpixel((460, 100)), (0, 0, 255))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_however_the_camera_was_held(orientation):
    upright = Image.new("RGB", (120, 60), (0, 0, 255))
    upright.paste((255, 0, 0), (0, 0, 60, 30))
    turns = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    held = upright.transpose(turns[orientation]) if orientation in turns else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    file = written(held, exif=exif, quality=95, subsampling=0)
    assert renditions.size(file) == (120, 60)
    full = make(file)["full-480.jpg"]
    assert full.size == (120, 60)
    assert near(full.getpixel((15, 8)), (255, 0, 0), 40) and near(full.getpixel((100, 50)), (0, 0, 255), 40)


# What they never carry


def test_a_camera_that_says_nonsense_of_how_it_was_held_is_not_believed():
    orientation_in_words = b"II*\0\x08\0\0\0\x01\0\x12\x01\x02\0\x01\0\0\0abcd\0\0\0\0"
    file = written(Image.new("RGB", (60, 40)), exif=b"Exif\0\0" + orientation_in_words)
    assert renditions.size(file) == (60, 40)
    assert make(file)["full-480.jpg"].size == (60, 40)


def test_no_copy_tells_where_when_or_with_what_a_picture_was_taken():
    exif = Image.Exif()
    exif[0x010F] = "Camera maker"
    exif[0x8298] = "Secret copyright"
    exif.get_ifd(0x8825)[1] = "N"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    file = written(Image.new("RGB", (300, 200), "teal"), exif=exif, icc_profile=profile, comment=b"Secret comment")
    for name, image in make(file).items():
        assert not image.getexif(), name
        assert not {"icc_profile", "exif", "comment", "xmp"} & set(image.info), name
    for path in kept():
        with storages["renditions"].open(path) as stored:
            content = stored.read()
        assert b"Secret" not in content and b"Camera maker" not in content


# Every kind of picture


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        (lambda: written(Image.new("CMYK", (300, 200), (0, 255, 255, 0))), (255, 0, 0)),
        (lambda: written(Image.new("L", (300, 200), 128)), (128, 128, 128)),
        (lambda: written(Image.new("1", (300, 200), 1), "PNG"), (255, 255, 255)),
        (lambda: written(Image.new("RGB", (300, 200), (0, 0, 255)).quantize(), "PNG"), (0, 0, 255)),
        (lambda: written(Image.new("RGBA", (300, 200), (0, 0, 0, 0)), "PNG"), (255, 255, 255)),
        (lambda: written(Image.new("LA", (300, 200), (0, 0)), "PNG"), (255, 255, 255)),
        (lambda: written(Image.new("P", (300, 200), 0), "PNG", transparency=0), (255, 255, 255)),
        (lambda: written(Image.new("I;16", (300, 200), 0x8080), "PNG"), (128, 128, 128)),
        (lambda: written(Image.new("RGB", (300, 200), (0, 0, 255)), "WEBP"), (0, 0, 255)),
        (lambda: written(Image.new("RGB", (300, 200), (0, 0, 255)), "TIFF"), (0, 0, 255)),
    ],
    ids=["CMYK", "grey", "black and white", "palette", "transparent", "grey transparent", "transparent palette"]
    + ["16 bits", "WebP", "TIFF"],
)
def test_every_kind_of_picture_becomes_a_plain_one(file, shown):
    for image in make(file()).values():
        assert image.mode == "RGB"
        assert near(image.getpixel((image.width // 2, image.height // 2)), shown)


def truncated():
    noise = Image.effect_noise((600, 400), 80).convert("RGB")
    whole = written(noise, quality=95).read()
    return ContentFile(whole[: len(whole) // 2], name="truncated.jpg")


def broken_avif():
    whole = written(Image.new("RGB", (60, 40)), "AVIF").read()
    return ContentFile(whole.replace(b"iloc", b"ilox"), name="broken.avif")


@pytest.mark.parametrize(
    "file",
    [
        truncated,
        lambda: ContentFile(b"These are words.", name="words.jpg"),
        lambda: ContentFile(b"", name="nothing.jpg"),
        lambda: ContentFile(b"\xff\xd8\xff\xe0" + b"\0" * 100, name="header.jpg"),
        lambda: ContentFile(b"<svg xmlns='http://www.w3.org/2000/svg'/>", name="drawing.svg"),
        broken_avif,
        lambda: written(Image.new("1", (12_000, 10_000)), "PNG"),
    ],
    ids=["truncated", "words", "nothing", "a header alone", "svg", "a broken AVIF", "more pixels than a camera has"],
)
def test_what_is_no_picture_is_refused_and_leaves_no_file(file):
    file, before = file(), kept()
    with pytest.raises(renditions.UnreadablePicture):
        renditions.make(file, renditions.key(renditions.digest(file), MIDDLE), MIDDLE)
    assert kept() == before


def test_a_failure_half_way_leaves_no_file_behind():
    file = picture_file()
    key = renditions.key(renditions.digest(file), MIDDLE)
    storages["renditions"].save(f"{renditions.path(key, '1x1-1200', 'jpg')}/in-the-way", ContentFile(b"A folder."))
    before = kept()
    with pytest.raises(OSError):
        renditions.make(file, key, MIDDLE)
    assert kept() == before


# Their names


def test_another_focal_point_is_another_set_of_files():
    assert renditions.key("digest", (0.5, 0.5)) != renditions.key("digest", (0.5, 0.501))
    assert renditions.key("digest", (0.5, 0.5)) == renditions.key("digest", (0.5, 0.5000001))


@pytest.mark.django_db
def test_a_moved_focal_point_gives_a_photo_new_addresses(client):
    photo = make_photo()
    before = photo.address("1x1-120", "jpg")
    photo.focal_x = 0.1
    photo.save(update_fields=["focal_x"])
    stored = Photo.objects.get()
    assert stored.address("1x1-120", "jpg") != before
    assert renditions.complete(stored.rendition_key, stored.width, stored.height)


@pytest.mark.django_db
def test_a_photo_keeps_its_original_to_the_byte():
    file = picture_file()
    photo = make_photo(original=file)
    file.seek(0)
    with photo.original.open() as original:
        assert original.read() == file.read()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("uploaded", "stored"),
    [
        ("Le port (2).JPG", "le-port-2.jpg"),
        ("漢" * 150 + ".jpg", "article.jpg"),
        ("é" * 130 + ".jpg", "e" * 80 + ".jpg"),
        ("!!!", "article"),
        ("a.php.<script>", "a-php.scri"),
        ("../../port.jpg", "port.jpg"),
    ],
)
def test_an_original_gets_a_name_that_every_disk_takes(uploaded, stored):
    photo = make_photo(original=SimpleUploadedFile(uploaded, picture_file().read()))
    assert photo.original.name.rpartition("/")[2].startswith(stored.partition(".")[0])
    assert photo.original.name.endswith(stored.partition(".")[2])
    assert photo.original.name.isascii()


@pytest.mark.django_db
def test_a_picture_uploaded_twice_stays_when_one_of_the_two_is_deleted(django_capture_on_commit_callbacks):
    data = picture_file().read()
    kept_photo, deleted = (make_photo(original=ContentFile(data, name="port.jpg")) for _ in range(2))
    facts = kept_photo.rendition_key, kept_photo.width, kept_photo.height
    with django_capture_on_commit_callbacks(execute=True):
        deleted.delete()
    assert renditions.complete(*facts)
    with django_capture_on_commit_callbacks(execute=True):
        kept_photo.delete()
    assert not any(storages["renditions"].exists(path) for path in renditions.paths(*facts))


@pytest.mark.django_db
def test_files_that_are_there_are_not_made_again():
    photo = make_photo()
    path = renditions.path(photo.rendition_key, "full-480", "jpg")
    made_at = storages["renditions"].get_modified_time(path)
    with photo.original.open() as original:
        renditions.make(original, photo.rendition_key, MIDDLE)
    assert storages["renditions"].get_modified_time(path) == made_at


@pytest.mark.django_db
@pytest.mark.parametrize("recipe", ["a" * 300, "full-481", "3x2-9999"])
def test_a_copy_that_no_recipe_makes_is_not_there(client, recipe):
    photo = make_photo()
    make_article(published_at=an_hour_ago(), photo=photo)
    assert client.get(photo.address(recipe, "jpg")).status_code == 404


@pytest.mark.django_db
def test_a_photos_file_is_shown_at_the_desk_to_those_with_a_login_alone(client, desk):
    photo = make_photo()
    address = reverse("admin:articles_photo_file", args=[photo.pk, "full-480", "jpg"])
    response = desk.get(address)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert client.get(address).status_code == 302
