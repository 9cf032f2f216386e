"""A street in perspective, in the rain."""

from .figures import View, lit, person, umbrella
from .nature import clouds, glitter, glow, mirror
from .sheet import both, inverse, moved, steep

# Coordinates stand in rows, as they were drawn.
# fmt: off


def rain_street(sheet):
    sheet.wash((0, "#2c3c4c"), (520, "#6f7d82"), (640, "#a89e8c"), (1067, "#2a333b"))
    clouds(sheet, -160, 560, "#8d989b", "#33434f", cover=0.6, across=600, down=150, strength=0.8)
    glow(sheet, 830, 600, 460, "#f0c084", 0.6)
    view = View(830, 610, 720)
    for side, right in ((-1, -5.2), (1, 5.6)):
        facades(sheet, view, side, right, ("#5d6468", "#6e6259", "#545c64", "#75685a", "#4e5a60"), 0.32)
    sheet.lay(sheet.fade((400, 0), (610, 90), (640, 0)), "#c9b597")
    sheet.lay(sheet.cut().polygon(view.floor(-5.2, 5.6, -1.6, 1.5, 300)),
        sheet.ramp((610, "#8d8474"), (760, "#4b5156"), (1067, "#262e36")))
    for right, near in ((-3.6, 30), (4.0, 24), (-3.6, 17), (4.0, 12), (-3.6, 8.4), (4.0, 5.4)):
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
    folk = [(-1.6, 16, "#222c35", "#2c3842"), (2.2, 14, "#1f2931", "#33454f"), (0.3, 22, "#2f3a42", "#3f4a52"),
        (-2.4, 9, "#1b242c", "#38536a"), (1.9, 7.6, "#181f26", "#232c34"), (-0.5, 5.2, "#12181e", "#b23a2c")]
    for right, ahead, ink, cloth in folk:
        x, y = view.at(right, -1.6, ahead)
        tall = view.focal * 1.72 / ahead
        walker, cover = sheet.cut(), sheet.cut()
        person(walker, sheet.random, x, y, tall, coat=0.34, step=0.08)
        walker.polygon([(x + tall * 0.02, y - tall * 0.62), (x + tall * 0.12, y - tall * 0.62),
            (x + tall * 0.07, y - tall * 0.72)])
        umbrella(cover, x + tall * 0.05, y, tall)
        flipped = [part.mask().transform(sheet.size, 0, (1, 0, 0, 0, -1, 2 * y)) for part in (walker, cover)]
        sheet.shade(flipped[0], "#3a424a", 0.75, soft=3)
        sheet.lay(flipped[1], cloth, 0.4, soft=5)
        sheet.lay(walker, ink)
        sheet.lay(cover, cloth)
        ribs = sheet.cut().arc([(x + tall * 0.05, y - tall * 1.22), (x - tall * 0.06, y - tall * 1.12),
            (x - tall * 0.1, y - tall * 1.0)], tall * 0.008)
        ribs.arc([(x + tall * 0.05, y - tall * 1.22), (x + tall * 0.16, y - tall * 1.12),
            (x + tall * 0.2, y - tall * 1.0)], tall * 0.008)
        sheet.lay(both(cover, ribs), "#0d1116", 0.5)
        sheet.shine(both(cover, inverse(moved(cover, 0, tall * 0.016))), "#f3cd94", 0.55)


def _rain(sheet):
    streaks, drops = sheet.cut(), sheet.cut()
    for _ in range(620):
        x, y, long = sheet.random.uniform(-20, 1640), sheet.random.uniform(-40, 1060), sheet.random.uniform(14, 46)
        streaks.line([(x, y), (x - long * 0.16, y + long)], 1, sheet.random.randint(40, 150))
    for _ in range(120):
        x, y = sheet.random.uniform(0, 1600), sheet.random.uniform(760, 1060)
        drops.disc(x, y, 7 * (y - 600) / 400, 1.8 * (y - 600) / 400, 160)
        drops.disc(x, y, 5.5 * (y - 600) / 400, 1.1 * (y - 600) / 400, 0)
    sheet.shine(streaks, "#c9d3d6", 0.55)
    sheet.shine(drops, "#d9d4c4", 0.6)


