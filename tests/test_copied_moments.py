"""The rows of tags and authors stand in order of time: they copy the hour of publication, and never decide by it."""

import pytest

from articles.models import Article, Byline, TaggedArticle
from tests.making import an_hour_ago, make_article, make_author, make_tag, minutes_ago

pytestmark = pytest.mark.django_db


def copies(article):
    rows = [*TaggedArticle.objects.filter(content_object=article), *Byline.objects.filter(article=article)]
    return {row.stands_at for row in rows}


def test_the_copies_follow_the_article():
    article = make_article(authors=[make_author()], tags=[make_tag()])
    assert copies(article) == {None}
    article.publish()
    assert copies(article) == {article.published_at}
    article.tags.add(make_tag())
    article.sign([make_author()])
    assert copies(article) == {article.published_at}
    article.unpublish()
    assert copies(article) == {None}


def test_a_wrong_copy_publishes_nothing():
    author, tag = make_author(), make_tag()
    draft = make_article(authors=[author], tags=[tag])
    for rows in (draft.tagged, draft.bylines):
        rows.update(stands_at=an_hour_ago())
    assert not Article.objects.tagged_with(tag).published().exists()
    assert not Article.objects.signed_by(author).published().exists()


def test_articles_of_a_tag_are_told_apart_from_its_articles_of_other_tags():
    tag, other = make_tag(), make_tag()
    articles = [make_article(published_at=minutes_ago(number), tags=[other, tag]) for number in range(3)]
    found = Article.objects.tagged_with(tag)
    assert list(found.published().latest_first()) == articles
    assert list(found.older_than(articles[0])) == articles[1:]
    assert list(found.newer_than(articles[2])) == articles[1::-1]
