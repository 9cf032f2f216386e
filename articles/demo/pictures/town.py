"""Scenes of the town: roofs, streets, school and hospital."""

from math import sin

from .figures import View, lit, person, umbrella
from .nature import bare_tree, clouds, foliage, glitter, glow, gulls, haze, land, mirror, ridge, stars
from .sheet import both, inverse, moved, smooth, steep


def town_roofs(sheet):
    sheet.wash(
        (0, "#31456b"), (260, "#6f6f8c"), (440, "#cf8f7c"), (580, "#f2bd83"), (640, "#f7d199"), (1067, "#f7d199")
    )
    clouds(sheet, -40, 520, "#f2a988", "#4a557a", cover=0.48, across=760, down=90, strength=0.75)
    glow(sheet, 380, 590, 760, "#ffb469", 0.7, flat=0.6)
    land(sheet, ridge(sheet, 610, 100, waves=1.5), "#8d7f8f")
    haze(sheet, 610, 50, "#f2b98a", 0.5)
    _roof_row(sheet, 650, 70, 36, "#7d7488", "#8d7d86", 0.2)
    _roof_row(sheet, 700, 90, 52, "#5f6280", "#84748a", 0.35)
    _bell_tower(sheet, 1060, 800)
    _roof_row(sheet, 780, 120, 74, "#474f70", "#6d6178", 0.45)
    haze(sheet, 760, 60, "#c98f86", 0.25)
    _roof_row(sheet, 890, 170, 104, "#333f5e", "#514d68", 0.5)
    _roof_row(sheet, 1050, 250, 150, "#222d48", "#383a55", 0.55)
    smoke = sheet.cut()
    for x, y in ((300, 700), (820, 690), (1330, 740)):
        for step in range(40):
            smoke.disc(x + step * 4 + 14 * sin(step / 4), y - step * 6, 4 + step * 0.8, tone=max(10, 120 - step * 3))
    sheet.lay(smoke, "#efd0b8", 0.35, soft=7)
    gulls(sheet, [(620, 240, 66), (720, 290, 44), (540, 320, 36), (1320, 180, 50), (860, 400, 26)], "#2f3a58")


def _roof_row(sheet, base, wide, pitch, slate, wall, share):
    """Houses shoulder to shoulder, their slate lit from the left, chimneys on the party walls."""
    x = -sheet.random.uniform(0, wide)
    walls, dark, light, stacks, panes, courses = (sheet.cut() for _ in range(6))
    while x < sheet.width + wide:
        across, top = wide * sheet.random.uniform(0.75, 1.25), base - pitch * sheet.random.uniform(0.7, 1.5)
        walls.box(x, top, x + across, base + 400)
        ridge_y, turned = top - pitch * sheet.random.uniform(0.8, 1.1), sheet.random.random() < 0.4
        if turned:
            light.polygon([(x - 4, top), (x + across / 2, ridge_y), (x + across / 2, top)])
            dark.polygon([(x + across + 4, top), (x + across / 2, ridge_y), (x + across / 2, top)])
        else:
            (light if sheet.random.random() < 0.5 else dark).polygon(
                [(x - 3, top), (x + across * 0.06, ridge_y), (x + across * 0.94, ridge_y), (x + across + 3, top)]
            )
            self_x = x + across * sheet.random.uniform(0.25, 0.6)
            stacks.polygon(
                [
                    (self_x, top - pitch * 0.1),
                    (self_x, top - pitch * 0.5),
                    (self_x + across * 0.09, top - pitch * 0.72),
                    (self_x + across * 0.18, top - pitch * 0.5),
                    (self_x + across * 0.18, top - pitch * 0.1),
                ]
            )
            panes.box(
                self_x + across * 0.05,
                top - pitch * 0.45,
                self_x + across * 0.13,
                top - pitch * 0.14,
                sheet.random.choice((0, 255)),
            )
        for y in range(round(ridge_y), round(top), max(4, round(pitch / 12))):
            courses.line([(x, y), (x + across, y)], 0.8)
        chimney = x + across * sheet.random.choice((0.04, 0.84))
        stacks.box(chimney, ridge_y - pitch * 0.32, chimney + across * 0.12, ridge_y + pitch * 0.5)
        for pot in (0.02, 0.075):
            stacks.box(
                chimney + across * pot, ridge_y - pitch * 0.42, chimney + across * (pot + 0.028), ridge_y - pitch * 0.3
            )
        for column in range(3):
            for row in range(2):
                if sheet.random.random() < share:
                    px, py = x + across * (0.18 + column * 0.3), top + pitch * (0.2 + row * 0.62)
                    panes.box(px, py, px + across * 0.1, py + pitch * 0.32, sheet.random.randint(120, 255))
        x += across
    sheet.lay(walls, wall)
    roofs = both(inverse(both(inverse(dark), inverse(light))))
    sheet.lay(stacks, wall)
    sheet.lay(roofs, slate)
    sheet.lay(both(light, sheet.fade((base - pitch * 3, 200), (base, 60))), "#c08a86", 0.45)
    sheet.lay(both(roofs, courses), "#1c2440", 0.22)
    sheet.lay(both(roofs, steep(sheet.noise(70, 30, 4), 160, 70)), "#b48a8c", 0.22)
    sheet.lay(both(stacks, inverse(moved(stacks, 3, 1))), "#f0b184", 0.75)
    lit(sheet, panes, "#ffd182", 0.95, halo=pitch * 0.09)


