"""axe-core finds nothing against WCAG 2.x A and AA, nor against its own best practices, on any page."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.pages import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.once]

EVERYTHING = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
# All that a colour scheme can change.
COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
WIDTHS = (360, 1280)
# Of the desk: no rule depends on width and colours together.
LOOKS = [(390, "light"), (1280, "dark")]


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(tab, addresses, name):
    found = []
    for width in WIDTHS:
        tab.page.set_viewport_size({"width": width, "height": 800})
        page = tab.open(addresses[name])
        for scheme, rules in {"light": EVERYTHING, "dark": COLOURS}.items():
            page.emulate_media(color_scheme=scheme)
            results = Axe().run(page, options=rules)
            found += [(width, scheme, results.generate_report())] if results.violations_count else []
    assert not found, "\n".join(f"{width} px, {scheme}: {report}" for width, scheme, report in found)
