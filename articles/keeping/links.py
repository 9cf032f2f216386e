"""Links to nowhere: what the public texts of a paper lead to, and readers do not find there."""

import re
from html import unescape
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve

from articles import body
from articles.models import Article, Author, Page, Photo, Section, Tag, visible_photos

HREF = re.compile(r'href="([^"]*)"')

# Which addresses lead to something only as long as it is public; the others always answer.
PUBLIC = {
    "article": lambda pk, slug: Article.objects.published().filter(pk=pk),
    "section": lambda slug, **feed: Section.objects.filter(slug=slug),
    "page": lambda slug: Page.objects.filter(slug=slug),
    "tag": lambda slug, **feed: Article.objects.published().filter(tags__in=Tag.objects.filter(slug=slug)),
    "author": lambda slug, **feed: Article.objects.published().filter(authors__in=Author.objects.filter(slug=slug)),
    "photo": lambda pk, key, **file: visible_photos().filter(pk=pk, rendition_key=key),
}


def links_to_nowhere():
    """Lines such as « /articles/3/pluie/ leads to /articles/12/x/ »."""
    answers = {}
    lines = []
    for text in public_texts():
        for address in internal_links(text.body):
            if address not in answers:
                answers[address] = is_public(address)
            if not answers[address]:
                lines.append(f"{text.get_absolute_url()} leads to {address}")
    return lines


def lost_figures():
    """Figures in public texts whose photo is gone; nothing is printed in their place."""
    known = set(Photo.objects.values_list("pk", flat=True))
    return [
        f"{text.get_absolute_url()} shows photo {number}"
        for text in public_texts()
        for number in body.photo_ids(text.body)
        if number not in known
    ]


def public_texts():
    yield from Article.objects.published().order_by("pk").only("body", "slug").iterator()
    yield from Page.objects.order_by("pk").iterator()


def internal_links(html):
    """The paths that a body links to on this site, each once."""
    own = (urlsplit(settings.SITE_URL).netloc, "")
    paths = {}
    for href in HREF.findall(html):
        link = urlsplit(unescape(href))
        if link.scheme in ("http", "https", "") and link.netloc in own and link.path:
            paths[unquote(link.path)] = None
    return list(paths)


def is_public(path):
    try:
        found = resolve(path)
    except Resolver404:
        return False
    asked = PUBLIC.get((found.url_name or "").removesuffix("_feed"))
    return asked is None or asked(**found.kwargs).exists()