def _bell_tower(sheet, x, base):
    tower = sheet.cut().box(x - 52, 400, x + 52, base).box(x - 60, 392, x + 60, 406).box(x - 60, 540, x + 60, 550)
    spire = sheet.cut().polygon(
        [(x - 56, 394), (x - 34, 350), (x - 30, 330), (x, 130), (x + 30, 330), (x + 34, 350), (x + 56, 394)]
    )
    mask = tower.mask()
    sheet.lay(mask, sheet.ramp((x - 60, "#d99a80"), (x - 20, "#8d7686"), (x + 60, "#4d4d6c"), across=True))
    blocks = sheet.cut()
    for y in range(410, 800, 20):
        blocks.line([(x - 60, y), (x + 60, y)], 1)
        for shift in range(-60, 60, 30):
            blocks.line([(x + shift + (y % 40) * 0.75, y), (x + shift + (y % 40) * 0.75, y + 20)], 1)
    sheet.lay(both(mask, blocks), "#34365a", 0.3)
    sheet.lay(
        spire, sheet.ramp((x - 50, "#a37a86"), (x - 6, "#5d5f80"), (x, "#3d4568"), (x + 56, "#2c3558"), across=True)
    )
    arches = sheet.cut()
    for shift in (-25, 25):
        arches.box(x + shift - 13, 450, x + shift + 13, 525).disc(x + shift, 450, 13)
    sheet.lay(arches, "#2a2c4c")
    louvres = sheet.cut()
    for y in range(450, 525, 10):
        louvres.line([(x - 40, y), (x + 40, y - 3)], 2)
    sheet.lay(both(arches, louvres), "#a37a7c", 0.7)
    sheet.lay(sheet.cut().disc(x, 594, 27), "#f4d9a4")
    sheet.lay(sheet.cut().line([(x, 594), (x, 575)], 3).line([(x, 594), (x + 13, 601)], 3), "#2a2c4c")
    sheet.shine(sheet.cut().disc(x, 594, 30), "#ffd48a", 0.6, soft=14)
    sheet.lay(
        sheet.cut().line([(x, 132), (x, 92)], 3).line([(x - 12, 106), (x + 14, 106)], 3).disc(x + 16, 103, 6, 4),
        "#2c3558",
    )


def _facades(sheet, view, side, right, inks, lit_share, far=60.0, top=(7.5, 10.5)):
    """One side of a street, house after house into the distance; returns its lit windows."""
    panes, ahead, houses = sheet.cut(), 3.0, []
    while ahead < far:
        deep = sheet.random.uniform(4.5, 7.5)
        houses.append((ahead, deep, sheet.random.uniform(*top), sheet.random.choice(inks)))
        ahead += deep
    for near, deep, high, ink in reversed(houses):
        wall = sheet.cut().polygon(view.wall(right, -1.6, high, near, near + deep))
        sheet.lay(wall, ink)
        roof = sheet.cut().polygon(
            [
                view.at(right, high, near),
                view.at(right + side * 2.4, high + 2.2, near + 0.2),
                view.at(right + side * 2.4, high + 2.2, near + deep),
                view.at(right, high, near + deep),
            ]
        )
        sheet.lay(roof, "#39444f")
        trim, dark = sheet.cut(), sheet.cut()
        trim.polygon(view.wall(right, high - 0.3, high, near, near + deep)).polygon(
            view.wall(right, 1.9, 2.1, near, near + deep)
        )
        columns = max(2, round(deep / 1.9))
        for column in range(columns):
            start = near + deep * (column + 0.28) / columns
            end = near + deep * (column + 0.72) / columns
            for floor in range(int((high - 2.4) / 2.7)):
                low = 2.9 + floor * 2.7
                trim.polygon(view.wall(right, low - 0.2, low + 1.95, start - 0.15, end + 0.15))
                (panes if sheet.random.random() < lit_share else dark).polygon(
                    view.wall(right, low, low + 1.75, start, end)
                )
            shop = panes if sheet.random.random() < lit_share + 0.35 else dark
            shop.polygon(view.wall(right, -1.0, 1.4, start - 0.3, end + 0.3))
        sheet.lay(trim, "#d9cfb8", 0.35)
        sheet.lay(dark, "#27323e", 0.8)
        awning = sheet.cut().polygon(
            [
                view.at(right, 1.75, near + 0.4),
                view.at(right - side * 0.9, 1.2, near + 0.4),
                view.at(right - side * 0.9, 1.2, near + deep - 0.4),
                view.at(right, 1.75, near + deep - 0.4),
            ]
        )
        sheet.lay(awning, sheet.random.choice(("#8f4033", "#2f5560", "#b0813f", "#4d4f5c")), 0.9)
        lit(sheet, both(panes, wall), "#f6c574", 0.95, halo=7)
    return panes


