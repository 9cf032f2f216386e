"""Days and hours as the paper prints them, in its own time zone and language."""

from calendar import monthrange
from datetime import UTC, datetime, time, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

# As the Imprimerie nationale shortens them; Django's are shorter still.
FRENCH_MONTHS = "janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.".split()
# In the years 1 and 9999 a local day may begin before all time in UTC, or end after it.
FIRST, LAST = datetime(2, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)


def clock(at):
    """« 15h45 »."""
    return date_format(timezone.localtime(at), "TIME_FORMAT")


def day(local_date):
    """« lundi 1er mars 2027 »."""
    return date_format(local_date, french_first(local_date, "l j F Y"))


def date(local_date):
    """« 1er mars 2027 »."""
    return date_format(local_date, french_first(local_date, "j F Y"))


def day_of_year(local_date):
    """« 1er mars »."""
    return date_format(local_date, french_first(local_date, "j F"))


def month(local_date):
    """« mars 2027 »."""
    return date_format(local_date, "F Y")


def year(local_date):
    """« 2027 »; of the year 26, which is 2026 mistyped, « 26 »."""
    return str(local_date.year)


def short_date(local_date):
    """« 22 nov. », for the margin."""
    if is_french():
        return f"{date_format(local_date, french_first(local_date, 'j'))} {FRENCH_MONTHS[local_date.month - 1]}"
    return date_format(local_date, "j N")


def short_weekday(local_date):
    """« lun. »"""
    return f"{date_format(local_date, 'D')}{'.' if is_french() else ''}"


def moment(at):
    """« 3 mars 2026 à 15h45 »."""
    local = timezone.localtime(at)
    return _("%(date)s at %(clock)s") % {"date": date(local), "clock": clock(local)}


def near(at, now):
    """« demain à 6h00 », « le 3 mars 2026 à 15h45 »: how the desk speaks of a moment, seen from another."""
    distance = (timezone.localdate(at) - timezone.localdate(now)).days
    words = {-1: _("yesterday at %(clock)s"), 0: _("today at %(clock)s"), 1: _("tomorrow at %(clock)s")}
    if distance in words:
        return words[distance] % {"clock": clock(at)}
    return _("on %(moment)s") % {"moment": moment(at)}


def hour(at, now):
    """« 15h02 », and with its day when that is not today."""
    return clock(at) if timezone.localdate(at) == timezone.localdate(now) else near(at, now)


def iso(at):
    """ISO 8601 to the minute, with offset, as `<time datetime>` and machines want it."""
    return with_offset(at).isoformat(timespec="minutes")


def to_the_second(moment):
    """A local moment without what no reader needs and some formats forbid."""
    return with_offset(moment).replace(microsecond=0)


def w3c(moment):
    """ISO 8601 to the second, with offset: sitemaps refuse less."""
    return to_the_second(moment).isoformat()


def next_hour(moment):
    """The next full hour of the paper's own clock."""
    local = timezone.localtime(moment)
    past = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    # Counted in UTC, where no hour is left out.
    return moment.astimezone(UTC) - past + timedelta(hours=1)


def day_bounds(local_date):
    """First and last moment of a local day; the last is one microsecond before the next day,
    the finest that the databases tell apart."""
    start = timezone.make_aware(datetime.combine(local_date, time.min))
    following = timezone.make_aware(datetime.combine(local_date + timedelta(days=1), time.min))
    return start, following - timedelta(microseconds=1)


def local_day(moment):
    """The day of a moment where the paper is, or nothing when its bounds may have no time in UTC."""
    return timezone.localdate(moment) if FIRST <= moment < LAST else None


def months(first, last):
    """The first days of the months from one date to another, newest first. Who published before 1900 mistyped."""
    first = max(first, first.replace(year=1900, month=1, day=1))
    numbers = range(last.year * 12 + last.month - 1, first.year * 12 + first.month - 2, -1)
    return [first.replace(year=number // 12, month=number % 12 + 1, day=1) for number in numbers]


def month_bounds(first):
    """First and last moment of a local month, given by its first day."""
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return day_bounds(first)[0], day_bounds(last)[1]


def years(first, last):
    """The first days of the years from one date to another, newest first; as for `months`."""
    return [last.replace(year=number, month=1, day=1) for number in range(last.year, max(first.year, 1900) - 1, -1)]


def year_bounds(first):
    """First and last moment of a local year, given by its first day."""
    return day_bounds(first)[0], day_bounds(first.replace(month=12, day=31))[1]


def with_offset(moment):
    """The local moment; in UTC where the clock of those days was no whole number of minutes off, as in Paris before
    1911: no format of today has a way to write that."""
    local = timezone.localtime(moment)
    return local if local.utcoffset() % timedelta(minutes=1) == timedelta(0) else moment.astimezone(UTC)


def french_first(local_date, style):
    """French counts the first of a month: 1er."""
    if local_date.day == 1 and is_french():
        return style.replace("j", r"1\e\r")
    return style


def is_french():
    return (get_language() or "").startswith("fr")
