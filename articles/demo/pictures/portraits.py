"""People without faces: outlines against the light they live in."""

from math import sin

from .nature import clouds, glitter, glow, gulls, land, ridge, sea
from .sheet import both, either, inverse, moved, smooth, steep

# Coordinates stand in rows, as they were drawn.
# fmt: off


def fisherman(sheet):
    sheet.wash((0, "#44607a"), (380, "#8b97a3"), (700, "#dcae8b"), (900, "#f6d09a"), (960, "#fae0b0"),
        (1600, "#fae0b0"))
    clouds(sheet, -60, 780, "#f6c196", "#566d86", cover=0.5, across=700, down=130, strength=0.8)
    glow(sheet, 930, 900, 760, "#ffb872", 0.8)
    glow(sheet, 930, 890, 210, "#fff1cc", 1.0)
    land(sheet, ridge(sheet, 962, 60, right=1200), "#8c8690", bottom=972)
    sea(sheet, 960, "#d9a57e", "#22384f", "#f4c896", "#2b4560", 700)
    glitter(sheet, 930, 962, 120, "#ffe3aa", 420)
    boat = sheet.cut().polygon([(1010, 1000), (1120, 994), (1106, 1022), (1024, 1022)])
    boat.box(1040, 972, 1066, 1000)
    boat.line([(1078, 1000), (1078, 916)], 3)
    boat.line([(1078, 920), (1116, 996)], 1)
    boat.line([(1078, 920), (1014, 1000)], 1)
    sheet.lay(boat, "#3a4557")
    gulls(sheet, [(880, 420, 90), (1000, 500, 60), (800, 560, 44), (1060, 360, 46)], "#fbeedd")
    body = sheet.cut().polygon(smooth([(60, 1620), (70, 1420), (120, 1250), (220, 1165), (330, 1120), (400, 1085),
        (430, 1050)], closed=False)
                               + smooth([(640, 1010), (650, 1082), (700, 1130), (810, 1170), (900, 1250),
                                   (950, 1400), (975, 1620)], closed=False)).mask()
    against_light(sheet, body, sheet.ramp((1000, "#22303d"), (1600, "#111a24")), "#e59a5e", right=-6)
    _oilskin(sheet, body)
    head = sheet.cut().polygon(smooth([(400, 1090), (398, 1000), (356, 910), (340, 780), (430, 700), (540, 690),
        (630, 730), (658, 800), (664, 850), (680, 886), (716, 936), (712, 954), (690, 962), (694, 986),
                                       (684, 1000), (694, 1022), (690, 1056), (660, 1100), (600, 1130), (560,
                                       1140), (480, 1150), (420, 1140)]))
    for _ in range(260):
        part = sheet.random.random()
        x, y = 500 + part * 196, 1120 + 26 * sin(part * 3) - 92 * part**3
        head.line([(x, y - 30), (x + 2 + sheet.random.gauss(0, 9), y + sheet.random.uniform(4, 34))], 3)
    against_light(sheet, head, sheet.ramp((690, "#2c3743"), (1120, "#16212c")), "#f0a868", right=-6)
    _cap(sheet)
    _pipe_and_ear(sheet)


def _oilskin(sheet, body):
    folds = sheet.cut()
    for points in ([(250, 1200), (300, 1330), (290, 1620)], [(830, 1230), (800, 1380), (826, 1620)],
            [(560, 1210), (572, 1400), (566, 1620)]):
        folds.curve([*points, *[(x + 34, y) for x, y in reversed(points)]])
    sheet.shade(both(body, folds), "#3b434b", 0.7, soft=16)
    sheet.shine(both(body, moved(folds, 30, 0)), "#8d6a50", 0.13, soft=14)
    snaps = sheet.cut()
    for y in (1290, 1420, 1550):
        snaps.disc(548, y, 9)
    sheet.lay(snaps, "#8d7358", 0.8)
    collar = sheet.cut().curve([(330, 1120), (400, 1060), (520, 1130), (650, 1066), (706, 1126), (640, 1210),
        (530, 1180), (400, 1210)])
    sheet.lay(collar, sheet.ramp((1060, "#33414d"), (1210, "#1a242e")))
    sheet.lay(both(collar, inverse(moved(collar, -6, 5))), "#d98f58", 0.8)
    knit = sheet.cut()
    for step in range(16):
        knit.arc([(400 + step * 17, 1080), (404 + step * 16, 1130), (420 + step * 14, 1190)], 2)
    sheet.lay(both(collar, knit), "#0e161e", 0.6)


