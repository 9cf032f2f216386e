"""What templates need to print: dates, plain spaces, whole addresses, feeds, the stylesheet."""

from functools import partial

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.safestring import SafeString

from articles import dates, disk, paper, syndication, typography
from articles import structured_data as the_structured_data
from articles import stylesheet as the_stylesheet
from articles.models import by_day

register = template.Library()

register.filter("clock", dates.clock)
register.filter("day", dates.day)
register.filter("hour", lambda at: dates.hour(at, timezone.now()))
register.filter("date_in_full", dates.date)
register.filter("short_date", dates.short_date)
register.filter("short_weekday", dates.short_weekday)
register.filter("moment", dates.moment)
register.filter("iso", dates.iso)
register.filter("w3c", dates.w3c)
register.filter("plain", typography.plain_spaces)
register.filter("absolute", paper.absolute)
# « 1 204 »; numbers in addresses must not be grouped, so that it is asked for.
register.filter("grouped", partial(number_format, force_grouping=True))
register.filter("by_day", by_day)


@register.simple_tag
def stylesheet(*page):
    # Our own file, not anybody's words; escaped, its selectors would break.
    return SafeString(the_stylesheet.stylesheet(*page))


@register.inclusion_tag("_feeds.html")
def feeds(title, view, *args):
    """How feed readers find the feeds of a list in the head of its page."""
    return {"title": str(title), "feeds": syndication.feeds_of(view, *args)}


@register.simple_tag
def structured_data(metadata, navigation):
    # Not HTML: `as_script` escapes what could end the element, and a quote must stay a quote.
    return SafeString(the_structured_data.as_script(metadata.things(navigation)))


@register.filter
def local_date(moment):
    return dates.timezone.localdate(moment)


@register.filter
def not_on(moment, date):
    """Whether a moment lies on another local day than this one."""
    return local_date(moment) != date


@register.simple_tag
def disk_is_nearly_full():
    return disk.is_nearly_full(settings.VAR)
