"""A school and its yard under plane trees."""

from .figures import person
from .nature import clouds, foliage
from .sheet import both, inverse, moved, smooth, steep

# Coordinates stand in rows, as they were drawn.
# fmt: off


def school(sheet):
    sheet.wash((0, "#7fa9bd"), (300, "#c3d5d2"), (560, "#f3e8cd"), (1067, "#cdb48c"))
    clouds(sheet, -120, 420, "#fff6e3", "#93b0bd", cover=0.5, across=600, down=130, strength=0.8)
    _school_front(sheet)
    yard = sheet.cut().polygon([(0, 745), (1600, 745), (1600, 1067), (0, 1067)]).mask()
    sheet.lay(yard, sheet.ramp((745, "#e2cfa6"), (1067, "#b3935f")))
    sheet.lay(both(yard, steep(sheet.noise(300, 30, 5), 150, 90)), "#a38656", 0.35)
    court = sheet.cut()
    for points in ([(560, 800), (1180, 800)], [(560, 800), (330, 1067)], [(1180, 800), (1480, 1067)],
            [(470, 905), (1290, 905)]):
        court.line(points, 4)
    court.line(smooth([(780, 905), (800, 870), (880, 860), (960, 870), (985, 905), (960, 945), (880, 955),
        (800, 945)]), 4)
    sheet.lay(court, "#f4ead2", 0.7)
    _dapple(sheet, yard)
    _pupils(sheet)
    for x, base, tall in ((1180, 790, 460), (390, 800, 480), (130, 905, 780), (1470, 930, 820)):
        _plane(sheet, x, base, tall)
    bench = sheet.cut().box(230, 900, 420, 910).box(230, 868, 420, 876).box(230, 884, 420, 890)
    for x in (246, 404):
        bench.line([(x, 866), (x + 4, 940)], 7)
    sheet.shade(moved(bench, 20, 30), "#9a7d55", 0.5, soft=5)
    sheet.lay(bench, "#4d5f57")


def _school_front(sheet):
    wings = sheet.cut().box(60, 430, 1540, 750)
    centre = sheet.cut().box(650, 350, 950, 750).polygon([(640, 352), (800, 262), (960, 352)])
    sheet.lay(wings, sheet.ramp((430, "#c98560"), (750, "#b06a4a")))
    sheet.lay(centre, sheet.ramp((262, "#ead9b4"), (750, "#d6bf95")))
    bricks = sheet.cut()
    for y in range(436, 750, 9):
        bricks.line([(60, y), (1540, y)], 0.8)
        for x in range(60 + (y % 18), 1540, 26):
            bricks.line([(x, y), (x, y + 9)], 0.8)
    sheet.lay(both(wings, inverse(centre), bricks), "#7d4632", 0.3)
    roofs = sheet.cut().polygon([(40, 436), (90, 350), (640, 350), (650, 436)])
    roofs.polygon([(950, 436), (960, 350), (1510, 350), (1560, 436)])
    sheet.lay(roofs, sheet.ramp((350, "#6c7d88"), (436, "#4d5f6c")))
    slates = sheet.cut()
    for y in range(352, 436, 9):
        slates.line([(40, y), (1560, y)], 0.8)
    sheet.lay(both(roofs, slates), "#37464f", 0.5)
    stone, panes, bars = sheet.cut(), sheet.cut(), sheet.cut()
    stone.box(50, 428, 650, 440)
    stone.box(950, 428, 1550, 440)
    stone.box(50, 590, 1550, 598)
    stone.polygon([(634, 354), (800, 256), (966, 354), (966, 366), (634, 366)])
    for x in [*range(100, 640, 92), *range(990, 1520, 92)]:
        for top in (462, 622):
            stone.box(x - 10, top - 10, x + 64, top + 112)
            panes.box(x, top, x + 54, top + 96)
            bars.line([(x + 27, top), (x + 27, top + 96)], 4)
            bars.line([(x, top + 32), (x + 54, top + 32)], 4)
            bars.line([(x, top + 64), (x + 54, top + 64)], 3)
    for x in (690, 773, 856):
        panes.box(x, 480, x + 54, 575)
        bars.line([(x + 27, 480), (x + 27, 575)], 4).line([(x, 520), (x + 54, 520)], 4)
    for x in (110, 380, 1130, 1400):
        stone.box(x, 300, x + 26, 380)
    sheet.lay(stone, "#ead9b4")
    sheet.lay(panes, sheet.ramp((460, "#6f8fa0"), (750, "#46616f")))
    sheet.lay(both(panes, steep(sheet.noise(200, 160, 3), 150, 60)), "#c5d6d4", 0.6)
    sheet.lay(bars, "#f1e6cc")
    sheet.lay(sheet.cut().box(745, 620, 855, 750).disc(800, 622, 55, 40), "#3f5d5a")
    sheet.lay(sheet.cut().line([(800, 590), (800, 750)], 4).box(735, 744, 865, 754), "#d9c79c")
    sheet.lay(sheet.cut().disc(800, 410, 36), "#6c7d80")
    sheet.lay(sheet.cut().disc(800, 410, 31), "#faf3df")
    sheet.lay(sheet.cut().line([(800, 410), (800, 386)], 4).line([(800, 410), (784, 419)], 4), "#2b3438")
    sheet.lay(sheet.cut().box(796, 200, 800, 262), "#55626a")
    for step, ink in enumerate(("#2f5679", "#f3ead6", "#b0402f")):
        sheet.lay(sheet.cut().polygon([(800 + step * 18, 204 + step), (818 + step * 18, 205 + step * 1.5),
            (818 + step * 18, 238 + step * 1.5), (800 + step * 18, 237 + step)]), ink)
    sheet.shade(sheet.cut().box(60, 440, 1540, 456).box(660, 366, 940, 376), "#8d7f84", 0.6, soft=3)
    sheet.shade(sheet.cut().box(950, 366, 975, 750), "#8d8088", 0.6, soft=4)


