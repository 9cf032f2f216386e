"""Sky, water, land and the light on them."""

from math import cos, pi, sin

from PIL import Image, ImageChops, ImageFilter, ImageOps

from .sheet import both, steep

# Coordinates stand in rows, as they were drawn.
# fmt: off


def glow(sheet, x, y, radius, colour, strength=1.0, flat=1.0):
    """Light spreading from a point; `flat` below 1 presses it towards the horizon."""
    half = Image.radial_gradient("L").point([round(255 * max(0, 1 - tone / 180) ** 2.2) for tone in range(256)])
    across, down = round(radius * 2), round(radius * 2 * flat)
    mask = Image.new("L", sheet.size)
    mask.paste(half.resize((across, down)), (round(x - across / 2), round(y - down / 2)))
    sheet.shine(mask, colour, strength)


def clouds(sheet, top, bottom, light, dark, cover=0.5, across=520, down=110, strength=0.9):
    """A bank of clouds: bodies in the dark colour, lit from below or above in the light one."""
    drift = round(down * 0.16)
    wide = sheet.noise(across, down, 6, margin=drift)
    field = wide.crop((drift, drift, *wide.size))
    middle = 255 * (1 - cover)
    height = bottom - top
    band = sheet.fade((top, 0), (top + height * 0.3, 255), (top + height * 0.7, 255), (bottom, 0))
    sheet.lay(both(steep(field, middle, 110), band), dark, strength)
    lit = ImageChops.subtract(field, wide.crop((0, 0, *sheet.size)), 0.5, 40)
    sheet.lay(both(steep(lit, 95, 130), steep(field, middle - 12, 90), band), light, strength)


def stars(sheet, bottom, count):
    dots = sheet.cut()
    for _ in range(count):
        x, y = sheet.random.uniform(0, sheet.width), sheet.random.uniform(0, 1) ** 1.4 * bottom
        dots.disc(x, y, sheet.random.choice((0.8, 1, 1.2, 1.9)), tone=sheet.random.randint(70, 230))
    sheet.shine(dots, "#dfe8f2")


def ridge(sheet, base, height, waves=3, rough=0.25, left=0, right=None):
    """A far skyline as points from left to right, ready to be closed downwards."""
    right = sheet.width if right is None else right
    turns = [(sheet.random.uniform(0.4, 1) * 2**n, sheet.random.uniform(0, 2 * pi)) for n in range(6)]
    points = []
    for step in range(161):
        part = step / 160
        rise = sum(sin(part * waves * pace + turn) * (rough if n > 1 else 1) / (n + 1) for n,
            (pace, turn) in enumerate(turns))
        points.append((left + (right - left) * part, base - height * (0.5 + rise / 4)))
    return points


def land(sheet, skyline, ink, bottom=None, opacity=1.0):
    bottom = sheet.height if bottom is None else bottom
    shape = sheet.cut().polygon([*skyline, (skyline[-1][0], bottom), (skyline[0][0], bottom)])
    sheet.lay(shape, ink, opacity)
    return shape


def haze(sheet, middle, reach, colour, strength=0.6):
    sheet.lay(sheet.fade((middle - reach, 0), (middle, 255), (middle + reach, 0)), colour, strength)


