"""What an article lacks before readers see it: one small question each. What blocks is refused; the rest is advice."""

import re
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from articles import body, dates, words
from articles.models.links import dead_links
from articles.models.photo import Photo

LONG_HEADLINE = 110
NARROW_PICTURE = 1200
NAME_OR_NUMBER = re.compile(r"\d+|[^\W\d_]\w+")


@dataclass(frozen=True)
class Finding:
    """`field` is where it can be mended."""

    field: str
    words: str
    blocks: bool = True


def findings(article, at=None):
    at = at or timezone.now()
    return [finding for check in CHECKS for finding in check(article, at)]


def blocking(article, at=None):
    """By field, as a form's errors; `at` is the moment of publication."""
    errors = {}
    for finding in findings(article, at):
        if finding.blocks:
            errors.setdefault(finding.field, []).append(finding.words)
    return errors


def headline(article, at):
    if not article.headline:
        yield Finding("headline", _("A headline is missing."))
    elif len(article.headline) > LONG_HEADLINE:
        advice = _("The headline has %(number)d signs; search engines show %(most)d.")
        yield Finding("headline", advice % {"number": len(article.headline), "most": LONG_HEADLINE}, False)


def section(article, at):
    if article.section_id is None:
        yield Finding("section", _("A section is missing."))


def standfirst(article, at):
    if not article.standfirst and not article.is_brief:
        yield Finding("standfirst", _("There is no standfirst."), False)


def address(article, at):
    """Names and numbers are what an address is found by."""
    told = set(article.slug.split("-"))
    named = [word for word in NAME_OR_NUMBER.findall(article.headline)[1:] if not word.islower()]
    lost = [word for word in named if not set(words.slug(word).split("-")) <= told]
    if article.slug and lost:
        yield Finding("slug", _("The address does not say: %(words)s.") % {"words": ", ".join(lost)}, False)


def lead_photo(article, at):
    if article.lead_photo is None:
        return
    yield from sound_photo(article.lead_photo, "lead_photo", article.lead_alt, at)
    if article.lead_photo.width < NARROW_PICTURE:
        advice = _("The lead photo is %(width)d pixels wide; large screens and share cards want %(wanted)d.")
        yield Finding("lead_photo", advice % {"width": article.lead_photo.width, "wanted": NARROW_PICTURE}, False)


def photos_in_the_text(article, at):
    for photo in Photo.objects.select_related("credit__agency").filter(pk__in=body.photo_ids(article.body)):
        yield from sound_photo(photo, "body", "", at)


def sound_photo(photo, field, own_alt, at):
    if not photo.is_publishable(at):
        yield Finding(field, _("“%(photo)s”: readers may not be shown this photo then.") % {"photo": photo})
    if not (photo.alt or own_alt or photo.is_decorative):
        yield Finding(field, _("“%(photo)s”: an alternative text is missing.") % {"photo": photo})


def embargo(article, at):
    if article.embargo_until and at < article.embargo_until:
        until = dates.near(article.embargo_until, timezone.now())
        yield Finding("embargo_until", _("Under embargo; it ends %(when)s.") % {"when": until})


def links(article, at):
    for link in dead_links(article.body):
        yield Finding("body", _("This link leads to nothing readers can see: %(link)s") % {"link": link}, False)


CHECKS = [headline, section, standfirst, address, lead_photo, photos_in_the_text, embargo, links]
