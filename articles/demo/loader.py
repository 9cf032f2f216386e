"""Loads the demo newsroom: a small invented paper, complete enough to be read.

The texts are TOML beside this file; the pictures are drawn. Everything is the same at every
load, but for the clock: the newest story is always some minutes old.
"""

import io
import re
import tomllib
from datetime import timedelta
from functools import cached_property
from pathlib import Path

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from PIL import ImageOps

from articles import renditions
from articles.demo import pictures
from articles.models import (
    Agency,
    Article,
    Author,
    Byline,
    Correction,
    Edition,
    Page,
    Photo,
    PhotoCredit,
    Placement,
    Section,
    Stage,
    Tag,
    UncreditedPicture,
    User,
    parse_tags,
)

HERE = Path(__file__).parent
# Who wrote the demo: how its articles are told from the paper's own.
DEMO_USER = "demo"
DEMO_FILE = "demo-"
ARTICLE_FIELDS = (
    "kicker",
    "headline",
    "short_headline",
    "standfirst",
    "summary",
    "genre",
    "source",
)


class DatabaseInUse(Exception):
    """There are articles already."""


def load(say=lambda words: None):
    """Fill an empty paper. Raises `DatabaseInUse` when there are articles."""
    if Article.objects.exists():
        raise DatabaseInUse
    newsroom = read_newsroom()
    photos = load_photos(newsroom, say)
    with transaction.atomic():
        Loader(newsroom, photos).load()
        Edition.end()
    say(f"{Article.objects.count()} articles.")


def read_newsroom():
    return tomllib.loads((HERE / "newsroom.toml").read_text())


def read_articles():
    files = sorted((HERE / "articles").glob("*.toml"))
    return [facts for file in files for facts in tomllib.loads(file.read_text())["article"]]


def load_photos(newsroom, say):
    """Photos by the key of their picture. Drawn and encoded before any transaction."""
    photos = {}
    for number, facts in enumerate(newsroom["credit"], 1):
        say(f"Picture {number} of {len(newsroom['credit'])}: {facts['picture']}")
        photos[facts["picture"]] = load_photo(facts)
    for facts in newsroom["uncredited"]:
        load_uncredited(facts)
    return photos


def load_photo(facts):
    agency = facts.get("agency") and Agency.objects.get_or_create(name=facts["agency"])[0]
    credit, _ = PhotoCredit.objects.get_or_create(photographer=facts.get("photographer", ""), agency=agency or None)
    name = f"{DEMO_FILE}{facts['picture']}.jpg"
    loaded = Photo.objects.filter(original__endswith=f"/{name}").first()
    if loaded:
        return loaded
    focal_x, focal_y = facts.get("focal", (0.5, 0.5))
    days = facts.get("publishable_for_days")
    return Photo.objects.create(
        focal_x=focal_x,
        focal_y=focal_y,
        original=drawn(pictures.draw(facts["picture"]), name),
        credit=credit,
        caption=facts["caption"],
        alt=facts["alt"],
        label=facts.get("label", ""),
        place=facts.get("place", ""),
        publishable_until=timezone.now() + timedelta(days=days) if days else None,
    )


def load_uncredited(facts):
    """A file in the tray: a picture of the demo, turned round."""
    name = f"{DEMO_FILE}{facts['name']}"
    if UncreditedPicture.objects.filter(name=facts["name"], original__contains=f"/{DEMO_FILE}").exists():
        return
    file = drawn(ImageOps.mirror(pictures.draw(facts["picture"])), name)
    UncreditedPicture.objects.create(
        original=file,
        original_digest=renditions.digest(file),
        name=facts["name"],
        found={"caption": facts["caption"]} if "caption" in facts else {},
        thumbnail=renditions.thumbnail(file),
    )


def drawn(picture, name):
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=92)
    return ContentFile(file.getvalue(), name=name)


