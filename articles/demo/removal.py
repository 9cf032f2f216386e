"""Takes the demo away again: the newsroom and the archive behind it."""

from django.db import models, transaction

from articles.demo.archive import author_slugs
from articles.demo.archive_words import ArchiveWords
from articles.demo.loader import DEMO_FILE, DEMO_USER, read_newsroom
from articles.models import (
    Agency,
    Article,
    Author,
    Day,
    Edition,
    Photo,
    PhotoCredit,
    Tag,
    UncreditedPicture,
    User,
    used_photos,
)
from articles.progress import Progress

BATCH = 500


def remove(say=lambda words: None):
    """Take the demo's articles, pictures, agencies, authors and tags away again; sections and
    pages, which a paper renames and rewrites, stay. May be stopped, and started again."""
    remove_articles(say)
    newsroom = read_newsroom()
    with transaction.atomic():
        authors = [author["slug"] for author in newsroom["author"]]
        authors += author_slugs(ArchiveWords(newsroom, [], []).authors)
        Author.objects.filter(slug__in=authors, bylines__isnull=True).delete()
        remove_pictures(newsroom)
        User.objects.filter(username=DEMO_USER).delete()
        Edition.end()


def remove_articles(say):
    articles = Article.objects.filter(created_by__username=DEMO_USER).order_by("pk")
    count = articles.count()
    progress = Progress(count, say if count > BATCH else lambda words: None)
    while batch := list(articles.values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            moments = list(Article.objects.filter(pk__in=batch).values_list("published_at", flat=True))
            tags = set(Tag.objects.filter(tagged__content_object__in=batch).values_list("pk", flat=True))
            # Django's own delete: what was published here was never news.
            models.QuerySet.delete(Article.objects.filter(pk__in=batch))
            Day.objects.recount(Article.objects, moments)
            Tag.objects.filter(pk__in=tags, tagged__isnull=True).delete()
            Edition.end()
        progress.passed(len(batch))


def remove_pictures(newsroom):
    photos = list(Photo.objects.filter(original__contains=f"/{DEMO_FILE}").exclude(pk__in=used_photos().values("pk")))
    for photo in photos:
        photo.delete()
    credits = {photo.credit_id for photo in photos}
    PhotoCredit.objects.filter(pk__in=credits, photos__isnull=True).delete()
    agencies = {credit.get("agency") for credit in newsroom["credit"]}
    Agency.objects.filter(name__in=agencies, credits__isnull=True).delete()
    UncreditedPicture.objects.filter(original__contains=f"/{DEMO_FILE}").throw_away()
