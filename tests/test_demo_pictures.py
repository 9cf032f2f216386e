"""The pictures of the demo paper: all there, whole, steady, and none like another."""

import pytest
from PIL import Image, ImageChops, ImageStat

from articles.demo.loader import drawn
from articles.demo.pictures import KEYS, draw

pytestmark = pytest.mark.once

PORTRAITS = {"portrait-fisherman", "portrait-woman-window"}


@pytest.fixture(scope="module")
def originals(demo):
    """The files that the demo was loaded with: drawing them takes half a minute."""
    return {key: next(demo.var.glob(f"originals/**/demo-{key}.jpg")) for key in KEYS}


@pytest.fixture(scope="module")
def pictures(originals):
    return {key: Image.open(file) for key, file in originals.items()}


def quarters(picture):
    across, down = picture.width // 2, picture.height // 2
    return [picture.crop((x, y, x + across, y + down)) for x in (0, across) for y in (0, down)]


def test_there_are_twenty_eight_pictures():
    assert len(KEYS) == len(set(KEYS)) == 28


@pytest.mark.parametrize("key", KEYS)
def test_a_picture_has_the_size_its_key_promises(pictures, key):
    size = (1200, 1600) if key in PORTRAITS else (1600, 900) if key == "sailing-race" else (1600, 1067)
    assert (pictures[key].mode, pictures[key].size) == ("RGB", size)


@pytest.mark.parametrize("key", KEYS)
def test_every_quarter_of_a_picture_shows_something(pictures, key):
    for quarter in quarters(pictures[key]):
        thumbnail = quarter.resize((120, 80), Image.Resampling.BOX)
        assert len(set(thumbnail.get_flattened_data())) > 900
        assert ImageStat.Stat(thumbnail.convert("L")).stddev[0] > 5


@pytest.mark.parametrize("key", ["portrait-musician", "sailing-race"])
def test_a_picture_is_the_same_to_the_last_byte_every_time(originals, key):
    assert drawn(draw(key), key).read() == originals[key].read_bytes()


def test_no_picture_resembles_another(pictures):
    small = [picture.resize((24, 16), Image.Resampling.BOX) for picture in pictures.values()]
    for number, one in enumerate(small):
        for other in small[:number]:
            assert max(ImageStat.Stat(ImageChops.difference(one, other)).mean) > 16