def _lamp(sheet, view, right, ahead, reach=0.0, ink="#18202a"):
    x, foot = view.at(right, -1.6, ahead)
    head = view.at(right + reach, 2.9, ahead)
    size = view.focal / ahead
    post = (
        sheet.cut()
        .line([(x, foot), (x, head[1])], max(1, size * 0.09))
        .polygon(
            [
                (x - size * 0.13, foot),
                (x + size * 0.13, foot),
                (x + size * 0.05, foot - size * 0.9),
                (x - size * 0.05, foot - size * 0.9),
            ]
        )
    )
    if reach:
        post.arc(
            [(x, head[1] + size * 0.5), (x + (head[0] - x) * 0.3, head[1] - size * 0.1), head], max(1, size * 0.06)
        )
    post.polygon(
        [
            (head[0] - size * 0.2, head[1] - size * 0.02),
            (head[0], head[1] - size * 0.22),
            (head[0] + size * 0.2, head[1] - size * 0.02),
        ]
    )
    sheet.lay(post, ink)
    sheet.lay(
        sheet.cut().polygon(
            [
                (head[0] - size * 0.15, head[1]),
                (head[0] + size * 0.15, head[1]),
                (head[0] + size * 0.09, head[1] + size * 0.3),
                (head[0] - size * 0.09, head[1] + size * 0.3),
            ]
        ),
        "#ffe6ad",
    )
    glow(sheet, head[0], head[1] + size * 0.12, size * 2.6, "#f7c069", 0.75)
    glow(sheet, head[0], head[1] + size * 0.12, size * 0.7, "#fff0cc", 0.9)


def rain_street(sheet):
    sheet.wash((0, "#2c3c4c"), (520, "#6f7d82"), (640, "#a89e8c"), (1067, "#2a333b"))
    clouds(sheet, -160, 560, "#8d989b", "#33434f", cover=0.6, across=600, down=150, strength=0.8)
    glow(sheet, 830, 600, 460, "#f0c084", 0.6)
    view = View(830, 610, 720)
    for side, right in ((-1, -5.2), (1, 5.6)):
        _facades(sheet, view, side, right, ("#5d6468", "#6e6259", "#545c64", "#75685a", "#4e5a60"), 0.32)
    sheet.lay(sheet.fade((400, 0), (610, 90), (640, 0)), "#c9b597")
    sheet.lay(
        sheet.cut().polygon(view.floor(-5.2, 5.6, -1.6, 1.5, 300)),
        sheet.ramp((610, "#8d8474"), (760, "#4b5156"), (1067, "#262e36")),
    )
    for side, right, near in (
        (-1, -3.6, 30),
        (1, 4.0, 24),
        (-1, -3.6, 17),
        (1, 4.0, 12),
        (-1, -3.6, 8.4),
        (1, 4.0, 5.4),
    ):
        _lamp(sheet, view, right, near)
    _wet_ground(sheet, view)
    _walkers(sheet, view)
    _rain(sheet)


def _wet_ground(sheet, view):
    """The street holds the houses and lamps upside down; joints and kerbs lie over the reflection."""
    floor = sheet.cut().polygon(view.floor(-9, 9, -1.6, 1.2, 120)).mask()
    before = sheet.image.copy()
    mirror(sheet, 640, "#2d363e", strength=0.62, ripple=9)
    wet = both(floor, sheet.fade((626, 0), (690, 225)), steep(sheet.noise(340, 60, 5), 90, 190))
    reflected, sheet.image = sheet.image, before
    sheet.lay(wet, reflected)
    setts = sheet.cut()
    for row in range(46):
        ahead = 2.0 * 1.085**row
        setts.line([view.at(-9, -1.6, ahead), view.at(9, -1.6, ahead)], max(0.6, 9 / ahead))
    for right in range(-9, 10):
        setts.line([view.at(right * 0.55, -1.6, 1.4), view.at(right * 0.55, -1.6, 90)], 1)
    sheet.lay(both(setts, floor), "#161d24", 0.28)
    kerbs = sheet.cut()
    for right in (-3.0, 3.4):
        kerbs.polygon(view.floor(right, right + 0.25, -1.58, 1.5, 90))
    sheet.lay(kerbs, "#97958a", 0.45)
    for right, near in ((-3.6, 8.4), (4.0, 5.4), (4.0, 12)):
        x, y = view.at(right, -1.6, near)
        glitter(sheet, x, y, 700 / near * 0.35, "#ffcf86", 90, 0.7)


