"""The state of everything public between two changes, as one number.

Whoever keeps a copy of a public page keeps the number with it, read before the page was made. When the number is
another, or the clock has passed the copy's next event, the page is made again.
"""

import time

from django.db import models, transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest

from articles import dates
from articles.models.article import Article
from articles.models.correction import Correction
from articles.models.credit import Agency
from articles.models.front import Placement
from articles.models.photo import Photo
from articles.models.removal import Removal


class Edition(models.Model):
    number = models.PositiveBigIntegerField()

    def __str__(self):
        return str(self.number)

    @classmethod
    def end(cls):
        """Everything public may have changed. To be called last in the transaction that changes it: from here until
        its end, others who change something wait.

        The number is the hour in microseconds or, should the clock stand still, one more than before: a database that
        was put back from a backup never takes a number that its copies had.
        """
        with transaction.atomic():
            now = time.time_ns() // 1000
            if not cls.objects.update(number=Greatest(F("number") + 1, Value(now))):
                cls.objects.get_or_create(pk=1, defaults={"number": now})
            Removal.objects.stamp(cls.current())

    @classmethod
    def current(cls):
        """The number; 0 in a paper in which nobody has changed anything yet."""
        return cls.objects.values_list("number", flat=True).first() or 0


def next_event(at):
    """When the clock, and nobody else, next changes something public. The turn of the hour always does: at midnight
    « 15h45 » becomes yesterday's, and news leave the news sitemap after two days."""
    nouns = (Article, Correction, Placement, Photo, Agency)
    moments = [noun.objects.next_event(at) for noun in nouns]
    return min(moment for moment in [dates.next_hour(at), *moments] if moment)
