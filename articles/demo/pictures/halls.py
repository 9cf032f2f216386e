"""Two great rooms: the covered market and the council chamber."""

from math import cos, pi, sin

from .figures import View, person
from .nature import glow
from .sheet import both, inverse, moved, smooth, steep

# Coordinates stand in rows, as they were drawn.
# fmt: off


def market_hall(sheet):
    sheet.wash((0, "#c9d3cd"), (420, "#ead9b6"), (640, "#f3e2bd"), (1067, "#8d7a62"))
    view = View(800, 600, 760)
    glow(sheet, 800, 560, 520, "#fff3d2", 0.9)
    _glass_roof(sheet, view)
    sheet.lay(sheet.cut().polygon(view.floor(-12, 12, -1.7, 1.3, 60)),
        sheet.ramp((610, "#d9c49c"), (1067, "#75644f")))
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
    for ahead in (30, 22, 16, 11.5, 8, 5.6, 4.1):
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
        for one, two in zip(_arch(view, far)[::2], _arch(view, near)[::2], strict=True):
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
        inner = [view.at(-8.3 * cos(pi * step / 16), 3.2 + 3.9 * sin(pi * step / 16), near) for step in range(17)]
        rib.line(arch, 150 / near).line(inner, 60 / near)
        for step in range(16):
            rib.line([arch[step], inner[step], arch[step + 1]], 34 / near)
        for side in (-9, 9):
            rib.line([view.at(side, -1.7, near), view.at(side, 3.2, near)], 200 / near)
        rib.line([view.at(-9, 3.2, near), view.at(9, 3.2, near)], 40 / near)
        sheet.lay(rib, iron)
        sheet.lay(both(rib, inverse(moved(rib, 0, -max(1, 24 / near)))), "#f0dcae", 0.4)
        lamp_x, lamp_y = view.at(0, 2.5, near)
        lamp = sheet.cut().line([view.at(0, 6.6, near), (lamp_x, lamp_y)], max(1, 14 / near))
        lamp.polygon([(lamp_x - 230 / near, lamp_y), (lamp_x + 230 / near, lamp_y),
            (lamp_x + 60 / near, lamp_y - 150 / near), (lamp_x - 60 / near, lamp_y - 150 / near)])
        sheet.lay(lamp, "#22383a")
        glow(sheet, lamp_x, lamp_y + 30 / near, 1500 / near, "#ffd892", 0.6)


def _arch(view, ahead):
    return [view.at(-9 * cos(pi * step / 16), 3.2 + 4.6 * sin(pi * step / 16), ahead) for step in range(17)]


def _stall(sheet, view, side, ahead):
    near, far = ahead, ahead * 1.27
    inner, outer = side * 2.5, side * 6.2
    inks = sheet.random.choice((("#a5402f", "#f0e2c4"), ("#2f5f6d", "#f0e2c4"), ("#b98a3a", "#f3e8cc"),
        ("#4f6b50", "#efe4c8")))
    keeper = sheet.cut()
    person(keeper, sheet.random, *view.at(side * 4.4, -1.7, far), view.focal * 1.75 / far, coat=0.4)
    sheet.lay(keeper, "#2b3138")
    sheet.lay(both(keeper, inverse(moved(keeper, 3 * side, 3))), "#ffe0a0", 0.6)
    counter = sheet.cut().polygon(view.wall(inner, -1.7, -0.75, near, far))
    counter.polygon(view.front(min(inner, outer), max(inner, outer), -1.7, -0.75, near))
    sheet.lay(counter, "#6b4b34")
    sheet.shade(sheet.cut().polygon(view.front(min(inner, outer), max(inner, outer), -1.7, -0.75, near)), "#8d7c70",
        0.7)
    slats = sheet.cut()
    for low in (-1.46, -1.22, -0.98):
        slats.line([view.at(outer, low, near), view.at(inner, low, near), view.at(inner, low, far)], 26 / near)
    sheet.lay(slats, "#24170f", 0.55)
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
    poles = sheet.cut()
    for deep in (near, far):
        poles.line([view.at(inner, -1.7, deep), view.at(inner, 0.8, deep)], 40 / deep)
    sheet.lay(poles, "#3d4643")
    _awning(sheet, view, (inner - side * 0.3, outer + side * 0.3), (near - 0.1, far), inks)
    bulb = view.at(side * 3.6, 0.55, near + 0.3)
    glow(sheet, *bulb, 900 / near, "#ffd48a", 0.55)


