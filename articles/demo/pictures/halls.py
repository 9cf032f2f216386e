"""Scenes under a roof or before a crowd: stage, theatre, stadium, market, council, library."""

from math import cos, pi, sin

from .figures import View, lit, person
from .nature import clouds, glow, stars
from .sheet import both, inverse, moved, smooth, steep


def beam(sheet, x, y, end, foot, spread, colour, strength):
    """A shaft of stage light from a lamp at (x, y) to the floor."""
    shaft = sheet.cut().polygon([(x - 7, y), (x + 7, y), (end + spread, foot), (end - spread, foot)])
    sheet.shine(both(shaft, sheet.fade((y, 255), (foot, 40))), colour, strength, soft=9)
    glow(sheet, x, y, 70, colour, 0.9)


def heads(sheet, stencil, y, size, count, raised=0.0):
    """A row of spectators seen from behind."""
    for number in range(count):
        x = sheet.width * (number + sheet.random.uniform(0.1, 0.9)) / count
        top = y + sheet.random.uniform(-0.35, 0.35) * size
        stencil.disc(x, top, size * 0.36, size * 0.45)
        stencil.curve(
            [
                (x - size, top + size * 2.6),
                (x - size * 0.9, top + size * 0.95),
                (x - size * 0.3, top + size * 0.55),
                (x + size * 0.3, top + size * 0.55),
                (x + size * 0.9, top + size * 0.95),
                (x + size, top + size * 2.6),
            ]
        )
        if sheet.random.random() < raised:
            side = sheet.random.choice((-1, 1))
            hand = x + side * size * sheet.random.uniform(0.5, 1.1), top - size * sheet.random.uniform(0.9, 2.0)
            stencil.line([(x + side * size * 0.75, top + size), (x + side * size * 0.95, top), hand], size * 0.26).disc(
                *hand, size * 0.19, size * 0.24
            )


def stage(sheet):
    sheet.wash((0, "#0d1526"), (600, "#1e3350"), (800, "#2b3c54"), (1067, "#0a101c"))
    glow(sheet, 800, 520, 820, "#2f6a94", 0.7)
    glow(sheet, 800, 640, 420, "#f0a24e", 0.7, flat=0.7)
    sheet.shade(steep(sheet.noise(500, 300, 5), 150, 150), "#8090a8", 0.5)
    truss = sheet.cut()
    for y in (112, 150):
        truss.line([(130, y), (1470, y)], 5)
    for x in range(130, 1470, 44):
        truss.line([(x, 112), (x + 22, 150), (x + 44, 112)], 2.5)
    for x in (150, 1450):
        truss.line([(x - 18, 100), (x - 18, 800)], 5).line([(x + 18, 100), (x + 18, 800)], 5)
        for y in range(150, 800, 40):
            truss.line([(x - 18, y), (x + 18, y + 20), (x - 18, y + 40)], 2.5)
    sheet.lay(truss, "#0b1220")
    for x, end, colour, strength in (
        (260, 520, "#f2a24c", 0.75),
        (420, 300, "#4f9ccb", 0.7),
        (560, 760, "#f6c37a", 0.75),
        (720, 620, "#4f9ccb", 0.6),
        (880, 980, "#4f9ccb", 0.6),
        (1040, 850, "#f6c37a", 0.75),
        (1180, 1300, "#4f9ccb", 0.7),
        (1340, 1080, "#f2a24c", 0.75),
    ):
        beam(sheet, x, 160, end, 800, 95, colour, strength)
    lamps = sheet.cut()
    for x in (260, 420, 560, 720, 880, 1040, 1180, 1340):
        lamps.polygon([(x - 15, 136), (x + 15, 136), (x + 19, 164), (x - 19, 164)])
    sheet.lay(lamps, "#070c16")
    _band(sheet)
    _amplifiers(sheet)
    deck = sheet.cut().box(0, 786, 1600, 830)
    sheet.lay(deck, sheet.ramp((786, "#7a5236"), (796, "#1a1a26"), (830, "#0b101c")))
    for y, size, count, ink, rim in (
        (828, 24, 34, "#1a2a44", "#e29a54"),
        (882, 36, 24, "#111d33", "#c98a55"),
        (960, 56, 16, "#0a1222", "#7fa3c0"),
    ):
        crowd = sheet.cut()
        heads(sheet, crowd, y, size, count, raised=0.4)
        mask = crowd.mask()
        sheet.lay(mask, rim, 0.85)
        sheet.lay(both(mask, moved(mask, 0, size * 0.06)), ink)
    phones = sheet.cut()
    for _ in range(9):
        x, y = sheet.random.uniform(100, 1500), sheet.random.uniform(800, 900)
        phones.polygon([(x, y), (x + 13, y - 2), (x + 15, y + 22), (x + 2, y + 24)])
    lit(sheet, phones, "#d9e9f0", 0.95, halo=7)


def _band(sheet):
    players = sheet.cut()
    person(players, sheet.random, 800, 790, 260, coat=0.44, step=0.11)
    players.line([(826, 596), (872, 560), (838, 542)], 20).line([(772, 598), (738, 660), (784, 690)], 20)
    players.line([(846, 790), (836, 545)], 5).disc(836, 540, 9, 12).line([(816, 790), (876, 790)], 6)
    for x, way in ((560, 1), (1060, -1)):
        person(players, sheet.random, x, 790, 246, coat=0.46, step=0.12)
        players.curve(
            [
                (x - way * 52, 676),
                (x - way * 20, 634),
                (x + way * 16, 650),
                (x + way * 34, 684),
                (x + way * 4, 704),
                (x - way * 40, 722),
            ]
        )
        players.line([(x, 668), (x + way * 150, 604)], 8).line([(x + way * 142, 608), (x + way * 166, 596)], 14)
        players.line([(x + way * 22, 596), (x + way * 58, 660), (x + way * 108, 630)], 17).line(
            [(x - way * 24, 596), (x - way * 58, 650), (x - way * 4, 686)], 17
        )
    drums = sheet.cut().disc(930, 726, 56).disc(858, 700, 30, 22).disc(1000, 702, 32, 22).box(640, 700, 720, 790)
    for x, y in ((830, 640), (1022, 630), (970, 610)):
        drums.disc(x, y, 42, 5).line([(x, y), (x + 6, 790)], 4)
    drums.disc(932, 590, 22, 26).curve([(892, 690), (900, 634), (932, 616), (964, 634), (974, 690)]).line(
        [(904, 640), (868, 668), (850, 690)], 15
    )
    riser = sheet.cut().box(760, 758, 1090, 792)
    sheet.lay(riser, "#0d1728")
    mask = drums.mask()
    sheet.lay(mask, "#d98a48")
    sheet.lay(both(mask, moved(mask, 0, 4)), "#16233a")
    mask = players.mask()
    sheet.lay(mask, "#ffd08a")
    sheet.lay(both(mask, moved(mask, -3, 4), moved(mask, 3, 2)), "#0b1322")


