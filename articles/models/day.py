"""How many articles each day of the archive has, so that no calendar needs to count them.

A copy that counts, and decides nothing: whoever shows the articles of a day asks which of them are published.
"""

from contextlib import contextmanager

from django.db import models, transaction

from articles import dates

# Days that are counted in one transaction, for which others who write wait.
STEP = 100
# What says whether, and in which day, an article is counted.
COUNTED_BY = {"published_at", "withdrawn_at"}


class DayQuerySet(models.QuerySet):
    def recount(self, articles, moments):
        """Count the local days of these moments again, among all articles, in the transaction that changed them. The
        days in one order, so that two who do this never wait for each other."""
        for date in sorted({dates.local_day(moment) for moment in moments if moment} - {None}):
            self.count_again(articles, date)

    def recount_all(self, articles, progress=lambda done, total: None):
        """Every day that has articles or is said to have some, in steps; says how many were counted wrong before."""
        days = sorted({*self.exclude(articles=0).values_list("date", flat=True), *articles.days()})
        wrong = 0
        for start in range(0, len(days), STEP):
            with transaction.atomic():
                wrong += sum(self.count_again(articles, date) for date in days[start : start + STEP])
            progress(min(start + STEP, len(days)), len(days))
        return wrong

    def count_again(self, articles, date):
        """Whether that changed anything. The day is locked before it is counted: of two who publish at once, the second
        counts both."""
        day, _new = self.select_for_update().get_or_create(date=date, defaults={"articles": 0})
        counted = articles.on_day(date).count()
        if counted == day.articles:
            return False
        day.articles = counted
        day.save(update_fields=["articles"])
        return True


class Day(models.Model):
    """A local day, and how many articles of its hours are not withdrawn. Of days to come, these are the scheduled ones:
    only a day that has passed is counted for readers."""

    date = models.DateField(primary_key=True)
    articles = models.PositiveIntegerField()

    objects = DayQuerySet.as_manager()

    def __str__(self):
        return f"{self.date:%Y-%m-%d}: {self.articles}"


@contextmanager
def days_counted(article):
    """Count the day that an article leaves again, and the day it comes to, when what is done within moves it."""
    articles, number = type(article).objects, article.pk
    before = standing(articles.select_for_update(), number)
    yield
    after = standing(articles, number or article.pk)
    if after != before:
        Day.objects.recount(articles, [stood["published_at"] for stood in (before, after) if stood])


def standing(articles, number):
    return articles.filter(pk=number).values(*COUNTED_BY).first() if number else None
