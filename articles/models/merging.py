"""One text of two: for each place where somebody's words and the stored ones differ, either can be taken."""

from dataclasses import dataclass

from articles import reading_copy
from articles.body import clean
from articles.differences import Piece, differences, hunks
from articles.models.comparison import Names, changed_fields, label_of, nothing, part
from articles.models.contents import plain

THEIRS, MINE, BOTH = "theirs", "mine", "both"


@dataclass(frozen=True)
class Choice:
    """A field, or some paragraphs of the text. `default` is the side that alone has changed it."""

    name: str
    label: str
    pieces: list[Piece]
    theirs: str
    mine: str
    default: str
    both_changed: bool
    can_take_both: bool = False


def choices(theirs, mine, base=None):
    """What is to be chosen; `base` is what both began with, where that is known."""
    found, names = [], Names(theirs, mine)
    for name in changed_fields(theirs, mine):
        if name == "body":
            found += paragraphs(names, theirs, mine, base)
        else:
            told = part(name, names.of(name, theirs), names.of(name, mine))
            sides = side(base, name, plain(theirs.get(name, nothing(name))), plain(mine[name]))
            found.append(Choice(name, told.label, told.pieces, told.old, told.new, *sides))
    return found


def side(base, name, theirs, mine):
    """Which side to propose, and whether both have changed it."""
    if base is None or name not in base:
        return MINE, False
    origin = plain(base[name])
    if mine == origin:
        return THEIRS, False
    return MINE, theirs != origin


def paragraphs(names, theirs, mine, base):
    origin = set(blocks(base)) if base and "body" in base else None
    for number, (kind, before, after) in enumerate(body_hunks(theirs, mine)):
        if kind == "same":
            continue
        old, new = (reading_copy.text("\n".join(lines), names.figure) for lines in (before, after))
        untouched, untouched_here = (origin is not None and set(lines) <= origin for lines in (before, after))
        # A paragraph that they took out and nobody touched here stays out.
        default = THEIRS if untouched_here and (not untouched or not before) else MINE
        both_changed = origin is not None and not untouched and not untouched_here
        can_take_both = bool(before and after)
        yield Choice(
            f"body-{number}", label_of("body"), differences(old, new), old, new, default, both_changed, can_take_both
        )


def blocks(data):
    return clean(data.get("body", "")).splitlines()


def body_hunks(theirs, mine):
    """Where as many paragraphs stand on both sides, each pair is a place of its own."""
    for kind, before, after in hunks(blocks(theirs), blocks(mine)):
        if kind != "same" and len(before) == len(after):
            yield from ((kind, [old], [new]) for old, new in zip(before, after, strict=True))
        else:
            yield kind, before, after


def merged(theirs, mine, taken):
    """The contents that `taken` makes: a side for each name of a choice, and mine where none is given."""
    data = dict(mine)
    for name in changed_fields(theirs, mine):
        if taken.get(name) == THEIRS:
            data[name] = theirs.get(name, nothing(name))
    found = []
    for number, (kind, before, after) in enumerate(body_hunks(theirs, mine)):
        chosen = taken.get(f"body-{number}", MINE)
        if kind == "same" or chosen in (THEIRS, BOTH):
            found += before
        if kind != "same" and chosen != THEIRS:
            found += after
    return data | {"body": "\n".join(found)}
