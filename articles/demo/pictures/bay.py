"""Boats under way: the island ferry and a race."""

from .boats import sailing
from .figures import person
from .nature import clouds, crest, glitter, glow, gulls, haze, land, reflect, ridge, sea, waves
from .sheet import both, smooth, steep

# Coordinates stand in rows, as they were drawn.
# fmt: off


def ferry(sheet):
    sheet.wash((0, "#6f93ab"), (300, "#a9c0c6"), (520, "#e6e3d2"), (1067, "#e6e3d2"))
    clouds(sheet, -80, 470, "#fbf5e6", "#7f9cae", cover=0.5, across=640, down=140, strength=0.85)
    glow(sheet, 1250, 330, 520, "#fff2cf", 0.5)
    land(sheet, ridge(sheet, 548, 60, waves=2), "#9fb3b8", bottom=560)
    _island(sheet)
    sea(sheet, 548, "#a9bdbb", "#2b5266", "#e8ece0", "#2d586b", 800)
    glitter(sheet, 1250, 552, 170, "#fff6da", 330, 0.6)
    _ferry_boat(sheet, 660, 700, 640)
    gulls(sheet, [(1180, 420, 78), (1262, 500, 50), (1110, 330, 44), (330, 300, 60), (250, 380, 36),
        (1420, 250, 40)], "#fdfaf0")


def _island(sheet):
    back = land(sheet, smooth([(820, 556), (930, 520), (1010, 500), (1130, 486), (1260, 462), (1400, 474),
        (1500, 456), (1640, 470)], closed=False), "#7f9a98", bottom=556)
    front = land(sheet, [(1000, 556), *ridge(sheet, 556, 88, waves=2, left=1060, right=1640)], "#56756f", bottom=556)
    sheet.lay(both(front, steep(sheet.noise(90, 22), 140, 90)), "#7d8f68", 0.6)
    sheet.lay(both(back, steep(sheet.noise(120, 30), 140, 90)), "#93a795", 0.4)
    homes, roofs = sheet.cut(), sheet.cut()
    for _ in range(26):
        x = sheet.random.gauss(1290, 90)
        y, wide = 552 - sheet.random.random() * 20, sheet.random.uniform(12, 24)
        homes.box(x, y - wide * 0.6, x + wide, y)
        roofs.polygon([(x - 2, y - wide * 0.6), (x + wide * 0.5, y - wide * 1.05), (x + wide + 2, y - wide * 0.6)])
    homes.polygon([(1498, 462), (1501, 392), (1511, 392), (1514, 462)])
    homes.box(1498, 384, 1514, 392)
    homes.box(1502, 374, 1510, 384)
    sheet.lay(homes, "#f2ead8")
    sheet.lay(roofs, "#6a7680")
    haze(sheet, 545, 40, "#e6e3d2", 0.3)


