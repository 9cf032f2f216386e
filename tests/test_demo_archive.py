"""`manage.py demo --articles` puts an archive behind the demo newsroom."""

from datetime import timedelta
from io import StringIO
from random import Random

import pytest
from django.core.management import call_command
from django.test import TestCase
from django.utils import timezone

from articles.demo import archive, loader, removal
from articles.models import Article, ArticlePhoto, Author, Correction, Tag
from tests.making import load_demo_texts, make_article, make_photo, make_tag, picture_file

pytestmark = pytest.mark.django_db
SIZE = 60


def command(**options):
    told = StringIO()
    call_command("demo", stdout=told, **options)
    return told.getvalue()


def row(article):
    stored = Article.objects.filter(pk=article.pk).values().get()
    return {name: value for name, value in stored.items() if name != "id"}


class DemoArchive(TestCase):
    @classmethod
    def setUpTestData(cls):
        load_demo_texts()
        cls.own = Article.objects.count()
        cls.photo = make_photo(
            (300, 200), original=picture_file((300, 200), "demo-port.jpg"), caption="L’« ancien » port"
        )
        make_photo(original=picture_file(name="demo-old.jpg"), publishable_until=timezone.now() - timedelta(days=1))
        archive.fill(SIZE)
        cls.articles = list(Article.objects.order_by("pk")[cls.own :])

    def test_every_number_has_its_article_whatever_is_there_already(self):
        self.assertEqual(len(self.articles), SIZE)
        told = command(articles=SIZE + 2)
        self.assertIn(" 100 %: 2 of 2 articles", f" {told}")
        self.assertEqual(Article.objects.count(), self.own + SIZE + 2)
        self.assertEqual(command(articles=SIZE), "")

    def test_ids_follow_time_and_the_demo_stays_the_newest(self):
        moments = [article.published_at for article in self.articles]
        self.assertEqual(moments, sorted(moments))
        self.assertLess(moments[-1], timezone.now() - timedelta(hours=5))
        self.assertLess(moments[0], timezone.now() - timedelta(days=3))

    def test_a_row_is_the_one_that_save_would_write(self):
        for article in self.articles[::10]:
            article.headline = str(article.headline)
            twin = Article(**{name: plain(value) for name, value in row(article).items()})
            twin.slug = twin.opening = ""
            twin.save()
            self.assertEqual(row(twin), row(article))

    def test_an_article_has_the_rows_that_belong_to_it(self):
        for article in self.articles:
            self.assertIn(article.bylines.count(), (1, 2, 3))
            self.assertTrue(article.tags.exists())
            before = set(article.article_photos.values_list("photo", flat=True))
            article.record_photos()
            self.assertEqual(set(article.article_photos.values_list("photo", flat=True)), before)
        self.assertTrue(ArticlePhoto.objects.filter(photo=self.photo).exists())

    def test_only_photos_that_may_be_shown_are_used(self):
        self.assertEqual({article.lead_photo_id for article in self.articles}, {self.photo.pk, None})

    def test_all_of_it_goes_again_and_what_is_the_papers_own_stays(self):
        own = make_article(authors=[Author.objects.get(slug="anne-le-brenn")], tags=[make_tag("à nous")])
        removal.remove()
        self.assertEqual(Article.objects.get(), own)
        self.assertEqual((Author.objects.get(), Tag.objects.get().name), (own.authors.get(), "à nous"))
        self.assertFalse(Correction.objects.exists() or ArticlePhoto.objects.exists())


def plain(value):
    return str(value) if isinstance(value, str) else value


def test_an_article_of_one_number_is_always_the_same():
    load_demo_texts()
    filler = archive.Archive(loader.read_newsroom(), loader.read_articles(), range(4))
    one, other = (filler.article(Random(7)) for _ in range(2))
    assert (one.headline, one.body, one.genre) == (other.headline, other.body, other.genre)
