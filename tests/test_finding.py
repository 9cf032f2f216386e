"""Whatever is done at the desk, in whatever order: search and « Lire aussi » show what a look at every article would
show."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles import body
from articles.models import Agency, Article, Asked, Photo, SearchedName, Span, Tag, find, merge_tags
from articles.models.related import FETCHED, SIZE, chosen, related_to
from articles.stems import stems
from tests.making import figure, in_an_hour, make_article, make_author, make_photo, make_section, make_tag, minutes_ago
from tests.reading import filled_in, read

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
    "vasseur",
    "agence tram",
]
ARTICLES = 5
PHOTOS = 2
LATER = timedelta(days=3)

text = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
number = st.integers(0, ARTICLES - 1)
photo = st.integers(0, PHOTOS - 1)
day = st.sampled_from([None, -1, 1, 5])
step = st.one_of(
    st.tuples(st.just("write"), number, st.sampled_from(["headline", "standfirst", "body"]), text),
    st.tuples(st.sampled_from(["publish", "schedule", "withdraw", "unpublish", "sign", "delete"]), number),
    st.tuples(st.sampled_from(["tag", "untag", "pick", "ban"]), number, number),
    st.tuples(st.just("rename"), number, text),
    st.tuples(st.just("merge"), number, number),
    st.tuples(st.just("lead"), number, photo),
    st.tuples(st.just("illustrate"), number, photo, text),
    st.tuples(st.sampled_from(["caption"]), number, photo, text),
    st.tuples(st.sampled_from(["begin", "end"]), number, photo, day),
    st.tuples(st.just("end_contract"), number, day),
)


class Desk:
    def __init__(self):
        self.section = make_section()
        self.author = make_author("Inès Marchetti")
        self.tags = [make_tag(f"port {name}") for name in "abcde"]
        photos = make_photo(agency="Agence du Port"), make_photo(photographer="Léo Vasseur")
        self.photos = [photo.pk for photo in photos]
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

    def lead(self, article, other):
        article.lead_photo_id = self.photos[other]
        article.save(update_fields=["lead_photo"])

    def illustrate(self, article, other, caption):
        article.body += figure(Photo(pk=self.photos[other]), caption)
        article.save(update_fields=["body"])

    def caption(self, _article, other, words):
        self.change(Photo(pk=self.photos[other]), caption=words)

    def begin(self, _article, other, days):
        until = Photo.objects.get(pk=self.photos[other]).publishable_until
        begin = in_days(days)
        self.change(
            Photo(pk=self.photos[other]), publishable_from=None if begin and until and until <= begin else begin
        )

    def end(self, _article, other, days):
        self.change(Photo(pk=self.photos[other]), publishable_from=None, publishable_until=in_days(days))

    def end_contract(self, _article, days):
        self.change(Agency.objects.get(), publishable_until=in_days(days))

    def change(self, noun, **facts):
        stored = type(noun).objects.get(pk=noun.pk)
        for name, value in facts.items():
            setattr(stored, name, value)
        stored.save()

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
                wanted = looked_through(asked, at)
                assert shown_for(asked, at) == [number for _step, _second, number in wanted], question
                newest = sorted(wanted, key=lambda found: found[1:], reverse=True)
                assert shown_for(asked, at, newest_first=True) == [number for _step, _second, number in newest], (
                    question
                )
            for article in Article.objects.all():
                assert_related(article, at)


def in_days(days):
    return None if days is None else timezone.now() + timedelta(days=days)


def shown_for(asked, at, **how):
    return [article.pk for article in find(Article.objects.published(at), at, asked, Span.of(None, at), **how).entries]


def looked_through(asked, at):
    """Step, second and id of each published article that a question means, by reading all of them: first the lowest
    step, and within it the newest."""
    found = []
    for article in Article.objects.all():
        if article.is_published(at) and (step := step_of(asked, article, at)) is not None:
            found.append((step, int(article.published_at.timestamp()), article.pk))
    return sorted(found, key=lambda found: (found[0], -found[1], -found[2]))


def step_of(asked, article, at):
    top = [article.headline, article.short_headline, article.kicker]
    opening = [*top, article.standfirst, article.summary]
    text = body.text(article.body)
    often = [stem for stem in set(stems(text)) if stems(text).count(stem) >= 3]
    subjects = [author.name for author in article.authors.all()]
    for tag in article.tags.all():
        subjects += [tag.name, *tag.aliases.values_list("name", flat=True)]
    whole = [*opening, text]
    steps = [
        (words_of(top), whole, []),
        (words_of(opening), whole, subjects),
        (words_of(opening).union(often), whole, subjects),
        (words_of(whole), whole, subjects),
        (words_of(whole), whole, subjects + words_with_pictures(article, at)),
    ]
    for number, (words, said, names) in enumerate(steps):
        if all(
            (words.issuperset(phrase) and is_said(phrase, said)) or is_said(phrase, names) for phrase in asked.phrases
        ):
            return number
    return None


def words_of(parts):
    return {stem for part in parts for stem in stems(part)}


def is_said(phrase, parts):
    return any(
        tuple(said[place : place + len(phrase)]) == phrase for said in map(stems, parts) for place in range(len(said))
    )


def words_with_pictures(article, at):
    """Captions and credits, unless one of the pictures may not be shown: then whoever reads the page sees too little
    to say what it was found by."""
    pictures = [article.lead_photo] if article.lead_photo else []
    pictures += [row.photo for row in article.article_photos.all()]
    if not all(picture.is_publishable(at) for picture in pictures):
        return []
    own = article.lead_caption or (article.lead_photo.caption if article.lead_photo else "")
    credited = [name for picture in pictures for name in (picture.credit.photographer, str(picture.agency or ""))]
    return [own, *body.captions(article.body), *credited]


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


def test_the_desk_shows_them_in_the_order_of_the_page(desk):
    article = make_article(published_at=minutes_ago(1))
    article.picks.add(make_article("Ancien", published_at=minutes_ago(9000)))
    make_article("Récent", published_at=minutes_ago(5))
    page = desk.get(f"/admin/articles/article/{article.pk}/change/")
    assert [other.headline for other, _reason in page.context["related"]] == ["Récent", "Ancien"]


def test_pins_that_wait_for_their_hour_leave_their_places_to_others():
    article = make_article(published_at=minutes_ago(1))
    article.picks.set([make_article(published_at=in_an_hour()) for _ in range(FETCHED)])
    shown = make_article(published_at=minutes_ago(5))
    assert related_to(article, timezone.now()) == [shown]


def test_nothing_is_pinned_and_banned_at_once(desk):
    article, other = make_article(), make_article("La digue")
    address = f"/admin/articles/article/{article.pk}/change/"
    sent = filled_in(read(desk.get(address)).one("form", id="article_form"), picks=other.pk, bans=other.pk)
    page = read(desk.post(address, sent))
    assert "La digue" in page.one("ul", id="id_bans_error").text
    assert not article.picks.exists()


def test_the_desk_names_an_article_beside_another_as_the_list_of_those_pinned_does(desk):
    article = make_article(published_at=minutes_ago(1))
    other = make_article("Le bac a repris la mer lundi", short_headline="Le bac", published_at=minutes_ago(2))
    article.picks.add(other)
    page = read(desk.get(f"/admin/articles/article/{article.pk}/change/"))
    beside = page.one("ul", css="related-now__list").one("a").text
    assert beside == page.one("select", id="id_picks").one("option").text == "Le bac a repris la mer lundi"


def test_names_left_behind_mean_nobody():
    make_article("A", published_at=minutes_ago(1))
    SearchedName.objects.create(stem="fantom", token="t_999999", place=0)
    at = timezone.now()
    assert find(Article.objects.published(at), at, Asked.of("fantôme"), Span.of(None, at)).entries == []
