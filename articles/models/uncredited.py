"""The tray « À créditer »: picture files that name nobody yet. They are no photos, and no article can use them."""

from datetime import timedelta

from django.core.files import File
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.found import photo_facts
from articles.models.photo import Photo, originals
from articles.models.user import User
from articles.photo_metadata import PhotoMetadata

KEPT = timedelta(days=14)


class UncreditedPictureQuerySet(models.QuerySet):
    def waiting(self, at=None):
        return self.filter(uploaded_at__gt=(at or timezone.now()) - KEPT)

    def of(self, user):
        """Everybody's for who keeps the library; else one's own."""
        return self if user.has_perm("articles.edit_every_photo") else self.filter(uploaded_by=user)

    def unclaimed(self, at=None):
        """Those that waited too long; the next upload and `manage.py renditions` throw them away."""
        return self.filter(uploaded_at__lte=(at or timezone.now()) - KEPT)

    def throw_away(self):
        for picture in self:
            picture.delete()

    throw_away.alters_data = True


class UncreditedPicture(models.Model):
    original = models.FileField(_("file"), storage=originals, upload_to="uncredited/%Y/%m/%d", max_length=200)
    original_digest = models.CharField(max_length=64, editable=False, db_index=True)
    name = models.CharField(_("name of the file"), max_length=200)
    found = models.JSONField(_("read in the file"), default=dict, editable=False)
    # Of the row, not of the disk: it goes with it, and no address but the desk's leads there.
    thumbnail = models.BinaryField(editable=False)
    uploaded_at = models.DateTimeField(_("uploaded at"), default=timezone.now, db_index=True)
    uploaded_by = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, related_name="uncredited_pictures", verbose_name=_("uploaded by")
    )

    objects = UncreditedPictureQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture without a credit")
        verbose_name_plural = _("pictures without a credit")
        ordering = ["-id"]

    def __str__(self):
        return self.name

    @property
    def goes_at(self):
        return self.uploaded_at + KEPT

    def credited(self, credit):
        """The photo that this becomes; its copies are made now. Raises `UnreadablePicture`."""
        with self.original.open():
            photo = Photo(
                # A plain file: the field's own would be taken for one that is kept under its name already.
                original=File(self.original.file, name=self.name),
                credit=credit,
                uploaded_by=self.uploaded_by,
                **photo_facts(PhotoMetadata.from_json(self.found)),
            )
            photo.save()
        self.delete()
        return photo

    def delete(self, *args, **kwargs):
        deleted = super().delete(*args, **kwargs)
        transaction.on_commit(lambda: self.original.storage.delete(self.original.name))
        return deleted
