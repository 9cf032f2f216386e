"""A day, a month or a year of the paper, which has a page: what it is called, and where it lies."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from articles import dates

BOUNDS = {"day": dates.day_bounds, "month": dates.month_bounds, "year": dates.year_bounds}
NAMES = {"day": dates.day, "month": dates.month, "year": dates.year}


@dataclass(frozen=True)
class Period:
    """`kind` is the word in the names of its address; `first` is its first day."""

    kind: str
    first: date

    @classmethod
    def around(cls, kind, day):
        """The one in which a day lies."""
        first = {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}
        return cls(kind, first[kind])

    @property
    def name(self):
        return NAMES[self.kind](self.first)

    @property
    def start(self):
        """Its first moment."""
        return BOUNDS[self.kind](self.first)[0]

    @property
    def end(self):
        """Its last moment."""
        return BOUNDS[self.kind](self.first)[1]

    @property
    def above(self):
        """The longer ones in which it lies, the longest first."""
        kinds = ["year", "month", "day"]
        return [Period.around(kind, self.first) for kind in kinds[: kinds.index(self.kind)]]

    def get_absolute_url(self):
        return reverse(f"latest_{self.kind}", args=[self.first])
