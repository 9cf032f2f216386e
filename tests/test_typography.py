import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.typography import LANGUAGES, Rules, correct, correct_html, plain_spaces

pytestmark = pytest.mark.once

FR, CANADA, SWITZERLAND = LANGUAGES["fr"], LANGUAGES["fr-ca"], LANGUAGES["fr-ch"]


def shown(text):
    """Make the two no-break spaces visible: _ is the thin one, ~ the wide one."""
    return text.replace("\u202f", "_").replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("La gare ferme ?", "La gare ferme_?"),
        ("La gare ferme !", "La gare ferme_!"),
        ("La gare ferme ?!", "La gare ferme_?!"),
        ("La gare ferme ? Non.", "La gare ferme_? Non."),
        ("Le port ; la ville", "Le port_; la ville"),
        ("Le port\u00a0; la ville", "Le port_; la ville"),
        ("Le port  ; la ville", "Le port_; la ville"),
        ("Budget : le vote", "Budget~: le vote"),
        ("Budget\u202f: le vote", "Budget~: le vote"),
        ("« Le port »", "«_Le port_»"),
        ("«Le port»", "«_Le port_»"),
        ("Un «port» et un « quai » ferment", "Un «_port_» et un «_quai_» ferment"),
        ("l'«affaire»", "l’«_affaire_»"),
        ("Le taux de 5 %, puis 3 €, 2 M€", "Le taux de 5~%, puis 3~€, 2~M€"),
        ("4,5 km à 90 km/h, 12 °C, 3 m²", "4,5~km à 90~km/h, 12~°C, 3~m²"),
        ("Deux enfants de 12 ans", "Deux enfants de 12 ans"),
        ("À 15 h 45, ou 9 h", "À 15~h~45, ou 9~h"),
        ("M. Macron et Mme Hidalgo, Dr House", "M.~Macron et Mme~Hidalgo, Dr~House"),
        ("MM. Durand et Petit", "MM.~Durand et Petit"),
        ("Le n° 5, nº 6, p. 12, art. 3", "Le n°~5, nº~6, p.~12, art.~3"),
        ("Le Ier siècle, au XIXe siècle", "Le Ier~siècle, au XIXe~siècle"),
        ("10 000 habitants, 1 234 567,89 €", "10_000 habitants, 1_234_567,89~€"),
        ("10 000-15 000 €", "10_000-15_000~€"),
        ("L'eau qu'on boit aujourd'hui", "L’eau qu’on boit aujourd’hui"),
        ("Affaire à suivre...", "Affaire à suivre…"),
        ("Affaire à suivre.... Demain", "Affaire à suivre… Demain"),
        ("Un cœur, une œuvre", "Un cœur, une œuvre"),
    ],
)
def test_a_typed_text_is_printed_by_the_rules(typed, printed):
    assert shown(correct(typed, FR)) == printed


