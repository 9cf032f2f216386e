"""What all feeds share: their kinds, their addresses, and the ids that never change."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from articles.paper import absolute

# The year in which the ids were thought up. A tag URI (RFC 4151) needs one; changing it would
# show every reader every story again.
ID_YEAR = 2026


@dataclass(frozen=True)
class Kind:
    name: str
    label: str
    type: str


KINDS = {
    kind.name: kind
    for kind in (
        Kind("rss", "RSS", "application/rss+xml"),
        Kind("atom", "Atom", "application/atom+xml"),
        Kind("json", "JSON Feed", "application/feed+json"),
    )
}


@dataclass(frozen=True)
class FeedLink:
    kind: Kind
    address: str


def feeds_of(view, *args):
    """The feeds of the list that this view shows: one of each kind, whole addresses."""
    return [FeedLink(kind, absolute(reverse(f"{view}_feed", args=[*args, kind.name]))) for kind in KINDS.values()]


def permanent_id(thing):
    """Names a thing, such as "article/12", for ever: whatever its address, words or section become."""
    return f"tag:{settings.FEED_DOMAIN},{ID_YEAR}:{thing}"
