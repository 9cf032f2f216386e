"""Evenings out: a concert and a theatre."""

from .figures import heads, lit, person
from .nature import glow
from .sheet import both, inverse, moved, smooth, steep

# Coordinates stand in rows, as they were drawn.
# fmt: off


def stage(sheet):
    sheet.wash((0, "#0d1526"), (600, "#1e3350"), (800, "#2b3c54"), (1067, "#0a101c"))
    glow(sheet, 800, 520, 820, "#2f6a94", 0.7)
    glow(sheet, 800, 640, 420, "#f0a24e", 0.7, flat=0.7)
    sheet.shade(steep(sheet.noise(500, 300, 5), 150, 150), "#8090a8", 0.5)
    truss = sheet.cut()
    for y in (112, 150):
        truss.line([(130, y), (1470, y)], 5)
    for x in range(130, 1470, 44):
        truss.line([(x, 112), (x + 22, 150), (x + 44, 112)], 2.5)
    for x in (150, 1450):
        truss.line([(x - 18, 100), (x - 18, 800)], 5).line([(x + 18, 100), (x + 18, 800)], 5)
        for y in range(150, 800, 40):
            truss.line([(x - 18, y), (x + 18, y + 20), (x - 18, y + 40)], 2.5)
    sheet.lay(truss, "#0b1220")
    for x, end, colour, strength in ((260, 520, "#f2a24c", 0.75), (420, 300, "#4f9ccb", 0.7),
        (560, 760, "#f6c37a", 0.75), (720, 620, "#4f9ccb", 0.6), (880, 980, "#4f9ccb", 0.6),
                                     (1040, 850, "#f6c37a", 0.75), (1180, 1300, "#4f9ccb", 0.7), (1340, 1080,
                                     "#f2a24c", 0.75)):
        beam(sheet, x, 160, end, 800, 95, colour, strength)
    lamps = sheet.cut()
    for x in (260, 420, 560, 720, 880, 1040, 1180, 1340):
        lamps.polygon([(x - 15, 136), (x + 15, 136), (x + 19, 164), (x - 19, 164)])
    sheet.lay(lamps, "#070c16")
    _band(sheet)
    _amplifiers(sheet)
    deck = sheet.cut().box(0, 786, 1600, 830)
    sheet.lay(deck, sheet.ramp((786, "#7a5236"), (796, "#1a1a26"), (830, "#0b101c")))
    for y, size, count, ink, rim in ((828, 24, 34, "#1a2a44", "#e29a54"), (882, 36, 24, "#111d33", "#c98a55"),
            (960, 56, 16, "#0a1222", "#7fa3c0")):
        crowd = sheet.cut()
        heads(sheet, crowd, y, size, count, raised=0.4)
        mask = crowd.mask()
        sheet.lay(mask, rim, 0.85)
        sheet.lay(both(mask, moved(mask, 0, size * 0.06)), ink)
    phones = sheet.cut()
    for _ in range(9):
        x, y = sheet.random.uniform(100, 1500), sheet.random.uniform(800, 900)
        phones.polygon([(x, y), (x + 13, y - 2), (x + 15, y + 22), (x + 2, y + 24)])
    lit(sheet, phones, "#d9e9f0", 0.95, halo=7)


def _band(sheet):
    players = sheet.cut()
    person(players, sheet.random, 800, 790, 260, coat=0.44, step=0.11)
    players.line([(826, 596), (872, 560), (838, 542)], 20).line([(772, 598), (738, 660), (784, 690)], 20)
    players.line([(846, 790), (836, 545)], 5).disc(836, 540, 9, 12).line([(816, 790), (876, 790)], 6)
    for x, way in ((560, 1), (1060, -1)):
        person(players, sheet.random, x, 790, 246, coat=0.46, step=0.12)
        players.curve([(x - way * 52, 676), (x - way * 20, 634), (x + way * 16, 650), (x + way * 34, 684),
            (x + way * 4, 704), (x - way * 40, 722)])
        players.line([(x, 668), (x + way * 150, 604)], 8).line([(x + way * 142, 608), (x + way * 166, 596)], 14)
        players.line([(x + way * 22, 596), (x + way * 58, 660), (x + way * 108, 630)], 17)
        players.line([(x - way * 24, 596), (x - way * 58, 650), (x - way * 4, 686)], 17)
    drums = sheet.cut().disc(930, 726, 56).disc(858, 700, 30, 22).disc(1000, 702, 32, 22).box(640, 700, 720, 790)
    for x, y in ((830, 640), (1022, 630), (970, 610)):
        drums.disc(x, y, 42, 5).line([(x, y), (x + 6, 790)], 4)
    drums.disc(932, 590, 22, 26)
    drums.curve([(892, 690), (900, 634), (932, 616), (964, 634), (974, 690)])
    drums.line([(904, 640), (868, 668), (850, 690)], 15)
    riser = sheet.cut().box(760, 758, 1090, 792)
    sheet.lay(riser, "#0d1728")
    mask = drums.mask()
    sheet.lay(mask, "#d98a48")
    sheet.lay(both(mask, moved(mask, 0, 4)), "#16233a")
    mask = players.mask()
    sheet.lay(mask, "#ffd08a")
    sheet.lay(both(mask, moved(mask, -3, 4), moved(mask, 3, 2)), "#0b1322")


