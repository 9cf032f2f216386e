"""Whatever is done at the desk, in whatever order: search and « Lire aussi » show what a look at every article would
show."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.models import Article, Asked, Author, SearchedName, Span, Tag, find, merge_tags
from articles.models.related import SIZE, chosen, related_to
from articles.models.search import STEPS
from articles.models.search_entry import place_of, tokens
from articles.stems import stems
from tests.making import make_article, make_author, make_section, make_tag, minutes_ago

pytestmark = pytest.mark.django_db
WORDS = ["grève", "tram", "école", "noire", "marée"]
QUESTIONS = [
    "grève",
    "trams",
    "l'ecole",
    "marée noire",
    '"marée noire"',
    "tram école",
    "port",
    "marchetti",
    "grève port",
]
ARTICLES = 5
LATER = timedelta(days=3)

text = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
number = st.integers(0, ARTICLES - 1)
step = st.one_of(
    st.tuples(st.just("write"), number, st.sampled_from(["headline", "standfirst", "body"]), text),
    st.tuples(st.sampled_from(["publish", "schedule", "withdraw", "unpublish", "sign", "delete"]), number),
    st.tuples(st.sampled_from(["tag", "untag", "pick", "ban"]), number, number),
    st.tuples(st.just("rename"), number, text),
    st.tuples(st.just("merge"), number, number),
)


class Desk:
    def __init__(self):
        self.section = make_section()
        self.author = make_author("Inès Marchetti")
        self.tags = [make_tag(f"port {name}") for name in "abcde"]
        self.articles = [
            make_article(f"Article {n}", section=self.section, published_at=minutes_ago(n) if n % 2 else None)
            for n in range(ARTICLES)
        ]

    def take(self, name, number, *given):
        article = Article.objects.filter(pk=self.articles[number].pk).first()
        if article is not None:
            getattr(self, name)(article, *given)

    def write(self, article, column, words):
        value = f"<p>{words}</p>" if column == "body" else words or "Rien"
        setattr(article, column, value)
        article.save(update_fields=[column])

    def publish(self, article):
        article.publish()

    def schedule(self, article):
        if article.published_at is None:
            article.publish(at=timezone.now() + timedelta(days=1))

    def withdraw(self, article):
        if article.is_known_to_readers():
            article.withdraw()

    def unpublish(self, article):
        article.unpublish()

    def sign(self, article):
        article.sign([self.author])

    def delete(self, article):
        if not article.was_ever_published():
            article.delete()

    def tag(self, article, other):
        article.tags.add(self.tags[other])

    def untag(self, article, other):
        article.tags.remove(self.tags[other])

    def merge(self, article, other):
        """The tag of the other into one of its own; the articles keep their subject."""
        kept = article.tags.first()
        if kept and self.tags[other] != kept:
            merged = self.tags[other]
            merge_tags(kept, [merged])
            self.tags = [kept if tag == merged else tag for tag in self.tags]

    def rename(self, article, words):
        tag = Tag.objects.get(pk=self.tags[article.pk % ARTICLES].pk)
        tag.name = f"port {words} {tag.pk}"
        tag.save()

    def pick(self, article, other):
        article.picks.add(*Article.objects.filter(pk=self.articles[other].pk))

    def ban(self, article, other):
        article.bans.add(*Article.objects.filter(pk=self.articles[other].pk))


class SearchedByHand(TestCase):
    @settings(max_examples=25)
    @given(st.lists(step, max_size=14))
    def test_search_and_related_equal_a_look_at_every_article(self, steps):
        desk = Desk()
        for taken in steps:
            desk.take(*taken)
        for at in (timezone.now(), timezone.now() + LATER):
            for question in QUESTIONS:
                asked = Asked.of(question)
                found = find(Article.objects.published(at), asked, Span.of(None, at)).entries
                assert [article.pk for article in found] == looked_through(asked, at), question
            for article in Article.objects.all():
                assert_related(article, at)


def looked_through(asked, at):
    """The ids of the published articles that a question means, in order, by reading all of them."""
    found = []
    for article in Article.objects.all():
        if article.is_published(at) and (step := step_of(asked, *tokens(article))) is not None:
            found.append((step, -place_of(article), article.pk))
    return [pk for _step, _place, pk in sorted(found)]


def step_of(asked, text, marks):
    for number, (prefix, kinds) in enumerate(STEPS):
        if all(is_meant(phrase, text, marks, prefix, kinds) for phrase in asked.phrases):
            return number
    return None


def is_meant(phrase, text, marks, prefix, kinds):
    there = marks if prefix else set(text)
    beside = any(tuple(text[place : place + len(phrase)]) == phrase for place in range(len(text)))
    return (all(prefix + stem in there for stem in phrase) and beside) or is_named(phrase, marks, kinds)


def is_named(phrase, marks, kinds):
    """By names as they are stored now, read without the index of names."""
    from_names = [mark for mark in marks if mark[0] in kinds and mark[1] == "_" and mark[2:].isdigit()]
    return any(stands_in(phrase, stems(name)) for mark in from_names for name in names_of(mark))


def names_of(mark):
    if mark[0] == "u":
        return [Author.objects.get(pk=mark[2:]).name]
    tag = Tag.objects.get(pk=mark[2:])
    return [tag.name, *tag.aliases.values_list("name", flat=True)]


def stands_in(phrase, name):
    return any(tuple(name[place : place + len(phrase)]) == phrase for place in range(len(name)))


def assert_related(article, at):
    """Everything shown is public, nobody's own and not banned; what is pinned is there; no place stays empty."""
    banned = set(article.bans.values_list("pk", flat=True)) | {article.pk}
    allowed = {other.pk for other in Article.objects.all() if other.is_published(at)} - banned
    shown = [other.pk for other in related_to(article, at)]
    assert len(shown) == len(set(shown)) == min(SIZE, len(allowed))
    assert set(shown) <= allowed
    assert set(article.picks.values_list("pk", flat=True)) & allowed <= set(shown)


