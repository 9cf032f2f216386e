"""The one way to print a photo on a page: its files, its words and, always, its credit."""

from dataclasses import dataclass

from django import template

register = template.Library()


@dataclass(frozen=True)
class Place:
    """Where a photo stands: its class, its shape, how wide it is there, and whether its caption is printed."""

    css: str
    sizes: str
    shape: str = "wide"
    small_square: bool = False
    captioned: bool = False


PLACES = {
    # 97vw: for 24 of its 824 pixels a phone would else fetch the picture of 1,200.
    "article": Place("figure figure--lead", "(min-width: 75rem) 894px, 97vw", "full", captioned=True),
    "text": Place("figure", "(min-width: 48rem) 640px, 100vw", "full", captioned=True),
    "lead": Place("lead__figure", "(min-width: 75rem) 588px, (min-width: 48rem) 62vw, 100vw"),
    "feature": Place("card__figure", "(min-width: 75rem) 588px, (min-width: 48rem) 66vw, 100vw"),
    "card": Place("card__figure", "(min-width: 75rem) 384px, 33vw", small_square=True),
    "line": Place("line__figure", "168px", small_square=True),
}


@register.inclusion_tag("articles/_photo.html")
def photo(use, place, first=False):
    """`use` is a photo in use; `first` is true for the picture that the eye meets first."""
    where = PLACES[place]
    return {
        "use": use,
        "place": where,
        "sources": getattr(use, where.shape),
        "words": use.line if where.captioned else use.short_line,
        "first": first,
    }
