"""What the tide leaves: the winter beach and the oyster beds."""

from .figures import View, person
from .nature import clouds, glitter, glow, gulls, land, mirror, ridge, sea
from .sheet import both, either, smooth, steep

# Coordinates stand in rows, as they were drawn.
# fmt: off


def beach_winter(sheet):
    sheet.wash((0, "#8ba4b2"), (300, "#c2cbc9"), (520, "#ece3d0"), (1067, "#ece3d0"))
    clouds(sheet, -120, 470, "#f8efdd", "#8397a5", cover=0.55, across=760, down=150, strength=0.8)
    glow(sheet, 1330, 420, 560, "#fff0cd", 0.6)
    land(sheet, ridge(sheet, 528, 50, waves=1.3, left=900, right=1700), "#9fafb3", bottom=532)
    sea(sheet, 528, "#aebfc0", "#7f9aa2", "#f3f0e4", "#6c8993", 500)
    _surf(sheet)
    _sand(sheet)
    _huts(sheet)
    _stroller(sheet)
    gulls(sheet, [(980, 250, 76), (1080, 310, 50), (1180, 210, 40), (900, 170, 34)], "#fbf7ec")


def _surf(sheet):
    """Breakers, each with its foam and the shadow under its lip."""
    for y, thick, ink in ((556, 3, 0.7), (578, 5, 0.8), (606, 8, 0.9), (640, 11, 0.95)):
        for _ in range(9):
            x, wide = sheet.random.uniform(0, 1650), sheet.random.uniform(110, 330)
            lip = [(x - wide, y + 3), (x - wide * 0.4, y - thick), (x + wide * 0.2, y - thick * 1.3),
                (x + wide, y + 2), (x + wide * 0.3, y + thick * 0.5)]
            sheet.lay(sheet.cut().curve([(a, b + thick * 0.9) for a, b in lip]), "#6f8b93", 0.35)
            sheet.lay(sheet.cut().curve(lip), "#f8f4e8", ink)


def _sand(sheet):
    shore = smooth([(-40, 668), (300, 690), (640, 668), (980, 700), (1300, 676), (1660, 712)], closed=False)
    wet = sheet.cut().polygon([*shore, (1660, 1100), (-40, 1100)]).mask()
    sheet.lay(wet, sheet.ramp((668, "#b9ad98"), (760, "#a5977f"), (1067, "#c9b48c")))
    shine = both(wet, sheet.fade((660, 255), (860, 0)), steep(sheet.noise(900, 40, 4), 120, 130))
    sheet.lay(shine, "#e4dccb", 0.75)
    sheet.lay(sheet.cut().arc(shore, 7), "#faf6ea", 0.85)
    dry = sheet.cut().polygon(smooth([(-40, 850), (420, 800), (900, 845), (1250, 960), (1660, 1010)], closed=False)
        + [(1660, 1100), (-40, 1100)]).mask()
    sheet.lay(dry, sheet.ramp((800, "#d6c196"), (1067, "#b99a68")))
    sheet.lay(both(dry, steep(sheet.noise(240, 24, 5), 150, 80)), "#a5875a", 0.45)
    sheet.lay(both(dry, steep(sheet.noise(200, 20, 5), 165, 60)), "#ecdcb4", 0.5)
    prints = sheet.cut()
    for step in range(26):
        part = step / 25
        prints.disc(1180 - 330 * part + (7 if step % 2 else -7) * (1 + part), 770 + 300 * part**1.3, 3 + 7 * part,
            1.6 + 3.6 * part)
    sheet.lay(prints, "#7d6a4c", 0.55)


