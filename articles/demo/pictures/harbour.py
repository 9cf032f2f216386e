"""Scenes of the port and the water before it."""

from .boats import masted, sailing, trawler
from .figures import View, house, lit, person
from .nature import clouds, crest, glitter, glow, gulls, haze, land, mirror, reflect, ridge, sea, waves
from .sheet import both, inverse, moved, smooth, steep


def harbour_dawn(sheet):
    sheet.wash(
        (0, "#33506b"), (250, "#7d8ba0"), (430, "#d9a98d"), (560, "#f5cf9d"), (620, "#f9dfb4"), (1067, "#f9dfb4")
    )
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
            masted(
                sheet,
                hulls,
                ropes,
                x,
                base,
                130 * small * sheet.random.uniform(0.8, 1.2),
                240 * small * sheet.random.uniform(0.75, 1.25),
            )
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
    walls.box(1330, 560, 1600, 640).box(1380, 470, 1400, 640).polygon(
        [(1500, 560), (1500, 500), (1600, 470), (1600, 560)]
    )
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
    for start, end in (
        ((118, 254), (388, 742)),
        ((118, 254), (-40, 700)),
        ((290, 432), (388, 742)),
        ((118, 340), (290, 432)),
        ((118, 254), (290, 760)),
        ((290, 432), (200, 690)),
    ):
        ropes.line([start, end], 1.5)
    shape = hulls.mask()
    sheet.shade(
        sheet.cut().curve([(-60, 872), (300, 862), (380, 930), (260, 1010), (-60, 1067)]), "#35465a", 0.75, soft=16
    )
    sheet.lay(ropes, "#16222f", 0.85)
    sheet.lay(shape, "#d98f5f")
    sheet.lay(both(shape, moved(shape, -3, 2)), sheet.ramp((250, "#22303f"), (880, "#121c27")))
    lit(sheet, sheet.cut().box(78, 656, 104, 680).box(116, 656, 142, 680), "#ffd384", 1.0, halo=14)
    quay = (
        sheet.cut()
        .polygon([(980, 1067), (1060, 1004), (1600, 968), (1600, 1067)])
        .box(1310, 940, 1352, 1000)
        .box(1298, 926, 1364, 946)
    )
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
    for x, water, size, inks in (
        (1350, 622, 330, ("#5f7c78", "#3d4a4c", "#dfdac8")),
        (1040, 664, 460, ("#b2503a", "#2d3a41", "#e9e2cf")),
        (470, 750, 780, ("#2f5d7c", "#7d3328", "#f3ecdb")),
    ):
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
    sheet.lay(
        sheet.cut().polygon([(0, 1067), (0, 935), (1600, 900), (1600, 1067)]),
        sheet.ramp((900, "#8d8676"), (1067, "#5a564d")),
    )
    sheet.lay(sheet.cut().polygon([(0, 935), (1600, 900), (1600, 922), (0, 962)]), "#3f443f", 0.9)
    stones = sheet.cut()
    for x in range(-100, 1700, 120):
        stones.line([(x, 945 - x * 0.02), (x - 90, 1067)], 2)
    sheet.lay(stones, "#4b483f", 0.5)
    for middle, wide, tall, ink, dark in (
        (1210, 330, 190, "#3f8179", "#173b3b"),
        (1480, 260, 150, "#c9803c", "#6b3a1c"),
        (930, 190, 110, "#c9803c", "#6b3a1c"),
    ):
        heap = sheet.cut().curve(
            [
                (middle - wide, 1040),
                (middle - wide * 0.6, 1000 - tall * 0.5),
                (middle - wide * 0.1, 1000 - tall),
                (middle + wide * 0.45, 1000 - tall * 0.7),
                (middle + wide, 1045),
                (middle, 1080),
            ]
        )
        sheet.lay(heap, sheet.ramp((1000 - tall, ink), (1060, dark)))
        mesh = sheet.cut()
        for _ in range(150):
            x, y = middle + sheet.random.uniform(-wide, wide), sheet.random.uniform(1000 - tall, 1067)
            mesh.arc(
                [(x - 60, y + sheet.random.uniform(-10, 25)), (x, y - 18), (x + 60, y + sheet.random.uniform(0, 40))],
                1.6,
                sheet.random.randint(90, 255),
            )
        sheet.lay(both(heap, mesh), dark, 0.7)
        sheet.lay(both(heap, moved(mesh, 2, -3)), "#f0c98c" if ink.startswith("#c9") else "#8fc4b3", 0.4)
        floats = sheet.cut()
        for _ in range(16):
            part = sheet.random.uniform(-0.8, 0.8)
            floats.disc(middle + part * wide, 1012 - tall * (1 - part * part) * sheet.random.uniform(0.2, 0.95), 9, 7)
        sheet.lay(floats, "#efe3c4")
        sheet.shade(both(floats, moved(floats, 3, 4)), "#a98f6b", 0.7, soft=2)


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
        sheds.polygon(
            [(left, 860), (left, 720), (left + 120, 670), (left + 120, 720), (left + 170, 720), (left + 170, 860)]
        )
    sheet.lay(sheds, sheet.ramp((670, "#a2a5a1"), (860, "#c4b9a2")))
    cranes = sheet.cut()
    for x, top in ((80, 520), (1530, 470)):
        cranes.line([(x, 860), (x, top)], 9).line([(x - 110, top + 40), (x + 190, top - 60)], 6).line(
            [(x, top - 50), (x + 190, top - 60)], 2
        ).line([(x, top - 50), (x - 110, top + 40)], 2).line([(x, top), (x, top - 50)], 6)
    sheet.lay(cranes, "#98a09f")
    haze(sheet, 800, 120, "#ecd9b9", 0.5)


