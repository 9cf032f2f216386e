"""What a picture's file says of itself, read from XMP, then IPTC-IIM, then EXIF, and what its copies will say.

Files come from anybody: whatever stands in them, `read` returns, and returns little enough to keep."""

import re
import unicodedata
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from urllib.parse import urlsplit

from articles import credits, exif, iptc, photo_dates, xmp
from articles.words import fold

MADE_BY_AI = ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "algorithmicMedia")
DIGITAL_SOURCES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
DATES = ("taken_at", "releasable_from", "expires_at")

LINE, PROSE, ADDRESS = 250, 2000, 500
MOST_KEYWORDS, KEYWORD = 50, 64

# Control characters, halves of characters, marks that turn the direction of what follows, and non-characters.
UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")
DIGITAL_SOURCE = re.compile(r"[A-Za-z]{1,60}")
ACRONYM = re.compile(r"[A-Z]{2,8}")
# Some agencies keep a number in the field for the source.
NUMBERED = re.compile(r"\d{3}")


@dataclass(frozen=True)
class PhotoMetadata:
    headline: str = ""
    caption: str = ""
    photographer: str = ""
    agency: str = ""
    copyright: str = ""
    license_page: str = ""
    licensor_page: str = ""
    instructions: str = ""
    place: str = ""
    alt: str = ""
    digital_source: str = ""
    keywords: list = field(default_factory=list)
    taken_at: datetime | None = None
    releasable_from: datetime | None = None
    expires_at: datetime | None = None

    def as_json(self):
        """What was found, for a JSON column."""
        found = {name: value for name, value in asdict(self).items() if value}
        return found | {name: found[name].isoformat() for name in DATES if name in found}

    @classmethod
    def from_json(cls, value):
        known = {each.name: value[each.name] for each in fields(cls) if each.name in value}
        return cls(**known | {name: datetime.fromisoformat(known[name]) for name in DATES if name in known})


def is_made_by_ai(digital_source):
    return digital_source in MADE_BY_AI


def read(image):
    """What an opened picture says of itself; never raises."""
    return _metadata(*(_whatever_is_there(part.read, image) for part in (xmp, iptc, exif)))


def packet(
    *, photographer="", agency="", credit_line="", copyright="", license_page="", licensor_page="", digital_source=""
):
    """The XMP of a picture's copies: whose it is and where to ask. The same facts make the same bytes."""
    return xmp.write(
        {
            "dc:creator": "" if credits.is_unnamed(photographer) else _line(photographer),
            "photoshop:Credit": _line(credit_line),
            "photoshop:Source": _line(agency),
            "dc:rights": _line(copyright),
            "xmpRights:Marked": "True" if _line(copyright) else "",
            "xmpRights:WebStatement": _address(license_page),
            "plus:Licensor": _address(licensor_page),
            "Iptc4xmpExt:DigitalSourceType": DIGITAL_SOURCES + digital_source if digital_source else "",
        }
    )


def _whatever_is_there(reading, image):
    try:
        return reading(image)
    except Exception:  # noqa: BLE001 parsers of three formats, over bytes that anybody wrote
        return {}


