"""Boats and their rigging."""

from .figures import lit
from .nature import crest
from .sheet import both, moved, smooth

# Coordinates stand in rows, as they were drawn.
# fmt: off


def masted(sheet, hulls, ropes, x, water, length, tall):
    """A small sailing or fishing boat seen from the side, for silhouettes."""
    bow = sheet.random.choice((-1, 1))
    half = length / 2
    hulls.curve([(x - bow * half, water - length * 0.1), (x, water - length * 0.07),
        (x + bow * half * 1.12, water - length * 0.17),
                 (x + bow * half * 0.8, water), (x, water + length * 0.03), (x - bow * half * 0.9, water)])
    cabin = x - bow * half * 0.3
    hulls.box(cabin - half * 0.28, water - length * 0.24, cabin + half * 0.28, water - length * 0.05)
    mast = x + bow * half * 0.12
    hulls.line([(mast, water), (mast, water - tall)], max(1.6, length * 0.016))
    hulls.line([(mast, water - tall * 0.32), (mast - bow * half * 0.85, water - tall * 0.36)],
        max(1.2, length * 0.012))
    for end in (x + bow * half * 1.05, x - bow * half * 0.95, cabin):
        ropes.line([(mast, water - tall * 0.97), (end, water - length * 0.13)], 0.8)
    ropes.line([(mast - half * 0.16, water - tall * 0.72), (mast + half * 0.16, water - tall * 0.72)], 1.2)


def trawler(sheet, x, water, size, hull, stripe, cabin):
    """A trawler in full colour, bow to the left. `size` is its length."""

    def at(right, up):
        return x + right * size, water - up * size

    body = sheet.cut().polygon(smooth([at(-0.53, 0.26), at(-0.3, 0.185), at(0.1, 0.13), at(0.46, 0.15)], closed=False)
                               + [at(0.49, 0.02), at(0.46, -0.03), at(-0.4, -0.03), at(-0.46, 0.06)])
    _upperworks(sheet, at, size, cabin)
    sheet.lay(body, hull)
    low = sheet.cut().box(*at(-0.6, 0.035), *at(0.6, -0.05))
    sheet.lay(both(body, low), stripe)
    rail = smooth([at(-0.53, 0.265), at(-0.3, 0.19), at(0.1, 0.135), at(0.46, 0.155)], closed=False)
    sheet.lay(sheet.cut().line(rail, size * 0.012), "#efe6d2")
    sheet.shade(both(body, sheet.noise(size * 0.2, size * 0.5)), "#3b3430", 0.5)
    sheet.shade(both(body, moved(body, size * 0.02, size * 0.09)), "#5a6270", 0.55, soft=size * 0.02)
    tyres = sheet.cut()
    for right in (-0.22, -0.06, 0.1, 0.26):
        tyres.disc(*at(right, 0.07), size * 0.026)
        tyres.line([at(right, 0.14), at(right, 0.07)], size * 0.005)
    sheet.lay(tyres, "#1b2024", 0.9)


def _upperworks(sheet, at, size, cabin):
    gear = sheet.cut()
    gear.line([at(0.36, 0.1), at(0.36, 0.52)], size * 0.016).line([at(0.45, 0.1), at(0.45, 0.5)], size * 0.012)
    gear.line([at(0.33, 0.5), at(0.48, 0.5)], size * 0.018).line([at(0.36, 0.36), at(0.45, 0.44)], size * 0.008)
    gear.line([at(-0.3, 0.15), at(-0.3, 0.62)], size * 0.012).line([at(0.03, 0.3), at(0.03, 0.74)], size * 0.012)
    gear.line([at(0.03, 0.45), at(0.34, 0.62)], size * 0.009).disc(*at(0.36, 0.53), size * 0.018)
    ropes = sheet.cut()
    for start, end in (((0.03, 0.73), (-0.5, 0.26)), ((0.03, 0.73), (0.36, 0.52)), ((-0.3, 0.61), (0.03, 0.6)),
                       ((0.34, 0.62), (0.3, 0.16)), ((-0.3, 0.61), (-0.52, 0.27)), ((0.45, 0.5), (0.47, 0.16))):
        ropes.line([at(*start), at(*end)], size * 0.003)
    sheet.lay(ropes, "#2b3138", 0.8)
    sheet.lay(gear, "#32383c")
    house = sheet.cut().polygon([at(-0.24, 0.12), at(-0.26, 0.26), at(-0.2, 0.28), at(-0.22, 0.4), at(0.08, 0.4),
        at(0.08, 0.26), at(0.16, 0.25), at(0.16, 0.1)])
    sheet.lay(house, sheet.ramp((at(0, 0.4)[1], cabin), (at(0, 0.1)[1], "#b9b7ab")))
    sheet.lay(sheet.cut().polygon([at(-0.25, 0.4), at(-0.24, 0.425), at(0.1, 0.425), at(0.1, 0.4)]), "#4b5257")
    panes = sheet.cut()
    for right in (-0.2, -0.13, -0.06, 0.01):
        panes.box(*at(right, 0.375), *at(right + 0.048, 0.315))
    lit(sheet, panes, "#43555f", 1.0, halo=1)
    lit(sheet, sheet.cut().box(*at(-0.06, 0.375), *at(-0.012, 0.315)), "#f3cd84", 0.95, halo=size * 0.02)
    sheet.lay(sheet.cut().disc(*at(-0.12, 0.21), size * 0.02).disc(*at(0.03, 0.21), size * 0.02), "#46535a")
    sheet.lay(sheet.cut().box(*at(-0.01, 0.47), *at(0.07, 0.425)), "#a8472f")


