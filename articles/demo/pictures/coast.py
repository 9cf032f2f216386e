"""Scenes of the shore: cliffs, beach, lighthouse, oyster beds."""

from math import cos, pi, sin

from .figures import View, lit, person
from .nature import clouds, crest, glitter, glow, grass, gulls, haze, land, mirror, ridge, sea, stars, waves
from .sheet import both, inverse, moved, smooth, steep


def cliffs(sheet):
    sheet.wash((0, "#5e93ad"), (300, "#a9cbd0"), (520, "#f0e6cf"), (1067, "#f0e6cf"))
    clouds(sheet, -140, 400, "#fdf5e2", "#8fb0be", cover=0.5, across=560, down=130, strength=0.85)
    sea(sheet, 520, "#b5cfca", "#1f5d6e", "#eef2e6", "#2a6b78", 900)
    glitter(sheet, 1240, 522, 150, "#fff6dc", 260, 0.6)
    for points, top, face, foot, grain in (
        ([(640, 470), (760, 440), (900, 452), (1000, 446), (1075, 462)], 6, "#c9ccc2", "#a5b2b0", 0.3),
        ([(330, 420), (520, 372), (700, 384), (820, 360), (905, 392)], 12, "#dcd8c6", "#9aa5a3", 0.45),
        ([(-20, 300), (160, 250), (330, 268), (480, 226), (612, 262)], 22, "#eee5cd", "#8b8e8a", 0.6),
    ):
        _headland(sheet, points, top, face, foot, grain)
    haze(sheet, 540, 90, "#e9e4d2", 0.25)
    _needle(sheet)
    _near_cliff(sheet)
    gulls(
        sheet,
        [(870, 250, 84), (960, 300, 58), (1060, 230, 44), (1180, 330, 34), (760, 170, 40), (1330, 200, 50)],
        "#fdfaf0",
    )


def _headland(sheet, top_edge, turf, face, foot, grain):
    right = top_edge[-1][0]
    base = 522 + turf * 3
    fall = smooth(
        [
            (right, top_edge[-1][1]),
            (right + turf, top_edge[-1][1] + (base - top_edge[-1][1]) * 0.4),
            (right + turf * 1.2, base - 20),
            (right + turf * 3, base),
        ],
        closed=False,
    )
    crown = smooth(top_edge, closed=False)
    cliff = sheet.cut().polygon([*crown, *fall, (-30, base + 4), (-30, top_edge[0][1])]).mask()
    sheet.lay(cliff, sheet.ramp((crown[0][1], face), (base - 60, face), (base, foot)))
    sheet.lay(both(cliff, steep(sheet.noise(46, 420, 5), 150, 90)), "#7f8f92", grain)
    sheet.lay(both(cliff, steep(sheet.noise(700, 26, 4), 165, 60)), "#b99f78", grain * 0.7)
    sheet.lay(both(cliff, steep(sheet.noise(30, 300, 4), 175, 60)), "#fdf6e4", grain)
    green = sheet.cut().polygon([*crown, *((x, y + turf * (1.3 + 0.9 * sin(x / 23))) for x, y in reversed(crown))])
    sheet.lay(green, "#6f8a5b", 0.9)
    foam = sheet.cut()
    for _ in range(60):
        crest(
            foam,
            sheet.random.uniform(-20, right + turf * 3.4),
            base + sheet.random.uniform(-3, turf * 0.5),
            8 + turf * sheet.random.random() * 1.6,
            1 + turf * 0.12,
        )
    sheet.lay(foam, "#f5f4ea", 0.8)


def _needle(sheet):
    rock = (
        sheet.cut()
        .polygon(
            smooth([(735, 610), (742, 520), (758, 452), (772, 430), (788, 470), (802, 540), (822, 610)], closed=False)
        )
        .mask()
    )
    sheet.lay(rock, sheet.ramp((430, "#e6dfc9"), (570, "#d5cfbc"), (612, "#6f7d80")))
    sheet.lay(both(rock, steep(sheet.noise(30, 240, 4), 140, 90)), "#7f8f92", 0.6)
    sheet.shade(both(rock, moved(rock, 26, 0)), "#7b8b96", 0.7, soft=4)
    foam = sheet.cut()
    for _ in range(40):
        crest(foam, sheet.random.gauss(778, 46), sheet.random.uniform(602, 618), 26, 4)
    sheet.lay(foam, "#f7f5ea", 0.85)


