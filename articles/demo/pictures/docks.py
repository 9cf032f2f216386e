"""Where ships are built and unloaded."""

from .figures import View, lit, person
from .nature import clouds, glow, gulls, haze, land, ridge
from .sheet import both, moved, smooth, steep

# Coordinates stand in rows, as they were drawn.
# fmt: off


def shipyard(sheet):
    sheet.wash((0, "#7c8f9d"), (420, "#c2c1b7"), (760, "#ecd9b9"), (1067, "#ecd9b9"))
    clouds(sheet, -60, 560, "#f0e2c8", "#70838f", cover=0.5, across=800, down=140, strength=0.7)
    glow(sheet, 1330, 720, 620, "#f6c988", 0.6)
    _sheds(sheet)
    _gantry(sheet, 250, 1420, 120, 900, 1.0, "#3d5563")
    _hull(sheet)
    _scaffold(sheet)
    _yard_floor(sheet)


def _sheds(sheet):
    sheds = sheet.cut()
    for left in range(-40, 1700, 170):
        sheds.polygon([(left, 860), (left, 720), (left + 120, 670), (left + 120, 720), (left + 170, 720),
            (left + 170, 860)])
    sheet.lay(sheds, sheet.ramp((670, "#a2a5a1"), (860, "#c4b9a2")))
    cranes = sheet.cut()
    for x, top in ((80, 520), (1530, 470)):
        cranes.line([(x, 860), (x, top)], 9)
        cranes.line([(x - 110, top + 40), (x + 190, top - 60)], 6)
        cranes.line([(x, top - 50), (x + 190, top - 60)], 2)
        cranes.line([(x, top - 50), (x - 110, top + 40)], 2)
        cranes.line([(x, top), (x, top - 50)], 6)
    sheet.lay(cranes, "#98a09f")
    haze(sheet, 800, 120, "#ecd9b9", 0.5)


def _gantry(sheet, left, right, top, base, weight, ink):
    frame = sheet.cut().box(left - 60, top, right + 60, top + 74 * weight)
    for x, spread in ((left, 46), (right, 46)):
        frame.polygon([(x - 14, top + 60), (x + 14, top + 60), (x + spread + 14, base), (x + spread - 14, base)])
        frame.polygon([(x - 14, top + 60), (x + 14, top + 60), (x - spread + 14, base), (x - spread - 14, base)])
        frame.box(x - spread * 0.7, top + 470, x + spread * 0.7, top + 486)
        frame.box(x - spread - 34, base - 16, x + spread + 34, base + 12)
    sheet.lay(frame, sheet.ramp((top, ink), (base, "#55646a")))
    sheet.lay(sheet.cut().box(left - 60, top, right + 60, top + 16), "#7d919b")
    ribs = sheet.cut()
    for x in range(left - 60, right + 60, 42):
        ribs.line([(x, top + 16), (x, top + 74)], 2)
    sheet.lay(ribs, "#2b3e4a", 0.7)
    trolley = sheet.cut().box(930, top + 74, 1050, top + 112).box(960, top + 112, 1018, top + 150)
    for x in (948, 978, 1002, 1032):
        trolley.line([(x, top + 110), (990 + (x - 990) * 0.6, top + 280)], 2)
    trolley.box(950, top + 280, 1030, top + 292)
    trolley.polygon([(980, top + 292), (1000, top + 292), (994, top + 322), (986, top + 322)])
    sheet.lay(trolley, "#2b3a43")
    lit(sheet, sheet.cut().box(966, top + 118, 1012, top + 142), "#f5d18a", 0.9, halo=10)