def _walkers(sheet, view):
    folk = [
        (-1.6, 16, "#222c35", "#2c3842"),
        (2.2, 14, "#1f2931", "#33454f"),
        (0.3, 22, "#2f3a42", "#3f4a52"),
        (-2.4, 9, "#1b242c", "#38536a"),
        (1.9, 7.6, "#181f26", "#232c34"),
        (-0.5, 5.2, "#12181e", "#b23a2c"),
    ]
    for right, ahead, ink, cloth in folk:
        x, y = view.at(right, -1.6, ahead)
        tall = view.focal * 1.72 / ahead
        walker, cover = sheet.cut(), sheet.cut()
        person(walker, sheet.random, x, y, tall, coat=0.34, step=0.08)
        walker.polygon(
            [(x + tall * 0.02, y - tall * 0.62), (x + tall * 0.12, y - tall * 0.62), (x + tall * 0.07, y - tall * 0.72)]
        )
        umbrella(cover, x + tall * 0.05, y, tall)
        flipped = [part.mask().transform(sheet.size, 0, (1, 0, 0, 0, -1, 2 * y)) for part in (walker, cover)]
        sheet.shade(flipped[0], "#3a424a", 0.75, soft=3)
        sheet.lay(flipped[1], cloth, 0.4, soft=5)
        sheet.lay(walker, ink)
        sheet.lay(cover, cloth)
        ribs = (
            sheet.cut()
            .arc(
                [
                    (x + tall * 0.05, y - tall * 1.22),
                    (x - tall * 0.06, y - tall * 1.12),
                    (x - tall * 0.1, y - tall * 1.0),
                ],
                tall * 0.008,
            )
            .arc(
                [
                    (x + tall * 0.05, y - tall * 1.22),
                    (x + tall * 0.16, y - tall * 1.12),
                    (x + tall * 0.2, y - tall * 1.0),
                ],
                tall * 0.008,
            )
        )
        sheet.lay(both(cover, ribs), "#0d1116", 0.5)
        sheet.shine(both(cover, inverse(moved(cover, 0, tall * 0.016))), "#f3cd94", 0.55)


def _rain(sheet):
    streaks, drops = sheet.cut(), sheet.cut()
    for _ in range(620):
        x, y, long = sheet.random.uniform(-20, 1640), sheet.random.uniform(-40, 1060), sheet.random.uniform(14, 46)
        streaks.line([(x, y), (x - long * 0.16, y + long)], 1, sheet.random.randint(40, 150))
    for _ in range(120):
        x, y = sheet.random.uniform(0, 1600), sheet.random.uniform(760, 1060)
        drops.disc(x, y, 7 * (y - 600) / 400, 1.8 * (y - 600) / 400, 160).disc(
            x, y, 5.5 * (y - 600) / 400, 1.1 * (y - 600) / 400, 0
        )
    sheet.shine(streaks, "#c9d3d6", 0.55)
    sheet.shine(drops, "#d9d4c4", 0.6)


def tram(sheet):
    sheet.wash((0, "#5b7690"), (320, "#a5b0b2"), (560, "#efcf9f"), (640, "#f6dcae"), (1067, "#77706a"))
    clouds(sheet, -120, 460, "#f6d6ac", "#66809a", cover=0.48, across=600, down=110, strength=0.75)
    glow(sheet, 760, 560, 520, "#ffdc9c", 0.8)
    view = View(760, 590, 760)
    for side, right in ((-1, -7.5), (1, 8.0)):
        _facades(sheet, view, side, right, ("#a58c74", "#b59d80", "#8f8a83", "#a9775c", "#c0ae90"), 0.16, far=75)
    sheet.shade(sheet.cut().polygon([(-10, 0), (700, 560), (700, 640), (-10, 1067)]), "#8d93a8", 0.55, soft=12)
    glow(sheet, 760, 570, 380, "#ffe3ae", 0.7)
    sheet.lay(
        sheet.cut().polygon(view.floor(-7.5, 8.0, -1.6, 1.4, 400)),
        sheet.ramp((590, "#d9bf98"), (760, "#98897a"), (1067, "#5a5553")),
    )
    _tracks(sheet, view)
    _plane_trees(sheet, view)
    _tram_car(sheet, view)
    crew = sheet.cut()
    for right, ahead in ((5.6, 20), (5.0, 15), (-5.8, 18), (-5.2, 13), (5.4, 10), (6.0, 9.4), (-5.8, 9.6)):
        x, y = view.at(right, -1.6, ahead)
        tall = view.focal * 1.7 / ahead
        person(crew, sheet.random, x, y, tall)
    cyclist(crew, *view.at(-3.9, -1.6, 8.2), 165)
    sheet.shade(moved(crew, 22, 2), "#5f5a58", 0.5, soft=9)
    sheet.lay(crew, "#2a2d35")
    sheet.lay(both(crew, inverse(moved(crew, 3, 3))), "#f0c48a", 0.5)


def cyclist(stencil, x, y, tall):
    wheel = tall * 0.2
    for shift in (-0.3, 0.3):
        stencil.disc(x + shift * tall, y - wheel, wheel).disc(x + shift * tall, y - wheel, wheel * 0.88, tone=0)
    at = lambda right, up: (x + right * tall, y - up * tall)
    stencil.line([at(-0.3, 0.2), at(-0.1, 0.42), at(0.2, 0.44), at(0.3, 0.2)], tall * 0.022).line(
        [at(-0.1, 0.42), at(-0.02, 0.2), at(0.2, 0.44)], tall * 0.022
    ).line([at(0.18, 0.52), at(0.26, 0.53)], tall * 0.025)
    stencil.curve(
        [at(-0.16, 0.5), at(-0.12, 0.72), at(0.02, 0.84), at(0.1, 0.8), at(0.06, 0.64), at(0.02, 0.5), at(-0.06, 0.44)]
    )
    stencil.line([at(0.06, 0.76), at(0.15, 0.62), at(0.24, 0.55)], tall * 0.055).line(
        [at(-0.06, 0.47), at(0.1, 0.38), at(0.0, 0.16)], tall * 0.075
    )
    stencil.disc(*at(0.1, 0.9), tall * 0.058, tall * 0.068)