def _metadata(in_xmp, in_iptc, in_exif):
    def first(name, record=None, from_camera="", clean=_line):
        readings = (*in_xmp.get(name, [""])[:1], *in_iptc.get((2, record), [""])[:1], in_exif.get(from_camera, ""))
        return next(filter(None, map(clean, readings)), "")

    caption, pasted_credit = credits.split_caption(first("dc:description", 120, "caption", clean=_prose))
    creators = in_xmp.get("dc:creator") or in_iptc.get((2, 80)) or in_exif.get("artist", "").split(";")
    creator = ", ".join(filter(None, map(_line, creators[:MOST_KEYWORDS])))[:LINE]
    photographer, agency = _credit(creator, first("photoshop:Credit", 110), first("photoshop:Source", 115))
    if not photographer and not agency:
        photographer, agency = credits.split_credit(pasted_credit)
    return PhotoMetadata(
        headline=first("photoshop:Headline", 105) or first("dc:title", 5),
        caption=caption,
        photographer=photographer,
        agency=agency,
        copyright=first("dc:rights", 116, "copyright"),
        license_page=first("xmpRights:WebStatement", clean=_address),
        licensor_page=first("plus:LicensorURL", clean=_address),
        instructions=first("photoshop:Instructions", 40, clean=_prose),
        place=_place(first("photoshop:City", 90), first("photoshop:State", 95), first("photoshop:Country", 101)),
        alt=first("Iptc4xmpCore:AltTextAccessibility"),
        digital_source=first("Iptc4xmpExt:DigitalSourceType", clean=_digital_source),
        keywords=_keywords(in_xmp.get("dc:subject") or in_iptc.get((2, 25), [])),
        **_dates(in_xmp, in_iptc, in_exif),
    )


def _credit(creator, line, source):
    """Photographer and agency out of three fields that every agency fills in its own way."""
    photographer, agency = credits.split_credit(creator)
    lone, in_line = credits.split_credit(line)
    of_source, in_source = credits.split_credit(source)
    source = in_source or of_source
    if in_line:
        photographer = photographer or lone
    elif ACRONYM.fullmatch(lone) and not ACRONYM.fullmatch(source):
        # The line is the agency; the source is a person, or one of the agency's offices.
        photographer, in_line, source = photographer or in_source or source, lone, ""
    elif not photographer and fold(lone) != fold(source):
        photographer = lone
    elif fold(lone) != fold(photographer):
        in_line = lone
    if NUMBERED.search(source) or fold(source) == fold(photographer):
        source = ""
    agency = agency or source or in_line
    return ("" if fold(photographer) == fold(agency) else photographer), agency


def _dates(in_xmp, in_iptc, in_exif):
    def record(number):
        return in_iptc.get((2, number), [""])[0]

    start = photo_dates.of_rights(photo_dates.iim(record(30), record(35)))
    end = photo_dates.of_rights(photo_dates.iim(record(37), record(38), is_end=True))
    return {
        "taken_at": photo_dates.taken(
            photo_dates.iso(in_xmp.get("photoshop:DateCreated", [""])[0]),
            photo_dates.iim(record(55), record(60)),
            photo_dates.exif(in_exif.get("taken", ""), in_exif.get("offset", "")),
        ),
        # Where the two contradict each other, the end is what somebody may sue over.
        "releasable_from": None if start and end and end <= start else start,
        "expires_at": end,
    }


def _place(*parts):
    """City, state, country, each said once."""
    said = {fold(part): part for part in reversed(parts) if part}
    return ", ".join(reversed(said.values()))[:LINE]


def _keywords(words):
    said = {}
    for word in map(_line, words[: 4 * MOST_KEYWORDS]):
        if word:
            said.setdefault(fold(word), word[:KEYWORD])
    return list(said.values())[:MOST_KEYWORDS]


def _digital_source(text):
    last = _line(text).rstrip("/").rpartition("/")[2]
    return last if DIGITAL_SOURCE.fullmatch(last) else ""


def _address(text):
    """Web addresses only, and whole ones: half an address leads elsewhere."""
    text = text.strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    is_web = parts.scheme in ("http", "https") and parts.netloc and len(text) <= ADDRESS
    return text if is_web and not re.search(r"[\s<>\"]", text) and not UNWANTED.search(text) else ""


def _line(text):
    return " ".join(_writable(text[: 4 * PROSE]).split())[:LINE].rstrip()


def _prose(text):
    lines = (" ".join(line.split()) for line in _writable(text[: 4 * PROSE]).splitlines())
    return "\n".join(filter(None, lines))[:PROSE].rstrip()


def _writable(text):
    return unicodedata.normalize("NFC", UNWANTED.sub("", text))
