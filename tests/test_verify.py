"""Each thing that can be wrong with a paper is found, and a good paper is called whole."""

import os
import shutil
import time

import pytest
from django.core.files.storage import storages
from django.core.management import CommandError, call_command

from articles import renditions
from articles.keeping.mending import mend
from articles.keeping.verify import verify
from tests.making import an_hour_ago, figure, in_an_hour, make_article, make_author, make_page, make_photo, make_tag

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_files_of_other_tests():
    for kind in ("originals", "renditions"):
        shutil.rmtree(storages[kind].location, ignore_errors=True)


@pytest.fixture
def photo():
    return make_photo()


def faults(deep=False):
    return [fault for faults in verify(deep).values() for fault in faults]


def names(photo):
    return renditions.paths(photo.rendition_key, photo.width, photo.height)


def linking_to(address):
    return make_article("Liens", published_at=an_hour_ago(), body=f'<p><a href="{address}">là</a></p>')


def test_a_whole_paper_has_no_faults(photo, settings):
    article = make_article("Pluie", published_at=an_hour_ago(), photo=photo, body=figure(photo))
    tag, author, page = make_tag(), make_author(), make_page()
    make_article("Vent", published_at=an_hour_ago(), tags=[tag], authors=[author])
    for address in (
        *(noun.get_absolute_url() for noun in (article, article.section, tag, author, page)),
        settings.SITE_URL + article.get_absolute_url() + "?x=1#y",
        photo.address("full-480", "jpg"),
        "/latest/",
        "/latest/feed.rss",
        f"{article.section.get_absolute_url()}feed.atom",
        "https://elsewhere.example/articles/0/x/",
        "mailto:a@b.example",
    ):
        linking_to(address)
    assert verify(deep=True) == {}
    call_command("verify", deep=True)


def test_a_missing_original_is_found(photo):
    storages["originals"].delete(photo.original.name)
    assert faults() == [photo.original.name]


def test_a_missing_rendition_is_found_and_made_again(photo):
    storages["renditions"].delete(names(photo)[0])
    assert faults() == [names(photo)[0]]
    mend()
    assert faults() == []


def test_an_empty_rendition_counts_as_missing_and_is_made_again(photo):
    with open(storages["renditions"].path(names(photo)[0]), "w"):
        pass
    assert faults() == [names(photo)[0]]
    mend()
    assert faults() == []


def test_a_rendition_that_cannot_be_made_is_told(photo):
    storages["originals"].delete(photo.original.name)
    storages["renditions"].delete(names(photo)[0])
    with pytest.raises(CommandError, match=photo.original.name):
        call_command("renditions")


def test_files_that_no_photo_needs_are_found_once_no_upload_can_want_them(photo):
    for kind in ("originals", "renditions"):
        path = os.path.join(storages[kind].location, "left.jpg")
        with open(path, "w") as file:
            file.write("x")
        assert faults() == []
        os.utime(path, (time.time() - 7200,) * 2)
        assert faults() == [f"{kind}/left.jpg"]
        os.remove(path)


def test_only_a_deep_look_finds_a_changed_original(photo):
    with open(storages["originals"].path(photo.original.name), "ab") as file:
        file.write(b"x")
    assert faults() == []
    assert faults(deep=True) == [photo.original.name]


def test_a_figure_without_its_photo_is_found(photo):
    article = make_article(published_at=an_hour_ago(), body=figure(photo).replace(f'"{photo.pk}"', '"77000111"'))
    assert faults() == [f"{article.get_absolute_url()} shows photo 77000111"]


def test_links_to_what_readers_do_not_find_are_told():
    scheduled = make_article("Demain", published_at=in_an_hour())
    withdrawn = make_article("Retiré", published_at=an_hour_ago())
    withdrawn.withdraw()
    unused = make_photo()
    lost = [
        "/articles/77000111/x/",
        "/nowhere/",
        "/sections/x/",
        "/sections/x/feed.rss",
        "/pages/x/",
        make_tag().get_absolute_url(),
        make_author().get_absolute_url(),
        unused.address("full-480", "jpg"),
        scheduled.get_absolute_url(),
        withdrawn.get_absolute_url(),
        f"/articles/{make_article('Brouillon').pk}/brouillon/",
    ]
    told = [f"{linking_to(address).get_absolute_url()} leads to {address}" for address in lost]
    assert faults() == told


def test_a_link_in_a_page_is_told_and_one_in_a_draft_is_not():
    make_article("Brouillon", body='<p><a href="/nowhere/">là</a></p>')
    page = make_page(body='<p><a href="/nowhere/">là</a></p>')
    assert faults() == [f"{page.get_absolute_url()} leads to /nowhere/"]


def test_the_command_lists_the_faults_and_ends_with_one(photo, capsys):
    storages["originals"].delete(photo.original.name)
    with pytest.raises(CommandError):
        call_command("verify")
    assert photo.original.name in capsys.readouterr().out
