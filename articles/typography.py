"""
French microtypography, applied once, when a text is saved.

Only spaces, straight quotes, apostrophes and runs of dots ever change, and a corrected text is left as it is. A space
is never added where the author wrote none, except inside guillemets: `Yahoo!`, `15:45` and `a?b` are no mistakes.

Authorities disagree about the width of some spaces, so these are settings (`settings.TYPOGRAPHY`).
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from django.conf import settings

from articles.sentences import OBJECT, read_sentences

NO_BREAK = "\u00a0"
THIN = "\u202f"


@dataclass(frozen=True)
class Rules:
    high: str = THIN  # before ; ! ?
    colon: str = NO_BREAK
    guillemets: str = THIN
    thousands: str = THIN


LANGUAGES = {
    "fr": Rules(),
    "fr-ca": Rules(high=""),
    "fr-ch": Rules(colon=THIN, guillemets=""),
}


def correct(text, rules=None):
    """Correct a plain text: a headline, a caption."""
    rules = rules or rules_in_force()
    return "".join(_corrected(text, rules)) if rules else text


def correct_html(html, rules=None):
    """Correct the texts of a sanitised body; every other byte comes back as it was."""
    rules = rules or rules_in_force()
    if not rules:
        return html
    text, places = read_sentences(html)
    seams = {second for second, ((_, end), (start, _)) in enumerate(pairwise(places), 1) if end < start}
    pieces, end = [], 0
    for (start, stop), old, new in zip(places, text, _corrected(text, rules, seams), strict=True):
        if new != old:
            pieces += html[end:start], new
            end = stop
    pieces.append(html[end:])
    return "".join(pieces)


def plain_spaces(text):
    """Give every space its plain form: for titles, slugs and machines."""
    return re.sub(SPACE, " ", text)


def rules_in_force():
    """Return the rules of the settings, or None where the language has none."""
    choices = {"language": settings.LANGUAGE_CODE, **getattr(settings, "TYPOGRAPHY", {})}
    language = choices.pop("language").lower()
    rules = LANGUAGES.get(language) or LANGUAGES.get(language.partition("-")[0])
    return rules and replace(rules, **choices)


# One character in, one string out, in place: so that a correction finds its way back between the tags of an HTML body.


def _corrected(text, rules, seams=frozenset()):
    view = _with_curly_apostrophes(_with_paired_quotes(_without_addresses(text)))
    result = [old if new == OBJECT else new for old, new in zip(text, view, strict=True)]
    for match in ELLIPSIS.finditer(view):
        if seams.isdisjoint(range(match.start() + 1, match.end())):  # or else an element could be left empty
            _put(result, match.span(), "…")
    for match in GROUPED_NUMBER.finditer(view):
        for space in re.finditer(SPACE, match.group()):
            _put(result, (match.start() + space.start(), match.start() + space.end()), rules.thousands)
    settled = set()
    for pattern, space in _spaces(rules):
        for match in pattern.finditer(view):
            start, end = match.span("space")
            if settled.isdisjoint(range(start, end)):
                settled.update(range(start, end))
                _put(result, (start, end), space, after_previous=match.start() < start)
    return result


def _put(result, span, replacement, after_previous=False):
    start, end = span
    if start < end:
        result[start:end] = [replacement] + [""] * (end - start - 1)
    elif after_previous:
        result[start - 1] += replacement
    else:
        result[start] = replacement + result[start]


SPACE = r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]"
CAPITAL = r"[^\W\d_a-zß-öø-ÿœ]"
UNITS = (
    r"km/h|km²?|[cdm]?m[²³]?|µm|ha|[kmµ]?g|t|[cdmh]?l|L|h|min|[mµ]?s|[kMGT]?W|[kMGT]?Wh|[kMG]?eV|[km]?V|m?A|"
    r"[kMG]?Hz|dB|h?Pa|bars?|[kM]?J|k?cal|K|°[CF]?|[KMGT]o|ko|bits?|octets?|millions?|milliards?|euros?"
)
TITLES = r"MM?\.|Mmes?|Mlles?|Mgr|Mes?|Drs?|Prs?|Vve"
REFERENCES = r"[nN][°º]|§|(?:pp?|art|chap|fig|vol|t)\."


def _pattern(text):
    return re.compile(text.replace("SPACES", f"(?P<space>{SPACE}+)").replace("SPACE", SPACE))


ELLIPSIS = re.compile(r"(?<![./])\.{3,}+(?!/)")
# Groups of three digits. No telephone number (pairs, a zero or plus sign in front), no date.
GROUPED_NUMBER = _pattern(r"(?<![\w+.,/])(?<!\dSPACE)[1-9]\d{0,2}(?:SPACE\d{3})+(?![\w/]|SPACE\d)")
OPENING_GUILLEMET = _pattern(r"(?<!\w)«(?P<space>SPACE*)(?=[^\s»])")
CLOSING_GUILLEMET = _pattern(r"(?<=[^\s«])(?P<space>SPACE*)»(?!\w)")
# Not before the eyes of a smiley, nor before an operator, nor where a lone quote decides by its neighbours what it is.
HIGH = _pattern(r"(?<=[^\s\"])SPACES(?=[;!?](?!=))(?!;-?[()DPp](?!\w))")
COLON = _pattern(r"(?<=[^\s\"])SPACES(?=:(?!:))(?!:['’]?-?[()DPpOo|/\\*](?!\w))")
BINDING = [
    _pattern(pattern)
    for pattern in (
        r"(?<=\d)SPACES(?=[%‰£]|(?:[kM]|Md)?[€$])",
        rf"(?<=\d)SPACES(?=(?:{UNITS})(?![\w'’]))",
        r"\dSPACE*hSPACES(?=\d)",
        rf"(?<!\w)(?:{TITLES})SPACES(?={CAPITAL})",
        rf"(?<!\w)(?:{REFERENCES})SPACES(?=\d)",
        r"(?<!\w)[IVXLCDM]+(?:er|re|e)SPACES(?=(?:siècle|millénaire|République)s?(?!\w))",
    )
]


def _spaces(rules):
    """Yield each kind of place for a space, with the space due there; the first kind to claim a place has it."""
    yield OPENING_GUILLEMET, rules.guillemets
    yield CLOSING_GUILLEMET, rules.guillemets
    yield HIGH, rules.high
    yield COLON, rules.colon
    for pattern in BINDING:
        yield pattern, NO_BREAK


ADDRESS = re.compile(
    r"(?<![\w+.-])[A-Za-z][A-Za-z0-9+.-]*+://[^\s<>«»“”\"]+"
    r"|(?<![\w.])www\.[^\s<>«»“”\"]+"
    r"|(?<![\w.+'-])[\w.+'-]++@[\w-]+\.[\w.-]+"
)


def _without_addresses(text):
    return ADDRESS.sub(lambda match: OBJECT * len(match.group()), text)


QUOTING = re.compile(r'["«»\u2029]|\n\s*\n')


def _with_paired_quotes(text):
    """Turn straight quotes that pair up within a paragraph into « », and into “ ” inside another quotation."""
    paired, opened = {}, []
    for match in QUOTING.finditer(text):
        place = match.start()
        if match.group() == '"':
            if opened and _may_close(text, place):
                paired[opened.pop()] = place
            elif _may_open(text, place, alone=not opened):
                opened.append(place)
        elif match.group() not in "«»":
            opened.clear()
    return _shaped(text, paired)


def _may_open(text, place, alone):
    before, after = _neighbours(text, place)
    if after.isspace():  # `" mot "`; but the inches of `27 "` open nothing
        return alone and before.isspace() and not text[max(place - 2, 0) : place - 1].isdigit()
    return before.isspace() or before in "([{-–—/'’\"“" + OBJECT


def _may_close(text, place):
    before, after = _neighbours(text, place)
    return not after.isalnum() and (after.isspace() or not before.isspace())


def _neighbours(text, place):
    """Return the signs around a quote; guillemets count as the space they have, or will have, inside."""
    before, after = text[place - 1 : place] or " ", text[place + 1 : place + 2] or " "
    return before.replace("«", " "), after.replace("»", " ")


def _shaped(text, paired):
    shaped, closing, depth = list(text), set(paired.values()), 0
    for match in QUOTING.finditer(text):
        place, sign = match.start(), match.group()
        if place in paired:
            shaped[place], shaped[paired[place]] = "“”" if depth else "«»"
        if place in paired or sign == "«":
            depth += 1
        elif place in closing or sign == "»":
            depth = max(depth - 1, 0)
        elif sign not in '"':
            depth = 0
    return "".join(shaped)


APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?!')")
# No possessive group, here and in sentences.py: Debian 12's Python 3.11.2 goes on at a wrong place after one.
SINGLE_QUOTED = re.compile(r"(?<!\w)'(?=\w)[^'\u2029]*+(?:(?<=\w)'(?=\w)[^'\u2029]*+)*'(?!\w)")


def _with_curly_apostrophes(text):
    quotes = {place for match in SINGLE_QUOTED.finditer(text) for place in (match.start(), match.end() - 1)}
    return APOSTROPHE.sub(lambda match: match.group() if match.start() in quotes else "’", text)