@pytest.mark.parametrize(
    "text",
    [
        "Yahoo! rachète Flickr",
        "Pourquoi? Parce que: rien",
        "https://a.example/b?c:d et http://l'ami.example/...",
        "L’adresse o'brien@journal.example",
        "De 15:45 à 16:10, à 15h45",
        "fe80:0:23:4::1f",
        "std ::vector et a != b",
        "Salut :) et ;-) ou :'( ou :-(",
        "06 12 34 56 78, 01 42 00 00 00, +33 612 345 678, 0 800 123 456",
        "Django 5.2.19, photo.v2.tar.gz, ../../photos",
        "Le 17/01/2026, le 3 mars 2026",
        "En 2024 300 personnes",
        "Un record en 2'33\" contre 2'44\"",
        'Un écran de 27 " et un de 32 "',
        "Le mot 'port' entre apostrophes",
        'Un guillemet seul " ici',
        "Le mot – en incise – et le trait - ici -- reste",
        "Trois points de suite.. et puis",
        "Le compte 123 456 78",
        "Das »Wort« da",
        "L''erreur de frappe",
        'Un mot" et encore" ici',
        ".../photos, a/.../b",
    ],
)
def test_what_is_not_a_mistake_is_left_alone(text):
    assert correct(text, FR) == text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('"Bonjour"', "«_Bonjour_»"),
        ('Le "port" et le "quai".', "Le «_port_» et le «_quai_»."),
        ('Un mot (le "port" ou le "quai")', "Un mot (le «_port_» ou le «_quai_»)"),
        ('"Vraiment !", dit-elle', "«_Vraiment_!_», dit-elle"),
        ('l\'"affaire" du port', "l’«_affaire_» du port"),
        ('Écrit " en français " ici', "Écrit «_en français_» ici"),
        ('« Il a dit "oui" hier »', "«_Il a dit “oui” hier_»"),
        ('"Il a dit "oui" hier"', "«_Il a dit “oui” hier_»"),
        ('Un guillemet seul " ici, mais un "mot" là', 'Un guillemet seul " ici, mais un «_mot_» là'),
        ('Un écran "de 27" neuf', "Un écran «_de 27_» neuf"),
        ('Un fichier ".odt"', "Un fichier «_.odt_»"),
    ],
)
def test_straight_quotes_become_guillemets_in_pairs(typed, printed):
    assert shown(correct(typed, FR)) == printed


def test_quotes_pair_up_within_a_paragraph_only():
    assert correct('Un "mot\n\nsans fin"', FR) == 'Un "mot\n\nsans fin"'
    assert shown(correct('« Un "mot"\n\n"Deux"', FR)) == "«_Un “mot”\n\n«_Deux_»"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("<p>«<em>mot</em>»</p>", "<p>«_<em>mot</em>_»</p>"),
        ("<p>Un mot <strong>!</strong></p>", "<p>Un mot_<strong>!</strong></p>"),
        ("<p>Un <em>mot </em> !</p>", "<p>Un <em>mot_</em>!</p>"),
        ("<p>Un mot\n!</p>", "<p>Un mot_!</p>"),
        ("<p>l'<em>ami</em></p>", "<p>l’<em>ami</em></p>"),
        ("<p>XIX<sup>e</sup> siècle</p>", "<p>XIX<sup>e</sup>~siècle</p>"),
        ('<p>"<strong>Non !</strong>".</p>', "<p>«_<strong>Non_!</strong>_».</p>"),
        ("<p>&quot;Non&nbsp;!&quot;</p>", "<p>«_Non_!_»</p>"),
        ("<p>M.&nbsp;Petit</p>", "<p>M.&nbsp;Petit</p>"),
        ("<p><code>a</code> ?</p>", "<p><code>a</code>_?</p>"),
        ("<td>10</td> <td>000 !</td>", "<td>10</td> <td>000_!</td>"),
    ],
)
def test_a_body_is_corrected_across_its_tags(typed, printed):
    assert shown(correct_html(typed, FR)) == printed


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="/l\'ami ! ?a=...">ici</a></p>',
        '<pre>a ! "b"</pre>',
        "<p><code>l'<b>a</b> !</code> <code>b !</code></p>",
        '<p><time datetime="2026-03-03">3 mars à 15 h 45</time></p>',
        '<p><span lang="en">Don\'t <span>"panic"</span> !</span></p>',
        "<p>&nosuch;&nosuch; &amp;</p>",
        '<p>Un "mot</p>\n<p>sans fin"</p>',
        "<p>Un mot...<em>...</em></p>",
        "<p>Un mot</p>\n<p> ! et <br> ! ensuite</p>",
        "<p>AT&amp;T &lt;3 &amp;quot; a < b & c</p>",
        "<!-- l'ami ! --><p title=\"a > l'ami !\">Rien</p>",
    ],
)
def test_code_attributes_and_other_languages_are_left_alone(html):
    assert correct_html(html, FR) == html


def test_words_marked_french_are_corrected():
    assert correct_html('<span lang="fr-CA">l\'ami</span>', FR) == '<span lang="fr-CA">l’ami</span>'


