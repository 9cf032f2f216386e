"""The nouns of the newsroom, one file each. Everyone else imports them from here."""

from articles.models.archive import MonthPage, YearPage, around
from articles.models.article import Article, ArticlePhoto
from articles.models.article_page import texts_with_photos
from articles.models.authority import Authority, own_articles, readable_articles
from articles.models.byline import Author, Byline
from articles.models.change import SPOKEN, Change, record_change
from articles.models.comparison import changed_fields, compare, label_of
from articles.models.contents import as_typed, contents, notes, same, says_more, sent
from articles.models.correction import Correction
from articles.models.credit import Agency, PhotoCredit
from articles.models.day import Day
from articles.models.draft import Draft, Taken, TooSoon, abandon, keep, leave, settle
from articles.models.edition import Edition, next_event
from articles.models.front import Front, Placement, section_opening
from articles.models.genre import Genre, Stage
from articles.models.intake import AlreadyThere, take_in
from articles.models.links import internal_links, is_public
from articles.models.listing import by_day, page_of
from articles.models.merging import choices, merged
from articles.models.navigation import navigation
from articles.models.page import Page
from articles.models.period import Period
from articles.models.photo import Label, Photo
from articles.models.photo_places import places_of, used_photos
from articles.models.presence import note_presence, others_present
from articles.models.preview import photos_in, preview
from articles.models.readiness import Finding, findings
from articles.models.related import chosen, newest_first
from articles.models.removal import COPIES_KEPT, Removal
from articles.models.revision import Revision, StaleSave, newer_versions, next_version, record_version, set_aside
from articles.models.role import CORRESPONDENT, EDITOR_IN_CHIEF, JOURNALIST, PHOTO_EDITOR, ROLES, SUB_EDITOR, Role
from articles.models.search import Asked, Found, Span, find
from articles.models.search_entry import SearchEntry, index
from articles.models.searched_name import SearchedName, record_names
from articles.models.section import Section
from articles.models.sharing import end_sharing, is_shared, revision_of, share, shared_address
from articles.models.status import standing, state_of
from articles.models.tag import MOST_COUNTED, Tag, TagAlias, TaggedArticle, merge_tags, parse_tags, why_no_name
from articles.models.topic import LETTERS, letters, page_of_topics, related_topics, topics_of_the_day
from articles.models.transitions import TRANSITIONS, open_transitions, perform
from articles.models.uncredited import UncreditedPicture
from articles.models.user import User
from articles.models.visibility import public_authors, public_tags, shown_photos, visible_photos

__all__ = [
    "COPIES_KEPT",
    "CORRESPONDENT",
    "EDITOR_IN_CHIEF",
    "JOURNALIST",
    "LETTERS",
    "MOST_COUNTED",
    "PHOTO_EDITOR",
    "ROLES",
    "SPOKEN",
    "SUB_EDITOR",
    "TRANSITIONS",
    "Agency",
    "AlreadyThere",
    "Article",
    "ArticlePhoto",
    "Asked",
    "Author",
    "Authority",
    "Byline",
    "Change",
    "Correction",
    "Day",
    "Draft",
    "Edition",
    "Finding",
    "Found",
    "Front",
    "Genre",
    "Label",
    "MonthPage",
    "Page",
    "Period",
    "Photo",
    "PhotoCredit",
    "Placement",
    "Removal",
    "Revision",
    "Role",
    "SearchEntry",
    "SearchedName",
    "Section",
    "Span",
    "Stage",
    "StaleSave",
    "Tag",
    "TagAlias",
    "TaggedArticle",
    "Taken",
    "TooSoon",
    "UncreditedPicture",
    "User",
    "YearPage",
    "abandon",
    "around",
    "as_typed",
    "by_day",
    "changed_fields",
    "choices",
    "chosen",
    "compare",
    "contents",
    "end_sharing",
    "find",
    "findings",
    "index",
    "internal_links",
    "is_public",
    "is_shared",
    "keep",
    "label_of",
    "leave",
    "letters",
    "merge_tags",
    "merged",
    "notes",
    "navigation",
    "newer_versions",
    "newest_first",
    "next_event",
    "next_version",
    "note_presence",
    "open_transitions",
    "others_present",
    "own_articles",
    "page_of",
    "page_of_topics",
    "parse_tags",
    "perform",
    "photos_in",
    "places_of",
    "preview",
    "public_authors",
    "public_tags",
    "readable_articles",
    "record_change",
    "record_names",
    "record_version",
    "related_topics",
    "revision_of",
    "same",
    "says_more",
    "section_opening",
    "sent",
    "set_aside",
    "settle",
    "share",
    "shared_address",
    "shown_photos",
    "standing",
    "state_of",
    "take_in",
    "texts_with_photos",
    "topics_of_the_day",
    "used_photos",
    "visible_photos",
    "why_no_name",
]
