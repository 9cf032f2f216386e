"""How well the search finds what an editor of the demo newsroom expects:
`python -m pytest tests/test_relevance.py -s`."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from django.utils import timezone

from articles import words
from articles.models import Article, Asked, Span, find

JUDGED = tomllib.loads(Path(__file__).with_name("relevance.toml").read_text())


@dataclass(frozen=True)
class Judged:
    """One question: `recall` of what was expected, `first` is one over the rank of the first of the best."""

    q: str
    recall: float
    first: float
    missed: list

    def __str__(self):
        return f"{self.q}: recall {self.recall:.2f}, first {self.first:.2f}" + "".join(
            f"\n    – {m}" for m in self.missed
        )


def found_for(q, at):
    """Every headline that is found, page by page, as it is compared."""
    found, after = [], None
    while True:
        page = find(Article.objects.published(at), at, Asked.of(q), Span.of(None, at), after=after)
        found += [words.slug(article.headline, 200) for article in page.entries]
        if (after := page.older) is None:
            return found


def judged(query, at):
    found = found_for(query["q"], at)
    expected, best = (
        {words.slug(headline, 200): headline for headline in query[name]} for name in ("expected", "best")
    )
    ranks = [rank for rank, headline in enumerate(found, 1) if headline in best]
    return Judged(
        query["q"],
        len(expected.keys() & set(found)) / len(expected),
        1 / ranks[0] if ranks else 0,
        [headline for slug, headline in expected.items() if slug not in found],
    )


def judge_all():
    at = timezone.now()
    return [judged(query, at) for query in JUDGED["query"]]
