"""The nouns of the newsroom, one file each. Everyone else imports them from here."""

from articles.models.article import Article, ArticlePhoto, Genre, Stage
from articles.models.article_page import texts_with_photos
from articles.models.authority import Authority, own_articles, readable_articles
from articles.models.byline import Author, Byline
from articles.models.change import SPOKEN, Change, record_change
from articles.models.correction import Correction
from articles.models.credit import Agency, PhotoCredit
from articles.models.front import Front, Placement, section_opening
from articles.models.intake import AlreadyThere, take_in
from articles.models.links import internal_links, is_public
from articles.models.listing import by_day, page_of
from articles.models.navigation import navigation
from articles.models.page import Page
from articles.models.photo import Label, Photo
from articles.models.photo_places import places_of, used_photos
from articles.models.readiness import Finding, findings
from articles.models.role import CORRESPONDENT, EDITOR_IN_CHIEF, JOURNALIST, PHOTO_EDITOR, ROLES, SUB_EDITOR, Role
from articles.models.section import Section
from articles.models.status import standing, state_of
from articles.models.tag import Tag, TaggedArticle, parse_tags
from articles.models.transitions import TRANSITIONS, open_transitions, perform
from articles.models.uncredited import UncreditedPicture
from articles.models.user import User
from articles.models.visibility import shown_photos, visible_photos

__all__ = [
    "CORRESPONDENT",
    "EDITOR_IN_CHIEF",
    "JOURNALIST",
    "PHOTO_EDITOR",
    "ROLES",
    "SPOKEN",
    "SUB_EDITOR",
    "TRANSITIONS",
    "Agency",
    "AlreadyThere",
    "Article",
    "ArticlePhoto",
    "Author",
    "Authority",
    "Byline",
    "Change",
    "Correction",
    "Finding",
    "Front",
    "Genre",
    "Label",
    "Page",
    "Photo",
    "PhotoCredit",
    "Placement",
    "Role",
    "Section",
    "Stage",
    "Tag",
    "TaggedArticle",
    "UncreditedPicture",
    "User",
    "by_day",
    "findings",
    "internal_links",
    "is_public",
    "navigation",
    "open_transitions",
    "own_articles",
    "page_of",
    "parse_tags",
    "perform",
    "places_of",
    "readable_articles",
    "record_change",
    "section_opening",
    "shown_photos",
    "standing",
    "state_of",
    "take_in",
    "texts_with_photos",
    "used_photos",
    "visible_photos",
]
