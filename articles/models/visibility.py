"""What else readers can see because an article is public: its photos, its tags, its authors."""

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from articles.models.article import Article, ArticlePhoto
from articles.models.byline import Author, Byline
from articles.models.front import Placement
from articles.models.photo import Photo
from articles.models.tag import Tag, TaggedArticle


def public_tags(at=None):
    """Those under which readers find an article."""
    newest = newest_row(TaggedArticle.objects.filter(tag=OuterRef("pk")), "content_object", at)
    return Tag.objects.alias(newest=newest).filter(newest__isnull=False)


def public_authors(at=None):
    """Those of whom readers find an article."""
    newest = newest_row(Byline.objects.filter(author=OuterRef("pk")), "article", at)
    return Author.objects.alias(newest=newest).filter(newest__isnull=False)


def newest_row(rows, article, at):
    """Of a published article, or nothing. Asked in order of time: the first row looked at is mostly the answer. (As an
    `Exists`, PostgreSQL may join the rows of a whole archive to find one.)"""
    at = at or timezone.now()
    published = Article.objects.published(at).filter(pk=OuterRef(article))
    there = rows.filter(Exists(published), stands_at__lte=at)
    return Subquery(there.order_by("-stands_at", f"-{article}").values("pk")[:1])


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
