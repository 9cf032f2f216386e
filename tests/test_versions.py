"""Every save is a version that can be read, compared and restored; a save that comes too late loses nothing."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from articles import dates
from articles.differences import differences, folded
from articles.models import (
    CORRESPONDENT,
    EDITOR_IN_CHIEF,
    JOURNALIST,
    SUB_EDITOR,
    Article,
    Draft,
    Genre,
    Revision,
    Stage,
    changed_fields,
    choices,
    compare,
    contents,
    merged,
    perform,
    sent,
)
from articles.models.contents import COLUMNS, DESK_STATE
from tests.conftest import ReadersClient
from tests.making import (
    an_hour_ago,
    figure,
    in_an_hour,
    make_article,
    make_author,
    make_person,
    make_photo,
    make_section,
    make_tag,
    minutes_ago,
)
from tests.reading import filled_in, read

pytestmark = pytest.mark.django_db


def browser_of(person):
    browser = ReadersClient()
    browser.force_login(person)
    return browser


def page(article, name="change", *more):
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *more])


def opened(browser, article, asked=""):
    return read(browser.get(page(article) + asked)).one("form", id="article_form")


def save(browser, article, form=None, **typed):
    return browser.post(page(article), filled_in(form or opened(browser, article), **typed), follow=True)


def kinds(article):
    return list(article.revisions.order_by("pk").values_list("number", "kind"))


@pytest.fixture
def camille():
    return make_person(SUB_EDITOR, author="Camille")


@pytest.fixture
def ahmed():
    return make_person(EDITOR_IN_CHIEF, author="Ahmed")


def full_article(**facts):
    """An article with something in every field of its form."""
    lead, inside = make_photo(), make_photo()
    texts = {name: f"{name} {number}" for number, name in enumerate(COLUMNS) if name not in ("section", "lead_photo")}
    article = make_article(
        **texts
        | {"genre": Genre.INTERVIEW, "body": f"<p>Le texte.</p>\n{figure(inside, 'La légende.')}", "slug": "adresse"}
        | facts,
        photo=lead,
        authors=[make_author("Inès Marchetti"), make_author("Bastien Delorme")],
        tags=[make_tag("digue"), make_tag("mer")],
    )
    article.picks.set([make_article("Autre", published_at=an_hour_ago())])
    article.bans.set([make_article("Jamais", published_at=an_hour_ago())])
    return article


# Versions


def test_every_save_says_who_when_and_what_kind(camille):
    article = make_article("Avant", created_by=camille)
    save(browser_of(camille), article, headline="Après")
    assert kinds(article) == [(0, "begun"), (1, "saved")]
    made = article.revisions.get(number=1)
    assert (made.made_by, made.data["headline"]) == (camille, "Après")
    assert article.revisions.get(number=0).data["headline"] == "Avant"


def test_a_save_that_changes_nothing_makes_no_version(camille):
    article = make_article("Avant")
    save(browser_of(camille), article)
    assert kinds(article) == []


def test_every_step_is_in_the_history(ahmed):
    article = make_article("La digue a cédé", body="<p>Oui.</p>")
    for step, facts in {
        "embargo": {"moment": in_an_hour()},
        "lift_embargo": {},
        "send": {},
        "send_back": {"words": "Quelle rubrique ?"},
        "ready": {},
        "schedule": {"moment": in_an_hour()},
        "unschedule": {},
        "publish": {},
        "withdraw": {"words": "Faux."},
        "bring_back": {},
        "unpublish": {},
    }.items():
        perform(step, Article.objects.get(), ahmed, **facts)
    assert [kind for _number, kind in kinds(article)][1:] == [
        "embargo",
        "lift_embargo",
        "send",
        "send_back",
        "ready",
        "schedule",
        "unschedule",
        "publish",
        "withdraw",
        "bring_back",
        "unpublish",
    ]
    assert [number for number, _kind in kinds(article)] == list(range(12))
    history = read(browser_of(ahmed).get(page(article, "history"))).text
    for words in ("Mise sous embargo", "Embargo levé", "Publication", "Retrait", "Dépublication", "Ahmed"):
        assert words in history


def test_a_step_that_is_refused_leaves_no_trace(camille):
    article = make_article("Avant")
    with pytest.raises(PermissionDenied):
        perform("publish", article, make_person(CORRESPONDENT))
    assert kinds(article) == []
    assert Article.objects.get().version == 0


def test_a_save_of_a_public_article_keeps_its_kind_of_change(camille):
    article = make_article("Avant", published_at=an_hour_ago())
    save(browser_of(camille), article, headline="Après", change="typo")
    assert kinds(article)[-1] == (1, "typo")


# Comparing, in words


def pieces(old, new):
    return [(piece.kind, piece.text) for piece in differences(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Le port", "Le port", [("same", "Le port")]),
        ("", "Le port", [("new", "Le port")]),
        ("Le bac part", "Le bac arrive", [("same", "Le bac "), ("gone", "part"), ("new", "arrive")]),
        ("L’école", "L’église", [("same", "L’"), ("gone", "école"), ("new", "église")]),
        # Words that change side by side are told together.
        (
            "trois grands bacs",
            "deux petits bacs",
            [("gone", "trois grands"), ("new", "deux petits"), ("same", " bacs")],
        ),
        ("Un.\nDeux.", "Un.\nTrois.", [("same", "Un.\n"), ("gone", "Deux"), ("new", "Trois"), ("same", ".")]),
    ],
)
def test_what_differs_is_told_word_by_word(old, new, expected):
    assert pieces(old, new) == expected


def test_both_texts_can_be_read_from_what_differs():
    old, new = "Le bac, à l'arrêt.\n\nIl part lundi. ", "Un bac à l’arrêt ;\nil part mardi !"
    told = differences(old, new)
    assert "".join(piece.text for piece in told if piece.kind != "new") == old
    assert "".join(piece.text for piece in told if piece.kind != "gone") == new


def test_of_a_long_text_what_stands_around_a_change_is_shown():
    old = "\n\n".join(f"Alinéa {number}." for number in range(20))
    shown = folded(differences(old, old.replace("Alinéa 9.", "Alinéa neuf.")))
    assert shown[0].text == "[…]\n\nAlinéa 8.\n\nAlinéa "
    assert [piece.text for piece in shown[1:3]] == ["9", "neuf"]
    assert shown[3].text == ".\n\nAlinéa 10.\n\n[…]"
    assert folded(differences(old, old))[0].text == old


def test_two_very_long_paragraphs_are_compared_at_once():
    old, new = "un " * 30_000, "deux " * 30_000
    assert [piece.kind for piece in differences(old, new)] == ["gone", "new"]


def test_two_versions_are_compared_in_words_that_people_read(camille):
    article = full_article()
    before = contents(article)
    photo = make_photo(photographer="Jeanne Morvan", agency="AFP", caption="Le phare.")
    text = f"<h2>Intertitre</h2>\n<p>Le <strong>texte</strong>.</p>\n{figure(photo)}"
    section = make_section("Littoral")
    after = before | {
        "body": text,
        "lead_photo": str(photo.pk),
        "section": str(section.pk),
        "byline": "Camille",
        "tags": "mer",
        "picks": [],
        "genre": "news",
    }
    told = {part.label: part for part in compare(before, after)}
    assert "# Intertitre" in told["Texte"].new
    assert "*texte*" in told["Texte"].new
    assert "[Photo : Le phare. | JEANNE MORVAN / AFP]" in told["Texte"].new
    assert told["Photo principale"].new == "Le phare. | JEANNE MORVAN / AFP"
    assert told["Rubrique"].new == "Littoral"
    assert told["Signature"].old == "Inès Marchetti, Bastien Delorme"
    assert told["Mots-clés"].old == "digue, mer"
    assert told["Genre"].new == "information"
    assert "<" not in "".join(part.old + part.new for part in told.values())


def test_dates_are_compared_in_words(ahmed):
    article = make_article("La digue", body="<p>Oui.</p>")
    perform("ready", article, ahmed)
    perform("publish", article, ahmed)
    asked = "?from={}&to={}".format(*article.revisions.order_by("pk").values_list("pk", flat=True)[1:])
    told = read(browser_of(ahmed).get(page(article, "compare") + asked)).one("section", css="difference").text
    assert told.startswith("Publié le ")
    assert dates.moment(Article.objects.get().published_at) in told


def test_a_photo_that_is_gone_is_told_as_gone():
    told = compare({"lead_photo": ""}, {"lead_photo": "999"})
    assert told[0].new == "numéro 999, qui n’existe plus"


def test_the_history_is_shown_to_whoever_may_read_the_article(camille):
    article = make_article("Avant")
    save(browser_of(camille), article, headline="Après")
    for name in ("history", "compare"):
        assert browser_of(make_person(CORRESPONDENT)).get(page(article, name)).status_code == 403
        assert browser_of(make_person(JOURNALIST)).get(page(article, name)).status_code == 200
    assert ReadersClient().get(page(article, "history")).status_code == 302


@pytest.mark.parametrize("asked", ["?from=x", "?to=999", "?from=draft", "?from=-1", "?from=1&to="])
def test_an_address_of_no_version_is_not_found(camille, asked):
    assert browser_of(camille).get(page(make_article(), "compare") + asked).status_code == 404


def test_a_long_history_is_read_page_by_page(camille):
    article = make_article()
    Revision.objects.bulk_create(
        [Revision(article=article, number=number, kind="saved", data={}) for number in range(120)]
    )
    first = read(browser_of(camille).get(page(article, "history"))).one("table", css="history")
    older = next(link for link in first.parent.all("a") if "before=" in link["href"])
    second = read(browser_of(camille).get(page(article, "history") + older["href"])).one("table", css="history")
    assert [len(table.all("th", scope="row")) for table in (first, second)] == [50, 50]


# Restoring


def test_everything_that_an_article_says_is_restored(camille):
    article = full_article()
    before = contents(article)
    browser = browser_of(camille)
    blank = dict.fromkeys(before, "") | {"picks": [], "bans": [], "genre": "news", "section": make_section().pk}
    save(browser, article, **blank | {"headline": "Tout autre chose"})
    now = contents(Article.objects.get(pk=article.pk))
    assert {name for name in before if now[name] == before[name]} == set()
    first = article.revisions.get(number=0)
    save(browser, article, opened(browser, article, f"?from={first.pk}"))

    restored = Article.objects.get(pk=article.pk)
    assert kinds(article)[-1] == (2, "restored")
    # What steps write, what follows the words, and what never changes. Reverse relations are other nouns.
    elsewhere = set(DESK_STATE) | {"created_by", "created_at", "version", "opening", "signs", "searched"}
    for field in Article._meta.get_fields():
        name = "byline" if field.name == "authors" else field.name
        if field.auto_created or name in elsewhere:
            continue
        assert name in before, f"{name} would be forgotten by a restore"
        # The address of a draft follows its headline.
        assert contents(restored)[name] == before[name] or name == "slug"
    assert [author.name for author in restored.authors_in_order] == ["Inès Marchetti", "Bastien Delorme"]
    assert {tag.name for tag in restored.tags.all()} == {"digue", "mer"}
    assert restored.article_photos.count() == 1
    assert (restored.picks.count(), restored.bans.count()) == (1, 1)


def test_a_restored_text_is_public_only_when_it_is_saved_as_such(camille, client):
    article = make_article("Avant", body="<p>Avant.</p>", published_at=minutes_ago(30))
    browser = browser_of(camille)
    save(browser, article, headline="Après", change="typo")
    first = article.revisions.get(number=0)
    form = opened(browser, article, f"?from={first.pk}")
    assert "Après" in client.get(article.get_absolute_url()).content.decode()
    assert "Les lecteurs voient cet article" in save(browser, article, form).content.decode()
    assert Article.objects.get().headline == "Après"
    save(browser, article, form, change="typo")
    assert Article.objects.get().headline == "Avant"


# A save that comes too late


def late_save(browser, other, article, mine, theirs, step=""):
    """Both open the article; the other saves first."""
    form = opened(browser, article)
    save(other, article, **theirs)
    return save(browser, article, form, **mine | ({"_step": step} if step else {}))


def test_of_two_who_save_one_article_the_later_is_refused_and_sees_both_texts(camille, ahmed):
    article = make_article("Le bac part", body="<p>Un.</p>\n<p>Deux.</p>")
    mine = {"headline": "Le bac arrive", "body": "<p>Un.</p>\n<p>Deux bis.</p>"}
    response = late_save(browser_of(camille), browser_of(ahmed), article, mine, {"headline": "Le bac coule"})
    assert Article.objects.get().headline == "Le bac coule"
    shown = read(response).text
    assert "Ahmed a enregistré avant vous" in shown
    for words in ("Le bac coule", "Le bac arrive", "Deux bis."):
        assert words in shown
    assert Revision.objects.get(kind="refused").data["headline"] == "Le bac arrive"


def choose(browser, response, **chosen):
    form = read(response).one("form", css="merge")
    values = filled_in(form, **chosen)
    return browser.post(response.request["PATH_INFO"], values, follow=True)


def test_of_each_place_either_text_can_be_taken(camille, ahmed):
    article = make_article("Le bac part", body="<p>Un.</p>\n<p>Deux.</p>\n<p>Trois.</p>")
    mine = {"headline": "Le bac arrive", "body": "<p>Un A.</p>\n<p>Deux.</p>\n<p>Trois A.</p>"}
    theirs = {"headline": "Le bac coule", "body": "<p>Un B.</p>\n<p>Deux.</p>\n<p>Trois B.</p>"}
    browser = browser_of(camille)
    response = late_save(browser, browser_of(ahmed), article, mine, theirs)
    form = choose(browser, response, **{"headline": "theirs", "body-0": "both", "body-2": "mine"})
    save(browser, article, read(form).one("form", id="article_form"))
    saved = Article.objects.get()
    assert saved.headline == "Le bac coule"
    assert saved.body == "<p>Un B.</p>\n<p>Un A.</p>\n<p>Deux.</p>\n<p>Trois A.</p>"


def test_what_only_one_of_them_changed_is_proposed(camille, ahmed):
    article = make_article("Le bac", kicker="Mer", body="<p>Un.</p>\n<p>Deux.</p>")
    mine, theirs = {"body": "<p>Un A.</p>\n<p>Deux.</p>"}, {"kicker": "Ports", "body": "<p>Un.</p>\n<p>Deux B.</p>"}
    browser = browser_of(camille)
    response = late_save(browser, browser_of(ahmed), article, mine, theirs)
    form = choose(browser, response)
    save(browser, article, read(form).one("form", id="article_form"))
    saved = Article.objects.get()
    assert (saved.kicker, saved.body) == ("Ports", "<p>Un A.</p>\n<p>Deux B.</p>")


def test_a_step_of_an_old_form_is_refused_like_a_save(camille, ahmed):
    article = make_article("Le bac", body="<p>Un.</p>")
    for step, more in {"publish": {}, "schedule": {"schedule-moment": "2030-01-01T06:00"}}.items():
        late_save(browser_of(camille), browser_of(ahmed), article, more, {"headline": f"Le bac {step}"}, step)
        assert Article.objects.get().published_at is None


def test_a_form_in_which_nothing_was_typed_is_just_shown_anew(camille, ahmed):
    article = make_article("Le bac", body="<p>Un.</p>")
    response = late_save(browser_of(camille), browser_of(ahmed), article, {}, {"headline": "Autre"}, "publish")
    assert filled_in(read(response).one("form", id="article_form"))["headline"] == "Autre"
    assert "Ahmed a enregistré avant vous" in read(response).text
    assert not Revision.objects.filter(kind="refused").exists()


def test_a_save_against_a_version_that_was_published_meanwhile_is_refused(camille, ahmed):
    article = make_article("Le bac", body="<p>Un.</p>")
    browser = browser_of(camille)
    form = opened(browser, article)
    perform("publish", Article.objects.get(), ahmed)
    response = save(browser, article, form, headline="Le bac coule")
    assert "publication" in read(response).text
    assert "Le bac coule" in read(response).text
    assert Article.objects.get().headline == "Le bac"


def test_an_author_who_may_no_longer_change_their_article_loses_no_word(ahmed):
    author = make_person(JOURNALIST)
    article = make_article("Le bac", body="<p>Un.</p>", created_by=author)
    browser = browser_of(author)
    form = opened(browser, article)
    perform("publish", Article.objects.get(), ahmed)
    response = save(browser, article, form, headline="Le bac coule")
    assert response.status_code == 200
    assert "Le bac coule" in read(response).text
    assert Revision.objects.get(kind="refused").data["headline"] == "Le bac coule"
    assert Article.objects.get().headline == "Le bac"


def test_a_stranger_to_an_article_keeps_nothing_in_its_history():
    article = make_article("Le bac")
    response = browser_of(make_person(JOURNALIST)).post(page(article), {"headline": "Le bac coule", "_version": "0"})
    assert response.status_code == 403
    assert not Revision.objects.exists()


def test_a_refused_text_is_kept_once_however_often_it_is_sent(camille, ahmed):
    article = make_article("Le bac")
    browser = browser_of(camille)
    form = opened(browser, article)
    save(browser_of(ahmed), article, headline="Autre")
    for _ in range(3):
        save(browser, article, form, headline="Le bac coule")
    assert Revision.objects.filter(kind="refused").count() == 1


def test_a_choice_against_a_text_that_changed_again_is_asked_once_more(camille, ahmed):
    article = make_article("Le bac")
    browser, other = browser_of(camille), browser_of(ahmed)
    response = late_save(browser, other, article, {"headline": "Le bac coule"}, {"headline": "Autre"})
    save(other, article, headline="Encore autre")
    again = choose(browser, response)
    assert "a encore changé" in read(again).text
    assert "Encore autre" in read(again).text


def test_unsaved_changes_of_an_older_version_are_compared_before_they_are_taken_up(camille, ahmed):
    article = make_article("Le bac")
    browser = browser_of(camille)
    sent_by_script = filled_in(opened(browser, article), headline="Le bac coule") | {"_turn": "1"}
    browser.post(page(article, "draft"), sent_by_script)
    save(browser_of(ahmed), article, headline="Autre")
    response = browser.get(page(article) + "?from=draft", follow=True)
    assert response.redirect_chain[-1][0] == page(article, "merge_draft")
    form = choose(browser, response, headline="mine")
    save(browser, article, read(form).one("form", id="article_form"))
    assert Article.objects.get().headline == "Le bac coule"
    assert not Draft.objects.exists()


def test_what_is_left_out_of_unsaved_changes_stays_in_the_history(camille, ahmed):
    article = make_article("Le bac")
    browser = browser_of(camille)
    kept = filled_in(opened(browser, article), headline="Le bac coule") | {"_turn": "1"}
    browser.post(page(article, "draft"), kept)
    save(browser_of(ahmed), article, headline="Autre")
    response = browser.get(page(article, "merge_draft"))
    form = choose(browser, response, headline="theirs")
    save(browser, article, read(form).one("form", id="article_form"))
    assert Revision.objects.get(kind="abandoned").data["headline"] == "Le bac coule"


def test_a_choice_between_words_that_were_typed_on_meanwhile_is_asked_once_more(camille, ahmed):
    article = make_article("Le bac")
    browser, other = browser_of(camille), browser_of(ahmed)
    kept = filled_in(opened(browser, article), headline="Le bac coule") | {"_turn": "1"}
    browser.post(page(article, "draft"), kept)
    response = other.get(page(article, "merge_draft"))
    Draft.objects.update(data=contents(article) | {"headline": "Le bac coule vite"}, turn=2)
    assert "a encore changé" in read(choose(other, response, headline="theirs")).text
    assert Draft.objects.get().data["headline"] == "Le bac coule vite"


def test_a_paragraph_that_a_colleague_took_out_is_not_proposed_again():
    base = {"body": "<p>Un.</p>\n<p>Deux.</p>\n<p>Trois.</p>", "headline": "A"}
    theirs, mine = base | {"body": "<p>Un.</p>\n<p>Trois.</p>"}, base | {"headline": "B"}
    assert {choice.name: choice.default for choice in choices(theirs, mine, base)} == {
        "headline": "mine",
        "body-1": "theirs",
    }


def test_a_save_that_is_sent_twice_is_told_as_saved(camille):
    article = make_article("Le bac")
    browser = browser_of(camille)
    form = opened(browser, article)
    save(browser, article, form, headline="Le bac coule")
    again = save(browser, article, form, headline="Le bac coule")
    assert "déjà enregistré" in read(again).text
    assert kinds(article) == [(0, "begun"), (1, "saved")]


@pytest.mark.parametrize("data", [{"lead_photo": "9" * 5000}, {"reply_by": "0001-01-01T00:00+10:00"}, {"picks": ["x"]}])
def test_any_text_can_be_compared(camille, data):
    article = make_article("Le bac")
    kept = Revision.objects.create(article=article, kind="refused", data=data)
    browser = browser_of(camille)
    assert browser.get(f"{page(article, 'compare')}?to={kept.pk}").status_code == 200
    assert browser.get(page(article, "merge", kept.pk)).status_code == 200


def test_a_reason_that_is_too_long_is_refused_with_a_sentence(ahmed):
    article = make_article("Le bac", published_at=an_hour_ago())
    with pytest.raises(ValidationError, match="300"):
        perform("withdraw", article, ahmed, words="x" * 301)
    assert Article.objects.get().withdrawn_at is None


def test_taking_every_choice_of_one_side_gives_that_side():
    theirs = {"headline": "A", "body": "<p>Un.</p>\n<p>Deux.</p>\n<p>Quatre.</p>", "tags": "mer", "picks": []}
    mine = {"headline": "B", "body": "<p>Zéro.</p>\n<p>Deux.</p>\n<p>Trois.</p>", "tags": "", "picks": ["3"]}
    names = [choice.name for choice in choices(theirs, mine)]
    assert merged(theirs, mine, dict.fromkeys(names, "theirs")) == theirs
    assert merged(theirs, mine, dict.fromkeys(names, "mine")) == mine
    assert merged(theirs, mine, {}) == mine


def test_what_a_form_shows_is_what_is_stored(camille):
    """Else a form that nobody typed in would look changed."""
    article = full_article(stage=Stage.REVIEW)
    form = opened(browser_of(camille), article)
    post = browser_of(camille).get("/admin/").wsgi_request.GET.copy()
    for name, value in filled_in(form).items():
        post.setlist(name, value if isinstance(value, list) else [value])
    assert changed_fields(contents(article), sent(post)) == []
