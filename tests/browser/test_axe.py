"""axe-core finds nothing against WCAG 2.x A and AA, nor against its own best practices, on any page."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.pages import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.once]

EVERYTHING = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
# No rule depends on width and colours together.
LOOKS = [(360, "light"), (1280, "dark")]


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(tab, addresses, name):
    found = []
    for width, scheme in LOOKS:
        tab.page.set_viewport_size({"width": width, "height": 800})
        tab.page.emulate_media(color_scheme=scheme)
        results = Axe().run(tab.open(addresses[name]), options=EVERYTHING)
        found += [(width, scheme, results.generate_report())] if results.violations_count else []
    assert not found, "\n".join(f"{width} px, {scheme}: {report}" for width, scheme, report in found)
