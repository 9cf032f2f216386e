"""The fishing harbour, at dawn and by day."""

from .boats import masted, trawler
from .figures import house, lit
from .nature import clouds, glitter, glow, gulls, haze, land, mirror, reflect, ridge, waves
from .sheet import both, either, moved

# Coordinates stand in rows, as they were drawn.
# fmt: off


def harbour_dawn(sheet):
    sheet.wash((0, "#33506b"), (250, "#7d8ba0"), (430, "#d9a98d"), (560, "#f5cf9d"), (620, "#f9dfb4"),
        (1067, "#f9dfb4"))
    clouds(sheet, 30, 470, "#f3b98f", "#4e6580", cover=0.48, across=620, down=90, strength=0.75)
    glow(sheet, 1090, 596, 700, "#f7a95c", 0.75, flat=0.6)
    glow(sheet, 1090, 590, 190, "#fff0cf", 1.0)
    land(sheet, ridge(sheet, 600, 110), "#8e8a97", bottom=640)
    haze(sheet, 600, 90, "#f6c795", 0.55)
    _warehouses(sheet)
    for base, count, small, ink in ((628, 9, 0.6, "#4d586b"), (634, 6, 1.0, "#2a3648")):
        hulls, ropes = sheet.cut(), sheet.cut()
        for number in range(count):
            x = 90 + (1500 / count) * (number + sheet.random.uniform(0.1, 0.8))
            masted(sheet, hulls, ropes, x, base, 130 * small * sheet.random.uniform(0.8, 1.2),
                240 * small * sheet.random.uniform(0.75, 1.25))
        sheet.lay(ropes, ink, 0.7)
        sheet.lay(hulls, ink)
    mirror(sheet, 636, "#2c4560", strength=0.72, ripple=9)
    waves(sheet, 640, "#22384f", 380, 0.35)
    glitter(sheet, 1090, 640, 95, "#ffdfa6", 420)
    _near_trawlers(sheet)
    gulls(sheet, [(560, 210, 64), (640, 262, 44), (470, 300, 34), (1240, 180, 50), (1330, 330, 28)], "#f4ead8")


def _warehouses(sheet):
    walls, roofs, panes = sheet.cut(), sheet.cut(), sheet.cut()
    x = -20
    while x < 720:
        wide, tall = sheet.random.uniform(70, 150), sheet.random.uniform(45, 95)
        walls.box(x, 626 - tall, x + wide, 640)
        roofs.polygon([(x - 3, 626 - tall), (x + wide / 2, 596 - tall), (x + wide + 3, 626 - tall)])
        for pane in range(int(wide / 22)):
            if sheet.random.random() < 0.4:
                panes.box(x + 12 + pane * 22, 636 - tall, x + 20 + pane * 22, 650 - tall)
        x += wide + sheet.random.choice((0, 0, 14))
    walls.box(1330, 560, 1600, 640)
    walls.box(1380, 470, 1400, 640)
    walls.polygon([(1500, 560), (1500, 500), (1600, 470), (1600, 560)])
    doors = sheet.cut()
    for left in range(1344, 1600, 52):
        doors.box(left, 598, left + 30, 640)
    for left in range(1346, 1480, 26):
        panes.box(left, 572, left + 12, 584, sheet.random.choice((0, 120, 255)))
    sheet.lay(walls, sheet.ramp((500, "#56617a"), (640, "#6b6a7a")))
    sheet.lay(doors, "#464f66")
    sheet.lay(roofs, "#3f4c64")
    lit(sheet, panes, "#ffd98f", 0.9, halo=6)


def _near_trawlers(sheet):
    hulls, ropes = sheet.cut(), sheet.cut()
    hulls.curve([(-60, 790), (120, 806), (330, 770), (392, 742), (352, 838), (300, 868), (-60, 884)])
    hulls.polygon([(40, 830), (36, 690), (60, 690), (64, 640), (180, 640), (184, 690), (214, 694), (220, 830)])
    for x, top in ((118, 250), (290, 430)):
        hulls.line([(x, 800), (x, top)], 7).line([(x - 34, top + 90), (x + 34, top + 90)], 3)
    hulls.line([(118, 520), (286, 640)], 5)
    for start, end in (((118, 254), (388, 742)), ((118, 254), (16, 806)), ((290, 432), (388, 742)),
            ((118, 340), (290, 432)), ((118, 254), (290, 760)), ((290, 432), (200, 690))):
        ropes.line([start, end], 1.5)
    gear = sheet.cut().line([(40, 800), (52, 640), (140, 640), (150, 800)], 8).box(20, 760, 120, 800).disc(96, 654,
        12)
    shape, ropes = either(moved(hulls, 210, 0), gear), moved(ropes, 210, 0)
    sheet.shade(sheet.cut().curve([(-60, 872), (510, 862), (590, 930), (470, 1010), (-60, 1067)]), "#35465a", 0.75,
        soft=16)
    sheet.lay(ropes, "#16222f", 0.85)
    sheet.lay(shape, "#d98f5f")
    sheet.lay(both(shape, moved(shape, -3, 2)), sheet.ramp((250, "#22303f"), (880, "#121c27")))
    lit(sheet, sheet.cut().box(288, 656, 314, 680).box(326, 656, 352, 680), "#ffd384", 1.0, halo=14)
    quay = sheet.cut().polygon([(980, 1067), (1060, 1004), (1600, 968), (1600, 1067)])
    quay.box(1310, 940, 1352, 1000)
    quay.box(1298, 926, 1364, 946)
    quay.arc([(1316, 960), (1180, 1000), (980, 1040), (820, 1080)], 6)
    sheet.lay(quay, "#15202c")


