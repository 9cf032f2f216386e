"""The headline fonts hold every sign that French headlines are written with."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

pytestmark = pytest.mark.once

FONTS = Path(__file__).parent.parent / "static" / "fonts"
NO_BREAK_SPACE, NARROW_SPACE = "\u00a0", "\u202f"
FRENCH = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;!?-()/&%@+*"
    "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ«»’‘“”–—…€°ªº¹²³×‑" + NO_BREAK_SPACE + NARROW_SPACE
)


@pytest.fixture(params=["newsreader.woff2", "newsreader-italic.woff2"])
def font(request):
    return TTFont(FONTS / request.param)


def width(font, character):
    return font["hmtx"][font.getBestCmap()[ord(character)]][0]


def test_every_sign_of_french_is_there(font):
    assert [sign for sign in FRENCH if ord(sign) not in font.getBestCmap()] == []


def test_the_narrow_space_is_narrower_than_the_word_space_and_not_nothing(font):
    assert 0.5 < width(font, NARROW_SPACE) / width(font, NO_BREAK_SPACE) < 1


def test_capital_y_with_dieresis_is_spaced_and_kerned_like_y(font):
    assert width(font, "Ÿ") == width(font, "Y")
    assert kerning(font, "Ÿ", "o") == kerning(font, "Y", "o") < 0


def test_headline_figures_are_proportional(font):
    assert width(font, "1") < width(font, "0")


def kerning(font, first, second):
    first, second = (font.getBestCmap()[ord(sign)] for sign in (first, second))
    classes = font["GPOS"].table.LookupList.Lookup[0].SubTable[-1]
    pairs = getattr(classes, "ExtSubTable", classes)
    row = pairs.Class1Record[pairs.ClassDef1.classDefs.get(first, 0)]
    return row.Class2Record[pairs.ClassDef2.classDefs.get(second, 0)].Value1.XAdvance


@pytest.mark.parametrize(("name", "limit"), [("newsreader.woff2", 30_000), ("newsreader-italic.woff2", 24_000)])
def test_a_font_stays_light(name, limit):
    assert (FONTS / name).stat().st_size <= limit


def test_the_licence_travels_with_the_fonts():
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text()
