"""What readers search for, and what is found: by relevance, or the newest first.

Relevance goes in four steps: all words in the headline; in headline, standfirst or the names of subjects and authors;
among what the text often says; anywhere. Within a step the newest comes first. So a page is read from the index in
order, which ends when the page is full, however large the archive.
"""

import re
from dataclasses import dataclass, field, replace

from django.core.exceptions import EmptyResultSet
from django.db import connections

from articles.models.search_engines import A_SECOND, ENGINES, All, AnyOf, Phrase, Without, Word, place
from articles.models.search_entry import SearchEntry
from articles.models.searched_name import tokens_named
from articles.stems import folded_words, stems

SIZE = 20
BEFORE_ALL, AFTER_ALL = -(1 << 62), 1 << 62
# More are a pasted text.
MOST_WORDS = 12
QUOTED = re.compile(r'"([^"]*)"|«([^»]*)»|“([^”]*)”')
# Of each step: before the stems in its tokens, and the kinds of names that count.
STEPS = (("a_", ""), ("b_", "tu"), ("c_", "tupg"), ("", "tupg"))
# At the desk, where words are found before they are typed to their end.
MOST_FOUND = 1000
SHORTEST_BEGINNING = 3


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


@dataclass(frozen=True)
class Found:
    """`entries` in their order; `older` is the id to go on from, or nothing."""

    entries: list = field(default_factory=list)
    older: int | None = None


def search(articles, asked, span, conditions=(), newest_first=False, after=None):
    """One page of those articles of a queryset that a question means. Each condition is a list of tokens, of which an
    entry has one; `after` is the id of the last entry of the page before."""
    steps = steps_of(asked, conditions, newest_first)
    lists = [(step, question, span) for step, question in enumerate(steps)]
    if last := SearchEntry.objects.filter(article__in=articles, pk=after).first() if after else None:
        lists = following(articles, lists, last)
    ids = [pk for _step, pk in hits(articles, lists, SIZE + 1)]
    found = articles.for_cards().in_bulk(ids)
    entries = [found[pk] for pk in ids if pk in found]
    return Found(entries[:SIZE], entries[SIZE - 1].pk if len(entries) > SIZE else None)


def following(articles, lists, last):
    """What comes after that entry; everything when it is not among what is found any more."""
    only = Span(last.place + 1, last.place)
    for at, _pk in hits(articles, [(step, question, only) for step, question, _span in lists], 1):
        rest = [(step, question, span) for step, question, span in lists if step > at]
        _step, question, span = lists[at]
        return [(at, question, replace(span, before=last.place)), *rest]
    return lists


def steps_of(asked, conditions, newest_first):
    """What is asked of the index for each step; what an earlier step has is not in a later one."""
    named = tokens_named(asked.phrases)
    wanted = [All(tuple(meant(phrase, named[phrase], *step) for phrase in asked.phrases)) for step in STEPS]
    given = tuple(AnyOf(tuple(map(Word, tokens))) for tokens in conditions)
    if newest_first:
        return [All((wanted[-1], *given))]
    first, *others = wanted
    apart = [first, *(Without(step, before) for before, step in zip(wanted, others, strict=False))]
    return [All((step, *given)) for step in apart]


def meant(phrase, tokens, prefix, kinds):
    """One word of a question as a step has it: in the words of that step, or as a name."""
    words = [Word(prefix + stem) for stem in phrase]
    if len(phrase) > 1:
        words.append(Phrase(phrase))
    names = [Word(token) for token in tokens if token[0] in kinds]
    return AnyOf((All(tuple(words)), *names))


def begun_with(articles, typed):
    """The ids of those articles of a queryset, the newest thousand, whose headlines have the words that somebody is
    typing."""
    typed = folded_words(typed)[:MOST_WORDS]
    wanted = tuple(Word(f"h_{word}", unfinished=len(word) >= SHORTEST_BEGINNING) for word in typed)
    return [pk for _step, pk in hits(articles, [(0, All(wanted), Span(AFTER_ALL))], MOST_FOUND)] if wanted else []


def hits(articles, lists, size):
    """Pairs of step and id from the index, of articles that the queryset has, in order. In one statement, of which the
    database reads only as much as is needed."""
    try:
        allowed, allowed_parameters = articles.order_by().values("id").query.sql_with_params()
    except EmptyResultSet:
        return []
    connection = connections[articles.db]
    selects, parameters = [], []
    for step, question, span in lists:
        for sql, given in ENGINES[connection.vendor].lists(question, span):
            sql = sql.format(articles=allowed)
            selects.append(f"SELECT * FROM (SELECT {step} AS step, found.* FROM ({sql} LIMIT {size}) AS found) AS part")
            parameters += [*allowed_parameters, *given]
    with connection.cursor() as cursor:
        cursor.execute(f"{' UNION ALL '.join(selects)} LIMIT {size}", parameters)
        return [(step, pk) for step, pk, _place in cursor.fetchall()]
