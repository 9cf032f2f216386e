"""The facts an article's page prints, gathered once; a preview fills the same template."""

from dataclasses import dataclass
from typing import ClassVar

from articles import body
from articles.models.photo import Photo
from articles.models.related import related_to


@dataclass(frozen=True)
class Figure:
    """A photo block of the text, with its photo."""

    use: object
    kind: ClassVar[str] = "photo"


@dataclass(frozen=True)
class RightsEnded:
    """Where a photo stood whose rights have ended."""

    kind: ClassVar[str] = "rights-ended"


@dataclass(frozen=True)
class ArticlePage:
    article: object
    authors: list
    lead: object
    blocks: list
    tags: list
    corrections_above: list
    corrections_below: list
    related: list

    @property
    def uses(self):
        """The photos that the page shows, in reading order."""
        shown = [self.lead, *(block.use for block in self.blocks if block.kind == "photo")]
        return [use for use in shown if use]

    @property
    def corrections(self):
        return self.corrections_above + self.corrections_below

    @property
    def lead_rights_ended(self):
        return self.article.lead_photo is not None and self.article.lead_photo.rights_have_ended()

    @classmethod
    def of(cls, article, at):
        corrections = [made for made in article.corrections.all() if made.made_at and made.made_at <= at]
        tags = list(article.tags.all())
        return cls(
            article=article,
            authors=article.authors_in_order,
            lead=article.lead,
            blocks=blocks_with_photos(article.body),
            tags=tags,
            corrections_above=[made for made in corrections if made.stands_above_the_text],
            corrections_below=[made for made in corrections if not made.stands_above_the_text],
            related=related_to(article, at, tags=[tag.pk for tag in tags]),
        )


def blocks_with_photos(html):
    return texts_with_photos([html])[0]


def texts_with_photos(bodies):
    """The blocks of each body, all photos fetched in one query; a photo that is gone is left out."""
    texts = [body.blocks(html) for html in bodies]
    wanted = {block.photo_id for blocks in texts for block in blocks if block.kind == "photo"}
    photos = Photo.objects.select_related("credit__agency").in_bulk(wanted)
    return [[shown for block in blocks if (shown := with_photo(block, photos))] for blocks in texts]


def with_photo(block, photos):
    """The block as it is printed, or nothing."""
    if block.kind != "photo":
        return block
    photo = photos.get(block.photo_id)
    if photo is None:
        return None
    if photo.is_publishable():
        return Figure(photo.use(block.caption, block.alt))
    return RightsEnded() if photo.rights_have_ended() else None
