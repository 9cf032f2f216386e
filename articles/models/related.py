"""« Lire aussi »: relevance chooses, time orders.

First what an editor picked, then what shares the most tags, then the section's newest, then
the newest of all; six, printed newest first.
"""

from itertools import chain

from django.db.models import Case, Count, Q, When

from articles.models.tag import TaggedArticle

SIZE = 6
# How many of the newest that share a tag are weighed: enough to fill the six well, and a
# bound on what a tag with thousands of articles may cost.
WEIGHED = 60


def related_to(article, at, size=SIZE, tags=None, picks=None):
    """`tags` and `picks`, as ids, stand for the stored ones: for a text that is not saved yet."""
    chosen = {}
    for other in chain(picked_or_tagged(article, at, tags, picks), newest(article, at, size)):
        chosen.setdefault(other.pk, other)
    return newest_first(list(chosen.values())[:size])


def newest_first(articles):
    return sorted(articles, key=lambda article: (article.published_at, article.pk), reverse=True)


def picked_or_tagged(article, at, tags=None, picks=None):
    """What an editor picked, then what shares tags, the most shared and newest first."""
    articles = type(article).objects
    own_tags = TaggedArticle.objects.filter(content_object=article).values("tag") if tags is None else tags
    tagged = TaggedArticle.objects.filter(tag__in=own_tags).values("content_object")
    if picks is None:
        picks = article.picks.through.objects.filter(from_article=article).values("to_article")
    candidates = (
        articles.published(at)
        .filter(Q(pk__in=tagged) | Q(pk__in=picks))
        .exclude(pk=article.pk)
        .annotate(picked=Case(When(pk__in=picks, then=True), default=False))
        .annotate(shared=Count("tagged", filter=Q(tagged__tag__in=own_tags), distinct=True))
        .order_by("-picked", "-published_at", "-pk")
        .for_lines()
    )
    return sorted(candidates[:WEIGHED], key=lambda other: (not other.picked, -other.shared))


def newest(article, at, size):
    """The newest of the section, then of all; one more than needed, since it may be among
    them itself."""
    latest = type(article).objects.published(at).latest_first().for_lines()
    candidates = chain(latest.in_section(article.section_id)[: size + 1], latest[: size + 1])
    return (other for other in candidates if other.pk != article.pk)
