"""The nouns of the newsroom, one file each. Everyone else imports them from here."""

from articles.models.article import Article, ArticlePhoto, Genre, Stage
from articles.models.article_page import texts_with_photos
from articles.models.byline import Author, Byline
from articles.models.correction import Correction
from articles.models.front import Front, Placement, section_opening
from articles.models.listing import by_day, page_of
from articles.models.navigation import navigation
from articles.models.page import Page
from articles.models.photo import Agency, Photo, PhotoCredit
from articles.models.section import Section
from articles.models.tag import Tag, TaggedArticle, parse_tags
from articles.models.user import User
from articles.models.visibility import visible_photos

__all__ = [
    "Agency",
    "Article",
    "ArticlePhoto",
    "Author",
    "Byline",
    "Correction",
    "Front",
    "Genre",
    "Page",
    "Photo",
    "PhotoCredit",
    "Placement",
    "Section",
    "Stage",
    "Tag",
    "TaggedArticle",
    "User",
    "by_day",
    "navigation",
    "page_of",
    "parse_tags",
    "section_opening",
    "texts_with_photos",
    "visible_photos",
]
