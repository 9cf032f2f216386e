"""The reading room."""

from math import cos, pi, sin

from .figures import View, lit, person
from .nature import glow
from .sheet import both, inverse, moved

# Coordinates stand in rows, as they were drawn.
# fmt: off


def library(sheet):
    sheet.wash((0, "#6d5a44"), (520, "#a3845c"), (1067, "#3a2b20"))
    view = View(800, 520, 800)
    glow(sheet, 800, 470, 640, "#f8e2b0", 0.7)
    _vault(sheet, view)
    sheet.lay(sheet.cut().polygon(view.floor(-7, 7, -2.2, 1.6, 24)), sheet.ramp((590, "#c29c69"), (1067, "#4d3524")))
    boards = sheet.cut()
    for right in range(-14, 15):
        boards.line([view.at(right * 0.5, -2.2, 1.6), view.at(right * 0.5, -2.2, 24)], 1.4)
    sheet.lay(boards, "#3b281a", 0.4)
    _tall_windows(sheet, view)
    for ahead in (17, 12.5, 9.2, 6.6, 4.7, 3.3):
        for side in (-1, 1):
            _reading_table(sheet, view, side, ahead)
    walker = sheet.cut()
    person(walker, sheet.random, *view.at(0.1, -2.2, 11), 800 * 1.7 / 11, coat=0.36, step=0.07)
    sheet.shade(moved(walker, -10, 6), "#5d4630", 0.5, soft=6)
    sheet.lay(walker, "#2c2623")
    sheet.lay(both(walker, inverse(moved(walker, -3, 3))), "#f6d79a", 0.8)


def _vault(sheet, view):
    end = sheet.cut().polygon(view.front(-7, 7, -2.2, 3.4, 24)).disc(*view.at(0, 3.4, 24), 7 * 800 / 24)
    sheet.lay(end, "#b9986a")
    rose = sheet.cut().disc(*view.at(0, 3.2, 24), 130)
    sheet.lay(rose, "#fdf3d4")
    spokes = sheet.cut().disc(*view.at(0, 3.2, 24), 44).disc(*view.at(0, 3.2, 24), 38, tone=0)
    x, y = view.at(0, 3.2, 24)
    for turn in range(12):
        spokes.line([(x + 40 * cos(turn * pi / 6), y + 40 * sin(turn * pi / 6)),
            (x + 130 * cos(turn * pi / 6), y + 130 * sin(turn * pi / 6))], 4)
    sheet.lay(spokes, "#7d6243")
    shelves = sheet.cut().polygon(view.front(-6.4, 6.4, -2.2, 0.4, 24))
    sheet.lay(shelves, "#6b4a30")
    glow(sheet, x, y, 330, "#fff0c8", 0.8)
    for far, near in ((24, 17), (17, 12), (12, 8.4), (8.4, 5.8), (5.8, 4.0), (4.0, 2.6)):
        ribs, cells = sheet.cut(), sheet.cut()
        one, two = ([view.at(-7 * cos(pi * step / 12), 3.4 + 4.2 * sin(pi * step / 12), ahead) for step in range(13)]
            for ahead in (far, near))
        for step in range(12):
            inner = [one[step], one[step + 1], two[step + 1], two[step]]
            middle = tuple(sum(axis) / 4 for axis in zip(*inner, strict=True))
            cells.polygon([(middle[0] + (px - middle[0]) * 0.74, middle[1] + (py - middle[1]) * 0.74) for px,
                py in inner])
        ribs.line(two, 110 / near)
        sheet.lay(sheet.cut().polygon([*one, *reversed(two)]), "#8d6e4a" if near > 8 else "#6d5338")
        sheet.lay(cells, "#54402c", 0.7)
        sheet.lay(ribs, "#c9a56c", 0.9)


def _tall_windows(sheet, view):
    for far, near in ((24, 17), (17, 12), (12, 8.4), (8.4, 5.8), (5.8, 4.0), (4.0, 2.6)):
        for side in (-1, 1):
            wall = sheet.cut().polygon(view.wall(side * 7, -2.2, 3.5, near, far))
            sheet.lay(wall, "#a9875a" if side < 0 else "#94744d")
            start, stop = near + (far - near) * 0.2, near + (far - near) * 0.8
            arch = [view.at(side * 7, 1.9 + 1.1 * sin(pi * step / 8),
                (start + stop) / 2 - (stop - start) / 2 * cos(pi * step / 8)) for step in range(9)]
            pane = sheet.cut().polygon([view.at(side * 7, 0.2, start), *arch, view.at(side * 7, 0.2, stop)])
            sheet.lay(pane, "#fdf0cc" if side < 0 else "#e3ddc6")
            bars = sheet.cut()
            for part in (0.33, 0.67):
                ahead = start + (stop - start) * part
                bars.line([view.at(side * 7, 0.2, ahead), view.at(side * 7, 3, ahead)], 30 / near)
            for up in (0.75, 1.3, 1.85):
                bars.line([view.at(side * 7, up, start), view.at(side * 7, up, stop)], 24 / near)
            sheet.lay(both(pane, bars), "#6d573c")
            _bookcase(sheet, view, side, near, far)
            if side < 0 and near > 4:
                shaft = sheet.cut().polygon([view.at(-7, 2.6, start), view.at(-7, 2.6, stop),
                    view.at(1.5, -2.2, stop), view.at(1.5, -2.2, start)])
                sheet.shine(shaft, "#ffe7b4", 0.24, soft=14)
            pillar = sheet.cut().polygon(view.wall(side * 6.95, -2.2, 3.5, near, near + (far - near) * 0.1))
            sheet.lay(pillar, "#d3b27c" if side < 0 else "#b08f60")
            glow(sheet, *view.at(side * 7, 1.5, (start + stop) / 2), 1500 / near, "#ffeec4",
                0.4 if side < 0 else 0.15)


