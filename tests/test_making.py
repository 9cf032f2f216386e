"""The tests' own ground: nothing they do reaches the paper of the machine they run on."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import storages

from tests.making import make_article, make_photo

pytestmark = pytest.mark.django_db
HERE = Path(__file__).parent.parent


def test_no_file_is_kept_in_the_papers_own_folder():
    places = [settings.VAR, *(Path(storages[name].location) for name in ("originals", "renditions", "default"))]
    assert not [place for place in places if place.is_relative_to(HERE)]


def test_two_photos_are_two_pictures():
    assert make_photo().original_digest != make_photo().original_digest


def test_a_made_article_is_a_draft_until_a_moment_is_given():
    assert not make_article().is_published()
