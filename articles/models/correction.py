from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.fields import ProseField
from articles.models.article import Article


class CorrectionQuerySet(models.QuerySet):
    def published(self, at=None):
        """Made by that moment, of articles published at that moment."""
        at = at or timezone.now()
        article = Article.objects.published(at).filter(pk=OuterRef("article"))
        # Asked of each correction's own article: `article__in` would read the whole archive first.
        return self.filter(Exists(article), made_at__lte=at)

    def latest_first(self):
        return self.order_by("-made_at", "-pk")

    def older_than(self, correction):
        tied = Q(made_at=correction.made_at, pk__gte=correction.pk)
        older = self.published().filter(made_at__lte=correction.made_at)
        return older.exclude(tied).latest_first()

    def newer_than(self, correction, at=None):
        tied = Q(made_at=correction.made_at, pk__lte=correction.pk)
        newer = self.published(at).filter(made_at__gte=correction.made_at)
        return newer.exclude(tied).order_by("made_at", "pk")


class Correction(models.Model):
    """What the paper got wrong or left unclear, or somebody's reply to it, said in public."""

    class Kind(models.TextChoices):
        CLARIFICATION = "clarification", _("clarification")
        CORRECTION = "correction", _("correction")
        RIGHT_OF_REPLY = "right_of_reply", _("right of reply")

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="corrections", verbose_name=_("article")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    text = ProseField(_("text"))
    made_at = models.DateTimeField(_("made at"), default=timezone.now)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-made_at", "-id"]
        indexes = [models.Index(fields=["-made_at", "-id"], name="corrections_latest_first")]

    def __str__(self):
        return f"{self.get_kind_display()} – {self.article}"

    def save(self, *args, **kwargs):
        """A correction is a change that readers are told: it moves the article's date, never back."""
        adding = self._state.adding
        super().save(*args, **kwargs)
        if adding and self.article.is_known_to_readers():
            self.article.record_update(max(self.made_at, self.article.public_change_at))

    def get_absolute_url(self):
        """Where it stands on the page of its article."""
        return f"{self.article.get_absolute_url()}#correction-{self.pk}"

    def clean(self):
        super().clean()
        if self.made_at and self.made_at > timezone.now():
            raise ValidationError({"made_at": _("A correction cannot be made in the future.")})

    @property
    def is_reply(self):
        """Somebody else's words, not the paper's."""
        return self.kind == self.Kind.RIGHT_OF_REPLY

    @property
    def stands_above_the_text(self):
        """A clarification adds to the text and stands below it; the others change how the whole
        must be read."""
        return self.kind != self.Kind.CLARIFICATION