def _amplifiers(sheet):
    racks = sheet.cut()
    for x in (226, 300, 1230, 1304):
        racks.box(x, 640, x + 68, 788).box(x + 4, 560, x + 64, 636)
    cones = sheet.cut()
    for x in (226, 300, 1230, 1304):
        for y in (676, 744):
            cones.disc(x + 34, y, 26).disc(x + 34, y, 18, tone=120)
    sheet.lay(racks, "#0c1424")
    sheet.lay(both(racks, inverse(moved(racks, 2, 3))), "#b97f4d", 0.8)
    sheet.lay(cones, "#25364f", 0.8)


def beam(sheet, x, y, end, foot, spread, colour, strength):
    """A shaft of stage light from a lamp at (x, y) to the floor."""
    shaft = sheet.cut().polygon([(x - 7, y), (x + 7, y), (end + spread, foot), (end - spread, foot)])
    sheet.shine(both(shaft, sheet.fade((y, 255), (foot, 40))), colour, strength, soft=9)
    glow(sheet, x, y, 70, colour, 0.9)


def theatre(sheet):
    sheet.wash((0, "#2a0f12"), (1067, "#1a0a0d"))
    _curtain(sheet)
    _proscenium(sheet)
    glow(sheet, 800, 690, 760, "#f2a95c", 0.5, flat=0.5)
    floor = sheet.cut().polygon([(250, 742), (1350, 742), (1400, 800), (200, 800)])
    sheet.lay(floor, sheet.ramp((742, "#c78a4e"), (800, "#6b3f25")))
    sheet.shine(sheet.cut().disc(800, 768, 300, 22), "#ffd9a0", 0.7, soft=12)
    sheet.lay(sheet.cut().box(190, 798, 1410, 836), sheet.ramp((798, "#8d6230"), (836, "#2b1713")))
    foot = sheet.cut()
    for x in range(230, 1400, 58):
        foot.curve([(x - 13, 800), (x - 10, 788), (x, 783), (x + 10, 788), (x + 13, 800)])
    lit(sheet, foot, "#ffe2a6", 1.0, halo=12)
    _seats(sheet)
    people = sheet.cut()
    person(people, sheet.random, 800, 772, 190, coat=0.4, step=0.06)
    sheet.shade(sheet.cut().disc(804, 774, 60, 7), "#5a3019", 0.9, soft=4)
    mask = people.mask()
    sheet.lay(mask, "#ffd7a0")
    sheet.lay(both(mask, moved(mask, -3, 3), moved(mask, 3, 3)), "#1c0d10")


def _curtain(sheet):
    cloth = sheet.cut().box(220, 120, 1380, 745).mask()
    stops, x = [], 220
    while x < 1400:
        wide = sheet.random.uniform(34, 62)
        stops += [(x, "#4f1014"), (x + wide * 0.3, "#8f211f"), (x + wide * 0.52, "#c23f31"),
            (x + wide * 0.72, "#93231f")]
        x += wide
    sheet.lay(cloth, sheet.ramp(*[(round(at), ink) for at, ink in stops], across=True))
    sheet.shade(both(cloth, sheet.fade((120, 255), (420, 60), (640, 0))), "#4a2026", 0.9)
    sheet.shade(both(cloth, steep(sheet.noise(90, 900, 3), 150, 140)), "#8d4a48", 0.6)
    hem = sheet.cut().box(220, 712, 1380, 726).box(220, 736, 1380, 742)
    sheet.lay(hem, "#d9a850", 0.75)
    sheet.shade(both(sheet.cut().box(796, 120, 806, 745), cloth), "#3a0c10", 0.8, soft=4)
    for middle, wide in ((330, 150), (800, 330), (1270, 150)):
        swag = sheet.cut().polygon([(middle - wide, 110), *smooth([(middle - wide, 150), (middle - wide * 0.6, 236),
            (middle, 268), (middle + wide * 0.6, 236), (middle + wide, 150)], closed=False), (middle + wide, 110)])
        sheet.shade(moved(swag, 0, 18), "#3a1014", 0.7, soft=9)
        sheet.lay(swag, sheet.ramp((110, "#5d1416"), (200, "#a52c26"), (270, "#6f1919")))
        folds = sheet.cut()
        for step in range(1, 7):
            drop = 118 + step * 22
            folds.arc([(middle - wide, 112 + step * 5), (middle - wide * 0.5, drop - 12), (middle, drop),
                (middle + wide * 0.5, drop - 12), (middle + wide, 112 + step * 5)], 5)
        sheet.lay(both(swag, folds), "#431013", 0.6, soft=2)
        fringe = sheet.cut().arc([(middle - wide, 150), (middle - wide * 0.6, 236), (middle, 268),
            (middle + wide * 0.6, 236), (middle + wide, 150)], 9)
        sheet.lay(fringe, "#e0b157")


