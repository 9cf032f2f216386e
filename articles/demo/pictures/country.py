"""Scenes inland: fields, meadows, the river."""

from math import sin

from .figures import View, house, lit, person
from .nature import bare_tree, clouds, foliage, glow, grass, gulls, haze, land, mirror, reflect, ridge, waves
from .sheet import both, inverse, moved, smooth, steep


def wheat_fields(sheet):
    sheet.wash((0, "#6f9cb5"), (300, "#b8cfcf"), (520, "#f3e6c6"), (1067, "#f3e6c6"))
    clouds(sheet, -120, 470, "#fff6e2", "#8ba8b8", cover=0.56, across=520, down=170, strength=0.9)
    glow(sheet, 1250, 420, 560, "#fff0c0", 0.6)
    land(sheet, ridge(sheet, 540, 70, waves=1.8), "#94a8a2")
    land(sheet, ridge(sheet, 566, 60, waves=2.4), "#8a9b78")
    haze(sheet, 545, 50, "#f0e4c6", 0.45)
    _hedges(sheet, 560, "#66805f", 0.8)
    _field(sheet, smooth([(-20, 585), (500, 560), (1000, 580), (1640, 548)], closed=False), "#d9b468", "#c89a4a", 0.9)
    _farm(sheet, 330, 582)
    _field(sheet, smooth([(-20, 640), (420, 604), (900, 612), (1640, 668)], closed=False), "#a8a860", "#8b9450", 0.7)
    _hedges(sheet, 640, "#4f6b4a", 1.2, left=980)
    _harvest(sheet, 800, 640)
    front = _field(
        sheet, smooth([(-20, 720), (500, 668), (1000, 690), (1640, 790)], closed=False), "#e3b757", "#b67a2c", 1.0
    )
    _furrows(sheet, front)
    ears = sheet.cut()
    grass(sheet, ears, 1090, 190, 420)
    sheet.lay(ears, sheet.ramp((880, "#dcb05a"), (1067, "#7d5420")))
    _ears(sheet)
    _poplars(sheet)
    gulls(sheet, [(620, 240, 40), (680, 270, 30), (560, 290, 26)], "#46565e")


def _field(sheet, edge, light, dark, strength):
    top = min(y for _, y in edge)
    field = land(sheet, edge, sheet.ramp((top, light), (sheet.height, dark))).mask()
    sheet.lay(both(field, steep(sheet.noise(420, 40, 5), 150, 90)), dark, 0.5 * strength)
    sheet.shade(both(field, steep(sheet.noise(1300, 300, 2), 150, 120)), "#a99a86", 0.5)
    return field


def _furrows(sheet, field):
    rows, bright = sheet.cut(), sheet.cut()
    for step in range(-34, 60):
        x = 980 + step * 16
        bend = smooth(
            [(x, 660), (980 + step * 40, 760), (900 + step * 120, 920), (780 + step * 250, 1100)], closed=False
        )
        wide = [(px + 0.5 + max(0, py - 660) * 0.05, py) for px, py in bend]
        rows.polygon([*bend, *reversed(wide)])
        bright.polygon(
            [
                *[(px + max(0, py - 660) * 0.06, py) for px, py in bend],
                *reversed([(px + max(0, py - 660) * 0.085, py) for px, py in bend]),
            ]
        )
    sheet.lay(both(rows, field), "#98662a", 0.55, soft=1)
    sheet.lay(both(bright, field), "#f6d98e", 0.5, soft=1)
    track = sheet.cut()
    for shift in (0, 60):
        left = smooth(
            [(930 + shift * 0.12, 684), (820 + shift * 0.4, 780), (700 + shift, 900), (520 + shift * 1.6, 1100)],
            closed=False,
        )
        track.polygon([*left, *reversed([(x + 2 + (y - 680) * 0.055, y) for x, y in left])])
    sheet.lay(both(track, field), "#7d5524", 0.8, soft=1)


def _hedges(sheet, base, ink, size, left=0):
    leaves = sheet.cut()
    x = left - 20
    while x < 1640:
        wide = sheet.random.uniform(14, 46) * size
        foliage(
            sheet,
            leaves,
            x,
            base - wide * 0.35 + 6 * sin(x / 130),
            wide,
            wide * sheet.random.uniform(0.5, 0.9),
            leaves=34,
        )
        x += wide * sheet.random.choice((0.9, 1.1, 2.6))
    sheet.lay(leaves, ink)
    sheet.lay(both(leaves, inverse(moved(leaves, 4, 6))), "#c9cf95", 0.4)


