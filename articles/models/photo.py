"""A picture and who is named for it. There is no photo without a credit."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles import renditions
from articles.fields import LineField


class Agency(models.Model):
    name = LineField(_("name"), max_length=120, unique=True)

    class Meta:
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        ordering = ["name"]

    def __str__(self):
        return self.name


class PhotoCredit(models.Model):
    """Photographer and agency, as a pair, printed « LUDOVIC MARIN / AFP »."""

    photographer = LineField(_("photographer"), max_length=120, blank=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("agency"))

    class Meta:
        verbose_name = _("photo credit")
        verbose_name_plural = _("photo credits")
        ordering = ["photographer", "agency__name"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(photographer="") | Q(agency__isnull=False),
                name="credit_names_somebody",
                violation_error_message=_("Name the photographer, the agency, or both."),
            ),
            models.UniqueConstraint(fields=["photographer", "agency"], name="credit_once"),
            models.UniqueConstraint(
                fields=["photographer"],
                condition=Q(agency__isnull=True),
                name="credit_without_agency_once",
                violation_error_message=_("This credit exists already."),
            ),
        ]

    def __str__(self):
        named = [self.photographer, self.agency.name if self.agency else ""]
        return " / ".join(name.upper() for name in named if name)


def originals():
    return storages["originals"]


class Photo(models.Model):
    original = models.FileField(_("file"), storage=originals, upload_to="%Y/%m/%d", max_length=200)
    original_digest = models.CharField(max_length=64, editable=False, db_index=True)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    credit = models.ForeignKey(PhotoCredit, on_delete=models.PROTECT, related_name="photos", verbose_name=_("credit"))
    caption = LineField(_("caption"), max_length=500, blank=True)
    alt = LineField(
        _("alternative text"),
        max_length=250,
        blank=True,
        help_text=_("What the picture shows, for those who do not see it."),
    )
    focal_x = models.FloatField(
        _("focal point, from the left"),
        default=0.5,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
    )
    focal_y = models.FloatField(
        _("focal point, from the top"),
        default=0.5,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
    )
    rendition_key = models.CharField(max_length=16, editable=False)
    uploaded_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-id"]

    def __str__(self):
        return self.caption or self.alt or f"{_('photo')} {self.pk}"

    def save(self, *args, update_fields=None, **kwargs):
        """Make the renditions first, then the row, so that no row names files that are not
        there. Raises `renditions.UnreadablePicture`."""
        before = self.rendition_key
        self.make_files()
        if update_fields is not None and self.rendition_key != before:
            update_fields = {*update_fields, "rendition_key"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def delete(self, *args, **kwargs):
        deleted = super().delete(*args, **kwargs)
        transaction.on_commit(self.delete_files)
        return deleted

    def clean(self):
        """Makes the files too: only when that is done is the picture known to be readable. The
        desk validates outside any transaction, so that nobody waits for an encoder."""
        super().clean()
        if not self.original:
            return
        try:
            self.make_files()
        except renditions.UnreadablePicture:
            raise ValidationError(
                {"original": _("This is not a picture that can be read: send a JPEG or PNG.")}
            ) from None

    def make_files(self):
        if self._state.adding:
            self.read_original()
        focal = (self.focal_x, self.focal_y)
        key = renditions.key(self.original_digest, focal)
        if key != self.rendition_key:
            renditions.make(self.original.file, key, focal)
            self.rendition_key = key
            if not self._state.adding:
                self.original.close()

    def make_missing_files(self):
        """The smaller copies again, where they are lost. Raises `renditions.UnreadablePicture`."""
        with self.original.open() as file:
            renditions.make(file, self.rendition_key, (self.focal_x, self.focal_y))

    def read_original(self):
        self.original_digest = renditions.digest(self.original.file)
        self.width, self.height = renditions.size(self.original.file)

    def delete_files(self):
        self.delete_unused_renditions()
        self.original.storage.delete(self.original.name)

    def delete_unused_renditions(self):
        """The same picture, uploaded twice, has one set of copies."""
        if self.rendition_key and not Photo.objects.filter(rendition_key=self.rendition_key).exists():
            renditions.remove(self.rendition_key, self.width, self.height)

    def address(self, recipe, extension):
        return reverse("photo", args=[self.pk, self.rendition_key, recipe, extension])

    def use(self, caption="", alt=""):
        """This photo in one place, with that place's own words where it has some."""
        return PhotoUse(self, caption or self.caption, alt or self.alt)


@dataclass(frozen=True)
class PhotoUse:
    """A photo as one place prints it: words, credit and the addresses of its files."""

    photo: Photo
    caption: str
    alt: str

    @property
    def credit(self):
        return str(self.photo.credit)

    @property
    def line(self):
        """`caption. | PHOTOGRAPHER / AGENCY`, as figure and label say it."""
        return " | ".join(words for words in (self.caption, self.credit) if words)

    @property
    def is_portrait(self):
        return self.photo.height > self.photo.width

    @property
    def full(self):
        return Sources(self.photo, "full")

    @property
    def wide(self):
        return Sources(self.photo, "3x2")

    @property
    def square(self):
        return Sources(self.photo, "1x1")


@dataclass(frozen=True)
class Sources:
    """The files of a photo in one shape, as `<picture>` wants them."""

    photo: Photo
    shape: str

    @property
    def renditions(self):
        return renditions.of_shape(self.shape, self.photo.width, self.photo.height)

    @property
    def avif(self):
        return self.srcset("avif")

    @property
    def jpeg(self):
        return self.srcset("jpg")

    @property
    def largest(self):
        return self.renditions[-1]

    @property
    def middle(self):
        """For browsers that choose none themselves."""
        return self.renditions[min(1, len(self.renditions) - 1)]

    @property
    def address(self):
        return self.photo.address(self.middle.recipe, "jpg")

    @property
    def largest_address(self):
        return self.photo.address(self.largest.recipe, "jpg")

    def srcset(self, extension):
        return ", ".join(f"{self.photo.address(made.recipe, extension)} {made.width}w" for made in self.renditions)