def _gantry(sheet, left, right, top, base, weight, ink):
    frame = sheet.cut().box(left - 60, top, right + 60, top + 74 * weight)
    for x, spread in ((left, 46), (right, 46)):
        frame.polygon([(x - 14, top + 60), (x + 14, top + 60), (x + spread + 14, base), (x + spread - 14, base)])
        frame.polygon([(x - 14, top + 60), (x + 14, top + 60), (x - spread + 14, base), (x - spread - 14, base)])
        frame.box(x - spread * 0.7, top + 470, x + spread * 0.7, top + 486).box(
            x - spread - 34, base - 16, x + spread + 34, base + 12
        )
    sheet.lay(frame, sheet.ramp((top, ink), (base, "#55646a")))
    sheet.lay(sheet.cut().box(left - 60, top, right + 60, top + 16), "#7d919b")
    ribs = sheet.cut()
    for x in range(left - 60, right + 60, 42):
        ribs.line([(x, top + 16), (x, top + 74)], 2)
    sheet.lay(ribs, "#2b3e4a", 0.7)
    trolley = sheet.cut().box(930, top + 74, 1050, top + 112).box(960, top + 112, 1018, top + 150)
    for x in (948, 978, 1002, 1032):
        trolley.line([(x, top + 110), (990 + (x - 990) * 0.6, top + 280)], 2)
    trolley.box(950, top + 280, 1030, top + 292).polygon(
        [(980, top + 292), (1000, top + 292), (994, top + 322), (986, top + 322)]
    )
    sheet.lay(trolley, "#2b3a43")
    lit(sheet, sheet.cut().box(966, top + 118, 1012, top + 142), "#f5d18a", 0.9, halo=10)


