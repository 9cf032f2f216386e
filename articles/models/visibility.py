"""What else readers can see because an article is public: its photos, its tags, its authors."""

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from articles.models.article import Article, ArticlePhoto
from articles.models.byline import Author, Byline
from articles.models.front import Placement
from articles.models.photo import Photo
from articles.models.tag import Tag, TaggedArticle


def public_tags(at=None):
    """Those under which readers find an article."""
    return Tag.objects.filter(Exists(rows_of_published(TaggedArticle, "content_object", at).filter(tag=OuterRef("pk"))))


def public_authors(at=None):
    """Those of whom readers find an article."""
    return Author.objects.filter(Exists(rows_of_published(Byline, "article", at).filter(author=OuterRef("pk"))))


def rows_of_published(model, article, at):
    """Asked along the copies of the hour: the first row looked at is mostly the answer."""
    at = at or timezone.now()
    published = Article.objects.published(at).filter(pk=OuterRef(article))
    return model.objects.filter(Exists(published), stands_at__lte=at).order_by()


def shown_photos(at=None):
    """The photos that stand somewhere public at that moment, whether or not their rights still allow it."""
    published = Article.objects.published(at)
    in_texts = ArticlePhoto.objects.filter(Exists(published.filter(pk=OuterRef("article"))))
    on_the_front = Placement.objects.live(at)
    return Photo.objects.filter(
        Q(Exists(published.filter(lead_photo=OuterRef("pk"))))
        | Q(Exists(in_texts.filter(photo=OuterRef("pk"))))
        | Q(Exists(on_the_front.filter(photo=OuterRef("pk"))))
        | Q(Exists(public_tags(at).filter(photo=OuterRef("pk"))))
        | Q(Exists(public_authors(at).filter(portrait=OuterRef("pk"))))
    )


def visible_photos(at=None):
    """Those of them whose files are delivered; no other is."""
    return shown_photos(at).publishable(at)