def _amplifiers(sheet):
    racks = sheet.cut()
    for x in (226, 300, 1230, 1304):
        racks.box(x, 640, x + 68, 788).box(x + 4, 560, x + 64, 636)
    cones = sheet.cut()
    for x in (226, 300, 1230, 1304):
        for y in (676, 744):
            cones.disc(x + 34, y, 26).disc(x + 34, y, 18, tone=120)
    sheet.lay(racks, "#0c1424")
    sheet.lay(both(racks, inverse(moved(racks, 2, 3))), "#b97f4d", 0.8)
    sheet.lay(cones, "#25364f", 0.8)


def theatre(sheet):
    sheet.wash((0, "#2a0f12"), (1067, "#1a0a0d"))
    _curtain(sheet)
    _proscenium(sheet)
    glow(sheet, 800, 690, 760, "#f2a95c", 0.5, flat=0.5)
    floor = sheet.cut().polygon([(250, 742), (1350, 742), (1400, 800), (200, 800)])
    sheet.lay(floor, sheet.ramp((742, "#c78a4e"), (800, "#6b3f25")))
    sheet.shine(sheet.cut().disc(800, 768, 300, 22), "#ffd9a0", 0.7, soft=12)
    sheet.lay(sheet.cut().box(190, 798, 1410, 836), sheet.ramp((798, "#8d6230"), (836, "#2b1713")))
    foot = sheet.cut()
    for x in range(230, 1400, 58):
        foot.curve([(x - 13, 800), (x - 10, 788), (x, 783), (x + 10, 788), (x + 13, 800)])
    lit(sheet, foot, "#ffe2a6", 1.0, halo=12)
    _seats(sheet)
    people = sheet.cut()
    person(people, sheet.random, 800, 772, 190, coat=0.4, step=0.06)
    sheet.shade(sheet.cut().disc(804, 774, 60, 7), "#5a3019", 0.9, soft=4)
    mask = people.mask()
    sheet.lay(mask, "#ffd7a0")
    sheet.lay(both(mask, moved(mask, -3, 3), moved(mask, 3, 3)), "#1c0d10")


def _curtain(sheet):
    cloth = sheet.cut().box(220, 120, 1380, 745).mask()
    stops, x = [], 220
    while x < 1400:
        wide = sheet.random.uniform(34, 62)
        stops += [
            (x, "#4f1014"),
            (x + wide * 0.3, "#8f211f"),
            (x + wide * 0.52, "#c23f31"),
            (x + wide * 0.72, "#93231f"),
        ]
        x += wide
    sheet.lay(cloth, sheet.ramp(*[(round(at), ink) for at, ink in stops], across=True))
    sheet.shade(both(cloth, sheet.fade((120, 255), (420, 60), (640, 0))), "#4a2026", 0.9)
    sheet.shade(both(cloth, steep(sheet.noise(90, 900, 3), 150, 140)), "#8d4a48", 0.6)
    hem = sheet.cut().box(220, 712, 1380, 726).box(220, 736, 1380, 742)
    sheet.lay(hem, "#d9a850", 0.75)
    sheet.shade(both(sheet.cut().box(796, 120, 806, 745), cloth), "#3a0c10", 0.8, soft=4)
    for middle, wide in ((330, 150), (800, 330), (1270, 150)):
        swag = sheet.cut().polygon(
            [
                (middle - wide, 110),
                *smooth(
                    [
                        (middle - wide, 150),
                        (middle - wide * 0.6, 236),
                        (middle, 268),
                        (middle + wide * 0.6, 236),
                        (middle + wide, 150),
                    ],
                    closed=False,
                ),
                (middle + wide, 110),
            ]
        )
        sheet.shade(moved(swag, 0, 18), "#3a1014", 0.7, soft=9)
        sheet.lay(swag, sheet.ramp((110, "#5d1416"), (200, "#a52c26"), (270, "#6f1919")))
        folds = sheet.cut()
        for step in range(1, 7):
            drop = 118 + step * 22
            folds.arc(
                [
                    (middle - wide, 112 + step * 5),
                    (middle - wide * 0.5, drop - 12),
                    (middle, drop),
                    (middle + wide * 0.5, drop - 12),
                    (middle + wide, 112 + step * 5),
                ],
                5,
            )
        sheet.lay(both(swag, folds), "#431013", 0.6, soft=2)
        fringe = sheet.cut().arc(
            [
                (middle - wide, 150),
                (middle - wide * 0.6, 236),
                (middle, 268),
                (middle + wide * 0.6, 236),
                (middle + wide, 150),
            ],
            9,
        )
        sheet.lay(fringe, "#e0b157")


def _proscenium(sheet):
    gold = sheet.cut().box(150, 60, 1450, 124).box(150, 60, 232, 800).box(1368, 60, 1450, 800)
    sheet.lay(gold, sheet.ramp((60, "#e0b566"), (130, "#a87431"), (800, "#70451f")))
    grooves = sheet.cut()
    for shift in (14, 30, 52, 68):
        grooves.line([(150 + shift, 124), (150 + shift, 800)], 3).line([(1450 - shift, 124), (1450 - shift, 800)], 3)
    for x in range(160, 1450, 30):
        grooves.disc(x, 92, 9).disc(x, 92, 5, tone=0)
    sheet.lay(grooves, "#4d2c14", 0.6)
    crest = sheet.cut().curve(
        [
            (690, 66),
            (720, 34),
            (770, 30),
            (800, 12),
            (830, 30),
            (880, 34),
            (910, 66),
            (880, 110),
            (800, 128),
            (720, 110),
        ]
    )
    sheet.lay(crest, sheet.ramp((12, "#f4d488"), (128, "#9c6a2c")))
    sheet.lay(sheet.cut().disc(800, 70, 30), "#5d1a18")
    sheet.lay(
        sheet.cut()
        .polygon([(796, 48), (804, 48), (807, 90), (793, 90)])
        .polygon([(786, 90), (814, 90), (814, 95), (786, 95)]),
        "#f1cf83",
    )
    for side in (-1, 1):
        for y in (270, 470, 650):
            middle = 800 + side * 725
            box = sheet.cut().curve(
                [(middle - 84, y), (middle - 70, y + 54), (middle, y + 78), (middle + 70, y + 54), (middle + 84, y)]
            )
            sheet.lay(sheet.cut().box(middle - 84, y - 110, middle + 84, y + 4), "#1d0a0c")
            glow(sheet, middle, y - 60, 110, "#f0a552", 0.6)
            folk = sheet.cut()
            for shift in (-36, 6, 44):
                folk.disc(middle + shift, y - 34, 11, 14).curve(
                    [
                        (middle + shift - 24, y + 8),
                        (middle + shift - 18, y - 16),
                        (middle + shift + 18, y - 16),
                        (middle + shift + 24, y + 8),
                    ]
                )
            sheet.lay(folk, "#170a0c")
            sheet.lay(box, sheet.ramp((y, "#d3a354"), (y + 80, "#7a4a22")))
            sheet.lay(sheet.cut().box(middle - 90, y - 4, middle + 90, y + 8), "#a5302a")
            sheet.lay(sheet.cut().disc(middle, y + 34, 22, 17), "#8d5a28")


