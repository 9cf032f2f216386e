"""Seeing a text as readers will, before they may; and showing it to one person without a login."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import (
    CORRESPONDENT,
    EDITOR_IN_CHIEF,
    JOURNALIST,
    PHOTO_EDITOR,
    SUB_EDITOR,
    Article,
    Placement,
    Revision,
    perform,
    share,
)
from tests.conftest import ReadersClient
from tests.making import (
    an_hour_ago,
    figure,
    in_an_hour,
    make_article,
    make_author,
    make_correction,
    make_person,
    make_photo,
    make_placement,
    make_tag,
)
from tests.reading import filled_in, read

pytestmark = pytest.mark.django_db
FRONT = reverse("admin:articles_placement_preview")


def browser_of(role):
    browser = ReadersClient()
    browser.person = make_person(role)
    browser.force_login(browser.person)
    return browser


def page(article, name="change", *more):
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *more])


def typed(browser, article, **words):
    return filled_in(read(browser.get(page(article))).one("form", id="article_form"), **words)


def inside(response):
    """The readers' page in the frame."""
    return read(read(response).one("iframe")["srcdoc"])


def story(**facts):
    return make_article(
        "Le bac reprend la mer",
        **{
            "standfirst": "Trois semaines d’arrêt.",
            "body": f"<h2>À quai</h2>\n<p>Le bac.</p>\n{figure(make_photo(), 'Le quai.')}",
            "photo": make_photo(photographer="Jeanne Morvan"),
            "authors": [make_author("Inès Marchetti")],
            "tags": [make_tag("mer")],
        }
        | facts,
    )


# Of an article


def test_a_preview_is_the_page_that_readers_will_get(client):
    article = story(published_at=an_hour_ago())
    make_correction(article)
    make_article("À côté", published_at=an_hour_ago(), section=article.section)
    browser = browser_of(SUB_EDITOR)
    seen = inside(browser.post(page(article, "preview"), typed(browser, article))).one("main")
    public = read(client.get(article.get_absolute_url())).one("main")
    assert seen.text == public.text
    assert [part.name for part in seen.descendants] == [part.name for part in public.descendants]


def test_what_is_not_saved_is_seen_as_it_would_be_printed():
    article, photo = story(), make_photo(photographer="Paul Guen", caption="Le phare.")
    other = make_article("Choisi à la main", published_at=an_hour_ago())
    browser = browser_of(SUB_EDITOR)
    words = typed(
        browser,
        article,
        headline='Le bac : "enfin" !',
        body="<p>Texte   neuf</p><script>alert(1)</script>",
        byline="Inès Marchetti, personne",
        tags="Phares, mer",
        lead_photo=str(photo.pk),
        picks=[str(other.pk)],
    )
    seen = inside(browser.post(page(article, "preview"), words)).one("main")
    assert seen.one("h1").text.endswith("Le bac\u00a0: «\u202fenfin\u202f»\u202f!")
    for expected in ("Texte neuf", "Inès Marchetti", "Phares", "PAUL GUEN", "Choisi à la main"):
        assert expected in seen.text
    assert not seen.all("script")
    stored = Article.objects.get(pk=article.pk)
    assert (stored.headline, stored.lead_photo_id) == ("Le bac reprend la mer", article.lead_photo_id)
    assert not article.tags.filter(name="Phares").exists()


def test_the_pictures_of_a_preview_are_the_desks_own(client):
    article = story()
    browser = browser_of(SUB_EDITOR)
    for picture in inside(browser.post(page(article, "preview"), typed(browser, article))).one("main").all("img"):
        assert picture["src"].startswith("/admin/")
        assert browser.get(picture["src"]).status_code == 200
        assert client.get(picture["src"]).status_code == 302


def test_half_typed_nonsense_is_previewed_without_an_error():
    article = story()
    browser = browser_of(SUB_EDITOR)
    words = {"section": "x", "lead_photo": "999999", "genre": "x", "picks": ["a"], "tags": ",,", "byline": ","}
    for slug in ("", "à / côté"):
        sent = typed(browser, article) | words | {"slug": slug}
        assert browser.post(page(article, "preview"), sent).status_code == 200
    assert browser.post(page(article, "preview"), {}).status_code == 200


def test_a_version_of_the_history_can_be_previewed():
    article = story()
    browser = browser_of(SUB_EDITOR)
    browser.post(page(article), typed(browser, article, headline="Après"))
    first = Revision.objects.get(number=0)
    assert "Le bac reprend la mer" in inside(browser.get(f"{page(article, 'preview')}?from={first.pk}")).text


