"""Placeholder photographs for the demo paper, drawn rather than shot: nobody's rights, nothing to download."""

from . import (
    bay,
    coast,
    docks,
    fields,
    flood,
    halls,
    harbour,
    hospital,
    library,
    musician,
    portraits,
    roofs,
    school,
    shore,
    shows,
    stadium,
    streets,
    tram,
)
from .finish import finished
from .sheet import Sheet

LANDSCAPE, WIDE, PORTRAIT = (1600, 1067), (1600, 900), (1200, 1600)
SIZES = {"sailing-race": WIDE, "portrait-fisherman": PORTRAIT, "portrait-woman-window": PORTRAIT}
SCENES = {
    "harbour-dawn": harbour.harbour_dawn,
    "fishing-boats": harbour.fishing_boats,
    "cliffs": coast.cliffs,
    "lighthouse-night": coast.lighthouse_night,
    "town-roofs": roofs.town_roofs,
    "rain-street": streets.rain_street,
    "stadium": stadium.stadium,
    "wheat-fields": fields.wheat_fields,
    "cows": fields.cows,
    "wind-turbines": coast.wind_turbines,
    "shipyard": docks.shipyard,
    "containers": docks.containers,
    "beach-winter": shore.beach_winter,
    "oyster-parks": shore.oyster_parks,
    "ferry": bay.ferry,
    "sailing-race": bay.sailing_race,
    "market-hall": halls.market_hall,
    "tram": tram.tram,
    "council": halls.council,
    "school": school.school,
    "hospital": hospital.hospital,
    "river-flood": flood.river_flood,
    "stage": shows.stage,
    "theatre": shows.theatre,
    "library": library.library,
    "portrait-fisherman": portraits.fisherman,
    "portrait-woman-window": portraits.woman_window,
    "portrait-musician": musician.musician,
}
KEYS = tuple(SCENES)


def draw(key):
    """The picture of that name, the same to the last byte on every run."""
    sheet = Sheet(key, SIZES.get(key, LANDSCAPE))
    SCENES[key](sheet)
    return finished(sheet)
