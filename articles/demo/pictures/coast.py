"""The open coast: cliffs, lighthouse, wind farm."""

from math import cos, pi, sin

from .figures import lit, person
from .nature import clouds, crest, glitter, glow, grass, gulls, haze, land, ridge, sea, stars, waves
from .sheet import both, inverse, moved, smooth, steep

# Coordinates stand in rows, as they were drawn.
# fmt: off


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
    gulls(sheet, [(870, 250, 84), (960, 300, 58), (1060, 230, 44), (1180, 330, 34), (760, 170, 40), (1330, 200, 50)],
        "#fdfaf0")


def _headland(sheet, top_edge, turf, face, foot, grain):
    right = top_edge[-1][0]
    base = 522 + turf * 3
    fall = smooth([(right, top_edge[-1][1]), (right + turf, top_edge[-1][1] + (base - top_edge[-1][1]) * 0.4),
        (right + turf * 1.2, base - 20), (right + turf * 3, base)], closed=False)
    crown = smooth(top_edge, closed=False)
    cliff = sheet.cut().polygon([*crown, *fall, (-30, base + 4), (-30, top_edge[0][1])]).mask()
    sheet.lay(cliff, sheet.ramp((crown[0][1], face), (base - 60, face), (base, foot)))
    sheet.lay(both(cliff, steep(sheet.noise(46, 420, 5), 150, 90)), "#7f8f92", grain)
    sheet.lay(both(cliff, steep(sheet.noise(700, 26, 4), 165, 60)), "#b99f78", grain * 0.7)
    sheet.lay(both(cliff, steep(sheet.noise(30, 300, 4), 175, 60)), "#fdf6e4", grain)
    green = sheet.cut().polygon([*crown, *((x, y + turf * (1.0 + 0.3 * sin(x / 23) + 0.25 * sin(x / 7.3))) for x,
        y in reversed(crown))])
    sheet.lay(green, "#6f8a5b", 0.9)
    foam = sheet.cut()
    for _ in range(60):
        crest(foam, sheet.random.uniform(-20, right + turf * 3.4), base + sheet.random.uniform(-3, turf * 0.5),
            8 + turf * sheet.random.random() * 1.6, 1 + turf * 0.12)
    sheet.lay(foam, "#f5f4ea", 0.8)


def _needle(sheet):
    rock = sheet.cut().polygon(smooth([(722, 614), (736, 560), (733, 500), (744, 452), (768, 436), (790, 448),
        (798, 500), (812, 548), (818, 580), (836, 614)], closed=False)).mask()
    sheet.lay(rock, sheet.ramp((430, "#e6dfc9"), (570, "#d5cfbc"), (612, "#6f7d80")))
    sheet.lay(both(rock, steep(sheet.noise(30, 240, 4), 140, 90)), "#7f8f92", 0.6)
    sheet.shade(both(rock, moved(rock, 40, 10)), "#9aa7ae", 0.7, soft=9)
    foam = sheet.cut()
    for _ in range(40):
        crest(foam, sheet.random.gauss(778, 46), sheet.random.uniform(602, 618), 26, 4)
    sheet.lay(foam, "#f7f5ea", 0.85)


def _near_cliff(sheet):
    """The heath we stand on, with a walker at its edge."""
    edge = smooth([(-20, 800), (200, 770), (420, 800), (640, 880), (860, 905), (1060, 980), (1180, 1090)],
        closed=False)
    heath = sheet.cut().polygon([*edge, (-20, 1090)]).mask()
    blades = sheet.cut()
    for x, y in edge[::2]:
        grass(sheet, blades, y + 16, 46, 7, x - 22, x + 22)
    sheet.lay(blades, "#4d6648")
    sheet.lay(heath, sheet.ramp((760, "#6f8752"), (1067, "#2f4a3c")))
    sheet.lay(both(heath, steep(sheet.noise(110, 34, 5), 150, 80)), "#a9a862", 0.55)
    sheet.lay(both(heath, steep(sheet.noise(80, 30, 4), 178, 40)), "#a8648a", 0.7)
    path = sheet.cut().polygon(smooth([(180, 1090), (250, 980), (232, 890), (300, 815), (330, 790)], closed=False)
        + smooth([(342, 790), (326, 822), (286, 900), (330, 985), (310, 1090)], closed=False))
    sheet.lay(both(path, heath), "#d8c8a0", 0.85)
    walker = sheet.cut()
    person(walker, sheet.random, 330, 812, 118, coat=0.42, step=0.09)
    person(walker, sheet.random, 378, 816, 108, coat=0.5, step=0.05)
    sheet.shade(sheet.cut().disc(372, 816, 56, 7), "#56684e", 0.7, soft=4)
    sheet.lay(walker, "#26333a")
    sheet.lay(both(walker, sheet.cut().box(310, 712, 352, 762)), "#b34a32")


