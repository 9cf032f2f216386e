"""Farmland: wheat and cows."""

from math import sin

from .nature import clouds, foliage, glow, grass, gulls, haze, land, ridge
from .sheet import both, either, inverse, moved, smooth, steep

# Coordinates stand in rows, as they were drawn.
# fmt: off


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
    front = _field(sheet, smooth([(-20, 720), (500, 668), (1000, 690), (1640, 790)], closed=False), "#e3b757",
        "#b67a2c", 1.0)
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
        bend = smooth([(x, 660), (980 + step * 40, 760), (900 + step * 120, 920), (780 + step * 250, 1100)],
            closed=False)
        wide = [(px + 0.5 + max(0, py - 660) * 0.05, py) for px, py in bend]
        rows.polygon([*bend, *reversed(wide)])
        bright.polygon([*[(px + max(0, py - 660) * 0.06, py) for px, py in bend],
            *reversed([(px + max(0, py - 660) * 0.085, py) for px, py in bend])])
    sheet.lay(both(rows, field), "#98662a", 0.55, soft=1)
    sheet.lay(both(bright, field), "#f6d98e", 0.5, soft=1)
    track = sheet.cut()
    for shift in (0, 60):
        left = smooth([(930 + shift * 0.12, 684), (820 + shift * 0.4, 780), (700 + shift, 900),
            (520 + shift * 1.6, 1100)], closed=False)
        track.polygon([*left, *reversed([(x + 2 + (y - 680) * 0.055, y) for x, y in left])])
    sheet.lay(both(track, field), "#7d5524", 0.8, soft=1)


def _hedges(sheet, base, ink, size, left=0):
    leaves = sheet.cut()
    x = left - 20
    while x < 1640:
        wide = sheet.random.uniform(14, 46) * size
        foliage(sheet, leaves, x, base - wide * 0.35 + 6 * sin(x / 130), wide, wide * sheet.random.uniform(0.5, 0.9),
            leaves=34)
        x += wide * sheet.random.choice((0.9, 1.1, 2.6))
    sheet.lay(leaves, ink)
    sheet.lay(both(leaves, inverse(moved(leaves, 4, 6))), "#c9cf95", 0.4)


def _farm(sheet, x, y):
    walls, roofs = sheet.cut(), sheet.cut()
    walls.box(x, y - 40, x + 96, y + 6).box(x + 110, y - 30, x + 190, y + 6).box(x + 214, y - 78, x + 238, y + 6)
    roofs.polygon([(x - 6, y - 38), (x + 12, y - 70), (x + 84, y - 70), (x + 102, y - 38)])
    roofs.polygon([(x + 104, y - 28), (x + 120, y - 54), (x + 182, y - 54), (x + 196, y - 28)])
    roofs.curve([(x + 212, y - 78), (x + 226, y - 96), (x + 240, y - 78)])
    sheet.lay(walls, "#e6d9bd")
    sheet.lay(roofs, "#8c5240")
    sheet.lay(sheet.cut().box(x + 20, y - 28, x + 30, y - 14).box(x + 60, y - 28, x + 70, y - 14).box(x + 130,
        y - 22, x + 152, y + 6), "#5b5145")


def _harvest(sheet, x, y):
    dust = sheet.cut()
    for _ in range(60):
        reach = sheet.random.random()
        dust.disc(x + 40 + reach * 300, y - 10 - reach * 50 * sheet.random.random(), 12 + 34 * reach, tone=150)
    sheet.lay(dust, "#f1ddb0", 0.5, soft=14)
    body = sheet.cut().box(x - 44, y - 34, x + 22, y - 12)
    body.polygon([(x - 8, y - 34), (x - 4, y - 66), (x + 26, y - 66), (x + 30, y - 30)])
    body.line([(x - 30, y - 34), (x - 30, y - 58)], 3)
    sheet.lay(body, "#a8432c")
    sheet.lay(sheet.cut().box(x, y - 60, x + 22, y - 38), "#cfdcd8")
    wheels = sheet.cut().disc(x + 18, y - 14, 19).disc(x - 36, y - 8, 12).disc(x + 92, y - 8, 10)
    trailer = sheet.cut().polygon([(x + 50, y - 34), (x + 130, y - 34), (x + 122, y - 10), (x + 58, y - 10)])
    trailer.line([(x + 30, y - 14), (x + 60, y - 14)], 3)
    sheet.lay(trailer, "#3f5f6b")
    sheet.lay(sheet.cut().curve([(x + 52, y - 33), (x + 78, y - 50), (x + 110, y - 46), (x + 128, y - 33)]),
        "#e6bc60")
    sheet.lay(wheels, "#242a2a")
    sheet.lay(sheet.cut().disc(x + 18, y - 14, 7).disc(x - 36, y - 8, 4), "#d1a64a")


