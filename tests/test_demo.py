"""The demo newsroom: complete, the same at every load, and gone again without a trace."""

import json
import re
from collections import Counter

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import TestCase

from articles.demo import removal
from articles.models import (
    Article,
    Author,
    Correction,
    Genre,
    Page,
    Placement,
    Section,
    Tag,
)
from tests.making import an_hour_ago, load_demo_texts, make_article, make_author, make_section, make_tag
from tests.reading import read

pytestmark = pytest.mark.django_db


ID = re.compile(r'(?<=/articles/)\d+|(?<=data-photo=")\d+')


def facts():
    """What the demo says, in the order it says it, but for ids and the clock."""
    articles = Article.objects.order_by("headline", "pk")
    return [
        (article.headline, article.kicker, article.genre, ID.sub("", article.body), str(article.section), article.slug)
        + (tuple(str(author) for author in article.authors_in_order), tuple(sorted(article.tags.names())))
        for article in articles
    ]


class DemoPaper(TestCase):
    @classmethod
    def setUpTestData(cls):
        load_demo_texts()

    def test_the_demo_is_a_whole_newsroom(self):
        assert 55 <= Article.objects.count() <= 75
        assert set(Article.objects.values_list("genre", flat=True)) == set(Genre)
        assert Section.objects.count() == 6
        assert Author.objects.count() == 10
        assert set(Author.objects.values_list("kind", flat=True)) == set(Author.Kind)
        assert Tag.objects.count() == 40
        assert set(Correction.objects.values_list("kind", flat=True)) == set(Correction.Kind)
        assert Placement.objects.live().exists()
        assert Page.objects.exists()

    def test_the_demo_has_an_article_of_every_state(self):
        articles = list(Article.objects.all())
        assert sum(article.withdrawn_at is not None for article in articles) == 1
        assert [article for article in articles if article.updated_at and not article.corrections.exists()]
        assert [article for article in articles if article.published_at is None]
        scheduled = [article for article in articles if article.is_scheduled()]
        assert len(scheduled) == 1
        assert (scheduled[0].published_at - Article.objects.get(pk=scheduled[0].pk).created_at).total_seconds() < 121

    def test_the_newest_of_the_demo_is_some_minutes_old_and_its_archive_some_days(self):
        days = Counter(article.published_at.date() for article in Article.objects.published())
        assert 3 <= len(days)
        assert Article.objects.published().filter(published_at__gte=an_hour_ago()).exists()

    def test_every_article_of_the_demo_has_a_section_a_signature_and_words(self):
        for article in Article.objects.prefetch_related("bylines__author"):
            assert article.section and article.headline and article.body, article
            assert article.authors_in_order, article
            assert article.list_summary and len(article.list_headline) <= 100, article

    def test_every_link_of_the_demo_leads_somewhere(self):
        for article in Article.objects.all():
            for link in read(f"<div>{article.body}</div>").all("a"):
                if link["href"].startswith("/"):
                    assert self.client.get(link["href"]).status_code in (200, 404), (article, link)
                    assert Article.objects.filter(pk=link["href"].split("/")[2]).exists()


def test_the_demo_is_the_same_at_every_load():
    with transaction.atomic():
        load_demo_texts()
        first = facts()
        transaction.set_rollback(True)
    load_demo_texts()
    assert facts() == first


def test_the_demo_refuses_a_paper_that_has_articles():
    make_article("Our own")
    with pytest.raises(CommandError):
        call_command("demo")
    assert Article.objects.get().headline == "Our own"


def test_the_demo_can_be_asked_to_keep_out_of_a_paper_in_use():
    make_article("Our own")
    call_command("demo", "--if-empty")
    assert Article.objects.get().headline == "Our own"


def files(site):
    return [file for place in ("originals", "renditions") for file in (site.var / place).rglob("*") if file.is_file()]


# Run inside a copy of the demo.
MAKE_OWN = """
from articles.models import Author, Byline, Section, Tag
from tests.making import make_article, make_tag
own = make_article("Our own", section=Section.objects.first(), tags=[make_tag("ours"), Tag.objects.first()])
Byline.objects.create(article=own, author=Author.objects.first())
print(Author.objects.first())
"""
FACTS = """
import json
from django.apps import apps
from articles.models import Article, Author, Photo
print(json.dumps({
    "counts": {model.__name__: model.objects.count() for model in apps.get_app_config("articles").get_models()},
    "addresses": [photo.address("1x1-120", "jpg") for photo in Photo.objects.all()],
    "own tags": Article.objects.get(headline="Our own").tags.count(),
    "authors": [str(author) for author in Author.objects.all()],
}))
"""


@pytest.mark.slow
def test_the_demo_comes_with_its_pictures_and_goes_without_a_trace(demo, tmp_path):
    with demo.copied(tmp_path / "demo") as copy:
        kept_author = copy.ask(MAKE_OWN).strip()
        loaded = json.loads(copy.ask(FACTS))
        assert loaded["counts"]["Photo"] == 28 == len(set(loaded["addresses"]))
        assert all(loaded["addresses"])
        assert len(list(copy.var.glob("renditions/*/*/1x1-120.jpg"))) == 28
        copy.manage("demo", "--remove")
        left = json.loads(copy.ask(FACTS))
    counts = left["counts"]
    assert (counts["Article"], counts["Tag"], left["own tags"]) == (1, 2, 2)
    assert left["authors"] == [kept_author]
    assert (counts["Section"], counts["Page"]) == (6, loaded["counts"]["Page"])
    for gone in ("Photo", "PhotoCredit", "Placement", "Correction", "User", "UncreditedPicture", "Agency"):
        assert not counts[gone], gone
        assert loaded["counts"][gone], gone
    assert files(copy) == []


def test_removing_the_demo_from_a_paper_without_it_changes_nothing():
    own = make_article("Our own", published_at=an_hour_ago(), section=make_section(), authors=[make_author()])
    own.tags.add(make_tag("ours"))
    removal.remove()
    assert Article.objects.get() == own
    assert (Author.objects.count(), Tag.objects.count(), Section.objects.count()) == (1, 1, 1)