def _cap(sheet):
    crown = sheet.cut().polygon(smooth([(318, 800), (312, 700), (360, 610), (470, 566), (590, 584), (664, 650),
        (690, 740), (684, 776)], closed=False) + smooth([(684, 776), (560, 786), (430, 806), (318,
        826)], closed=False)).mask()
    peak = sheet.cut().polygon(smooth([(560, 772), (690, 752), (764, 786), (790, 826), (752, 834), (680, 812),
        (600, 806)])).mask()
    against_light(sheet, crown, sheet.ramp((566, "#2b3b4c"), (820, "#18232f")), "#f0a868", right=-6, down=5)
    band = both(crown, sheet.cut().polygon([(300, 760), (500, 738), (700, 716), (700, 800), (300, 850)]))
    sheet.lay(band, "#131c26", 0.8)
    against_light(sheet, peak, "#0f1720", "#f4b878", right=-3, down=5)
    seam = sheet.cut().arc([(470, 568), (440, 650), (430, 746)], 3)
    sheet.lay(seam, "#0f1720", 0.7)


def _pipe_and_ear(sheet):
    ear = sheet.cut().curve([(436, 880), (462, 846), (494, 860), (496, 904), (476, 950), (452, 948)])
    sheet.lay(ear, "#3c444c")
    sheet.lay(both(ear, inverse(moved(ear, -5, 3))), "#c98a5c", 0.8)
    sheet.lay(sheet.cut().arc([(450, 876), (472, 862), (482, 882), (470, 914), (460, 930)], 5), "#232c34")
    beard = sheet.cut()
    for _ in range(420):
        part = sheet.random.random()
        x, y = 470 + 215 * part, 1010 + 90 * (1 - part) ** 0.5 * sheet.random.random() + 60 * sheet.random.random()
        beard.line([(x, y), (x + sheet.random.gauss(-3, 6), y + 20)], 2, sheet.random.randint(60, 200))
    sheet.lay(beard, "#7b8086", 0.3)


def woman_window(sheet):
    sheet.wash((0, "#2b3742"), (900, "#3b4650"), (1600, "#20282f"))
    sheet.shade(steep(sheet.noise(500, 700, 4), 140, 160), "#8a93a0", 0.5)
    _window(sheet)
    _room_light(sheet)
    _curtain(sheet)
    _woman(sheet)


def _window(sheet):
    pane = sheet.cut().box(300, 150, 930, 1230).mask()
    sheet.lay(pane, sheet.ramp((150, "#9fbccb"), (700, "#e9e2cc"), (900, "#f7e3b8"), (930, "#f2ddb4"),
        (1230, "#b5ad98")))
    view = sheet.image.copy()
    clouds(sheet, 140, 800, "#fff4da", "#8ea9b8", cover=0.5, across=520, down=150, strength=0.8)
    glow(sheet, 700, 760, 480, "#fff0c8", 0.8)
    land(sheet, ridge(sheet, 906, 60, right=1200), "#93a0a4", bottom=930)
    sheet.lay(sheet.cut().box(0, 912, 1200, 1240), sheet.ramp((912, "#b9c4be"), (1240, "#5f8290")))
    glitter(sheet, 700, 914, 90, "#fff3d0", 200, 0.8, bottom=1240)
    masts = sheet.cut()
    for x in range(310, 930, 52):
        tall = sheet.random.uniform(110, 260)
        masts.line([(x, 985), (x, 985 - tall)], 3)
        masts.line([(x - 24, 985), (x, 990 - tall), (x + 28, 985)], 1)
        masts.curve([(x - 34, 972), (x, 980), (x + 38, 966), (x + 28, 994), (x - 28, 994)])
    sheet.lay(masts, "#5f6f78")
    roofs = sheet.cut()
    for x in range(280, 940, 96):
        top = sheet.random.uniform(1070, 1120)
        roofs.polygon([(x, 1240), (x, top + 40), (x + 30, top), (x + 80, top), (x + 104, top + 40), (x + 104, 1240)])
        roofs.box(x + 60, top - 34, x + 76, top + 10)
    sheet.lay(roofs, sheet.ramp((1070, "#6d7f88"), (1240, "#4b5d68")))
    view.paste(sheet.image, (0, 0), pane)
    sheet.image = view
    frame = sheet.cut().box(286, 136, 944, 164)
    frame.box(286, 1216, 944, 1250)
    frame.box(286, 136, 314, 1250)
    frame.box(916, 136, 944, 1250)
    frame.box(604, 150, 626, 1230)
    for y in (420, 690, 960):
        frame.box(300, y - 5, 930, y + 5)
    sheet.lay(frame, "#26313a")
    sheet.lay(both(frame, inverse(moved(frame, -4, -4))), "#d9cdb0", 0.7)
    sheet.lay(sheet.cut().polygon([(240, 1250), (990, 1250), (1010, 1286), (220, 1286)]),
        sheet.ramp((1250, "#c9c0a8"), (1286, "#6d7072")))
    sheet.lay(sheet.cut().box(200, 80, 1030, 136).mask(), "#313d47")


