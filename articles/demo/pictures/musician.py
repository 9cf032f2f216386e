"""A cellist in the light of one lamp."""

from .nature import glow
from .portraits import against_light
from .sheet import both, either, moved, smooth, steep

# Coordinates stand in rows, as they were drawn.
# fmt: off


def musician(sheet):
    sheet.wash((0, "#1d1416"), (700, "#3a2019"), (1067, "#1a1011"))
    glow(sheet, 860, 430, 900, "#c9702c", 0.75)
    glow(sheet, 880, 400, 520, "#f0a850", 0.75)
    beam = sheet.cut().polygon([(1080, -20), (1190, -20), (1300, 960), (420, 960)])
    sheet.shine(both(beam, sheet.fade((0, 230), (1000, 70))), "#f6c77c", 0.5, soft=26)
    sheet.shade(steep(sheet.noise(700, 500, 4), 150, 160), "#8f7466", 0.6)
    dust = sheet.cut()
    for _ in range(170):
        dust.disc(sheet.random.gauss(880, 260), sheet.random.uniform(40, 900), sheet.random.choice((1, 1.4, 2, 3.4)),
            tone=sheet.random.randint(40, 200))
    sheet.shine(dust, "#ffdf9e", 0.8)
    floor = sheet.cut().polygon([(0, 905), (1600, 905), (1600, 1067), (0, 1067)]).mask()
    sheet.lay(floor, sheet.ramp((905, "#5a321f"), (1067, "#21130f")))
    sheet.shine(both(floor, sheet.cut().disc(860, 960, 520, 74)), "#e39a4b", 0.75, soft=24)
    boards = sheet.cut()
    for y in (925, 950, 985, 1030):
        boards.line([(0, y), (1600, y)], 2)
    sheet.lay(boards, "#180d0a", 0.5)
    _stand(sheet)
    _cellist(sheet)


def _stand(sheet):
    stand = sheet.cut().line([(1240, 560), (1240, 930)], 7)
    stand.line([(1240, 930), (1180, 972)], 6)
    stand.line([(1240, 930), (1300, 972)], 6)
    stand.line([(1240, 930), (1246, 980)], 6)
    stand.polygon([(1150, 470), (1290, 440), (1330, 570), (1190, 602)])
    pages = sheet.cut().polygon([(1144, 462), (1212, 446), (1250, 574), (1184, 590)])
    pages.polygon([(1216, 445), (1284, 430), (1322, 556), (1254, 573)])
    against_light(sheet, stand, "#1a0f0e", "#d98d44", right=3, down=3)
    sheet.lay(pages, "#e9bd78", 0.9)
    staves = sheet.cut()
    for line in range(5):
        for page in (0, 70):
            staves.line([(1162 + page + line * 6, 482 - page * 0.23 + line * 20),
                (1210 + page + line * 6, 470 - page * 0.23 + line * 20)], 2)
    sheet.lay(staves, "#6b3d1f", 0.7)


