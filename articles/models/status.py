"""What is and what will be, of one article, in the desk's words."""

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles import dates


def state_of(article, at=None):
    """One word for lists."""
    if article.withdrawn_at:
        return _("withdrawn")
    if article.is_published(at):
        return _("published")
    if article.is_scheduled(at):
        return _("scheduled")
    if article.changed_since_ready:
        return _("%(stage)s, changed since it was ready") % {"stage": article.get_stage_display()}
    return article.get_stage_display()


def standing(article, at=None):
    """One sentence: « Programmé pour demain à 6h00, puis en une de 6h00 à 9h30. »"""
    at = at or timezone.now()
    parts = [
        standing_with_readers(article, at),
        *(words for words in (embargo(article, at), front(article, at)) if words),
    ]
    return f"{', '.join(parts)}."


def standing_with_readers(article, at):
    if article.withdrawn_at:
        return _("Withdrawn %(when)s") % {"when": dates.near(article.withdrawn_at, at)}
    if article.is_published(at):
        published = _("Published %(when)s") % {"when": dates.near(article.published_at, at)}
        if article.updated_at:
            return _("%(published)s, updated %(when)s") % {
                "published": published,
                "when": dates.near(article.updated_at, at),
            }
        return published
    if article.is_scheduled(at):
        return _("Appears %(when)s") % {"when": dates.near(article.published_at, at)}
    if article.unpublished_at:
        return _("Taken back %(when)s") % {"when": dates.near(article.unpublished_at, at)}
    return capfirst(state_of(article, at))


def embargo(article, at):
    if article.embargo_until and article.embargo_until > at:
        return _("under embargo until %(moment)s") % {"moment": dates.moment(article.embargo_until)}
    return ""


def front(article, at):
    """Its next or present place on the front, once it is or will be public."""
    if article.published_at is None or article.withdrawn_at:
        return ""
    placement = article.placements.to_come(at).first()
    if placement is None:
        return ""
    start = max(placement.starts_at, article.published_at)
    facts = {"start": dates.clock(start), "end": placement.ends_at and dates.clock(placement.ends_at)}
    if placement.ends_at is None:
        return _("then on the front from %(start)s") % facts if start > at else _("now on the front")
    if start > at:
        return _("then on the front from %(start)s to %(end)s") % facts
    return _("on the front until %(end)s") % facts
