"""What a picture's file says of itself, as the columns of a photo."""

from django.core.exceptions import ValidationError

from articles import photo_metadata
from articles.fields import WordsMixin
from articles.models.credit import PhotoCredit
from articles.models.photo import Label, Photo

SAME_NAME = (
    "headline caption alt place copyright license_page licensor_page instructions digital_source taken_at"
).split()


def photo_facts(metadata):
    """Keyword arguments for `Photo`, each as long as its column allows."""
    facts = {name: fitting(name, getattr(metadata, name)) for name in SAME_NAME}
    facts |= {"publishable_from": metadata.releasable_from, "publishable_until": metadata.expires_at}
    facts["keywords"] = fitting("keywords", ", ".join(metadata.keywords))
    if photo_metadata.is_made_by_ai(metadata.digital_source):
        facts["label"] = Label.AI
    return facts


def fitting(name, value):
    field = Photo._meta.get_field(name)
    if isinstance(field, WordsMixin):
        value = field.correct(value)
    return value[: field.max_length] if isinstance(value, str) and field.max_length else value


def credit_found(metadata):
    """The credit that the file names; nothing where it names nobody, or nobody who can be kept."""
    names = [name for name in (metadata.photographer, metadata.agency) if name]
    try:
        if len(names) == 1 and metadata.photographer:
            return PhotoCredit.objects.of_line(metadata.photographer)
        return PhotoCredit.objects.named(metadata.photographer, metadata.agency) if names else None
    except ValidationError:
        return None
