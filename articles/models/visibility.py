from django.db.models import Exists, OuterRef, Q

from articles.models.article import Article, ArticlePhoto
from articles.models.front import Placement
from articles.models.photo import Photo


def shown_photos(at=None):
    """The photos that stand somewhere public at that moment, whether or not their rights still allow it."""
    published = Article.objects.published(at)
    in_texts = ArticlePhoto.objects.filter(Exists(published.filter(pk=OuterRef("article"))))
    on_the_front = Placement.objects.live(at)
    return Photo.objects.filter(
        Q(Exists(published.filter(lead_photo=OuterRef("pk"))))
        | Q(Exists(in_texts.filter(photo=OuterRef("pk"))))
        | Q(Exists(on_the_front.filter(photo=OuterRef("pk"))))
    )


def visible_photos(at=None):
    """Those of them whose files are delivered; no other is."""
    return shown_photos(at).publishable(at)