def _dapple(sheet, yard):
    shade = sheet.cut()
    for x, y in ((300, 850), (1180, 830), (420, 960), (1320, 1000), (80, 1000)):
        for _ in range(70):
            shade.disc(x + sheet.random.gauss(0, 150), y + sheet.random.gauss(0, 26), sheet.random.uniform(10, 34),
                sheet.random.uniform(4, 11))
    sheet.shade(both(shade, yard), "#8d7c74", 0.6, soft=3)


def _pupils(sheet):
    crowd, bags = sheet.cut(), sheet.cut()
    spots = [(600, 800, 70), (640, 806, 74), (690, 795, 66), (980, 800, 72), (1020, 806, 68), (850, 850, 88),
        (760, 880, 92), (920, 900, 96), (1060, 880, 90), (560, 900, 96), (610, 915, 100), (820, 985, 118), (1120,
        960, 112)]
    for x, y, tall in spots:
        person(crowd, sheet.random, x, y, tall, coat=0.42, step=sheet.random.uniform(-0.16, 0.16))
        if sheet.random.random() < 0.6:
            bags.curve([(x - tall * 0.17, y - tall * 0.78), (x - tall * 0.08, y - tall * 0.8),
                (x - tall * 0.06, y - tall * 0.52), (x - tall * 0.18, y - tall * 0.54)])
    crowd.line([(828, 906), (856, 890), (872, 876)], 7).line([(1112, 884), (1090, 878), (1078, 864)], 7)
    mask = crowd.mask()
    sheet.shade(moved(mask, 18, 8), "#9a7d55", 0.5, soft=6)
    sheet.lay(mask, sheet.ramp((720, "#3d4a55"), (1000, "#27323b")))
    inks = sheet.ramp((560, "#b0452f"), (760, "#b0452f"), (761, "#2f5f7a"), (900, "#2f5f7a"), (901, "#c2923f"),
        (1300, "#c2923f"), across=True)
    sheet.lay(bags, inks)
    sheet.lay(sheet.cut().disc(1000, 876, 11), "#d98a3c")


def _plane(sheet, x, base, tall):
    trunk, crown = sheet.cut(), sheet.cut()
    trunk.polygon(smooth([(x - tall * 0.04, base), (x - tall * 0.026, base - tall * 0.25),
        (x - tall * 0.02, base - tall * 0.6)], closed=False) + smooth([(x + tall * 0.02,
        base - tall * 0.6), (x + tall * 0.028, base - tall * 0.25), (x + tall * 0.045, base)], closed=False))
    for lean in (-0.22, 0.2, -0.1, 0.12):
        trunk.line([(x, base - tall * 0.5), (x + lean * tall, base - tall * 0.78)], tall * 0.022)
    for _ in range(16):
        foliage(sheet, crown, x + sheet.random.gauss(0, tall * 0.17), base - tall * sheet.random.uniform(0.66, 1.08),
            tall * 0.12, tall * 0.09, leaves=46)
    mask = trunk.mask()
    sheet.lay(mask, sheet.ramp((x - tall * 0.05, "#c9b994"), (x + tall * 0.05, "#6e604a"), across=True))
    sheet.lay(both(mask, steep(sheet.noise(34, 70, 4), 150, 50)), "#8d8060", 0.8)
    sheet.lay(crown, sheet.ramp((base - tall * 1.1, "#8fa25c"), (base - tall * 0.6, "#4c6a4a")))
    sheet.lay(both(crown, inverse(moved(crown, 8, 8))), "#ead98f", 0.6)
    sheet.shade(both(crown, steep(sheet.noise(70, 60, 4), 150, 60)), "#86a08a", 0.7)