def _ears(sheet):
    """The nearest ears, bowed by their weight and bearded."""
    heads, stems, beards = sheet.cut(), sheet.cut(), sheet.cut()
    for _ in range(150):
        x, y = sheet.random.uniform(-30, 1610), sheet.random.uniform(850, 1030)
        lean = sheet.random.gauss(22, 12)
        stems.arc([(x - lean, 1100), (x - lean * 0.6, y + 90), (x, y)], 2)
        for grain in range(9):
            part = grain / 8
            gx, gy = x + lean * (0.5 * part + 0.5 * part * part), y - 46 * part + 10 * part * part
            size = 3.1 * (1 - 0.55 * part)
            heads.disc(gx - 2.4, gy, size, size * 1.5).disc(gx + 2.4, gy - 3, size, size * 1.5)
            beards.line([(gx, gy), (gx + 6 + lean * 0.5, gy - 30)], 0.7, 190)
    sheet.lay(beards, "#f0d48c", 0.7)
    sheet.lay(stems, "#e2bd68", 0.85)
    sheet.lay(heads, "#eec56a")
    sheet.lay(both(heads, moved(heads, 2, 2)), "#b98636", 0.55)


def _poplars(sheet):
    leaves = sheet.cut()
    for x, tall in ((1330, 230), (1385, 280), (1440, 250), (1500, 290), (1556, 240)):
        for step in range(9):
            foliage(sheet, leaves, x, 690 - tall * (0.12 + step * 0.1), 20 * (1.1 - abs(step - 3) * 0.11), 26,
                leaves=40)
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
    meadow = land(sheet, smooth([(-20, 610), (500, 584), (1000, 600), (1640, 580)], closed=False),
        sheet.ramp((580, "#b3bd82"), (780, "#7d9a58"), (1067, "#3c5a3a"))).mask()
    sheet.lay(both(meadow, steep(sheet.noise(500, 36, 5), 150, 90)), "#5f8048", 0.5)
    sheet.lay(both(meadow, steep(sheet.noise(400, 24, 5), 165, 70)), "#d3cf8e", 0.5)
    _tree(sheet, 1390, 640, 330)
    for x, y, size, way in ((760, 640, 0.36, 1), (930, 652, 0.4, -1), (560, 650, 0.42, 1), (1120, 664, 0.46, 1),
            (1250, 690, 0.5, -1)):
        _cow(sheet, x, y, size, way)
    _fence(sheet, 760)
    _cow(sheet, 1120, 800, 0.95, -1)
    _cow(sheet, 420, 880, 1.45, 1)
    blades = sheet.cut()
    grass(sheet, blades, 890, 60, 700, uneven=210)
    sheet.lay(both(blades, sheet.fade((860, 0), (930, 255))), "#2f4d34", 0.75)
    flowers = sheet.cut()
    for _ in range(130):
        flowers.disc(sheet.random.uniform(0, 1600), 840 + 220 * sheet.random.random(), 2 + 3 * sheet.random.random())
    sheet.lay(flowers, "#f3e6b4", 0.85)


def _tree(sheet, x, y, tall):
    trunk, crown = sheet.cut(), sheet.cut()
    trunk.polygon([(x - 15, y + 8), (x - 9, y - tall * 0.5), (x + 9, y - tall * 0.5), (x + 17, y + 8)])
    for _ in range(24):
        foliage(sheet, crown, x + sheet.random.gauss(0, tall * 0.2), y - tall * sheet.random.uniform(0.46, 0.92),
            tall * 0.15, tall * 0.12, leaves=60)
    sheet.shade(sheet.cut().disc(x + 40, y + 12, tall * 0.5, 16), "#56704a", 0.7, soft=7)
    sheet.lay(trunk, "#4d4636")
    sheet.lay(crown, sheet.ramp((y - tall, "#7f9a5c"), (y - tall * 0.4, "#3d5c44")))
    sheet.lay(both(crown, inverse(moved(crown, 9, 7))), "#dcd38e", 0.6)
    sheet.shade(both(crown, steep(sheet.noise(60, 50, 4), 150, 70)), "#7f9a86", 0.7)


