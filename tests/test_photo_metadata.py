import io
import json

import pytest
from PIL import Image

from articles import photo_metadata
from articles.models import PhotoCredit
from articles.models.found import credit_found
from articles.photo_metadata import PhotoMetadata
from tests.making import make_credit, paris
from tests.metadata_files import UTF8, exif, iim, jpeg, xmp

pytestmark = pytest.mark.once

AGENCY_XMP = xmp(
    "<dc:creator><rdf:Seq><rdf:li>Ludovic Marin</rdf:li></rdf:Seq></dc:creator><dc:rights><rdf:Alt>"
    '<rdf:li xml:lang="fr">© AFP en français</rdf:li>'
    '<rdf:li xml:lang="x-default">© AFP &amp; Cie</rdf:li></rdf:Alt></dc:rights>'
    "<photoshop:Credit>Ludovic Marin / AFP</photoshop:Credit><photoshop:Source>AFP</photoshop:Source>"
    "<photoshop:Headline>Le vote</photoshop:Headline><photoshop:City>Orléans</photoshop:City>"
    "<photoshop:Country>France</photoshop:Country>"
    "<photoshop:DateCreated>2026-03-03T15:45:00+01:00</photoshop:DateCreated>"
    "<xmpRights:WebStatement>https://afp.example/licence</xmpRights:WebStatement>"
    '<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource"><plus:LicensorURL>https://afp.example/achat'
    "</plus:LicensorURL></rdf:li></rdf:Seq></plus:Licensor>"
    "<dc:subject><rdf:Bag><rdf:li>vote</rdf:li><rdf:li>Vote</rdf:li><rdf:li>Loire</rdf:li></rdf:Bag></dc:subject>"
    "<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang='x-default'>Une urne</rdf:li></rdf:Alt>"
    "</Iptc4xmpCore:AltTextAccessibility><Iptc4xmpExt:DigitalSourceType>"
    "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture</Iptc4xmpExt:DigitalSourceType>"
)
BILLION_LAUGHS = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>' + xmp(
    "<photoshop:Headline>&b;</photoshop:Headline>"
)


def read(**blocks):
    with Image.open(jpeg(**blocks)) as image:
        return photo_metadata.read(image)


def test_the_packet_of_an_agency_is_read():
    found = read(xmp_packet=AGENCY_XMP)
    assert found == PhotoMetadata(
        headline="Le vote",
        photographer="Ludovic Marin",
        agency="AFP",
        copyright="© AFP & Cie",
        license_page="https://afp.example/licence",
        licensor_page="https://afp.example/achat",
        place="Orléans, France",
        alt="Une urne",
        digital_source="digitalCapture",
        keywords=["vote", "Loire"],
        taken_at=paris(2026, 3, 3, 15, 45),
    )
    assert PhotoMetadata.from_json(json.loads(json.dumps(found.as_json()))) == found


def test_a_longer_caption_in_xmp_wins_over_one_cut_in_iptc():
    cut = iim(UTF8, (2, 120, b"Le pont d"), (2, 90, "Orléans".encode()))
    assert read(iim_block=cut).caption == "Le pont d"
    whole = read(iim_block=cut, xmp_packet=xmp("<dc:description>Le pont d'Avignon</dc:description>"))
    assert (whole.caption, whole.place) == ("Le pont d'Avignon", "Orléans")


@pytest.mark.parametrize(
    "records",
    [
        [UTF8, (2, 90, "Orléans".encode())],
        [(2, 90, "Orléans".encode())],
        [(2, 90, b"Orl\xe9ans")],
        [UTF8, (2, 90, "Orléans".encode() + b"\xc3")],
    ],
)
def test_accents_survive_in_whatever_letters_iptc_is_written(records):
    assert read(iim_block=iim(*records)).place == "Orléans"


def test_accents_survive_in_exif():
    tags = {270: "Été à Orléans".encode(), 33432: "© AFP".encode(), 315: b"Ana\xefs Morel"}
    found = read(exif_block=exif(tags, {36867: "2026:07:03 15:45:00"}))
    assert (found.caption, found.copyright, found.photographer) == ("Été à Orléans", "© AFP", "Anaïs Morel")
    assert found.taken_at == paris(2026, 7, 3, 15, 45)


@pytest.mark.parametrize("when", ["0000:00:00 00:00:00", "1700:01:01 00:00:00", "2090:01:01 00:00:00", "hier"])
def test_a_date_that_cannot_be_is_none(when):
    assert read(exif_block=exif({}, {36867: when})).taken_at is None


def test_an_embargo_begins_and_ends_as_the_agency_says():
    days = read(iim_block=iim((2, 30, b"20260303"), (2, 37, b"20260304")))
    assert (days.releasable_from, days.expires_at) == (paris(2026, 3, 3), paris(2026, 3, 5))
    timed = read(iim_block=iim((2, 30, b"20260303"), (2, 35, b"170000+0000"), (2, 37, b"20260304"), (2, 38, b"120000")))
    assert (timed.releasable_from, timed.expires_at) == (paris(2026, 3, 3, 18), paris(2026, 3, 4, 12))