def _farm(sheet, x, y):
    walls, roofs = sheet.cut(), sheet.cut()
    walls.box(x, y - 40, x + 96, y + 6).box(x + 110, y - 30, x + 190, y + 6).box(x + 214, y - 78, x + 238, y + 6)
    roofs.polygon([(x - 6, y - 38), (x + 12, y - 70), (x + 84, y - 70), (x + 102, y - 38)]).polygon(
        [(x + 104, y - 28), (x + 120, y - 54), (x + 182, y - 54), (x + 196, y - 28)]
    ).curve([(x + 212, y - 78), (x + 226, y - 96), (x + 240, y - 78)])
    sheet.lay(walls, "#e6d9bd")
    sheet.lay(roofs, "#8c5240")
    sheet.lay(
        sheet.cut()
        .box(x + 20, y - 28, x + 30, y - 14)
        .box(x + 60, y - 28, x + 70, y - 14)
        .box(x + 130, y - 22, x + 152, y + 6),
        "#5b5145",
    )


def _harvest(sheet, x, y):
    dust = sheet.cut()
    for _ in range(60):
        reach = sheet.random.random()
        dust.disc(x + 40 + reach * 300, y - 10 - reach * 50 * sheet.random.random(), 12 + 34 * reach, tone=150)
    sheet.lay(dust, "#f1ddb0", 0.5, soft=14)
    body = (
        sheet.cut()
        .box(x - 44, y - 34, x + 22, y - 12)
        .polygon([(x - 8, y - 34), (x - 4, y - 66), (x + 26, y - 66), (x + 30, y - 30)])
        .line([(x - 30, y - 34), (x - 30, y - 58)], 3)
    )
    sheet.lay(body, "#a8432c")
    sheet.lay(sheet.cut().box(x, y - 60, x + 22, y - 38), "#cfdcd8")
    wheels = sheet.cut().disc(x + 18, y - 14, 19).disc(x - 36, y - 8, 12).disc(x + 92, y - 8, 10)
    trailer = (
        sheet.cut()
        .polygon([(x + 50, y - 34), (x + 130, y - 34), (x + 122, y - 10), (x + 58, y - 10)])
        .line([(x + 30, y - 14), (x + 60, y - 14)], 3)
    )
    sheet.lay(trailer, "#3f5f6b")
    sheet.lay(sheet.cut().curve([(x + 52, y - 33), (x + 78, y - 50), (x + 110, y - 46), (x + 128, y - 33)]), "#e6bc60")
    sheet.lay(wheels, "#242a2a")
    sheet.lay(sheet.cut().disc(x + 18, y - 14, 7).disc(x - 36, y - 8, 4), "#d1a64a")


def _ears(sheet):
    heads, stems = sheet.cut(), sheet.cut()
    for _ in range(95):
        x, y = sheet.random.uniform(-10, 1610), sheet.random.uniform(880, 1000)
        lean = sheet.random.gauss(14, 10)
        stems.arc([(x - lean, 1090), (x - lean * 0.4, y + 80), (x, y)], 2.2)
        for grain in range(7):
            gx, gy = x + lean * 0.06 * grain, y - grain * 7
            heads.disc(gx - 3.4, gy, 3.2, 5.4).disc(gx + 3.4, gy - 3, 3.2, 5.4)
            stems.line([(gx, gy), (gx + 9 + lean * 0.2, gy - 22)], 0.7)
    sheet.lay(stems, "#e8c878", 0.85)
    sheet.lay(heads, "#f0cd78")
    sheet.lay(both(heads, moved(heads, 3, 3)), "#b27f33", 0.6)


def _poplars(sheet):
    leaves = sheet.cut()
    for x, tall in ((1330, 230), (1385, 280), (1440, 250), (1500, 290), (1556, 240)):
        for step in range(9):
            foliage(
                sheet,
                leaves,
                x,
                690 - tall * (0.12 + step * 0.1),
                20 * (1.1 - abs(step - 3) * 0.11),
                26,
                leaves=26,
                leaf=0.28,
            )
        leaves.line([(x, 720), (x, 690 - tall * 0.2)], 5)
    sheet.lay(leaves, sheet.ramp((400, "#5d7a56"), (720, "#34503f")))
    sheet.lay(both(leaves, inverse(moved(leaves, 7, 4))), "#c3c485", 0.55)