def _seats(sheet):
    sheet.lay(sheet.cut().box(0, 832, 1600, 1067), "#160a0d")
    for row, (y, wide) in enumerate(((868, 58), (906, 74), (956, 96), (1024, 126))):
        backs, tops = sheet.cut(), sheet.cut()
        count = round(1600 / wide) + 2
        for number in range(count):
            x = (number - 0.5 * (row % 2)) * wide
            bow = 26 * (1 - ((x - 800) / 900) ** 2)
            top = y + bow - wide * 0.5
            backs.curve(
                [
                    (x - wide * 0.45, top + wide * 1.5),
                    (x - wide * 0.46, top + wide * 0.22),
                    (x - wide * 0.3, top),
                    (x, top - wide * 0.05),
                    (x + wide * 0.3, top),
                    (x + wide * 0.46, top + wide * 0.22),
                    (x + wide * 0.45, top + wide * 1.5),
                ]
            )
            tops.arc(
                [
                    (x - wide * 0.46, top + wide * 0.3),
                    (x - wide * 0.3, top),
                    (x, top - wide * 0.05),
                    (x + wide * 0.3, top),
                    (x + wide * 0.46, top + wide * 0.3),
                ],
                wide * 0.05,
            )
        watchers = sheet.cut()
        for number in range(count):
            if sheet.random.random() < (0.5, 0.42, 0.3, 0.12)[row]:
                x = (number - 0.5 * (row % 2)) * wide
                top = y + 26 * (1 - ((x - 800) / 900) ** 2) - wide * 0.72
                watchers.disc(x, top, wide * 0.17, wide * 0.22).curve(
                    [
                        (x - wide * 0.4, top + wide * 0.8),
                        (x - wide * 0.34, top + wide * 0.34),
                        (x, top + wide * 0.2),
                        (x + wide * 0.34, top + wide * 0.34),
                        (x + wide * 0.4, top + wide * 0.8),
                    ]
                )
        mask = watchers.mask()
        sheet.lay(mask, "#c98a55", 0.9)
        sheet.lay(both(mask, moved(mask, 0, wide * 0.035)), "#12090c")
        sheet.lay(backs, sheet.ramp((y - wide * 0.5, "#a02b27"), (y + wide * 0.4, "#4d1216"), (y + wide, "#2a0a0e")))
        sheet.lay(tops, "#e28a5c", 0.75)


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
        sheet.lay(both(mask, moved(mask, 0, size * 0.07)), ("#1b2a3a", "#142130", "#0c1622")[(900, 950, 1020).index(y)])
    crowd.polygon(
        smooth([(210, 860), (300, 842), (400, 860), (500, 846)], closed=False)
        + smooth([(502, 878), (400, 892), (300, 874), (212, 892)], closed=False)
    )
    sheet.lay(
        crowd,
        sheet.ramp(
            (210, "#2f6a8c"),
            (306, "#2f6a8c"),
            (307, "#f0ead8"),
            (404, "#f0ead8"),
            (405, "#b84b35"),
            (502, "#b84b35"),
            across=True,
        ),
    )


