"""The colours of the stylesheet, and whether one can be read on another (WCAG 2.2)."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders

TOKEN = re.compile(r"--([\w-]+):\s*(#[0-9A-Fa-f]{6})")
READABLE = 4.5


def schemes():
    """The colours by name of the light scheme and of the dark one."""
    light, dark = Path(finders.find("css/tokens.css")).read_text().split("prefers-color-scheme: dark")
    return dict(TOKEN.findall(light)), dict(TOKEN.findall(dark))


def contrast(one, other):
    """From 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour):
    red, green, blue = (linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel):
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
