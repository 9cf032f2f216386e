"""What `manage.py check` refuses beside Django's own: a paper that cannot be read."""

from django.core.checks import Error

from articles import colours
from articles.paper import paper


def accents_can_be_read(app_configs, **kwargs):
    light, dark = colours.schemes()
    accents = (("PAPER_ACCENT", paper().accent, light), ("PAPER_ACCENT_DARK", paper().accent_dark, dark))
    return [
        Error(
            f"{name} is {accent}; on {scheme['paper']} its contrast is {contrast:.1f}:1, and a text needs 4.5:1.",
            id="articles.E001",
        )
        for name, accent, scheme in accents
        if (contrast := colours.contrast(accent, scheme["paper"])) < colours.READABLE
    ]