def sea(sheet, horizon, far, near, light, dark, count=900):
    """Open water: a wash, streaks of swell, then wave crests that grow towards us."""
    below = sheet.fade((horizon - 1, 0), (horizon, 255))
    sheet.lay(below, sheet.ramp((horizon, far), (sheet.height, near)))
    streaks = both(steep(sheet.noise(700, 26, 4), 150, 120), sheet.fade((horizon, 40), (sheet.height, 255)), below)
    sheet.lay(streaks, dark, 0.35)
    waves(sheet, horizon, dark, count, 0.5)
    waves(sheet, horizon, light, count // 2, 0.55)


def waves(sheet, horizon, ink, count, opacity=0.6, bottom=None, size=1.0):
    bottom = sheet.height if bottom is None else bottom
    crests = sheet.cut()
    for _ in range(count):
        near = sheet.random.random() ** 1.2
        x, y = sheet.random.uniform(-40, sheet.width + 40), horizon + 2 + (bottom - horizon) * near**1.5
        crest(crests, x, y, (5 + 60 * near * sheet.random.uniform(0.4, 1)) * size, (0.5 + 4 * near) * size)
    sheet.lay(crests, ink, opacity)


def crest(stencil, x, y, length, thick):
    stencil.polygon([(x - length, y), (x - length * 0.3, y - thick), (x + length * 0.4, y - thick * 0.7),
        (x + length, y + thick * 0.2), (x, y + thick * 0.3)])


def glitter(sheet, x, horizon, spread, colour, count=500, strength=0.9, bottom=None):
    """The broken road of light under a sun, a moon or a lamp."""
    bottom = sheet.height if bottom is None else bottom
    sparks = sheet.cut()
    for _ in range(count):
        near = sheet.random.random() ** 1.1
        y = horizon + 1 + (bottom - horizon) * near**1.4
        middle = x + sheet.random.gauss(0, spread * (0.22 + near * 0.8))
        crest(sparks, middle, y, 3 + 34 * near * sheet.random.random(), 0.7 + 2.6 * near)
    sheet.shine(sparks, colour, strength)
    sheet.shine(sparks, colour, strength * 0.5, soft=7)


def mirror(sheet, shore, tint, strength=0.55, ripple=7):
    """Still water: what stands above the shore line, upside down, broken by ripples and tinted."""
    depth = sheet.height - shore
    above = ImageOps.flip(sheet.image.crop((0, 0, sheet.width, shore)))
    if shore < depth:
        above = above.resize((sheet.width, depth))
    water = sheet.image.copy()
    water.paste(above.crop((0, 0, sheet.width, depth)), (0, shore))
    water = _rippled(sheet, water, shore, ripple).crop((0, shore, *sheet.size)).filter(ImageFilter.BoxBlur((1.5, 4)))
    sheet.image.paste(Image.blend(water, Image.new("RGB", water.size, tint), 1 - strength), (0, shore))


def reflect(sheet, before, water, tint, strength=0.5, ripple=7):
    """Whatever was drawn since the picture was `before`, mirrored below its water line."""
    drawn = ImageChops.difference(before, sheet.image).convert("L").point(lambda tone: 255 if tone > 4 else 0)
    drawn.paste(0, (0, round(water), *sheet.size))
    flip = (1, 0, 0, 0, -1, 2 * water)
    image, mask = (_rippled(sheet, part.transform(part.size, Image.Transform.AFFINE, flip), water, ripple)
        for part in (sheet.image, drawn))
    mask = both(mask.filter(ImageFilter.GaussianBlur(1.5)), sheet.fade((water, 255), (water + 260, 60)))
    sheet.lay(mask, Image.blend(image.filter(ImageFilter.BoxBlur((1, 4))), Image.new("RGB", sheet.size, tint),
        1 - strength), 0.85)


def _rippled(sheet, picture, water, ripple):
    """Rows below the water line swayed sideways, further the nearer they are."""
    result = picture.copy()
    y, turn = round(water), 0.0
    while y < sheet.height:
        near = (y - water) / (sheet.height - water)
        tall, turn = 2 + round(5 * near), turn + 0.9
        row = ImageChops.offset(picture.crop((0, y, sheet.width, y + tall)),
            round(ripple * (0.15 + near) * 2 * sin(turn)), 0)
        result.paste(row, (0, y))
        y += tall
    return result


def gulls(sheet, flock, ink, opacity=0.9):
    """Gulls in flight: (x, y, span) each."""
    birds = sheet.cut()
    for x, y, span in flock:
        lean, lift = sheet.random.uniform(-0.25, 0.25), sheet.random.uniform(0.15, 0.42)
        wing = [(-1, -lift * 0.3), (-0.55, -lift), (-0.12, -0.05), (0.1, -0.06), (0.5, -lift), (1, -lift * 0.4),
                (0.52, -lift + 0.13), (0.14, 0.09), (-0.1, 0.1), (-0.5, -lift + 0.14)]
        turned = [(x + span / 2 * (a * cos(lean) - b * sin(lean)), y + span / 2 * (a * sin(lean) + b * cos(lean)))
            for a, b in wing]
        birds.curve(turned)
    sheet.lay(birds, ink, opacity)


def foliage(sheet, stencil, x, y, across, down, leaves=90):
    """A crown of leaves: dense within, ragged at the edge."""
    stencil.disc(x, y, across * 0.72, down * 0.72)
    for _ in range(leaves):
        turn, far = sheet.random.uniform(0, 2 * pi), sheet.random.uniform(0.5, 1.05)
        size = max(1.4, across * 0.13 * sheet.random.uniform(0.5, 1.2))
        stencil.disc(x + across * far * cos(turn), y + down * far * sin(turn), size,
            size * sheet.random.uniform(0.6, 0.95))


def bare_tree(sheet, stencil, x, y, height, lean=0.0):
    """A winter tree: a trunk that keeps dividing."""
    _branch(sheet.random, stencil, x, y, -pi / 2 + lean, height * 0.3, height * 0.035, 7)


def _branch(random, stencil, x, y, turn, length, thick, left):
    tip_x, tip_y, thin = x + cos(turn) * length, y + sin(turn) * length, max(0.6, thick * 0.72)
    across, down = -sin(turn) / 2, cos(turn) / 2
    stencil.polygon([(x + across * thick, y + down * thick), (tip_x + across * thin, tip_y + down * thin),
                     (tip_x - across * thin, tip_y - down * thin), (x - across * thick, y - down * thick)])
    stencil.disc(tip_x, tip_y, thin / 2)
    if left:
        for side in (-1, 1):
            spread, shorter = side * random.uniform(0.12, 0.55), length * random.uniform(0.66, 0.86)
            _branch(random, stencil, tip_x, tip_y, turn + spread, shorter, thin * (0.95 if side > 0 else 0.8),
                left - 1)


def grass(sheet, stencil, base, height, count, left=0, right=None, uneven=0):
    """Blades along a line, for foregrounds; `uneven` spreads their roots downwards."""
    right = sheet.width if right is None else right
    for _ in range(count):
        x, tall, lean = sheet.random.uniform(left, right), height * sheet.random.uniform(0.3,
            1), sheet.random.gauss(0.15, 0.25)
        root = base + sheet.random.uniform(0, uneven)
        stencil.polygon([(x - 2, root), (x + 2.4, root), (x + lean * tall * 0.3, root - tall * 0.5),
            (x + lean * tall, root - tall)])