def _hull(sheet):
    edge = smooth([(420, 372), (452, 520), (520, 700), (560, 830), (584, 896)], closed=False)
    port = sheet.cut().polygon([*edge, (1240, 896), (1260, 470),
        *smooth([(1260, 470), (900, 440), (600, 400), (420, 372)], closed=False)])
    mask = port.mask()
    sheet.lay(mask, sheet.ramp((420, "#26404f"), (760, "#39596a"), (1260, "#779199"), across=True))
    line = sheet.cut().polygon([(380, 690), (1300, 720), (1300, 1000), (380, 1000)])
    sheet.lay(both(mask, line), sheet.ramp((480, "#7a2f22"), (760, "#a84a32"), (1260, "#c77d5a"), across=True))
    sheet.lay(both(mask, sheet.cut().polygon([(380, 684), (1300, 713), (1300, 722), (380, 693)])), "#eadfc6", 0.85)
    plates = sheet.cut()
    for step in range(12):
        plates.line([(440 + step * 75, 360), (500 + step * 68, 900)], 1.4)
    for up in (470, 545, 620, 770, 835):
        plates.line([(400, up), (1280, up + 24)], 1.2)
    sheet.lay(both(mask, plates), "#1c2b34", 0.4)
    sheet.shade(both(mask, steep(sheet.noise(60, 420, 4), 150, 120)), "#8a6a54", 0.45)
    sheet.lay(sheet.cut().line(smooth([(420, 372), (600, 400), (900, 440), (1260, 470)], closed=False), 7), "#dfd5bd")
    bow = sheet.cut().polygon([(420, 372), *edge, (548, 896), (500, 800), (440, 640), (404, 500), (392, 392)])
    sheet.lay(bow, sheet.ramp((372, "#1b303d"), (690, "#22333c"), (700, "#5a2219"), (896, "#5a2219")))
    upper = sheet.cut().polygon([(960, 450), (966, 330), (1200, 340), (1206, 468)])
    upper.polygon([(1010, 336), (1014, 262), (1160, 268), (1164, 342)])
    upper.box(1080, 190, 1092, 268)
    sheet.lay(upper, sheet.ramp((960, "#d9cfb8"), (1206, "#f2e3c4"), across=True))
    panes = sheet.cut()
    for x in range(1024, 1150, 24):
        panes.box(x, 284, x + 16, 304)
    for x in range(985, 1190, 34):
        panes.disc(x, 395, 8)
    sheet.lay(panes, "#31434d")
    sheet.lay(sheet.cut().disc(478, 470, 10).line([(478, 470), (470, 560)], 4), "#121d24")


def _scaffold(sheet):
    poles = sheet.cut()
    for x in range(640, 1270, 70):
        poles.line([(x, 560 + (x % 3) * 20), (x, 930)], 3)
    for y in (600, 690, 780, 860):
        poles.line([(630, y), (1270, y + 6)], 5)
    for x in range(640, 1200, 140):
        poles.line([(x, 860), (x + 70, 780)], 2)
    sheet.lay(poles, "#5d5348", 0.9)
    crew = sheet.cut()
    for x, y in ((740, 690), (905, 600), (1110, 782), (1010, 602)):
        person(crew, sheet.random, x, y + 2, 62, coat=0.45)
    sheet.lay(crew, "#232b31")
    glow(sheet, 838, 768, 190, "#bfe0ff", 0.8)
    glow(sheet, 838, 768, 46, "#ffffff", 1.0)
    sparks = sheet.cut()
    for _ in range(110):
        aside, reach = sheet.random.gauss(0, 62), sheet.random.random()
        path = [(838 + aside * part, 768 - 30 * part + 170 * part**2) for part in (reach, reach + 0.05, reach + 0.1)]
        sparks.line(path, 1.3, sheet.random.randint(120, 255))
    sheet.shine(sparks, "#ffd9a0")
    person(crew := sheet.cut(), sheet.random, 806, 784, 62, coat=0.45)
    sheet.lay(crew, "#1a2126")


