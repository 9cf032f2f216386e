import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.words import count, first_sentence, fold, slug

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Il pleut. Il vente.", "Il pleut."),
        ("Il pleut", "Il pleut"),
        ("", ""),
        ("Il pleut ! Il vente.", "Il pleut !"),
        ("Il pleut… Il vente.", "Il pleut…"),
        ("Il pleut… et il vente. Il neige.", "Il pleut… et il vente."),
        ("Il pleut\nIl vente.", "Il pleut"),
        ("M. Macron reçoit Mme. Durand. Il part.", "M. Macron reçoit Mme. Durand."),
        ("MM. Petit et Grand arrivent. Ils partent.", "MM. Petit et Grand arrivent."),
        ("Voir p. 12 et art. 5 du code. Fin.", "Voir p. 12 et art. 5 du code."),
        ("Le n. 5 et le n° 6 sortent. Fin.", "Le n. 5 et le n° 6 sortent."),
        ("Le taux est de 3.5 points, ou 3,5. Il monte.", "Le taux est de 3.5 points, ou 3,5."),
        ("En 52 av. J.-C. Vercingétorix se rend. Fin.", "En 52 av. J.-C. Vercingétorix se rend."),
        ("J. K. Rowling écrit. Fin.", "J. K. Rowling écrit."),
        ("Des prix, des taux, etc. Le reste suit.", "Des prix, des taux, etc."),
        ("Le site a.example ouvre. Fin.", "Le site a.example ouvre."),
        ("« Il pleut. Il vente », dit-il. Il neige.", "« Il pleut. Il vente », dit-il."),
        ("« Il pleut. Il vente. » Il neige.", "« Il pleut. Il vente. »"),
        ("« Il pleut\u202f!\u202f» crie-t-il. Il neige.", "« Il pleut\u202f!\u202f» crie-t-il."),
        ("Elle répond : « Non. » Il part.", "Elle répond : « Non. »"),
        ("« Il pleut. Il vente.", "« Il pleut."),
        ("Il pleut (beaucoup !). Il vente.", "Il pleut (beaucoup !)."),
        ("Il pleut. « Enfin », dit-il.", "Il pleut."),
        ("Il pleut. 12 villages sont inondés.", "Il pleut."),
        ("Il pleut. Étonnant, non ?", "Il pleut."),
        ("C’est le plan B! Il pleut.", "C’est le plan B!"),
    ],
)
def test_the_first_sentence_knows_french(text, sentence):
    assert first_sentence(text) == sentence


def test_a_long_sentence_is_cut_after_a_word():
    sentence = first_sentence("Le conseil municipal a voté, " * 10)
    assert len(sentence) <= 180
    assert sentence.endswith("a voté, Le…")


def test_a_cut_keeps_what_a_no_break_space_holds_together():
    text = "a" * 170 + " 10\u202f000\u00a0000 euros pour la ville."
    assert first_sentence(text) == "a" * 170 + "…"


def test_a_single_endless_word_is_cut_too():
    assert first_sentence("a" * 500) == "a" * 179 + "…"


@given(st.text())
def test_a_first_sentence_is_the_beginning_of_its_text(text):
    sentence = first_sentence(text)
    assert len(sentence) <= 180
    assert text.strip().startswith(sentence.removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Élections", "elections"),
        ("ŒUVRE", "oeuvre"),
        ("Lætitia", "laetitia"),
        ("Straße", "strasse"),
        ("Øresund", "oresund"),
        ("Łódź", "lodz"),
    ],
)
def test_folding_forgets_accents_ligatures_and_capitals(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("La digue n'a jamais cédé", "la-digue-n-a-jamais-cede"),
        ("L’État et l’Œuvre d’art", "l-etat-et-l-oeuvre-d-art"),
        ("Aujourd'hui, qu'il pleuve", "aujourd-hui-qu-il-pleuve"),
        ("Rock'n'roll à 15h45\u202f!", "rock-n-roll-a-15h45"),
        ("10 000 € de « dons »", "10-000-de-dons"),
        ("", "article"),
        ("Привет !", "article"),
        ("…", "article"),
    ],
)
def test_a_slug_keeps_the_words(text, address):
    assert slug(text) == address


def test_a_slug_is_not_cut_inside_a_word():
    assert slug("Inondations historiques", length=22) == "inondations"
    assert slug("Inondations historiques", length=23) == "inondations-historiques"
    assert slug("Inondations historiques", length=12) == "inondations"


def test_a_single_word_longer_than_a_slug_is_cut():
    assert slug("Anticonstitutionnellement", length=10) == "anticonsti"


@given(st.text(), st.integers(7, 80))
def test_a_slug_fits_any_address(text, length):
    address = slug(text, length)
    assert 0 < len(address) <= length
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", address)


def test_a_line_of_signs_is_counted_in_no_time():
    began = process_time()
    assert count("’tis " + "'" * 20_000) == 1
    assert process_time() - began < 1
