"""« Lire aussi »: relevance chooses, time orders.

First what an editor pinned, never what one banned. The rest is weighed by the tags it shares, the rare ones most, by
words in common, by section and by age; six, printed newest first.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import log, sqrt

from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from articles.models.search import close_to
from articles.models.tag import Tag, TaggedArticle
from articles.stems import stems

SIZE = 6
# How many of the newest of each tag are weighed: enough to fill the six well, and a bound on
# what a tag with thousands of articles may cost.
WEIGHED = 30
# How many of those are fetched: some stand on the front already, or are no longer public.
FETCHED = 24
BEFORE_ALL = datetime(1, 1, 1, tzinfo=UTC)
# What a candidate comes from, where that is no tag.
PINNED, BANNED, OF_SECTION, NEWEST = -1, -2, -3, -4
A_DAY, A_YEAR = 86400, 365 * 86400
# A tag that comes up once a year weighs 1, one that comes up thousands of times next to nothing.
OFTENEST = 10_000
CLOSENESS, SAME_SECTION, AGE = 1.5, 0.2, 0.3
# Days after which half of what a new article has for being new is gone.
HALF_LIFE = 30
# As many words of a headline look for others; a pair of them must be there.
HEADLINE_STEMS = 7
# From here on, two texts speak of one thing.
CLOSE = 0.25


@dataclass
class Related:
    """An article beside another, and why."""

    pk: int
    moment: datetime
    is_pinned: bool = False
    same_section: bool = False
    tags: dict = field(default_factory=dict)
    closeness: float = 0
    article: object = None

    @property
    def is_close(self):
        return self.closeness >= CLOSE

    @property
    def by_rarity(self):
        """The ids of the tags in common, the one that tells most first."""
        return sorted(self.tags, key=lambda tag: (-self.tags[tag], tag))

    def weight(self, at):
        days = max((at - self.moment).total_seconds(), 0) / A_DAY
        shared = sum(self.tags.values()) + CLOSENESS * self.closeness + SAME_SECTION * self.same_section
        return self.is_pinned, shared + AGE / (1 + days / HALF_LIFE), self.moment, self.pk


def related_to(article, at, size=SIZE, **given):
    return newest_first(choice.article for choice in chosen(article, at, **given)[:size])


def newest_first(articles):
    return sorted(articles, key=lambda article: (article.published_at, article.pk), reverse=True)


def chosen(article, at, tags=None, picks=None, bans=None):
    """What may stand beside an article, the best first. `tags`, `picks` and `bans`, as ids, stand for the stored ones:
    for a text that is not saved yet."""
    articles = type(article).objects
    found = candidates(article, at, tags, picks, bans)
    heaviest = sorted(found.values(), key=lambda other: other.weight(at), reverse=True)[:FETCHED]
    fetched = articles.published(at).for_lines().in_bulk([other.pk for other in heaviest])
    own = words_of(article)
    for other in heaviest:
        other.article = fetched.get(other.pk)
        if other.article is not None:
            other.closeness = closeness(own, words_of(other.article))
            other.same_section = other.article.section_id == article.section_id
    shown = [other for other in heaviest if other.article is not None]
    return sorted(shown, key=lambda other: other.weight(at), reverse=True)


def candidates(article, at, tags, picks, bans):
    """By id: everything that comes from somewhere near, in a bounded number, weighed by its tags alone."""
    found, banned, moments = {}, {article.pk}, {}
    rows = nearby(article, at, tags, picks, bans)
    for pk, moment, source in rows:
        if source == BANNED:
            banned.add(pk)
        elif moment:
            found.setdefault(pk, Related(pk, moment))
            moments.setdefault(source, []).append(moment)
    for pk, moment, source in rows:
        if moment and source != BANNED:
            found[pk].is_pinned |= source == PINNED
            found[pk].same_section |= source == OF_SECTION
            if source > 0:
                found[pk].tags[source] = rarity(moments[source], at)
    for pk, moment in close_to(type(article).objects.published(at), top_stems(article), at):
        found.setdefault(pk, Related(pk, moment)).closeness = CLOSE
    return {pk: other for pk, other in found.items() if pk not in banned}


def nearby(article, at, tags, picks, bans):
    """Rows of id, hour and source, in one question: what was pinned and banned, the newest of each tag, of the section
    and of all."""
    articles = type(article).objects
    if tags is None:
        tags = TaggedArticle.objects.filter(content_object=article).values("tag")
    if picks is None:
        picks = article.picks.through.objects.filter(from_article=article).values("to_article")
    if bans is None:
        bans = article.bans.through.objects.filter(from_article=article).values("to_article")
    # One more than is shown, since it may be among them itself.
    latest = articles.published(at).latest_first().values("pk")
    chosen_by = {
        PINNED: articles.published(at).filter(pk__in=picks).values("pk"),
        BANNED: bans,
        OF_SECTION: latest.filter(section=article.section_id)[: SIZE + 1],
        NEWEST: latest[: SIZE + 1],
    }
    parts = [
        articles.filter(pk__in=chosen).order_by().values_list("pk", "published_at", Value(source))
        for source, chosen in chosen_by.items()
    ]
    return list(newest_of_each(tags, at).union(*parts, all=True))


def newest_of_each(tags, at):
    """The id and the hour of the newest articles of each tag, with the tag."""
    of_the_tag = TaggedArticle.objects.filter(tag=OuterRef("pk"), stands_at__lte=at)
    nth = of_the_tag.order_by("-stands_at", "-content_object").values("stands_at")[WEIGHED - 1 : WEIGHED]
    since = Coalesce(Subquery(nth), Value(BEFORE_ALL))
    return (
        Tag.objects.filter(pk__in=tags)
        .annotate(since=since)
        .filter(tagged__stands_at__lte=at, tagged__stands_at__gte=F("since"))
        .order_by()
        .values_list("tagged__content_object", "tagged__stands_at", "pk")
    )


def rarity(moments, at):
    """What sharing a tag says, from 0 to 1, by how often it comes up: its newest articles tell, none is counted."""
    span = max((at - min(moments)).total_seconds(), 30 * A_DAY)
    return max(log(1 + OFTENEST / (len(moments) * A_YEAR / span)) / log(1 + OFTENEST), 0)


def top_stems(article):
    words = stems(f"{article.headline} {article.short_headline} {article.kicker}")
    return list(dict.fromkeys(words))[:HEADLINE_STEMS]


def words_of(article):
    return set(stems(f"{article.headline} {article.kicker} {article.standfirst} {article.summary}"))


def closeness(one, other):
    """Of two sets of stems, from 0 to 1: the cosine."""
    return len(one & other) / sqrt(len(one) * len(other)) if one and other else 0