def fishing_boats(sheet):
    sheet.wash((0, "#8fa6b2"), (330, "#c9d0c9"), (560, "#e9dfc8"), (1067, "#e9dfc8"))
    clouds(sheet, -100, 460, "#f2ead9", "#7f96a5", cover=0.55, across=700, down=150, strength=0.8)
    land(sheet, ridge(sheet, 520, 90), "#93a5a8", bottom=600)
    _quay_houses(sheet)
    haze(sheet, 560, 80, "#e4dcc8", 0.5)
    mirror(sheet, 600, "#5f7c84", strength=0.6, ripple=9)
    sheet.lay(sheet.fade((600, 0), (900, 150)), "#34525e")
    waves(sheet, 604, "#2f4f5a", 300, 0.35)
    for x, water, size, inks in ((1350, 622, 330, ("#5f7c78", "#3d4a4c", "#dfdac8")),
        (1040, 664, 460, ("#b2503a", "#2d3a41", "#e9e2cf")),
                                 (470, 750, 780, ("#2f5d7c", "#7d3328", "#f3ecdb"))):
        before = sheet.image.copy()
        trawler(sheet, x, water, size, *inks)
        reflect(sheet, before, water + size * 0.03, "#2c4751", strength=0.7)
    waves(sheet, 680, "#d9ddd0", 150, 0.35)
    _nets(sheet)
    gulls(sheet, [(860, 170, 80), (960, 240, 54), (1180, 140, 42), (90, 130, 46), (1480, 270, 36)], "#fbf6ea")


def _quay_houses(sheet):
    inks = ["#b9b2a0", "#c7b08c", "#a8a79f", "#bd9a80", "#cfc6b0", "#9aa3a2"]
    x = -30
    while x < 1640:
        walls, roof, panes = sheet.cut(), sheet.cut(), sheet.cut()
        wide, tall = sheet.random.uniform(70, 110), sheet.random.uniform(90, 160)
        house(walls, roof, panes, sheet.random, x, 600, wide, tall, sheet.random.uniform(28, 46), lit=0.9)
        sheet.lay(walls, sheet.random.choice(inks), 0.9)
        sheet.lay(roof, "#6d7b84", 0.9)
        sheet.lay(panes, "#5d6d75", 0.75)
        x += wide


def _nets(sheet):
    sheet.lay(sheet.cut().polygon([(0, 1067), (0, 935), (1600, 900), (1600, 1067)]),
        sheet.ramp((900, "#8d8676"), (1067, "#5a564d")))
    sheet.lay(sheet.cut().polygon([(0, 935), (1600, 900), (1600, 922), (0, 962)]), "#3f443f", 0.9)
    stones = sheet.cut()
    for x in range(-100, 1700, 120):
        stones.line([(x, 945 - x * 0.02), (x - 90, 1067)], 2)
    sheet.lay(stones, "#4b483f", 0.5)
    for middle, wide, tall, ink, dark in ((1210, 330, 190, "#3f8179", "#173b3b"),
            (1480, 260, 150, "#c9803c", "#6b3a1c"), (930, 190, 110, "#c9803c", "#6b3a1c")):
        heap = sheet.cut().curve([(middle - wide, 1040), (middle - wide * 0.6, 1000 - tall * 0.5),
            (middle - wide * 0.1, 1000 - tall), (middle + wide * 0.45, 1000 - tall * 0.7), (middle + wide,
            1045), (middle, 1080)])
        sheet.lay(heap, sheet.ramp((1000 - tall, ink), (1060, dark)))
        mesh = sheet.cut()
        for _ in range(150):
            x, y = middle + sheet.random.uniform(-wide, wide), sheet.random.uniform(1000 - tall, 1067)
            mesh.arc([(x - 60, y + sheet.random.uniform(-10, 25)), (x, y - 18),
                (x + 60, y + sheet.random.uniform(0, 40))], 1.6, sheet.random.randint(90, 255))
        sheet.lay(both(heap, mesh), dark, 0.7)
        sheet.lay(both(heap, moved(mesh, 2, -3)), "#f0c98c" if ink.startswith("#c9") else "#8fc4b3", 0.4)
        floats = sheet.cut()
        for _ in range(16):
            part = sheet.random.uniform(-0.8, 0.8)
            floats.disc(middle + part * wide, 1012 - tall * (1 - part * part) * sheet.random.uniform(0.2, 0.95), 9, 7)
        sheet.lay(floats, "#efe3c4")
        sheet.shade(both(floats, moved(floats, 3, 4)), "#a98f6b", 0.7, soft=2)