def test_an_embargo_that_ends_before_it_begins_keeps_its_end():
    found = read(iim_block=iim((2, 30, b"20260303"), (2, 37, b"20260203")))
    assert (found.releasable_from, found.expires_at) == (None, paris(2026, 2, 4))


@pytest.mark.parametrize(
    ("creator", "line", "source", "names"),
    [
        ("LUDOVIC MARIN", "AFP", "AFP", ("LUDOVIC MARIN", "AFP")),
        ("", "LUDOVIC MARIN / AFP", "", ("LUDOVIC MARIN", "AFP")),
        ("", "LUDOVIC MARIN", "AFP", ("LUDOVIC MARIN", "AFP")),
        ("", "AFP", "", ("", "AFP")),
        ("", "AFP", "Ludovic Marin", ("Ludovic Marin", "AFP")),
        ("Ludovic Marin", "", "Ludovic Marin", ("Ludovic Marin", "")),
        ("Ludovic Marin", "Ludovic Marin", "", ("Ludovic Marin", "")),
        ("Benoit Tessier", "REUTERS", "X90004", ("Benoit Tessier", "REUTERS")),
        ("Jane Roe", "Getty Images", "Getty Images Europe", ("Jane Roe", "Getty Images Europe")),
        ("AFP", "", "AFP", ("AFP", "")),
        ("", "Jean Dupont", "", ("Jean Dupont", "")),
        ("", "", "", ("", "")),
    ],
)
def test_three_fields_name_two(creator, line, source, names):
    records = [(2, number, text.encode()) for number, text in ((80, creator), (110, line), (115, source)) if text]
    found = read(iim_block=iim(UTF8, *records))
    assert (found.photographer, found.agency) == names


def test_a_credit_pasted_into_the_caption_counts_where_no_field_names_one():
    pasted = (2, 120, "À Rennes. | LUDOVIC MARIN / AFP".encode())
    found = read(iim_block=iim(pasted))
    assert (found.caption, found.photographer, found.agency) == ("À Rennes.", "LUDOVIC MARIN", "AFP")
    assert read(iim_block=iim(pasted, (2, 80, b"Ana Morel"))).photographer == "Ana Morel"


# Pillow warns of broken EXIF while it opens the file.
@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize(
    "blocks",
    [
        {"xmp_packet": BILLION_LAUGHS},
        {"xmp_packet": b"<x:xmpmeta"},
        {"xmp_packet": b"\xff\xfe\0\0"},
        {"iim_block": b"\x1c\x02\x50\xff\xff\xff"},
        {"iim_block": b"junk"},
        {"exif_block": b"Exif\0\0MM\0*\xff\xff\xff\xff"},
        {"exif_block": b"Exif\0\0junk"},
    ],
)
def test_junk_says_nothing(blocks):
    assert read(**blocks) == PhotoMetadata()


def test_a_huge_packet_is_ignored():
    image = Image.new("RGB", (8, 8))
    image.info["xmp"] = xmp(f"<photoshop:Headline>{'x' * 2_000_000}</photoshop:Headline>")
    assert photo_metadata.read(image) == PhotoMetadata()


def test_what_cannot_be_kept_is_taken_out():
    found = read(
        iim_block=iim((2, 105, b"A\0 vote\x1b"), (2, 120, b"x" * 9000)),
        xmp_packet=xmp("<xmpRights:WebStatement>javascript:alert(1)</xmpRights:WebStatement>"),
    )
    assert (found.headline, len(found.caption), found.license_page) == ("A vote", 2000, "")


@pytest.mark.parametrize("form", ["JPEG", "AVIF"])
def test_a_copy_reads_like_the_file_it_is_made_of(form):
    found = read(xmp_packet=AGENCY_XMP)
    packet = photo_metadata.packet(
        photographer=found.photographer,
        agency=found.agency,
        credit_line="LUDOVIC MARIN / AFP",
        copyright=found.copyright,
        license_page=found.license_page,
        licensor_page=found.licensor_page,
        digital_source=found.digital_source,
    )
    assert len(packet) < 1500
    file = io.BytesIO()
    Image.new("RGB", (64, 48)).save(file, form, xmp=packet)
    with Image.open(file) as copy:
        again = photo_metadata.read(copy)
    for name in ("photographer", "agency", "copyright", "license_page", "licensor_page", "digital_source"):
        assert getattr(again, name) == getattr(found, name)


def test_nobodys_name_is_not_written_as_a_photographers():
    packet = photo_metadata.packet(photographer="DR", credit_line="DR")
    assert b"dc:creator" not in packet
    assert b"<photoshop:Credit>DR</photoshop:Credit>" in packet


@pytest.mark.django_db
def test_a_known_agency_alone_is_no_photographer():
    afp = make_credit("", "AFP").agency
    assert credit_found(PhotoMetadata(photographer="afp")).agency == afp
    assert credit_found(PhotoMetadata(photographer="Ana Morel")).agency is None


@pytest.mark.django_db
def test_a_picture_that_names_nobody_who_can_be_kept_has_no_credit():
    assert credit_found(PhotoMetadata()) is None
    assert credit_found(PhotoMetadata(photographer="x" * 200)) is None
    assert not PhotoCredit.objects.exists()
