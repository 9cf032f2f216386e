"""The few words under a photo of the grid that tell the desk to look twice."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Mark:
    """`kind` is "plain", "soon" or "stop"; the words alone say all of it."""

    words: str
    kind: str = "plain"


def marks_of(photo, at=None):
    at = at or timezone.now()
    marks = [Mark(capfirst(photo.get_label_display()))] if photo.label else []
    marks += rights_marks(photo, at)
    if photo.rendition_fault:
        marks.append(Mark(_("copies to be repaired"), "stop"))
    if not photo.alt and not photo.is_decorative:
        marks.append(Mark(_("no alternative text"), "soon"))
    if photo.written_credit != photo.credit_as_written:
        marks.append(Mark(_("old credit in the files"), "soon"))
    return marks


def rights_marks(photo, at):
    if photo.rights_have_ended(at):
        return [Mark(_("rights ended"), "stop")]
    marks = []
    if photo.waits_for_release(at):
        marks.append(Mark(_("not before %(day)s") % {"day": day(photo.publishable_from, at)}, "stop"))
    if not photo.is_usable(at):
        marks.append(Mark(_("no new use"), "stop"))
    elif end := photo.use_ends_at:
        marks.append(Mark(_("rights until %(day)s") % {"day": day(end, at)}, "soon"))
    return marks


def day(moment, at):
    """« 3 déc. »; with its year when that is another one."""
    moment, today = timezone.localtime(moment), timezone.localtime(at)
    return date_format(moment, "j N" if moment.year == today.year else "j N Y")