# Why


def why(article):
    return {other.article.headline: other for other in chosen(article, timezone.now())}


def test_a_rare_subject_says_more_than_a_common_one():
    common, rare = make_tag("politique"), make_tag("phare d’Ourl")
    article = make_article(published_at=minutes_ago(1), tags=[common, rare], section=make_section())
    for number in range(40):
        make_article(f"Commun {number}", published_at=minutes_ago(2 + number), tags=[common])
    make_article("Rare", published_at=minutes_ago(600_000), tags=[rare])
    shown = why(article)
    assert next(iter(shown)) == "Rare"
    assert shown["Rare"].tags[rare.pk] > shown["Commun 1"].tags[common.pk]


def test_words_in_common_find_what_shares_no_subject():
    article = make_article("La digue de Port-Sarrel cède", published_at=minutes_ago(1))
    make_article("À Port-Sarrel, la digue inquiète", published_at=minutes_ago(500_000))
    for number in range(20):
        make_article(f"Autre {number}", published_at=minutes_ago(10 + number))
    shown = why(article)
    assert next(iter(shown)) == "À Port-Sarrel, la digue inquiète"
    assert shown["À Port-Sarrel, la digue inquiète"].is_close


def test_what_an_editor_banned_never_stands_beside_it_and_may_stand_elsewhere():
    tag = make_tag()
    one, other, third = (make_article(published_at=minutes_ago(number), tags=[tag]) for number in (1, 2, 3))
    one.bans.add(other)
    assert [shown.pk for shown in related_to(one, timezone.now())] == [third.pk]
    assert other in related_to(third, timezone.now())


def test_the_desk_says_why_and_offers_to_pin_and_to_ban(desk):
    tag = make_tag("digue")
    article = make_article(published_at=minutes_ago(1), tags=[tag], section=make_section())
    pinned = make_article("Épinglé", published_at=minutes_ago(9000))
    make_article("Même sujet", published_at=minutes_ago(5), tags=[tag])
    article.picks.add(pinned)
    page = desk.get(f"/admin/articles/article/{article.pk}/change/")
    reasons = {other.headline: reason for other, reason in page.context["related"]}
    assert (reasons["Épinglé"], reasons["Même sujet"]) == ("épinglé", "en commun\u00a0: digue")
    assert 'data-list="bans"' in page.content.decode()


def test_names_left_behind_mean_nobody():
    make_article("A", published_at=minutes_ago(1))
    SearchedName.objects.create(stem="fantom", token="t_999999", place=0)
    at = timezone.now()
    assert find(Article.objects.published(at), Asked.of("fantôme"), Span.of(None, at)).entries == []
