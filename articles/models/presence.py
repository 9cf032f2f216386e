"""Who writes in which article just now. It forbids nothing, and ends by itself."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from articles.models.article import Article

# Of somebody whose form says nothing more.
LASTS = timedelta(seconds=60)
# An open form speaks every few seconds; not every word of it is written down.
WRITTEN_EVERY = timedelta(seconds=15)
FORGOTTEN_AFTER = timedelta(days=1)


class Presence(models.Model):
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["article", "user"], name="presence_is_one_row")]

    def __str__(self):
        return f"{self.user} – {self.article}"


def note_presence(article, user):
    now = timezone.now()
    own = Presence.objects.filter(article=article, user=user)
    present = own.first()
    if present and present.seen_at > now - WRITTEN_EVERY:
        return
    since = present.since if present and present.seen_at > now - LASTS else now
    Presence.objects.update_or_create(article=article, user=user, defaults={"since": since, "seen_at": now})
    Presence.objects.filter(seen_at__lt=now - FORGOTTEN_AFTER).delete()


def others_present(article, user):
    """Who else writes here, whoever came first in front."""
    present = Presence.objects.filter(article=article, seen_at__gt=timezone.now() - LASTS).exclude(user=user)
    return present.select_related("user__author").order_by("since")