def _yard_floor(sheet):
    floor = sheet.cut().polygon([(0, 880), (1600, 880), (1600, 1067), (0, 1067)])
    sheet.lay(floor, sheet.ramp((880, "#a89a80"), (1067, "#544f47")))
    sheet.lay(both(steep(sheet.noise(500, 40), 140, 120), floor), "#6b6253", 0.5)
    sheet.shade(sheet.cut().curve([(500, 905), (900, 890), (1330, 905), (1240, 960), (640, 970)]), "#3f3c38", 0.8,
        soft=14)
    rails = sheet.cut()
    for start, end in (((196, 905), (-60, 1067)), ((240, 905), (40, 1067)), ((1470, 905), (1640, 1020)),
            ((1510, 905), (1700, 1000))):
        rails.line([start, end], 4)
    sheet.lay(rails, "#38352f")
    stacks = sheet.cut().polygon([(100, 1010), (330, 1000), (350, 1040), (110, 1055)])
    stacks.polygon([(130, 985), (310, 978), (318, 1002), (135, 1010)])
    sheet.lay(stacks, "#4a3a30")
    crew = sheet.cut()
    for x, y, tall in ((560, 1010, 128), (622, 1018, 132), (1300, 985, 108)):
        person(crew, sheet.random, x, y, tall, coat=0.44)
    shadows = moved(crew, 0, 0)
    sheet.lay(shadows, "#202529")
    helmets = sheet.cut().disc(560, 884, 10, 7).disc(622, 889, 10, 7).disc(1300, 879, 8, 6)
    sheet.lay(helmets, "#d8a23c")


def containers(sheet):
    sheet.wash((0, "#567089"), (380, "#a3b3b8"), (640, "#edd3ac"), (1067, "#edd3ac"))
    clouds(sheet, -40, 520, "#f4d9b5", "#5a7288", cover=0.42, across=760, down=90, strength=0.75)
    glow(sheet, 340, 610, 520, "#ffd08c", 0.8)
    land(sheet, ridge(sheet, 640, 70), "#8fa0a6", bottom=720)
    haze(sheet, 650, 70, "#f0d5ae", 0.6)
    _cargo_ship(sheet)
    for x, size, ink in ((1450, 0.62, "#7d8d96"), (1100, 0.78, "#5b6f7c"), (640, 1.0, "#2f4656")):
        _quay_crane(sheet, x, 800, size, ink)
    sheet.lay(sheet.cut().box(0, 800, 1600, 1067), sheet.ramp((800, "#b8a88c"), (1067, "#4d4a44")))
    sheet.lay(both(steep(sheet.noise(600, 26), 140, 120), sheet.fade((800, 0), (830, 255))), "#77705f", 0.5)
    _stacks(sheet)
    crew = sheet.cut()
    person(crew, sheet.random, 700, 985, 92, coat=0.45)
    person(crew, sheet.random, 748, 992, 95, coat=0.45)
    sheet.shade(moved(crew, 14, 4), "#6c6457", 0.5, soft=6)
    sheet.lay(crew, "#1e262c")
    sheet.lay(both(crew, sheet.cut().box(670, 908, 780, 946)), "#dd8f36", 0.95)
    gulls(sheet, [(260, 200, 60), (350, 270, 40), (900, 120, 44)], "#f3eee2")


def _cargo_ship(sheet):
    hull = sheet.cut().polygon([(-20, 690), (830, 690), (905, 664), (868, 810), (-20, 810)])
    sheet.lay(hull, sheet.ramp((664, "#3d5668"), (755, "#3d5668"), (760, "#8c4433"), (810, "#70362a")))
    colours = ["#a55a43", "#5c7a86", "#c39a58", "#7f8d83", "#8f6a5a", "#486472"]
    for column in range(11):
        for row in range(sheet.random.choice((2, 3, 3, 4))):
            x, y = 150 + column * 62, 690 - row * 26
            sheet.lay(sheet.cut().box(x, y - 25, x + 60, y), sheet.random.choice(colours), 0.85)
    sheet.lay(sheet.cut().box(40, 520, 132, 690).box(24, 520, 148, 538), "#e3d6bd")
    panes = sheet.cut()
    for row in range(5):
        for x in range(48, 126, 16):
            panes.box(x, 548 + row * 28, x + 9, 558 + row * 28)
    sheet.lay(panes, "#4b5a63", 0.8)
    haze(sheet, 760, 120, "#edd3ac", 0.35)


