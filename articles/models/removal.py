"""What was taken from readers. No copy of a page that was made before may be shown again, not even while the
database is away.

A removal is stamped with the edition that it belongs to: pages of that edition and later ones know of it. Until then,
and that is until the desk's transaction ends, it stands against every copy.
"""

import time
from datetime import timedelta

from django.db import models

# Older copies than that are thrown away; see newsroom/page_cache/disk.py.
COPIES_KEPT = timedelta(days=30)


class RemovalQuerySet(models.QuerySet):
    def note(self, kind, number=0, status=404):
        """From now on this is gone; `status` is what its own address answers."""
        self.update_or_create(kind=kind, number=number, defaults={"status": status, "edition": None})

    def forget(self, kind, number):
        """It is public again."""
        self.filter(kind=kind, number=number).delete()

    def stamp(self, edition):
        self.filter(edition=None).update(edition=edition)
        self.filter(edition__lt=time.time_ns() // 1000 - COPIES_KEPT // timedelta(microseconds=1)).delete()


class Removal(models.Model):
    class Kind(models.TextChoices):
        """Of the first two, the word is the one in addresses: `/articles/12/`."""

        ARTICLE = "articles"
        PHOTO = "photos"
        EVERYTHING = "everything"

    kind = models.CharField(max_length=10, choices=Kind)
    number = models.PositiveBigIntegerField()
    status = models.PositiveSmallIntegerField()
    edition = models.PositiveBigIntegerField(null=True)

    objects = RemovalQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "number"], name="removed_once")]

    def __str__(self):
        return self.trace

    @property
    def trace(self):
        """What a copy that shows it has in its text or address."""
        return f"/{self.kind}/{self.number}/" if self.kind != self.Kind.EVERYTHING else ""
