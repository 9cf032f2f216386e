"""Where the links of a text lead on this site, and whether readers find something there."""

import re
from html import unescape
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import Q
from django.urls import Resolver404, resolve

from articles.models.article import Article
from articles.models.page import Page
from articles.models.section import Section
from articles.models.topic import topics_under
from articles.models.visibility import public_authors, public_tags, visible_photos

HREF = re.compile(r'href="([^"]*)"')

# Which addresses lead to something only as long as it is public; the others always answer.
PUBLIC = {
    "article": lambda pk, slug: Article.objects.published().filter(pk=pk),
    "section": lambda slug, **feed: Section.objects.filter(slug=slug),
    "page": lambda slug: Page.objects.filter(slug=slug),
    "tag": lambda slug, **feed: public_tags().filter(Q(slug=slug) | Q(aliases__slug=slug)),
    "letter": topics_under,
    "author": lambda slug, **feed: public_authors().filter(slug=slug),
    "photo": lambda pk, key, **file: visible_photos().filter(pk=pk, rendition_key=key),
}


def dead_links(html):
    """The paths that a text links to, and readers find nothing at."""
    return [path for path in internal_links(html) if not is_public(path)]


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
