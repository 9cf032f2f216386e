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


# A phone with three pixels where the page counts one takes the picture of 800, two for each: more is not seen, and
# weighs twice as much. 97vw: for 24 of its 824 pixels one with two would else fetch the picture of 1,200.
PHONE = "(max-width: 30rem) and (min-resolution: 2.5dppx) 264px, 97vw"

PLACES = {
    "article": Place("figure figure--lead", f"(min-width: 75rem) 894px, {PHONE}", "full", captioned=True),
    "text": Place("figure", f"(min-width: 48rem) 640px, {PHONE}", "full", captioned=True),
    "lead": Place("lead__figure", f"(min-width: 75rem) 588px, (min-width: 48rem) 62vw, {PHONE}"),
    "feature": Place("card__figure", f"(min-width: 75rem) 588px, (min-width: 48rem) 66vw, {PHONE}"),
    "card": Place("card__figure", "(min-width: 75rem) 384px, 33vw", small_square=True),
    "topic": Place("listing__figure", f"(min-width: 48rem) 288px, {PHONE}"),
    "portrait": Place("listing__portrait", "(min-width: 48rem) 120px, 88px", "square"),
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
