"""What masthead and footer lead to: sections and pages, in one query on every page."""

from dataclasses import dataclass

from django.db.models import Value
from django.urls import reverse
from django.utils.functional import cached_property

from articles.models.page import Page
from articles.models.section import Section


@dataclass(frozen=True)
class Link:
    """`place` is "section", or the column of the footer that a page stands in."""

    place: str
    slug: str
    name: str

    @cached_property
    def address(self):
        return reverse("section" if self.place == "section" else "page", args=[self.slug])


def navigation():
    """The links by place: `{"section": [Link, …], "paper": […], …}`."""
    sections = Section.objects.order_by().values_list(Value("section"), "slug", "name", "position")
    pages = Page.objects.order_by().exclude(footer="")
    rows = sections.union(pages.values_list("footer", "slug", "title", "position"), all=True)
    links = {}
    for place, slug, name, _position in rows.order_by("position", "name"):
        links.setdefault(place, []).append(Link(place, slug, name))
    return links
