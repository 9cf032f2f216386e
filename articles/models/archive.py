"""What the pages of the archive show: the days of a month, the months of a year, and how many articles each has.

That is read from the row of each day that is over; those of today are counted, since its row knows the scheduled ones
too. Of days to come nothing is told.
"""

from calendar import Calendar
from collections import Counter
from dataclasses import dataclass

from django.db.models import Count
from django.utils import timezone
from django.utils.formats import get_format
from django.utils.translation import ngettext

from articles import dates
from articles.models.article import Article
from articles.models.day import Day
from articles.models.period import Period


@dataclass(frozen=True)
class Part:
    """A day of a month or a month of a year."""

    period: Period
    articles: int
    is_today: bool = False

    @property
    def label(self):
        """« 12 novembre, 14 articles »: a day of a calendar, to whoever does not see the calendar."""
        words = ngettext("%(day)s, %(number)s article", "%(day)s, %(number)s articles", self.articles)
        return words % {"day": dates.day_of_year(self.period.first), "number": self.articles}

    def get_absolute_url(self):
        return self.period.get_absolute_url()


@dataclass(frozen=True)
class PeriodPage:
    """`parts` are those that have something."""

    period: Period
    parts: list

    @property
    def articles(self):
        return sum(part.articles for part in self.parts)


@dataclass(frozen=True)
class MonthPage(PeriodPage):
    """`weeks` have seven days each, and nothing in the place of those of other months."""

    weekdays: list
    weeks: list

    @classmethod
    def of(cls, period, at):
        counts, today, month = articles_by_day(period, at), timezone.localdate(at), period.first.month
        weeks = Calendar((get_format("FIRST_DAY_OF_WEEK") - 1) % 7).monthdatescalendar(period.first.year, month)

        def part(day):
            return Part(Period("day", day), counts[day], day == today) if day.month == month else None

        days = [[part(day) for day in week] for week in weeks]
        parts = [day for week in days for day in week if day and day.articles]
        return cls(period, parts, weeks[0], days)


@dataclass(frozen=True)
class YearPage(PeriodPage):
    """`years` are all those of the paper, the newest first."""

    years: list

    @classmethod
    def of(cls, period, at):
        counts = Counter()
        for day, articles in articles_by_day(period, at).items():
            counts[day.month] += articles
        parts = [Part(Period("month", period.first.replace(month=month)), counts[month]) for month in sorted(counts)]
        return cls(period, parts, [Period("year", first) for first in Article.objects.years(at)])


def articles_by_day(period, at):
    first, last = timezone.localdate(period.start), timezone.localdate(period.end)
    today = timezone.localdate(at)
    over = Day.objects.filter(date__gte=first, date__lte=last, date__lt=today, articles__gt=0)
    counts = Counter(dict(over.values_list("date", "articles")))
    if first <= today <= last and (articles := articles_of_today(at)):
        counts[today] = articles
    return counts


def articles_of_today(at):
    return Article.objects.on_day(timezone.localdate(at), at).aggregate(count=Count("pk"))["count"]


def around(period, at):
    """The nearest of the same kind before and after it in which something appeared that is published, or nothing."""
    days = Article.objects.nearest_days(period.start, period.end, at)
    return [day and Period.around(period.kind, day) for day in days]
