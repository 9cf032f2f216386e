"""Days and hours as the paper prints them, in its own time zone and language."""

from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _


def clock(moment):
    """« 15h45 »."""
    return date_format(timezone.localtime(moment), "TIME_FORMAT")


def day(date):
    """« lundi 1er mars 2027 »."""
    return date_format(date, french_first(date, "l j F Y"))


def date(date):
    """« 1er mars 2027 »."""
    return date_format(date, french_first(date, "j F Y"))


def short_date(date):
    """« 22 nov. », for the margin."""
    return date_format(date, french_first(date, "j M"))


def moment(moment):
    """« 3 mars 2026 à 15h45 »."""
    local = timezone.localtime(moment)
    return _("%(date)s at %(clock)s") % {"date": date(local), "clock": clock(local)}


def iso(moment):
    """ISO 8601 to the minute, with offset, as `<time datetime>` and machines want it."""
    return timezone.localtime(moment).isoformat(timespec="minutes")


def day_bounds(date):
    """First and last moment of a local day; the last is one microsecond before the next day,
    the finest that the databases tell apart."""
    start = timezone.make_aware(datetime.combine(date, time.min))
    following = timezone.make_aware(datetime.combine(date + timedelta(days=1), time.min))
    return start, following - timedelta(microseconds=1)


def french_first(date, style):
    """French counts the first of a month: 1er."""
    if date.day == 1 and (get_language() or "").startswith("fr"):
        return style.replace("j", r"1\e\r")
    return style
