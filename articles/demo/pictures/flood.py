"""The river over its banks."""

from math import sin

from .figures import house, lit, person
from .nature import bare_tree, clouds, foliage, haze, land, mirror, reflect, ridge, waves
from .sheet import both, moved, smooth, steep

# Coordinates stand in rows, as they were drawn.
# fmt: off


def river_flood(sheet):
    sheet.wash((0, "#5f6d78"), (300, "#8f979a"), (520, "#c9c1b0"), (1067, "#c9c1b0"))
    clouds(sheet, -140, 480, "#d8d0c0", "#4f5d69", cover=0.66, across=700, down=170, strength=0.9)
    land(sheet, ridge(sheet, 560, 110, waves=1.5), "#8d989a")
    haze(sheet, 560, 70, "#cfc7b6", 0.6)
    wood = sheet.cut()
    for x in range(-20, 1640, 46):
        foliage(sheet, wood, x, 556 + 8 * sin(x), 34, sheet.random.uniform(24, 52), leaves=26)
    sheet.lay(wood, "#75807c", 0.9)
    haze(sheet, 590, 40, "#cfc7b6", 0.5)
    _village(sheet)
    _bridge(sheet)
    trunks = sheet.cut()
    for x, tall in ((210, 260), (330, 210), (640, 170), (1480, 300), (1380, 200)):
        bare_tree(sheet, trunks, x, 660, tall, sheet.random.uniform(-0.08, 0.08))
    sheet.lay(trunks, "#4a4a46")
    mirror(sheet, 640, "#75695a", strength=0.5, ripple=8)
    _torrent(sheet)
    before = sheet.image.copy()
    near = sheet.cut()
    bare_tree(sheet, near, 250, 832, 560, 0.05)
    bare_tree(sheet, near, 1350, 792, 430, -0.06)
    near.line([(700, 850), (700, 760)], 7).box(660, 724, 742, 764)
    sheet.lay(near, "#2a2b2a")
    sheet.lay(sheet.cut().disc(700, 738, 36).mask(), "#d9cfba")
    sheet.lay(sheet.cut().disc(700, 738, 30).mask(), "#a23e2e")
    sheet.lay(sheet.cut().box(680, 733, 720, 743), "#efe6d2")
    reflect(sheet, before, 832, "#5f5648", strength=0.6, ripple=12)
    _rescue(sheet)


def _village(sheet):
    walls, roofs, panes = sheet.cut(), sheet.cut(), sheet.cut()
    for x, wide, tall in ((1180, 90, 96), (1270, 76, 80), (1350, 100, 110), (1452, 80, 86), (1535, 110, 104)):
        house(walls, roofs, panes, sheet.random, x, 650, wide, tall, 42, lit=0.85)
    tower = sheet.cut().box(1400, 420, 1440, 600)
    sheet.lay(tower, "#a9a79c")
    sheet.lay(sheet.cut().polygon([(1392, 424), (1420, 330), (1448, 424)]), "#56636b")
    sheet.lay(walls, sheet.ramp((530, "#c9bea8"), (650, "#9a8d78")))
    sheet.lay(roofs, "#5c666c")
    sheet.lay(panes, "#57574f", 0.8)
    lit(sheet, sheet.cut().box(1372, 562, 1384, 580).box(1560, 570, 1574, 590), "#f5cf86", 1.0, halo=10)


