"""What a picture says of itself, from the agency's file through the record into every copy readers get."""

import json
import subprocess
from pathlib import Path

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles import renditions
from articles.models import Photo
from tests.metadata_files import exif, jpeg, xmp
from tests.programs import program

SENT = {
    "Creator": "Ludovic Marin",
    "Credit": "LUDOVIC MARIN / AFP",
    "Rights": "© AFP & Cie",
    "WebStatement": "https://afp.example/licence",
}
PACKET = xmp(
    "<dc:creator><rdf:Seq><rdf:li>Ludovic Marin</rdf:li></rdf:Seq></dc:creator>"
    "<photoshop:Credit>AFP</photoshop:Credit>"
    '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© AFP &amp; Cie</rdf:li></rdf:Alt></dc:rights>'
    "<xmpRights:WebStatement>https://afp.example/licence</xmpRights:WebStatement>"
)
CAMERA, GPS = {0x010F: "Nikon", 0x8825: {1: "N", 2: (48.0, 51.0, 24.0)}}, "-GPS:all"


@pytest.fixture
def copies(desk, tmp_path):
    """What exiftool reads in each file made of an uploaded picture."""
    file = jpeg(PACKET, exif_block=exif(CAMERA), size=(1400, 1000))
    sent = tmp_path / "port.jpg"
    sent.write_bytes(file.read())
    assert said_by(sent)[0]["GPSLatitude"]
    desk.post(reverse("admin:articles_photo_upload"), {"file": SimpleUploadedFile(sent.name, sent.read_bytes())})
    photo = Photo.objects.get()
    assert str(photo.credit) == SENT["Credit"]
    folder = Path(storages["renditions"].path(renditions.path(photo.rendition_key, "full-480", "jpg"))).parent
    return said_by(*sorted(folder.iterdir()))


def said_by(*paths):
    tags = [f"-{tag}" for tag in SENT]
    asked = [program("exiftool"), "-json", GPS, "-EXIF:Make", "-ImageWidth", *tags, *paths]
    return json.loads(subprocess.run(asked, check=True, capture_output=True).stdout)


@pytest.mark.django_db
def test_every_copy_of_320_pixels_and_more_names_creator_credit_copyright_and_licence(copies):
    large = [copy for copy in copies if copy["ImageWidth"] >= 320]
    assert {Path(copy["SourceFile"]).suffix for copy in large} == {".avif", ".jpg"}
    for copy in large:
        assert {tag: copy.get(tag) for tag in SENT} == SENT, copy["SourceFile"]


@pytest.mark.django_db
def test_no_copy_says_where_the_camera_stood_or_what_it_was(copies):
    assert [name for copy in copies for name in copy if name.startswith("GPS") or name == "Make"] == []