def _ferry_boat(sheet, x, water, size):
    def at(right, up):
        return x + right * size, water - up * size

    wake = sheet.cut()
    for _ in range(330):
        back = sheet.random.random()
        crest(wake, x - size * 0.4 - back**0.8 * 620, water + 6 + back * 40 + sheet.random.gauss(0, 5 + back * 26),
            10 + 40 * sheet.random.random(), 1 + 3 * sheet.random.random())
    sheet.lay(wake, "#f4f3ea", 0.55)
    before = sheet.image.copy()
    decks = sheet.cut().polygon([at(-0.44, 0.1), at(-0.44, 0.2), at(0.3, 0.2), at(0.36, 0.1)])
    decks.polygon([at(-0.36, 0.2), at(-0.36, 0.29), at(0.16, 0.29), at(0.22, 0.2)])
    decks.polygon([at(0.0, 0.29), at(0.0, 0.37), at(0.12, 0.37), at(0.16, 0.29)])
    sheet.lay(decks, sheet.ramp((at(0, 0.37)[1], "#fdf8ea"), (at(0, 0.1)[1], "#d3d6cd")))
    sheet.lay(sheet.cut().box(*at(-0.45, 0.206), *at(0.31, 0.195)).box(*at(-0.37, 0.296),
        *at(0.18, 0.287)).box(*at(-0.01, 0.378), *at(0.13, 0.366)), "#51636c")
    panes = sheet.cut()
    for step in range(15):
        panes.box(*at(-0.42 + step * 0.047, 0.172), *at(-0.388 + step * 0.047, 0.138))
    for step in range(9):
        panes.box(*at(-0.33 + step * 0.052, 0.27), *at(-0.292 + step * 0.052, 0.235))
    panes.box(*at(0.014, 0.355), *at(0.11, 0.318))
    sheet.lay(panes, "#33505f")
    funnel = sheet.cut().polygon([at(-0.22, 0.29), at(-0.24, 0.42), at(-0.15, 0.42), at(-0.12, 0.29)])
    sheet.lay(funnel, "#b2482f")
    sheet.lay(both(funnel, sheet.cut().box(*at(-0.3, 0.385), *at(0, 0.355))), "#f3ecd9")
    hull = sheet.cut().polygon(smooth([at(-0.5, 0.125), at(0.1, 0.105), at(0.52, 0.165)], closed=False)
        + [at(0.43, -0.02), at(-0.48, -0.02)])
    sheet.lay(hull, sheet.ramp((at(0, 0.16)[1], "#f2ede0"), (at(0, 0.085)[1], "#dcdcd2"),
        (at(0, 0.08)[1], "#23506f"), (water, "#173a52")))
    rails = sheet.cut().line([at(0.06, 0.37), at(0.06, 0.55)], 4)
    rails.line([at(-0.33, 0.29), at(-0.33, 0.4)], 3)
    rails.line([at(0.02, 0.5), at(0.1, 0.5)], 2)
    rails.line([at(0.3, 0.165), at(0.5, 0.2)], 1.5)
    for right in range(-36, 0, 2):
        rails.line([at(right / 100, 0.29), at(right / 100, 0.322)], 1.2)
    rails.line([at(-0.36, 0.322), at(0, 0.322)], 1.5)
    sheet.lay(rails, "#3f4f58", 0.9)
    crowd = sheet.cut()
    for right in (-0.33, -0.305, -0.27, -0.09, -0.06, -0.03, 0.38, 0.4):
        person(crowd, sheet.random, *at(right, 0.29 if right < 0.3 else 0.15), size * 0.062)
    sheet.lay(crowd, "#2b3a44")
    reflect(sheet, before, water + size * 0.015, "#2b5266", strength=0.55, ripple=4)
    waves(sheet, water, "#e8ece0", 60, 0.5)
    foam = sheet.cut()
    for _ in range(90):
        part = sheet.random.random()
        crest(foam, x + (-0.5 + part) * size, water + 6 + sheet.random.gauss(4, 5) - 14 * part**8,
            26 * sheet.random.random() + 8, 2 + 5 * part * sheet.random.random())
    sheet.lay(foam, "#f8f6ec", 0.85)


def sailing_race(sheet):
    sheet.wash((0, "#5f8fae"), (230, "#a8c4cd"), (400, "#f0e4c9"), (900, "#f0e4c9"))
    clouds(sheet, -120, 380, "#fdf3de", "#86a7ba", cover=0.48, across=620, down=110, strength=0.85)
    coast = land(sheet, ridge(sheet, 408, 110, waves=1.6), "#8ba3a8", bottom=415)
    sheet.lay(both(coast, steep(sheet.noise(140, 20), 140, 90)), "#b9bfae", 0.4)
    land(sheet, ridge(sheet, 412, 60, waves=2.4, left=900, right=1700), "#6d8a88", bottom=415)
    haze(sheet, 405, 50, "#f0e4c9", 0.5)
    sea(sheet, 408, "#b4cbc9", "#1c4b68", "#eef0e4", "#235a77", 1100)
    glitter(sheet, 420, 410, 150, "#fff3d2", 300, 0.6)
    pale = ("#f7f1e1", "#efe7d3")
    for x, water, tall in ((1010, 424, 60), (1100, 428, 74), (905, 430, 66), (1240, 436, 92), (700, 434, 80),
            (1420, 446, 110), (560, 446, 96)):
        sailing(sheet, x, water, tall, -0.12, pale, "#5d6e78")
    for x, water, tall, jib, hull in ((1290, 560, 300, "#c65b3c", "#f3eee0"), (860, 520, 240, "#d9a44a", "#27495c"),
            (250, 560, 320, "#efe7d3", "#a8432f")):
        sailing(sheet, x, water, tall, -0.17, ("#faf4e4", jib), hull)
    waves(sheet, 590, "#164058", 110, 0.5)
    sailing(sheet, 700, 770, 690, -0.16, ("#fcf6e6", "#2f6d8c"), "#f4efe2")
    waves(sheet, 770, "#123a52", 60, 0.6)
    waves(sheet, 760, "#f2f1e6", 40, 0.5)
    gulls(sheet, [(1130, 170, 60), (1210, 220, 40), (180, 150, 46)], "#fdfaf0")
