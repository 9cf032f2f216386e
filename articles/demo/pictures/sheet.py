"""The sheet a picture is printed on: stencils cut at double size, inks laid through them."""

from random import Random

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter, ImageOps

LARGER = 2


class Stencil:
    """A mask drawn twice as large as the sheet, so that its edges come out smooth."""

    def __init__(self, size):
        self.size = size
        self.large = Image.new("L", (size[0] * LARGER, size[1] * LARGER))
        self.draw = ImageDraw.Draw(self.large)
        self.used = None

    def polygon(self, points, tone=255):
        self.draw.polygon(self._larger(points), fill=tone)
        return self

    def curve(self, points, tone=255):
        return self.polygon(smooth(points), tone)

    def box(self, left, top, right, bottom, tone=255):
        left, right = sorted((left, right))
        top, bottom = sorted((top, bottom))
        self.draw.rectangle(self._larger([(left, top), (right, bottom)]), fill=tone)
        return self

    def disc(self, x, y, across, down=None, tone=255):
        down = across if down is None else down
        self.draw.ellipse(self._larger([(x - across, y - down), (x + across, y + down)]), fill=tone)
        return self

    def line(self, points, width, tone=255):
        self.draw.line(self._larger(points, width), fill=tone, width=max(1, round(width * LARGER)), joint="curve")
        return self

    def arc(self, points, width, tone=255):
        return self.line(smooth(points, closed=False), width, tone)

    def mask(self):
        """The stencil at the size of the sheet. Only what was drawn on is reduced: that is most of the time."""
        mask = Image.new("L", self.size)
        if self.used:
            left, top = (max(0, int(self.used[side])) for side in (0, 1))
            right, bottom = (min(self.size[side], int(self.used[side + 2]) + 1) for side in (0, 1))
            if left < right and top < bottom:
                reduced = self.large.reduce(LARGER, tuple(LARGER * edge for edge in (left, top, right, bottom)))
                mask.paste(reduced, (left, top))
        return mask

    def _larger(self, points, margin=0):
        xs, ys = zip(*points)
        edges = [min(xs) - margin - 1, min(ys) - margin - 1, max(xs) + margin + 1, max(ys) + margin + 1]
        if self.used:
            edges = [*map(min, self.used[:2], edges[:2]), *map(max, self.used[2:], edges[2:])]
        self.used = edges
        return [(x * LARGER, y * LARGER) for x, y in points]


class Sheet:
    """One picture in the making. Nothing but its key decides what chance draws on it."""

    def __init__(self, key, size):
        self.random = Random(key)
        self.size = self.width, self.height = size
        self.image = Image.new("RGB", size)

    def cut(self):
        return Stencil(self.size)

    def lay(self, shape, ink, opacity=1.0, soft=0):
        """Print an ink (a colour, or a picture as large as the sheet) through a stencil or mask."""
        mask, box = _cropped(_faded(_mask_of(shape), opacity, soft))
        if box:
            self.image.paste(ink if isinstance(ink, str) else ink.crop(box), box, mask)

    def shine(self, shape, colour, strength=1.0, soft=0):
        """Add light: only ever brightens what lies beneath."""
        self._blend(shape, colour, "black", ImageChops.screen, strength, soft)

    def shade(self, shape, colour, strength=1.0, soft=0):
        """Add shadow: only ever darkens what lies beneath."""
        self._blend(shape, colour, "white", ImageChops.multiply, strength, soft)

    def _blend(self, shape, colour, neutral, mix, strength, soft):
        mask, box = _cropped(_faded(_mask_of(shape), strength, soft))
        if box:
            layer = Image.new("RGB", mask.size, neutral)
            layer.paste(colour, (0, 0, *mask.size), mask)
            self.image.paste(mix(self.image.crop(box), layer), box)

    def wash(self, *stops):
        """Cover the whole sheet with colours that run into each other: (height, colour) pairs."""
        self.image.paste(self.ramp(*stops))

    def ramp(self, *stops, across=False):
        """An ink that changes colour down (or across) the sheet."""
        return _ramp(self.size, [(at, ImageColor.getrgb(colour)) for at, colour in stops], across)

    def fade(self, *stops, across=False):
        """A mask that changes strength (0 to 255) down (or across) the sheet."""
        return _ramp(self.size, [(at, (tone,) * 3) for at, tone in stops], across).getchannel(0)

    def noise(self, across, down, octaves=4, margin=0):
        """Soft, natural unevenness; `across` and `down` are the size of its largest patches."""
        size = self.width + margin, self.height + margin
        total = None
        for octave in range(octaves):
            patches = [max(3, round(side * 2**octave / patch)) for side, patch in zip(size, (across, down))]
            scattered = Image.frombytes("L", patches, self.random.randbytes(patches[0] * patches[1]))
            layer = scattered.resize(size, Image.Resampling.BICUBIC)
            total = layer if octave == 0 else Image.blend(total, layer, 1 / (2 ** (octave + 1) - 1))
        return ImageOps.autocontrast(total, cutoff=1)


def both(*shapes):
    """Where every one of these stencils or masks lets ink through."""
    result = _mask_of(shapes[0])
    for shape in shapes[1:]:
        result = ImageChops.multiply(result, _mask_of(shape))
    return result


def inverse(shape):
    return ImageOps.invert(_mask_of(shape))


def moved(shape, right, down):
    """The same mask shifted; what enters at the edges is empty."""
    mask = _mask_of(shape)
    return mask.transform(mask.size, Image.Transform.AFFINE, (1, 0, -right, 0, 1, -down))


def steep(mask, middle, width):
    """Turn soft noise into patches: 0 below the middle tone, 255 above, `width` tones between."""
    return mask.point([max(0, min(255, round((tone - middle) / width * 255 + 128))) for tone in range(256)])


def smooth(points, closed=True, steps=8):
    """Points on a Catmull-Rom curve through the given ones."""
    count = len(points)
    curve = []
    for index in range(count if closed else count - 1):
        if closed:
            four = [points[(index + shift) % count] for shift in (-1, 0, 1, 2)]
        else:
            four = [points[max(0, min(count - 1, index + shift))] for shift in (-1, 0, 1, 2)]
        curve += [tuple(_between(step / steps, *axis) for axis in zip(*four)) for step in range(steps)]
    return curve if closed else [*curve, points[-1]]


def _between(part, a, b, c, d):
    bend = (d - 3 * c + 3 * b - a) * part + 2 * a - 5 * b + 4 * c - d
    return b + part * (c - a + part * bend) / 2


def _mask_of(shape):
    return shape.mask() if isinstance(shape, Stencil) else shape


def _cropped(mask):
    box = mask.getbbox()
    return (mask.crop(box) if box else mask), box


def _faded(mask, opacity, soft):
    if soft:
        mask = mask.filter(ImageFilter.GaussianBlur(soft))
    if opacity < 1:
        mask = mask.point([round(tone * opacity) for tone in range(256)])
    return mask


def _ramp(size, stops, across):
    length = size[0] if across else size[1]
    strip = Image.new("RGB", (length, 1))
    strip.putdata([_colour_at(position, stops) for position in range(length)])
    if not across:
        strip = strip.transpose(Image.Transpose.ROTATE_270)
    return strip.resize(size, Image.Resampling.NEAREST)


def _colour_at(position, stops):
    before = stops[0]
    for after in stops:
        if position <= after[0]:
            span = after[0] - before[0]
            part = (position - before[0]) / span if span else 0
            return tuple(round(a + (b - a) * part) for a, b in zip(before[1], after[1]))
        before = after
    return before[1]