def test_only_who_may_read_an_article_previews_it():
    article = story()
    for role, status in {CORRESPONDENT: 403, JOURNALIST: 200}.items():
        assert browser_of(role).get(page(article, "preview")).status_code == status
    assert ReadersClient().get(page(article, "preview")).status_code == 302


def test_nothing_of_a_preview_may_be_kept_or_told_to_machines():
    article = story()
    response = browser_of(SUB_EDITOR).get(page(article, "preview"))
    assert "no-store" in response["Cache-Control"]
    assert not inside(response).all("script", type="application/ld+json")


# A link for somebody without a login


@pytest.fixture
def shown():
    """A text as it was shared, and what has become of it since."""
    article = story()
    data = {"headline": "Le bac enfin", "lead_photo": str(article.lead_photo_id), "body": article.body}
    return share(article, make_person(SUB_EDITOR), data)


def address_of(browser, article, shown):
    return read(browser.get(page(article, "shared", shown.pk))).one("input", id="address")["value"]


def test_a_link_shows_the_text_as_it_was_to_whoever_has_it(client):
    article = story()
    browser = browser_of(SUB_EDITOR)
    form = read(browser.post(page(article, "preview"), typed(browser, article, headline="Pas encore enregistré")))
    words = filled_in(form.one("form", method="post"))
    response = browser.post(page(article, "share"), words, follow=True)
    address = read(response).one("input", id="address")["value"]
    browser.post(page(article), typed(browser, article, headline="Tout autre"))
    seen = client.get(address)
    assert seen.status_code == 200
    assert "Pas encore enregistré" in read(seen).one("main").text
    assert "Tout autre" not in seen.content.decode()
    assert "confidentiel" in read(seen).text


def test_no_program_and_no_cache_keeps_it_and_no_other_site_learns_its_address(client, shown):
    browser = browser_of(SUB_EDITOR)
    seen = client.get(address_of(browser, shown.article, shown))
    assert seen["Cache-Control"] == "private, no-store"
    assert "noindex" in seen["X-Robots-Tag"]
    assert seen["Referrer-Policy"] == "no-referrer"
    assert not seen.cookies
    robots = read(seen).one("meta", name="robots")["content"]
    assert "noindex" in robots
    assert not read(seen).all("link", rel="canonical")


def test_its_pictures_are_delivered_with_it_and_no_others(client, shown):
    address = address_of(browser_of(SUB_EDITOR), shown.article, shown)
    pictures = [picture["src"] for picture in read(client.get(address)).one("main").all("img")]
    assert len(pictures) == 2
    for picture in pictures:
        assert client.get(picture).status_code == 200
        assert client.get(picture)["Cache-Control"] == "private, no-store"
    stranger = make_photo()
    other = pictures[0].rsplit("/", 2)[0] + f"/{stranger.pk}/" + pictures[0].rsplit("/", 1)[1]
    assert client.get(other).status_code == 404


def test_a_picture_whose_rights_have_ended_leaves_the_link_too(client, shown):
    address = address_of(browser_of(SUB_EDITOR), shown.article, shown)
    picture = read(client.get(address)).one("main").all("img")[0]["src"]
    photo = shown.article.lead_photo
    photo.publishable_until = timezone.now() - timedelta(minutes=1)
    photo.save(update_fields=["publishable_until"])
    assert client.get(picture).status_code == 404
    assert len(read(client.get(address)).one("main").all("img")) == 1


def test_a_link_ends_by_itself_and_by_a_button(client, shown):
    browser = browser_of(SUB_EDITOR)
    address = address_of(browser, shown.article, shown)
    picture = read(client.get(address)).one("main").all("img")[0]["src"]
    browser.post(page(shown.article, "shared", shown.pk))
    for _ in range(2):
        ended = client.get(address)
        assert ended.status_code == 410
        assert "Le bac" not in read(ended).one("main").text
        assert ended["Cache-Control"] == "private, no-store"
        assert client.get(picture).status_code == 404
        Revision.objects.update(shared_until=timezone.now() - timedelta(seconds=1))


def test_a_link_that_was_cut_never_works_again_and_one_that_works_is_in_the_history(client, shown):
    browser = browser_of(SUB_EDITOR)
    address = address_of(browser, shown.article, shown)
    browser.post(page(shown.article, "shared", shown.pk))
    again = share(shown.article, browser.person, shown.data)
    assert client.get(address).status_code == 410
    links = [link["href"] for link in read(browser.get(page(shown.article, "history"))).all("a")]
    assert page(shown.article, "shared", again.pk) in links
    assert page(shown.article, "shared", shown.pk) not in links


