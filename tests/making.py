"""Small factories: a test says what matters to it, the rest is filled in."""

import io
from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from articles import words
from articles.models import (
    Agency,
    Article,
    Author,
    Byline,
    Correction,
    Page,
    Photo,
    PhotoCredit,
    Placement,
    Section,
    Tag,
    User,
)

PARIS = ZoneInfo("Europe/Paris")
# So that no two things made in one run share a name, a slug or a picture.
numbers = count(1)


def an_hour_ago():
    return timezone.now() - timedelta(hours=1)


def in_an_hour():
    return timezone.now() + timedelta(hours=1)


def minutes_ago(minutes):
    return timezone.now() - timedelta(minutes=minutes)


def paris(*when):
    """A moment as a clock in Paris shows it: `paris(2026, 1, 17, 15, 45)`."""
    return datetime(*when, tzinfo=PARIS)


def make_section(name="", **facts):
    name = name or f"Section {next(numbers)}"
    return Section.objects.create(name=name, slug=facts.pop("slug", words.slug(name)), **facts)


def make_author(name="", **facts):
    name = name or f"Author {next(numbers)}"
    return Author.objects.create(name=name, slug=facts.pop("slug", words.slug(name)), **facts)


def make_tag(name=""):
    return Tag.objects.create(name=name or f"tag {next(numbers)}")


def make_page(title="", **facts):
    title = title or f"Page {next(numbers)}"
    return Page.objects.create(title=title, slug=facts.pop("slug", words.slug(title)), **facts)


def make_credit(photographer="", agency=""):
    agency = Agency.objects.get_or_create(name=agency)[0] if agency else None
    return PhotoCredit.objects.get_or_create(photographer=photographer, agency=agency)[0]


def picture_file(size=(64, 48), name="picture.jpg", **options):
    """A picture unlike every other one of this run, as a file to upload."""
    number = next(numbers)
    image = Image.new("RGB", size, (number % 256, number // 256 % 256, 128))
    image.putpixel((0, 0), (255, 255, 255))
    written = io.BytesIO()
    image.save(written, "JPEG", quality=95, comment=f"picture {number}", **options)
    return ContentFile(written.getvalue(), name=name)


def make_photo(size=(64, 48), photographer="", agency="", **facts):
    if not agency:
        photographer = photographer or f"Photographer {next(numbers)}"
    return Photo.objects.create(
        **{"original": picture_file(size), "credit": make_credit(photographer, agency), "alt": "A picture"} | facts
    )


def make_article(headline="", published_at=None, authors=(), tags=(), photo=None, **facts):
    """A draft, unless told when it was or will be published; in a section of its own, unless told which."""
    if "section" not in facts:
        facts["section"] = make_section()
    article = Article.objects.create(
        headline=headline or f"Headline {next(numbers)}", published_at=published_at, lead_photo=photo, **facts
    )
    for position, author in enumerate(authors):
        Byline.objects.create(article=article, author=author, position=position)
    article.tags.add(*tags)
    return article


def make_correction(article, **facts):
    return Correction.objects.create(
        **{"article": article, "kind": Correction.Kind.CORRECTION, "text": f"Correction {next(numbers)}."} | facts
    )


def make_placement(article, slot=Placement.Slot.LEAD, **facts):
    return Placement.objects.create(**{"article": article, "slot": slot, "starts_at": an_hour_ago()} | facts)


def make_editor(username="editor"):
    """Somebody who may do everything at the desk."""
    return User.objects.create_superuser(username, password="a long password")


def figure(photo, caption="", alt=""):
    """A photo in a body, as an article stores it."""
    alt = f' data-alt="{alt}"' if alt else ""
    return f'<figure data-photo="{photo.pk}"{alt}><figcaption>{caption}</figcaption></figure>'