def _bookcase(sheet, view, side, near, far):
    case = sheet.cut().polygon(view.wall(side * 6.6, -2.2, -0.1, near, far))
    sheet.lay(case, "#4d3523")
    inks = ("#8d3f2f", "#355a66", "#b98f4c", "#5b6b4c", "#6f4a3a", "#c9b285", "#3f4656")
    spines = {ink: sheet.cut() for ink in inks}
    for shelf in range(4):
        low = -2.1 + shelf * 0.5
        ahead = near + 0.05
        while ahead < far - 0.05:
            thick = sheet.random.uniform(0.05, 0.12) * max(1, near / 7)
            spines[sheet.random.choice(inks)].polygon(view.wall(side * 6.6, low,
                low + sheet.random.uniform(0.3, 0.43), ahead, ahead + thick * 0.85))
            ahead += thick
    for ink, stencil in spines.items():
        sheet.lay(stencil, ink, 0.9)
    if side < 0:
        sheet.shade(case, "#8d7a68", 0.7)


def _reading_table(sheet, view, side, ahead):
    near, far = ahead, ahead * 1.2
    inner, outer = side * 1.0, side * 4.6
    left, right = min(inner, outer), max(inner, outer)
    readers = sheet.cut()
    for place in (0.2, 0.5, 0.8):
        if sheet.random.random() < 0.75:
            x, y = view.at(inner + (outer - inner) * place, -1.25, far)
            size = 800 / far
            readers.disc(x + size * 0.05, y - size * 0.62, size * 0.12, size * 0.15)
            readers.curve([(x - size * 0.32, y + size * 0.1), (x - size * 0.26, y - size * 0.36),
                (x, y - size * 0.48), (x + size * 0.26, y - size * 0.36), (x + size * 0.32, y + size * 0.1)])
    sheet.lay(readers, "#332a26")
    sheet.lay(both(readers, inverse(moved(readers, 3, 3))), "#ffdf9f", 0.75)
    legs = sheet.cut()
    for place in (0.06, 0.94):
        legs.line([view.at(inner + (outer - inner) * place, -2.2, near),
            view.at(inner + (outer - inner) * place, -1.3, near)], 110 / near)
    sheet.lay(legs, "#2e1d13")
    sheet.shade(sheet.cut().polygon(view.floor(left, right, -2.2, near, far)), "#5b432e", 0.7, soft=8)
    top = sheet.cut().polygon(view.floor(left, right, -1.25, near, far))
    sheet.lay(top, sheet.ramp((view.at(0, -1.25, far)[1], "#c98f54"), (view.at(0, -1.25, near)[1], "#7a4a28")))
    sheet.lay(sheet.cut().polygon(view.front(left, right, -1.36, -1.25, near)), "#4d2e1a")
    books = sheet.cut()
    for place in (0.14, 0.36, 0.6, 0.84):
        a = inner + (outer - inner) * place
        books.polygon(view.floor(a - 0.3, a + 0.3, -1.24, near + (far - near) * 0.2, near + (far - near) * 0.55))
    sheet.lay(books, "#f6e9c8", 0.9)
    middle = (near + far) / 2
    for place in (0.26, 0.74):
        a = inner + (outer - inner) * place
        x, y = view.at(a, -0.72, middle)
        size = 800 / middle
        glow(sheet, x, y + size * 0.3, size * 1.1, "#ffd68c", 0.6, flat=0.6)
        sheet.lay(sheet.cut().line([(x, y), (x, y + size * 0.52)], size * 0.05).disc(x, y + size * 0.52, size * 0.14,
            size * 0.045), "#b8893f")
        shade = sheet.cut().curve([(x - size * 0.32, y + size * 0.05), (x - size * 0.24, y - size * 0.12),
            (x, y - size * 0.17), (x + size * 0.24, y - size * 0.12), (x + size * 0.32, y + size * 0.05)])
        sheet.lay(shade, "#2f6b4f")
        lit(sheet, sheet.cut().polygon([(x - size * 0.3, y + size * 0.04), (x + size * 0.3, y + size * 0.04),
            (x + size * 0.26, y + size * 0.09), (x - size * 0.26, y + size * 0.09)]), "#ffedb8", 1.0, halo=6)