def lighthouse_night(sheet):
    sheet.wash((0, "#0c1a30"), (380, "#1b3858"), (640, "#4a6a80"), (705, "#7f9096"), (1067, "#7f9096"))
    stars(sheet, 640, 420)
    clouds(sheet, 240, 720, "#6f8898", "#14273f", cover=0.42, across=760, down=80, strength=0.7)
    land(sheet, ridge(sheet, 712, 60), "#2b4560", bottom=720)
    sea(sheet, 706, "#5c7887", "#0b1b2e", "#7f98a3", "#0e2238", 800)
    glow(sheet, 1075, 330, 640, "#e0a860", 0.55)
    _beams(sheet, 1075, 330)
    glitter(sheet, 1000, 712, 170, "#f4dca4", 360, 0.7)
    _rock(sheet)
    _tower(sheet, 1075, 330, 740)
    glow(sheet, 1075, 330, 210, "#fff0c4", 1.0)
    glow(sheet, 1075, 330, 60, "#ffffff", 1.0)
    boat = sheet.cut().polygon([(236, 748), (330, 744), (318, 764), (250, 764)])
    boat.box(262, 730, 284, 748)
    boat.line([(296, 746), (296, 690)], 3)
    sheet.lay(boat, "#0e1c2c")
    lit(sheet, sheet.cut().disc(296, 690, 4).box(268, 734, 276, 741), "#ffdc90", 1.0, halo=10)
    glitter(sheet, 296, 766, 16, "#ffdc90", 40, 0.6, bottom=900)


def _beams(sheet, x, y):
    for turn, reach, spread in ((pi + 0.07, 1500, 0.075), (-0.05, 1200, 0.1)):
        left, right = turn - spread, turn + spread
        wedge = sheet.cut().polygon([(x, y - 9), (x + cos(left) * reach, y + sin(left) * reach),
            (x + cos(right) * reach, y + sin(right) * reach), (x, y + 9)])
        far = sheet.fade((x - 1150, 40), (x, 255), (x + 700, 90), across=True)
        sheet.shine(both(wedge, far), "#f0c97c", 0.6, soft=12)
        sheet.shine(both(wedge, far, sheet.noise(300, 90)), "#f2d596", 0.3, soft=5)


def _rock(sheet):
    rock = sheet.cut().polygon(smooth([(640, 900), (730, 836), (800, 820), (870, 764), (960, 742), (1060, 726),
        (1200, 738), (1290, 790), (1400, 812), (1500, 872), (1640,
        930)], closed=False) + [(1640, 1100), (560, 1100)]).mask()
    sheet.lay(rock, sheet.ramp((720, "#2a3a48"), (1000, "#0c1622")))
    sheet.lay(both(rock, steep(sheet.noise(120, 60, 5), 160, 60)), "#55646a", 0.5)
    sheet.shade(both(rock, steep(sheet.noise(160, 50, 5), 150, 60)), "#0b141f", 0.7)
    foam = sheet.cut()
    for _ in range(220):
        part = sheet.random.random()
        crest(foam, 620 + part * 120 + sheet.random.gauss(0, 30), 840 + part * 0 + sheet.random.uniform(20, 230),
            34 * sheet.random.random(), 4)
    sheet.lay(foam, "#b9c8cc", 0.4)
    home, roof, panes = sheet.cut(), sheet.cut(), sheet.cut()
    home.box(1160, 676, 1300, 790)
    roof.polygon([(1150, 680), (1176, 634), (1288, 634), (1312, 680)]).box(1262, 612, 1280, 650)
    panes.box(1184, 700, 1204, 730).box(1258, 700, 1278, 730)
    sheet.lay(home, sheet.ramp((1160, "#9aa6a6"), (1300, "#5b6b76"), across=True))
    sheet.lay(roof, "#22303e")
    lit(sheet, panes, "#ffcf7c", 1.0, halo=16)
    steps = sheet.cut().polygon(smooth([(1068, 742), (1040, 800), (1090, 880), (1040, 1000), (1060, 1090)],
        closed=False) + smooth([(1170, 1090), (1110, 1000), (1126, 880), (1064, 800), (1082, 742)], closed=False))
    sheet.lay(both(steps, rock), "#6f7a78", 0.45)
    keeper = sheet.cut()
    person(keeper, sheet.random, 1072, 872, 76)
    sheet.lay(keeper, "#0a121c")


