"""An article's page as some contents would make it, with nothing saved."""

import re
from dataclasses import replace

from django.utils import timezone

from articles import words
from articles.body import clean, photo_ids
from articles.models.article import Article
from articles.models.article_page import ArticlePage
from articles.models.byline import Author
from articles.models.comparison import numbers
from articles.models.contents import COLUMNS, LISTS
from articles.models.genre import Genre
from articles.models.related import related_to
from articles.models.tag import Tag, parse_tags

# As the form allows; each name is a question.
LONGEST_LINE = 500
SLUG = r"[-a-zA-Z0-9_]+"


def preview(article, data, address, at=None):
    """The page of these contents; `address` says where the files of a photo are, since the public may not have them."""
    at = at or timezone.now()
    shown = Article.objects.for_page().get(pk=article.pk)
    for name in COLUMNS:
        if name in data:
            take(shown, name, data[name])
    # What has no hour yet is seen as if it appeared now.
    shown.published_at = shown.published_at or at
    shown.authors_in_order = [
        author for author in Author.objects.in_line(data.get("byline", "")[:LONGEST_LINE]).values() if author
    ]
    tags = named_tags(data.get("tags", ""))
    lists = {name: list(numbers([data], name)) for name in LISTS}
    known = [tag.pk for tag in tags if tag.pk]
    page = ArticlePage.of(shown, at)
    for use in page.uses:
        use.photo.private_address = address
    return replace(page, tags=tags, related=related_to(shown, at, tags=known, **lists))


def take(article, name, typed):
    """Set a column as a save would write it; what is no value of it leaves it as it is."""
    field = Article._meta.get_field(name)
    if field.is_relation:
        setattr(article, name, field.related_model.objects.filter(pk__in=numbers([{name: typed}], name)).first())
    elif is_a_value(name, typed):
        setattr(article, name, field.correct(typed) if hasattr(field, "correct") else typed)


def is_a_value(name, typed):
    if name == "slug":
        return re.fullmatch(SLUG, typed)
    return name != "genre" or typed in Genre.values


def named_tags(typed):
    """The tags of a line; a new one is made, and not stored."""
    names = {words.slug(name): name for name in parse_tags(typed)}
    stored = {tag.slug: tag for tag in Tag.objects.filter(slug__in=names)}
    return [stored.get(slug) or Tag(name=name, slug=slug) for slug, name in names.items()]


def photos_in(data):
    """The ids of the photos that these contents show."""
    return numbers([data], "lead_photo") | set(photo_ids(clean(data.get("body", ""))))
