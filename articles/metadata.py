"""What one page tells machines about itself: its title, its picture, what it is about.

A view makes it of what the page shows; `templates/_metadata.html` prints it. No model is imported, so that it stands
below the doors.
"""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import get_language

from articles import structured_data
from articles.paper import absolute

# Share cards want a country with the language.
LOCALES = {"fr": "fr_FR", "en": "en_US"}


@dataclass(frozen=True, kw_only=True)
class Metadata:
    """Of a page that is neither news nor a list; the others are told below. `picture` is a photo in use."""

    title: str
    address: str
    description: str = ""
    picture: object = None
    kind: str = "website"

    @property
    def url(self):
        return absolute(self.address)

    @property
    def locale(self):
        language = get_language()
        return LOCALES.get(language.partition("-")[0]) or language.replace("-", "_")

    @property
    def image(self):
        """The file for share cards: the widest crop."""
        return structured_data.crops(self.picture)[0] if self.picture else None

    def things(self, navigation):
        """For `structured_data.as_script`: what this page is about, in which site, of whom."""
        return [*self.about(navigation), structured_data.website(), structured_data.organization(navigation)]

    def about(self, navigation):
        return [structured_data.web_page("WebPage", self)]


@dataclass(frozen=True, kw_only=True)
class ListMetadata(Metadata):
    """Of a page that leads to others: its entries in reading order. `way` leads to it from the front, in pairs of name
    and address."""

    entries: list = field(default_factory=list)
    way: list = field(default_factory=list)

    def about(self, navigation):
        entries = structured_data.item_list(entry.get_absolute_url() for entry in self.entries)
        page = structured_data.web_page("CollectionPage", self, mainEntity=entries)
        is_front = self.address == reverse("front")
        return [page] if is_front else [page, structured_data.breadcrumbs(*self.way, (self.title, self.address))]


@dataclass(frozen=True, kw_only=True)
class AuthorMetadata(Metadata):
    author: object
    kind: str = "profile"

    @classmethod
    def of(cls, author):
        """No other picture than the portrait: one from an article would pass for it."""
        return cls(
            title=author.name,
            address=author.get_absolute_url(),
            description=author.bio,
            picture=author.picture,
            author=author,
        )

    def about(self, navigation):
        profile = structured_data.profile(self.author, self.picture, navigation)
        return [structured_data.web_page("ProfilePage", self, mainEntity=profile)]


@dataclass(frozen=True, kw_only=True)
class ArticleMetadata(Metadata):
    page: object
    kind: str = "article"

    @classmethod
    def of(cls, page):
        return cls(
            title=page.article.headline,
            address=page.article.get_absolute_url(),
            description=page.article.list_summary,
            picture=next(iter(page.uses), None),
            page=page,
        )

    def about(self, navigation):
        section = self.page.article.section
        way = structured_data.breadcrumbs((section.name, section.get_absolute_url()), (self.title, self.address))
        return [structured_data.article(self.page, navigation), way]


def first_picture(articles):
    """What a list looks like on a share card: the first picture it shows, if any."""
    return next((article.lead for article in articles if article.shows_picture_on_cards), None)
