"""The part of a text that shows why it was found, with the words that were searched for."""

from itertools import takewhile

from articles.stems import WORD, language_of_the_paper, stems_of

# In signs: two lines of a list.
LENGTH = 220
# How far back a sentence may begin that is shown from its beginning.
LEAD_IN = 90
CONTEXT = 40
# Of an endless text the beginning is read.
LONGEST = 30_000
ENDS = ".!?…"


def marked(text, wanted):
    """The text in pieces, each with whether it is one of the words."""
    pieces, end = [], 0
    for start, stop, _stems in found_in(text, wanted):
        pieces += [(text[end:start], False), (text[start:stop], True)]
        end = stop
    return [piece for piece in [*pieces, (text[end:], False)] if piece[0]]


def extract(text, wanted):
    """The stretch with the most of the words, in pieces as `marked`; the beginning when there is none."""
    text = " ".join(text[:LONGEST].split("\n"))
    start = beginning(text, best_place(found_in(text, wanted)))
    stop = start + LENGTH
    if stop < len(text):
        stop = text.rfind(" ", start, stop) if " " in text[start:stop] else stop
    shown = f"{'… ' if start else ''}{text[start:stop].strip()}{' …' if stop < len(text) else ''}"
    return marked(shown, wanted)


def found_in(text, wanted):
    """Where the words stand, without the article before an apostrophe."""
    found, language = [], language_of_the_paper()
    for word in WORD.finditer(text):
        if meant := wanted.intersection(stems_of(word[0], language)):
            elided = max(word[0].rfind("’"), word[0].rfind("'")) + 1
            found.append((word.start() + elided, word.end(), meant))
    return found


def best_place(found):
    """Where the stretch with the most different words begins, the first of equals."""
    best, place = 0, 0
    for number, (start, _stop, _stems) in enumerate(found):
        further = start + LENGTH - CONTEXT
        near = list(takewhile(lambda later, further=further: later[0] < further, found[number:]))
        weight = 100 * len(set().union(*(stems for _start, _stop, stems in near))) + len(near)
        if weight > best:
            best, place = weight, start
    return place


def beginning(text, place):
    """Of the sentence of a place, when that is near; else of a word a little before."""
    if place <= LEAD_IN:
        return 0
    before = text[place - LEAD_IN : place]
    sentence = max(before.rfind(f"{end} ") for end in ENDS)
    if sentence >= 0:
        return place - LEAD_IN + sentence + 2
    return text.find(" ", place - CONTEXT) + 1
