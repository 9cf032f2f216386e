"""The hospital at night."""

from .figures import lit, person
from .nature import bare_tree, clouds, glow, land, mirror, ridge, stars
from .sheet import both, inverse, moved, smooth, steep

# Coordinates stand in rows, as they were drawn.
# fmt: off


def hospital(sheet):
    sheet.wash((0, "#0f1d33"), (420, "#2b4461"), (640, "#56677a"), (760, "#8a8584"), (1067, "#1c2530"))
    stars(sheet, 380, 160)
    clouds(sheet, 60, 640, "#5f7085", "#1a2c46", cover=0.45, across=800, down=90, strength=0.7)
    land(sheet, ridge(sheet, 750, 70), "#2e3f55")
    _wards(sheet)
    _entrance(sheet)
    sheet.lay(sheet.cut().box(0, 820, 1600, 1067), sheet.ramp((820, "#3b4652"), (1067, "#161f29")))
    _ambulance(sheet, 1060, 850)
    trees = sheet.cut()
    for x, tall in ((70, 330), (1500, 380), (1590, 300)):
        bare_tree(sheet, trees, x, 830, tall)
    sheet.lay(trees, "#0d1722")
    before = sheet.image.copy()
    mirror(sheet, 852, "#1c2733", strength=0.6, ripple=10)
    reflected, sheet.image = sheet.image, before
    sheet.lay(both(sheet.fade((850, 0), (880, 230)), steep(sheet.noise(460, 40, 5), 100, 180)), reflected)
    marks = sheet.cut()
    for x in range(-200, 1700, 210):
        marks.polygon([(x, 1010), (x + 110, 1010), (x + 100, 1024), (x - 14, 1024)])
    sheet.lay(marks, "#c9c6b8", 0.5)
    crew = sheet.cut()
    person(crew, sheet.random, 690, 858, 104, coat=0.4)
    person(crew, sheet.random, 742, 862, 108, coat=0.34, step=0.08)
    person(crew, sheet.random, 330, 870, 110, coat=0.36, step=0.1)
    sheet.lay(crew, "#0e1720")
    sheet.lay(both(crew, inverse(moved(crew, 2, 3))), "#f2cf92", 0.6)


def _wards(sheet):
    left = sheet.cut().box(180, 300, 780, 830)
    tall = sheet.cut().box(780, 190, 1180, 830)
    right = sheet.cut().box(1180, 420, 1480, 830)
    for block, top, bottom in ((left, "#46586c", "#6f7780"), (right, "#33465b", "#5d6873"),
            (tall, "#3a4d63", "#66727e")):
        sheet.lay(block, sheet.ramp((190, top), (830, bottom)))
    sheet.lay(sheet.cut().box(172, 292, 780, 304).box(772, 180, 1188, 194).box(1180, 412, 1488, 424).box(860, 150,
        960, 184).line([(1100, 184), (1100, 110)], 4), "#22334a")
    sheet.lay(sheet.cut().disc(1100, 108, 5), "#e0604a")
    glow(sheet, 1100, 108, 60, "#ff7a5c", 0.8)
    warm, cool, dark, slabs = sheet.cut(), sheet.cut(), sheet.cut(), sheet.cut()
    for x0, x1, top, step in ((200, 770, 326, 48), (800, 1165, 218, 45), (1200, 1466, 446, 44)):
        for y in range(top, 790, 62):
            slabs.box(x0 - 18, y + 44, x1 + 12, y + 49)
            for x in range(x0, x1 - 20, step):
                chance = sheet.random.random()
                stencil = warm if chance < 0.34 else cool if chance < 0.48 else dark
                stencil.box(x, y, x + step - 14, y + 36, sheet.random.randint(150, 255) if stencil is not dark
                    else 255)
                if stencil is not dark and sheet.random.random() < 0.3:
                    stencil.box(x, y, x + (step - 14) * 0.4, y + 36, 90)
    sheet.lay(slabs, "#8d96a0", 0.5)
    sheet.lay(dark, "#1e2e42", 0.9)
    lit(sheet, warm, "#f7cd85", 1.0, halo=9)
    lit(sheet, cool, "#bfe0e2", 0.9, halo=9)


def _entrance(sheet):
    glow(sheet, 560, 790, 420, "#f3c27a", 0.7, flat=0.6)
    hall = sheet.cut().box(380, 700, 760, 830)
    sheet.lay(hall, sheet.ramp((700, "#ffe3a8"), (830, "#f0bd72")))
    people = sheet.cut()
    for x in (430, 520, 556, 650):
        person(people, sheet.random, x, 830, 92)
    people.box(590, 790, 720, 830)
    sheet.lay(people, "#7d5a38", 0.8)
    frame = sheet.cut()
    for x in range(380, 770, 54):
        frame.line([(x, 700), (x, 830)], 4)
    frame.line([(380, 732), (760, 732)], 3)
    sheet.lay(frame, "#2a3a49")
    canopy = sheet.cut().polygon([(330, 672), (810, 672), (840, 700), (300, 700)])
    canopy.line([(330, 700), (330, 840)], 8)
    canopy.line([(810, 700), (810, 840)], 8)
    sheet.lay(canopy, "#1e2c3c")
    lit(sheet, sheet.cut().box(320, 697, 822, 702), "#fff0c8", 1.0, halo=8)
    sign = sheet.cut().box(850, 720, 880, 830).box(832, 690, 898, 756)
    sheet.lay(sign, "#1f4f66")
    lit(sheet, sheet.cut().box(859, 702, 871, 744).box(844, 717, 886, 729), "#dff2ee", 1.0, halo=10)


def _ambulance(sheet, x, y):
    body = sheet.cut().polygon(smooth([(x, y - 8), (x, y - 116), (x + 8, y - 124), (x + 200, y - 124),
        (x + 214, y - 112), (x + 244, y - 66), (x + 286, y - 54), (x + 298, y - 34), (x + 298, y - 8)], closed=False))
    sheet.shade(sheet.cut().disc(x + 150, y + 4, 180, 12), "#131c26", 0.9, soft=6)
    sheet.lay(body, sheet.ramp((y - 124, "#f0ebdc"), (y, "#a9b0b0")))
    sheet.lay(both(body, sheet.cut().box(x, y - 62, x + 300, y - 44)), "#b04a34")
    sheet.lay(both(body, sheet.cut().box(x, y - 42, x + 300, y - 36)), "#d6a24a")
    sheet.lay(sheet.cut().polygon([(x + 176, y - 110), (x + 206, y - 110), (x + 234, y - 68),
        (x + 176, y - 68)]).box(x + 100, y - 108, x + 160, y - 72), "#2d3f4d")
    sheet.lay(sheet.cut().disc(x + 64, y - 4, 26).disc(x + 240, y - 4, 26), "#141a20")
    sheet.lay(sheet.cut().disc(x + 64, y - 4, 12).disc(x + 240, y - 4, 12), "#8f979a")
    blue = sheet.cut().box(x + 168, y - 136, x + 200, y - 124).box(x + 6, y - 134, x + 24, y - 124)
    lit(sheet, blue, "#8fd0ff", 1.0, halo=12)
    glow(sheet, x + 184, y - 132, 260, "#4f9fe8", 0.7)
    glow(sheet, x + 300, y - 34, 170, "#ffe9b8", 0.7)
