"""Dates as pictures tell them. A time without an offset is the paper's own; an impossible one is none."""

import re
from datetime import datetime, timedelta

from django.utils import timezone

FIRST_PHOTOGRAPH = 1826
RIGHTS_YEARS = range(1990, 2101)
IIM_DATE = re.compile(r"\d{8}")
IIM_TIME = re.compile(r"\d{6}(?:[+-]\d{4})?")
EXIF_TIME = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)")


def taken(*readings):
    """The first that can be true: no picture was taken before photography, or tomorrow."""
    limit = timezone.now() + timedelta(days=1)
    return next((at for at in readings if at and at.year >= FIRST_PHOTOGRAPH and at < limit), None)


def of_rights(at):
    return at if at and at.year in RIGHTS_YEARS else None


def iso(text):
    """XMP: a date, perhaps with a time, perhaps with an offset."""
    return _read(text) if len(text.strip()) >= len("2026-03-03") else None


def exif(text, offset):
    match = EXIF_TIME.fullmatch(text.strip())
    if match is None:
        return None
    written = "{}-{}-{}T{}".format(*match.groups())
    return _read(written + offset.strip()) or _read(written)


def iim(date, clock, is_end=False):
    """Two records; a date alone means its first moment or, where it is an end, the moment after its last."""
    day = IIM_DATE.fullmatch(date.strip())
    if day is None:
        return None
    if at := IIM_TIME.fullmatch(clock.strip()) and _read(f"{date.strip()}T{clock.strip()}"):
        return at
    at = _read(day.group())
    return at + timedelta(days=1) if at and is_end and at.year in RIGHTS_YEARS else at


def _read(text):
    try:
        at = datetime.fromisoformat(text.strip())
        return at if at.utcoffset() is not None else at.replace(tzinfo=timezone.get_default_timezone())
    except (ValueError, OverflowError):
        return None
