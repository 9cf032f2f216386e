"""A picture, what its file and the desk say of it, and its smaller copies. There is no photo without a credit."""

from functools import lru_cache

from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce, Concat
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles import credits, photo_metadata, renditions, words
from articles.fields import LineField, ProseField, SearchedField
from articles.models.credit import PhotoCredit
from articles.models.photo_use import PhotoUse
from articles.models.rights import PhotoRights, RightsQuerySet
from articles.models.search_entry import index
from articles.refusals import PictureNotKept, UnreadablePicture

# Of a search; a longer one is a pasted caption, and each word costs a condition.
MOST_WORDS = 12
# Of articles that are told at once that a caption or credit is another: a second or two.
MOST_INDEXED = 1000


def originals():
    return storages["originals"]


class Label(models.TextChoices):
    """What readers must know of a picture before they believe it; printed first in its caption."""

    ARCHIVE = "archive", _("archive picture")
    ILLUSTRATION = "illustration", _("illustration")
    HANDOUT = "handout", _("handout")
    SCREENSHOT = "screenshot", _("screenshot")
    AI = "ai", _("image made by AI")


class PhotoQuerySet(RightsQuerySet):
    def with_old_credit(self):
        """Those whose files still name photographer or agency as they were called before."""
        plain = models.CharField()
        agency = Coalesce(F("credit__agency__name"), Value(""), output_field=plain)
        today = Concat(F("credit__photographer"), Value(" / "), agency, output_field=plain)
        return self.exclude(written_credit=today)

    def index_articles(self):
        """The newest that show one of them; `manage.py reindex` reaches those of a picture that stands everywhere."""
        articles = self.model._meta.get_field("led_articles").related_model.objects
        led, inside = articles.filter(lead_photo__in=self), articles.filter(article_photos__photo__in=self)
        # Each has an index; asked with OR, the database would read every article.
        shown = led.order_by().values_list("pk").union(inside.order_by().values_list("pk"))
        index(articles.filter(pk__in=[pk for (pk,) in shown.order_by("-pk")[:MOST_INDEXED]]))

    def without_sound_files(self):
        return self.exclude(rendition_fault="")

    def matching(self, typed):
        """Those in whose words or credit every one of the typed words stands, however it is spelled."""
        found = self
        for word in words.fold(typed.replace("\0", "")).split()[:MOST_WORDS]:
            found = found.filter(
                Q(searched__contains=word)
                | Q(credit__photographer_folded__contains=word)
                | Q(credit__agency__name_folded__contains=word)
            )
        return found

    def by_nobody(self):
        """Credited « DR », « Collection privée »: a photo whose photographer somebody should still look for."""
        return self.filter(credit__photographer_folded__in=credits.UNNAMED)


