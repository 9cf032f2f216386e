"""Tells the WebSub hub which feeds have changed since it was last told.

A timer runs it every minute, so that a story published by the clock is announced too, and so that a hub
that does not answer never keeps the desk waiting. What the hub has been told stands in one small file.
"""

import json
from itertools import chain
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.models import Article, Correction
from articles.syndication import feeds_of

# How many of the newest are compared with what was told. They are remembered rather than a time of day:
# a story may be saved a moment after the hour at which it appears, and would be missed.
REMEMBERED = 500
TIMEOUT = 10


class Command(BaseCommand):
    help = "Tells the WebSub hub which feeds have changed since it was last told."

    def handle(self, **options):
        if not settings.WEBSUB_HUB:
            return
        remembered = settings.VAR / "websub.json"
        now = public_state()
        told = json.loads(remembered.read_text()) if remembered.exists() else now
        if changed := changed_feeds(now, told):
            tell(settings.WEBSUB_HUB, changed)
            self.stdout.write(f"{settings.WEBSUB_HUB} was told of {len(changed)} feeds.")
        if now != told or not remembered.exists():
            replace(remembered, json.dumps(now))


def public_state():
    """When the newest articles and corrections last changed, and in which lists they stand."""
    newest = Article.objects.published().latest_first().for_feed().defer("body")[:REMEMBERED]
    corrections = Correction.objects.published().latest_first().select_related("article")[:REMEMBERED]
    state = {f"article/{article.pk}": [article.public_change_at.isoformat(), lists_of(article)] for article in newest}
    for correction in corrections:
        state[f"correction/{correction.pk}"] = [correction.made_at.isoformat(), [["corrections"]]]
    return state


def lists_of(article):
    authors = (["author", author.slug] for author in article.authors_in_order)
    tags = (["tag", tag.slug] for tag in article.tags_in_order)
    return [["latest"], ["section", article.section.slug], *authors, *tags]


def changed_feeds(now, told):
    """The addresses of the feeds in which something stands that the hub was not told of."""
    changed = [lists for thing, (moment, lists) in now.items() if thing not in told or told[thing][0] != moment]
    lists = dict.fromkeys(map(tuple, chain.from_iterable(changed)))
    return [link.address for view in lists for link in feeds_of(*view)]


def tell(hub, addresses):
    """Raises `CommandError` when the hub does not take it; the next run tries again."""
    said = urlencode([("hub.mode", "publish"), *(("hub.url", address) for address in addresses)])
    try:
        urlopen(Request(hub, said.encode()), timeout=TIMEOUT).close()
    except (URLError, OSError) as error:
        raise CommandError(f"The hub {hub} was not told: {error}") from None


def replace(path, text):
    """A power cut leaves the old text or the new one, never half."""
    written = path.with_suffix(".new")
    written.write_text(text)
    written.replace(path)