def _near_cliff(sheet):
    """The heath we stand on, with a walker at its edge."""
    edge = smooth([(-20, 800), (200, 770), (420, 800), (640, 880), (860, 905), (1060, 980), (1180, 1090)], closed=False)
    heath = sheet.cut().polygon([*edge, (-20, 1090)]).mask()
    blades = sheet.cut()
    for x, y in edge[::2]:
        grass(sheet, blades, y + 16, 46, 7, x - 22, x + 22)
    sheet.lay(blades, "#4d6648")
    sheet.lay(heath, sheet.ramp((760, "#6f8752"), (1067, "#2f4a3c")))
    sheet.lay(both(heath, steep(sheet.noise(110, 34, 5), 150, 80)), "#a9a862", 0.55)
    sheet.lay(both(heath, steep(sheet.noise(80, 30, 4), 178, 40)), "#a8648a", 0.7)
    path = sheet.cut().polygon(
        smooth([(180, 1090), (250, 980), (232, 890), (300, 815), (330, 790)], closed=False)
        + smooth([(342, 790), (326, 822), (286, 900), (330, 985), (310, 1090)], closed=False)
    )
    sheet.lay(both(path, heath), "#d8c8a0", 0.85)
    walker = sheet.cut()
    person(walker, sheet.random, 330, 812, 118, coat=0.42, step=0.09)
    person(walker, sheet.random, 378, 816, 108, coat=0.5, step=0.05)
    sheet.shade(moved(walker, 26, 10), "#56684e", 0.6, soft=6)
    sheet.lay(walker, "#26333a")
    sheet.lay(both(walker, sheet.cut().box(310, 712, 352, 762)), "#b34a32")


def lighthouse_night(sheet):
    sheet.wash((0, "#0c1a30"), (380, "#1b3858"), (640, "#4a6a80"), (705, "#7f9096"), (1067, "#7f9096"))
    stars(sheet, 640, 420)
    clouds(sheet, 240, 720, "#6f8898", "#14273f", cover=0.42, across=760, down=80, strength=0.7)
    land(sheet, ridge(sheet, 712, 60), "#2b4560", bottom=720)
    sea(sheet, 706, "#5c7887", "#0b1b2e", "#7f98a3", "#0e2238", 800)
    glow(sheet, 1075, 330, 620, "#f0cf8e", 0.45)
    _beams(sheet, 1075, 330)
    glitter(sheet, 1000, 712, 170, "#f4dca4", 360, 0.7)
    _rock(sheet)
    _tower(sheet, 1075, 330, 740)
    glow(sheet, 1075, 330, 210, "#fff0c4", 1.0)
    glow(sheet, 1075, 330, 60, "#ffffff", 1.0)
    boat = (
        sheet.cut()
        .polygon([(236, 748), (330, 744), (318, 764), (250, 764)])
        .box(262, 730, 284, 748)
        .line([(296, 746), (296, 690)], 3)
    )
    sheet.lay(boat, "#0e1c2c")
    lit(sheet, sheet.cut().disc(296, 690, 4).box(268, 734, 276, 741), "#ffdc90", 1.0, halo=10)
    glitter(sheet, 296, 766, 16, "#ffdc90", 40, 0.6, bottom=900)


def _beams(sheet, x, y):
    for turn, reach, spread in ((pi + 0.07, 1500, 0.075), (-0.05, 1200, 0.1)):
        left, right = turn - spread, turn + spread
        wedge = sheet.cut().polygon(
            [
                (x, y - 9),
                (x + cos(left) * reach, y + sin(left) * reach),
                (x + cos(right) * reach, y + sin(right) * reach),
                (x, y + 9),
            ]
        )
        far = sheet.fade((x - 1150, 40), (x, 255), (x + 700, 90), across=True)
        sheet.shine(both(wedge, far), "#f3dca6", 0.62, soft=12)
        sheet.shine(both(wedge, far, sheet.noise(300, 90)), "#fff3d0", 0.35, soft=5)


