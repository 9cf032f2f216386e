"""The desk's door: Django's admin, one file per noun."""

from django.contrib import admin

from articles.admin import article, byline, correction, front, page, photo, section, tag, user
from articles.paper import paper

__all__ = [
    "article",
    "byline",
    "correction",
    "front",
    "page",
    "photo",
    "section",
    "tag",
    "user",
]

admin.site.site_header = admin.site.site_title = paper().name