@pytest.mark.parametrize("step", ["unpublish", "withdraw"])
def test_what_is_taken_from_readers_is_taken_from_links_too(client, step):
    article = story(published_at=an_hour_ago())
    browser = browser_of(EDITOR_IN_CHIEF)
    address = address_of(browser, article, share(article, browser.person, {"headline": "Le bac"}))
    perform(step, article, browser.person)
    assert client.get(address).status_code == 410


def test_a_text_that_was_shared_from_an_old_form_is_compared_before_it_is_saved():
    article = story()
    browser = browser_of(SUB_EDITOR)
    words = typed(browser, article, headline="Ancien")
    browser.post(page(article), typed(browser, article, headline="Nouveau"))
    shown = read(browser.post(page(article, "preview"), words)).one("form", method="post")
    browser.post(page(article, "share"), filled_in(shown))
    taken = read(browser.get(f"{page(article)}?from={Revision.objects.get(kind='shared').pk}"))
    response = browser.post(page(article), filled_in(taken.one("form", id="article_form")))
    assert "/merge/" in response.url
    assert Article.objects.get(pk=article.pk).headline == "Nouveau"


@pytest.mark.parametrize("token", ["1", "1.x", "x.y", "999.AAAA", ".", "1.{}"])
def test_a_link_that_we_never_made_leads_nowhere(client, shown, token):
    assert client.get(reverse("preview", args=[token])).status_code == 404


def test_only_who_may_change_an_article_shows_it_to_others(shown):
    for role in (CORRESPONDENT, JOURNALIST, PHOTO_EDITOR):
        browser = browser_of(role)
        assert browser.post(page(shown.article, "share"), {"headline": "x"}).status_code == 403
        assert browser.get(page(shown.article, "shared", shown.pk)).status_code == 403


# Of the front


def test_the_front_is_seen_as_it_will_stand_at_an_hour():
    article = story(published_at=in_an_hour())
    make_placement(article, starts_at=in_an_hour(), headline="Titre de demain")
    browser = browser_of(SUB_EDITOR)
    assert "Titre de demain" not in inside(browser.get(FRONT)).text
    offered = next(link["href"] for link in read(browser.get(FRONT)).all("a") if "?at=" in (link.get("href") or ""))
    later = timezone.localtime(in_an_hour() + timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M")
    for asked in (f"?at={later}",):
        seen = inside(browser.get(FRONT + asked))
        assert "Titre de demain" in seen.text
        assert seen.one("main").all("img")[0]["src"].startswith("/admin/")
    assert offered


def test_a_place_that_is_not_saved_yet_is_seen_on_the_front(client):
    article = story(published_at=an_hour_ago())
    browser = browser_of(SUB_EDITOR)
    form = read(browser.get(reverse("admin:articles_placement_add"))).one("form", id="placement_form")
    sent = filled_in(form, article=str(article.pk), slot="lead", headline="Pas encore posé")
    assert "Pas encore posé" in inside(browser.post(FRONT, sent)).text
    assert not Placement.objects.exists()
    assert "Pas encore posé" not in client.get("/").content.decode()


def test_a_place_that_is_moved_is_seen_where_it_will_be():
    placement = make_placement(story(published_at=an_hour_ago()), headline="Déplacé")
    make_article("Autre", published_at=an_hour_ago(), photo=make_photo())
    browser = browser_of(SUB_EDITOR)
    form = read(browser.get(reverse("admin:articles_placement_change", args=[placement.pk]))).one(
        "form", id="placement_form"
    )
    address = form.one("button", formtarget="preview")["formaction"]
    seen = inside(browser.post(address, filled_in(form, slot="secondary-1")))
    assert "Déplacé" not in seen.one("article", css="lead").text
    assert "Déplacé" in seen.text


def test_a_place_of_an_article_that_will_not_be_public_is_told(client):
    article = story()
    browser = browser_of(SUB_EDITOR)
    form = read(browser.get(reverse("admin:articles_placement_add"))).one("form", id="placement_form")
    response = browser.post(FRONT, filled_in(form, article=str(article.pk), slot="lead"))
    assert "n’est ni publié ni programmé" in read(response).text
    assert "est obligatoire" in read(browser.post(FRONT, filled_in(form))).text


@pytest.mark.parametrize("at", ["", "x", "9999-99-99T00:00", "2030-01-01T06:00"])
def test_any_hour_shows_a_front(at):
    assert browser_of(SUB_EDITOR).get(f"{FRONT}?at={at}").status_code == 200


def test_only_who_sees_the_places_previews_the_front():
    assert browser_of(CORRESPONDENT).get(FRONT).status_code == 403
