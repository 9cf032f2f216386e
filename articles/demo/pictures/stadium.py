"""A match under floodlights."""

from math import cos, pi, sin

from .figures import View, heads, lit, person
from .nature import clouds, glow, stars
from .sheet import both, moved, smooth

# Coordinates stand in rows, as they were drawn.
# fmt: off


def stadium(sheet):
    sheet.wash((0, "#0c1a33"), (360, "#24456a"), (520, "#4c6c86"), (1067, "#1b2b3a"))
    stars(sheet, 300, 90)
    clouds(sheet, 0, 480, "#5b7a96", "#14284a", cover=0.42, across=800, down=80, strength=0.6)
    _stands(sheet)
    _pitch(sheet)
    _pylons(sheet)
    crowd = sheet.cut()
    for y, size, count in ((900, 26, 40), (950, 36, 30), (1020, 52, 21)):
        row = sheet.cut()
        heads(sheet, row, y, size, count, raised=0.12)
        mask = row.mask()
        sheet.lay(mask, "#7fa4b8", 0.8)
        sheet.lay(both(mask, moved(mask, 0, size * 0.07)), ("#1b2a3a", "#142130",
            "#0c1622")[(900, 950, 1020).index(y)])
    crowd.polygon(smooth([(210, 860), (300, 842), (400, 860), (500, 846)], closed=False)
        + smooth([(502, 878), (400, 892), (300, 874), (212, 892)], closed=False))
    sheet.lay(crowd, sheet.ramp((210, "#2f6a8c"), (306, "#2f6a8c"), (307, "#f0ead8"), (404, "#f0ead8"),
        (405, "#b84b35"), (502, "#b84b35"), across=True))


def _stands(sheet):
    tiers = sheet.cut().polygon([(-10, 400), (300, 452), (1300, 452), (1610, 400), (1610, 640), (1300, 590),
        (300, 590), (-10, 640)]).mask()
    sheet.lay(tiers, sheet.ramp((400, "#1c2d44"), (640, "#31465c")))
    seats = sheet.cut()
    for _ in range(5200):
        x, part = sheet.random.uniform(0, 1600), sheet.random.random()
        side = max(0, abs(x - 800) - 500) / 300
        top, bottom = 456 - 52 * side, 584 + 50 * side
        y = top + (bottom - top) * part
        seats.disc(x, y, 2.1 + side, 2.5 + side, sheet.random.choice((40, 70, 110, 160, 220)))
    sheet.lay(both(tiers, seats), sheet.ramp((0, "#c9886a"), (420, "#a9bcc4"), (800, "#e3d6bd"), (1150, "#8fb0c0"),
        (1600, "#c99a6a"), across=True), 0.75)
    aisles = sheet.cut()
    for x in range(300, 1310, 125):
        aisles.line([(x, 452), (800 + (x - 800) * 1.06, 592)], 3)
    sheet.lay(aisles, "#16243a", 0.8)
    roof = sheet.cut().polygon([(-10, 330), (290, 398), (1310, 398), (1610, 330), (1610, 392), (1300, 440),
        (300, 440), (-10, 392)])
    sheet.lay(roof, sheet.ramp((330, "#0e1b2e"), (440, "#2a3f57")))
    lit(sheet, sheet.cut().line([(-10, 390), (300, 438), (1300, 438), (1610, 390)], 4), "#dfeaf0", 0.9, halo=9)
    trusses = sheet.cut()
    for x in range(320, 1300, 70):
        trusses.line([(x, 400), (x + 35, 360), (x + 70, 400)], 2)
    trusses.line([(300, 360), (1300, 360)], 3)
    sheet.lay(trusses, "#16263d")
    boards = sheet.cut().polygon([(300, 588), (1300, 588), (1300, 606), (300, 606)])
    boards.polygon([(300, 588), (300, 606), (-10, 664), (-10, 636)])
    boards.polygon([(1300, 588), (1300, 606), (1610, 664), (1610, 636)])
    sheet.lay(boards, sheet.ramp((0, "#a5432f"), (320, "#d0a04a"), (500, "#2f6a8c"), (900, "#e8e0cc"),
        (1200, "#2f6a8c"), (1600, "#a5432f"), across=True), 0.9)