def _rock(sheet):
    rock = (
        sheet.cut()
        .polygon(
            smooth(
                [
                    (640, 900),
                    (730, 836),
                    (800, 820),
                    (870, 764),
                    (960, 742),
                    (1060, 726),
                    (1200, 738),
                    (1290, 790),
                    (1400, 812),
                    (1500, 872),
                    (1640, 930),
                ],
                closed=False,
            )
            + [(1640, 1100), (560, 1100)]
        )
        .mask()
    )
    sheet.lay(rock, sheet.ramp((720, "#2a3a48"), (1000, "#0c1622")))
    sheet.lay(both(rock, steep(sheet.noise(120, 60, 5), 160, 60)), "#55646a", 0.5)
    sheet.shade(both(rock, steep(sheet.noise(160, 50, 5), 150, 60)), "#0b141f", 0.7)
    foam = sheet.cut()
    for _ in range(220):
        part = sheet.random.random()
        crest(
            foam,
            620 + part * 120 + sheet.random.gauss(0, 30),
            840 + part * 0 + sheet.random.uniform(20, 230),
            34 * sheet.random.random(),
            4,
        )
    sheet.lay(foam, "#b9c8cc", 0.4)
    home, roof, panes = sheet.cut(), sheet.cut(), sheet.cut()
    home.box(1160, 676, 1300, 790)
    roof.polygon([(1150, 680), (1176, 634), (1288, 634), (1312, 680)]).box(1262, 612, 1280, 650)
    panes.box(1184, 700, 1204, 730).box(1258, 700, 1278, 730)
    sheet.lay(home, sheet.ramp((1160, "#9aa6a6"), (1300, "#5b6b76"), across=True))
    sheet.lay(roof, "#22303e")
    lit(sheet, panes, "#ffcf7c", 1.0, halo=16)
    steps = sheet.cut().polygon(
        smooth([(1068, 742), (1040, 800), (1090, 880), (1040, 1000), (1060, 1090)], closed=False)
        + smooth([(1170, 1090), (1110, 1000), (1126, 880), (1064, 800), (1082, 742)], closed=False)
    )
    sheet.lay(both(steps, rock), "#6f7a78", 0.45)
    keeper = sheet.cut()
    person(keeper, sheet.random, 1072, 872, 76)
    sheet.lay(keeper, "#0a121c")


def _tower(sheet, x, lamp, base):
    tower = sheet.cut().polygon([(x - 40, lamp + 44), (x + 40, lamp + 44), (x + 62, base), (x - 62, base)]).mask()
    sheet.lay(tower, sheet.ramp((x - 62, "#c9cec6"), (x - 20, "#efe7d2"), (x + 66, "#4b5f70"), across=True))
    bands = sheet.cut().box(x - 90, 470, x + 90, 545).box(x - 90, 625, x + 90, 700)
    sheet.lay(
        both(tower, bands), sheet.ramp((x - 62, "#9c4030"), (x - 15, "#c45a3f"), (x + 66, "#431f22"), across=True)
    )
    sheet.lay(
        sheet.cut().box(x - 6, 425, x + 6, 446).box(x - 6, 574, x + 6, 596).box(x - 9, 712, x + 9, 742), "#1b2836"
    )
    top = (
        sheet.cut()
        .box(x - 56, lamp + 34, x + 56, lamp + 46)
        .polygon([(x - 30, lamp - 34), (x, lamp - 66), (x + 30, lamp - 34)])
        .box(x - 32, lamp - 36, x + 32, lamp - 30)
    )
    top.line([(x, lamp - 60), (x, lamp - 96)], 3)
    for right in range(-54, 60, 12):
        top.line([(x + right, lamp + 34), (x + right, lamp + 12)], 1.5)
    top.line([(x - 56, lamp + 12), (x + 56, lamp + 12)], 2)
    sheet.lay(sheet.cut().box(x - 24, lamp - 32, x + 24, lamp + 34), "#ffeab4")
    sheet.lay(top, "#16222f")
    bars = sheet.cut()
    for right in (-24, -8, 8, 24):
        bars.line([(x + right, lamp - 32), (x + right, lamp + 34)], 2)
    sheet.lay(bars, "#3a3a36", 0.8)