def _awning(sheet, view, sides, reach, inks):
    """A striped gable over a stall, with the valance that hangs round it."""
    (inner, outer), (near, far) = sides, reach
    middle, eave, top, hem = (inner + outer) / 2, 0.85, 1.6, 0.5
    cloth = sheet.cut().polygon([view.at(inner, eave, near), view.at(middle, top, near), view.at(outer, eave, near)])
    valance = sheet.cut().polygon(view.front(inner, outer, hem, eave, near))
    valance.polygon(view.wall(inner, hem, eave, near, far))
    stripes = sheet.cut()
    for step in range(0, 12, 2):
        one, two = inner + (outer - inner) * step / 12, inner + (outer - inner) * (step + 1) / 12
        stripes.polygon(view.front(one, two, hem, top, near))
        start, stop = near + (far - near) * step / 12, near + (far - near) * (step + 1) / 12
        stripes.polygon(view.wall(inner, hem, eave, start, stop))
    for shape in (cloth, valance):
        sheet.lay(shape, inks[1])
        sheet.lay(both(shape, stripes), inks[0])
    sheet.shade(cloth, "#c9bcae", 0.6)


def _shoppers(sheet, view, ahead):
    crowd = sheet.cut()
    for _ in range(2 if ahead < 7 else 3):
        deep = ahead * sheet.random.uniform(0.86, 1.1)
        right = sheet.random.choice((-1, 1)) * sheet.random.uniform(0.5, 1.9)
        x, y = view.at(right, -1.7, deep)
        tall = view.focal * sheet.random.uniform(1.6, 1.8) / deep
        person(crowd, sheet.random, x, y, tall)
        if sheet.random.random() < 0.6:
            crowd.curve([(x + tall * 0.12, y - tall * 0.44), (x + tall * 0.24, y - tall * 0.44),
                (x + tall * 0.22, y - tall * 0.26), (x + tall * 0.14, y - tall * 0.26)])
            crowd.line([(x + tall * 0.11, y - tall * 0.6), (x + tall * 0.18, y - tall * 0.42)], tall * 0.05)
    mask = crowd.mask()
    sheet.shade(moved(mask, 0, 160 / ahead), "#6d5a45", 0.45, soft=60 / ahead)
    sheet.lay(mask, "#f3d9a4")
    sheet.lay(both(mask, moved(mask, -max(1, 11 / ahead), max(1, 9 / ahead))),
        "#2a2f38" if ahead < 10 else "#4d5050" if ahead < 18 else "#8a8271")


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
            roofs.polygon([(x + step * 50, 640), (x + step * 50, top), (x + step * 50 + 25, top - 36),
                (x + step * 50 + 50, top), (x + step * 50 + 50, 640)])
        sheet.lay(both(mask, roofs), "#a9b0ac", 0.8)
        bars = sheet.cut().line([(x + 85, 100), (x + 85, 620)], 7)
        for y in (200, 300, 400, 510):
            bars.line([(x, y), (x + 170, y)], 5)
        sheet.lay(both(mask, bars), "#7d6a4c")
        slant = 1 if x < 800 else -1
        shaft = sheet.cut().polygon([(x, 200), (x + 170, 200), (x + 170 + slant * 420, 1067),
            (x + slant * 420, 1067)])
        sheet.shine(both(shaft, sheet.fade((200, 120), (1067, 30))), "#f6dfae", 0.38, soft=18)
    glow(sheet, 800, 300, 480, "#f2c584", 0.5)


