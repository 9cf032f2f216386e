"""What differs between two texts, word by word, for somebody to read."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

# An elided word keeps its apostrophe; every space and every sign is a piece of its own.
WORD = re.compile(r"\w+(?:[’']|\b)|\s|[^\w\s]")
# Beyond it two paragraphs are told as replaced: comparing takes the product of their words.
MOST_WORDS = 2_000


@dataclass(frozen=True)
class Piece:
    """`kind` is "same", "gone" (only in the older text) or "new"."""

    kind: str
    text: str


def differences(old, new):
    """The pieces of both texts in reading order. Paragraph by paragraph first, so that a long text costs little."""
    pieces = []
    old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for kind, before, after in hunks(old_lines, new_lines):
        gone, new_words = "".join(before), "".join(after)
        if kind == "same":
            pieces.append(Piece("same", gone))
        else:
            pieces += differing_words(gone, new_words)
    return joined(pieces)


def folded(pieces):
    """For whoever looks for changes alone: of a long run of equal paragraphs those beside a change."""
    last = len(pieces) - 1
    return [
        Piece("same", around(piece.text, before=place > 0, after=place < last)) if piece.kind == "same" else piece
        for place, piece in enumerate(pieces)
    ]


def around(text, before, after):
    """Its first paragraphs when a change stands before it, its last ones when one follows."""
    paragraphs = text.split("\n\n")
    kept = (2 if before else 0) + (2 if after else 0)
    if not kept or len(paragraphs) <= kept + 1:
        return text
    return "\n\n".join([*(paragraphs[:2] if before else []), "[…]", *(paragraphs[-2:] if after else [])])


def hunks(old, new):
    """Runs of two lists as (kind, those of the old, those of the new); `kind` is "same" or "other"."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        yield "same" if tag == "equal" else "other", old[start:end], new[new_start:new_end]


def differing_words(old, new):
    before, after = WORD.findall(old), WORD.findall(new)
    if max(len(before), len(after)) > MOST_WORDS:
        return replaced(old, new)
    pieces = []
    for kind, gone, come in hunks(before, after):
        words = "".join(gone)
        pieces += [Piece("same", words)] if kind == "same" else replaced(words, "".join(come))
    return readable(pieces)


def replaced(old, new):
    return [piece for piece in (Piece("gone", old), Piece("new", new)) if piece.text]


def readable(pieces):
    """A space alone between two changes belongs to them: words jump less to and fro."""
    found = []
    for place, piece in enumerate(pieces):
        between = 0 < place < len(pieces) - 1 and piece.kind == "same" and piece.text.isspace()
        found += replaced(piece.text, piece.text) if between else [piece]
    return grouped(found)


def grouped(pieces):
    """Of a run of changes what is gone first, then what is new."""
    found, gone, new = [], "", ""
    for piece in [*pieces, Piece("same", "")]:
        if piece.kind == "gone":
            gone += piece.text
        elif piece.kind == "new":
            new += piece.text
        else:
            found += [*replaced(gone, new), piece]
            gone = new = ""
    return [piece for piece in found if piece.text]


def joined(pieces):
    """Neighbours of one kind as one piece."""
    found = []
    for piece in pieces:
        before = found.pop().text if found and found[-1].kind == piece.kind else ""
        found.append(Piece(piece.kind, before + piece.text))
    return found