def wind_turbines(sheet):
    sheet.wash(
        (0, "#3c4d72"), (260, "#8a6f86"), (450, "#df8d6a"), (600, "#f7bf74"), (690, "#fbd894"), (1067, "#fbd894")
    )
    clouds(sheet, -20, 520, "#f7a978", "#53557a", cover=0.48, across=820, down=90, strength=0.8)
    glow(sheet, 560, 650, 760, "#ffb765", 0.7, flat=0.7)
    sheet.lay(sheet.cut().disc(560, 636, 62), sheet.ramp((570, "#fff2c4"), (700, "#ffc873")))
    glow(sheet, 560, 636, 190, "#fff0c0", 0.9)
    clouds(sheet, 540, 700, "#e8916a", "#b2697a", cover=0.4, across=900, down=26, strength=0.6)
    sea(sheet, 690, "#d68f6a", "#243a5a", "#f3b583", "#2b3d5e", 900)
    glitter(sheet, 560, 692, 120, "#ffe2a0", 620, 1.0)
    farms = [
        (60, 0.13),
        (190, 0.15),
        (330, 0.17),
        (690, 0.19),
        (820, 0.24),
        (930, 0.3),
        (450, 0.22),
        (1080, 0.4),
        (1250, 0.56),
        (240, 0.34),
    ]
    for x, size in sorted(farms, key=lambda farm: farm[1]):
        ink = "#8d6672" if size < 0.2 else "#6a5870" if size < 0.35 else "#465069"
        _turbine(sheet, x, 690 + size * 60, 830 * size, ink)
    _turbine(sheet, 1400, 800, 700, "#28375a", near=True)
    boat = (
        sheet.cut()
        .polygon([(760, 764), (900, 758), (886, 784), (776, 784)])
        .box(790, 738, 830, 764)
        .line([(842, 762), (842, 700)], 3)
        .line([(812, 740), (812, 716)], 2)
    )
    sheet.lay(boat, "#22304c")
    lit(sheet, sheet.cut().box(796, 744, 806, 752).box(812, 744, 822, 752), "#ffd98f", 1.0, halo=5)
    waves(sheet, 790, "#1b2c4a", 90, 0.5)
    gulls(sheet, [(980, 210, 70), (1070, 270, 46), (900, 300, 36)], "#3a3f5e")


def _turbine(sheet, x, base, tall, ink, near=False):
    hub = base - tall * 0.62
    turn = sheet.random.uniform(0, 2 * pi / 3)
    mill = sheet.cut().polygon(
        [(x - tall * 0.009, hub), (x + tall * 0.009, hub), (x + tall * 0.017, base), (x - tall * 0.017, base)]
    )
    mill.box(x - tall * 0.03, base - tall * 0.035, x + tall * 0.03, base).disc(x, hub, tall * 0.016)
    for blade in range(3):
        angle = turn + blade * 2 * pi / 3
        ahead, aside = (cos(angle), sin(angle)), (-sin(angle), cos(angle))
        outline = [(0, -0.008), (0.07, -0.018), (0.38, -0.002), (0.38, 0.002), (0.07, 0.008), (0, 0.008)]
        mill.polygon(
            [
                (x + tall * (far * ahead[0] + wide * aside[0]), hub + tall * (far * ahead[1] + wide * aside[1]))
                for far, wide in outline
            ]
        )
    mask = mill.mask()
    sheet.lay(mask, ink)
    if near:
        sheet.lay(both(mask, inverse(moved(mask, 5, 1))), "#f0a877", 0.9)
        sheet.lay(
            sheet.cut()
            .box(x - tall * 0.04, base - tall * 0.055, x + tall * 0.04, base - tall * 0.04)
            .box(x - tall * 0.024, base - tall * 0.04, x + tall * 0.024, base + 6),
            "#c98b3f",
            0.9,
        )
    foam = sheet.cut()
    for _ in range(14):
        crest(
            foam,
            x + sheet.random.gauss(0, tall * 0.05),
            base + sheet.random.uniform(-2, tall * 0.02),
            tall * 0.04 + 3,
            tall * 0.004 + 0.6,
        )
    sheet.lay(foam, "#fbd8a4", 0.6)


