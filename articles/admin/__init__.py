"""The desk's door: Django's admin, one file per noun."""

from django.contrib import admin

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
from articles.paper import paper

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

admin.site.site_header = admin.site.site_title = paper().name
