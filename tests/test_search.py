"""What a reader looks for is found however it is spelled, and only what readers may see."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from pytest_django.asserts import assertContains, assertNotContains

from articles.models import Article, Day, Genre, SearchedName, SearchEntry, Tag, merge_tags
from articles.models.search import SIZE
from articles.stems import stems
from tests.making import (
    an_hour_ago,
    figure,
    in_an_hour,
    make_article,
    make_author,
    make_credit,
    make_photo,
    make_section,
    make_tag,
    minutes_ago,
    paris,
)
from tests.reading import read

pytestmark = pytest.mark.django_db


def ask(words="", **further):
    return Client().get("/search/", {"q": words, **further})


def found(words="", **further):
    return [result.article.headline for result in ask(words, **further).context["results"]]


def story(headline, **facts):
    return make_article(headline, **{"published_at": an_hour_ago()} | facts)


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Les élections", "election"),
        ("Une élection municipale", "élections municipales"),
        ("À l’école", "ecole"),
        ("Une école", "l'école"),
        ("Le cœur de la ville", "coeur"),
        ("Un coeur", "cœur"),
        ("Les travaux du port", "travail"),
        ("Un travail", "travaux"),
        ("Une infirmière", "infirmiers"),
        ("Un maraîcher", "maraîchères"),
        ("Rénover la halle", "rénovation"),
        ("Le maire arrivé", "arrivee"),
        ("La sécurité", "SECURITE"),
        ("Aujourd’hui la mer", "aujourd'hui"),
        ("La S.N.C.F. en retard", "sncf"),
        ("Saint-Ormel", "saint ormel"),
        ("20\u202f000 habitants", "20 000 habitants"),
        ("Ünïcödé à Łódź", "lodz"),
    ],
)
def test_words_are_found_however_they_are_written(written, asked):
    story(written)
    assert found(asked) == [written]


def test_a_mother_is_not_the_sea():
    story("La mère du maire")
    assert found("mer") == []


@pytest.mark.parametrize("place", ["kicker", "short_headline", "standfirst", "summary", "body"])
def test_every_part_of_an_article_is_searched(place):
    story("Autre chose", **{place: "Les goélands reviennent"})
    assert found("goéland") == ["Autre chose"]


def test_names_of_subjects_authors_and_photographers_are_searched_and_captions():
    photo = make_photo(photographer="Ludovic Marin", agency="AFP", caption="Une goélette au mouillage")
    inside = make_photo(photographer="Jeanne Morvan")
    article = story(
        "A",
        photo=photo,
        body=figure(inside, "Un chalutier"),
        tags=[make_tag("marée noire")],
        authors=[make_author("Inès Marchetti")],
    )
    for words in ("ludovic marin", "afp", "goélettes", "morvan", "chalutiers", "maree noire", '"ines marchetti"'):
        assert found(words) == [article.headline], words


def test_a_new_name_is_found_at_once_and_the_old_one_no_more_unless_it_is_that_of_a_subject():
    tag, author, credit = make_tag("vélo"), make_author("Anne Kerleo"), make_credit("Paul Guen")
    story("A", tags=[tag], authors=[author], photo=make_photo(photographer="Paul Guen"))
    tag.name, author.name, credit.photographer = "bicyclette", "Anne Tanguy", "Paul Riou"
    for noun in (tag, author, credit):
        noun.save()
    assert [found(words) for words in ("bicyclette", "tanguy", "riou")] == [["A"]] * 3
    assert [found(words) for words in ("vélo", "kerleo", "guen")] == [["A"], [], []]


def test_a_merged_subject_is_found_by_all_its_names_and_narrows_to_all_its_articles():
    kept, other = make_tag("bicyclette"), make_tag("vélo")
    story("A", tags=[kept])
    story("B", tags=[other])
    merge_tags(kept, [other])
    assert sorted(found("vélo")) == sorted(found("bicyclette")) == ["A", "B"]
    assert sorted(found("", tag="velo")) == ["A", "B"]
    kept.aliases.get().delete()
    assert (found("vélo"), sorted(found("", tag="bicyclette"))) == ([], ["A", "B"])


def test_a_changed_caption_and_a_changed_credit_are_found_by_the_articles_that_show_them():
    photo = make_photo(caption="Le phare")
    story("A", photo=photo)
    photo.caption, photo.credit = "La jetée", make_credit("Paul Riou")
    photo.save()
    assert (found("phare"), found("jetée"), found("riou")) == ([], ["A"], ["A"])


def test_a_credit_that_moves_to_another_agency_is_found_by_that_ones_name():
    photo = make_photo(photographer="Paul Riou", agency="Cormoran")
    story("A", photo=photo)
    photo.credit.agency = make_photo(agency="Ponant").agency
    photo.credit.save()
    assert (found("cormoran"), found("ponant"), found("riou")) == ([], ["A"], ["A"])


def test_quoted_words_stand_side_by_side_and_in_one_part_of_the_article():
    story("Une marée noire")
    story("Noire est la marée")
    make_article("Noire", standfirst="Marée basse", published_at=an_hour_ago())
    assert found('"marée noire"') == ["Une marée noire"]
    assert found("«\u202fmarées noires\u202f»") == ["Une marée noire"]
    assert len(found("marée noire")) == 3


def test_all_words_must_be_there():
    story("La grève du tram")
    story("La grève")
    assert found("grève tram") == ["La grève du tram"]


def test_a_headline_comes_before_a_text_and_the_newest_before_the_others():
    story("Un mot", body="<p>La grève.</p>", published_at=minutes_ago(1))
    story("Grève ancienne", published_at=minutes_ago(9000))
    story("Grève récente", published_at=minutes_ago(90))
    story("Debout", standfirst="La grève continue.", published_at=minutes_ago(5))
    story("Souvent", body="<p>Grève, grève et grève.</p>", published_at=minutes_ago(4))
    assert found("grève") == ["Grève récente", "Grève ancienne", "Debout", "Souvent", "Un mot"]
    assert found("grève", sort="date") == ["Un mot", "Souvent", "Debout", "Grève récente", "Grève ancienne"]


def test_only_what_is_published_is_found():
    make_article("Goéland brouillon")
    make_article("Goéland demain", published_at=in_an_hour())
    story("Goéland retiré").withdraw("Une raison")
    taken_back = story("Goéland dépublié")
    taken_back.unpublish()
    assert found("goéland") == []
    taken_back.publish()
    assert found("goéland") == ["Goéland dépublié"]


def test_an_article_is_found_from_its_second_on(monkeypatch):
    article = make_article("Goéland", published_at=in_an_hour())
    assert found("goéland") == []
    monkeypatch.setattr("articles.search.timezone.now", lambda: article.published_at)
    assert found("goéland") == ["Goéland"]


def test_what_was_rewritten_is_found_by_its_new_words_only():
    article = story("Le goéland", tags=[make_tag("oiseau")])
    article.headline = "Le cormoran"
    article.save(update_fields=["headline"])
    article.tags.remove("oiseau")
    assert (found("goéland"), found("cormoran"), found("oiseau")) == ([], ["Le cormoran"], [])


def test_filters_narrow_together():
    sport, town = make_section("Sports"), make_section("Ville")
    ines, tram = make_author("Inès Marchetti"), make_tag("tram")
    story(
        "Match A", section=sport, authors=[ines], tags=[tram], genre=Genre.INTERVIEW, published_at=paris(2026, 3, 9, 0)
    )
    story("Match B", section=town, published_at=paris(2026, 3, 9, 23, 59))
    story("Match C", section=sport, published_at=paris(2026, 3, 10))
    assert found("match", section="sports") == ["Match C", "Match A"]
    assert (
        found("match", genre="interview")
        == found("match", author="ines marchetti")
        == found("match", tag="Tram")
        == ["Match A"]
    )
    assert found("match", since="2026-03-09", until="2026-03-09") == ["Match B", "Match A"]
    assert found("match", since="2026-03-10", section="ville") == []
    assert found("", tag="tram") == ["Match A"]
    assert found("", since="2026-03-09", until="2026-03-09") == ["Match B", "Match A"]
    assert found("", since="2026-03-10") == ["Match C"]
    assert found("", until="2026-03-08") == []
    assert found("", since="2999-01-01") == found("", until="1800-01-01") == []


@pytest.mark.parametrize(
    ("further", "told"),
    [
        ({"author": "Personne"}, "Personne"),
        ({"tag": "inconnu"}, "inconnu"),
        ({"since": "hier"}, "calendrier"),
        ({"since": "2026-03-10", "until": "2026-03-01"}, "search-faults"),
        ({"until": "0001-01-01"}, "1800"),
        ({"section": "nulle-part"}, "search-faults"),
        ({"genre": "poème"}, "search-faults"),
        ({"author": "\0"}, "search-faults"),
    ],
)
def test_a_filter_that_means_nothing_gets_a_sentence(further, told):
    story("Match")
    answer = ask("match", **further)
    assertContains(answer, told)
    assert answer.context["results"] == []


@pytest.mark.parametrize(
    ("further", "expected"),
    [({"author": "marchetti"}, ["A"]), ({"author": "Inès M"}, ["A"]), ({"tag": "inondation"}, ["A"])],
)
def test_a_part_of_a_name_is_enough_where_no_other_name_has_it(further, expected):
    story("A", authors=[make_author("Inès Marchetti")], tags=[make_tag("inondations")])
    story("B", authors=[make_author("Inès Kerleo")], tags=[make_tag("port")])
    assert found("", **further) == expected


def test_where_several_names_have_it_they_are_told():
    story("A", authors=[make_author("Inès Marchetti"), make_author("Inès Kerleo")])
    answer = ask("", author="ines")
    assertContains(answer, "Inès Kerleo, Inès Marchetti")
    assert answer.context["results"] == []


def test_the_search_knows_no_subject_and_no_author_of_drafts():
    make_article(authors=[make_author("Inès Marchetti")], tags=[make_tag("secret")])
    for secret, none in (({"tag": "secret"}, {"tag": "rien"}), ({"author": "Marchetti"}, {"author": "rien"})):
        told = [read(ask("", **asked)).one("ul", id="search-faults").text for asked in (secret, none)]
        assert told[0].replace("secret", "rien").replace("Marchetti", "rien") == told[1]


def test_signs_without_a_letter_are_not_called_words():
    assertContains(ask('"'), "Écrivez")


@pytest.mark.parametrize(
    "words", ['"', "(", "«»", "🐟", "le la les", "\0\x07", "* - + ~", "'’'", "a:b OR NEAR(", "_", "%_%"]
)
def test_a_question_without_words_is_answered_with_a_page(words):
    story("Match")
    assert ask(words).context["results"] == []


def test_an_endless_question_is_cut_and_says_so():
    story("Match")
    assertContains(ask("match " * 2000), "Match")
    assert ask(" ".join(f"mot{number}" for number in range(40))).context["is_cut"]
    assert ask("x" * 10_000).context["is_cut"]


def test_pages_follow_each_other_without_a_gap_or_a_double():
    names = {f"Grève {number}" for number in range(SIZE + 5)}
    for number, name in enumerate(sorted(names)):
        story(name, published_at=minutes_ago(number // 3))
    for number in range(SIZE):
        story(f"Autre {number}", body="<p>La grève.</p>")
    for sort in ("", "date"):
        seen, older = [], ""
        for _page in range(3):
            answer = ask("grève", sort=sort, before=older)
            seen += [result.article.headline for result in answer.context["results"]]
            older = answer.context["older"]
        assert older is None
        assert len(seen) == len(set(seen)) == 2 * SIZE + 5
        assert sort or set(seen[: SIZE + 5]) == names


@pytest.mark.parametrize("before", ["x", "-", "9" * 30, "-5", "0", "٣"])
def test_a_wrong_place_in_the_address_is_the_first_page(before):
    story("Match")
    assert ask("match", before=before).status_code == 200


def test_the_extract_shows_the_words_where_they_stand_and_escapes_the_rest():
    text = "Un début sans rien. " * 30 + "Puis l’école &lt;b&gt; rouvre à Port-Sarrel. " + "Une fin. " * 30
    story("A", body=f"<p>{text}</p>")
    answer = ask("écoles")
    assertContains(answer, "l’<mark>école</mark> &lt;b&gt; rouvre")
    assertNotContains(answer, "<b>")


def test_the_page_is_kept_by_nobody_and_listed_by_no_engine(client):
    answer = client.get("/search/", {"q": "<script>alert(1)</script>"})
    assert answer["Cache-Control"] == "private, max-age=0"
    assertContains(answer, "noindex")
    assertNotContains(answer, "<script>alert")


def test_a_deleted_draft_leaves_nothing_in_the_index():
    article = make_article("Goéland")
    article.delete()
    assert not SearchEntry.objects.exists()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM articles_words")
            assert cursor.fetchone() == (0,)


def test_reindex_mends_what_was_written_beside_the_paper(capsys):
    story("Le goéland", tags=[make_tag("mer")])
    Article.objects.update(headline="Le cormoran")
    Tag.objects.update(name="océan")
    SearchedName.objects.filter(stem="mer").delete()
    assert found("cormoran") == []
    Day.objects.update(articles=7)
    call_command("reindex")
    assert Day.objects.get().articles == 1
    assert (found("cormoran"), found("océan"), found("goéland")) == (["Le cormoran"], ["Le cormoran"], [])
    assert "1 articles" in capsys.readouterr().out


def test_a_search_asks_nine_questions_at_most(django_assert_max_num_queries):
    make_author("Inès")
    section, tag = make_section("Ville"), make_tag("tram")
    for _ in range(SIZE + 1):
        story("Grève", section=section, tags=[tag])
    older = ask("grève").context["older"]
    with django_assert_max_num_queries(9):
        ask("grève tram", section="ville", tag="tram", author="Inès", since="2020-01-01", before=older)


class FuzzedSearch(TestCase):
    @classmethod
    def setUpTestData(cls):
        story("La grève du tram à l’école", body="<p>Un « mot » : 20 000.</p>")

    @given(st.text(max_size=300))
    def test_whatever_is_typed_is_answered(self, words):
        assert ask(words).status_code == 200

    @given(
        st.lists(
            st.sampled_from(
                [
                    '"',
                    "«",
                    "»",
                    "(",
                    ")",
                    "*",
                    "AND",
                    "OR",
                    "NOT",
                    "NEAR/2",
                    "grève",
                    "tram",
                    "é",
                    "'",
                    "-",
                    ":",
                    "^",
                    "\\",
                    "%",
                    "a_grev",
                    "{x}",
                    ";--",
                ]
            )
        )
    )
    def test_whatever_looks_like_an_operator_is_a_word(self, words):
        assert ask(" ".join(words)).status_code == 200

    @given(
        st.dictionaries(
            st.sampled_from("section genre author tag since until sort before".split()), st.text(max_size=40)
        )
    )
    def test_whatever_stands_in_the_address_is_answered(self, further):
        assert ask("grève", **further).status_code == 200


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=100))
def test_stems_are_plain_tokens_and_the_same_in_capitals(text):
    assert all(stem.isascii() and stem.isalnum() for stem in stems(text))
    assert stems("Élections") == stems("ELECTIONS") == stems("elections")