def beach_winter(sheet):
    sheet.wash((0, "#8ba4b2"), (300, "#c2cbc9"), (520, "#ece3d0"), (1067, "#ece3d0"))
    clouds(sheet, -120, 470, "#f8efdd", "#8397a5", cover=0.55, across=760, down=150, strength=0.8)
    glow(sheet, 1330, 420, 560, "#fff0cd", 0.6)
    land(sheet, ridge(sheet, 528, 50, waves=1.3, left=900, right=1700), "#9fafb3", bottom=532)
    sea(sheet, 528, "#aebfc0", "#7f9aa2", "#f3f0e4", "#6c8993", 500)
    _surf(sheet)
    _sand(sheet)
    _huts(sheet)
    _stroller(sheet)
    gulls(sheet, [(980, 250, 76), (1080, 310, 50), (1180, 210, 40), (900, 170, 34)], "#fbf7ec")


def _surf(sheet):
    """Breakers, each with its foam and the shadow under its lip."""
    for y, thick, ink in ((556, 3, 0.7), (578, 5, 0.8), (606, 8, 0.9), (640, 11, 0.95)):
        for _ in range(9):
            x, wide = sheet.random.uniform(0, 1650), sheet.random.uniform(110, 330)
            lip = [
                (x - wide, y + 3),
                (x - wide * 0.4, y - thick),
                (x + wide * 0.2, y - thick * 1.3),
                (x + wide, y + 2),
                (x + wide * 0.3, y + thick * 0.5),
            ]
            sheet.lay(sheet.cut().curve([(a, b + thick * 0.9) for a, b in lip]), "#6f8b93", 0.35)
            sheet.lay(sheet.cut().curve(lip), "#f8f4e8", ink)


def _sand(sheet):
    shore = smooth([(-40, 668), (300, 690), (640, 668), (980, 700), (1300, 676), (1660, 712)], closed=False)
    wet = sheet.cut().polygon([*shore, (1660, 1100), (-40, 1100)]).mask()
    sheet.lay(wet, sheet.ramp((668, "#b9ad98"), (760, "#a5977f"), (1067, "#c9b48c")))
    shine = both(wet, sheet.fade((660, 255), (860, 0)), steep(sheet.noise(900, 40, 4), 120, 130))
    sheet.lay(shine, "#e4dccb", 0.75)
    sheet.lay(sheet.cut().arc(shore, 7), "#faf6ea", 0.85)
    dry = (
        sheet.cut()
        .polygon(
            smooth([(-40, 850), (420, 800), (900, 845), (1250, 960), (1660, 1010)], closed=False)
            + [(1660, 1100), (-40, 1100)]
        )
        .mask()
    )
    sheet.lay(dry, sheet.ramp((800, "#d6c196"), (1067, "#b99a68")))
    sheet.lay(both(dry, steep(sheet.noise(240, 24, 5), 150, 80)), "#a5875a", 0.45)
    sheet.lay(both(dry, steep(sheet.noise(200, 20, 5), 165, 60)), "#ecdcb4", 0.5)
    prints = sheet.cut()
    for step in range(26):
        part = step / 25
        prints.disc(
            1180 - 330 * part + (7 if step % 2 else -7) * (1 + part),
            770 + 300 * part**1.3,
            3 + 7 * part,
            1.6 + 3.6 * part,
        )
    sheet.lay(prints, "#7d6a4c", 0.55)


