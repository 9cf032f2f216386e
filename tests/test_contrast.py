"""What is printed can be read, in the light scheme and in the dark one."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from articles import colours
from articles.checks import accents_can_be_read

pytestmark = pytest.mark.once

ROOT = Path(__file__).parent.parent
SCHEMES = dict(zip(("light", "dark"), colours.schemes(), strict=True))


def test_contrast_is_measured_as_the_standard_says():
    assert colours.contrast("#000000", "#FFFFFF") == colours.contrast("#ffffff", "#000000") == 21
    assert colours.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert colours.contrast("#0000FF", "#FFFFFF") == pytest.approx(8.59, abs=0.005)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("name", "least"), [("ink", 4.5), ("grey", 4.5), ("signal", 4.5), ("hairline", 3)])
def test_a_colour_stands_out_from_the_paper(scheme, name, least):
    assert colours.contrast(SCHEMES[scheme][name], SCHEMES[scheme]["paper"]) >= least


def test_both_schemes_give_every_colour_a_value():
    assert set(SCHEMES["light"]) == set(SCHEMES["dark"]) == {"paper", "ink", "grey", "hairline", "signal"}


def test_no_stylesheet_has_a_colour_of_its_own():
    """Else the pairs above would not be all there are. What is printed has its own black."""
    for file in (ROOT / "static/css").rglob("*.css"):
        if file.name not in ("tokens.css", "print.css"):
            assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|opacity", file.read_text()), file


def test_the_papers_own_accents_can_be_read():
    assert accents_can_be_read(None) == []


@pytest.mark.parametrize(
    ("accents", "refused"),
    [
        ({"accent": "#B0B0B0"}, ["PAPER_ACCENT"]),
        ({"accent_dark": "#203040"}, ["PAPER_ACCENT_DARK"]),
        ({"accent": "#FFFF00", "accent_dark": "#000080"}, ["PAPER_ACCENT", "PAPER_ACCENT_DARK"]),
        ({"accent": "#8A0F3C", "accent_dark": "#FFB3C7"}, []),
    ],
)
def test_an_accent_that_cannot_be_read_is_refused(accents, refused, settings):
    settings.PAPER = settings.PAPER | accents
    assert [error.msg.split()[0] for error in accents_can_be_read(None)] == refused


def test_the_check_command_says_so():
    told = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        check=False,
        env={"PATH": os.environ["PATH"], "VAR": str(settings.VAR), "PAPER_ACCENT": "#C0C0C0"},
        capture_output=True,
        text=True,
    )
    assert told.returncode == 1
    assert "PAPER_ACCENT is #C0C0C0; on #FBFAF7 its contrast is 1.7:1" in told.stderr
    assert "Traceback" not in told.stderr
