"""Words as the search compares them: without accents, ligatures, elisions, capitals and endings.

A word is folded before it is stemmed, so that it does not matter whether accents were typed. Snowball's rules for
French need some of those accents: what they would have told is told by the ending itself (`MENDED`).
"""

import re
from functools import lru_cache

import snowballstemmer
from django.conf import settings

from articles.words import fold

# A word as it stands in a text. "S.N.C.F." is one.
WORD = re.compile(r"(?:\b[^\W\d_]\.){2,}[^\W\d_]?|[^\W_]+(?:['’][^\W_]+)*")
# What stands before an apostrophe and is no word by itself: l'école, qu'il, presqu'île.
ELIDED = set("c d j l m n s t qu jusqu lorsqu puisqu quoiqu quelqu presqu entr".split())
# Longer ones are no words, and PostgreSQL has a limit.
LONGEST = 60

STOP_WORDS = {
    "fr": set(
        "a afin ai ainsi alors apres as au aucun aucune aussi autre autres aux avait avant avec avoir c ca ce "
        "ceci cela celle celles celui ces cet cette ceux chaque chez comme comment d dans de depuis des donc "
        "dont du elle elles en encore entre es est et etaient etait etre eu eux ici il ils j je l la laquelle "
        "le lequel les lesquels leur leurs lors lui m ma mais me meme memes mes moi moins mon n ne ni nos "
        "notre nous on ont ou par parce pas pendant peut plus pour pourquoi qu quand que quel quelle quelles "
        "quels qui quoi s sa sans se selon sera ses si soi sois son sont sous sur t ta tandis tes toi ton "
        "tous tout toute toutes tres tu un une vers voici voila vos votre vous y".split()
    ),
    "en": set(
        "a about after all also am an and any are as at be been before but by can d did do does for from had "
        "has have he her his how i if in into is it its ll m me my no not of on or our out over re s she so "
        "some such t than that the their them then there these they this those to under up us ve was we were "
        "what when where which who why will with would you your".split()
    ),
}
# Plurals that follow no rule, and « mère », which would be the sea; each as its other forms are stemmed.
IRREGULAR = {
    "travaux": "travail",
    "vitraux": "vitrail",
    "coraux": "corail",
    "emaux": "email",
    "baux": "bail",
    "soupiraux": "soupirail",
    "yeux": "oeil",
    "cieux": "ciel",
    "mesdames": "madam",
    "messieurs": "monsieur",
    "mere": "mere",
    "meres": "mere",
}
# Endings without their accents, and a spelling that Snowball takes as it would have taken them: infirmière, boulangère,
# arrivée, sécurité. Both the text and the question pass here, so that a wrong guess loses nothing.
MENDED = [
    (re.compile(r"(?<=...)ieres?$"), "ier"),
    (re.compile(r"(?<=...)(?<=ch|.g)er(?:es?|s)$"), "er"),
    (re.compile(r"(?<=..)ees?$"), "er"),
    (re.compile(r"(?<=..)ites?$"), "ité"),
    (re.compile(r"(?<=...)trices?$"), "teur"),
]

SNOWBALL = {"fr": "french", "en": "english"}


def stems(text):
    """The words of a text that mean something, in their order."""
    language = language_of_the_paper()
    return [stem for word in WORD.findall(text) for stem in stems_of(word, language)]


def language_of_the_paper():
    return settings.LANGUAGE_CODE.partition("-")[0].lower()


@lru_cache(maxsize=50_000)
def stems_of(word, language):
    """Of what `WORD` finds: usually one, none of a stop word, two of « aujourd’hui »."""
    parts = fold(word).replace(".", "").replace("’", "'").split("'")
    wanted = [part for part in parts[:-1] if part not in ELIDED] + parts[-1:]
    return tuple(stem_of(part, language) for part in wanted if part and part not in STOP_WORDS[language])


def stem_of(folded, language):
    folded = plain_letters(folded)
    if not folded.isalpha():
        return folded
    if language == "fr":
        if folded in IRREGULAR:
            return IRREGULAR[folded]
        for ending, mended in MENDED:
            folded = ending.sub(mended, folded)
    return fold(stemmer(language).stemWord(folded))


def folded_words(text):
    """Whole, without accents: as somebody begins to type them."""
    return [plain_letters(word) for word in re.findall(r"[^\W_]+", fold(text))]


def plain_letters(word):
    """In another script as its bytes: the databases must not have ideas of their own about its letters."""
    return word[:LONGEST] if word.isascii() else f"u0{word.encode().hex()}"[:LONGEST]


@lru_cache
def stemmer(language):
    return snowballstemmer.stemmer(SNOWBALL[language])