def _huts(sheet):
    view = View(1500, 560, 900)
    inks = [
        ("#2f5f7f", "#f3ead4"),
        ("#b4503a", "#f3ead4"),
        ("#c79a48", "#f5eedd"),
        ("#4f7f78", "#f3ead4"),
        ("#7f3d3a", "#f0e3c8"),
    ]
    for number in range(8, -1, -1):
        near = 5.2 + number * 2.6
        ink, pale = inks[number % 5]
        left, right, low, eave, top = -8.4, -6.3, -1.65, 0.55, 1.35
        flank = sheet.cut().polygon(view.wall(right, low, eave, near, near + 1.9))
        roof = sheet.cut().polygon(
            [
                view.at(right + 0.15, eave - 0.08, near - 0.1),
                view.at((left + right) / 2, top, near - 0.1),
                view.at((left + right) / 2, top, near + 2),
                view.at(right + 0.15, eave - 0.08, near + 2),
            ]
        )
        front = (
            sheet.cut()
            .polygon(
                [
                    view.at(left, low, near),
                    view.at(left, eave, near),
                    view.at((left + right) / 2, top, near),
                    view.at(right, eave, near),
                    view.at(right, low, near),
                ]
            )
            .mask()
        )
        shadow = sheet.cut().polygon(
            [
                view.at(right, low, near),
                view.at(right + 1.6, low, near + 0.5),
                view.at(right + 1.6, low, near + 2.4),
                view.at(right, low, near + 1.9),
            ]
        )
        sheet.shade(shadow, "#8d8068", 0.7, soft=5)
        sheet.lay(flank, ink)
        stripes = sheet.cut()
        for stripe in range(0, 9, 2):
            start = near + 1.9 * stripe / 9
            stripes.polygon(view.wall(right, low, eave, start, start + 1.9 / 9))
        sheet.lay(both(flank, stripes), pale)
        sheet.shade(flank, "#e6d6bd", 0.6)
        sheet.lay(front, pale)
        bands = sheet.cut()
        for band in range(0, 9, 2):
            start = left + (right - left) * band / 9
            bands.polygon(view.front(start, start + (right - left) / 9, low, top, near))
        sheet.lay(both(front, bands), ink)
        sheet.lay(sheet.cut().polygon(view.front(left + 0.65, right - 0.65, low, 0.3, near)), pale)
        sheet.lay(
            sheet.cut().line(
                [*view.front(left + 0.65, right - 0.65, low, 0.3, near), view.at(left + 0.65, low, near)], 14 / near
            ),
            ink,
        )
        sheet.shade(front, "#7f8fa2", 0.75)
        sheet.lay(roof, "#5d6a72")
        eaves = sheet.cut().line(
            [
                view.at(left - 0.15, eave - 0.1, near),
                view.at((left + right) / 2, top, near),
                view.at(right + 0.15, eave - 0.1, near),
            ],
            60 / near,
        )
        sheet.lay(eaves, "#f1e8d4")


def _stroller(sheet):
    walker = sheet.cut()
    person(walker, sheet.random, 1190, 772, 128, coat=0.32, step=0.1)
    walker.curve(
        [(1252, 742), (1262, 736), (1292, 738), (1304, 726), (1314, 730), (1306, 742), (1300, 752), (1256, 752)]
    )
    for x in (1258, 1266, 1290, 1298):
        walker.line([(x, 748), (x - 2, 770)], 3.4)
    walker.line([(1254, 744), (1242, 730)], 3)
    leash = sheet.cut().line([(1202, 712), (1302, 738)], 1.2)
    mask = walker.mask()
    flipped = mask.transform(mask.size, 0, (1, 0.1, -76, 0, -1.6, 2.6 * 772))
    sheet.shade(flipped, "#8d8270", 0.55, soft=4)
    sheet.lay(mask, "#2a343c")
    sheet.lay(leash, "#2a343c", 0.8)
    sheet.lay(both(mask, sheet.cut().box(1150, 660, 1230, 682)), "#a8452f")


def oyster_parks(sheet):
    sheet.wash((0, "#7f9bb0"), (280, "#b9c5c6"), (470, "#f1e0c0"), (1067, "#f1e0c0"))
    clouds(sheet, -140, 430, "#fbeed4", "#7890a2", cover=0.52, across=640, down=120, strength=0.85)
    glow(sheet, 820, 450, 700, "#fff0c6", 0.75, flat=0.6)
    land(sheet, ridge(sheet, 478, 46, waves=1.4, right=900), "#8c9ea3", bottom=482)
    land(sheet, ridge(sheet, 482, 70, waves=1.7, left=850, right=1700), "#75898f", bottom=486)
    mirror(sheet, 482, "#8d9690", strength=0.75, ripple=3)
    flats = both(steep(sheet.noise(620, 46, 5), 120, 60), sheet.fade((486, 60), (640, 255)))
    sheet.lay(flats, sheet.ramp((482, "#a59c88"), (1067, "#544b41")), 0.92)
    sheet.lay(both(flats, steep(sheet.noise(160, 14, 5), 165, 70)), "#c9b58e", 0.4)
    glitter(sheet, 820, 500, 120, "#fff2cf", 220, 0.5)
    view = View(820, 470, 980)
    for right in (-13, -8.6, -4.6, 3.4, 7.4, 11.8):
        _table_row(sheet, view, right)
    _tractor_and_crew(sheet)
    gulls(sheet, [(360, 250, 70), (450, 310, 46), (1130, 200, 52), (1240, 260, 36), (250, 180, 34)], "#fbf6ea")


