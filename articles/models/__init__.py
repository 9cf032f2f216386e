"""The nouns of the newsroom, one file each. Everyone else imports them from here."""

from articles.models.article import Article, ArticlePhoto, Genre, Stage
from articles.models.article_page import texts_with_photos
from articles.models.byline import Author, Byline
from articles.models.correction import Correction
from articles.models.credit import Agency, PhotoCredit
from articles.models.front import Front, Placement, section_opening
from articles.models.intake import AlreadyThere, take_in
from articles.models.listing import by_day, page_of
from articles.models.navigation import navigation
from articles.models.page import Page
from articles.models.photo import Label, Photo
from articles.models.photo_places import places_of, used_photos
from articles.models.section import Section
from articles.models.tag import Tag, TaggedArticle, parse_tags
from articles.models.uncredited import UncreditedPicture
from articles.models.user import User
from articles.models.visibility import shown_photos, visible_photos

__all__ = [
    "Agency",
    "AlreadyThere",
    "Article",
    "ArticlePhoto",
    "Author",
    "Byline",
    "Correction",
    "Front",
    "Genre",
    "Label",
    "Page",
    "Photo",
    "PhotoCredit",
    "Placement",
    "Section",
    "Stage",
    "Tag",
    "TaggedArticle",
    "UncreditedPicture",
    "User",
    "by_day",
    "navigation",
    "page_of",
    "parse_tags",
    "places_of",
    "section_opening",
    "shown_photos",
    "take_in",
    "texts_with_photos",
    "used_photos",
    "visible_photos",
]