def _stands(sheet):
    tiers = (
        sheet.cut()
        .polygon([(-10, 400), (300, 452), (1300, 452), (1610, 400), (1610, 640), (1300, 590), (300, 590), (-10, 640)])
        .mask()
    )
    sheet.lay(tiers, sheet.ramp((400, "#1c2d44"), (640, "#31465c")))
    seats = sheet.cut()
    for _ in range(5200):
        x, part = sheet.random.uniform(0, 1600), sheet.random.random()
        side = max(0, abs(x - 800) - 500) / 300
        top, bottom = 456 - 52 * side, 584 + 50 * side
        y = top + (bottom - top) * part
        seats.disc(x, y, 2.1 + side, 2.5 + side, sheet.random.choice((40, 70, 110, 160, 220)))
    sheet.lay(
        both(tiers, seats),
        sheet.ramp(
            (0, "#c9886a"), (420, "#a9bcc4"), (800, "#e3d6bd"), (1150, "#8fb0c0"), (1600, "#c99a6a"), across=True
        ),
        0.75,
    )
    aisles = sheet.cut()
    for x in range(300, 1310, 125):
        aisles.line([(x, 452), (800 + (x - 800) * 1.06, 592)], 3)
    sheet.lay(aisles, "#16243a", 0.8)
    roof = sheet.cut().polygon(
        [(-10, 330), (290, 398), (1310, 398), (1610, 330), (1610, 392), (1300, 440), (300, 440), (-10, 392)]
    )
    sheet.lay(roof, sheet.ramp((330, "#0e1b2e"), (440, "#2a3f57")))
    lit(sheet, sheet.cut().line([(-10, 390), (300, 438), (1300, 438), (1610, 390)], 4), "#dfeaf0", 0.9, halo=9)
    trusses = sheet.cut()
    for x in range(320, 1300, 70):
        trusses.line([(x, 400), (x + 35, 360), (x + 70, 400)], 2)
    trusses.line([(300, 360), (1300, 360)], 3)
    sheet.lay(trusses, "#16263d")
    boards = (
        sheet.cut()
        .polygon([(300, 588), (1300, 588), (1300, 606), (300, 606)])
        .polygon([(300, 588), (300, 606), (-10, 664), (-10, 636)])
        .polygon([(1300, 588), (1300, 606), (1610, 664), (1610, 636)])
    )
    sheet.lay(
        boards,
        sheet.ramp(
            (0, "#a5432f"),
            (320, "#d0a04a"),
            (500, "#2f6a8c"),
            (900, "#e8e0cc"),
            (1200, "#2f6a8c"),
            (1600, "#a5432f"),
            across=True,
        ),
        0.9,
    )


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
    for points in (
        [(-46, 44), (46, 44)],
        [(-46, 17.6), (46, 17.6)],
        [(-46, 44), (-46, 17.6)],
        [(46, 44), (46, 17.6)],
        [(0, 44), (0, 17.6)],
    ):
        lines.line([spot(*point) for point in points], 4)
    circle = [spot(9 * cos(turn * pi / 20), 27 + 4.6 * sin(turn * pi / 20)) for turn in range(41)]
    lines.line(circle, 4).disc(*spot(0, 27), 6, 3)
    for side in (-1, 1):
        lines.line([spot(side * 46, 37), spot(side * 31, 37), spot(side * 31, 21), spot(side * 46, 21)], 4)
        lines.line([spot(side * 46, 32.5), spot(side * 41, 32.5), spot(side * 41, 24.5), spot(side * 46, 24.5)], 3)
    sheet.lay(both(lines, turf), "#f2f2e2", 0.85)
    sheet.shine(both(turf, sheet.cut().disc(800, 720, 620, 90)), "#e8f0c8", 0.35, soft=50)
    home, away = sheet.cut(), sheet.cut()
    spots = [
        (-30, 30),
        (-18, 36),
        (-16, 24),
        (-6, 31),
        (-3, 25.6),
        (5, 35),
        (9, 27),
        (14, 22),
        (20, 32),
        (28, 26),
        (36, 30),
        (-24, 21.6),
        (2, 21),
    ]
    for number, (right, ahead) in enumerate(spots):
        x, y = spot(right, ahead)
        tall = 900 * 2.5 / ahead
        for turn in (-2.2, 2.2):
            sheet.shade(
                sheet.cut().polygon(
                    [(x - 5, y), (x + 5, y), (x + turn * tall * 0.5 + 5, y + 10), (x + turn * tall * 0.5 - 5, y + 10)]
                ),
                "#2d5a40",
                0.4,
                soft=2,
            )
        person(home if number % 2 else away, sheet.random, x, y, tall, coat=0.46, step=sheet.random.uniform(0.05, 0.22))
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
        mast.polygon(
            [
                (x - 74 * size, top - 46 * size),
                (x + 74 * size, top - 46 * size),
                (x + 68 * size, top + 62 * size),
                (x - 68 * size, top + 62 * size),
            ]
        )
        sheet.lay(mast, "#0d1828")
        lamps = sheet.cut()
        for column in range(6):
            for row in range(4):
                lamps.disc(x + (column - 2.5) * 22 * size, top + (row * 25 - 32) * size, 9 * size)
        glow(sheet, x, top, 520 * size, "#a9cbe0", 0.75)
        glow(sheet, x, top, 190 * size, "#f2f6ee", 0.9)
        lit(sheet, lamps, "#fffdf0", 1.0, halo=9)
        inward = 1 if x < 800 else -1
        shaft = sheet.cut().polygon(
            [(x - 60 * size, top), (x + 60 * size, top), (x + inward * 760, 800), (x + inward * 180, 800)]
        )
        sheet.shine(both(shaft, sheet.fade((top, 200), (760, 0))), "#bfd6e0", 0.26, soft=24)


def market_hall(sheet):
    sheet.wash((0, "#c9d3cd"), (420, "#ead9b6"), (640, "#f3e2bd"), (1067, "#8d7a62"))
    view = View(800, 600, 760)
    glow(sheet, 800, 560, 520, "#fff3d2", 0.9)
    _glass_roof(sheet, view)
    sheet.lay(sheet.cut().polygon(view.floor(-12, 12, -1.7, 1.3, 60)), sheet.ramp((610, "#d9c49c"), (1067, "#75644f")))
    tiles = sheet.cut()
    for row in range(40):
        ahead = 1.6 * 1.1**row
        tiles.line([view.at(-12, -1.7, ahead), view.at(12, -1.7, ahead)], max(0.6, 6 / ahead))
    for right in range(-12, 13):
        tiles.line([view.at(right, -1.7, 1.4), view.at(right, -1.7, 55)], 1)
    sheet.lay(tiles, "#5d4c38", 0.3)
    pools = sheet.cut()
    for ahead in (5, 8, 12.5, 20):
        pools.polygon(view.floor(-1.8, 1.0, -1.7, ahead, ahead * 1.28))
    sheet.shine(pools, "#ffe9b8", 0.5, soft=9)
    for ahead in (30, 22, 16, 11.5, 8, 5.6):
        for side in (-1, 1):
            _stall(sheet, view, side, ahead)
        _shoppers(sheet, view, ahead)


def _glass_roof(sheet, view):
    """Iron arches one behind the other, glass between them, daylight at the end."""
    end = sheet.cut().polygon([view.at(-9, -1.7, 50), *_arch(view, 50), view.at(9, -1.7, 50)])
    sheet.lay(end, "#fbf0d2")
    for far, near in ((50, 36), (36, 26), (26, 18.5), (18.5, 13), (13, 9.2), (9.2, 6.4), (6.4, 4.2)):
        depth = min(1, 14 / near)
        iron = "#2c4a4a" if near < 8 else "#45605c" if near < 14 else "#7b8f84"
        bars = sheet.cut()
        for one, two in zip(_arch(view, far)[::2], _arch(view, near)[::2]):
            bars.line([one, two], max(1, 24 / near))
        sheet.lay(bars, iron, 0.55 * depth + 0.2)
        wall = sheet.cut()
        for side in (-9, 9):
            wall.polygon(view.wall(side, -1.7, 3.2, near, far))
        sheet.lay(wall, "#b98f68" if near < 14 else "#cbb08a", 0.9)
        panes = sheet.cut()
        for side in (-9, 9):
            panes.polygon(view.wall(side, 1.2, 3.0, near + (far - near) * 0.15, near + (far - near) * 0.85))
        sheet.lay(panes, "#efe6c9", 0.9)
        rib = sheet.cut()
        arch = _arch(view, near)
        rib.line(arch, 190 / near).line([(x, y + 330 / near) for x, y in arch[3:-3]], 60 / near)
        for (x, y), (x2, _) in zip(arch[3:-3], arch[4:-2]):
            rib.line([(x, y), (x2, y + 330 / near)], 34 / near)
        for side in (-9, 9):
            rib.line([view.at(side, -1.7, near), view.at(side, 3.2, near)], 200 / near)
        rib.line([view.at(-9, 3.2, near), view.at(9, 3.2, near)], 40 / near)
        sheet.lay(rib, iron)
        sheet.lay(both(rib, inverse(moved(rib, 0, -max(1, 24 / near)))), "#f0dcae", 0.4)
        lamp_x, lamp_y = view.at(0, 2.5, near)
        lamp = (
            sheet.cut()
            .line([view.at(0, 6.6, near), (lamp_x, lamp_y)], max(1, 14 / near))
            .polygon(
                [
                    (lamp_x - 230 / near, lamp_y),
                    (lamp_x + 230 / near, lamp_y),
                    (lamp_x + 60 / near, lamp_y - 150 / near),
                    (lamp_x - 60 / near, lamp_y - 150 / near),
                ]
            )
        )
        sheet.lay(lamp, "#22383a")
        glow(sheet, lamp_x, lamp_y + 30 / near, 1500 / near, "#ffd892", 0.6)