def _room_light(sheet):
    sheet.lay(sheet.cut().polygon([(0, 1400), (1200, 1360), (1200, 1600), (0, 1600)]),
        sheet.ramp((1360, "#5b4a3c"), (1600, "#2e2722")))
    boards = sheet.cut()
    for x in range(-200, 1500, 130):
        boards.line([(x * 0.6 + 250, 1370), (x, 1610)], 3)
    sheet.lay(boards, "#231c18", 0.7)
    sheet.lay(sheet.cut().polygon([(0, 1376), (1200, 1336), (1200, 1364), (0, 1404)]), "#1d252c")
    pool = sheet.cut().polygon([(330, 1400), (600, 1392), (470, 1600), (120, 1600)])
    pool.polygon([(626, 1391), (900, 1382), (860, 1600), (510, 1600)])
    sheet.shine(pool, "#d9b27c", 0.6, soft=10)
    beam = sheet.cut().polygon([(310, 160), (920, 160), (1000, 1600), (60, 1600)])
    sheet.shine(both(beam, sheet.fade((160, 40), (900, 150), (1600, 90))), "#cdb489", 0.28, soft=40)


def _curtain(sheet):
    for left, right in ((150, 330), (905, 1060)):
        cloth = sheet.cut().polygon(smooth([(left, 110), (left - 10, 800), (left - 26, 1410)], closed=False)
            + smooth([(right + 20, 1400), (right - 26, 900), (right - 6, 500), (right, 110)], closed=False)).mask()
        stops = [(left - 30 + step * 21, ("#7d8790", "#cfc8b6", "#a3a8a8", "#566370")[step % 4])
            for step in range(12)]
        sheet.lay(cloth, sheet.ramp(*stops, across=True), 0.93)
    rail = sheet.cut().box(110, 96, 1100, 112).disc(110, 104, 15).disc(1100, 104, 15)
    sheet.lay(rail, "#a8864f")


def _woman(sheet):
    skirt = sheet.cut().polygon(smooth([(560, 900), (540, 1050), (512, 1250), (490, 1420), (480, 1530)],
        closed=False) + smooth([(480, 1530), (600, 1552), (740, 1534)], closed=False)
                                + smooth([(740, 1534), (736, 1400), (722, 1200), (708, 1040), (690, 900)],
                                    closed=False))
    torso = sheet.cut().polygon(smooth([(572, 940), (566, 860), (548, 760), (556, 690), (590, 652), (620, 640),
        (632, 610), (664, 610), (668, 640), (700, 668), (712, 730), (704, 800), (690, 870), (700, 940)]))
    arm = sheet.cut().polygon(smooth([(580, 690), (610, 680), (640, 720), (650, 800), (676, 850), (742, 800),
        (786, 742), (806, 736), (812, 752), (780, 800), (716, 884), (672, 906), (636, 886), (608, 820)]))
    cup = sheet.cut().polygon([(790, 716), (838, 716), (832, 764), (798, 764)])
    cup.arc([(836, 724), (852, 736), (834, 752)], 5)
    head = sheet.cut().curve([(614, 660), (616, 610), (600, 570), (600, 520), (624, 484), (664, 476), (698, 494),
        (712, 530), (711, 552), (724, 578), (715, 585), (719, 595), (713, 601), (717, 608), (710, 616), (706, 632),
        (688, 642), (664, 636), (652, 652), (658, 684), (616, 684)])
    bun = sheet.cut().disc(590, 520, 38, 34)
    bun.curve([(596, 560), (590, 500), (630, 468), (690, 474), (706, 508), (660, 512), (640, 560), (618, 590)])
    shadow = sheet.cut().polygon([(470, 1530), (740, 1530), (520, 1620), (180, 1620)])
    sheet.shade(shadow, "#4a3c34", 0.85, soft=12)
    for shape, dark in ((skirt, sheet.ramp((900, "#27343f"), (1540, "#141b22"))),
        (torso, sheet.ramp((640, "#3d2d2e"), (940, "#241d22"))), (either(head, bun), "#2b2626"),
                        (cup, "#3d4a52"), (arm, sheet.ramp((680, "#452f2e"), (900, "#2b2125")))):
        against_light(sheet, shape, dark, "#ecc98c", right=-4, down=2)
    sheet.lay(both(bun, moved(either(head, bun), -5, 3)), "#15151a")
    folds = sheet.cut()
    for points in ([(590, 940), (570, 1200), (552, 1530)], [(630, 930), (630, 1240), (626, 1540)],
            [(668, 930), (684, 1200), (694, 1530)]):
        folds.arc(points, 4)
    sheet.lay(folds, "#0c1116", 0.7)
    steam = sheet.cut().arc([(812, 706), (800, 680), (818, 656), (806, 628)], 6)
    sheet.shine(steam, "#fff4dc", 0.5, soft=5)


def against_light(sheet, shape, dark, rim, right=-5, down=3, edge=1.0):
    """A figure printed dark, with the light catching the edge that faces it."""
    mask = both(shape)
    sheet.lay(mask, dark)
    sheet.lay(both(mask, inverse(moved(mask, right, down))), rim, edge)
    sheet.shine(both(mask, inverse(moved(mask, right * 5, down * 5))), rim, 0.22 * edge, soft=10)
