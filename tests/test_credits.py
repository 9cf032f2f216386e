import pytest

from articles import credits


@pytest.mark.parametrize(
    ("pasted", "caption", "line"),
    [
        ("À Rennes, mardi. | LUDOVIC MARIN / AFP", "À Rennes, mardi.", "LUDOVIC MARIN / AFP"),
        ("Un | deux. | DR", "Un | deux.", "DR"),
        ("À Rennes. | Photo : Jean de La Tour / AFP", "À Rennes.", "Jean de La Tour / AFP"),
        ("À Rennes. | Collection privée", "À Rennes.", "Collection privée"),
        ("À Rennes. | © Anaïs d'Orléans", "À Rennes.", "Anaïs d'Orléans"),
        ("Le choix : fromage | dessert au menu", "Le choix : fromage | dessert au menu", ""),
        ("Le vote. | Il a eu lieu mardi.", "Le vote. | Il a eu lieu mardi.", ""),
        ("LUDOVIC MARIN / AFP", "LUDOVIC MARIN / AFP", ""),
        ("", "", ""),
        ("Une légende. | ", "Une légende. |", ""),
    ],
)
def test_a_credit_pasted_behind_a_caption_is_told_from_it(pasted, caption, line):
    assert credits.split_caption(pasted) == (caption, line)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("LUDOVIC MARIN / AFP", ("LUDOVIC MARIN", "AFP")),
        ("A / B / AFP", ("A / B", "AFP")),
        ("AFP", ("AFP", "")),
        ("Crédit photo : Ludovic Marin / AFP", ("Ludovic Marin", "AFP")),
        ("© DR", ("DR", "")),
        ("/ AFP", ("", "AFP")),
        (" / ", ("", "")),
        ("Photographes associés", ("Photographes associés", "")),
    ],
)
def test_a_credit_line_names_photographer_and_agency(line, names):
    assert credits.split_credit(line) == names


@pytest.mark.parametrize("name", ["DR", "d.r.", "D.R", "Collection privée", "COLLECTION PRIVEE", "droits réservés"])
def test_some_credits_are_nobodys_name(name):
    assert credits.is_unnamed(name)
    assert not credits.is_unnamed("DR MARTIN")
