"""A tram coming up a street."""

from .figures import View, lit, person
from .nature import clouds, foliage, glow
from .sheet import both, inverse, moved, smooth, steep
from .streets import facades

# Coordinates stand in rows, as they were drawn.
# fmt: off


def tram(sheet):
    sheet.wash((0, "#5b7690"), (320, "#a5b0b2"), (560, "#efcf9f"), (640, "#f6dcae"), (1067, "#77706a"))
    clouds(sheet, -120, 460, "#f6d6ac", "#66809a", cover=0.48, across=600, down=110, strength=0.75)
    glow(sheet, 760, 560, 520, "#ffdc9c", 0.8)
    view = View(760, 590, 760)
    for side, right in ((-1, -7.5), (1, 8.0)):
        facades(sheet, view, side, right, ("#a58c74", "#b59d80", "#8f8a83", "#a9775c", "#c0ae90"), 0.16, far=75)
    sheet.shade(sheet.cut().polygon([(-10, 0), (700, 560), (700, 640), (-10, 1067)]), "#8d93a8", 0.55, soft=12)
    glow(sheet, 760, 570, 380, "#ffe3ae", 0.7)
    sheet.lay(sheet.cut().polygon(view.floor(-7.5, 8.0, -1.6, 1.4, 400)),
        sheet.ramp((590, "#d9bf98"), (760, "#98897a"), (1067, "#5a5553")))
    _tracks(sheet, view)
    _plane_trees(sheet, view)
    _tram_car(sheet, view)
    crew = sheet.cut()
    for right, ahead in ((6.4, 13), (-5.8, 18), (-5.2, 13), (5.4, 10), (6.0, 9.4), (-5.8, 9.6)):
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

    def at(right, up):
        return x + right * tall, y - up * tall

    stencil.line([at(-0.3, 0.2), at(-0.1, 0.42), at(0.2, 0.44), at(0.3, 0.2)], tall * 0.022)
    stencil.line([at(-0.1, 0.42), at(-0.02, 0.2), at(0.2, 0.44)], tall * 0.022)
    stencil.line([at(0.18, 0.52), at(0.26, 0.53)], tall * 0.025)
    stencil.curve([at(-0.16, 0.5), at(-0.12, 0.72), at(0.02, 0.84), at(0.1, 0.8), at(0.06, 0.64), at(0.02, 0.5),
        at(-0.06, 0.44)])
    stencil.line([at(0.06, 0.76), at(0.15, 0.62), at(0.24, 0.55)], tall * 0.055)
    stencil.line([at(-0.06, 0.47), at(0.1, 0.38), at(0.0, 0.16)], tall * 0.075)
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
                foliage(sheet, crown, x + sheet.random.gauss(0, size * 0.7),
                    foot - size * sheet.random.uniform(3.2, 5.2), size * 0.8, size * 0.7, leaves=44)
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
    shadow = sheet.cut().polygon(view.floor(left - 0.25, right + 0.3, -1.58, near - 0.5, far))
    sheet.shade(shadow, "#3a3a40", 0.7, soft=6)
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
    roof = sheet.cut().polygon([view.at(left, high, near + 0.4), view.at(left + 0.4, high + 0.35, near + 0.6),
        view.at(right - 0.4, high + 0.35, near + 0.6), view.at(right, high, near + 0.4)])
    roof.line([view.at(1.3, high + 0.3, 11), view.at(1.0, 3.1, 12.4), view.at(1.5, 4.2, 11)], 4)
    roof.line([view.at(1.0, 4.2, 11), view.at(2.0, 4.2, 11)], 5)
    sheet.lay(roof, "#444d55")
    _tram_face(sheet, view, near, left, right, low, high)


def _tram_face(sheet, view, near, left, right, low, high):
    def at(part, up):
        return view.at(left + (right - left) * part, up, near)

    face = sheet.cut().polygon(smooth([at(0.0, low), at(-0.01, 0), at(0.05, high - 0.35), at(0.2, high + 0.05),
        at(0.5, high + 0.1), at(0.8, high + 0.05), at(0.95, high - 0.35), at(1.01, 0), at(1.0,
        low)], closed=False)).mask()
    sheet.lay(face, sheet.ramp((at(0, high)[1], "#f4ead2"), (at(0, -0.4)[1], "#dfd8c6"), (at(0, low)[1], "#b9b5aa")))
    sheet.lay(both(face, sheet.cut().box(*at(-0.1, -0.6), *at(1.1, -2))),
        sheet.ramp((at(0, -0.6)[1], "#35697c"), (at(0, low)[1], "#1e4454")))
    glass = sheet.cut().polygon(smooth([at(0.09, -0.25), at(0.1, 0.7), at(0.17, 1.2), at(0.5, 1.28), at(0.83, 1.2),
        at(0.9, 0.7), at(0.91, -0.25), at(0.5, -0.36)])).mask()
    sheet.lay(glass, sheet.ramp((at(0, 1.2)[1], "#2b3a45"), (at(0, -0.3)[1], "#4f626b")))
    sheet.shine(both(glass, sheet.cut().polygon([at(0.5, 1.4), at(0.75, 1.4), at(0.35, -0.5), at(0.12, -0.5)])),
        "#cfd8d4", 0.25)
    driver = sheet.cut().disc(*at(0.42, 0.5), 12, 15)
    driver.curve([at(0.28, -0.3), at(0.32, 0.2), at(0.42, 0.3), at(0.53, 0.2), at(0.57, -0.3)])
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
    sheet.lay(sheet.cut().line([at(0.5, 1.28), at(0.5, -0.3)],
        2).line([at(-0.06, 0.9), at(-0.14, 0.9), at(-0.14, 0.4)], 5), "#1a2228", 0.8)