def _huts(sheet):
    view = View(1500, 560, 900)
    inks = [("#2f5f7f", "#f3ead4"), ("#b4503a", "#f3ead4"), ("#c79a48", "#f5eedd"), ("#4f7f78", "#f3ead4"),
        ("#7f3d3a", "#f0e3c8")]
    for number in range(8, -1, -1):
        near = 5.2 + number * 2.6
        ink, pale = inks[number % 5]
        left, right, low, eave, top = -8.4, -6.3, -1.65, 0.55, 1.35
        flank = sheet.cut().polygon(view.wall(right, low, eave, near, near + 1.9))
        roof = sheet.cut().polygon([view.at(right + 0.15, eave - 0.08, near - 0.1),
            view.at((left + right) / 2, top, near), view.at((left + right) / 2, top,
            near + 2), view.at(right + 0.15, eave - 0.08, near + 2)])
        front = sheet.cut().polygon([view.at(left, low, near), view.at(left, eave, near),
            view.at((left + right) / 2, top, near), view.at(right, eave, near), view.at(right, low, near)]).mask()
        shadow = sheet.cut().polygon([view.at(right, low, near), view.at(right + 1.6, low, near + 0.5),
            view.at(right + 1.6, low, near + 2.4), view.at(right, low, near + 1.9)])
        sheet.shade(shadow, "#8d8068", 0.7, soft=5)
        sheet.lay(flank, ink)
        stripes = sheet.cut()
        for stripe in range(0, 9, 2):
            start = near + 1.9 * stripe / 9
            stripes.polygon(view.wall(right, low, eave, start, start + 1.9 / 9))
        sheet.lay(both(flank, stripes), pale)
        sheet.shade(flank, "#e6d6bd", 0.6)
        sheet.lay(front, pale)
        bands = sheet.cut()
        for band in range(0, 9, 2):
            start = left + (right - left) * band / 9
            bands.polygon(view.front(start, start + (right - left) / 9, low, top, near))
        sheet.lay(both(front, bands), ink)
        sheet.lay(sheet.cut().polygon(view.front(left + 0.65, right - 0.65, low, 0.3, near)), ink)
        sheet.lay(sheet.cut().line([*view.front(left + 0.65, right - 0.65, low, 0.3, near),
            view.at(left + 0.65, low, near)], 14 / near), pale)
        sheet.shade(front, "#9fa6b4", 0.75)
        sheet.lay(roof, "#5d6a72")
        eaves = sheet.cut().line([view.at(left - 0.15, eave - 0.1, near), view.at((left + right) / 2, top, near),
            view.at(right + 0.15, eave - 0.1, near)], 60 / near)
        sheet.lay(eaves, "#f1e8d4")


def _stroller(sheet):
    walker = sheet.cut()
    person(walker, sheet.random, 1190, 772, 128, coat=0.32, step=0.1)
    walker.curve([(1252, 742), (1262, 736), (1292, 738), (1304, 726), (1314, 730), (1306, 742), (1300, 752),
        (1256, 752)])
    for x in (1258, 1266, 1290, 1298):
        walker.line([(x, 748), (x - 2, 770)], 3.4)
    walker.line([(1254, 744), (1242, 730)], 3)
    leash = sheet.cut().line([(1202, 712), (1302, 738)], 1.2)
    mask = walker.mask()
    flipped = mask.transform(mask.size, 0, (1, 0.1, -76, 0, -1.6, 2.6 * 772))
    sheet.shade(flipped, "#8d8270", 0.55, soft=4)
    sheet.lay(mask, "#2a343c")
    sheet.lay(leash, "#2a343c", 0.8)
    sheet.lay(both(mask, sheet.cut().box(1150, 660, 1230, 682)), "#a8452f")


def oyster_parks(sheet):
    sheet.wash((0, "#7f9bb0"), (280, "#b9c5c6"), (470, "#f1e0c0"), (1067, "#f1e0c0"))
    clouds(sheet, -140, 430, "#fbeed4", "#7890a2", cover=0.52, across=640, down=120, strength=0.85)
    glow(sheet, 820, 450, 700, "#fff0c6", 0.75, flat=0.6)
    land(sheet, ridge(sheet, 484, 56, waves=1.4), "#9aa9ab", bottom=486)
    land(sheet, smooth([(980, 484), (1120, 470), (1300, 446), (1470, 440), (1640, 424)], closed=False), "#75898f",
        bottom=486)
    land(sheet, smooth([(-20, 452), (160, 462), (320, 476), (470, 484)], closed=False), "#82959a", bottom=486)
    mirror(sheet, 482, "#8d9690", strength=0.75, ripple=3)
    flats = both(steep(sheet.noise(620, 46, 5), 120, 60), sheet.fade((486, 60), (640, 255)))
    sheet.lay(flats, sheet.ramp((482, "#a59c88"), (1067, "#544b41")), 0.92)
    sheet.lay(both(flats, steep(sheet.noise(160, 14, 5), 165, 70)), "#c9b58e", 0.4)
    glitter(sheet, 820, 500, 120, "#fff2cf", 220, 0.5)
    view = View(820, 470, 980)
    for right in (-13, -8.6, -4.6, 3.4, 7.4, 11.8):
        _table_row(sheet, view, right)
    _tractor_and_crew(sheet)
    _table_row(sheet, view, 2.5, far=7.8, near=2.2)
    gulls(sheet, [(360, 250, 70), (450, 310, 46), (1130, 200, 52), (1240, 260, 36), (250, 180, 34)], "#fbf6ea")


