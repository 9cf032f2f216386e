"""The page of one article."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from articles.models.related import related_to
from tests.making import (
    EMBED,
    an_hour_ago,
    figure,
    make_article,
    make_author,
    make_correction,
    make_photo,
    make_section,
    make_tag,
    minutes_ago,
    paris,
)
from tests.reading import read

pytestmark = pytest.mark.django_db


def page_of(client, **facts):
    article = make_article(**{"published_at": an_hour_ago()} | facts)
    return read(client.get(article.get_absolute_url()))


# Head


def test_the_kicker_is_part_of_the_title_and_ends_with_a_colon_for_those_who_listen(client):
    title = page_of(client, kicker="Port-Sarrel", headline="La digue tient").one("h1")
    assert title.text == "Port-Sarrel : La digue tient".replace(" :", "\u00a0:")
    assert title.one("span", css="hidden").text.strip("\u00a0 ") == ":"


@pytest.mark.parametrize(("genre", "said"), [("investigation", "Enquête"), ("interview", "Entretien")])
def test_a_genre_is_named_before_the_kicker(client, genre, said):
    title = page_of(client, genre=genre, kicker="Port-Sarrel", headline="La digue tient").one("h1")
    assert title.text.startswith(f"{said}, Port-Sarrel")


@pytest.mark.parametrize("genre", ["news", "brief"])
def test_a_piece_of_news_needs_no_word_for_what_it_is(client, genre):
    assert page_of(client, genre=genre, headline="La digue tient").one("h1").text == "La digue tient"


def byline(client, *names, source="", genre="news"):
    authors = [make_author(name, kind=kind) for name, kind in names]
    return page_of(client, authors=authors, source=source, genre=genre).one("p", css="dateline__byline").text


PERSON, AGENCY, NEWSROOM = "person", "agency", "newsroom"


@pytest.mark.parametrize(
    ("names", "source", "said"),
    [
        ([("Inès Marchetti", PERSON)], "", "Par Inès Marchetti"),
        ([("Inès Marchetti", PERSON), ("Paul Ferrec", PERSON)], "", "Par Inès Marchetti et Paul Ferrec"),
        (
            [("Inès Marchetti", PERSON), ("Paul Ferrec", PERSON), ("Nora Benhadjar", PERSON)],
            "avec AMI",
            "Par Inès Marchetti, Paul Ferrec et Nora Benhadjar avec AMI",
        ),
        ([("La rédaction", NEWSROOM)], "", "La rédaction"),
        ([("Le Fanal", NEWSROOM)], "avec AFP", "Le Fanal avec AFP"),
        ([("AMI", AGENCY)], "", "AMI"),
    ],
)
def test_a_byline_reads_as_a_paper_prints_it(client, names, source, said):
    assert byline(client, *names, source=source) == said


def test_authors_sign_in_the_order_of_the_byline(client):
    zoe, ana = make_author("Zoé"), make_author("Ana")
    assert page_of(client, authors=[zoe, ana]).one("p", css="dateline__byline").text == "Par Zoé et Ana"


def test_an_opinion_is_signed_above_its_title(client):
    page = page_of(client, genre="opinion", authors=[make_author("Odile Rimbert")])
    assert page.one("p", css="article__author").text == "Par Odile Rimbert"
    assert not page.all("p", css="dateline__byline")
    assert page.one("p", css="article__notice").text


def test_a_source_is_named_even_when_nobody_signs(client):
    assert "AMI" in page_of(client, source="avec AMI").one("header", css="article__head").text


@pytest.mark.parametrize(
    ("moment", "visible", "machine"),
    [
        (paris(2026, 3, 1, 15, 45), "1er mars 2026 à 15h45", "2026-03-01T15:45+01:00"),
        (paris(2026, 7, 14, 6, 0), "14 juillet 2026 à 6h00", "2026-07-14T06:00+02:00"),
        (paris(2026, 1, 31, 0, 5), "31 janvier 2026 à 0h05", "2026-01-31T00:05+01:00"),
    ],
)
def test_dates_read_as_a_french_editor_writes_them(client, moment, visible, machine):
    dateline = page_of(client, published_at=moment).one("div", css="dateline__words")
    assert "Publié le" in dateline.text
    published = dateline.one("time")
    assert (published.text, published["datetime"]) == (visible, machine)


def test_an_update_is_told_beside_the_hour_of_publication_and_a_typo_is_not(client):
    article = make_article(published_at=paris(2026, 3, 2, 6))
    article.headline = "Better spelt"
    article.save()
    assert len(read(client.get(article.get_absolute_url())).one("div", css="dateline__words").all("time")) == 1
    article.record_update(paris(2026, 3, 2, 9, 30))
    dateline = read(client.get(article.get_absolute_url())).one("div", css="dateline__words")
    assert [time.text for time in dateline.all("time")] == ["2 mars 2026 à 6h00", "2 mars 2026 à 9h30"]
    assert "mis à jour le" in dateline.text


# Pictures


def test_a_lead_photo_carries_caption_and_credit_as_label_and_as_text(client):
    photo = make_photo(photographer="Ludovic Marin", agency="AFP", caption="Le port.", alt="A port")
    shown = page_of(client, photo=photo).one("figure")
    assert shown["role"] == "figure"
    assert shown["aria-label"] == shown.one("figcaption").text == "Le port. | LUDOVIC MARIN / AFP"
    assert shown.one("img")["alt"] == "A port"


def test_a_photo_without_a_caption_carries_its_credit_alone(client):
    shown = page_of(client, photo=make_photo(photographer="Ludovic Marin")).one("figure")
    assert shown["aria-label"] == shown.one("figcaption").text == "LUDOVIC MARIN"


def test_an_article_may_say_its_own_words_about_its_lead_photo(client):
    photo = make_photo(photographer="Ludovic Marin", caption="In general", alt="In general")
    shown = page_of(client, photo=photo, lead_caption="Just here", lead_alt="Here").one("figure")
    assert shown["aria-label"] == "Just here | LUDOVIC MARIN"
    assert shown.one("img")["alt"] == "Here"


def test_a_photo_in_the_text_says_its_own_words_there(client):
    photo = make_photo(photographer="Ludovic Marin", caption="In general", alt="In general")
    shown = page_of(client, body=f"<p>One.</p>{figure(photo, 'Just here', 'Here')}<p>Two.</p>").one("figure")
    assert shown["aria-label"] == shown.one("figcaption").text == "Just here | LUDOVIC MARIN"
    assert shown.one("img")["alt"] == "Here"


def test_a_number_that_is_no_photos_prints_nothing(client):
    assert not page_of(client, body='<p>One.</p><figure data-photo="999999999"></figure>').all("figure")


def test_pictures_of_a_page_are_offered_in_the_sizes_that_exist(client):
    photo = make_photo(size=(640, 480))
    shown = page_of(client, photo=photo).one("figure")
    assert [part.split()[1] for part in shown.one("img")["srcset"].split(", ")] == ["480w", "640w"]
    for address in shown.one("source")["srcset"].split(", "):
        assert client.get(address.split()[0]).status_code == 200


# Text


def test_a_video_asks_nothing_of_anybody_before_the_click(client):
    page = page_of(client, body=f"<p>One.</p>{EMBED}")
    embed = page.one("figure", css="embed")
    assert embed.one("a")["href"] == "https://youtu.be/abcdefghijk"
    assert embed["data-player"].startswith("https://www.youtube-nocookie.com/")
    assert "YouTube" in embed["data-show"]
    for element in page.descendants:
        assert element.name not in ("iframe", "object", "embed", "video")
        assert "//" not in (element.get("src") or "")


def test_what_was_typed_as_words_is_never_markup(client):
    words = "<script>alert(1)</script> & <b>bold</b>"
    photo = make_photo(caption=words, alt=words)
    page = page_of(
        client,
        headline=words,
        kicker=words,
        standfirst=words,
        summary=words,
        source=words,
        photo=photo,
        authors=[make_author(words)],
        tags=[make_tag(words)],
    )
    assert not page.one("main").all("script", "b")
    assert words in page.one("h1").text
    assert words in page.one("figure")["aria-label"]


def test_tags_are_listed_with_links(client):
    tag = make_tag("port de commerce")
    tags = page_of(client, tags=[tag]).one("ul", css="tags")
    assert [(link.text, link["href"]) for link in tags.all("a")] == [("port de commerce", "/tags/port-de-commerce/")]


# Corrections


def test_corrections_that_change_the_reading_stand_above_the_text_and_others_below(client):
    article = make_article(published_at=an_hour_ago(), body="<p>Words.</p>")
    for kind in ("clarification", "correction", "right_of_reply"):
        make_correction(article, kind=kind, text=f"Text of {kind}", made_at=minutes_ago(5))
    page = read(client.get(article.get_absolute_url()))
    parts = [
        part
        for part in page.one("article", css="article").all("aside", "div")
        if {"correction", "text"} & set(part.classes)
    ]
    above, below = (
        parts[: parts.index(page.one("div", css="text"))],
        parts[parts.index(page.one("div", css="text")) + 1 :],
    )
    assert {part.one("h2").text for part in above} == {"Rectificatif", "Droit de réponse"}
    assert [part.one("h2").text for part in below] == ["Précision"]
    links = [link["href"] for link in page.one("div", css="dateline__words").all("a")]
    assert links[1:] == [f"#{part['id']}" for part in above]


# Lire aussi


def related(article):
    return [other.headline for other in related_to(article, timezone.now())]


def story(headline, minutes, **facts):
    return make_article(headline, published_at=minutes_ago(minutes), **facts)


def test_relevance_chooses_and_time_orders():
    section, tags = make_section(), [make_tag(), make_tag()]
    article = story("Itself", 500, section=section, tags=tags)
    article.picks.add(story("Picked", 9000))
    story("Two tags", 8000, tags=tags)
    story("One tag", 7000, tags=tags[:1])
    for number in range(4):
        story(f"Section {number}", 6000 + number, section=section)
    for number in range(4):
        story(f"New {number}", 10 + number)
    assert related(article) == ["Section 0", "Section 1", "Section 2", "One tag", "Two tags", "Picked"]


def test_a_pick_comes_before_two_shared_tags_and_these_before_one():
    tags = [make_tag(), make_tag()]
    article = story("Itself", 5, tags=tags)
    article.picks.add(story("Picked", 9000))
    story("Two tags", 8000, tags=tags)
    for number in range(8):
        story(f"One tag {number}", 100 + number, tags=tags[:1])
    assert related(article) == [*(f"One tag {number}" for number in range(4)), "Two tags", "Picked"]


def test_the_newest_fill_what_relevance_leaves():
    article = story("Itself", 5)
    for number in range(8):
        story(f"New {number}", 10 + number)
    assert related(article) == [f"New {number}" for number in range(6)]


def test_never_itself_never_twice_never_what_is_not_public():
    section, tag = make_section(), make_tag()
    article = story("Itself", 5, section=section, tags=[tag])
    article.picks.add(article, make_article("Draft"), story("Both", 10, section=section, tags=[tag]))
    make_article("Scheduled", published_at=timezone.now() + timedelta(hours=1), tags=[tag])
    story("Withdrawn", 20, tags=[tag]).withdraw()
    assert related(article) == ["Both"]


def test_read_also_says_headline_summary_hour_and_the_day_when_it_is_not_today(client):
    article = story("Itself", 5)
    make_article("Another", summary="Its summary.", published_at=paris(2025, 11, 2, 15, 45))
    line = read(client.get(article.get_absolute_url())).one("section", css="related").one("li")
    assert "Another" in line.one("h3").text
    assert line.one("p", css="line__summary").text == "Its summary."
    assert line.one("time").text == "2 nov. 15h45"


def test_a_summary_is_the_standfirst_or_the_first_sentence_when_nobody_wrote_one():
    assert make_article(summary="Own.", standfirst="Chapô.", body="<p>First. Second.</p>").list_summary == "Own."
    assert make_article(standfirst="Chapô.", body="<p>First. Second.</p>").list_summary == "Chapô."
    assert make_article(body="<p>First. Second.</p>").list_summary == "First."


# Address


def test_a_wrong_slug_leads_to_the_right_one_and_is_not_kept_for_ever(client):
    article = make_article(published_at=an_hour_ago())
    response = client.get(f"/articles/{article.pk}/wrong/?from=mail")
    assert response.status_code == 301
    assert response["Location"] == article.get_absolute_url()
    assert response["Cache-Control"] == "no-cache"


def test_the_title_of_the_page_has_plain_spaces(client):
    article = make_article("Où va-t-on ?", published_at=an_hour_ago())
    assert Article.objects.get().headline == "Où va-t-on\u202f?"
    assert read(client.get(article.get_absolute_url())).one("title").text == "Où va-t-on ? – Le Fanal"