COW = [(-106, -130), (-50, -133), (20, -128), (74, -136), (104, -142), (128, -156), (150, -152), (164, -134),
    (182, -110), (181, -99), (166, -96),
       (146, -106), (132, -98), (116, -78), (92, -66), (36, -60), (-40, -58), (-80, -68), (-104, -74), (-114, -96)]


def _cow(sheet, x, y, size, way):
    def at(right, up):
        return x + way * right * size, y + up * size

    legs, far = sheet.cut(), sheet.cut()
    for stencil, hips in ((far, (-70, 76)), (legs, (-94, 96))):
        for hip in hips:
            bend = -6 if hip < 0 else 3
            stencil.polygon(smooth([at(hip - 19, -84), at(hip - 12, -56), at(hip - 7 + bend, -34), at(hip - 6, -4)],
                closed=False) + [at(hip - 8, 2), at(hip + 9, 2)]
                            + smooth([at(hip + 7, -4), at(hip + 6 + bend, -34), at(hip + 13, -58),
                                at(hip + 20, -84)], closed=False))
    body = sheet.cut().curve([at(*point) for point in COW]).mask()
    head = sheet.cut().curve([at(132, -146), at(116, -156), at(106, -150), at(122, -138)])
    head.arc([at(144, -153), at(149, -164), at(158, -166)], 3.2 * size)
    tail = sheet.cut().arc([at(-106, -126), at(-120, -106), at(-117, -70)], 4 * size)
    tail.disc(*at(-117, -62), 5 * size, 12 * size)
    udder = sheet.cut().disc(*at(-62, -62), 20 * size, 13 * size)
    hooves = sheet.cut()
    for hip in (-94, -70, 76, 96):
        hooves.polygon([at(hip - 7, -6), at(hip + 7, -6), at(hip + 9, 2), at(hip - 8, 2)])
    sheet.shade(sheet.cut().disc(*at(20, 4), 140 * size, 12 * size), "#4c6440", 0.75, soft=6 * size)
    sheet.lay(far, "#7d6c5a")
    sheet.lay(udder, "#cf9f86")
    whole = either(body, legs)
    sheet.lay(whole, sheet.ramp((y - 150 * size, "#fbf2dd"), (y, "#c4b598")))
    sheet.lay(hooves, "#3a3028")
    patches = sheet.cut()
    for right, up, across in ((-84, -114, 34), (-6, -112, 36), (52, -120, 26), (134, -138, 20), (90, -80, 18),
            (-100, -86, 13), (-40, -76, 14)):
        turn = sheet.random.uniform(0.7, 1.3)
        left = right + sheet.random.uniform(-8, 8)
        patches.curve([at(left - across, up), at(left - across * 0.5, up - 22 * turn),
            at(left + across * 0.3, up - 14), at(left + across * 0.8, up - 20), at(left + across, up + 12 * turn),
                       at(left + across * 0.4, up + 14), at(left, up + 24), at(left - across * 0.7, up + 15)])
    hide = "#5b3a2a" if sheet.random.random() < 0.6 else "#33302f"
    sheet.lay(both(body, patches), hide)
    sheet.shade(both(whole, inverse(moved(body, 0, -34 * size))), "#8d8674", 0.8, soft=9 * size)
    sheet.lay(tail, hide)
    sheet.lay(head, "#d8c8a8")
    sheet.lay(both(body, sheet.cut().disc(*at(180, -102), 12 * size, 11 * size)), "#c99c86")
    sheet.lay(sheet.cut().disc(*at(152, -134), 2.4 * size), "#1f1b18")
    sheet.shine(both(body, inverse(moved(body, 0, 5 * size))), "#fff0c8", 0.5)


def _fence(sheet, y):
    fence = sheet.cut()
    for x in range(-30, 1700, 135):
        fence.polygon([(x - 5, y + 22), (x - 4, y - 62), (x + 5, y - 64), (x + 6, y + 22)])
    for drop in (50, 28):
        fence.arc([(x, y - drop + (5 if (x // 67) % 2 else 0)) for x in range(-30, 1700, 67)], 1.6)
    sheet.lay(fence, "#514838")