def _tower(sheet, x, lamp, base):
    tower = sheet.cut().polygon([(x - 40, lamp + 44), (x + 40, lamp + 44), (x + 62, base), (x - 62, base)]).mask()
    sheet.lay(tower, sheet.ramp((x - 62, "#c9cec6"), (x - 20, "#efe7d2"), (x + 66, "#4b5f70"), across=True))
    bands = sheet.cut().box(x - 90, 470, x + 90, 545).box(x - 90, 625, x + 90, 700)
    sheet.lay(both(tower, bands), sheet.ramp((x - 62, "#9c4030"), (x - 15, "#c45a3f"), (x + 66, "#431f22"),
        across=True))
    sheet.lay(sheet.cut().box(x - 6, 425, x + 6, 446).box(x - 6, 574, x + 6, 596).box(x - 9, 712, x + 9, 742),
        "#1b2836")
    top = sheet.cut().box(x - 56, lamp + 34, x + 56, lamp + 46)
    top.polygon([(x - 30, lamp - 34), (x, lamp - 66), (x + 30, lamp - 34)])
    top.box(x - 32, lamp - 36, x + 32, lamp - 30)
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
    sheet.wash((0, "#3c4d72"), (260, "#8a6f86"), (450, "#df8d6a"), (600, "#f7bf74"), (690, "#fbd894"),
        (1067, "#fbd894"))
    clouds(sheet, -20, 520, "#f7a978", "#53557a", cover=0.48, across=820, down=90, strength=0.8)
    glow(sheet, 560, 650, 760, "#ffb765", 0.7, flat=0.7)
    sheet.lay(sheet.cut().disc(560, 636, 62), sheet.ramp((570, "#fff2c4"), (700, "#ffc873")))
    glow(sheet, 560, 636, 190, "#fff0c0", 0.9)
    clouds(sheet, 540, 700, "#e8916a", "#b2697a", cover=0.4, across=900, down=26, strength=0.6)
    sea(sheet, 690, "#d68f6a", "#243a5a", "#f3b583", "#2b3d5e", 900)
    glitter(sheet, 560, 692, 120, "#ffe2a0", 620, 1.0)
    farms = [(60, 0.13), (190, 0.15), (330, 0.17), (690, 0.19), (820, 0.24), (930, 0.3), (450, 0.22), (1080, 0.4),
        (1250, 0.56), (240, 0.34)]
    for x, size in sorted(farms, key=lambda farm: farm[1]):
        ink = "#8d6672" if size < 0.2 else "#6a5870" if size < 0.35 else "#465069"
        _turbine(sheet, x, 690 + size * 60, 830 * size, ink)
    _turbine(sheet, 1400, 800, 700, "#28375a", near=True)
    boat = sheet.cut().polygon([(760, 764), (900, 758), (886, 784), (776, 784)])
    boat.box(790, 738, 830, 764)
    boat.line([(842, 762), (842, 700)], 3)
    boat.line([(812, 740), (812, 716)], 2)
    sheet.lay(boat, "#22304c")
    lit(sheet, sheet.cut().box(796, 744, 806, 752).box(812, 744, 822, 752), "#ffd98f", 1.0, halo=5)
    waves(sheet, 790, "#1b2c4a", 90, 0.5)
    gulls(sheet, [(980, 210, 70), (1070, 270, 46), (900, 300, 36)], "#3a3f5e")


def _turbine(sheet, x, base, tall, ink, near=False):
    hub = base - tall * 0.62
    turn = sheet.random.uniform(0, 2 * pi / 3)
    mill = sheet.cut().polygon([(x - tall * 0.009, hub), (x + tall * 0.009, hub), (x + tall * 0.017, base),
        (x - tall * 0.017, base)])
    mill.box(x - tall * 0.03, base - tall * 0.035, x + tall * 0.03, base).disc(x, hub, tall * 0.016)
    for blade in range(3):
        angle = turn + blade * 2 * pi / 3
        ahead, aside = (cos(angle), sin(angle)), (-sin(angle), cos(angle))
        outline = [(0, -0.008), (0.07, -0.018), (0.38, -0.002), (0.38, 0.002), (0.07, 0.008), (0, 0.008)]
        mill.polygon([(x + tall * (far * ahead[0] + wide * aside[0]),
            hub + tall * (far * ahead[1] + wide * aside[1])) for far, wide in outline])
    mask = mill.mask()
    sheet.lay(mask, ink)
    if near:
        sheet.lay(both(mask, inverse(moved(mask, 5, 1))), "#f0a877", 0.9)
        sheet.lay(sheet.cut().box(x - tall * 0.04, base - tall * 0.055, x + tall * 0.04,
            base - tall * 0.04).box(x - tall * 0.024, base - tall * 0.04, x + tall * 0.024, base + 6), "#c98b3f", 0.9)
    foam = sheet.cut()
    for _ in range(14):
        crest(foam, x + sheet.random.gauss(0, tall * 0.05), base + sheet.random.uniform(-2, tall * 0.02),
            tall * 0.04 + 3, tall * 0.004 + 0.6)
    sheet.lay(foam, "#fbd8a4", 0.6)
