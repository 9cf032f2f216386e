"""What it means to be published: the one place that compares `published_at`.

| `published_at` | `withdrawn_at` | the public sees |
|----------------|----------------|-----------------|
| empty          | empty          | nothing (404)   |
| to come        | empty          | nothing (404)   |
| past           | empty          | the article     |
| past           | set            | a notice (410)  |

Publication is a question put to the clock; nothing runs at the hour itself.
"""

from contextlib import contextmanager
from datetime import timedelta
from itertools import chain

from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import dates
from articles.fields import LineField
from articles.models.removal import Removal

# The columns that the verbs below write.
STATE = ("published_at", "unpublished_at", "updated_at", "withdrawn_at", "withdrawal_reason")


class EverPublished(models.ProtectedError):
    """Somebody tried to delete what the public has read."""

    def __init__(self, publications):
        super().__init__(gettext("What was ever published cannot be deleted."), set(publications))


class PublicationQuerySet(models.QuerySet):
    # What `latest_first` orders by; a list that is read along other rows has their copy of it.
    moment, number = "published_at", "pk"

    def published(self, at=None):
        return self.filter(published_at__lte=at or timezone.now(), withdrawn_at__isnull=True)

    def known_to_readers(self, at=None):
        """Published, or withdrawn after having been: whatever answers other than 404."""
        return self.filter(published_at__lte=at or timezone.now())

    def scheduled(self, at=None):
        """The next one first."""
        # Nothing to come is withdrawn; said so, the index of what may be read serves this too.
        to_come = self.filter(published_at__gt=at or timezone.now(), withdrawn_at__isnull=True)
        return to_come.order_by("published_at", "pk")

    def next_event(self, at):
        return self.scheduled(at).values_list("published_at", flat=True).first()

    def ever_published(self, at=None):
        """Also what was taken back since."""
        was_public = Q(published_at__lte=at or timezone.now()) | Q(unpublished_at__isnull=False)
        return self.filter(was_public)

    def latest_first(self):
        return self.order_by(f"-{self.moment}", f"-{self.number}")

    def older_than(self, publication):
        """The published ones that follow this one in `latest_first`.

        One upper bound only: given two, SQLite may choose to walk the wrong one.
        """
        moment = publication.published_at
        tied = Q(**{self.moment: moment, f"{self.number}__gte": publication.pk})
        return self.published(at=moment).exclude(tied).latest_first()

    def newer_than(self, publication, at=None):
        """The published ones that precede this one in `latest_first`, the nearest first."""
        moment = publication.published_at
        tied = Q(**{self.moment: moment, f"{self.number}__lte": publication.pk})
        newer = self.published(at).filter(**{f"{self.moment}__gte": moment}).exclude(tied)
        return newer.order_by(self.moment, self.number)

    def since(self, moment):
        return self.filter(published_at__gte=moment)

    def on_day(self, date, at=None):
        """What appeared on that local day, or will, until that moment."""
        start, end = dates.day_bounds(date)
        return self.published(min(end, at) if at else end).since(start)

    def nearest_days(self, start, end, at=None):
        """The local days before and after a span of time on which something appeared that is published, or nothing."""
        shortest = timedelta(microseconds=1)
        before = self.published(start - shortest).latest_first()
        after = self.published(at).since(end + shortest).latest_first().reverse()
        moments = [found.values_list("published_at", flat=True).first() for found in (before, after)]
        return [moment and timezone.localdate(moment) for moment in moments]

    def days(self):
        """Each local day on which something appeared or will, the oldest first; they are found one after the other."""
        moments = self.filter(withdrawn_at__isnull=True, published_at__lt=dates.LAST).latest_first().reverse()
        start = dates.FIRST
        while found := moments.since(start).values_list("published_at", flat=True).first():
            yield (date := timezone.localdate(found))
            start = dates.day_bounds(date + timedelta(days=1))[0]

    def months(self, at=None):
        """The local months in which something appeared that is published, as their first days, newest first."""
        return self.periods(dates.months, dates.month_bounds, at)

    def years(self, at=None):
        """As `months`."""
        return self.periods(dates.years, dates.year_bounds, at)

    def periods(self, between, bounds_of, at):
        """Each of them is asked for one entry: the archive is never counted."""
        latest = self.published(at).latest_first().values_list("published_at", flat=True)
        newest, oldest = latest.first(), latest.reverse().first()
        if newest is None:
            return []
        periods = between(timezone.localdate(oldest), timezone.localdate(newest))
        bounds = map(bounds_of, periods)
        return [periods[place] for place in self.appeared((start, min(end, newest)) for start, end in bounds)]

    def appeared(self, spans):
        """The places of those spans of time in which something appeared that is published now. In words of SQL: put
        together by Django, the same question about twenty years takes ten times as long."""
        rows = [(place, *map(connection.ops.adapt_datetimefield_value, span)) for place, span in enumerate(spans)]
        values = ", ".join(["(%s, %s, %s)"] * len(rows))
        table = connection.ops.quote_name(self.model._meta.db_table)
        asked = (
            f"WITH spans (place, since, till) AS (VALUES {values}) SELECT place FROM spans WHERE EXISTS (SELECT 1 FROM "
            f"{table} WHERE withdrawn_at IS NULL AND published_at >= since AND published_at <= till) ORDER BY place"
        )
        with connection.cursor() as cursor:
            cursor.execute(asked, list(chain(*rows)))
            return [place for (place,) in cursor.fetchall()]

    def delete(self):
        public = list(self.ever_published())
        if public:
            raise EverPublished(public)
        return super().delete()

    delete.alters_data = True
    delete.queryset_only = True


