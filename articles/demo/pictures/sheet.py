"""The sheet a picture is printed on: stencils cut at double size, inks laid through them."""

from random import Random

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter, ImageOps

LARGER = 2


class Stencil:
    """A shape to print through: cut only when used, twice as large for smooth edges, no wider than it must be."""

    def __init__(self, size):
        self.size = size
        self.cuts = []
        self.cut_mask = None

    def polygon(self, points, tone=255):
        return self._cut("polygon", points, 0, fill=tone)

    def curve(self, points, tone=255):
        return self.polygon(smooth(points), tone)

    def box(self, left, top, right, bottom, tone=255):
        left, right = sorted((left, right))
        top, bottom = sorted((top, bottom))
        return self._cut("rectangle", [(left, top), (right, bottom)], 0, fill=tone)

    def disc(self, x, y, across, down=None, tone=255):
        down = across if down is None else down
        return self._cut("ellipse", [(x - across, y - down), (x + across, y + down)], 0, fill=tone)

    def line(self, points, width, tone=255):
        return self._cut("line", points, width, fill=tone, width=max(1, round(width * LARGER)), joint="curve")

    def arc(self, points, width, tone=255):
        return self.line(smooth(points, closed=False), width, tone)

    def mask(self):
        if self.cut_mask is None:
            self.cut_mask = Image.new("L", self.size)
            left, top, right, bottom = self._bounds()
            if left < right and top < bottom:
                large = Image.new("L", ((right - left) * LARGER, (bottom - top) * LARGER))
                draw = ImageDraw.Draw(large)
                for shape, points, _, how in self.cuts:
                    getattr(draw, shape)([((x - left) * LARGER, (y - top) * LARGER) for x, y in points], **how)
                self.cut_mask.paste(large.reduce(LARGER), (left, top))
        return self.cut_mask

    def _cut(self, shape, points, margin, **how):
        self.cuts.append((shape, points, margin, how))
        self.cut_mask = None
        return self

    def _bounds(self):
        edges = [
            (x - margin, y - margin, x + margin, y + margin) for _, points, margin, _ in self.cuts for x, y in points
        ]
        if not edges:
            return 0, 0, 0, 0
        left, top, right, bottom = zip(*edges, strict=True)
        width, height = self.size
        return (
            max(0, int(min(left)) - 1),
            max(0, int(min(top)) - 1),
            min(width, int(max(right)) + 2),
            min(height, int(max(bottom)) + 2),
        )


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
        mask, box = _inked(_mask_of(shape), opacity, soft)
        if box:
            self.image.paste(ink if isinstance(ink, str) else ink.crop(box), box, mask)

    def shine(self, shape, colour, strength=1.0, soft=0):
        """Add light: only ever brightens what lies beneath."""
        self._blend(shape, colour, "black", ImageChops.screen, strength, soft)

    def shade(self, shape, colour, strength=1.0, soft=0):
        """Add shadow: only ever darkens what lies beneath."""
        self._blend(shape, colour, "white", ImageChops.multiply, strength, soft)

    def _blend(self, shape, colour, neutral, mix, strength, soft):
        mask, box = _inked(_mask_of(shape), strength, soft)
        if box:
            layer = Image.new("RGB", mask.size, neutral)
            layer.paste(colour, (0, 0, *mask.size), mask)
            self.image.paste(mix(self.image.crop(box), layer), box)

    def wash(self, *stops):
        """Cover the whole sheet with colours that run into each other: (height, colour) pairs."""
        self.image.paste(self.ramp(*stops))

    def ramp(self, *stops, across=False):
        """An ink that changes colour down (or across) the sheet."""
        return _ramp("RGB", self.size, [(at, ImageColor.getrgb(colour)) for at, colour in stops], across)

    def fade(self, *stops, across=False):
        """A mask that changes strength (0 to 255) down (or across) the sheet."""
        return _ramp("L", self.size, [(at, (tone,)) for at, tone in stops], across)

    def noise(self, across, down, octaves=4, margin=0):
        """Soft, natural unevenness; `across` and `down` are the size of its largest patches."""
        size = self.width + margin, self.height + margin
        # Soft patches lose nothing at half the size, which is four times as fast.
        scale = 2 if min(across, down) >= 8 else 1
        working = tuple(-(-side // scale) for side in size)
        total = None
        for octave in range(octaves):
            patches = [
                max(3, round(side * 2**octave / patch)) for side, patch in zip(size, (across, down), strict=True)
            ]
            scattered = Image.frombytes("L", patches, self.random.randbytes(patches[0] * patches[1]))
            layer = scattered.resize(working, Image.Resampling.BICUBIC)
            total = layer if octave == 0 else Image.blend(total, layer, 1 / (2 ** (octave + 1) - 1))
        total = ImageOps.autocontrast(total, cutoff=1)
        return total if scale == 1 else total.resize(size, Image.Resampling.BILINEAR)


def both(*shapes):
    """Where every one of these stencils or masks lets ink through."""
    result = _mask_of(shapes[0])
    for shape in shapes[1:]:
        overlap = Image.new("L", result.size)
        box = result.getbbox()
        if box:
            overlap.paste(ImageChops.multiply(result.crop(box), _mask_of(shape).crop(box)), box)
        result = overlap
    return result


def either(*shapes):
    """Where any of these stencils or masks lets ink through."""
    result = _mask_of(shapes[0])
    for shape in shapes[1:]:
        result = ImageChops.lighter(result, _mask_of(shape))
    return result


def inverse(shape):
    return ImageOps.invert(_mask_of(shape))


def moved(shape, right, down):
    """The same mask shifted; what enters at the edges repeats them, so that the frame never looks like an outline."""
    mask, right, down = _mask_of(shape), round(right), round(down)
    width, height = mask.size
    result = ImageChops.offset(mask, right, down)
    if right:
        edge = 0 if right > 0 else width - 1
        strip = mask.crop((edge, 0, edge + 1, height)).resize((abs(right), height))
        result.paste(strip, (0 if right > 0 else width + right, down))
    if down:
        edge = 0 if down > 0 else height - 1
        strip = mask.crop((0, edge, width, edge + 1)).resize((width, abs(down)))
        result.paste(strip, (right, 0 if down > 0 else height + down))
    return result


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
        curve += [tuple(_between(step / steps, *axis) for axis in zip(*four, strict=True)) for step in range(steps)]
    return curve if closed else [*curve, points[-1]]


def _between(part, a, b, c, d):
    bend = (d - 3 * c + 3 * b - a) * part + 2 * a - 5 * b + 4 * c - d
    return b + part * (c - a + part * bend) / 2


def _mask_of(shape):
    return shape.mask() if isinstance(shape, Stencil) else shape


def _inked(mask, opacity, soft):
    """The part of a mask that prints, softened and weakened, and where on the sheet it lies."""
    box = mask.getbbox()
    if not box:
        return mask, None
    reach = round(soft * 3)
    left, top, right, bottom = box
    box = max(0, left - reach), max(0, top - reach), min(mask.width, right + reach), min(mask.height, bottom + reach)
    mask = mask.crop(box)
    if soft:
        mask = mask.filter(ImageFilter.GaussianBlur(soft))
    if opacity < 1:
        mask = mask.point([round(tone * opacity) for tone in range(256)])
    return mask, box


def _ramp(mode, size, stops, across):
    length = size[0] if across else size[1]
    bands = bytes(part for position in range(length) for part in _colour_at(position, stops))
    strip = Image.frombytes(mode, (length, 1), bands)
    if not across:
        strip = strip.transpose(Image.Transpose.ROTATE_270)
    return strip.resize(size, Image.Resampling.NEAREST)


def _colour_at(position, stops):
    before = stops[0]
    for after in stops:
        if position <= after[0]:
            span = after[0] - before[0]
            part = (position - before[0]) / span if span else 0
            return tuple(round(a + (b - a) * part) for a, b in zip(before[1], after[1], strict=True))
        before = after
    return before[1]