def _lamp(sheet, view, right, ahead, reach=0.0, ink="#18202a"):
    x, foot = view.at(right, -1.6, ahead)
    head = view.at(right + reach, 2.9, ahead)
    size = view.focal / ahead
    post = sheet.cut().line([(x, foot), (x, head[1])], max(1, size * 0.09))
    post.polygon([(x - size * 0.13, foot), (x + size * 0.13, foot), (x + size * 0.05, foot - size * 0.9),
        (x - size * 0.05, foot - size * 0.9)])
    if reach:
        post.arc([(x, head[1] + size * 0.5), (x + (head[0] - x) * 0.3, head[1] - size * 0.1), head],
            max(1, size * 0.06))
    post.polygon([(head[0] - size * 0.2, head[1] - size * 0.02), (head[0], head[1] - size * 0.22),
        (head[0] + size * 0.2, head[1] - size * 0.02)])
    sheet.lay(post, ink)
    sheet.lay(sheet.cut().polygon([(head[0] - size * 0.15, head[1]), (head[0] + size * 0.15, head[1]),
        (head[0] + size * 0.09, head[1] + size * 0.3), (head[0] - size * 0.09, head[1] + size * 0.3)]), "#ffe6ad")
    glow(sheet, head[0], head[1] + size * 0.12, size * 2.6, "#f7c069", 0.75)
    glow(sheet, head[0], head[1] + size * 0.12, size * 0.7, "#fff0cc", 0.9)


def facades(sheet, view, side, right, inks, lit_share, far=60.0, top=(7.5, 10.5)):
    """One side of a street, house after house into the distance."""
    panes, ahead, houses = sheet.cut(), 3.0, []
    while ahead < far:
        deep = sheet.random.uniform(4.5, 7.5)
        houses.append((ahead, deep, sheet.random.uniform(*top), sheet.random.choice(inks)))
        ahead += deep
    for near, deep, high, ink in reversed(houses):
        wall = sheet.cut().polygon(view.wall(right, -1.6, high, near, near + deep))
        sheet.lay(wall, ink)
        roof = sheet.cut().polygon([view.at(right, high, near), view.at(right + side * 0.7, high + 1.9, near),
            view.at(right + side * 0.7, high + 1.9, near + deep), view.at(right, high, near + deep)])
        sheet.lay(roof, "#46525d")
        stack = sheet.cut().polygon(view.wall(right + side * 0.7, high + 1.6, high + 3.1, near + 0.1, near + 0.9))
        sheet.lay(stack, "#6d5a50")
        shop_front = sheet.cut().polygon(view.wall(right, -1.6, 1.75, near + 0.15, near + deep - 0.15))
        sheet.lay(shop_front, sheet.random.choice(("#33424a", "#4a3a34", "#2f4a48", "#5a4632")))
        trim, dark, goods = sheet.cut(), sheet.cut(), sheet.cut()
        trim.polygon(view.wall(right, high - 0.3, high, near, near + deep))
        trim.polygon(view.wall(right, 1.9, 2.1, near, near + deep))
        columns = max(2, round(deep / 1.9))
        for column in range(columns):
            start = near + deep * (column + 0.28) / columns
            end = near + deep * (column + 0.72) / columns
            for floor in range(int((high - 2.4) / 2.7)):
                low = 2.9 + floor * 2.7
                trim.polygon(view.wall(right, low - 0.2, low + 1.95, start - 0.15, end + 0.15))
                (panes if sheet.random.random() < lit_share else dark).polygon(view.wall(right, low, low + 1.75,
                    start, end))
            shop = panes if sheet.random.random() < lit_share + 0.35 else dark
            shop.polygon(view.wall(right, -0.9, 1.2, start - 0.3, end + 0.3))
            goods.polygon(view.wall(right, -0.9, sheet.random.uniform(-0.7, -0.1), start - 0.1, end))
            for bar in (0.33, 0.66):
                goods.line([view.at(right, -0.9, start + (end - start) * bar),
                    view.at(right, 1.2, start + (end - start) * bar)], 30 / near)
        sheet.lay(trim, "#d9cfb8", 0.35)
        sheet.lay(dark, "#27323e", 0.8)
        awning = sheet.cut().polygon([view.at(right, 1.75, near + 0.4), view.at(right - side * 0.9, 1.2, near + 0.4),
            view.at(right - side * 0.9, 1.2, near + deep - 0.4), view.at(right, 1.75, near + deep - 0.4)])
        sheet.lay(awning, sheet.random.choice(("#8f4033", "#2f5560", "#b0813f", "#4d4f5c")), 0.9)
        lit(sheet, both(panes, wall), "#f6c574", 0.95, halo=7)
        sheet.lay(goods, "#3a3432", 0.6)
