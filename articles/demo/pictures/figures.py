"""People, houses and the room they stand in."""

# Coordinates stand in rows, as they were drawn.
# fmt: off


class View:
    """A camera: metres in (right, up from the eye, ahead), sheet coordinates out."""

    def __init__(self, x, y, focal):
        self.x, self.y, self.focal = x, y, focal

    def at(self, right, up, ahead):
        return self.x + self.focal * right / ahead, self.y - self.focal * up / ahead

    def wall(self, right, low, high, near, far):
        """A rectangle on a wall that runs away from us."""
        return [self.at(right, low, near), self.at(right, high, near), self.at(right, high, far),
            self.at(right, low, far)]

    def floor(self, left, right, up, near, far):
        return [self.at(left, up, near), self.at(right, up, near), self.at(right, up, far), self.at(left, up, far)]

    def front(self, left, right, low, high, ahead):
        return [self.at(left, low, ahead), self.at(right, low, ahead), self.at(right, high, ahead),
            self.at(left, high, ahead)]


def person(stencil, random, x, y, height, coat=None, step=None, tone=255):
    """Somebody standing or walking with feet at (x, y)."""
    coat = random.uniform(0.34, 0.56) if coat is None else coat
    step = random.uniform(-0.1, 0.12) if step is None else step
    wide = height * random.uniform(0.1, 0.125)

    def at(right, up):
        return x + right * height, y - up * height

    stencil.disc(*at(step * 0.15, 0.93), height * 0.058, height * 0.07, tone)
    stencil.polygon([at(-0.025, 0.9), at(0.025, 0.9), at(0.03, 0.82), at(-0.03, 0.82)], tone)
    shoulder, hem = wide / height, wide / height * random.uniform(0.9, 1.15)
    stencil.curve([at(-shoulder, 0.8), at(0, 0.86), at(shoulder, 0.8), at(shoulder * 1.12, 0.6), at(hem, coat),
                   at(-hem, coat), at(-shoulder * 1.12, 0.6)], tone)
    for side in (-1, 1):
        foot = side * 0.035 + side * step
        stencil.polygon([at(side * 0.06 - 0.045, coat + 0.06), at(side * 0.06 + 0.045, coat + 0.06),
            at(foot + 0.03, 0.02), at(foot + 0.055, 0), at(foot - 0.03, 0)], tone)


def umbrella(stencil, x, y, height, tone=255):
    """Open, held over somebody of that height whose feet are at (x, y)."""
    top, edge, half = y - height * 1.22, y - height * 0.98, height * 0.36
    stencil.curve([(x - half, edge), (x - half * 0.75, top + height * 0.09), (x, top),
        (x + half * 0.75, top + height * 0.09), (x + half, edge),
                   (x + half * 0.5, edge - height * 0.035), (x, edge), (x - half * 0.5, edge - height * 0.035)], tone)
    stencil.line([(x, top - height * 0.04), (x, y - height * 0.55)], max(1, height * 0.012), tone)


def heads(sheet, stencil, y, size, count, raised=0.0):
    """A row of spectators seen from behind."""
    for number in range(count):
        x = sheet.width * (number + sheet.random.uniform(0.1, 0.9)) / count
        top = y + sheet.random.uniform(-0.35, 0.35) * size
        stencil.disc(x, top, size * 0.36, size * 0.45)
        stencil.curve([(x - size, top + size * 2.6), (x - size * 0.9, top + size * 0.95),
            (x - size * 0.3, top + size * 0.55), (x + size * 0.3, top + size * 0.55), (x + size * 0.9,
            top + size * 0.95), (x + size, top + size * 2.6)])
        if sheet.random.random() < raised:
            side = sheet.random.choice((-1, 1))
            hand = x + side * size * sheet.random.uniform(0.5, 1.1), top - size * sheet.random.uniform(0.9, 2.0)
            stencil.line([(x + side * size * 0.75, top + size), (x + side * size * 0.95, top), hand], size * 0.26)
            stencil.disc(*hand, size * 0.19, size * 0.24)


def house(walls, roof, windows, random, left, base, wide, tall, pitch, lit=0.4):
    """A house front with its gable roof and its windows, each on a stencil of its own."""
    top = base - tall
    walls.box(left, top, left + wide, base)
    roof.polygon([(left - wide * 0.04, top), (left + wide * 0.16, top - pitch), (left + wide * 0.84, top - pitch),
        (left + wide * 1.04, top)])
    chimney = left + wide * random.choice((0.2, 0.72))
    roof.box(chimney, top - pitch * 1.35, chimney + wide * 0.09, top - pitch * 0.7)
    columns, rows = max(2, round(wide / 34)), max(1, round(tall / 52))
    for column in range(columns):
        for row in range(rows):
            if random.random() < lit:
                x, y = left + wide * (column + 0.5) / columns, top + tall * (row + 0.45) / rows
                windows.box(x - wide / columns * 0.2, y - tall / rows * 0.26, x + wide / columns * 0.2,
                    y + tall / rows * 0.26, random.randint(130, 255))


def lit(sheet, windows, colour="#f6c873", strength=1.0, halo=8):
    """Windows or lamps that are switched on, with the halo they throw."""
    sheet.lay(windows, colour, strength)
    sheet.shine(windows, colour, 0.5, soft=halo)