def _tracks(sheet, view):
    setts, rails, grass = sheet.cut(), sheet.cut(), sheet.cut()
    for row in range(44):
        ahead = 1.8 * 1.09**row
        setts.line([view.at(-7.5, -1.6, ahead), view.at(8, -1.6, ahead)], max(0.6, 7 / ahead))
    for left in (-2.9, 0.7):
        grass.polygon(view.floor(left - 0.5, left + 1.95, -1.6, 1.4, 200))
        for right in (left, left + 1.44):
            rails.polygon(view.floor(right, right + 0.09, -1.6, 1.4, 200))
    sheet.lay(setts, "#4a4441", 0.25)
    sheet.lay(grass, sheet.ramp((590, "#b3ac80"), (1067, "#56654a")), 0.75)
    sheet.lay(both(grass, steep(sheet.noise(60, 20, 5), 150, 80)), "#8d9a62", 0.5)
    sheet.lay(rails, sheet.ramp((590, "#fff0c8"), (800, "#d9cdb8"), (1067, "#9aa1a4")))
    kerbs = sheet.cut()
    for right in (-4.4, 4.0):
        kerbs.polygon(view.floor(right, right + 0.3, -1.5, 1.4, 120))
    sheet.lay(kerbs, "#d6c9b0", 0.7)


def _plane_trees(sheet, view):
    for ahead in (40, 29, 21, 15):
        for right in (-6.2, 6.6):
            crown, trunk = sheet.cut(), sheet.cut()
            x, foot = view.at(right, -1.6, ahead)
            size = view.focal / ahead
            trunk.line([(x, foot), (x, foot - size * 3)], size * 0.26)
            for _ in range(6):
                foliage(
                    sheet,
                    crown,
                    x + sheet.random.gauss(0, size * 0.7),
                    foot - size * sheet.random.uniform(3.2, 5.2),
                    size * 0.8,
                    size * 0.7,
                    leaves=44,
                )
            sheet.lay(trunk, "#5d5148")
            sheet.lay(crown, "#8a7a48" if ahead > 25 else "#75703f")
            sheet.lay(both(crown, inverse(moved(crown, -4 if right < 0 else 4, 5))), "#ecc47c", 0.6)


def _tram_car(sheet, view):
    """Coming towards us on the right-hand track, its flank running back to the vanishing point."""
    near, far, left, right, low, high = 7.6, 34.0, 0.35, 2.75, -1.3, 1.85
    wires = sheet.cut()
    for middle in (-2.2, 1.45):
        wires.line([view.at(middle, 4.2, 2.2), view.at(middle, 4.2, 90)], 2)
    for ahead in (10, 16, 26, 42):
        wires.line([view.at(-7.5, 5.6, ahead), view.at(0, 4.6, ahead), view.at(8, 5.6, ahead)], 1.4)
    sheet.lay(wires, "#2d333c", 0.75)
    shadow = sheet.cut().polygon(view.floor(left - 1.0, right + 0.2, -1.58, near - 0.3, far))
    sheet.shade(shadow, "#3a3a40", 0.8, soft=8)
    flank = sheet.cut().polygon(view.wall(left, low, high, near + 0.5, far)).mask()
    sheet.lay(flank, sheet.ramp((view.at(left, 0, near)[0], "#c9d0cc"), (760, "#efe2c4"), across=True))
    sheet.lay(sheet.cut().polygon(view.wall(left, low, -0.55, near + 0.5, far)), "#2f6072")
    sheet.lay(sheet.cut().polygon(view.wall(left, high - 0.28, high, near + 0.5, far)), "#2f6072")
    panes, doors = sheet.cut(), sheet.cut()
    ahead = near + 1.3
    while ahead < far - 2:
        panes.polygon(view.wall(left, -0.3, 1.25, ahead, ahead + 1.55))
        if round(ahead) % 3 == 0:
            doors.polygon(view.wall(left, low + 0.1, 1.3, ahead, ahead + 1.55))
        ahead += 1.85
    sheet.lay(doors, "#e0b45e", 0.9)
    sheet.lay(panes, "#33434e")
    lit(sheet, panes, "#ffe0a0", 0.55, halo=6)
    roof = sheet.cut().polygon(
        [
            view.at(left, high, near + 0.4),
            view.at(left + 0.4, high + 0.35, near + 0.6),
            view.at(right - 0.4, high + 0.35, near + 0.6),
            view.at(right, high, near + 0.4),
        ]
    )
    roof.line([view.at(1.3, high + 0.3, 11), view.at(1.0, 3.1, 12.4), view.at(1.5, 4.2, 11)], 4).line(
        [view.at(1.0, 4.2, 11), view.at(2.0, 4.2, 11)], 5
    )
    sheet.lay(roof, "#444d55")
    _tram_face(sheet, view, near, left, right, low, high)


