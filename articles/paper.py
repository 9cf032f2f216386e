"""The paper itself: its name, its looks, its address, as the settings give them."""

from dataclasses import dataclass

from django.conf import settings
from django.templatetags.static import static


@dataclass(frozen=True)
class Paper:
    name: str
    tagline: str
    logo: str
    accent: str
    accent_dark: str

    @property
    def logo_address(self):
        """Where the logo is served: the file `PAPER_LOGO` names below `var/brand/`."""
        return static(f"brand/{self.logo}") if self.logo else ""


def paper():
    return Paper(**settings.PAPER)


def absolute(address):
    """The whole address of one of our pages or files, for machines and for canonical links."""
    return settings.SITE_URL + address
