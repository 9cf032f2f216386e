"""Writing the text of an article at the desk: what is typed, pasted and chosen is what is saved."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_axe import EVERYTHING, LOOKS

pytestmark = [pytest.mark.browser, pytest.mark.once]

# Every element of articles/body.py, and marks in marks.
EVERY_ELEMENT = "\n".join(
    [
        "<p>Un <strong>deux <em>trois</em></strong> H<sub>2</sub>O 1<sup>er</sup><br>ligne « \u00a0 ».</p>",
        '<p><a href="/articles/1/a/">lien <em>en</em> <q>cité</q></a> <abbr title="Société">SA</abbr> '
        '<span lang="en">the <cite>Times</cite></span> <q>a <q>b</q> <strong>c</strong></q></p>',
        "<h2>Intertitre</h2>",
        "<h3>Second <em>intertitre</em></h3>",
        "<ul><li>Un<ul><li>Deux<ol><li>Trois</li></ol></li></ul></li><li>Un<br>bis</li></ul>",
        "<ol><li>Un</li><li>Deux</li></ol>",
        "<blockquote><p>Oui.</p><p><cite>Ada</cite></p></blockquote>",
        '<aside class="exergue"><p>Mot fort</p></aside>',
        '<aside class="encadre"><h3>Titre</h3><p>Un</p><ul><li>Deux</li></ul></aside>',
        '<table><caption>Les <em>voix</em></caption><thead><tr><th scope="col">Liste</th><th scope="col">Voix</th></tr>'
        '</thead><tbody><tr><th scope="row">A</th><td>12<br>24</td></tr><tr><th scope="row">B</th><td></td></tr>'
        "</tbody></table>",
        '<figure data-photo="PHOTO" data-alt="Un &quot;port&quot;"><figcaption>Port &amp; mer</figcaption></figure>',
        '<figure data-photo="PHOTO"></figure>',
        '<figure data-embed="https://www.youtube.com/watch?v=abcdefghijk"><figcaption>Un film</figcaption></figure>',
        "<p>Fin.</p>",
    ]
)
NEW_ARTICLE = """
from articles.models import Article, Photo, Section
body = {body!r}.replace("PHOTO", str(Photo.objects.usable().first().pk))
article = Article.objects.create(headline="Essai", section=Section.objects.first(), body=body)
print(article.pk)
"""
BODY_OF = """
import json
from articles.models import Article
print(json.dumps(Article.objects.get(pk={pk}).body))
"""
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {color:red}</style></head>
<body lang=FR style='tab-interval:35.4pt'><!--StartFragment-->
<p class=MsoNormal style='margin:0cm'><b style='mso-bidi-font-weight:normal'>Gras</b><span lang=EN-US> et <i
style='mso-bidi-font-style:normal'>italique</i>, <a href="https://a.example/">lien</a><o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>Un<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o&nbsp;</span>Deux</p>
<h1 style='mso-x:1'>Titre</h1>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.&nbsp;</span>Trois</p>
<!--EndFragment--></body></html>"""
WORD_PASTED = (
    '<p><strong>Gras</strong> et <em>italique</em>, <a href="https://a.example/">lien</a></p>\n'
    "<ul><li>Un<ul><li>Deux</li></ul></li></ul>\n<h2>Titre</h2>\n<ol><li>Trois</li></ol>"
)
GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"
style="line-height:1.38"><span style="font-size:11pt;font-weight:400">Un </span><span
style="font-weight:700;font-style:normal">gras</span><span style="font-style:italic"> penché</span></p><br>
<ul><li dir="ltr" style="list-style-type:disc"><p dir="ltr"><span style="font-weight:400">Un</span></p></li></ul></b>
<br class="Apple-interchange-newline">"""
GOOGLE_PASTED = "<p>Un <strong>gras</strong><em> penché</em></p>\n<ul><li>Un</li></ul>"
LIBRE = """<!DOCTYPE html><html><head><style type="text/css">p { margin: 0 }</style></head><body lang="fr-FR" dir="ltr">
<p style="margin-bottom: 0cm"><font face="Liberation Serif"><b>Gras</b> et <i>italique</i></font></p>
<p><br/></p><ol><li><p>Un</p></li></ol></body></html>"""
LIBRE_PASTED = "<p><strong>Gras</strong> et <em>italique</em></p>\n<ol><li>Un</li></ol>"
PASTE = """(html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.querySelector(".ProseMirror").dispatchEvent(event);
}"""


@pytest.fixture
def editor(open_tab, site):
    """A tab in which an editor is logged in."""
    return logged_in(open_tab(), site)


def logged_in(tab, site):
    tab.page.context.add_cookies([site.log_in("photo-editor")])
    return tab


def new_article(site, body=""):
    return int(site.ask(NEW_ARTICLE.format(body=body)))


def body_of(site, article):
    return json.loads(site.ask(BODY_OF.format(pk=article)))


def open_article(tab, article):
    page = tab.open(f"/admin/articles/article/{article}/change/")
    expect(page.locator(".ProseMirror")).to_be_visible()
    return page


def save(page):
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def does(page, name):
    page.locator(f"[data-does={name}]").click()


def test_what_is_typed_and_formatted_is_saved_and_shown(editor, site):
    article = new_article(site)
    page = open_article(editor, article)
    text = page.locator(".ProseMirror")
    text.click()
    page.keyboard.type("Un titre")
    does(page, "heading")
    page.keyboard.press("Enter")
    page.keyboard.type("Du texte ")
    page.keyboard.press("Control+b")
    page.keyboard.type("gras")
    page.keyboard.press("Control+b")
    does(page, "italic")
    page.keyboard.type(" fin")
    page.keyboard.press("Enter")
    does(page, "italic")
    for part in ("blockquote", "exergue", "encadre"):
        page.keyboard.type(part)
        does(page, part)
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
    does(page, "bulletList")
    page.keyboard.type("un")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("deux")
    save(page)
    expected = (
        "<h2>Un titre</h2>\n<p>Du texte <strong>gras</strong><em> fin</em></p>\n"
        '<blockquote><p>blockquote</p></blockquote>\n<aside class="exergue"><p>exergue</p></aside>\n'
        '<aside class="encadre"><p>encadre</p></aside>\n<ul><li>un<ul><li>deux</li></ul></li></ul>'
    )
    assert body_of(site, article) == expected
    expect(page.locator(".ProseMirror h2")).to_have_text("Un titre")
    expect(page.locator(".ProseMirror aside.exergue")).to_have_text("exergue")
    assert not editor.complaints


def test_a_change_can_be_undone_and_done_again(editor, site):
    page = open_article(editor, new_article(site, "<p>Un</p>"))
    field = page.locator("#id_body")
    page.locator(".ProseMirror p").click()
    page.keyboard.press("End")
    page.keyboard.type(" mot")
    expect(field).to_have_value("<p>Un mot</p>")
    does(page, "undo")
    expect(field).to_have_value("<p>Un</p>")
    does(page, "redo")
    expect(field).to_have_value("<p>Un mot</p>")


def test_an_article_with_every_element_comes_back_as_it_was(editor, site):
    article = new_article(site, EVERY_ELEMENT)
    before = body_of(site, article)
    page = open_article(editor, article)
    save(page)
    assert body_of(site, article) == before


def test_a_change_in_one_place_changes_nothing_elsewhere(editor, site):
    article = new_article(site, EVERY_ELEMENT)
    before = body_of(site, article)
    page = open_article(editor, article)
    page.locator(".ProseMirror > p").last.click()
    page.keyboard.press("End")
    page.keyboard.type(" Vraiment.")
    expect(page.locator("#id_body")).to_have_value(re.compile("Vraiment"))
    assert page.locator("#id_body").input_value() == before.replace("Fin.", "Fin. Vraiment.")
    save(page)
    assert body_of(site, article) == before.replace("Fin.", "Fin. Vraiment.")
    assert not editor.complaints


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [(WORD, WORD_PASTED), (GOOGLE, GOOGLE_PASTED), (LIBRE, LIBRE_PASTED)],
    ids=["Word", "Google Docs", "LibreOffice"],
)
def test_a_text_pasted_from_a_word_processor_is_clean(editor, site, pasted, kept):
    page = open_article(editor, new_article(site))
    page.locator(".ProseMirror").click()
    page.evaluate(PASTE, pasted)
    expect(page.locator("#id_body")).to_have_value(kept)
    assert not editor.complaints


def test_a_link_is_set_changed_and_removed_with_the_keyboard(editor, site):
    page = open_article(editor, new_article(site, "<p>Un mot</p>"))
    field, dialog = page.locator("#id_body"), page.locator(".body-editor__link")
    page.locator(".ProseMirror p").click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+k")
    page.keyboard.type("javascript:alert(1)")
    page.keyboard.press("Enter")
    expect(dialog.locator("[role=alert]")).to_be_visible()
    dialog.locator("input").fill("lefanal.example/a")
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(field).to_have_value('<p><a href="https://lefanal.example/a">Un mot</a></p>')
    page.keyboard.press("Control+k")
    expect(dialog.locator("input")).to_have_value("https://lefanal.example/a")
    dialog.locator("[data-link=remove]").click()
    expect(field).to_have_value("<p>Un mot</p>")
    assert not editor.complaints


def test_words_of_a_headline_find_an_article_to_link_to(editor, site):
    page = open_article(editor, new_article(site, "<p>Un mot</p>"))
    page.locator(".ProseMirror p").click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+k")
    page.keyboard.type("phare")
    page.locator(".body-editor__found button").first.click()
    page.keyboard.press("Enter")
    expect(page.locator(".ProseMirror a")).to_have_attribute("href", re.compile(r"^/articles/\d+/"))
    assert not editor.complaints


def test_a_chosen_photo_stands_after_the_block_of_the_caret(editor, site):
    article = new_article(site, "<ul><li>Un</li></ul>\n<p>Deux</p>")
    page = open_article(editor, article)
    page.locator(".ProseMirror li").click()
    does(page, "photo")
    chosen = page.locator(".photo-dialog .library__cell").first
    number = chosen.get_attribute("data-photo")
    chosen.click()
    figure = page.locator(".body-editor__figure")
    expect(figure.locator("img")).to_have_attribute("src", re.compile(f"/admin/articles/photo/{number}/files/"))
    expect(figure.locator(".body-editor__credit")).not_to_be_empty()
    figure.locator("input").first.fill("Ma légende")
    kept = f'<figure data-photo="{number}"><figcaption>Ma légende</figcaption></figure>'
    expect(page.locator("#id_body")).to_have_value(f"<ul><li>Un</li></ul>\n{kept}\n<p>Deux</p>")
    save(page)
    assert body_of(site, article) == f"<ul><li>Un</li></ul>\n{kept}\n<p>Deux</p>"
    page.locator(".body-editor__figure .button").click()
    expect(page.locator("#id_body")).to_have_value("<ul><li>Un</li></ul>\n<p>Deux</p>")
    assert not editor.complaints


def test_without_scripts_the_field_is_a_plain_text(open_tab, site):
    article = new_article(site)
    tab = logged_in(open_tab(java_script_enabled=False), site)
    page = tab.open(f"/admin/articles/article/{article}/change/")
    expect(page.locator("[role=toolbar]")).to_be_hidden()
    page.locator("#id_body").fill("Un.\n\nDeux.")
    save(page)
    assert body_of(site, article) == "<p>Un.</p>\n<p>Deux.</p>"


def test_the_tool_bar_is_walked_with_the_arrows(editor, site):
    page = open_article(editor, new_article(site, "<p>Un</p>"))
    page.locator(".ProseMirror p").click()
    page.keyboard.press("Alt+F10")
    expect(page.locator("[data-does=heading]")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[data-does=redo]")).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(page.locator("#id_body")).to_have_value("<h2>Un</h2>")
    expect(page.locator(".ProseMirror")).to_be_focused()
    expect(page.locator("[data-does=heading]")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_in_the_editor(editor, site, width, scheme):
    page = editor.page
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    open_article(editor, new_article(site, EVERY_ELEMENT))
    expect(page.locator(".body-editor__figure img").first).to_have_attribute("src", re.compile("/"))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not editor.complaints
    found = Axe().run(page, context=".body-editor", options=EVERYTHING)
    assert not found.violations_count, found.generate_report()
    does(page, "link")
    found = Axe().run(page, context=".body-editor__link", options=EVERYTHING)
    assert not found.violations_count, found.generate_report()