def _tram_face(sheet, view, near, left, right, low, high):
    def at(part, up):
        return view.at(left + (right - left) * part, up, near)

    face = (
        sheet.cut()
        .polygon(
            smooth(
                [
                    at(0.0, low),
                    at(-0.01, 0),
                    at(0.05, high - 0.35),
                    at(0.2, high + 0.05),
                    at(0.5, high + 0.1),
                    at(0.8, high + 0.05),
                    at(0.95, high - 0.35),
                    at(1.01, 0),
                    at(1.0, low),
                ],
                closed=False,
            )
        )
        .mask()
    )
    sheet.lay(face, sheet.ramp((at(0, high)[1], "#f4ead2"), (at(0, -0.4)[1], "#dfd8c6"), (at(0, low)[1], "#b9b5aa")))
    sheet.lay(
        both(face, sheet.cut().box(*at(-0.1, -0.6), *at(1.1, -2))),
        sheet.ramp((at(0, -0.6)[1], "#35697c"), (at(0, low)[1], "#1e4454")),
    )
    glass = (
        sheet.cut()
        .polygon(
            smooth(
                [
                    at(0.09, -0.25),
                    at(0.1, 0.7),
                    at(0.17, 1.2),
                    at(0.5, 1.28),
                    at(0.83, 1.2),
                    at(0.9, 0.7),
                    at(0.91, -0.25),
                    at(0.5, -0.36),
                ]
            )
        )
        .mask()
    )
    sheet.lay(glass, sheet.ramp((at(0, 1.2)[1], "#2b3a45"), (at(0, -0.3)[1], "#4f626b")))
    sheet.shine(
        both(glass, sheet.cut().polygon([at(0.5, 1.4), at(0.75, 1.4), at(0.35, -0.5), at(0.12, -0.5)])), "#cfd8d4", 0.25
    )
    driver = (
        sheet.cut()
        .disc(*at(0.42, 0.5), 12, 15)
        .curve([at(0.28, -0.3), at(0.32, 0.2), at(0.42, 0.3), at(0.53, 0.2), at(0.57, -0.3)])
    )
    sheet.lay(both(glass, driver), "#121a21", 0.85)
    board = sheet.cut().box(*at(0.27, 1.62), *at(0.73, 1.4))
    sheet.lay(board, "#1c242a")
    dots = sheet.cut()
    for step in range(9):
        dots.box(*at(0.32 + step * 0.045, 1.56), *at(0.345 + step * 0.045, 1.46), tone=sheet.random.choice((90, 255)))
    lit(sheet, dots, "#f4b350", 1.0, halo=5)
    lamps = sheet.cut().disc(*at(0.14, -0.78), 13, 9).disc(*at(0.86, -0.78), 13, 9)
    lit(sheet, lamps, "#fff3d0", 1.0, halo=14)
    for part in (0.14, 0.86):
        glow(sheet, *at(part, -0.78), 130, "#ffe6b0", 0.7)
    sheet.lay(sheet.cut().box(*at(0.06, -1.12), *at(0.94, -1.5)), "#20282d")
    sheet.lay(
        sheet.cut().line([at(0.5, 1.28), at(0.5, -0.3)], 2).line([at(-0.06, 0.9), at(-0.14, 0.9), at(-0.14, 0.4)], 5),
        "#1a2228",
        0.8,
    )


def school(sheet):
    sheet.wash((0, "#7fa9bd"), (300, "#c3d5d2"), (560, "#f3e8cd"), (1067, "#cdb48c"))
    clouds(sheet, -120, 420, "#fff6e3", "#93b0bd", cover=0.5, across=600, down=130, strength=0.8)
    _school_front(sheet)
    yard = sheet.cut().polygon([(0, 745), (1600, 745), (1600, 1067), (0, 1067)]).mask()
    sheet.lay(yard, sheet.ramp((745, "#e2cfa6"), (1067, "#b3935f")))
    sheet.lay(both(yard, steep(sheet.noise(300, 30, 5), 150, 90)), "#a38656", 0.35)
    court = sheet.cut()
    for points in (
        [(560, 800), (1180, 800)],
        [(560, 800), (330, 1067)],
        [(1180, 800), (1480, 1067)],
        [(470, 905), (1290, 905)],
    ):
        court.line(points, 4)
    court.line(
        smooth([(780, 905), (800, 870), (880, 860), (960, 870), (985, 905), (960, 945), (880, 955), (800, 945)]), 4
    )
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
    roofs = (
        sheet.cut()
        .polygon([(40, 436), (90, 350), (640, 350), (650, 436)])
        .polygon([(950, 436), (960, 350), (1510, 350), (1560, 436)])
    )
    sheet.lay(roofs, sheet.ramp((350, "#6c7d88"), (436, "#4d5f6c")))
    slates = sheet.cut()
    for y in range(352, 436, 9):
        slates.line([(40, y), (1560, y)], 0.8)
    sheet.lay(both(roofs, slates), "#37464f", 0.5)
    stone, panes, bars = sheet.cut(), sheet.cut(), sheet.cut()
    stone.box(50, 428, 650, 440).box(950, 428, 1550, 440).box(50, 590, 1550, 598).polygon(
        [(634, 354), (800, 256), (966, 354), (966, 366), (634, 366)]
    )
    for x in [*range(100, 640, 92), *range(990, 1520, 92)]:
        for top in (462, 622):
            stone.box(x - 10, top - 10, x + 64, top + 112)
            panes.box(x, top, x + 54, top + 96)
            bars.line([(x + 27, top), (x + 27, top + 96)], 4).line([(x, top + 32), (x + 54, top + 32)], 4).line(
                [(x, top + 64), (x + 54, top + 64)], 3
            )
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
        sheet.lay(
            sheet.cut().polygon(
                [
                    (800 + step * 18, 204 + step),
                    (818 + step * 18, 205 + step * 1.5),
                    (818 + step * 18, 238 + step * 1.5),
                    (800 + step * 18, 237 + step),
                ]
            ),
            ink,
        )
    sheet.shade(sheet.cut().box(60, 440, 1540, 456).box(660, 366, 940, 376), "#8d7f84", 0.6, soft=3)
    sheet.shade(sheet.cut().box(950, 366, 975, 750), "#8d8088", 0.6, soft=4)


