"""The sentences of an HTML body as a reader meets them, whatever tags stand among their words."""

import re
from html import unescape

from articles.markup import INLINE

# Stands for what must not change: an address, a piece of code, words of another language.
OBJECT = "\ufffc"
BLOCK_EDGE = "\u2029"
LINE_BREAK = "\u2028"

# Our own bodies escape "<" in texts and attributes; quoted attributes are read whole all the same.
TOKEN = re.compile(
    r"""<!--.*?-->|<(?P<end>/?)(?P<tag>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:[^<>"']++|"[^"]*+"|'[^']*+')*)>"""
    r"|(?P<entity>&(?:\#\d+|\#[xX][\da-fA-F]+|\w+);)|(?P<text>[^<&]++|[<&])",
    re.DOTALL,
)
FOREIGN = re.compile(r"""\slang\s*=\s*["']?(?!fr\b)\w""", re.IGNORECASE)
UNTOUCHED = {"code", "pre", "kbd", "samp", "time", "script", "style", "textarea", "svg", "math"}


def read_sentences(html):
    """Return the readable text of a body, and where in the body each of its characters stands."""
    text, places = [], []
    untouched, depth = "", 0
    for token in TOKEN.finditer(html):
        start, end = token.span()
        tag = (token["tag"] or "").lower()
        if untouched:
            if tag == untouched:
                depth += -1 if token["end"] else 1
            if not depth:
                untouched = ""
            continue
        if token["text"]:
            text.append(token["text"].replace("\n", " "))
            places += ((place, place + 1) for place in range(start, end))
            continue
        if tag and not token["end"] and (tag in UNTOUCHED or FOREIGN.search(token["attributes"])):
            untouched, depth = tag, 1
        sign = _sign(token, tag, untouched)
        if sign:
            text.append(sign)
            places.append((start, end))
    return "".join(text), places


def _sign(token, tag, untouched):
    """Return the one character an entity or a tag is for the reader of a sentence; inline tags are none."""
    if token["entity"]:
        sign = unescape(token["entity"])
        return sign if len(sign) == 1 else OBJECT
    if untouched:
        return OBJECT
    if tag == "br":
        return LINE_BREAK
    return BLOCK_EDGE if tag and tag not in INLINE else ""
