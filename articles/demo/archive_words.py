"""The words of the demo's archive: headlines put together from lists, bodies from the demo's own paragraphs.

Everything is chosen by the generator of random numbers that is handed in, so that an article of one number is the same
at every load. What is used again and again is corrected here, once.
"""

import re
import tomllib
from functools import cached_property
from html import escape
from itertools import accumulate
from pathlib import Path

from articles.fields import SetWords
from articles.models import Article, Correction, Genre

PARAGRAPH = re.compile(r"^<p>(?!.*(?:demo:|data-photo)).+</p>$", re.MULTILINE)
CROSSHEAD = re.compile(r"^<h2>.+</h2>$", re.MULTILINE)
GENRES = {
    Genre.NEWS: 62,
    Genre.BRIEF: 14,
    Genre.REPORTAGE: 6,
    Genre.INTERVIEW: 4,
    Genre.PORTRAIT: 3,
    Genre.ANALYSIS: 3,
    Genre.COLUMN: 2,
    Genre.OPINION: 2,
    Genre.EDITORIAL: 2,
    Genre.INVESTIGATION: 1,
    Genre.VERIFICATION: 1,
}
MOST_TAGS = 2000
# The larger, the less the first tags stand out: of the first, one article in twelve.
EVENNESS = 10


def as_stored(name, words):
    """Words as this column of an article will hold them."""
    return SetWords(Article._meta.get_field(name).correct(words))


def long_tail(count, evenness):
    """Cumulated weights of so many things, of which the first come up much oftener than the last."""
    return list(accumulate(1 / (place + evenness) for place in range(count)))


class ArchiveWords:
    """`newsroom` and `articles` are the facts of the demo; `photos` those that an article may show."""

    def __init__(self, newsroom, articles, photos):
        self.lists = tomllib.loads(Path(__file__).with_name("archive.toml").read_text())
        self.newsroom, self.articles, self.photos = newsroom, articles, photos

    def facts(self, chance):
        """Keyword arguments for an `Article`, but for what needs the database or the clock."""
        genre = chance.choices(list(GENRES), GENRES.values())[0]
        section = chance.choice(list(self.lists["sections"]))
        photo = chance.choice(self.photos) if self.photos and chance.random() < 0.85 else None
        return {
            "genre": genre,
            "section": section,
            "lead_photo": None if genre == Genre.BRIEF else photo,
            "kicker": chance.choice(self.kickers[section]) if chance.random() < 0.7 else SetWords(),
            **self.headlines(chance, section),
            "standfirst": chance.choice(self.standfirsts) if chance.random() < 0.7 else SetWords(),
            "summary": chance.choice(self.summaries) if chance.random() < 0.6 else SetWords(),
            "body": self.body(chance, genre),
        }

    def headlines(self, chance, section):
        words = self.lists["sections"][section]
        subject, predicate = chance.choice(words["subjects"]), chance.choice(words["predicates"])
        place = chance.choice(self.lists["places"])
        plain = f"{subject[0].upper()}{subject[1:]} {predicate}"
        headline = chance.choice([f"À {place}, {subject} {predicate}", f"{place} : {subject} {predicate}", plain])
        return {"headline": headline, "short_headline": plain if headline != plain and chance.random() < 0.5 else ""}

    def body(self, chance, genre):
        length = chance.randint(1, 2) if genre == Genre.BRIEF else chance.randint(3, 12)
        lines = chance.sample(self.paragraphs, length)
        for place in range(length - 3, 0, -4):
            lines.insert(place, chance.choice(self.crossheads))
        if self.figures and length > 3 and chance.random() < 0.15:
            lines.insert(2, chance.choice(self.figures))
        return SetWords("\n".join(lines))

    def tags(self, chance):
        """Their places in `tag_names`: a few subjects come back every week, most hardly ever."""
        return set(chance.choices(range(MOST_TAGS), cum_weights=self.tag_weights, k=chance.randint(3, 7)))

    def correction(self, chance):
        return {
            "kind": chance.choice([Correction.Kind.CLARIFICATION, Correction.Kind.CORRECTION]),
            "text": chance.choice(self.lists["corrections"]),
        }

    @cached_property
    def authors(self):
        """Names of the archive's own authors; the demo's sign too."""
        first, last = self.lists["first_names"], self.lists["last_names"]
        return [f"{first[n % 25]} {last[(n * 7 + n // 25) % 25]}" for n in range(50)]

    @cached_property
    def tag_names(self):
        """The demo's own first, then one for each subject in each place."""
        own = sorted({tag for facts in self.articles for tag in facts["tags"]})
        return [*own, *(f"{theme} {place}" for place in self.lists["places"] for theme in self.lists["themes"])]

    @cached_property
    def tag_weights(self):
        return long_tail(MOST_TAGS, EVENNESS)

    @cached_property
    def kickers(self):
        return {
            slug: [as_stored("kicker", words) for words in section["kickers"]]
            for slug, section in self.lists["sections"].items()
        }

    @cached_property
    def standfirsts(self):
        return [as_stored("standfirst", facts["standfirst"]) for facts in self.articles if facts.get("standfirst")]

    @cached_property
    def summaries(self):
        return [as_stored("summary", facts["summary"]) for facts in self.articles if facts.get("summary")]

    @cached_property
    def paragraphs(self):
        return self.lines(PARAGRAPH)

    @cached_property
    def crossheads(self):
        return self.lines(CROSSHEAD)

    @cached_property
    def figures(self):
        html = '<figure data-photo="{}"><figcaption>{}</figcaption></figure>'
        return [as_stored("body", html.format(photo.pk, escape(photo.caption))) for photo in self.photos]

    def lines(self, pattern):
        return [as_stored("body", line) for facts in self.articles for line in pattern.findall(facts["body"])]
