"""Two texts of one article side by side, in words that people read: names instead of numbers, text instead of HTML."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import DateTimeField
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles import dates, reading_copy
from articles.body import clean, photo_ids
from articles.differences import Piece, differences, folded
from articles.models.article import Article
from articles.models.change import Change
from articles.models.contents import BESIDE, DESK_STATE, FIELDS, LISTS, plain
from articles.models.genre import Genre, Stage
from articles.models.photo import Photo
from articles.models.section import Section

LABELS = {
    "byline": lambda: _("Byline"),
    "tags": lambda: _("Tags"),
    "picks": lambda: _("Read also, always"),
    "bans": lambda: _("Read also, never"),
    "change": lambda: _("This change is a"),
    "change_text": lambda: _("What readers are told"),
    "reply_by": lambda: _("Who replies"),
    "received_on": lambda: _("Received on"),
    "send_back-words": lambda: _("Note for the author"),
    "withdraw-words": lambda: _("Reason of the withdrawal"),
}
MOMENTS = {name for name in DESK_STATE if isinstance(Article._meta.get_field(name), DateTimeField)}
IN_WORDS = {"genre": Genre, "stage": Stage, "change": Change}


@dataclass(frozen=True)
class Part:
    """One field of both; `pieces` is what differs, word by word."""

    name: str
    label: str
    old: str
    new: str
    pieces: list[Piece]

    @property
    def is_same(self):
        return self.old == self.new


def compare(old, new, old_state=None, new_state=None):
    """The parts that differ, in the order of the form; what only one of them names counts as empty there."""
    names = Names(old, new)
    parts = [part(name, names.of(name, old), names.of(name, new)) for name in (*FIELDS, *BESIDE) if name in new]
    for name in DESK_STATE if old_state and new_state else ():
        parts.append(part(name, said(old_state.get(name), name), said(new_state.get(name), name)))
    return [found for found in parts if not found.is_same]


def changed_fields(old, new):
    """The names of the fields that differ, without reading anything else."""
    return [
        name for name in (*FIELDS, *BESIDE) if name in new and plain(new[name]) != plain(old.get(name, nothing(name)))
    ]


def nothing(name):
    """What contents say of a field that they do not name."""
    return [] if name in LISTS else ""


def label_of(name):
    return LABELS[name]() if name in LABELS else capfirst(str(Article._meta.get_field(name).verbose_name))


def part(name, old, new):
    return Part(name, label_of(name), old, new, folded(differences(old, new)))


class Names:
    """What the numbers in some contents stand for, asked once for all."""

    def __init__(self, *all_contents):
        self.sections = in_bulk(Section.objects, numbers(all_contents, "section"))
        self.articles = in_bulk(
            Article.objects.only("headline"), set().union(*(numbers(all_contents, name) for name in LISTS))
        )
        bodies = "\n".join(data.get("body", "") for data in all_contents)
        photos = numbers(all_contents, "lead_photo") | set(photo_ids(clean(bodies)))
        self.photos = in_bulk(Photo.objects.select_related("credit__agency"), photos)

    def of(self, name, data):
        value = data.get(name, "")
        if name == "body":
            return reading_copy.text(value, self.figure)
        if name == "section":
            return self.named(self.sections, value)
        if name == "lead_photo":
            return self.photo(value)
        if name in LISTS:
            return "\n".join(self.named(self.articles, number) for number in value)
        return said(value, name)

    def figure(self, attributes, caption):
        if video := attributes.get("data-embed"):
            return f"[{_('Video')} : {' – '.join(filter(None, (caption, video)))}]"
        alt = attributes.get("data-alt", "")
        words = (self.photo(attributes.get("data-photo", "")), caption, alt)
        return f"[{_('Photo')} : {' – '.join(filter(None, words))}]"

    def photo(self, number):
        return self.named(self.photos, number, lambda photo: photo.use().line)

    def named(self, found, number, words=str):
        if not number:
            return ""
        thing = found.get(int(number)) if is_number(number) else None
        return words(thing) if thing else _("number %(number)s, which is gone") % {"number": number}


def numbers(all_contents, name):
    found = set()
    for data in all_contents:
        value = data.get(name, "")
        found |= {number for number in (value if isinstance(value, list) else [value]) if number}
    return {int(number) for number in found if is_number(number)}


def is_number(typed):
    return typed.isascii() and typed.isdigit() and len(typed) < 18


def in_bulk(queryset, wanted):
    return queryset.in_bulk(wanted) if wanted else {}


def said(value, name=""):
    """A stored value in words."""
    if value is None or value == "":
        return ""
    if name in IN_WORDS and value in IN_WORDS[name].values:
        return str(IN_WORDS[name](value).label)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return dates.moment(datetime.fromisoformat(value)) if name in MOMENTS else value