def _bridge(sheet):
    deck = smooth([(-20, 560), (300, 520), (560, 505), (820, 520), (1180, 575)], closed=False)
    stone = sheet.cut().polygon([*deck, (1180, 650), (-20, 650)])
    for x, wide, top in ((90, 105, 590), (350, 120, 560), (630, 122, 556), (890, 108, 578)):
        stone.disc(x, 650, wide, 650 - top, tone=0)
    mask = stone.mask()
    sheet.lay(mask, sheet.ramp((505, "#b3a48a"), (650, "#7f7361")))
    courses = sheet.cut()
    for y in range(515, 650, 14):
        courses.line([(-20, y + 12), (1200, y + 12)], 1)
        for x in range(-20 + (y % 28), 1200, 44):
            courses.line([(x, y + 12), (x, y + 26)], 1)
    sheet.lay(both(mask, courses), "#5b5245", 0.35)
    sheet.shade(both(mask, steep(sheet.noise(120, 60, 5), 150, 80)), "#94907f", 0.7)
    rings = sheet.cut()
    for x, wide, top in ((90, 105, 590), (350, 120, 560), (630, 122, 556), (890, 108, 578)):
        rings.arc([(x - wide, 650), (x - wide * 0.72, 650 - (650 - top) * 0.7), (x, top),
            (x + wide * 0.72, 650 - (650 - top) * 0.7), (x + wide, 650)], 9)
    sheet.lay(rings, "#c9bb9f", 0.85)
    sheet.lay(sheet.cut().line(deck, 11), "#cfc2a8")
    folk = sheet.cut()
    for x, y in ((470, 506), (500, 505), (540, 504), (700, 509)):
        person(folk, sheet.random, x, y + 8, 58)
    sheet.lay(folk, "#2f3436")


def _torrent(sheet):
    below = sheet.fade((640, 0), (680, 255))
    sheet.lay(both(below, sheet.fade((640, 60), (1067, 190))), "#7a6548")
    for across, down, ink, middle, strength in ((420, 22, "#4a4134", 140, 0.55), (300, 14, "#a8977a", 160, 0.6),
            (520, 30, "#bfb39a", 178, 0.5)):
        sheet.lay(both(steep(sheet.noise(across, down, 5), middle, 70), below), ink, strength)
    waves(sheet, 650, "#cfc4ac", 220, 0.4)
    waves(sheet, 650, "#40382d", 260, 0.45)
    drift = sheet.cut()
    for x, y, wide, lean in ((520, 900, 150, 14), (980, 980, 190, -18), (1180, 720, 80, 6)):
        drift.curve([(x - wide, y + lean + 4), (x - wide * 0.3, y + lean * 0.2 - 2),
            (x + wide * 0.4, y - lean * 0.6 - 5), (x + wide, y - lean - 8), (x + wide * 0.9, y - lean + 4), (x,
            y + 9), (x - wide * 0.9, y + lean + 14)])
        for part, reach in ((-0.3, 46), (0.45, 60)):
            drift.arc([(x + wide * part, y), (x + wide * (part + 0.1), y - reach * 0.5),
                (x + wide * (part + 0.3), y - reach)], 4)
            drift.arc([(x + wide * (part + 0.1), y - reach * 0.5), (x + wide * (part + 0.02), y - reach * 0.8)], 3)
    sheet.lay(drift, "#3a3129")


def _rescue(sheet):
    boat = sheet.cut().curve([(930, 846), (960, 860), (1120, 858), (1176, 832), (1160, 880), (1130, 890), (950, 888)])
    sheet.shade(sheet.cut().disc(1050, 900, 130, 16), "#4a4134", 0.8, soft=8)
    crew = sheet.cut()
    for x in (985, 1036, 1090):
        crew.disc(x, 792, 10, 12).curve([(x - 20, 818), (x, 804), (x + 20, 818), (x + 22, 862), (x - 22, 862)])
    crew.line([(1096, 824), (1140, 880)], 4)
    sheet.lay(crew, "#27323a")
    sheet.lay(both(crew, sheet.cut().box(960, 816, 1120, 846)), "#d07a34", 0.95)
    sheet.lay(boat, "#b2452f")
    sheet.lay(both(boat, moved(boat, 0, 16)), "#74291f", 0.9)
    wake = sheet.cut()
    for _ in range(40):
        x = sheet.random.uniform(820, 1190)
        wake.disc(x, 890 + sheet.random.gauss(2, 4), sheet.random.uniform(6, 26), 1.8)
    sheet.lay(wake, "#e6dcc6", 0.65)
