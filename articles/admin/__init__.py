"""The desk's door: Django's admin, one file per noun."""

from articles.admin import (
    agency,
    article,
    byline,
    correction,
    front,
    page,
    person,
    photo,
    role,
    section,
    tag,
    uncredited,
)

__all__ = [
    "agency",
    "article",
    "byline",
    "correction",
    "front",
    "page",
    "person",
    "photo",
    "role",
    "section",
    "tag",
    "uncredited",
]