def cows(sheet):
    sheet.wash((0, "#86a9b8"), (300, "#c5d3cc"), (500, "#f5e7c9"), (1067, "#f5e7c9"))
    clouds(sheet, -140, 430, "#fff6e4", "#93acb6", cover=0.5, across=600, down=140, strength=0.8)
    glow(sheet, 380, 430, 640, "#ffeec2", 0.8)
    land(sheet, ridge(sheet, 520, 90, waves=1.6), "#a3b5ae")
    _hedges(sheet, 530, "#8fa693", 1.3)
    haze(sheet, 535, 50, "#f6e9cc", 0.7)
    _farm(sheet, 1130, 566)
    _hedges(sheet, 572, "#6d8a6c", 1.7)
    haze(sheet, 580, 46, "#f4e9cd", 0.7)
    meadow = land(
        sheet,
        smooth([(-20, 610), (500, 584), (1000, 600), (1640, 580)], closed=False),
        sheet.ramp((580, "#b3bd82"), (780, "#7d9a58"), (1067, "#3c5a3a")),
    ).mask()
    sheet.lay(both(meadow, steep(sheet.noise(500, 36, 5), 150, 90)), "#5f8048", 0.5)
    sheet.lay(both(meadow, steep(sheet.noise(400, 24, 5), 165, 70)), "#d3cf8e", 0.5)
    _tree(sheet, 1390, 640, 330)
    for x, y, size, way in (
        (760, 640, 0.36, 1),
        (930, 652, 0.4, -1),
        (560, 650, 0.42, 1),
        (1120, 664, 0.46, 1),
        (1250, 690, 0.5, -1),
    ):
        _cow(sheet, x, y, size, way)
    _fence(sheet, 760)
    _cow(sheet, 1120, 800, 0.95, -1)
    _cow(sheet, 420, 880, 1.45, 1)
    blades = sheet.cut()
    for base in (900, 960, 1030, 1090):
        grass(sheet, blades, base, 70, 130)
    sheet.lay(both(blades, sheet.fade((860, 0), (930, 255))), "#2f4d34", 0.75)
    flowers = sheet.cut()
    for _ in range(130):
        flowers.disc(sheet.random.uniform(0, 1600), 840 + 220 * sheet.random.random(), 2 + 3 * sheet.random.random())
    sheet.lay(flowers, "#f3e6b4", 0.85)


def _tree(sheet, x, y, tall):
    trunk, crown = sheet.cut(), sheet.cut()
    trunk.polygon([(x - 15, y + 8), (x - 9, y - tall * 0.5), (x + 9, y - tall * 0.5), (x + 17, y + 8)])
    for _ in range(15):
        foliage(
            sheet,
            crown,
            x + sheet.random.gauss(0, tall * 0.24),
            y - tall * sheet.random.uniform(0.5, 1.0),
            tall * 0.17,
            tall * 0.13,
            leaves=50,
        )
    sheet.shade(sheet.cut().disc(x + 40, y + 12, tall * 0.5, 16), "#56704a", 0.7, soft=7)
    sheet.lay(trunk, "#4d4636")
    sheet.lay(crown, sheet.ramp((y - tall, "#7f9a5c"), (y - tall * 0.4, "#3d5c44")))
    sheet.lay(both(crown, inverse(moved(crown, 9, 7))), "#dcd38e", 0.6)
    sheet.shade(both(crown, steep(sheet.noise(60, 50, 4), 150, 70)), "#7f9a86", 0.7)


COW = [
    (-130, -106),
    (-60, -112),
    (20, -106),
    (96, -112),
    (128, -116),
    (150, -128),
    (176, -124),
    (190, -104),
    (206, -84),
    (204, -72),
    (186, -70),
    (166, -82),
    (150, -74),
    (132, -50),
    (104, -36),
    (40, -30),
    (-50, -30),
    (-96, -40),
    (-124, -44),
    (-138, -70),
]