def _hull(sheet):
    edge = smooth([(420, 372), (452, 520), (520, 700), (560, 830), (584, 896)], closed=False)
    port = sheet.cut().polygon(
        [*edge, (1240, 896), (1260, 470), *smooth([(1260, 470), (900, 440), (600, 400), (420, 372)], closed=False)]
    )
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
    upper = (
        sheet.cut()
        .polygon([(960, 450), (966, 330), (1200, 340), (1206, 468)])
        .polygon([(1010, 336), (1014, 262), (1160, 268), (1164, 342)])
        .box(1080, 190, 1092, 268)
    )
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
    for _ in range(90):
        reach = sheet.random.random()
        sparks.line(
            [
                (838 + sheet.random.gauss(0, 46) * reach, 768 + 130 * reach**1.6),
                (838 + sheet.random.gauss(0, 50) * reach, 776 + 134 * reach**1.6),
            ],
            1.2,
        )
    sheet.shine(sparks, "#ffd9a0")
    person(crew := sheet.cut(), sheet.random, 806, 784, 62, coat=0.45)
    sheet.lay(crew, "#1a2126")


def _yard_floor(sheet):
    floor = sheet.cut().polygon([(0, 880), (1600, 880), (1600, 1067), (0, 1067)])
    sheet.lay(floor, sheet.ramp((880, "#a89a80"), (1067, "#544f47")))
    sheet.lay(both(steep(sheet.noise(500, 40), 140, 120), floor), "#6b6253", 0.5)
    sheet.shade(
        sheet.cut().curve([(500, 905), (900, 890), (1330, 905), (1240, 960), (640, 970)]), "#3f3c38", 0.8, soft=14
    )
    rails = sheet.cut()
    for start, end in (
        ((196, 905), (-60, 1067)),
        ((240, 905), (40, 1067)),
        ((1470, 905), (1640, 1020)),
        ((1510, 905), (1700, 1000)),
    ):
        rails.line([start, end], 4)
    sheet.lay(rails, "#38352f")
    stacks = (
        sheet.cut()
        .polygon([(100, 1010), (330, 1000), (350, 1040), (110, 1055)])
        .polygon([(130, 985), (310, 978), (318, 1002), (135, 1010)])
    )
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
    sheet.lay(sheet.cut().box(684, 929, 716, 950).box(732, 934, 764, 955), "#d88f3b", 0.9)
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
    crane.box(*at(-105, 200), *at(85, 180)).line([at(-92, 30), at(70, 195)], 7 * size).line(
        [at(-86, 200), at(64, 440)], 7 * size
    )
    crane.box(*at(-470, 470), *at(250, 446)).line([at(-30, 470), at(-4, 650)], 11 * size).line(
        [at(60, 470), at(-4, 650)], 8 * size
    )
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
        frame = sheet.cut().line(
            [*view.wall(right, low, low + 2.44, near, near + 6.2), view.at(right, low, near)], 26 / near
        )
        frame.line([*view.front(right, outer, low, low + 2.44, near), view.at(right, low, near)], 26 / near)
        sheet.lay(frame, "#1f2830", 0.55)
    haze(sheet, 790, 60, "#edd3ac", 0.25)


def ferry(sheet):
    sheet.wash((0, "#6f93ab"), (300, "#a9c0c6"), (520, "#e6e3d2"), (1067, "#e6e3d2"))
    clouds(sheet, -80, 470, "#fbf5e6", "#7f9cae", cover=0.5, across=640, down=140, strength=0.85)
    glow(sheet, 1250, 330, 520, "#fff2cf", 0.5)
    land(sheet, ridge(sheet, 548, 60, waves=2), "#9fb3b8", bottom=560)
    _island(sheet)
    sea(sheet, 548, "#a9bdbb", "#2b5266", "#e8ece0", "#2d586b", 800)
    glitter(sheet, 1250, 552, 170, "#fff6da", 330, 0.6)
    _ferry_boat(sheet, 660, 700, 640)
    gulls(
        sheet,
        [(1180, 420, 78), (1262, 500, 50), (1110, 330, 44), (330, 300, 60), (250, 380, 36), (1420, 250, 40)],
        "#fdfaf0",
    )
    gulls(sheet, [(1330, 640, 120)], "#40525e")


