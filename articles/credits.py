"""The credit of a picture as French newsrooms write it: « Légende. | LUDOVIC MARIN / AFP »."""

import re

from articles.words import fold

# Credits without being anybody's name, folded, as `PhotoCredit.photographer_folded` keeps them.
UNNAMED = ("dr", "d.r.", "d.r", "d. r.", "droits reserves", "collection privee")

LONGEST_CREDIT = 160
MOST_WORDS = 12
LEAD = re.compile(r"^(?:(?:photos?|photographie|cr[ée]dits?(?: photos?)?)\s*[:©]|©|\(c\)|:)\s*", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+")
# What stands in lower case within names.
PARTICLES = set("de du des d da di del la le les l et and en van von der den ter via pour for of the y e".split())


def split_caption(text):
    """The caption, and the credit line pasted behind it, if there is one."""
    caption, bar, line = text.rpartition(" | ")
    if bar and _looks_like_a_credit(line):
        return caption.strip(), clean(line)
    return text.strip(), ""


def split_credit(line):
    """Photographer and agency; a name alone comes first, whoever it is."""
    photographer, bar, agency = f" {clean(line)} ".rpartition(" / ")
    return (clean(photographer), clean(agency)) if bar else (clean(agency), "")


def clean(line):
    """A credit line without « Photo : » or « © » before it."""
    line, before = " ".join(line.split()), None
    while line != before:
        line, before = LEAD.sub("", line), line
    return line


def is_unnamed(photographer):
    return fold(photographer).strip() in UNNAMED


def _looks_like_a_credit(line):
    """Names in capitals, not the end of a sentence."""
    name = clean(line)
    if is_unnamed(name):
        return True
    words = WORD.findall(name)
    if not 1 <= len(words) <= MOST_WORDS or len(name) > LONGEST_CREDIT or name[-1] in ".?!…:;,|":
        return False
    in_lower_case = [word for word in words if word[0].islower() and word not in PARTICLES]
    return not in_lower_case and any(word[0].isupper() for word in words)