def test_canada_writes_no_space_before_high_punctuation():
    assert shown(correct("Quoi ? « Non » ; oui : rien !", CANADA)) == "Quoi? «_Non_»; oui~: rien!"


def test_switzerland_writes_guillemets_without_spaces():
    assert correct("« ? »", SWITZERLAND) == "«?»"
    assert shown(correct('« Non » : "oui" ?', SWITZERLAND)) == "«Non»_: «oui»_?"


def test_the_disputed_spaces_are_settings(settings):
    settings.TYPOGRAPHY = {"language": "fr", "guillemets": "\u00a0", "high": "\u00a0"}
    assert shown(correct("« Non ! »")) == "«~Non~!~»"
    assert shown(correct_html("<p>« Non ! »</p>")) == "<p>«~Non~!~»</p>"


@pytest.mark.parametrize(
    ("language", "printed"), [("fr", "Non_!"), ("fr-be", "Non_!"), ("fr-ca", "Non!"), ("en", "Non !")]
)
def test_the_language_chooses_the_rules(settings, language, printed):
    settings.TYPOGRAPHY = {"language": language}
    assert shown(correct("Non !")) == printed


def test_another_language_changes_nothing(settings):
    settings.TYPOGRAPHY = {"language": "en"}
    assert correct_html('<p>It\'s "so" !</p>') == '<p>It\'s "so" !</p>'


def test_without_a_setting_the_language_of_the_site_counts(settings):
    del settings.TYPOGRAPHY
    settings.LANGUAGE_CODE = "fr-ca"
    assert correct("Non !") == "Non!"


def test_a_misspelt_setting_is_refused(settings):
    settings.TYPOGRAPHY = {"language": "fr", "collon": " "}
    with pytest.raises(TypeError, match="collon"):
        correct("Non !")


def test_spaces_become_plain_for_machines():
    assert plain_spaces("Non\u202f! 10\u202f000\u00a0€ a\u2009b") == "Non ! 10 000 € a b"


TEXTS = st.text(st.sampled_from("aMXehkmp n019 \"''«»“”’.…:;!?()-/°%€@\u00a0\u202f\u2009\t\n"), max_size=40)
TAGS = [
    "<p>",
    "</p>",
    "<em>",
    "</em>",
    "<br>",
    '<a href="l\'a !">',
    "</a>",
    "<code>",
    "</code>",
    "&nbsp;",
    "&quot;",
    "&amp;",
    "&#39;",
]
BODIES = st.lists(st.one_of(st.sampled_from(TAGS), TEXTS.map(lambda text: text.replace("&", "")))).map("".join)
ANY_RULES = st.sampled_from([FR, CANADA, SWITZERLAND, Rules(colon="")])


def folded(text):
    """Return a text without anything the corrections are allowed to change."""
    text = re.sub(r"[\s\u00a0\u202f]|&nbsp;", "", text).replace("&#39;", "'").replace("&quot;", '"')
    return re.sub(r"\.{3,}", "…", re.sub("[’]", "'", re.sub("[«»“”]", '"', text)))


@given(TEXTS | st.text(), ANY_RULES)
@example('" "»', FR)
@example('/" ;"', CANADA)
def test_correcting_twice_changes_nothing_more(text, rules):
    once = correct(text, rules)
    assert correct(once, rules) == once


@given(BODIES, ANY_RULES)
def test_correcting_a_body_twice_changes_nothing_more(html, rules):
    once = correct_html(html, rules)
    assert correct_html(once, rules) == once


@given(TEXTS | st.text(), ANY_RULES)
def test_no_letter_figure_or_other_sign_changes(text, rules):
    assert folded(correct(text, rules)) == folded(text)


@given(BODIES, ANY_RULES)
def test_no_tag_of_a_body_changes(html, rules):
    corrected = correct_html(html, rules)
    assert re.findall("<[^>]*>", corrected) == re.findall("<[^>]*>", html)
    assert folded(corrected) == folded(html)