def _island(sheet):
    back = land(sheet, ridge(sheet, 552, 150, waves=1.2, rough=0.2, left=880, right=1700), "#7f9a98", bottom=556)
    front = land(sheet, [(1000, 556), *ridge(sheet, 556, 88, waves=2, left=1060, right=1640)], "#56756f", bottom=556)
    sheet.lay(both(front, steep(sheet.noise(90, 22), 140, 90)), "#7d8f68", 0.6)
    sheet.lay(both(back, steep(sheet.noise(120, 30), 140, 90)), "#93a795", 0.4)
    homes, roofs = sheet.cut(), sheet.cut()
    for _ in range(26):
        x = sheet.random.gauss(1290, 90)
        y, wide = 552 - sheet.random.random() * 20, sheet.random.uniform(12, 24)
        homes.box(x, y - wide * 0.6, x + wide, y)
        roofs.polygon([(x - 2, y - wide * 0.6), (x + wide * 0.5, y - wide * 1.05), (x + wide + 2, y - wide * 0.6)])
    homes.box(1500, 415, 1512, 500).box(1497, 408, 1515, 418)
    sheet.lay(homes, "#f2ead8")
    sheet.lay(roofs, "#6a7680")
    haze(sheet, 545, 40, "#e6e3d2", 0.3)


def _ferry_boat(sheet, x, water, size):
    def at(right, up):
        return x + right * size, water - up * size

    wake = sheet.cut()
    for _ in range(330):
        back = sheet.random.random()
        crest(
            wake,
            x - size * 0.4 - back**0.8 * 620,
            water + 6 + back * 40 + sheet.random.gauss(0, 5 + back * 26),
            10 + 40 * sheet.random.random(),
            1 + 3 * sheet.random.random(),
        )
    sheet.lay(wake, "#f4f3ea", 0.55)
    sheet.shade(
        sheet.cut().curve([at(-0.5, 0.0), at(0.5, 0.0), at(0.42, -0.13), at(0, -0.2), at(-0.46, -0.12)]),
        "#2c4652",
        0.6,
        soft=16,
    )
    decks = (
        sheet.cut()
        .polygon([at(-0.44, 0.1), at(-0.44, 0.2), at(0.3, 0.2), at(0.36, 0.1)])
        .polygon([at(-0.36, 0.2), at(-0.36, 0.29), at(0.16, 0.29), at(0.22, 0.2)])
    )
    decks.polygon([at(0.0, 0.29), at(0.0, 0.37), at(0.12, 0.37), at(0.16, 0.29)])
    sheet.lay(decks, sheet.ramp((at(0, 0.37)[1], "#fdf8ea"), (at(0, 0.1)[1], "#d3d6cd")))
    sheet.lay(
        sheet.cut()
        .box(*at(-0.45, 0.206), *at(0.31, 0.195))
        .box(*at(-0.37, 0.296), *at(0.18, 0.287))
        .box(*at(-0.01, 0.378), *at(0.13, 0.366)),
        "#51636c",
    )
    panes = sheet.cut()
    for step in range(15):
        panes.box(*at(-0.42 + step * 0.047, 0.172), *at(-0.388 + step * 0.047, 0.138))
    for step in range(9):
        panes.box(*at(-0.33 + step * 0.052, 0.27), *at(-0.292 + step * 0.052, 0.235))
    panes.box(*at(0.014, 0.355), *at(0.11, 0.318))
    sheet.lay(panes, "#33505f")
    funnel = sheet.cut().polygon([at(-0.22, 0.29), at(-0.24, 0.42), at(-0.15, 0.42), at(-0.12, 0.29)])
    sheet.lay(funnel, "#b2482f")
    sheet.lay(both(funnel, sheet.cut().box(*at(-0.3, 0.385), *at(0, 0.355))), "#f3ecd9")
    hull = sheet.cut().polygon(
        smooth([at(-0.5, 0.125), at(0.1, 0.105), at(0.52, 0.165)], closed=False) + [at(0.43, -0.02), at(-0.48, -0.02)]
    )
    sheet.lay(
        hull,
        sheet.ramp(
            (at(0, 0.16)[1], "#f2ede0"), (at(0, 0.085)[1], "#dcdcd2"), (at(0, 0.08)[1], "#23506f"), (water, "#173a52")
        ),
    )
    rails = (
        sheet.cut()
        .line([at(0.06, 0.37), at(0.06, 0.55)], 4)
        .line([at(-0.4, 0.29), at(-0.4, 0.4)], 3)
        .line([at(0.02, 0.5), at(0.1, 0.5)], 2)
    )
    rails.line([at(0.36, 0.2), at(0.5, 0.215)], 1.5)
    for right in range(-36, 0, 2):
        rails.line([at(right / 100, 0.29), at(right / 100, 0.322)], 1.2)
    rails.line([at(-0.36, 0.322), at(0, 0.322)], 1.5)
    sheet.lay(rails, "#3f4f58", 0.9)
    crowd = sheet.cut()
    for right in (-0.33, -0.305, -0.27, -0.09, -0.06, -0.03, 0.38, 0.4):
        person(crowd, sheet.random, *at(right, 0.29 if right < 0.3 else 0.15), size * 0.062)
    sheet.lay(crowd, "#2b3a44")
    foam = sheet.cut()
    for _ in range(90):
        part = sheet.random.random()
        crest(
            foam,
            x + (-0.5 + part) * size,
            water + 6 + sheet.random.gauss(4, 5) - 14 * part**8,
            26 * sheet.random.random() + 8,
            2 + 5 * part * sheet.random.random(),
        )
    sheet.lay(foam, "#f8f6ec", 0.85)


