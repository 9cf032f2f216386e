"""Where a photo stands: what the library shows, and why it cannot be deleted."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from articles.models.article import Article, ArticlePhoto
from articles.models.byline import Author
from articles.models.front import Placement
from articles.models.photo import Photo
from articles.models.tag import Tag
from articles.models.visibility import public_authors, public_tags


@dataclass(frozen=True)
class PhotoPlace:
    """`noun` is the article, the placement, the tag or the author; `role` says as what: "lead", "body", "front",
    "topic" or "portrait"; `page` is what readers open to see it, if they can."""

    role: str
    noun: object
    page: object
    is_public: bool

    @property
    def article(self):
        return self.page if isinstance(self.page, Article) else None

    @property
    def address(self):
        return self.page.get_absolute_url() if self.is_public else ""


def used_photos():
    """Those that stand anywhere, whether readers see it or not."""
    return Photo.objects.filter(
        Q(Exists(Article.objects.filter(lead_photo=OuterRef("pk"))))
        | Q(Exists(ArticlePhoto.objects.filter(photo=OuterRef("pk"))))
        | Q(Exists(Placement.objects.filter(photo=OuterRef("pk"))))
        | Q(Exists(Tag.objects.filter(photo=OuterRef("pk"))))
        | Q(Exists(Author.objects.filter(portrait=OuterRef("pk"))))
    )


def places_of(photo):
    """Every place of a photo, the newest article first."""
    led = Article.objects.filter(lead_photo=photo).defer("body").order_by("-pk")
    with_it = Article.objects.filter(article_photos__photo=photo).defer("body").order_by("-pk")
    placed = Placement.objects.filter(photo=photo).select_related("article").order_by("-pk")
    return [
        *(in_article("lead", article, article) for article in led),
        *(in_article("body", article, article) for article in with_it),
        *(in_article("front", placement, placement.article) for placement in placed),
        *with_page("topic", Tag.objects.filter(photo=photo), public_tags()),
        *with_page("portrait", Author.objects.filter(portrait=photo), public_authors()),
    ]


def in_article(role, noun, article):
    return PhotoPlace(role, noun, article, article.is_published())


def with_page(role, nouns, public):
    """The places on pages that are public while something else is."""
    seen = set(public.filter(pk__in=nouns.order_by()).values_list("pk", flat=True))
    return [PhotoPlace(role, noun, noun, noun.pk in seen) for noun in nouns]