def _arch(view, ahead):
    return [view.at(-9 * cos(pi * step / 16), 3.2 + 4.6 * sin(pi * step / 16), ahead) for step in range(17)]


def _stall(sheet, view, side, ahead):
    near, far = ahead, ahead * 1.27
    inner, outer = side * 2.5, side * 6.2
    inks = sheet.random.choice(
        (("#a5402f", "#f0e2c4"), ("#2f5f6d", "#f0e2c4"), ("#b98a3a", "#f3e8cc"), ("#4f6b50", "#efe4c8"))
    )
    counter = (
        sheet.cut()
        .polygon(view.wall(inner, -1.7, -0.75, near, far))
        .polygon(view.front(min(inner, outer), max(inner, outer), -1.7, -0.75, near))
    )
    sheet.lay(counter, "#6b4b34")
    sheet.shade(
        sheet.cut().polygon(view.front(min(inner, outer), max(inner, outer), -1.7, -0.75, near)), "#8d7c70", 0.7
    )
    keeper = sheet.cut()
    person(
        keeper,
        sheet.random,
        *view.at(side * 4.6, -1.7, (near + far) / 2),
        view.focal * 1.75 / ((near + far) / 2),
        coat=0.4,
    )
    sheet.lay(keeper, "#2b3138")
    top = sheet.cut().polygon(view.floor(min(inner, outer), max(inner, outer), -0.75, near, far)).mask()
    sheet.lay(top, "#c9b38a")
    for step in range(5):
        crate = sheet.random.choice(("#b5432f", "#d99a3c", "#6f8f4a", "#8a9a4a", "#c8b25a", "#7a3a4a", "#d8cdb0"))
        fruit = sheet.cut()
        for _ in range(46):
            right = inner + (outer - inner) * (step + sheet.random.uniform(0.08, 0.92)) / 5
            deep = sheet.random.uniform(near, near + (far - near) * 0.75)
            x, y = view.at(right, -0.7 + sheet.random.uniform(0, 0.22), deep)
            fruit.disc(x, y, 62 / deep, 56 / deep, sheet.random.choice((170, 255)))
        sheet.lay(fruit, crate)
        sheet.shine(both(fruit, moved(inverse(fruit), 14 / near, 18 / near)), "#ffe9b8", 0.3)
    roof = sheet.cut().polygon(
        [
            view.at(inner - side * 0.5, 0.75, near - 0.1),
            view.at(outer, 1.5, near - 0.1),
            view.at(outer, 1.5, far),
            view.at(inner - side * 0.5, 0.75, far),
        ]
    )
    valance = sheet.cut().polygon(
        [
            view.at(inner - side * 0.5, 0.75, near - 0.1),
            view.at(outer, 1.5, near - 0.1),
            view.at(outer, 1.1, near - 0.1),
            view.at(inner - side * 0.5, 0.42, near - 0.1),
        ]
    )
    valance.polygon(view.wall(inner - side * 0.5, 0.42, 0.75, near - 0.1, far))
    stripes = sheet.cut()
    for step in range(0, 9, 2):
        one, two = step / 9, (step + 1) / 9
        a, b = (
            inner - side * 0.5 + (outer - inner + side * 0.5) * one,
            inner - side * 0.5 + (outer - inner + side * 0.5) * two,
        )
        high_a, high_b = 0.75 + 0.75 * one, 0.75 + 0.75 * two
        stripes.polygon(
            [
                view.at(a, high_a, near - 0.1),
                view.at(b, high_b, near - 0.1),
                view.at(b, high_b - 0.4, near - 0.1),
                view.at(a, high_a - 0.4, near - 0.1),
            ]
        )
        start, stop = near - 0.1 + (far - near) * one, near - 0.1 + (far - near) * two
        stripes.polygon(view.wall(inner - side * 0.5, 0.42, 0.75, start, stop))
    poles = sheet.cut()
    for deep in (near, far):
        poles.line([view.at(inner, -1.7, deep), view.at(inner, 0.75, deep)], 40 / deep)
    sheet.lay(poles, "#3d4643")
    sheet.lay(roof, inks[0])
    sheet.shade(roof, "#a89c90", 0.5)
    sheet.lay(valance, inks[1])
    sheet.lay(both(valance, stripes), inks[0])
    bulb = view.at(side * 3.6, 0.55, near + 0.3)
    glow(sheet, *bulb, 900 / near, "#ffd48a", 0.55)


def _shoppers(sheet, view, ahead):
    crowd = sheet.cut()
    for _ in range(2 if ahead < 7 else 3):
        deep = ahead * sheet.random.uniform(0.86, 1.1)
        right = sheet.random.choice((-1, 1)) * sheet.random.uniform(0.5, 1.9)
        x, y = view.at(right, -1.7, deep)
        tall = view.focal * sheet.random.uniform(1.6, 1.8) / deep
        person(crowd, sheet.random, x, y, tall)
        if sheet.random.random() < 0.6:
            crowd.curve(
                [
                    (x + tall * 0.12, y - tall * 0.44),
                    (x + tall * 0.24, y - tall * 0.44),
                    (x + tall * 0.22, y - tall * 0.26),
                    (x + tall * 0.14, y - tall * 0.26),
                ]
            )
            crowd.line([(x + tall * 0.11, y - tall * 0.6), (x + tall * 0.18, y - tall * 0.42)], tall * 0.05)
    mask = crowd.mask()
    sheet.shade(moved(mask, 0, 160 / ahead), "#6d5a45", 0.45, soft=60 / ahead)
    sheet.lay(mask, "#f3d9a4")
    sheet.lay(
        both(mask, moved(mask, -18 / ahead, 14 / ahead), moved(mask, 14 / ahead, 14 / ahead)),
        "#2a2f38" if ahead < 10 else "#4d5050" if ahead < 18 else "#8a8271",
    )