def _rostrum(sheet):
    medal = sheet.cut().disc(800, 235, 74)
    sheet.shade(moved(medal, 6, 10), "#4a3424", 0.8, soft=8)
    sheet.lay(medal, sheet.ramp((160, "#f0d08a"), (310, "#a87838")))
    sheet.lay(sheet.cut().disc(800, 235, 62), "#27475a")
    sign = sheet.cut().polygon([(786, 208), (814, 208), (818, 262), (782, 262)])
    sign.polygon([(780, 208), (800, 190), (820, 208)])
    sign.arc([(748, 272), (774, 264), (800, 274), (826, 264), (852, 272)], 5)
    sign.polygon([(780, 214), (744, 200), (744, 226)]).polygon([(820, 214), (856, 200), (856, 226)])
    sheet.lay(both(sign, sheet.cut().disc(800, 235, 60)), "#f0d08a")
    for x, inks in ((596, ("#2b4f74", "#efe6d2", "#a83c30")), (1004, ("#2f6a7c", "#e9d9a8", "#2f6a7c"))):
        sheet.lay(sheet.cut().line([(x, 250), (x, 610)], 5).disc(x, 246, 8), "#d9b062")
        for step, ink in enumerate(inks):
            shift = x - 33 + step * 22
            sheet.lay(sheet.cut().polygon(smooth([(shift + 12, 268), (shift + 2, 400), (shift + 4, 540)],
                closed=False) + smooth([(shift + 26, 548), (shift + 24, 400), (shift + 24, 268)], closed=False)), ink)
    seated = sheet.cut()
    for x, up in ((660, 0), (730, 4), (800, -14), (870, 3), (940, 0)):
        seated.disc(x, 486 + up, 17, 21)
        seated.curve([(x - 40, 600), (x - 36, 532 + up), (x, 512 + up), (x + 36, 532 + up), (x + 40, 600)])
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
    lectern = sheet.cut().polygon([(752, 640), (848, 640), (838, 770), (762, 770)])
    lectern.polygon([(738, 622), (862, 622), (856, 646), (744, 646)])
    lectern.line([(820, 622), (806, 584)], 3)
    lectern.disc(805, 580, 5)
    sheet.shade(moved(lectern, 16, 10), "#3b2a1e", 0.7, soft=8)
    sheet.lay(lectern, sheet.ramp((622, "#c59660"), (770, "#6d482d")))
    mics = sheet.cut()
    for x in (670, 740, 860, 930):
        mics.line([(x + 14, 556), (x + 6, 530)], 2.4).disc(x + 5, 527, 3.4)
    sheet.lay(mics, "#1a1716")


def _benches(sheet):
    """Curved rows that open towards the rostrum, nearest and largest at the bottom."""
    floor = sheet.cut().polygon([(0, 640), (1600, 640), (1600, 1067), (0, 1067)])
    floor.polygon([(540, 690), (540, 640), (1060, 640), (1060, 690)], tone=0)
    sheet.lay(floor, sheet.ramp((640, "#7d3d31"), (1067, "#3a1d1a")))
    for y, size, ink in ((736, 0.5, "#a9794b"), (800, 0.66, "#9a6b40"), (884, 0.88, "#855a35"),
            (1000, 1.2, "#6b4529")):
        seats, desks, folk, lamps = (sheet.cut() for _ in range(4))
        edge = [(x, y + 46 * size * (1 - ((x - 800) / 800) ** 2)) for x in range(-40, 1660, 20)]
        gap = 90 * size
        for x, top in edge:
            if abs(x - 800) > gap + 30 and (x // 20) % max(2, round(5 * size)) == 0:
                wide = 40 * size
                seats.curve([(x - wide, top + 6), (x - wide * 0.92, top - 48 * size), (x, top - 62 * size),
                    (x + wide * 0.92, top - 48 * size), (x + wide, top + 6)])
                if sheet.random.random() < 0.5:
                    folk.disc(x, top - 92 * size, 17 * size, 21 * size)
                    folk.curve([(x - 38 * size, top), (x - 36 * size, top - 52 * size), (x, top - 74 * size),
                        (x + 36 * size, top - 52 * size), (x + 38 * size, top)])
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
