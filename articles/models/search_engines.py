"""How the two databases keep the tokens of an article and find them again, in order of time.

SQLite has them in a table of FTS5 whose row number is the place of the entry, so that the newest are met first.
PostgreSQL has them in a column with a GIN index, which knows no order: there the archive is asked in stretches of time,
the newest first, and the next one only when that did not yield enough.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connections

ID_BITS = 31
A_SECOND = 1 << ID_BITS
# Of the year 2106: as far as one number reaches. Whoever schedules for later mistyped.
LAST_SECOND = (1 << 32) - 2
ID_MASK = (1 << ID_BITS) - 1
# Between two parts of an article: no quoted words reach across.
EDGE = "_"


@dataclass(frozen=True)
class Word:
    token: str
    unfinished: bool = False


@dataclass(frozen=True)
class Phrase:
    stems: tuple


@dataclass(frozen=True)
class All:
    parts: tuple


@dataclass(frozen=True)
class AnyOf:
    parts: tuple


@dataclass(frozen=True)
class Without:
    """What the first says, and the second does not."""

    wanted: object
    unwanted: object


class Sqlite:
    @staticmethod
    def write(alias, rows):
        entries = [(pk, place) for pk, place, _text, _marks in rows]
        words = [(place, " ".join([*text, *sorted(marks)])) for _pk, place, text, marks in rows]
        with connections[alias].cursor() as cursor:
            # Its trigger takes the words away.
            cursor.executemany("DELETE FROM articles_searchentry WHERE article_id = %s", [(pk,) for pk, _ in entries])
            cursor.executemany("INSERT INTO articles_searchentry (article_id, place) VALUES (%s, %s)", entries)
            cursor.executemany("INSERT INTO articles_words (rowid, words) VALUES (%s, %s)", words)

    @staticmethod
    def lists(question, span):
        """One list, which is read until enough is found."""
        conditions = "articles_words MATCH %s AND articles_words.rowid < %s AND articles_words.rowid >= %s"
        joined = f"articles_words CROSS JOIN ({{articles}}) a ON a.id = (articles_words.rowid & {ID_MASK})"
        selected = "SELECT a.id AS id, articles_words.rowid AS place"
        sql = f"{selected} FROM {joined} WHERE {conditions} ORDER BY articles_words.rowid DESC"
        return [(sql, (sqlite_question(question), span.before, span.since))]


class Postgresql:
    @staticmethod
    def write(alias, rows):
        values = [(pk, place, tsvector(text, marks)) for pk, place, text, marks in rows]
        with connections[alias].cursor() as cursor:
            cursor.executemany(
                "INSERT INTO articles_searchentry (article_id, place, words) VALUES (%s, %s, %s::tsvector) "
                "ON CONFLICT (article_id) DO UPDATE SET place = excluded.place, words = excluded.words",
                values,
            )

    @staticmethod
    def lists(question, span):
        # The sum keeps the planner from walking something else in that order. The period is a condition of its own, so
        # that the index asks nothing else of what lies outside.
        sql = (
            "SELECT a.id, e.place FROM articles_searchentry e JOIN ({articles}) a ON a.id = e.article_id "
            "WHERE e.words @@ %s::tsquery AND {period} e.place < %s AND e.place >= %s ORDER BY e.place + 0 DESC"
        )
        asked = postgresql_question(question)
        for periods, before, since in stretches(span):
            period = "e.words @@ %s::tsquery AND" if periods else ""
            given = [" | ".join(periods)] if periods else []
            yield sql.replace("{period}", period), (asked, *given, before, since)


ENGINES = {"sqlite": Sqlite, "postgresql": Postgresql}


def sqlite_question(part):
    match part:
        case Word(token, unfinished):
            return f'"{token}"' + ("*" if unfinished else "")
        case Phrase(stems):
            return f'"{" ".join(stems)}"'
        case All(parts):
            return f"({' AND '.join(map(sqlite_question, parts))})"
        case AnyOf(parts):
            return f"({' OR '.join(map(sqlite_question, parts))})"
        case Without(wanted, unwanted):
            return f"({sqlite_question(wanted)} NOT {sqlite_question(unwanted)})"


def postgresql_question(part):
    match part:
        case Word(token, unfinished):
            return f"'{token}'" + (":*" if unfinished else "")
        case Phrase(stems):
            return "(" + " <-> ".join(map(repr, stems)) + ")"
        case All(parts):
            return f"({' & '.join(map(postgresql_question, parts))})"
        case AnyOf(parts):
            return f"({' | '.join(map(postgresql_question, parts))})"
        case Without(wanted, unwanted):
            return f"({postgresql_question(wanted)} & !{postgresql_question(unwanted)})"


def tsvector(text, marks):
    places = {}
    for place, stem in enumerate(text, 1):
        if stem != EDGE:
            places.setdefault(stem, []).append(str(place))
    words = [f"'{stem}':{','.join(found[:255])}" for stem, found in places.items()]
    return " ".join([*words, *(f"'{mark}'" for mark in marks)])


def stretches(span):
    """Of a span of places: two months, the rest of two years, of six, and all before. Each with the tokens of its
    period, its upper and its lower end."""
    newest = moment_of(span.before)
    months = newest.year * 12 + newest.month - 1
    named = [f"m_{number // 12}{number % 12 + 1:02}" for number in (months, months - 1)]
    ends = [datetime((months - 1) // 12, (months - 1) % 12 + 1, 1, tzinfo=UTC)]
    ends += [datetime(newest.year - back, 1, 1, tzinfo=UTC) for back in (1, 5)]
    periods = [named, years(newest.year - 1, newest.year), years(newest.year - 5, newest.year - 2), []]
    before = span.before
    for end, tokens in zip([*map(place, ends), None], periods, strict=True):
        since = span.since if end is None else max(end, span.since)
        if since < before:
            yield tokens, before, since
            before = since
        if before <= span.since:
            return


def years(first, last):
    return [f"y_{year}" for year in range(first, last + 1)]


def place(moment, pk=0):
    """Seconds, then the id: one number that no two articles share, in order of time."""
    second = int(moment.timestamp())
    return (max(-LAST_SECOND, min(second, LAST_SECOND)) << ID_BITS) + pk


def moment_of(place):
    return datetime.fromtimestamp(place >> ID_BITS, UTC)
