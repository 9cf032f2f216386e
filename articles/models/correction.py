from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import typography
from articles.fields import LineField, ProseField, typed
from articles.models.article import Article
from articles.models.moments import next_of

DAYS_TO_REPLY = timedelta(days=3)


class CorrectionQuerySet(models.QuerySet):
    def published(self, at=None):
        """Made by that moment, of articles published at that moment."""
        at = at or timezone.now()
        article = Article.objects.published(at).filter(pk=OuterRef("article"))
        # Asked of each correction's own article: `article__in` would read the whole archive first.
        return self.filter(Exists(article), made_at__lte=at)

    def next_event(self, at):
        return next_of(self, "made_at", at)

    def waiting(self):
        """Replies that came and are not published, the most urgent first."""
        return self.filter(made_at__isnull=True).order_by("received_on", "pk")

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


class CorrectionText(ProseField):
    """The paper's words are set like all others; somebody's reply is printed as it came."""

    def correct(self, value):
        return typed(value).strip()

    def pre_save(self, model_instance, add):
        value = super().pre_save(model_instance, add)
        if not model_instance.is_reply:
            value = typography.correct(value)
            setattr(model_instance, self.attname, value)
        return value


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
    text = CorrectionText(_("text"))
    made_at = models.DateTimeField(_("made at"), null=True, blank=True, default=timezone.now)
    reply_by = LineField(_("who replies"), max_length=120, blank=True)
    received_on = models.DateField(_("received on"), null=True, blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-made_at", "-id"]
        indexes = [models.Index(fields=["-made_at", "-id"], name="corrections_latest_first")]
        constraints = [
            models.CheckConstraint(
                condition=Q(made_at__isnull=False) | Q(kind="right_of_reply"),
                name="only_a_reply_waits",
                violation_error_message=_("Only a right of reply waits to be published."),
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} – {self.article}"

    def save(self, *args, **kwargs):
        """A correction is a change that readers are told: it moves the article's date, never back."""
        adding = self._state.adding
        super().save(*args, **kwargs)
        if adding and self.made_at and self.article.is_known_to_readers():
            self.article.record_update(max(self.made_at, self.article.public_change_at))

    def get_absolute_url(self):
        """Where it stands on the page of its article."""
        return f"{self.article.get_absolute_url()}#correction-{self.pk}"

    def clean(self):
        super().clean()
        if self.made_at and self.made_at > timezone.now():
            raise ValidationError({"made_at": _("A correction cannot be made in the future.")})
        if self.is_reply and not (self.reply_by and self.received_on):
            message = _("Name who replies, and the day the reply was received.")
            raise ValidationError({"received_on" if self.reply_by else "reply_by": message})

    @property
    def is_reply(self):
        """Somebody else's words, not the paper's."""
        return self.kind == self.Kind.RIGHT_OF_REPLY

    @property
    def title(self):
        """« Droit de réponse – Jean Martin »."""
        return f"{self.get_kind_display()} – {self.reply_by}" if self.reply_by else self.get_kind_display()

    @property
    def due_on(self):
        """The last day to print a reply: three days after it came (décret n° 2007-1527, art. 4)."""
        return self.received_on and self.received_on + DAYS_TO_REPLY

    @property
    def stands_above_the_text(self):
        """A clarification adds to the text and stands below it; the others change how the whole
        must be read."""
        return self.kind != self.Kind.CLARIFICATION