class Publication(models.Model):
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    unpublished_at = models.DateTimeField(_("unpublished at"), null=True, blank=True, editable=False)
    updated_at = models.DateTimeField(_("updated at"), null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    withdrawal_reason = LineField(_("reason of the withdrawal, shown to readers"), max_length=300, blank=True)
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True)
                | Q(published_at__isnull=False, withdrawn_at__gte=F("published_at")),
                name="%(class)s_withdrawn_after_publication",
            ),
            models.CheckConstraint(
                condition=Q(updated_at__isnull=True) | Q(published_at__isnull=False, updated_at__gte=F("published_at")),
                name="%(class)s_updated_after_publication",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True)
                | Q(embargo_until__isnull=True)
                | Q(published_at__gte=F("embargo_until")),
                name="%(class)s_not_before_its_embargo",
                violation_error_message=_("This article is under embargo until later."),
            ),
        ]

    def is_published(self, at=None):
        return self.is_known_to_readers(at) and self.withdrawn_at is None

    def is_known_to_readers(self, at=None):
        return self.published_at is not None and self.published_at <= (at or timezone.now())

    def is_scheduled(self, at=None):
        return self.published_at is not None and not self.is_known_to_readers(at)

    def was_ever_published(self, at=None):
        return self.is_known_to_readers(at) or self.unpublished_at is not None

    @property
    def public_change_at(self):
        """The date that readers, feeds and machines are told."""
        return self.updated_at or self.published_at

    def clean(self):
        super().clean()
        self.refuse_moved_publication()

    def publish(self, at=None):
        """Make public now, or at a moment to come. A withdrawn one comes back with the date it
        had, as an update; one that is public already stays as it is."""
        with self.newest_state():
            now = timezone.now()
            self.note_return()
            if self.withdrawn_at is not None:
                self.withdrawn_at, self.withdrawal_reason, self.updated_at = None, "", now
            elif not self.is_known_to_readers(now):
                self.published_at = at or now
            self.full_clean(exclude=["slug"])

    def unpublish(self):
        """It was a mistake: 404 again, as if it had never been."""
        with self.newest_state():
            if self.is_known_to_readers():
                self.unpublished_at = timezone.now()
                self.note_removal(404)
            self.published_at = self.updated_at = self.withdrawn_at = None
            self.withdrawal_reason = ""

    def withdraw(self, reason=""):
        """A decision: 410, with the reason given here or before, if any."""
        with self.newest_state():
            if not self.is_known_to_readers():
                raise ValidationError(gettext("Only a published article can be withdrawn."))
            self.withdrawn_at = timezone.now()
            words = self._meta.get_field("withdrawal_reason").clean(reason, self)
            self.withdrawal_reason = words or self.withdrawal_reason
            self.note_removal(410)

    def record_update(self, at=None):
        """Tell the public that this changed. A typo is not recorded."""
        with self.newest_state():
            if self.is_known_to_readers():
                self.updated_at = at or timezone.now()

    def note_removal(self, status):
        Removal.objects.note(Removal.Kind.ARTICLE, self.pk, status)

    def note_return(self):
        Removal.objects.forget(Removal.Kind.ARTICLE, self.pk)

    @contextmanager
    def newest_state(self):
        """What somebody else did since this was read counts; two at once take turns. Writes the state
        and nothing else, so that no words saved meanwhile are overwritten."""
        with transaction.atomic():
            self.refresh_from_db(fields=STATE, from_queryset=type(self).objects.select_for_update())
            try:
                yield
            except ValidationError:
                self.refresh_from_db(fields=STATE)
                raise
            self.save(update_fields=STATE)

    def delete(self, *args, **kwargs):
        if self.was_ever_published():
            raise EverPublished([self])
        return super().delete(*args, **kwargs)

    def refuse_moved_publication(self):
        """The hour of publication is a promise to readers: only *unpublish* takes it back."""
        stored = type(self).objects.known_to_readers().filter(pk=self.pk).first()
        if stored is None:
            return
        if self.published_at != stored.published_at:
            raise ValidationError({"published_at": _("The hour of publication no longer moves; unpublish instead.")})
        if self.embargo_until != stored.embargo_until:
            raise ValidationError({"embargo_until": _("A published article cannot be put under embargo.")})
