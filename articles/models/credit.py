"""Who is named for a picture: photographer and agency, as a pair."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import credits, words
from articles.fields import FoldedField, LineField
from articles.models.removal import Removal
from articles.models.rights import AgencyQuerySet, Rights, earlier
from articles.models.searched_name import Named


class Agency(Named, Rights):
    """An agency or whoever else pictures come from; its dates are those of the contract."""

    search_kind = "g"

    name = LineField(gettext_lazy("name"), max_length=120)
    name_folded = FoldedField(of="name", unique=True)

    objects = AgencyQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("agency")
        verbose_name_plural = gettext_lazy("agencies")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def ends_before(self, stored):
        return earlier(self.publishable_until, stored.publishable_until)

    def note_removal(self):
        """Its photos may be thousands, on any page."""
        Removal.objects.note(Removal.Kind.EVERYTHING)

    def clean(self):
        super().clean()
        same = Agency.objects.filter(name_folded=words.fold(self.name)).exclude(pk=self.pk).first()
        if same:
            raise ValidationError({"name": _("This agency exists already: %(name)s.") % {"name": same.name}})


class PhotoCreditQuerySet(models.QuerySet):
    def of_line(self, line):
        """The credit that a line such as « LUDOVIC MARIN / AFP » names; a name alone may be an agency's."""
        photographer, agency = credits.split_credit(line)
        if not agency and Agency.objects.filter(name_folded=words.fold(photographer)).exists():
            photographer, agency = "", photographer
        return self.named(photographer, agency)

    def named(self, photographer="", agency=""):
        """The credit of these names, however they are spelled; a new one where there is none.

        Raises `ValidationError` when nobody is named, or by a name that is too long."""
        if not photographer and not agency:
            raise ValidationError(_("Name the photographer, the agency, or both."))
        made = PhotoCredit(photographer=photographer, agency=Agency(name=agency) if agency else None)
        for noun in filter(None, (made, made.agency)):
            noun.clean_fields(exclude=["agency"])
        if made.agency:
            folded = words.fold(made.agency.name)
            made.agency, _new = Agency.objects.get_or_create(name_folded=folded, defaults={"name": made.agency.name})
        folded = words.fold(made.photographer)
        defaults = {"photographer": made.photographer}
        return self.get_or_create(photographer_folded=folded, agency=made.agency, defaults=defaults)[0]


class PhotoCredit(Named):
    """Printed « LUDOVIC MARIN / AFP »."""

    search_kind = "p"

    photographer = LineField(gettext_lazy("photographer"), max_length=120, blank=True)
    photographer_folded = FoldedField(of="photographer", blank=True)
    agency = models.ForeignKey(
        Agency,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="credits",
        verbose_name=gettext_lazy("agency"),
    )

    objects = PhotoCreditQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("photo credit")
        verbose_name_plural = gettext_lazy("photo credits")
        ordering = ["photographer", "agency__name"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(photographer="") | Q(agency__isnull=False),
                name="credit_names_somebody",
                violation_error_message=gettext_lazy("Name the photographer, the agency, or both."),
            ),
            models.UniqueConstraint(fields=["photographer_folded", "agency"], name="credit_once"),
            models.UniqueConstraint(
                fields=["photographer_folded"], condition=Q(agency__isnull=True), name="credit_without_agency_once"
            ),
        ]

    def __str__(self):
        return self.line.upper()

    @property
    def line(self):
        """As a person types it."""
        return " / ".join(name for name in (self.photographer, self.agency.name if self.agency else "") if name)

    @property
    def names_a_photographer(self):
        """« DR » and « Collection privée » are credits, and nobody's name."""
        return bool(self.photographer) and not credits.is_unnamed(self.photographer)

    def save(self, *args, **kwargs):
        """Under another agency its pictures are found by that one's name, and stand under its contract."""
        stored = type(self).objects.select_related("agency").filter(pk=self.pk).first() if self.pk else None
        with transaction.atomic():
            super().save(*args, **kwargs)
            if stored and stored.agency != self.agency:
                self.photos.all().index_articles()
                if earlier(contract_end(self.agency), contract_end(stored.agency)):
                    Removal.objects.note(Removal.Kind.EVERYTHING)

    def clean(self):
        super().clean()
        same = PhotoCredit.objects.filter(photographer_folded=words.fold(self.photographer), agency=self.agency)
        if same.exclude(pk=self.pk).exists():
            raise ValidationError(_("This credit exists already."))


def contract_end(agency):
    return agency and agency.publishable_until
