"""Where a photo stands: what the library shows, and why it cannot be deleted."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from articles.models.article import Article, ArticlePhoto
from articles.models.front import Placement
from articles.models.photo import Photo


@dataclass(frozen=True)
class PhotoPlace:
    """`noun` is the article or the placement; `role` says as what: "lead", "body" or "front"."""

    role: str
    noun: object
    article: Article

    @property
    def address(self):
        """What readers open to see it; empty while they cannot."""
        return self.article.get_absolute_url() if self.article.is_published() else ""


def used_photos():
    """Those that stand anywhere, whether readers see it or not."""
    return Photo.objects.filter(
        Q(Exists(Article.objects.filter(lead_photo=OuterRef("pk"))))
        | Q(Exists(ArticlePhoto.objects.filter(photo=OuterRef("pk"))))
        | Q(Exists(Placement.objects.filter(photo=OuterRef("pk"))))
    )


def places_of(photo):
    """Every place of a photo, the newest article first."""
    led = Article.objects.filter(lead_photo=photo).defer("body").order_by("-pk")
    with_it = Article.objects.filter(article_photos__photo=photo).defer("body").order_by("-pk")
    placed = Placement.objects.filter(photo=photo).select_related("article").order_by("-pk")
    return [
        *(PhotoPlace("lead", article, article) for article in led),
        *(PhotoPlace("body", article, article) for article in with_it),
        *(PhotoPlace("front", placement, placement.article) for placement in placed),
    ]