def _cellist(sheet):
    chair = sheet.cut().line([(560, 700), (540, 960)], 11)
    chair.line([(740, 740), (760, 950)], 11)
    chair.line([(540, 440), (575, 720)], 11)
    chair.box(552, 694, 760, 716)
    legs = sheet.cut().polygon(smooth([(560, 640), (700, 620), (830, 650), (868, 700), (846, 800), (838, 930),
        (890, 956), (884, 974), (776, 972), (780, 880), (770, 760), (690, 740), (580, 720)]))
    far_leg = sheet.cut().polygon(smooth([(760, 640), (960, 640), (1010, 690), (1020, 820), (1034, 930), (1090, 952),
        (1084, 972), (980, 970), (962, 830), (930, 740), (800, 720)]))
    cello = sheet.cut().polygon(smooth([(905, 470), (945, 478), (972, 512), (964, 552), (938, 580), (950, 612),
        (996, 650), (1012, 720), (990, 790), (930, 822), (862, 806), (822, 748), (820, 680), (848, 628), (852, 590),
                                        (832, 560), (832, 516), (858, 480)])).mask()
    neck = sheet.cut().polygon([(874, 500), (900, 500), (862, 214), (842, 218)])
    neck.curve([(842, 226), (836, 186), (852, 164), (872, 178), (866, 214)])
    neck.line([(930, 818), (948, 965)], 6)
    neck.line([(828, 214), (880, 204)], 5)
    neck.line([(830, 232), (882, 222)], 5)
    torso = sheet.cut().polygon(smooth([(556, 700), (540, 600), (556, 480), (600, 400), (660, 362), (720, 350),
        (790, 372), (830, 420), (828, 520), (800, 620), (790, 700), (680, 730)]))
    head = sheet.cut().polygon(smooth([(690, 352), (680, 300), (686, 240), (716, 196), (768, 186), (812, 206),
        (828, 246), (836, 286), (848, 310), (834, 318), (834, 340), (818, 360), (790, 356), (778, 384), (716, 384)]))
    hair = sheet.cut().polygon(smooth([(690, 318), (670, 268), (686, 206), (744, 172), (802, 182), (830, 220),
        (812, 232), (776, 238), (760, 270), (754, 300), (738, 312), (724, 340), (704, 344)]))
    left_arm = sheet.cut().polygon(smooth([(770, 396), (826, 420), (880, 470), (906, 440), (892, 350), (868, 300),
        (874, 280), (900, 286), (930, 350), (950, 450), (930, 520), (880, 536), (810, 500)]))
    right_arm = sheet.cut().polygon(smooth([(600, 400), (650, 400), (690, 480), (720, 580), (800, 640), (880, 668),
        (900, 690), (876, 704), (780, 690), (670, 640), (610, 540)]))
    bow = sheet.cut().line([(824, 700), (1180, 628)], 5).line([(868, 702), (1176, 640)], 2)
    sheet.shade(sheet.cut().disc(780, 972, 330, 22), "#2a140c", 0.85, soft=12)
    gold = "#f3b662"
    against_light(sheet, chair, "#140c0c", gold, right=-3)
    against_light(sheet, far_leg, "#150d0e", gold, right=-4)
    against_light(sheet, torso, sheet.ramp((350, "#26181a"), (720, "#110b0d")), gold, right=-5, down=5)
    against_light(sheet, either(head, hair), "#2e1c18", gold, right=-5, down=4)
    sheet.lay(both(hair, moved(either(head, hair), -6, 6)), "#120c0e")
    against_light(sheet, cello, sheet.ramp((820, "#4b2012"), (940, "#a2521f"), (1012, "#d98a3a"), across=True),
        "#ffd792", right=-5, down=4)
    _cello_face(sheet, cello)
    against_light(sheet, neck, "#26140f", gold, right=-3)
    against_light(sheet, legs, sheet.ramp((620, "#22161a"), (960, "#0e090b")), gold, right=-5)
    against_light(sheet, left_arm, "#1d1315", gold, right=-4, down=4)
    sheet.lay(bow, "#f0c98c")
    against_light(sheet, right_arm, "#231719", gold, right=-4, down=4)


def _cello_face(sheet, cello):
    sheet.lay(both(cello, steep(sheet.noise(14, 400, 4), 150, 90)), "#7d3c18", 0.35)
    face = sheet.cut().polygon([(882, 500), (904, 500), (918, 690), (902, 690)])
    face.polygon([(896, 706), (928, 702), (930, 712), (898, 716)])
    face.polygon([(904, 730), (926, 728), (934, 800), (922, 804)])
    face.arc([(862, 640), (876, 656), (870, 690), (886, 706)], 5)
    face.arc([(958, 630), (944, 646), (954, 680), (942, 698)], 5)
    sheet.lay(face, "#20100b")
    strings = sheet.cut()
    for shift in (-6, -2, 2, 6):
        strings.line([(856 + shift * 0.6, 230), (912 + shift, 708)], 1)
    sheet.lay(strings, "#f4d59c", 0.8)
