"""How a feed is written: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1, from the same plain facts.

Django's writers do the common part. They know one author an entry and no picture, and say "now" when
a feed is empty, so that it would change at every request; what follows adds and mends that.
"""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, rfc3339_date
from django.utils.html import escape

from articles.dates import to_the_second
from articles.syndication import ID_YEAR

NAMESPACES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}
# What an empty feed says of its last change: something, and always the same.
BEFORE_EVERYTHING = datetime(ID_YEAR, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Signature:
    name: str
    address: str


@dataclass(frozen=True)
class Picture:
    address: str
    type: str
    width: int
    height: int
    description: str
    credit: str
    copyright: str
    photographer_named: bool


@dataclass(frozen=True)
class FeedEntry:
    """`title` and `summary` are plain text; `content` is HTML that stands by itself."""

    id: str
    address: str
    title: str
    summary: str
    content: str
    published: datetime
    updated: datetime
    authors: list[Signature] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    picture: Picture | None = None


@dataclass(frozen=True)
class Feed:
    """One page of a feed. `page` is the list for people; `newer` and `older` are other pages of the feed."""

    id: str
    title: str
    description: str
    page: str
    address: str
    publisher: Signature
    language: str
    entries: list[FeedEntry]
    newer: str = ""
    older: str = ""
    hub: str = ""

    @property
    def updated(self):
        return max((entry.updated for entry in self.entries), default=BEFORE_EVERYTHING)

    @property
    def links(self):
        links = {"next": self.older, "previous": self.newer, "hub": self.hub}
        return {relation: address for relation, address in links.items() if address}


def written(feed, kind):
    if kind == "json":
        return json.dumps(json_feed(feed), ensure_ascii=False)
    writer = WRITERS[kind](
        title=feed.title,
        link=feed.page,
        description=feed.description,
        subtitle=feed.description,
        language=feed.language,
        author_name=feed.publisher.name,
        author_link=feed.publisher.address,
        feed_url=feed.address,
        feed_guid=feed.id,
        updated=feed.updated,
        links=feed.links,
    )
    for entry in feed.entries:
        writer.add_item(
            title=entry.title,
            link=entry.address,
            # Readers take it for HTML, in RSS by custom, in Atom because Django says so.
            description=escape(entry.summary),
            unique_id=entry.id,
            unique_id_is_permalink=False,
            pubdate=to_the_second(entry.published),
            updateddate=to_the_second(entry.updated),
            categories=entry.categories,
            entry=entry,
        )
    return writer.writeString("utf-8")


class Rss(Rss201rev2Feed):
    def rss_attributes(self):
        return super().rss_attributes() | NAMESPACES

    def latest_post_date(self):
        return to_the_second(self.feed["updated"])

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        for relation, address in self.feed["links"].items():
            handler.addQuickElement("atom:link", None, {"rel": relation, "href": address})

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        entry = item["entry"]
        for author in entry.authors:
            handler.addQuickElement("dc:creator", author.name)
        # RSS has no word for it; the validator knows this one.
        handler.addQuickElement("atom:updated", rfc3339_date(item["updateddate"]))
        handler.addQuickElement("content:encoded", entry.content)
        write_picture(handler, entry.picture)


class Atom(Atom1Feed):
    def root_attributes(self):
        return super().root_attributes() | {"xmlns:media": NAMESPACES["xmlns:media"]}

    def latest_post_date(self):
        return to_the_second(self.feed["updated"])

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        for relation, address in self.feed["links"].items():
            handler.addQuickElement("link", None, {"rel": relation, "href": address})

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        entry = item["entry"]
        for author in entry.authors:
            handler.startElement("author", {})
            handler.addQuickElement("name", author.name)
            handler.addQuickElement("uri", author.address)
            handler.endElement("author")
        handler.addQuickElement("content", entry.content, {"type": "html"})
        write_picture(handler, entry.picture)


WRITERS = {"rss": Rss, "atom": Atom}


def write_picture(handler, picture):
    """Media RSS 1.5.1; never without the credit."""
    if picture is None:
        return
    size = {"width": str(picture.width), "height": str(picture.height)}
    file = {"url": picture.address, "type": picture.type, "medium": "image"}
    role = {"role": "photographer", "scheme": "urn:ebu"} if picture.photographer_named else {}
    handler.startElement("media:content", file | size)
    if picture.description:
        handler.addQuickElement("media:description", picture.description, {"type": "plain"})
    handler.addQuickElement("media:credit", picture.credit, role)
    if picture.copyright:
        handler.addQuickElement("media:copyright", picture.copyright)
    handler.endElement("media:content")


def json_feed(feed):
    facts = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.description,
        "home_page_url": feed.page,
        "feed_url": feed.address,
        "language": feed.language,
        "authors": json_authors([feed.publisher]),
        "items": [json_item(entry) for entry in feed.entries],
    }
    if feed.older:
        facts["next_url"] = feed.older
    if feed.hub:
        facts["hubs"] = [{"type": "WebSub", "url": feed.hub}]
    return facts


def json_item(entry):
    item = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content,
        "date_published": rfc3339_date(to_the_second(entry.published)),
        "date_modified": rfc3339_date(to_the_second(entry.updated)),
        "authors": json_authors(entry.authors),
        "tags": entry.categories,
    }
    if entry.picture:
        # JSON Feed has no place for a credit but an extension, whose name begins with a stroke.
        item["image"] = entry.picture.address
        item["_image"] = {"credit": entry.picture.credit, "description": entry.picture.description}
    # The text may be empty, but not missing.
    return {name: value for name, value in item.items() if value or name == "content_html"}


def json_authors(authors):
    return [{"name": author.name, "url": author.address} for author in authors]
