"""Placeholder photographs for the demo paper, drawn and not shot: no rights, no downloads."""

from . import coast, country, halls, harbour, portraits, town
from .finish import finished
from .sheet import Sheet

LANDSCAPE, WIDE, PORTRAIT = (1600, 1067), (1600, 900), (1200, 1600)
SIZES = {"sailing-race": WIDE, "portrait-fisherman": PORTRAIT, "portrait-woman-window": PORTRAIT}
SCENES = {**harbour.SCENES, **coast.SCENES, **country.SCENES, **portraits.SCENES, **town.SCENES, **halls.SCENES}
KEYS = tuple(SCENES)


def draw(key):
    """The picture of that name, the same to the last byte on every run."""
    sheet = Sheet(key, SIZES.get(key, LANDSCAPE))
    SCENES[key](sheet)
    return finished(sheet)