def _table_row(sheet, view, right):
    legs, bags, light, water = sheet.cut(), sheet.cut(), sheet.cut(), sheet.cut()
    ahead = 46.0
    while ahead > 3.4:
        near = ahead - 1.1 * ahead / 12
        for side in (0, 1.1):
            legs.line([view.at(right + side, -1.0, near), view.at(right + side, -1.62, near)], 22 / near)
        water.polygon(view.floor(right - 0.1, right + 1.3, -1.62, near, ahead))
        bags.polygon(view.front(right - 0.05, right + 1.15, -1.06, -0.8, near))
        bags.polygon(view.floor(right - 0.05, right + 1.15, -0.8, near, ahead - 0.1 * ahead / 12))
        light.polygon(view.floor(right + 0.02, right + 1.0, -0.79, near + 0.2, ahead - 0.25 * ahead / 12))
        ahead = near
    sheet.shade(water, "#5c564c", 0.5, soft=4)
    sheet.lay(legs, "#2b2c2c")
    sheet.lay(bags, sheet.ramp((500, "#6d6f68"), (1000, "#25292a")))
    sheet.lay(both(light, steep(sheet.noise(40, 16, 4), 130, 90)), sheet.ramp((500, "#b8b29c"), (1000, "#77806f")), 0.8)


def _tractor_and_crew(sheet):
    x, y = 640, 640
    rig = (
        sheet.cut()
        .box(x - 60, y - 58, x + 10, y - 24)
        .polygon([(x + 4, y - 24), (x + 8, y - 92), (x + 52, y - 92), (x + 60, y - 24)])
        .line([(x - 40, y - 56), (x - 40, y - 88)], 4)
    )
    rig.box(x + 66, y - 34, x + 210, y - 22).line([(x + 50, y - 28), (x + 80, y - 28)], 5)
    load = sheet.cut()
    for step in range(5):
        load.box(x + 72 + step * 27, y - 52, x + 96 + step * 27, y - 35).box(
            x + 84 + step * 22, y - 68, x + 104 + step * 22, y - 53
        )
    wheels = (
        sheet.cut()
        .disc(x + 36, y - 18, 26)
        .disc(x - 46, y - 12, 17)
        .disc(x + 120, y - 10, 14)
        .disc(x + 156, y - 10, 14)
    )
    crew = sheet.cut()
    for right, tall in ((880, 104), (950, 98), (1020, 100), (545, 96)):
        person(crew, sheet.random, right, y + sheet.random.uniform(0, 14), tall, coat=0.4)
    crew.curve(
        [
            (1090, 650),
            (1096, 606),
            (1088, 590),
            (1104, 574),
            (1140, 582),
            (1150, 604),
            (1140, 606),
            (1122, 596),
            (1112, 612),
            (1112, 650),
        ]
    ).disc(1152, 586, 9)
    group = both(inverse(both(inverse(rig), inverse(wheels), inverse(crew), inverse(load))))
    flipped = group.transform(group.size, 0, (1, 0, 0, 0, -1, 2 * y + 6))
    sheet.shade(flipped, "#6c675f", 0.6, soft=4)
    sheet.lay(load, "#4a4d48")
    sheet.lay(rig, "#9a4630")
    sheet.lay(
        sheet.cut().polygon([(x + 14, y - 84), (x + 46, y - 84), (x + 50, y - 50), (x + 14, y - 50)]), "#c9d0c6", 0.9
    )
    sheet.lay(wheels, "#1f2426")
    sheet.lay(sheet.cut().disc(x + 36, y - 18, 10).disc(x - 46, y - 12, 6), "#c0953f")
    sheet.lay(crew, "#23343c")
    sheet.lay(both(crew, sheet.cut().box(840, y - 64, 1200, y + 20)), "#b9822f", 0.85)


SCENES = {
    "cliffs": cliffs,
    "lighthouse-night": lighthouse_night,
    "wind-turbines": wind_turbines,
    "beach-winter": beach_winter,
    "oyster-parks": oyster_parks,
}