def _quay_crane(sheet, x, base, size, ink):
    def at(right, up):
        return x + right * size, base - up * size

    crane = sheet.cut()
    for right in (-95, 75):
        crane.line([at(right, 0), at(right * 0.86, 470)], 15 * size)
    crane.box(*at(-105, 200), *at(85, 180))
    crane.line([at(-92, 30), at(70, 195)], 7 * size)
    crane.line([at(-86, 200), at(64, 440)], 7 * size)
    crane.box(*at(-470, 470), *at(250, 446))
    crane.line([at(-30, 470), at(-4, 650)], 11 * size)
    crane.line([at(60, 470), at(-4, 650)], 8 * size)
    for end in (-450, -230, 235):
        crane.line([at(-4, 646), at(end, 468)], 3.4 * size)
    for right in range(-460, 240, 44):
        crane.line([at(right, 446), at(right + 22, 470), at(right + 44, 446)], 2 * size)
    crane.box(*at(110, 505), *at(200, 470)).box(*at(-262, 446), *at(-226, 410))
    for right in (-258, -230):
        crane.line([at(right, 412), at(right, 268)], 2 * size)
    crane.box(*at(-292, 270), *at(-196, 262)).box(*at(-118, 14), *at(-70, -4)).box(*at(52, 14), *at(98, -4))
    sheet.lay(crane, sheet.ramp((base - 650 * size, ink), (base, "#8d9190")))
    sheet.lay(sheet.cut().box(*at(-292, 262), *at(-196, 222)), "#b4573b")


def _stacks(sheet):
    """Two walls of containers, left and right of the alley."""
    colours = ["#a84a34", "#2f5b74", "#c08a3e", "#5f7f78", "#7a3b33", "#d0bd96", "#3c4b57", "#86929a"]
    view = View(720, 740, 900)
    faces = []
    for side, right in ((-1, -9), (1, 6.2)):
        for row in range(9, 0, -1):
            near = 6.5 + row * 6.6
            for level in range(sheet.random.choice((2, 3, 3, 4)) if row > 1 else 3):
                faces.append((near, side, right, level))
    for near, side, right, level in sorted(faces, key=lambda face: (-face[0], face[3])):
        ink, low = sheet.random.choice(colours), -2.1 + level * 2.5
        outer = right + side * 2.5
        flank = sheet.cut().polygon(view.wall(right, low, low + 2.44, near, near + 6.2))
        front = sheet.cut().polygon(view.front(min(right, outer), max(right, outer), low, low + 2.44, near))
        sheet.lay(flank, ink)
        sheet.lay(front, ink)
        sheet.shade(front if side < 0 else flank, "#7c8796", 0.75)
        ribs = sheet.cut()
        for rib in range(1, 18):
            ahead = near + 6.2 * rib / 18
            ribs.line([view.at(right, low + 0.15, ahead), view.at(right, low + 2.3, ahead)], 50 / ahead**1.4)
        for rib in range(1, 6):
            part = right + side * 2.5 * rib / 6
            ribs.line([view.at(part, low + 0.1, near), view.at(part, low + 2.35, near)], 20 / near)
        sheet.shade(ribs, "#6e7680", 0.6)
        frame = sheet.cut().line([*view.wall(right, low, low + 2.44, near, near + 6.2), view.at(right, low, near)],
            26 / near)
        frame.line([*view.front(right, outer, low, low + 2.44, near), view.at(right, low, near)], 26 / near)
        sheet.lay(frame, "#1f2830", 0.55)