def sailing(sheet, x, water, tall, lean, sails, hull):
    """A racing yacht, heeled by `lean` (its mast top moves that far, in heights), with (mainsail, jib) inks."""

    def at(right, up):
        return x + (right + lean * up) * tall, water - (up - right * lean * 0.18) * tall

    main = sheet.cut().polygon(smooth([at(0.0, 0.98), at(0.13, 0.72), at(0.25, 0.4), at(0.33, 0.13)], closed=False)
        + [at(0.02, 0.11)])
    jib = sheet.cut().polygon(smooth([at(-0.02, 0.9), at(-0.1, 0.55), at(-0.24, 0.1)], closed=False)
        + smooth([at(-0.24, 0.1), at(-0.05, 0.17), at(0.05, 0.16)], closed=False) + [at(0.03, 0.5)])
    for sail, ink in ((main, sails[0]), (jib, sails[1])):
        sheet.lay(sail, ink)
        mask = sail.mask()
        sheet.shade(both(mask, moved(mask, tall * 0.05, tall * 0.02)), "#8f9fae", 0.55, soft=tall * 0.03)
        seams = sheet.cut()
        for up in (0.25, 0.4, 0.55, 0.7, 0.83):
            seams.line([at(-0.3, up), at(0.4, up - 0.05)], max(0.6, tall * 0.0025))
        sheet.lay(both(mask, seams), "#6c7a86", 0.5)
    sheet.lay(sheet.cut().line([at(0, 0.03), at(0, 1.0)], max(1.2, tall * 0.009)).line([at(0, 0.11), at(0.34, 0.12)],
        max(1, tall * 0.008)), "#26303a")
    body = sheet.cut().polygon(smooth([at(-0.34, 0.075), at(-0.1, 0.055), at(0.36, 0.06)], closed=False)
        + smooth([at(0.31, 0.005), at(0, -0.03), at(-0.26, 0.0)], closed=False))
    sheet.lay(body, hull)
    sheet.shade(both(body, moved(body, 0, tall * 0.035)), "#55606c", 0.7, soft=tall * 0.008)
    crew = sheet.cut()
    for right, up in ((0.07, 0.0), (0.115, 0.006), (0.165, -0.004), (0.27, 0.012)):
        crew.disc(*at(right - 0.012, 0.128 + up), tall * 0.0115, tall * 0.013)
        crew.curve([at(right - 0.022, 0.113 + up), at(right + 0.002, 0.112 + up), at(right + 0.02, 0.085 + up),
            at(right + 0.022, 0.05), at(right - 0.03, 0.05),
                    at(right - 0.034, 0.075 + up)])
    sheet.lay(crew, "#20303d")
    foam = sheet.cut()
    for _ in range(46):
        part = sheet.random.uniform(-0.36, 0.7)
        crest(foam, x + part * tall, water + sheet.random.uniform(-0.004, 0.035) * tall,
            tall * sheet.random.uniform(0.02, 0.09), tall * sheet.random.uniform(0.004, 0.014))
    sheet.lay(foam, "#f1efe6", 0.75)
