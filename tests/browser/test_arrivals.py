"""A picture's way, from the photo editor's folder to the reader's page."""

import io
import json

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.test_photo_library import LIBRARY, begin_an_article
from tests.metadata_files import iim

pytestmark = [pytest.mark.browser, pytest.mark.once]

DROP = """([pictures, names]) => {
    const data = new DataTransfer();
    pictures.forEach((bytes, at) => data.items.add(new File([new Uint8Array(bytes)], names[at], {type: "image/jpeg"})));
    document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
}"""
PUBLISH = """
from articles.models import Article, Section
article = Article.objects.get(pk={number})
article.section = Section.objects.first()
article.save()
article.publish()
print(article.get_absolute_url())
"""
CLEAN_UP = """
from articles.models import Article, Photo, UncreditedPicture
for article in Article.objects.filter(headline="Trois photos et un port"):
    article.unpublish()
    Article.objects.filter(pk=article.pk).update(lead_photo=None)
    Article.objects.filter(pk=article.pk).update(headline="Repris")
for photo in Photo.objects.filter(credit__photographer_folded__in=["paul ferrec", "lise kermor"]):
    photo.delete()
for picture in UncreditedPicture.objects.filter(name="c.jpg"):
    picture.delete()
"""


def picture(colour, photographer=""):
    """As bytes; with the name of its photographer in the file, or of nobody."""
    file = io.BytesIO()
    Image.effect_mandelbrot((900, 600), (-2.2, -1.2, 1, 1.2), 40 + colour).convert("RGB").save(file, "JPEG")
    whole = file.getvalue()
    if not photographer:
        return whole
    block = iim((2, 80, photographer.encode()))
    segment = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + len(block).to_bytes(4) + block + b"\0" * (len(block) % 2)
    return whole[:2] + b"\xff\xed" + (len(segment) + 2).to_bytes(2) + segment + whole[2:]


@pytest.fixture
def clean(site):
    yield
    site.ask(CLEAN_UP)


def test_three_files_are_dropped_one_is_credited_and_a_reader_sees_it(editor, site, clean):
    page = editor.open(LIBRARY)
    files = [picture(1, "Paul Ferrec"), picture(2, "Paul Ferrec"), picture(3)]
    page.evaluate(DROP, [[list(file) for file in files], ["a.jpg", "b.jpg", "c.jpg"]])
    expect(page.locator(".arrival--photo")).to_have_count(2)
    expect(page.locator(".arrival--photo .arrival__facts").first).to_contain_text("PAUL FERREC")
    page.locator(".arrival--uncredited .arrival__link").click()

    page.locator(".tray__cell", has_text="c.jpg").click()
    page.locator("#tray-line").fill("Lise Kermor / AMI")
    page.locator(".tray button.default").click()
    expect(page.locator(".messagelist")).to_contain_text("1 photo est dans la photothèque.")

    page.goto(f"{site.address}{LIBRARY}?q=kermor")
    page.locator(".library__cell").click()
    page.locator(".focal-frame img").click(position={"x": 20, "y": 20})
    page.keyboard.press("Shift+ArrowRight")
    page.locator("#id_alt").fill("Un port vu de très loin")
    expect(page.locator("#id_focal_x")).not_to_have_value("0.5")
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()

    begin_an_article(editor)
    page.locator("#id_headline").fill("Trois photos et un port")
    page.locator("[data-choose]").click()
    page.locator("#picker-words").fill("kermor")
    page.keyboard.press("Enter")
    page.locator(".photo-dialog .library__cell", has_text="LISE KERMOR / AMI").click()
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()

    number = page.url.split("/")[-3]
    page.goto(site.address + site.ask(PUBLISH.format(number=number)).strip())
    expect(page.locator("figure").first).to_contain_text("LISE KERMOR / AMI")
    expect(page.locator("figure img").first).to_have_attribute("alt", "Un port vu de très loin")
    assert page.locator("figure img").first.evaluate("image => image.complete && image.naturalWidth > 0")
    told = [json.loads(script) for script in page.locator("script[type='application/ld+json']").all_inner_texts()]
    assert "LISE KERMOR / AMI" in json.dumps(told)
    assert not editor.complaints