class Loader:
    def __init__(self, newsroom, photos):
        self.newsroom = newsroom
        self.photos = photos
        self.now = timezone.now()
        self.articles = {}

    def load(self):
        for position, facts in enumerate(self.newsroom["section"]):
            Section.objects.get_or_create(slug=facts["slug"], defaults={**facts, "position": position})
        for facts in self.newsroom["author"]:
            portrait = self.photos.get(facts.get("portrait"))
            Author.objects.get_or_create(slug=facts["slug"], defaults=facts | {"portrait": portrait})
        for position, facts in enumerate(self.newsroom["page"]):
            Page.objects.get_or_create(slug=facts["slug"], defaults={**facts, "position": position})
        everything = read_articles()
        # Oldest first, so that ids follow time as they do in a paper.
        for facts in sorted(everything, key=lambda facts: self.published_at(facts) or self.now):
            self.articles[facts["key"]] = self.load_article(facts)
        for facts in everything:
            self.finish_article(self.articles[facts["key"]], facts)
        for facts in self.newsroom["tag"]:
            self.complete_tag(facts)
        for facts in self.newsroom["placement"]:
            self.load_placement(facts)

    @cached_property
    def user(self):
        user, _ = User.objects.get_or_create(username=DEMO_USER, defaults={"is_active": False})
        return user

    @cached_property
    def authors(self):
        return {author.slug: author for author in Author.objects.all()}

    @cached_property
    def sections(self):
        return {section.slug: section for section in Section.objects.all()}

    def published_at(self, facts):
        if facts.get("status") == "draft":
            return None
        minutes = facts["minutes_ago"] if "minutes_ago" in facts else -facts["minutes_ahead"]
        return self.now - timedelta(minutes=minutes)

    def load_article(self, facts):
        article = Article.objects.create(
            **{name: facts.get(name, "") for name in ARTICLE_FIELDS},
            section=self.sections[facts["section"]],
            lead_photo=self.photos.get(facts.get("photo")),
            lead_caption=facts.get("caption", ""),
            lead_alt=facts.get("alt", ""),
            published_at=self.published_at(facts),
            stage=Stage.DRAFT if facts.get("status") == "draft" else Stage.READY,
            created_by=self.user,
        )
        for position, slug in enumerate(facts["authors"]):
            Byline.objects.create(article=article, author=self.authors[slug], position=position)
        article.tags.add(*parse_tags(",".join(facts["tags"])))
        return article

    def finish_article(self, article, facts):
        """What needs the other articles to be there, or happened after publication."""
        article.body = self.resolved(facts["body"])
        article.save(update_fields=["body"])
        if "updated_minutes_ago" in facts:
            article.record_update(self.ago(facts["updated_minutes_ago"]))
        for made in facts.get("corrections", []):
            Correction.objects.create(
                article=article,
                kind=made["kind"],
                text=made["text"],
                made_at=self.ago(made["minutes_ago"]),
                reply_by=made.get("reply_by", ""),
            )
        if facts.get("status") == "withdrawn":
            article.withdraw(facts["withdrawal_reason"])

    def complete_tag(self, facts):
        tag = Tag.objects.named(facts["name"])
        tag.description, tag.photo = facts["description"], self.photos.get(facts.get("photo"))
        tag.save(update_fields=["description", "photo"])
        for name in facts["aliases"]:
            tag.add_alias(name)

    def load_placement(self, facts):
        Placement.objects.create(
            article=self.articles[facts["article"]],
            slot=facts["slot"],
            headline=facts.get("headline", ""),
            starts_at=self.ago(1),
        )

    def ago(self, minutes):
        return self.now - timedelta(minutes=minutes)

    def resolved(self, body):
        """The body with real addresses and photo numbers in place of the demo's keys."""
        body = re.sub(r"demo:([\w-]+)", lambda found: self.articles[found[1]].get_absolute_url(), body)
        return re.sub(r'data-photo="([\w-]+)"', lambda found: f'data-photo="{self.photos[found[1]].pk}"', body)
