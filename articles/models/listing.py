"""One page of a long list, found by the id of the entry before or after it (keyset paging).

The list is any queryset with `published`, `latest_first`, `older_than` and `newer_than`. It is
narrowed by publication here and nowhere else, so that there is one upper bound on the date.
"""

from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone

SIZE = 40


@dataclass(frozen=True)
class ListPage:
    """`entries` newest first; `newer` and `older` are the ids to ask with, or nothing."""

    entries: list
    newer: int | None = None
    older: int | None = None

    @property
    def days(self):
        return by_day(self.entries)


def page_of(queryset, before="", after="", at=None, size=SIZE):
    """The page before or after an entry, given by the id in its address; the first page when
    that is no id, or of nothing public."""
    if cursor := entry(queryset, before, at):
        found = list(queryset.older_than(cursor)[: size + 1])
        older = found[size - 1].pk if len(found) > size else None
        return ListPage(found[:size], newer=found[0].pk if found else cursor.pk, older=older)
    if cursor := entry(queryset, after, at):
        found = list(queryset.newer_than(cursor, at)[: size + 1])
        if len(found) > size:
            entries = found[:size][::-1]
            return ListPage(entries, newer=entries[0].pk, older=entries[-1].pk)
    found = list(queryset.published(at).latest_first()[: size + 1])
    return ListPage(found[:size], older=found[size - 1].pk if len(found) > size else None)


def entry(queryset, typed, at):
    """The public entry of an id as it stands in an address, or nothing."""
    if not (typed.isascii() and typed.isdigit()):
        return None
    return queryset.published(at).prefetch_related(None).filter(pk=int(typed[:19])).first()


def by_day(articles):
    """Pairs of local date and the articles of that day, in the order given."""
    grouped = groupby(articles, key=lambda article: timezone.localdate(article.published_at))
    return [(day, list(of_the_day)) for day, of_the_day in grouped]