def council(sheet):
    sheet.wash((0, "#5d4a38"), (520, "#8d6f4f"), (1067, "#2b211a"))
    _panelling(sheet)
    _rostrum(sheet)
    _benches(sheet)


def _panelling(sheet):
    panels, grooves = sheet.cut(), sheet.cut()
    sheet.lay(sheet.cut().box(0, 0, 1600, 640), sheet.ramp((0, "#4a3627"), (640, "#8d6844")))
    for x in range(500, 1110, 100):
        panels.box(x + 7, 110, x + 93, 470)
        grooves.line([(x, 90), (x, 600)], 4)
    sheet.lay(panels, sheet.ramp((110, "#80603f"), (470, "#a57c51")))
    sheet.lay(both(panels, steep(sheet.noise(20, 600, 4), 150, 90)), "#6b4c30", 0.5)
    sheet.lay(grooves, "#33241a")
    sheet.lay(sheet.cut().box(0, 70, 1600, 92).box(0, 40, 1600, 48), "#c9a467")
    for x in (70, 280, 1140, 1350):
        window = sheet.cut().box(x, 190, x + 170, 620).disc(x + 85, 192, 85)
        mask = window.mask()
        sheet.lay(sheet.cut().box(x - 16, 186, x + 186, 632).disc(x + 85, 192, 101), "#d8bd8b")
        sheet.lay(mask, sheet.ramp((110, "#bcd0d2"), (620, "#f6ecd0")))
        roofs = sheet.cut()
        for step in range(-1, 5):
            top = sheet.random.uniform(470, 540)
            roofs.polygon(
                [
                    (x + step * 50, 640),
                    (x + step * 50, top),
                    (x + step * 50 + 25, top - 36),
                    (x + step * 50 + 50, top),
                    (x + step * 50 + 50, 640),
                ]
            )
        sheet.lay(both(mask, roofs), "#a9b0ac", 0.8)
        bars = sheet.cut().line([(x + 85, 100), (x + 85, 620)], 7)
        for y in (200, 300, 400, 510):
            bars.line([(x, y), (x + 170, y)], 5)
        sheet.lay(both(mask, bars), "#7d6a4c")
        slant = 1 if x < 800 else -1
        shaft = sheet.cut().polygon([(x, 200), (x + 170, 200), (x + 170 + slant * 420, 1067), (x + slant * 420, 1067)])
        sheet.shine(both(shaft, sheet.fade((200, 120), (1067, 30))), "#f6dfae", 0.38, soft=18)
    glow(sheet, 800, 300, 480, "#f2c584", 0.5)


def _rostrum(sheet):
    medal = sheet.cut().disc(800, 235, 74)
    sheet.shade(moved(medal, 6, 10), "#4a3424", 0.8, soft=8)
    sheet.lay(medal, sheet.ramp((160, "#f0d08a"), (310, "#a87838")))
    sheet.lay(sheet.cut().disc(800, 235, 62), "#27475a")
    sign = (
        sheet.cut()
        .polygon([(786, 208), (814, 208), (818, 262), (782, 262)])
        .polygon([(780, 208), (800, 190), (820, 208)])
        .arc([(748, 272), (774, 264), (800, 274), (826, 264), (852, 272)], 5)
    )
    sign.polygon([(780, 214), (744, 200), (744, 226)]).polygon([(820, 214), (856, 200), (856, 226)])
    sheet.lay(both(sign, sheet.cut().disc(800, 235, 60)), "#f0d08a")
    for x, inks in ((596, ("#2b4f74", "#efe6d2", "#a83c30")), (1004, ("#2f6a7c", "#e9d9a8", "#2f6a7c"))):
        sheet.lay(sheet.cut().line([(x, 250), (x, 610)], 5).disc(x, 246, 8), "#d9b062")
        for step, ink in enumerate(inks):
            shift = x - 33 + step * 22
            sheet.lay(
                sheet.cut().polygon(
                    smooth([(shift + 12, 268), (shift + 2, 400), (shift + 4, 540)], closed=False)
                    + smooth([(shift + 26, 548), (shift + 24, 400), (shift + 24, 268)], closed=False)
                ),
                ink,
            )
    seated = sheet.cut()
    for x, up in ((660, 0), (730, 4), (800, -14), (870, 3), (940, 0)):
        seated.disc(x, 486 + up, 17, 21).curve(
            [(x - 40, 600), (x - 36, 532 + up), (x, 512 + up), (x + 36, 532 + up), (x + 40, 600)]
        )
    chairs = sheet.cut()
    for x in (660, 730, 800, 870, 940):
        chairs.curve([(x - 36, 600), (x - 34, 480), (x, 462 if x != 800 else 430), (x + 34, 480), (x + 36, 600)])
    sheet.lay(chairs, "#5d2a22")
    sheet.lay(seated, "#241f20")
    sheet.lay(both(seated, inverse(moved(seated, 0, 4))), "#f0cf98", 0.7)
    desk = sheet.cut().polygon([(560, 566), (1040, 566), (1060, 690), (540, 690)])
    sheet.lay(desk, sheet.ramp((566, "#b98a58"), (690, "#6b472c")))
    sheet.lay(sheet.cut().polygon([(548, 556), (1052, 556), (1058, 574), (542, 574)]), "#dcb379")
    lines = sheet.cut()
    for x in range(600, 1040, 66):
        lines.line([(x, 574), (800 + (x - 800) * 1.05, 690)], 3)
    sheet.lay(lines, "#4d321f", 0.8)
    lectern = (
        sheet.cut()
        .polygon([(752, 640), (848, 640), (838, 770), (762, 770)])
        .polygon([(738, 622), (862, 622), (856, 646), (744, 646)])
        .line([(820, 622), (806, 584)], 3)
        .disc(805, 580, 5)
    )
    sheet.shade(moved(lectern, 16, 10), "#3b2a1e", 0.7, soft=8)
    sheet.lay(lectern, sheet.ramp((622, "#c59660"), (770, "#6d482d")))
    mics = sheet.cut()
    for x in (670, 740, 860, 930):
        mics.line([(x + 14, 556), (x + 6, 530)], 2.4).disc(x + 5, 527, 3.4)
    sheet.lay(mics, "#1a1716")