def _dapple(sheet, yard):
    shade = sheet.cut()
    for x, y in ((300, 850), (1180, 830), (420, 960), (1320, 1000), (80, 1000)):
        for _ in range(70):
            shade.disc(
                x + sheet.random.gauss(0, 150),
                y + sheet.random.gauss(0, 26),
                sheet.random.uniform(10, 34),
                sheet.random.uniform(4, 11),
            )
    sheet.shade(both(shade, yard), "#8d7c74", 0.6, soft=3)


def _pupils(sheet):
    crowd, bags = sheet.cut(), sheet.cut()
    spots = [
        (600, 800, 70),
        (640, 806, 74),
        (690, 795, 66),
        (980, 800, 72),
        (1020, 806, 68),
        (850, 850, 88),
        (760, 880, 92),
        (920, 900, 96),
        (1060, 880, 90),
        (560, 900, 96),
        (610, 915, 100),
        (820, 985, 118),
        (1120, 960, 112),
    ]
    for x, y, tall in spots:
        person(crowd, sheet.random, x, y, tall, coat=0.42, step=sheet.random.uniform(-0.16, 0.16))
        if sheet.random.random() < 0.6:
            bags.curve(
                [
                    (x - tall * 0.17, y - tall * 0.78),
                    (x - tall * 0.08, y - tall * 0.8),
                    (x - tall * 0.06, y - tall * 0.52),
                    (x - tall * 0.18, y - tall * 0.54),
                ]
            )
    crowd.line([(832, 910), (870, 880)], 9).line([(1110, 890), (1076, 866)], 9)
    mask = crowd.mask()
    sheet.shade(moved(mask, 18, 8), "#9a7d55", 0.5, soft=6)
    sheet.lay(mask, sheet.ramp((720, "#3d4a55"), (1000, "#27323b")))
    inks = sheet.ramp(
        (560, "#b0452f"),
        (760, "#b0452f"),
        (761, "#2f5f7a"),
        (900, "#2f5f7a"),
        (901, "#c2923f"),
        (1300, "#c2923f"),
        across=True,
    )
    sheet.lay(bags, inks)
    sheet.lay(sheet.cut().disc(1000, 876, 11), "#d98a3c")


