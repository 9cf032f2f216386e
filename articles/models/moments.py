"""Questions put to the clock about one moment or a column of them."""

from django.db.models import Min
from django.utils import timezone


def earliest(*moments):
    return min((moment for moment in moments if moment), default=None)


def passed(moment, at=None):
    return moment is not None and moment <= (at or timezone.now())


def next_of(queryset, column, at):
    """The first moment in a column after this one, or nothing."""
    return queryset.filter(**{f"{column}__gt": at}).aggregate(next=Min(column))["next"]