def sailing_race(sheet):
    sheet.wash((0, "#5f8fae"), (230, "#a8c4cd"), (400, "#f0e4c9"), (900, "#f0e4c9"))
    clouds(sheet, -120, 380, "#fdf3de", "#86a7ba", cover=0.48, across=620, down=110, strength=0.85)
    coast = land(sheet, ridge(sheet, 408, 110, waves=1.6), "#8ba3a8", bottom=415)
    sheet.lay(both(coast, steep(sheet.noise(140, 20), 140, 90)), "#b9bfae", 0.4)
    land(sheet, ridge(sheet, 412, 60, waves=2.4, left=900, right=1700), "#6d8a88", bottom=415)
    haze(sheet, 405, 50, "#f0e4c9", 0.5)
    sea(sheet, 408, "#b4cbc9", "#1c4b68", "#eef0e4", "#235a77", 1100)
    glitter(sheet, 420, 410, 150, "#fff3d2", 300, 0.6)
    pale = ("#f7f1e1", "#efe7d3")
    for x, water, tall in (
        (1010, 424, 60),
        (1100, 428, 74),
        (905, 430, 66),
        (1240, 436, 92),
        (700, 434, 80),
        (1420, 446, 110),
        (560, 446, 96),
    ):
        sailing(sheet, x, water, tall, -0.12, pale, "#5d6e78")
    for x, water, tall, jib, hull in (
        (1290, 560, 300, "#c65b3c", "#f3eee0"),
        (860, 520, 240, "#d9a44a", "#27495c"),
        (250, 560, 320, "#efe7d3", "#a8432f"),
    ):
        sailing(sheet, x, water, tall, -0.17, ("#faf4e4", jib), hull)
    waves(sheet, 590, "#164058", 110, 0.5)
    sailing(sheet, 700, 770, 690, -0.16, ("#fcf6e6", "#2f6d8c"), "#f4efe2")
    waves(sheet, 770, "#123a52", 60, 0.6)
    waves(sheet, 760, "#f2f1e6", 40, 0.5)
    gulls(sheet, [(1130, 170, 60), (1210, 220, 40), (180, 150, 46)], "#fdfaf0")


SCENES = {
    "harbour-dawn": harbour_dawn,
    "fishing-boats": fishing_boats,
    "shipyard": shipyard,
    "containers": containers,
    "ferry": ferry,
    "sailing-race": sailing_race,
}