def _plane(sheet, x, base, tall):
    trunk, crown = sheet.cut(), sheet.cut()
    trunk.polygon(
        smooth(
            [(x - tall * 0.04, base), (x - tall * 0.026, base - tall * 0.25), (x - tall * 0.02, base - tall * 0.6)],
            closed=False,
        )
        + smooth(
            [(x + tall * 0.02, base - tall * 0.6), (x + tall * 0.028, base - tall * 0.25), (x + tall * 0.045, base)],
            closed=False,
        )
    )
    for lean in (-0.22, 0.2, -0.1, 0.12):
        trunk.line([(x, base - tall * 0.5), (x + lean * tall, base - tall * 0.78)], tall * 0.022)
    for _ in range(16):
        foliage(
            sheet,
            crown,
            x + sheet.random.gauss(0, tall * 0.17),
            base - tall * sheet.random.uniform(0.66, 1.08),
            tall * 0.12,
            tall * 0.09,
            leaves=46,
        )
    mask = trunk.mask()
    sheet.lay(mask, sheet.ramp((x - tall * 0.05, "#c9b994"), (x + tall * 0.05, "#6e604a"), across=True))
    sheet.lay(both(mask, steep(sheet.noise(34, 70, 4), 150, 50)), "#8d8060", 0.8)
    sheet.lay(crown, sheet.ramp((base - tall * 1.1, "#8fa25c"), (base - tall * 0.6, "#4c6a4a")))
    sheet.lay(both(crown, inverse(moved(crown, 8, 8))), "#ead98f", 0.6)
    sheet.shade(both(crown, steep(sheet.noise(70, 60, 4), 150, 60)), "#86a08a", 0.7)


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
    for block, top, bottom in (
        (left, "#46586c", "#6f7780"),
        (right, "#33465b", "#5d6873"),
        (tall, "#3a4d63", "#66727e"),
    ):
        sheet.lay(block, sheet.ramp((190, top), (830, bottom)))
    sheet.lay(
        sheet.cut()
        .box(172, 292, 780, 304)
        .box(772, 180, 1188, 194)
        .box(1180, 412, 1488, 424)
        .box(860, 150, 960, 184)
        .line([(1100, 184), (1100, 110)], 4),
        "#22334a",
    )
    sheet.lay(sheet.cut().disc(1100, 108, 5), "#e0604a")
    glow(sheet, 1100, 108, 60, "#ff7a5c", 0.8)
    warm, cool, dark, slabs = sheet.cut(), sheet.cut(), sheet.cut(), sheet.cut()
    for x0, x1, top, step in ((200, 770, 326, 48), (800, 1165, 218, 45), (1200, 1466, 446, 44)):
        for y in range(top, 790, 62):
            slabs.box(x0 - 18, y + 44, x1 + 12, y + 49)
            for x in range(x0, x1 - 20, step):
                chance = sheet.random.random()
                stencil = warm if chance < 0.34 else cool if chance < 0.48 else dark
                stencil.box(x, y, x + step - 14, y + 36, sheet.random.randint(150, 255) if stencil is not dark else 255)
                if stencil is not dark and sheet.random.random() < 0.3:
                    stencil.box(x, y, x + (step - 14) * 0.4, y + 36, 90)
    sheet.lay(slabs, "#8d96a0", 0.5)
    sheet.lay(dark, "#1e2e42", 0.9)
    lit(sheet, warm, "#f7cd85", 1.0, halo=9)
    lit(sheet, cool, "#bfe0e2", 0.9, halo=9)
    nurse = sheet.cut()
    for x, y in ((866, 430), (1000, 555), (345, 482), (1060, 303)):
        nurse.disc(x, y - 26, 4).curve([(x - 8, y), (x - 7, y - 18), (x, y - 22), (x + 7, y - 18), (x + 8, y)])
    sheet.lay(both(nurse, inverse(dark)), "#27323c", 0.85)


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
    canopy = (
        sheet.cut()
        .polygon([(330, 672), (810, 672), (840, 700), (300, 700)])
        .line([(330, 700), (330, 840)], 8)
        .line([(810, 700), (810, 840)], 8)
    )
    sheet.lay(canopy, "#1e2c3c")
    lit(sheet, sheet.cut().box(320, 697, 822, 702), "#fff0c8", 1.0, halo=8)
    sign = sheet.cut().box(850, 720, 880, 830).box(832, 690, 898, 756)
    sheet.lay(sign, "#1f4f66")
    lit(sheet, sheet.cut().box(859, 702, 871, 744).box(844, 717, 886, 729), "#dff2ee", 1.0, halo=10)


def _ambulance(sheet, x, y):
    body = sheet.cut().polygon(
        smooth(
            [
                (x, y - 8),
                (x, y - 116),
                (x + 8, y - 124),
                (x + 200, y - 124),
                (x + 214, y - 112),
                (x + 244, y - 66),
                (x + 286, y - 54),
                (x + 298, y - 34),
                (x + 298, y - 8),
            ],
            closed=False,
        )
    )
    sheet.shade(sheet.cut().disc(x + 150, y + 4, 180, 12), "#131c26", 0.9, soft=6)
    sheet.lay(body, sheet.ramp((y - 124, "#f0ebdc"), (y, "#a9b0b0")))
    sheet.lay(both(body, sheet.cut().box(x, y - 62, x + 300, y - 44)), "#b04a34")
    sheet.lay(both(body, sheet.cut().box(x, y - 42, x + 300, y - 36)), "#d6a24a")
    sheet.lay(
        sheet.cut()
        .polygon([(x + 176, y - 110), (x + 206, y - 110), (x + 234, y - 68), (x + 176, y - 68)])
        .box(x + 100, y - 108, x + 160, y - 72),
        "#2d3f4d",
    )
    sheet.lay(sheet.cut().disc(x + 64, y - 4, 26).disc(x + 240, y - 4, 26), "#141a20")
    sheet.lay(sheet.cut().disc(x + 64, y - 4, 12).disc(x + 240, y - 4, 12), "#8f979a")
    blue = sheet.cut().box(x + 168, y - 136, x + 200, y - 124).box(x + 6, y - 134, x + 24, y - 124)
    lit(sheet, blue, "#8fd0ff", 1.0, halo=12)
    glow(sheet, x + 184, y - 132, 260, "#4f9fe8", 0.7)
    glow(sheet, x + 300, y - 34, 170, "#ffe9b8", 0.7)


SCENES = {"town-roofs": town_roofs, "rain-street": rain_street, "tram": tram, "school": school, "hospital": hospital}