def _table_row(sheet, view, right, far=46.0, near=3.4):
    legs, bags, flanks, light, water = (sheet.cut() for _ in range(5))
    inner = right if right > 0 else right + 1.15
    ahead, last = far, near
    while ahead > last:
        near = ahead - 1.1 * ahead / 12
        for side in (0, 1.1):
            legs.line([view.at(right + side, -1.0, near), view.at(right + side, -1.62, near)], 22 / near)
        water.polygon(view.floor(right - 0.1, right + 1.3, -1.62, near, ahead))
        bags.polygon(view.front(right - 0.05, right + 1.15, -1.06, -0.8, near))
        bags.polygon(view.floor(right - 0.05, right + 1.15, -0.8, near, ahead))
        flanks.polygon(view.wall(inner, -1.02, -0.8, near, ahead))
        for half in (0.0, 0.56):
            light.polygon(view.floor(right + half + 0.02, right + half + 0.5, -0.79, near + 0.012 * ahead,
                ahead - 0.012 * ahead))
        ahead = near
    sheet.shade(water, "#5c564c", 0.5, soft=4)
    sheet.lay(legs, "#2b2c2c")
    sheet.lay(bags, sheet.ramp((500, "#6d6f68"), (1000, "#25292a")))
    sheet.lay(flanks, sheet.ramp((500, "#5a5d58"), (1000, "#1b2022")))
    sheet.lay(light, sheet.ramp((500, "#9c998a"), (760, "#66706a"), (1067, "#4d5a56")), 0.9)
    sheet.lay(both(light, steep(sheet.noise(30, 12, 4), 150, 70)), "#d9cfae", 0.5)


def _tractor_and_crew(sheet):
    x, y = 640, 640
    rig = sheet.cut().box(x - 60, y - 58, x + 10, y - 24)
    rig.polygon([(x + 4, y - 24), (x + 8, y - 92), (x + 52, y - 92), (x + 60, y - 24)])
    rig.line([(x - 40, y - 56), (x - 40, y - 88)], 4)
    rig.box(x + 66, y - 34, x + 210, y - 22).line([(x + 50, y - 28), (x + 80, y - 28)], 5)
    load = sheet.cut()
    for step in range(5):
        load.box(x + 72 + step * 27, y - 52, x + 96 + step * 27, y - 35)
        load.box(x + 84 + step * 22, y - 68, x + 104 + step * 22, y - 53)
    wheels = sheet.cut().disc(x + 36, y - 18, 26)
    wheels.disc(x - 46, y - 12, 17)
    wheels.disc(x + 120, y - 10, 14)
    wheels.disc(x + 156, y - 10, 14)
    crew = sheet.cut()
    for right, tall in ((880, 104), (950, 98), (1020, 100), (545, 96)):
        person(crew, sheet.random, right, y + sheet.random.uniform(0, 14), tall, coat=0.4, step=0.07)
    crew.curve([(438, 652), (442, 616), (436, 590), (448, 572), (472, 566), (496, 574), (500, 586), (478, 588),
        (462, 604), (460, 652)])
    crew.line([(488, 580), (496, 604), (508, 618)], 8)
    crew.disc(510, 572, 8, 9)
    group = either(rig, wheels, crew, load)
    flipped = group.transform(group.size, 0, (1, 0, 0, 0, -1, 2 * y + 6))
    sheet.shade(flipped, "#6c675f", 0.6, soft=4)
    sheet.lay(load, "#4a4d48")
    sheet.lay(rig, "#9a4630")
    sheet.lay(sheet.cut().polygon([(x + 14, y - 84), (x + 46, y - 84), (x + 50, y - 50), (x + 14, y - 50)]),
        "#c9d0c6", 0.9)
    sheet.lay(wheels, "#1f2426")
    sheet.lay(sheet.cut().disc(x + 36, y - 18, 10).disc(x - 46, y - 12, 6), "#c0953f")
    sheet.lay(crew, "#23343c")
    sheet.lay(both(crew, sheet.cut().box(840, y - 64, 1200, y + 20).box(420, y - 60, 530, y + 20)), "#b9822f", 0.85)
