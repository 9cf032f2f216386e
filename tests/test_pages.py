"""What holds on every page that readers see, whatever it shows."""

import pytest
from django.urls import reverse

from articles.models import Section
from tests.making import PAGES, Paper, make_page
from tests.reading import read

pytestmark = pytest.mark.django_db
FOCUSABLE = ("a", "button", "input", "select", "textarea", "summary")


@pytest.fixture(params=PAGES)
def page(request, pages):
    return read(pages[request.param])


def heading_levels(page):
    return [int(heading.name[1]) for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6")]


def test_a_page_has_one_title_and_skips_no_level_of_heading(page):
    levels = heading_levels(page.one("main"))
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in zip(levels, levels[1:], strict=False)), levels
    # Before and after it, masthead and footer begin at the second level.
    assert heading_levels(page).count(1) == 1


def test_a_page_has_its_landmarks_and_tells_like_ones_apart(page):
    body = page.one("body")
    for landmark in ("header", "main", "footer"):
        assert [element for element in body.all(landmark) if element.parent is body], landmark
    named = [nav.get("aria-label") or nav["aria-labelledby"] for nav in page.all("nav")]
    assert len(named) == len(set(named))
    ids = {element["id"] for element in page.descendants if element.get("id")}
    for element in page.descendants:
        assert set((element.get("aria-labelledby") or "").split()) <= ids


def test_no_id_is_given_twice(page):
    ids = [element["id"] for element in page.descendants if element.get("id")]
    assert len(ids) == len(set(ids))


def test_the_first_stop_of_a_keyboard_leads_to_the_content(page):
    first = next(element for element in page.one("body").descendants if element.name in FOCUSABLE)
    assert first["href"] == "#" + page.one("main")["id"]


def test_a_page_says_its_language_and_has_a_title_and_a_robots_rule(page):
    assert page.one("html")["lang"] == "fr"
    title = page.one("title").text
    assert title and "\u202f" not in title and "\u00a0" not in title
    assert page.one("meta", name="robots")["content"]


@pytest.mark.parametrize("page", ["withdrawn", "unknown"], indirect=True)
def test_a_page_that_is_none_is_kept_out_of_search_engines(page):
    assert page.one("meta", name="robots")["content"] == "noindex"
    assert not page.all("link", rel="canonical")


@pytest.mark.parametrize("page", [name for name in PAGES if name not in ("withdrawn", "unknown")], indirect=True)
def test_a_page_names_its_one_address(page):
    assert page.one("link", rel="canonical")["href"].startswith("http://127.0.0.1:8000/")


def test_every_picture_has_its_credit_beside_it(page):
    for image in page.all("img"):
        figure = image.inside("figure")
        assert image["alt"] in figure.one("figcaption").text
        assert figure["role"] == "figure"
        assert figure["aria-label"] == figure.one("figcaption").text


def test_every_picture_says_its_size_and_has_an_alternative(page):
    for image in page.all("img"):
        assert int(image["width"]) > 0 and int(image["height"]) > 0
        assert "alt" in image.attributes
        assert image["src"].startswith("/photos/")


def test_every_time_is_written_for_machines_too(page):
    for time in page.one("main").all("time"):
        moment = time["datetime"]
        assert moment[10] == "T" and moment[-6:] in ("+01:00", "+02:00"), moment
        hour, minute = int(moment[11:13]), moment[14:16]
        assert f"{hour}h{minute}" in time.text


def test_nothing_on_a_page_comes_from_elsewhere(page):
    for element in page.descendants:
        for attribute in ("src", "srcset", "poster", "data", "action"):
            assert "//" not in (element.get(attribute) or ""), element
        if element.name == "link":
            # The first two are not fetched, but named.
            named = element["rel"] in ("canonical", "alternate")
            assert element["href"].startswith("http://127.0.0.1:8000/" if named else "/static/")
        assert not [name for name in element.attributes if name.startswith("on") or name == "style"], element
    assert not page.all("iframe", "object", "embed")


def test_every_link_inside_the_site_leads_somewhere(client):
    paper, asked = Paper(), {}
    to_ask = set(paper.addresses.values()) - {"/nothing/here/"}
    while to_ask:
        address = to_ask.pop()
        response = client.get(address)
        asked[address] = response.status_code
        for link in read(response).all("a"):
            target = link["href"].partition("#")[0]
            target = f"{address.partition('?')[0]}{target}" if target.startswith("?") else target
            if target.startswith("/") and target not in asked:
                to_ask.add(target)
    withdrawn = paper.withdrawn.get_absolute_url()
    assert {address for address, status in asked.items() if status != 200} == {withdrawn}


def test_the_menu_names_the_sections_in_their_order_and_the_place_one_is_at(client):
    paper = Paper()
    Section.objects.filter(pk=paper.sections[0].pk).update(position=9)
    menu = read(client.get(paper.sections[1].get_absolute_url())).one("ul", css="menu__list")
    names = [link.text for link in menu.all("a")]
    assert names == ["En continu", *(paper.sections[place].name for place in (1, 2, 0))]
    assert menu.one("a", **{"aria-current": "page"}).text == paper.sections[1].name


def test_a_page_of_the_paper_shows_its_text_and_its_last_change(client):
    page = make_page("Mentions légales", body="<h2>Éditeur</h2><p>Le Fanal.</p>")
    read_page = read(client.get(page.get_absolute_url()))
    assert read_page.one("h1").text == "Mentions légales"
    assert [heading.text for heading in read_page.one("main").all("h2")] == ["Éditeur"]
    assert "Le Fanal." in read_page.one("main").text


def test_a_page_stands_in_the_column_of_the_footer_that_it_names(client):
    make_page("La charte", footer="paper"), make_page("Contact", footer="writing"), make_page("Hidden", footer="")
    columns = read(client.get("/")).one("footer").all("nav")
    assert "La charte" in columns[0].text and "Contact" in columns[2].text
    assert "Hidden" not in read(client.get("/")).one("footer").text


def test_an_unknown_address_helps_onwards(client):
    response = client.get("/nothing/here/")
    assert response.status_code == 404
    links = {link["href"] for link in read(response).one("main").all("a")}
    assert links == {reverse("front"), reverse("latest")}


@pytest.mark.parametrize(
    "address",
    ["/sections/none/", "/tags/none/", "/authors/none/", "/pages/none/", "/articles/1/none/", "/latest/2026/02/30/"],
)
def test_what_does_not_exist_answers_404(client, address):
    assert client.get(address).status_code == 404