class Photo(PhotoRights):
    # Where a preview finds files that readers may not have: a function of the photo, a recipe and an extension.
    private_address = None

    original = models.FileField(_("file"), storage=originals, upload_to="%Y/%m/%d", max_length=200)
    original_digest = models.CharField(max_length=64, editable=False, db_index=True)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    found = models.JSONField(_("read in the file"), default=dict, editable=False)
    credit = models.ForeignKey(PhotoCredit, on_delete=models.PROTECT, related_name="photos", verbose_name=_("credit"))
    label = models.CharField(
        _("label"), max_length=15, choices=Label, blank=True, help_text=_("Printed first in the caption.")
    )
    headline = LineField(_("title"), max_length=200, blank=True, help_text=_("For the library; readers do not see it."))
    caption = LineField(_("caption"), max_length=500, blank=True)
    alt = LineField(
        _("alternative text"),
        max_length=250,
        blank=True,
        help_text=_("What the picture shows, for those who do not see it."),
    )
    is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("It shows nothing that the text does not say; it needs no alternative text."),
    )
    taken_at = models.DateTimeField(_("taken at"), null=True, blank=True)
    place = LineField(_("place shown"), max_length=250, blank=True)
    keywords = LineField(_("keywords"), max_length=500, blank=True, help_text=_("Separated by commas."))
    searched = SearchedField(of=["headline", "caption", "alt", "place", "keywords"])
    copyright = LineField(_("copyright notice"), max_length=250, blank=True)
    license_page = models.URLField(_("page of the licence"), max_length=500, blank=True)
    licensor_page = models.URLField(_("where to buy it"), max_length=500, blank=True)
    instructions = ProseField(_("instructions"), blank=True, help_text=_("Of the agency, for the desk alone."))
    digital_source = models.CharField(_("origin of the picture"), max_length=60, blank=True, editable=False)
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
    rendition_fault = models.CharField(max_length=250, blank=True, editable=False)
    written_credit = models.CharField(max_length=255, editable=False)
    uploaded_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)
    uploaded_by = models.ForeignKey(
        "articles.User",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="photos",
        verbose_name=_("uploaded by"),
    )

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        permissions = [("edit_every_photo", _("may edit everybody’s photos"))]
        ordering = ["-id"]
        indexes = [
            models.Index(fields=[end], condition=Q(**{f"{end}__isnull": False}), name=f"photos_by_{end}")
            for end in ("publishable_from", "publishable_until")
        ]
        constraints = [
            *PhotoRights.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(digital_source__in=photo_metadata.MADE_BY_AI) | Q(label=Label.AI),
                name="photo_made_by_ai_says_so",
                violation_error_message=_("The file says that AI made this picture; its label must say so too."),
            ),
        ]

    def __str__(self):
        return self.headline or self.caption or self.alt or f"{_('photo')} {self.pk}"

    def save(self, *args, update_fields=None, **kwargs):
        """Make the renditions first, then the row, so that no row names files that are not
        there. Raises `UnreadablePicture` and `PictureNotKept`; then nothing is kept."""
        before = self.rendition_key
        told = self.told()
        self.make_files()
        if update_fields is not None and self.rendition_key != before:
            update_fields = {*update_fields, "rendition_key", "rendition_fault", "written_credit"}
        if update_fields is not None:
            update_fields = {*update_fields, "searched"}
        try:
            with transaction.atomic():
                super().save(*args, update_fields=update_fields, **kwargs)
                if told and told != self.told():
                    type(self).objects.filter(pk=self.pk).index_articles()
        except PictureNotKept:
            self.delete_unused_renditions()
            raise

    def told(self):
        """What the search knows of a stored photo by the articles that show it."""
        return type(self).objects.filter(pk=self.pk).values_list("caption", "credit").first()

    def delete(self, *args, **kwargs):
        deleted = super().delete(*args, **kwargs)
        transaction.on_commit(self.delete_files)
        return deleted

    def clean(self):
        """Makes the files too: only when that is done is the picture known to be readable. The
        desk validates outside any transaction, so that nobody waits for an encoder."""
        super().clean()
        if not self.original or self.credit_id is None:
            return
        try:
            self.make_files()
        except (UnreadablePicture, PictureNotKept) as error:
            raise ValidationError({"original": str(error)}) from None

    def make_files(self):
        if self._state.adding:
            self.read_original()
        if self.wanted_key == self.rendition_key:
            return
        renditions.make(self.original.file, self.wanted_key, self.focal_point, self.packet)
        self.rendition_key, self.rendition_fault = self.wanted_key, ""
        self.written_credit = self.credit_as_written
        if not self._state.adding:
            self.original.close()

    def needs_mending(self):
        """Whether copies are missing, or say of the picture what is no longer so."""
        made = renditions.complete(self.rendition_key, self.width, self.height)
        return bool(self.rendition_fault) or not made or self.rendition_key != self.wanted_key

    def mend_files(self):
        """Make what is missing of the smaller copies, with today's credit; records what cannot be made."""
        try:
            with self.original.open() as file:
                renditions.make(file, self.wanted_key, self.focal_point, self.packet)
        except (OSError, UnreadablePicture) as error:
            self.rendition_fault = str(error)[:250]
        else:
            self.rendition_key, self.rendition_fault = self.wanted_key, ""
            self.written_credit = self.credit_as_written
        models.Model.save(self, update_fields=["rendition_key", "rendition_fault", "written_credit"])

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

    @property
    def agency(self):
        return self.credit.agency

    @property
    def focal_point(self):
        return self.focal_x, self.focal_y

    @property
    def packet(self):
        """What every copy of the picture says of itself, as XMP."""
        return photo_metadata.packet(
            photographer=self.credit.photographer if self.credit.names_a_photographer else "",
            agency=self.agency.name if self.agency else "",
            credit_line=str(self.credit),
            copyright=self.use().copyright,
            license_page=self.license_page,
            licensor_page=self.licensor_page,
            digital_source=self.digital_source,
        )

    @property
    def wanted_key(self):
        return renditions.key(self.original_digest, self.focal_point, self.packet)

    @property
    def credit_as_written(self):
        """As `with_old_credit` puts it together."""
        return f"{self.credit.photographer} / {self.agency.name if self.agency else ''}"

    def address(self, recipe, extension):
        if self.private_address:
            return self.private_address(self, recipe, extension)
        return file_address(self.pk, self.rendition_key, recipe, extension)

    def use(self, caption="", alt=""):
        """This photo in one place, with that place's own words where it has some."""
        return PhotoUse(self, caption or self.caption, alt or self.alt)


@lru_cache(4096)
def file_address(pk, key, recipe, extension):
    """Kept, since a page prints a dozen for each picture, and a picture stands on many pages."""
    return reverse("photo", args=[pk, key, recipe, extension])