def _cow(sheet, x, y, size, way):
    def at(right, up):
        return x + way * right * size, y + up * size

    legs, far = sheet.cut(), sheet.cut()
    for stencil, hips in ((far, (-92, 92)), (legs, (-116, 114))):
        for hip in hips:
            bend = -7 if hip < 0 else 3
            stencil.polygon(
                [
                    at(hip - 16, -52),
                    at(hip + 18, -52),
                    at(hip + 9 + bend, -24),
                    at(hip + 8, -4),
                    at(hip + 10, 0),
                    at(hip - 6, 0),
                    at(hip - 7 + bend, -24),
                ]
            )
    body = sheet.cut().curve([at(*point) for point in COW]).mask()
    head = (
        sheet.cut()
        .polygon([at(150, -122), at(132, -132), at(126, -122), at(146, -112)])
        .line([at(158, -126), at(164, -140), at(172, -142)], 3.4 * size)
    )
    tail = (
        sheet.cut()
        .line([at(-130, -104), at(-142, -84), at(-140, -40)], 4 * size)
        .disc(*at(-140, -36), 6 * size, 12 * size)
    )
    udder = sheet.cut().disc(*at(-72, -32), 22 * size, 13 * size)
    sheet.shade(sheet.cut().disc(*at(20, 2), 165 * size, 13 * size), "#4c6440", 0.75, soft=6 * size)
    sheet.lay(far, "#5b4a3c")
    sheet.lay(udder, "#d9a58c")
    whole = both(inverse(both(inverse(body), inverse(legs))))
    sheet.lay(whole, sheet.ramp((y - 128 * size, "#fbf2dd"), (y, "#cdbfa4")))
    patches = sheet.cut()
    for right, up, across in (
        (-96, -92, 40),
        (-20, -84, 44),
        (60, -96, 36),
        (168, -110, 26),
        (104, -50, 24),
        (-126, -60, 20),
        (-50, -46, 18),
    ):
        turn = sheet.random.uniform(0.7, 1.2)
        patches.curve(
            [
                at(right - across, up),
                at(right - across * 0.3, up - 24 * turn),
                at(right + across * 0.8, up - 14),
                at(right + across, up + 16 * turn),
                at(right, up + 25),
                at(right - across * 0.7, up + 18),
            ]
        )
    hide = "#5b3a2a" if sheet.random.random() < 0.6 else "#33302f"
    sheet.lay(both(body, patches), hide)
    sheet.shade(both(whole, moved(body, 0, 40 * size)), "#8d8674", 0.75, soft=9 * size)
    sheet.lay(tail, hide)
    sheet.lay(head, "#d8c8a8")
    sheet.lay(both(body, sheet.cut().disc(*at(206, -76), 15 * size, 12 * size)), "#d3a68e")
    sheet.lay(sheet.cut().disc(*at(172, -104), 3 * size), "#1f1b18")
    sheet.shine(both(body, inverse(moved(body, 0, 5 * size))), "#fff0c8", 0.5)


def _fence(sheet, y):
    fence = sheet.cut()
    for x in range(-30, 1700, 135):
        fence.polygon([(x - 5, y + 22), (x - 4, y - 62), (x + 5, y - 64), (x + 6, y + 22)])
    for drop in (50, 28):
        fence.arc([(x, y - drop + (5 if (x // 67) % 2 else 0)) for x in range(-30, 1700, 67)], 1.6)
    sheet.lay(fence, "#514838")


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
        rings.arc(
            [
                (x - wide, 650),
                (x - wide * 0.72, 650 - (650 - top) * 0.7),
                (x, top),
                (x + wide * 0.72, 650 - (650 - top) * 0.7),
                (x + wide, 650),
            ],
            9,
        )
    sheet.lay(rings, "#c9bb9f", 0.85)
    sheet.lay(sheet.cut().line(deck, 11), "#cfc2a8")
    folk = sheet.cut()
    for x, y in ((470, 506), (500, 505), (540, 504), (700, 509)):
        person(folk, sheet.random, x, y + 8, 58)
    sheet.lay(folk, "#2f3436")


def _torrent(sheet):
    below = sheet.fade((640, 0), (680, 255))
    sheet.lay(both(below, sheet.fade((640, 60), (1067, 190))), "#7a6548")
    for across, down, ink, middle, strength in (
        (420, 22, "#4a4134", 140, 0.55),
        (300, 14, "#a8977a", 160, 0.6),
        (520, 30, "#bfb39a", 178, 0.5),
    ):
        sheet.lay(both(steep(sheet.noise(across, down, 5), middle, 70), below), ink, strength)
    waves(sheet, 650, "#cfc4ac", 220, 0.4)
    waves(sheet, 650, "#40382d", 260, 0.45)
    drift = sheet.cut()
    for x, y, wide, lean in ((520, 900, 150, 14), (980, 980, 190, -18), (1180, 720, 80, 6)):
        drift.polygon(
            [(x - wide, y + lean), (x + wide, y - lean - 8), (x + wide, y - lean + 4), (x - wide, y + lean + 16)]
        )
        for part in (-0.4, 0.1, 0.5):
            drift.line([(x + wide * part, y), (x + wide * (part + 0.14), y - 40)], 5)
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


SCENES = {"wheat-fields": wheat_fields, "cows": cows, "river-flood": river_flood}
