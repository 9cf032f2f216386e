"""Topics: the tags under which readers find something; the A–Z of them, and those that go together."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from string import ascii_lowercase

from django.db.models import Exists

from articles.models.article import Article
from articles.models.tag import Tag, TaggedArticle
from articles.models.visibility import public_tags

DIGITS = "0-9"
LETTERS = (DIGITS, *ascii_lowercase)
# Between which slugs a letter lies. The last one ends nowhere: what follows « z » depends on the database's language.
BOUNDS = dict(zip(LETTERS, pairwise(("0", *ascii_lowercase, None)), strict=True))
# Of a page of one letter.
SIZE = 200
# From how many of the newest articles come the topics of the day, and how many topics that makes.
RECENT, OF_THE_DAY = 100, 40
RELATED = 8


@dataclass(frozen=True)
class TopicsPage:
    """`entries` in the order of the alphabet; `previous` and `next` are the ids to ask with, or nothing."""

    entries: list
    previous: int | None = None
    next: int | None = None


def letters(at=None):
    """Those under which there is a topic. Each is asked for one, all in one question; none is counted."""
    asked = [Exists(topics_under(letter, at)) for letter in LETTERS]
    found = Tag.objects.order_by().values_list(*asked)[:1]
    return [letter for row in found for letter, is_there in zip(LETTERS, row, strict=True) if is_there]


def topics_under(letter, at=None):
    start, end = BOUNDS[letter]
    topics = public_tags(at).filter(slug__gte=start).order_by("slug")
    return topics.filter(slug__lt=end) if end else topics


def page_of_topics(letter, before="", after="", at=None, size=SIZE):
    """The page before or after a topic, given by the id in its address; the first page when that is no id, or of
    nothing public."""
    topics = topics_under(letter, at)
    if cursor := topic(topics, before):
        found = list(topics.filter(slug__lt=cursor.slug).reverse()[: size + 1])
        if len(found) > size:
            entries = found[:size][::-1]
            return TopicsPage(entries, previous=entries[0].pk, next=entries[-1].pk)
    elif (cursor := topic(topics, after)) and (found := list(topics.filter(slug__gt=cursor.slug)[: size + 1])):
        return beginning_with(found, size, previous=found[0].pk)
    return beginning_with(list(topics[: size + 1]), size)


def beginning_with(found, size, previous=None):
    """One topic more than the page shows tells that there is a next one."""
    return TopicsPage(found[:size], previous, next=found[size - 1].pk if len(found) > size else None)


def topic(topics, typed):
    """The public topic of an id as it stands in an address, or nothing."""
    if not (typed.isascii() and typed.isdigit()):
        return None
    return topics.filter(pk=int(typed[:18])).first()


def related_topics(tag, articles):
    """What the articles of one page of a topic are about too. They are public, so their topics are."""
    rows = TaggedArticle.objects.filter(content_object__in=[article.pk for article in articles]).exclude(tag=tag)
    return most_shared(rows)[:RELATED]


def topics_of_the_day(at=None):
    """What the newest articles are about, in the order of the alphabet."""
    newest = Article.objects.published(at).latest_first().values("pk")[:RECENT]
    shared = most_shared(TaggedArticle.objects.filter(content_object__in=newest))
    return sorted(shared[:OF_THE_DAY], key=lambda tag: tag.slug)


def most_shared(rows):
    """The tags of these rows, those that most of them have first."""
    counted = Counter(row.tag for row in rows.select_related("tag"))
    return sorted(counted, key=lambda tag: (-counted[tag], tag.slug))
