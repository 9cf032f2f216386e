"""Small factories: a test says what matters to it, the rest is filled in."""

import io
from datetime import datetime, timedelta
from functools import cache
from itertools import count
from zoneinfo import ZoneInfo

from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from articles import words
from articles.demo import loader
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
    Role,
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


def make_tag(name="", aliases=(), **facts):
    tag = Tag.objects.create(name=name or f"tag {next(numbers)}", **facts)
    for alias in aliases:
        tag.add_alias(alias)
    return tag


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


@cache
def large_picture():
    """The same file at every call: its copies, which take a second, are made once as long as its credit is the same."""
    return picture_file((1600, 1200))


def make_photo(size=(64, 48), photographer="", agency="", **facts):
    """A photo whose alternative text is its credit, so that any place that shows it can be checked."""
    if not agency:
        photographer = photographer or f"Photographer {next(numbers)}"
    credit = make_credit(photographer, agency)
    if "original" not in facts:
        facts["original"] = picture_file(size)
    return Photo.objects.create(**{"credit": credit, "alt": str(credit)} | facts)


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


def make_person(role, author=""):
    """Somebody with a login, a role of the newsroom and perhaps a name to sign with."""
    person = User.objects.create_user(f"person-{next(numbers)}", is_staff=True)
    person.groups.add(Role.objects.get(name=role))
    if author:
        make_author(author, user=person)
    return person


def make_editor(username="editor"):
    """Somebody who may do everything at the desk."""
    return User.objects.create_superuser(username, password="a long password")


def figure(photo, caption="", alt=""):
    """A photo in a body, as an article stores it."""
    alt = f' data-alt="{alt}"' if alt else ""
    return f'<figure data-photo="{photo.pk}"{alt}><figcaption>{caption}</figcaption></figure>'


BODY = "<h2>Crosshead</h2><p>Words.</p><blockquote><p>A quotation.</p></blockquote>{}{}<h3>Smaller</h3><p>End.</p>"
EMBED = '<figure data-embed="https://youtu.be/abcdefghijk"><figcaption>The video</figcaption></figure>'


class Paper:
    """A small paper with something of everything, `times` as much of what lists are made of."""

    def __init__(self, times=1):
        self.sections = [make_section(position=place) for place in range(3)]
        self.authors = [make_author(bio="Writes.", portrait=make_photo(size=(480, 640))), make_author()]
        facts = {"description": "What it is about.", "photo": make_photo(size=(640, 480))}
        self.tags = [make_tag(**facts), *(make_tag() for _ in range(times))]
        self.inside = make_photo(size=(48, 64))
        self.photos = [make_photo(photographer="Jeanne Morvan", agency=f"Agency {number}") for number in range(14)]
        self.page = make_page(body="<h2>Words</h2><p>More.</p>", footer=Page.Footer.LEGAL)
        for genre in ("news", "opinion", "brief", "interview") * 3 * times:
            self.make_story(genre)
        self.article = self.make_story("reportage", kicker="Kicker", standfirst="Standfirst", source="avec AMI")
        for kind in Correction.Kind:
            for _ in range(times):
                make_correction(self.article, kind=kind, made_at=minutes_ago(5))
        self.opinion = Article.objects.filter(genre="opinion").first()
        self.brief = Article.objects.filter(genre="brief").first()
        for slot, article in zip(Placement.Slot, Article.objects.filter(genre="news"), strict=False):
            make_placement(article, slot, headline="On the front", photo=make_photo(agency="AMI"))
        self.withdrawn = make_article(published_at=an_hour_ago(), section=self.sections[0])
        self.withdrawn.withdraw("A reason")

    def make_story(self, genre, **facts):
        number = next(numbers)
        return make_article(
            published_at=minutes_ago(60 + 600 * number % 50),
            genre=genre,
            photo=self.photos[number % len(self.photos)],
            body=BODY.format(figure(self.inside, "Caption."), EMBED),
            section=self.sections[number % 3],
            authors=self.authors,
            tags=self.tags,
            **facts,
        )

    @property
    def addresses(self):
        """One address of each page that readers see."""
        day = timezone.localdate(self.article.published_at)
        return {
            "front": "/",
            "latest": "/latest/",
            "day": reverse("latest_day", args=[day]),
            "month": reverse("latest_month", args=[day]),
            "year": reverse("latest_year", args=[day]),
            "article": self.article.get_absolute_url(),
            "opinion": self.opinion.get_absolute_url(),
            "brief": self.brief.get_absolute_url(),
            "section": self.article.section.get_absolute_url(),
            "tag": self.tags[0].get_absolute_url(),
            "tags": reverse("tags"),
            "letter": reverse("letter", args=["t"]),
            "author": self.authors[0].get_absolute_url(),
            "corrections": "/corrections/",
            "feeds": "/feeds/",
            "page": self.page.get_absolute_url(),
            "withdrawn": self.withdrawn.get_absolute_url(),
            "unknown": "/nothing/here/",
        }


PAGES = """
    front latest day month year article opinion brief section tag tags letter author corrections feeds page withdrawn
    unknown
""".split()


def load_demo_credits():
    """The demo paper with a plain picture for each of its own, which has its caption and its credit."""
    newsroom = loader.read_newsroom()
    photos = {
        facts["picture"]: make_photo(
            photographer=facts.get("photographer", ""), agency=facts.get("agency", ""), caption=facts["caption"]
        )
        for facts in newsroom["credit"]
    }
    loader.Loader(newsroom, photos).load()


def load_demo_texts():
    """The demo paper with one plain picture in place of its own, which take half a minute to draw."""
    newsroom = loader.read_newsroom()
    photo = make_photo(size=(1600, 1067), photographer="Jeanne Morvan", agency="AMI", caption="What it shows.")
    loader.Loader(newsroom, {facts["picture"]: photo for facts in newsroom["credit"]}).load()
