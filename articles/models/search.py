"""What readers search for, and what is found: by relevance, or the newest first.

Relevance goes in steps: all words in the headline; in headline, standfirst or the names of subjects and authors; among
what the text often says; anywhere in it; and at last in captions and credits too, of articles whose pictures may all be
shown. Within a step the newest comes first. So a page is read from the index in order, which ends when the page is
full, however large the archive.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from operator import attrgetter
from typing import NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.utils import timezone

from articles.models.search_engines import (
    A_SECOND,
    ENGINES,
    All,
    AnyOf,
    Phrase,
    Without,
    Word,
    moment_of,
    place,
    years,
)
from articles.models.search_entry import IN_CAPTION
from articles.models.searched_name import tokens_named
from articles.stems import folded_words, stems

SIZE = 20
BEFORE_ALL = -(1 << 63) + 1
# No article is older that could be asked for by its date.
EARLIEST = place(datetime(1800, 1, 1, tzinfo=UTC))
# More are a pasted text.
MOST_WORDS = 12
QUOTED = re.compile(r'"([^"]*)"|«([^»]*)»|“([^”]*)”')
# Before stems that stand at their places in the index.
PLACED = ("", IN_CAPTION)
# Of each step: what may stand before the stems in its tokens, and the kinds of names that count.
STEPS = ((("a_",), ""), (("b_",), "tu"), (("c_",), "tu"), (("",), "tu"), (PLACED, "tupg"))
# At the desk, where words are found before they are typed to their end.
MOST_FOUND = 1000
SHORTEST_BEGINNING = 3
SCHEDULED_WITHIN = timedelta(days=730)
MOST_CLOSE = 20


@dataclass(frozen=True)
class Asked:
    """The words of a question: each a tuple of stems that stand side by side, of one stem where nothing was quoted."""

    phrases: tuple
    is_cut: bool = False

    @classmethod
    def of(cls, typed):
        quoted = [next(filter(None, found.groups()), "") for found in QUOTED.finditer(typed)]
        phrases = [*(tuple(stems(words)) for words in quoted), *((stem,) for stem in stems(QUOTED.sub(" ", typed)))]
        wanted = list(dict.fromkeys(filter(None, phrases)))
        return cls(tuple(wanted[:MOST_WORDS]), len(wanted) > MOST_WORDS)

    @property
    def stems(self):
        return {stem for phrase in self.phrases for stem in phrase}


@dataclass(frozen=True)
class Span:
    """Places from `since` up to, and without, `before`."""

    before: int
    since: int = BEFORE_ALL

    @classmethod
    def of(cls, since, until):
        """From the second of one moment to that of another, both included."""
        return cls(place(until) + A_SECOND, place(since) if since else BEFORE_ALL)


class Hit(NamedTuple):
    step: int
    pk: int
    place: int


@dataclass(frozen=True)
class Found:
    """`entries` in their order; `older` is the place to go on from, or nothing."""

    entries: list = field(default_factory=list)
    older: int | None = None


class Part(NamedTuple):
    """What is asked of the index within a span, of the articles of a queryset, and `but` those of another."""

    step: int
    articles: object
    question: object
    span: Span
    but: object = None

    def within(self, **ends):
        return self._replace(span=replace(self.span, **ends))


def find(articles, at, asked, span, conditions=(), newest_first=False, after=None):
    """One page of those articles of a queryset that a question means, with the pictures that may be shown at a moment.
    Each condition is a list of tokens, of which an entry has one; `after` is the place of the last entry of the page
    before."""
    if span.since >= span.before:
        return Found()
    parts = parts_of(articles, at, asked, conditions, STEPS[-2:] if newest_first else STEPS, span)
    if newest_first:
        found = newest_hits(parts if after is None else [part.within(before=after) for part in parts])
    else:
        found = hits(parts if after is None else following(parts, after), SIZE + 1)
    fetched = articles.for_lines().defer(None).in_bulk([hit.pk for hit in found])
    # One may have been taken back between two questions.
    shown = [fetched[hit.pk] for hit in found[:SIZE] if hit.pk in fetched]
    return Found(shown, found[SIZE - 1].place if len(found) > SIZE else None)


def parts_of(articles, at, asked, conditions, steps, span):
    """One for each step; what an earlier step has is not in a later one."""
    given = tuple(AnyOf(tuple(map(Word, tokens))) for tokens in conditions)
    if not asked.phrases:
        return [Part(0, articles, All(given or (any_of_its_years(span),)), span)]
    named = tokens_named(asked.phrases)
    wanted = [All(tuple(meant(phrase, named[phrase], *step) for phrase in asked.phrases)) for step in steps]
    # Nothing that the last step adds is without such a word; said so, the database has much less to look through.
    pictured = AnyOf(tuple(meant(phrase, named[phrase], (IN_CAPTION,), "pg") for phrase in asked.phrases))
    narrowed = [*(All((step, *given)) for step in wanted[:-1]), All((pictured, wanted[-1], *given))]
    apart = [narrowed[0], *(Without(step, before) for step, before in zip(narrowed[1:], wanted, strict=False))]
    parts = [Part(number, articles, question, span) for number, question in enumerate(apart)]
    return [*parts[:-1], parts[-1]._replace(but=articles.hiding_a_picture(at))]


def any_of_its_years(span):
    """Every article of a span, for a question that has nothing but a period."""
    first, last = (moment_of(max(end, EARLIEST)).year for end in (span.since, span.before))
    return AnyOf(tuple(map(Word, years(first, last))))


def meant(phrase, tokens, prefixes, kinds):
    """One word of a question as a step has it: in the words of that step, or as a name."""
    words = [within_words(phrase, prefix) for prefix in prefixes]
    names = [Word(token) for token in tokens if token[0] in kinds]
    return AnyOf((*words, *names))


def within_words(phrase, prefix):
    """The marks of headline and text know no places: there the text is asked too where words must stand together."""
    stems = tuple(prefix + stem for stem in phrase)
    if len(phrase) == 1:
        return Word(*stems)
    if prefix in PLACED:
        return Phrase(stems)
    return All((*map(Word, stems), Phrase(phrase)))


def following(parts, place):
    """What comes after that place; everything when nothing there is found any more."""
    for hit in hits([part.within(since=place, before=place + 1) for part in parts], 1):
        return [parts[hit.step].within(before=place), *parts[hit.step + 1 :]]
    return parts


def newest_hits(parts):
    """The newest of all parts: of each only what is newer than the last that the others have."""
    found = []
    for part in parts:
        since = found[-1].place if len(found) > SIZE else part.span.since
        found += hits([part.within(since=since)], SIZE + 1)
        found = sorted(found, key=attrgetter("place"), reverse=True)[: SIZE + 1]
    return found


def begun_with(articles, typed):
    """The ids of those articles of a queryset, the newest thousand, whose headlines have the words that somebody is
    typing."""
    typed = folded_words(typed)[:MOST_WORDS]
    wanted = tuple(Word(f"h_{word}", unfinished=len(word) >= SHORTEST_BEGINNING) for word in typed)
    span = Span.of(None, timezone.now() + SCHEDULED_WITHIN)
    return [hit.pk for hit in hits([Part(0, articles, All(wanted), span)], MOST_FOUND)] if wanted else []


def close_to(articles, words, at):
    """Pairs of id and hour of the newest articles of a queryset that often say two of these stems."""
    pairs = tuple(All((Word(f"c_{one}"), Word(f"c_{other}"))) for one, other in combinations(words, 2))
    found = hits([Part(0, articles, AnyOf(pairs), Span.of(None, at))], MOST_CLOSE) if pairs else []
    return [(hit.pk, moment_of(hit.place)) for hit in found]


def hits(parts, size):
    """What the index has of several parts, one after the other. In one statement, of which the database reads only as
    much as is needed."""
    connection = connections[parts[0].articles.db]
    selects, parameters = [], []
    for part in parts:
        try:
            lists = lists_of(part, ENGINES[connection.vendor])
        except EmptyResultSet:
            continue
        for sql, given in lists:
            selects.append(
                f"SELECT * FROM (SELECT {part.step} AS step, found.* FROM ({sql}) AS found LIMIT {size}) AS part"
            )
            parameters += given
    if not selects:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"{' UNION ALL '.join(selects)} LIMIT {size}", parameters)
        return [Hit(*row) for row in cursor.fetchall()]


def lists_of(part, engine):
    """Pairs of a statement and its parameters. Raises `EmptyResultSet` when the queryset can have nothing."""
    allowed, parameters = part.articles.order_by().values("id").query.sql_with_params()
    lists = [
        (sql.format(articles=allowed), [*parameters, *given]) for sql, given in engine.lists(part.question, part.span)
    ]
    if part.but is None:
        return lists
    unwanted, parameters = part.but.order_by().values("id").query.sql_with_params()
    # A value, not EXISTS: asked of one row after the other until there are enough, and never of the archive.
    is_wanted = f"(SELECT 1 FROM ({unwanted}) AS unwanted WHERE unwanted.id = found.id LIMIT 1) IS NULL"
    return [(f"SELECT * FROM ({sql}) AS found WHERE {is_wanted}", [*given, *parameters]) for sql, given in lists]
