from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles import body, words
from articles.fields import BodyField, LineField


class Page(models.Model):
    """A text that is not news: legal notice, charter, contact."""

    class Footer(models.TextChoices):
        PAPER = "paper", _("the paper")
        WRITING = "writing", _("writing to us")
        LEGAL = "legal", _("last line")

    title = LineField(_("title"), max_length=120)
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    body = BodyField(_("text"), blank=True)
    footer = models.CharField(_("column of the footer"), max_length=10, choices=Footer, blank=True)
    position = models.PositiveSmallIntegerField(_("position in its column"), default=0)
    updated_at = models.DateTimeField(_("last change"), auto_now=True)

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["title"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("page", args=[self.slug])

    @property
    def summary(self):
        return words.first_sentence(body.text(self.body))

    def blocks(self):
        return body.blocks(self.body)
