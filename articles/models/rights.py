"""How long a photo may be used: the one place that compares the dates of rights.

| date                | until then                              | from then on                             |
|---------------------|-----------------------------------------|------------------------------------------|
| `publishable_from`  | stands nowhere                          | may be public                            |
| `usable_until`      | may be put into articles                | stays where it stands, no new use        |
| `publishable_until` | may be public                           | gone from every page, feed and file      |

A contract with an agency has the last two as well, for all its photos: the earlier of two ends counts. Nothing is
written when a date passes, and nothing is lost: a date that is moved brings the pictures back.
"""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import dates, lifetime
from articles.models.moments import earliest, next_of, passed
from articles.models.removal import Removal

SOON = timedelta(days=7)


class AgencyQuerySet(models.QuerySet):
    def next_event(self, at):
        return next_of(self, "publishable_until", at)


class Rights(models.Model):
    usable_until = models.DateTimeField(
        gettext_lazy("may be used until"),
        null=True,
        blank=True,
        help_text=gettext_lazy("From then on no article takes it newly; where it stands, it stays."),
    )
    publishable_until = models.DateTimeField(
        gettext_lazy("may be published until"),
        null=True,
        blank=True,
        help_text=gettext_lazy("At that second it leaves every page, feed and file address."),
    )

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Copies of pages were promised the old dates: when an end comes earlier, they go."""
        stored = type(self).objects.filter(pk=self.pk).first() if self.pk else None
        super().save(*args, **kwargs)
        if stored and self.ends_before(stored):
            self.note_removal()


class RightsQuerySet(models.QuerySet):
    """Of photos; each asks their agency too."""

    def publishable(self, at=None):
        at = at or timezone.now()
        begun = Q(publishable_from__isnull=True) | Q(publishable_from__lte=at)
        return self.filter(begun, lasting("publishable_until", at), lasting("credit__agency__publishable_until", at))

    def next_event(self, at):
        """When the rights of a photo next begin or end; contracts of agencies are asked for themselves."""
        return earliest(*(next_of(self, end, at) for end in ("publishable_from", "publishable_until")))

    def usable(self, at=None):
        at = at or timezone.now()
        ends = ("usable_until", "publishable_until")
        agency_ends = [f"credit__agency__{end}" for end in ends]
        return self.filter(*(lasting(end, at) for end in (*ends, *agency_ends)))

    def closed_to_new_use(self, at=None):
        """Those that stay where they stand, and go nowhere else."""
        at = at or timezone.now()
        return self.exclude(pk__in=self.usable(at).values("pk")).exclude(pk__in=self.ended(at).values("pk"))

    def not_yet_publishable(self, at=None):
        return self.filter(publishable_from__gt=at or timezone.now())

    def ended(self, at=None):
        at = at or timezone.now()
        return self.filter(Q(publishable_until__lte=at) | Q(credit__agency__publishable_until__lte=at))

    def hidden(self, at=None):
        """Those that stand nowhere that readers see: not yet, or no more."""
        return self.not_yet_publishable(at) | self.ended(at)

    def ending_soon(self, at=None):
        """Those that leave the paper within seven days, whoever set the date."""
        at = at or timezone.now()
        within = {"gt": at, "lte": at + SOON}
        own, contract = (
            Q(**{f"{end}__{name}": moment for name, moment in within.items()})
            for end in ("publishable_until", "credit__agency__publishable_until")
        )
        return self.exclude(pk__in=self.ended(at).values("pk")).filter(own | contract)


def lasting(end, at):
    return Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gt": at})


class PhotoRights(Rights):
    """The questions of `RightsQuerySet`, asked of one photo."""

    publishable_from = models.DateTimeField(
        gettext_lazy("may be published from"),
        null=True,
        blank=True,
        help_text=gettext_lazy("Until then it stands nowhere that readers see."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(publishable_from__isnull=True)
                | Q(publishable_until__isnull=True)
                | Q(publishable_until__gt=F("publishable_from")),
                name="%(class)s_rights_end_after_they_begin",
                violation_error_message=gettext_lazy("The rights must end after they begin."),
            )
        ]

    def ends_before(self, stored):
        """Whether it may be shown for less time than as it is stored."""
        begins_later = self.publishable_from and self.publishable_from != stored.publishable_from
        return bool(begins_later) or earlier(self.rights_end_at, stored.rights_end_at)

    def note_removal(self):
        Removal.objects.note(Removal.Kind.PHOTO, self.pk, status=410)

    @property
    def rights_end_at(self):
        """When it leaves the paper, or nothing."""
        return earliest(self.publishable_until, self.agency and self.agency.publishable_until)

    @property
    def use_ends_at(self):
        return earliest(self.usable_until, self.agency and self.agency.usable_until, self.rights_end_at)

    def rights_have_ended(self, at=None):
        return passed(self.rights_end_at, at)

    def is_publishable(self, at=None):
        """Asked for every photo that is shown anywhere, so that what shows it can be told how long it may."""
        has_begun = self.publishable_from is None or passed(self.publishable_from, at)
        if not has_begun or self.rights_have_ended(at):
            return False
        lifetime.ends_at(self.rights_end_at)
        return True

    def waits_for_release(self, at=None):
        return self.publishable_from is not None and not passed(self.publishable_from, at)

    def is_usable(self, at=None):
        return not passed(self.use_ends_at, at)

    def why_not_usable(self, at=None):
        """A sentence for whoever would use it, empty when nothing stands against it."""
        if self.is_usable(at):
            return ""
        facts = {"agency": self.agency, "date": dates.moment(self.use_ends_at)}
        if self.use_ends_at in (self.usable_until, self.publishable_until):
            return _("The rights of this photo ended on %(date)s.") % facts
        return _("The contract with %(agency)s ended on %(date)s.") % facts


def refuse_unusable(noun, column):
    """What stood in this column before its rights ended may stay; nothing is put in anew."""
    photo = getattr(noun, column)
    stored = type(noun).objects.filter(pk=noun.pk).values_list(column, flat=True).first()
    if photo and photo.pk != stored and (reason := photo.why_not_usable()):
        raise ValidationError({column: reason})


def earlier(end, other):
    """Whether one end comes before another; no end comes after all others."""
    return end is not None and (other is None or end < other)
