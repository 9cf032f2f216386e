"""The old town from above, at dusk."""

from math import sin

from .figures import lit
from .nature import clouds, glow, gulls, haze, land, ridge
from .sheet import both, either, inverse, moved, steep

# Coordinates stand in rows, as they were drawn.
# fmt: off


def town_roofs(sheet):
    sheet.wash((0, "#31456b"), (260, "#6f6f8c"), (440, "#cf8f7c"), (580, "#f2bd83"), (640, "#f7d199"),
        (1067, "#f7d199"))
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
    walls, dark, light, stacks, dormers, panes, unlit, courses = (sheet.cut() for _ in range(8))
    while x < sheet.width + wide:
        across, top = wide * sheet.random.uniform(0.75, 1.25), base - pitch * sheet.random.uniform(0.7, 1.5)
        walls.box(x, top, x + across, base + 400)
        ridge_y, turned = top - pitch * sheet.random.uniform(0.8, 1.1), sheet.random.random() < 0.4
        if turned:
            light.polygon([(x - 4, top), (x + across / 2, ridge_y), (x + across / 2, top)])
            dark.polygon([(x + across + 4, top), (x + across / 2, ridge_y), (x + across / 2, top)])
        else:
            (light if sheet.random.random() < 0.5 else dark).polygon([(x - 3, top), (x + across * 0.06, ridge_y),
            (x + across * 0.94, ridge_y), (x + across + 3, top)])
            left = x + across * sheet.random.uniform(0.25, 0.6)
            dormers.polygon([(left, top - pitch * 0.1), (left, top - pitch * 0.5),
                (left + across * 0.09, top - pitch * 0.72), (left + across * 0.18,
                top - pitch * 0.5), (left + across * 0.18, top - pitch * 0.1)])
            (panes if sheet.random.random() < share else unlit).box(left + across * 0.05, top - pitch * 0.45,
                left + across * 0.13, top - pitch * 0.14)
        for y in range(round(ridge_y), round(top), max(4, round(pitch / 12))):
            courses.line([(x, y), (x + across, y)], 0.8)
        chimney = x + across * sheet.random.choice((0.04, 0.84))
        stacks.box(chimney, ridge_y - pitch * 0.32, chimney + across * 0.12, ridge_y + pitch * 0.5)
        for pot in (0.02, 0.075):
            stacks.box(chimney + across * pot, ridge_y - pitch * 0.42, chimney + across * (pot + 0.028),
                ridge_y - pitch * 0.3)
        for column in range(3):
            for row in range(2):
                px, py = x + across * (0.16 + column * 0.28), top + pitch * (0.16 + row * 0.62)
                glass = panes if sheet.random.random() < share * 0.7 else unlit
                for half in (0, 0.058):
                    glass.box(px + across * half, py, px + across * (half + 0.048), py + pitch * 0.36)
                dormers.box(px - across * 0.02, py + pitch * 0.38, px + across * 0.126, py + pitch * 0.41)
        x += across
    sheet.lay(walls, wall)
    roofs = either(dark, light)
    sheet.lay(both(walls, steep(sheet.noise(90, 60, 4), 150, 90)), slate, 0.35)
    sheet.lay(stacks, wall)
    sheet.lay(roofs, slate)
    sheet.lay(both(light, sheet.fade((base - pitch * 3, 200), (base, 60))), "#c08a86", 0.45)
    sheet.lay(both(roofs, courses), "#1c2440", 0.22)
    sheet.lay(both(roofs, steep(sheet.noise(70, 30, 4), 160, 70)), "#b48a8c", 0.22)
    sheet.lay(dormers, wall)
    sheet.shine(dormers, "#c98f7c", 0.3)
    sheet.lay(unlit, "#1d2747", 0.75)
    sheet.lay(both(stacks, inverse(moved(stacks, 3, 1))), "#f0b184", 0.75)
    lit(sheet, panes, "#ffd182", 0.95, halo=pitch * 0.09)


def _bell_tower(sheet, x, base):
    tower = sheet.cut().box(x - 52, 400, x + 52, base).box(x - 60, 392, x + 60, 406).box(x - 60, 540, x + 60, 550)
    spire = sheet.cut().polygon([(x - 56, 394), (x - 34, 350), (x - 30, 330), (x, 130), (x + 30, 330), (x + 34, 350),
        (x + 56, 394)])
    mask = tower.mask()
    sheet.lay(mask, sheet.ramp((x - 60, "#d99a80"), (x - 20, "#8d7686"), (x + 60, "#4d4d6c"), across=True))
    blocks = sheet.cut()
    for y in range(410, 800, 20):
        blocks.line([(x - 60, y), (x + 60, y)], 1)
        for shift in range(-60, 60, 30):
            blocks.line([(x + shift + (y % 40) * 0.75, y), (x + shift + (y % 40) * 0.75, y + 20)], 1)
    sheet.lay(both(mask, blocks), "#34365a", 0.3)
    sheet.lay(spire, sheet.ramp((x - 50, "#a37a86"), (x - 6, "#5d5f80"), (x, "#3d4568"), (x + 56, "#2c3558"),
        across=True))
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
    sheet.lay(sheet.cut().line([(x, 132), (x, 92)], 3).line([(x - 12, 106), (x + 14, 106)], 3).disc(x + 16, 103, 6,
        4), "#2c3558")
