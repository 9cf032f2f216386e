"""The sites whose videos a body may show, and their players. A player is loaded only when the reader asks for it."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Embed:
    provider: str
    player: str


@dataclass(frozen=True)
class Provider:
    name: str
    page: re.Pattern
    player: str

    def embed(self, url):
        """Return the player of a page of this provider, or None."""
        page = self.page.fullmatch(url)
        return page and Embed(self.name, self.player.format_map(page.groupdict(default="")))


# The players that ask for the least: no cookie before the video starts (YouTube), no statistics (Vimeo's dnt).
EMBEDS = (
    Provider(
        "YouTube",
        re.compile(
            r"https?://(?:(?:www\.|m\.)?youtube\.com/(?:watch\?(?:[\w=&;%.-]*&)?v=|embed/|live/|shorts/)|youtu\.be/"
            r"|www\.youtube-nocookie\.com/embed/)(?P<id>[\w-]{11})(?:[?&#].*)?",
            re.ASCII,
        ),
        "https://www.youtube-nocookie.com/embed/{id}",
    ),
    Provider(
        "Vimeo",
        re.compile(r"https?://(?:www\.|player\.)?vimeo\.com/(?:video/)?(?P<id>\d+)(?:[/?#].*)?", re.ASCII),
        "https://player.vimeo.com/video/{id}?dnt=1",
    ),
    Provider(
        "Dailymotion",
        re.compile(
            r"https?://(?:(?:www\.)?dailymotion\.com/(?:embed/)?video/|dai\.ly/)(?P<id>[A-Za-z0-9]+)(?:[_?#].*)?"
        ),
        "https://geo.dailymotion.com/player.html?video={id}",
    ),
)


def embed(url):
    """Return the provider and the player of a video's page, or None for a page we do not know."""
    return next(filter(None, (provider.embed(url) for provider in EMBEDS)), None)


def embed_hosts():
    """Return the origins of all players, for the frame-src of the content security policy."""
    players = (urlsplit(provider.player) for provider in EMBEDS)
    return tuple(f"{player.scheme}://{player.hostname}" for player in players)