def _pitch(sheet):
    view = View(800, 430, 900)

    def spot(right, ahead):
        return view.at(right, -9, ahead)

    turf = sheet.cut().polygon([spot(-62, 15), spot(62, 15), spot(62, 46), spot(-62, 46)]).mask()
    sheet.lay(turf, sheet.ramp((605, "#6f9a5c"), (760, "#4d8150"), (980, "#2b5a43")))
    stripes, lines = sheet.cut(), sheet.cut()
    for step in range(-7, 7, 2):
        stripes.polygon([spot(step * 7, 15), spot(step * 7 + 7, 15), spot(step * 7 + 7, 46), spot(step * 7, 46)])
    sheet.lay(both(stripes, turf), "#8fb568", 0.4)
    for points in ([(-46, 44), (46, 44)], [(-46, 17.6), (46, 17.6)], [(-46, 44), (-46, 17.6)],
            [(46, 44), (46, 17.6)], [(0, 44), (0, 17.6)]):
        lines.line([spot(*point) for point in points], 4)
    circle = [spot(9 * cos(turn * pi / 20), 27 + 4.6 * sin(turn * pi / 20)) for turn in range(41)]
    lines.line(circle, 4).disc(*spot(0, 27), 6, 3)
    for side in (-1, 1):
        lines.line([spot(side * 46, 37), spot(side * 31, 37), spot(side * 31, 21), spot(side * 46, 21)], 4)
        lines.line([spot(side * 46, 32.5), spot(side * 41, 32.5), spot(side * 41, 24.5), spot(side * 46, 24.5)], 3)
    sheet.lay(both(lines, turf), "#f2f2e2", 0.85)
    sheet.shine(both(turf, sheet.cut().disc(800, 720, 620, 90)), "#e8f0c8", 0.35, soft=50)
    home, away = sheet.cut(), sheet.cut()
    spots = [(-30, 30), (-18, 36), (-16, 24), (-6, 31), (-3, 25.6), (5, 35), (9, 27), (14, 22), (20, 32), (28, 26),
        (36, 30), (-24, 21.6), (2, 21)]
    for number, (right, ahead) in enumerate(spots):
        x, y = spot(right, ahead)
        tall = 900 * 2.5 / ahead
        for turn in (-2.2, 2.2):
            sheet.shade(sheet.cut().polygon([(x - 5, y), (x + 5, y), (x + turn * tall * 0.5 + 5, y + 10),
                (x + turn * tall * 0.5 - 5, y + 10)]), "#2d5a40", 0.4, soft=2)
        person(home if number % 2 else away, sheet.random, x, y, tall, coat=0.46,
            step=sheet.random.uniform(0.05, 0.22))
    sheet.lay(home, "#f4eeda")
    sheet.lay(away, "#16344f")
    sheet.lay(both(home, sheet.fade((600, 0), (601, 255))), sheet.ramp((0, "#f4eeda"), (1067, "#d9d2bd")), 0.5)
    sheet.lay(sheet.cut().disc(*spot(0.8, 25.2), 6, 5.6), "#ffffff")
    for side in (-1, 1):
        goal = sheet.cut()
        top = [view.at(side * 46, -9 + 4.2, ahead) for ahead in (25.6, 31.4)]
        goal.line([spot(side * 46, 25.6), *top, spot(side * 46, 31.4)], 4)
        sheet.lay(goal, "#f6f4e8")


def _pylons(sheet):
    for x, top, size in ((130, 96, 1.0), (1470, 96, 1.0), (430, 196, 0.62), (1170, 196, 0.62)):
        mast = sheet.cut()
        for shift in (-16, 16):
            mast.line([(x + shift * size * 1.7, 420), (x + shift * 0.5 * size, top + 60 * size)], 5 * size)
        for step in range(9):
            y = 420 - (360 - top) * step / 9
            mast.line([(x - 24 * size, y), (x + 24 * size, y - 24 * size)], 2 * size)
        mast.polygon([(x - 74 * size, top - 46 * size), (x + 74 * size, top - 46 * size),
            (x + 68 * size, top + 62 * size), (x - 68 * size, top + 62 * size)])
        sheet.lay(mast, "#0d1828")
        lamps = sheet.cut()
        for column in range(6):
            for row in range(4):
                lamps.disc(x + (column - 2.5) * 22 * size, top + (row * 25 - 32) * size, 9 * size)
        glow(sheet, x, top, 520 * size, "#a9cbe0", 0.75)
        glow(sheet, x, top, 190 * size, "#f2f6ee", 0.9)
        lit(sheet, lamps, "#fffdf0", 1.0, halo=9)
        inward = 1 if x < 800 else -1
        shaft = sheet.cut().polygon([(x - 60 * size, top), (x + 60 * size, top), (x + inward * 760, 800),
            (x + inward * 180, 800)])
        sheet.shine(both(shaft, sheet.fade((top, 200), (760, 0))), "#bfd6e0", 0.26, soft=24)