def _benches(sheet):
    """Curved rows that open towards the rostrum, nearest and largest at the bottom."""
    floor = (
        sheet.cut()
        .polygon([(0, 640), (1600, 640), (1600, 1067), (0, 1067)])
        .polygon([(540, 690), (540, 640), (1060, 640), (1060, 690)], tone=0)
    )
    sheet.lay(floor, sheet.ramp((640, "#7d3d31"), (1067, "#3a1d1a")))
    for y, size, ink in ((736, 0.5, "#a9794b"), (800, 0.66, "#9a6b40"), (884, 0.88, "#855a35"), (1000, 1.2, "#6b4529")):
        seats, desks, folk, lamps = (sheet.cut() for _ in range(4))
        edge = [(x, y + 46 * size * (1 - ((x - 800) / 800) ** 2)) for x in range(-40, 1660, 20)]
        gap = 90 * size
        for x, top in edge:
            if abs(x - 800) > gap + 30 and (x // 20) % max(2, round(5 * size)) == 0:
                wide = 40 * size
                seats.curve(
                    [
                        (x - wide, top + 6),
                        (x - wide * 0.92, top - 48 * size),
                        (x, top - 62 * size),
                        (x + wide * 0.92, top - 48 * size),
                        (x + wide, top + 6),
                    ]
                )
                if sheet.random.random() < 0.5:
                    folk.disc(x, top - 92 * size, 17 * size, 21 * size).curve(
                        [
                            (x - 38 * size, top),
                            (x - 36 * size, top - 52 * size),
                            (x, top - 74 * size),
                            (x + 36 * size, top - 52 * size),
                            (x + 38 * size, top),
                        ]
                    )
        for side in (-1, 1):
            part = [(x, top) for x, top in edge if (x - 800) * side > gap]
            desks.polygon([*part, *[(x, top + 58 * size) for x, top in reversed(part)]])
            lamps.line([(x, top) for x, top in part], 7 * size)
        sheet.lay(folk, "#f0c98f", 0.9)
        sheet.lay(both(folk, moved(folk, 0, 4 * size)), "#251f20")
        sheet.lay(seats, sheet.ramp((y - 60, "#9c3a2e"), (y + 50, "#4d1b1a")))
        sheet.lay(both(seats, inverse(moved(seats, 0, 4 * size))), "#e08d63", 0.7)
        sheet.lay(desks, sheet.ramp((y, ink), (y + 110 * size, "#2f1f16")))
        sheet.lay(lamps, "#e6bf86", 0.9)


def library(sheet):
    sheet.wash((0, "#6d5a44"), (520, "#a3845c"), (1067, "#3a2b20"))
    view = View(800, 520, 800)
    glow(sheet, 800, 470, 640, "#f8e2b0", 0.7)
    _vault(sheet, view)
    sheet.lay(sheet.cut().polygon(view.floor(-7, 7, -2.2, 1.6, 24)), sheet.ramp((590, "#c29c69"), (1067, "#4d3524")))
    boards = sheet.cut()
    for right in range(-14, 15):
        boards.line([view.at(right * 0.5, -2.2, 1.6), view.at(right * 0.5, -2.2, 24)], 1.4)
    sheet.lay(boards, "#3b281a", 0.4)
    _tall_windows(sheet, view)
    for ahead in (17, 12.5, 9.2, 6.6):
        for side in (-1, 1):
            _reading_table(sheet, view, side, ahead)
    walker = sheet.cut()
    person(walker, sheet.random, *view.at(0.1, -2.2, 11), 800 * 1.7 / 11, coat=0.36, step=0.07)
    sheet.shade(moved(walker, -10, 6), "#5d4630", 0.5, soft=6)
    sheet.lay(walker, "#2c2623")
    sheet.lay(both(walker, inverse(moved(walker, -3, 3))), "#f6d79a", 0.8)


def _vault(sheet, view):
    end = sheet.cut().polygon(view.front(-7, 7, -2.2, 3.4, 24)).disc(*view.at(0, 3.4, 24), 7 * 800 / 24)
    sheet.lay(end, "#b9986a")
    rose = sheet.cut().disc(*view.at(0, 3.2, 24), 130)
    sheet.lay(rose, "#fdf3d4")
    spokes = sheet.cut().disc(*view.at(0, 3.2, 24), 44).disc(*view.at(0, 3.2, 24), 38, tone=0)
    x, y = view.at(0, 3.2, 24)
    for turn in range(12):
        spokes.line(
            [
                (x + 40 * cos(turn * pi / 6), y + 40 * sin(turn * pi / 6)),
                (x + 130 * cos(turn * pi / 6), y + 130 * sin(turn * pi / 6)),
            ],
            4,
        )
    sheet.lay(spokes, "#7d6243")
    shelves = sheet.cut().polygon(view.front(-6.4, 6.4, -2.2, 0.4, 24))
    sheet.lay(shelves, "#6b4a30")
    glow(sheet, x, y, 330, "#fff0c8", 0.8)
    for far, near in ((24, 17), (17, 12), (12, 8.4), (8.4, 5.8), (5.8, 4.0), (4.0, 2.6)):
        ribs, cells = sheet.cut(), sheet.cut()
        one, two = (
            [view.at(-7 * cos(pi * step / 12), 3.4 + 4.2 * sin(pi * step / 12), ahead) for step in range(13)]
            for ahead in (far, near)
        )
        for step in range(12):
            inner = [one[step], one[step + 1], two[step + 1], two[step]]
            middle = tuple(sum(axis) / 4 for axis in zip(*inner))
            cells.polygon(
                [(middle[0] + (px - middle[0]) * 0.74, middle[1] + (py - middle[1]) * 0.74) for px, py in inner]
            )
        ribs.line(two, 110 / near)
        sheet.lay(sheet.cut().polygon([*one, *reversed(two)]), "#8d6e4a" if near > 8 else "#6d5338")
        sheet.lay(cells, "#54402c", 0.7)
        sheet.lay(ribs, "#c9a56c", 0.9)


def _tall_windows(sheet, view):
    for far, near in ((24, 17), (17, 12), (12, 8.4), (8.4, 5.8), (5.8, 4.0), (4.0, 2.6)):
        for side in (-1, 1):
            wall = sheet.cut().polygon(view.wall(side * 7, -2.2, 3.5, near, far))
            sheet.lay(wall, "#a9875a" if side < 0 else "#94744d")
            start, stop = near + (far - near) * 0.2, near + (far - near) * 0.8
            arch = [
                view.at(
                    side * 7,
                    1.9 + 1.1 * sin(pi * step / 8),
                    (start + stop) / 2 - (stop - start) / 2 * cos(pi * step / 8),
                )
                for step in range(9)
            ]
            pane = sheet.cut().polygon([view.at(side * 7, 0.2, start), *arch, view.at(side * 7, 0.2, stop)])
            sheet.lay(pane, "#fdf0cc" if side < 0 else "#e3ddc6")
            bars = sheet.cut()
            for part in (0.33, 0.67):
                ahead = start + (stop - start) * part
                bars.line([view.at(side * 7, 0.2, ahead), view.at(side * 7, 3, ahead)], 30 / near)
            for up in (0.75, 1.3, 1.85):
                bars.line([view.at(side * 7, up, start), view.at(side * 7, up, stop)], 24 / near)
            sheet.lay(both(pane, bars), "#6d573c")
            _bookcase(sheet, view, side, near, far)
            if side < 0:
                shaft = sheet.cut().polygon(
                    [
                        view.at(-7, 2.6, start),
                        view.at(-7, 2.6, stop),
                        view.at(1.5, -2.2, stop),
                        view.at(1.5, -2.2, start),
                    ]
                )
                sheet.shine(shaft, "#ffe7b4", 0.24, soft=14)
            pillar = sheet.cut().polygon(view.wall(side * 6.95, -2.2, 3.5, near, near + (far - near) * 0.1))
            sheet.lay(pillar, "#d3b27c" if side < 0 else "#b08f60")
            glow(sheet, *view.at(side * 7, 1.5, (start + stop) / 2), 1500 / near, "#ffeec4", 0.4 if side < 0 else 0.15)


def _bookcase(sheet, view, side, near, far):
    case = sheet.cut().polygon(view.wall(side * 6.6, -2.2, -0.1, near, far))
    sheet.lay(case, "#4d3523")
    inks = ("#8d3f2f", "#355a66", "#b98f4c", "#5b6b4c", "#6f4a3a", "#c9b285", "#3f4656")
    spines = {ink: sheet.cut() for ink in inks}
    for shelf in range(4):
        low = -2.1 + shelf * 0.5
        ahead = near + 0.05
        while ahead < far - 0.05:
            thick = sheet.random.uniform(0.05, 0.12) * max(1, near / 7)
            spines[sheet.random.choice(inks)].polygon(
                view.wall(side * 6.6, low, low + sheet.random.uniform(0.3, 0.43), ahead, ahead + thick * 0.85)
            )
            ahead += thick
    for ink, stencil in spines.items():
        sheet.lay(stencil, ink, 0.9)
    if side < 0:
        sheet.shade(case, "#8d7a68", 0.7)


def _reading_table(sheet, view, side, ahead):
    near, far = ahead, ahead * 1.2
    inner, outer = side * 1.0, side * 4.6
    left, right = min(inner, outer), max(inner, outer)
    readers = sheet.cut()
    for place in (0.2, 0.5, 0.8):
        if sheet.random.random() < 0.75:
            x, y = view.at(inner + (outer - inner) * place, -1.25, far)
            size = 800 / far
            readers.disc(x + size * 0.05, y - size * 0.62, size * 0.12, size * 0.15).curve(
                [
                    (x - size * 0.32, y + size * 0.1),
                    (x - size * 0.26, y - size * 0.36),
                    (x, y - size * 0.48),
                    (x + size * 0.26, y - size * 0.36),
                    (x + size * 0.32, y + size * 0.1),
                ]
            )
    sheet.lay(readers, "#332a26")
    sheet.lay(both(readers, inverse(moved(readers, 3, 3))), "#ffdf9f", 0.75)
    legs = sheet.cut()
    for place in (0.06, 0.94):
        legs.line(
            [
                view.at(inner + (outer - inner) * place, -2.2, near),
                view.at(inner + (outer - inner) * place, -1.3, near),
            ],
            110 / near,
        )
    sheet.lay(legs, "#2e1d13")
    sheet.shade(sheet.cut().polygon(view.floor(left, right, -2.2, near, far)), "#5b432e", 0.7, soft=8)
    top = sheet.cut().polygon(view.floor(left, right, -1.25, near, far))
    sheet.lay(top, sheet.ramp((view.at(0, -1.25, far)[1], "#c98f54"), (view.at(0, -1.25, near)[1], "#7a4a28")))
    sheet.lay(sheet.cut().polygon(view.front(left, right, -1.36, -1.25, near)), "#4d2e1a")
    books = sheet.cut()
    for place in (0.14, 0.36, 0.6, 0.84):
        a = inner + (outer - inner) * place
        books.polygon(view.floor(a - 0.3, a + 0.3, -1.24, near + (far - near) * 0.2, near + (far - near) * 0.55))
    sheet.lay(books, "#f6e9c8", 0.9)
    middle = (near + far) / 2
    for place in (0.26, 0.74):
        a = inner + (outer - inner) * place
        x, y = view.at(a, -0.72, middle)
        size = 800 / middle
        glow(sheet, x, y + size * 0.3, size * 1.1, "#ffd68c", 0.6, flat=0.6)
        sheet.lay(
            sheet.cut()
            .line([(x, y), (x, y + size * 0.52)], size * 0.05)
            .disc(x, y + size * 0.52, size * 0.14, size * 0.045),
            "#b8893f",
        )
        shade = sheet.cut().curve(
            [
                (x - size * 0.32, y + size * 0.05),
                (x - size * 0.24, y - size * 0.12),
                (x, y - size * 0.17),
                (x + size * 0.24, y - size * 0.12),
                (x + size * 0.32, y + size * 0.05),
            ]
        )
        sheet.lay(shade, "#2f6b4f")
        lit(
            sheet,
            sheet.cut().polygon(
                [
                    (x - size * 0.3, y + size * 0.04),
                    (x + size * 0.3, y + size * 0.04),
                    (x + size * 0.26, y + size * 0.09),
                    (x - size * 0.26, y + size * 0.09),
                ]
            ),
            "#ffedb8",
            1.0,
            halo=6,
        )


SCENES = {
    "stage": stage,
    "theatre": theatre,
    "stadium": stadium,
    "market-hall": market_hall,
    "council": council,
    "library": library,
}
