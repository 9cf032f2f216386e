"""« Lire aussi »: relevance chooses, time orders.

First what an editor picked, then what shares the most tags, then the section's newest, then
the newest of all; six, printed newest first.
"""

from datetime import UTC, datetime
from itertools import chain

from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from articles.models.tag import Tag, TaggedArticle

SIZE = 6
# How many of the newest of each tag are weighed: enough to fill the six well, and a bound on
# what a tag with thousands of articles may cost.
WEIGHED = 30
# How many of those are fetched: some stand on the front already, or are no longer public.
FETCHED = 12
# A pick outweighs any number of tags.
PICKED, SHARED = 1000, 1
BEFORE_ALL = datetime(1, 1, 1, tzinfo=UTC)


def related_to(article, at, size=SIZE, tags=None, picks=None):
    """`tags` and `picks`, as ids, stand for the stored ones: for a text that is not saved yet."""
    chosen = {}
    for other in chain(picked_or_tagged(article, at, tags, picks), newest(article, at, size)):
        chosen.setdefault(other.pk, other)
        if len(chosen) == size:
            break
    return newest_first(chosen.values())


def newest_first(articles):
    return sorted(articles, key=lambda article: (article.published_at, article.pk), reverse=True)


def picked_or_tagged(article, at, tags=None, picks=None):
    """What an editor picked, then what shares tags, the most shared and newest first."""
    articles = type(article).objects
    if tags is None:
        tags = TaggedArticle.objects.filter(content_object=article).values("tag")
    if picks is None:
        picks = article.picks.through.objects.filter(from_article=article).values("to_article")
    picked = articles.filter(pk__in=picks).order_by().values_list("pk", "published_at", Value(PICKED))
    weights = {}
    for pk, moment, weight in picked.union(newest_of_each(tags, at), all=True):
        if pk != article.pk and moment:
            weights[pk] = (weights.get(pk, (0,))[0] + weight, moment, pk)
    heaviest = sorted(weights, key=weights.get, reverse=True)[:FETCHED]
    found = articles.published(at).for_lines().in_bulk(heaviest)
    return [found[pk] for pk in heaviest if pk in found]


def newest_of_each(tags, at):
    """The id, the hour and the weight of the newest articles of each tag, once for each."""
    of_the_tag = TaggedArticle.objects.filter(tag=OuterRef("pk"), stands_at__lte=at)
    nth = of_the_tag.order_by("-stands_at", "-content_object").values("stands_at")[WEIGHED - 1 : WEIGHED]
    since = Coalesce(Subquery(nth), Value(BEFORE_ALL))
    return (
        Tag.objects.filter(pk__in=tags)
        .annotate(since=since)
        .filter(tagged__stands_at__lte=at, tagged__stands_at__gte=F("since"))
        .order_by()
        .values_list("tagged__content_object", "tagged__stands_at", Value(SHARED))
    )


def newest(article, at, size):
    """The newest of the section, then of all; one more than needed, since it may be among
    them itself."""
    latest = type(article).objects.published(at).latest_first().for_lines()
    candidates = chain(latest.in_section(article.section_id)[: size + 1], latest[: size + 1])
    return (other for other in candidates if other.pk != article.pk)
