"""Counting, cutting and folding plain French text."""

import re
import unicodedata

FIRST_SENTENCE_SIGNS = 180

# Letters that are one sign to Unicode and more, or another, to whoever types on a plain keyboard.
PLAIN_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})

ABBREVIATION = re.compile(
    r"(?<!\w)(?:MM?|Mmes?|Mlles?|Mgr|Drs?|Prs?|St|pp?|art|chap|fig|vol|t|av|apr|env|cf|ex|éd|coll|dir|n|(?:[A-ZÀ-Ý]\.-?)*[A-ZÀ-Ý])$"
)
SENTENCE_END = re.compile(
    r"[.!?…]+[\s\u00a0\u202f]*(?P<closing>[»”\")\]]?)(?=\s+(?:[«“\"(—–-]\s*)?[^\W_a-zß-öø-ÿœ]|\s*$)"
)


def count(text):
    return len(re.findall(r"\w[\w'’-]*", text))


def first_sentence(text):
    """Return the first sentence, or as many of its words as fit in a summary."""
    paragraph = text.strip().partition("\n")[0][: 2 * FIRST_SENTENCE_SIGNS].rstrip()  # a longer one is cut anyway
    return _shortened(paragraph[: _sentence_end(paragraph)])


def fold(text):
    """Return a text as one would type it in a hurry: no accents, no ligatures, no capitals."""
    folded = unicodedata.normalize("NFKD", text).casefold().translate(PLAIN_LETTERS)
    return "".join(sign for sign in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(sign))


def slug(text, length=80):
    """Return the words of a text for an address, whole words only unless the first one is too long by itself."""
    address = "-".join(address_words(text))
    if len(address) > length:
        address = address[: length + 1].rpartition("-")[0] or address[:length]
    return address or "article"


def address_words(text):
    """Return the words of a text as they stand in addresses."""
    return re.findall(r"[a-z0-9]+", fold(text))


def _sentence_end(paragraph):
    """Find where the first sentence ends; a quotation is not cut, unless its guillemets never close."""
    first = None
    for match in SENTENCE_END.finditer(paragraph):
        stop = match.end() if match["closing"] else match.start() + len(match.group().rstrip())
        if match.group().strip() == "." and ABBREVIATION.search(paragraph, 0, match.start()):
            continue
        if paragraph.count("«", 0, stop) <= paragraph.count("»", 0, stop):
            return stop
        first = first or stop
    return first


def _shortened(text):
    if len(text) <= FIRST_SENTENCE_SIGNS:
        return text
    cut = text[:FIRST_SENTENCE_SIGNS]
    words = cut.rpartition(" ")[0] or cut[:-1]
    return words.rstrip(" \u00a0\u202f,;:–—-(«“.…") + "…"