def _proscenium(sheet):
    gold = sheet.cut().box(150, 60, 1450, 124).box(150, 60, 232, 800).box(1368, 60, 1450, 800)
    sheet.lay(gold, sheet.ramp((60, "#e0b566"), (130, "#a87431"), (800, "#70451f")))
    grooves = sheet.cut()
    for shift in (14, 30, 52, 68):
        grooves.line([(150 + shift, 124), (150 + shift, 800)], 3).line([(1450 - shift, 124), (1450 - shift, 800)], 3)
    for x in range(160, 1450, 30):
        grooves.disc(x, 92, 9).disc(x, 92, 5, tone=0)
    sheet.lay(grooves, "#4d2c14", 0.6)
    crest = sheet.cut().curve([(690, 66), (720, 34), (770, 30), (800, 12), (830, 30), (880, 34), (910, 66),
        (880, 110), (800, 128), (720, 110)])
    sheet.lay(crest, sheet.ramp((12, "#f4d488"), (128, "#9c6a2c")))
    sheet.lay(sheet.cut().disc(800, 70, 30), "#5d1a18")
    sheet.lay(sheet.cut().polygon([(796, 48), (804, 48), (807, 90), (793, 90)]).polygon([(786, 90), (814, 90),
        (814, 95), (786, 95)]), "#f1cf83")
    for side in (-1, 1):
        for y in (270, 470, 650):
            middle = 800 + side * 725
            box = sheet.cut().curve([(middle - 84, y), (middle - 70, y + 54), (middle, y + 78),
                (middle + 70, y + 54), (middle + 84, y)])
            sheet.lay(sheet.cut().box(middle - 84, y - 110, middle + 84, y + 4), "#1d0a0c")
            glow(sheet, middle, y - 60, 110, "#f0a552", 0.6)
            folk = sheet.cut()
            for shift in (-36, 6, 44):
                folk.disc(middle + shift, y - 34, 11, 14)
                folk.curve([(middle + shift - 24, y + 8), (middle + shift - 18, y - 16),
                    (middle + shift + 18, y - 16), (middle + shift + 24, y + 8)])
            sheet.lay(folk, "#170a0c")
            sheet.lay(box, sheet.ramp((y, "#d3a354"), (y + 80, "#7a4a22")))
            sheet.lay(sheet.cut().box(middle - 90, y - 4, middle + 90, y + 8), "#a5302a")
            sheet.lay(sheet.cut().disc(middle, y + 34, 22, 17), "#8d5a28")


def _seats(sheet):
    sheet.lay(sheet.cut().box(0, 832, 1600, 1067), "#160a0d")
    for row, (y, wide) in enumerate(((868, 58), (906, 74), (956, 96), (1024, 126))):
        backs, tops = sheet.cut(), sheet.cut()
        count = round(1600 / wide) + 2
        for number in range(count):
            x = (number - 0.5 * (row % 2)) * wide
            bow = 26 * (1 - ((x - 800) / 900) ** 2)
            top = y + bow - wide * 0.5
            backs.curve([(x - wide * 0.45, top + wide * 1.5), (x - wide * 0.46, top + wide * 0.22),
                (x - wide * 0.3, top), (x, top - wide * 0.05), (x + wide * 0.3, top), (x + wide * 0.46,
                top + wide * 0.22), (x + wide * 0.45, top + wide * 1.5)])
            tops.arc([(x - wide * 0.46, top + wide * 0.3), (x - wide * 0.3, top), (x, top - wide * 0.05),
                (x + wide * 0.3, top), (x + wide * 0.46, top + wide * 0.3)], wide * 0.05)
        watchers = sheet.cut()
        for number in range(count):
            if sheet.random.random() < (0.5, 0.42, 0.3, 0.12)[row]:
                x = (number - 0.5 * (row % 2)) * wide
                top = y + 26 * (1 - ((x - 800) / 900) ** 2) - wide * 0.72
                watchers.disc(x, top, wide * 0.17, wide * 0.22)
                watchers.curve([(x - wide * 0.4, top + wide * 0.8), (x - wide * 0.34, top + wide * 0.34),
                    (x, top + wide * 0.2), (x + wide * 0.34, top + wide * 0.34), (x + wide * 0.4, top + wide * 0.8)])
        mask = watchers.mask()
        sheet.lay(mask, "#c98a55", 0.9)
        sheet.lay(both(mask, moved(mask, 0, wide * 0.035)), "#12090c")
        sheet.lay(backs, sheet.ramp((y - wide * 0.5, "#a02b27"), (y + wide * 0.4, "#4d1216"), (y + wide, "#2a0a0e")))
        sheet.lay(tops, "#e28a5c", 0.75)
