"""A text for somebody without a login: one revision, behind an address that cannot be guessed and that ends."""

from datetime import timedelta

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import timezone

from articles.models.revision import Revision

FOR = timedelta(days=3)
SIGNER = Signer(salt="articles.preview", sep=".")


def share(article, user, data, base=None):
    """Keep these words and show them, each time by an address of its own: one that was cut never works again."""
    shown = Revision(article=article, kind=Revision.Kind.SHARED, made_by=user, data=data, base=base)
    shown.shared_until = timezone.now() + FOR
    shown.save()
    return shown


def end_sharing(revision):
    revision.shared_until = timezone.now()
    revision.save(update_fields=["shared_until"])


def end_all_sharing(article):
    now = timezone.now()
    article.revisions.filter(shared_until__gt=now).update(shared_until=now)


def is_shared(revision):
    return revision.shared_until is not None and revision.shared_until > timezone.now()


def token_of(revision):
    return SIGNER.sign(str(revision.pk))


def shared_address(revision):
    return reverse("preview", args=[token_of(revision)])


def revision_of(token):
    """The revision that a link leads to, whether or not it has ended; None for a link that we never made."""
    try:
        pk = SIGNER.unsign(token)
    except BadSignature:
        return None
    return Revision.objects.filter(pk=pk, shared_until__isnull=False).select_related("article").first()
