"""The archive behind the demo newsroom: as many articles as a paper of twenty years has, in minutes.

Each article has a number, which decides its words; the oldest comes first, so that ids follow time. They are written
in batches, each in a transaction of its own: a stopped run is completed by the next.
"""

from datetime import timedelta
from random import Random

from django.db import connection, transaction
from django.utils import timezone

from articles import body, words
from articles.demo import loader
from articles.demo.archive_words import ArchiveWords, long_tail
from articles.models import (
    Article,
    ArticlePhoto,
    Author,
    Byline,
    Correction,
    Day,
    Edition,
    Photo,
    Section,
    Stage,
    Tag,
    TaggedArticle,
    User,
    index,
    record_names,
)
from articles.progress import Progress

BATCH = 500
# The demo's own stories stay the newest.
NEWEST = timedelta(hours=6)
# Of a regional daily. A larger archive has more of them a day, and no more years.
A_DAY = 14
MOST_DAYS = 365 * 20
# Of the authors: the first signs every twelfth article.
EVENNESS = 5


def fill(size, say=lambda words: None):
    """Add what is missing to an archive of that many articles behind the demo."""
    articles = loader.read_articles()
    first = max(0, Article.objects.filter(created_by__username=loader.DEMO_USER).count() - len(articles))
    numbers = range(first, size)
    progress = Progress(len(numbers), say)
    archive = Archive(loader.read_newsroom(), articles, numbers)
    for batch in in_batches(numbers):
        with transaction.atomic():
            archive.write([Random(number) for number in batch])
            Edition.end()
        progress.passed(len(batch))
    if connection.vendor == "postgresql":
        # Its planner should know what is there before the first reader comes, and not some minutes later.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def in_batches(numbers, size=BATCH):
    return (numbers[start : start + size] for start in range(0, len(numbers), size))


class Archive:
    def __init__(self, newsroom, articles, numbers):
        self.now = timezone.now()
        self.user = User.objects.get(username=loader.DEMO_USER)
        self.sections = {section.slug: section for section in Section.objects.all()}
        photos = Photo.objects.filter(original__contains=f"/{loader.DEMO_FILE}").usable().publishable()
        self.words = ArchiveWords(newsroom, articles, list(photos.order_by("pk")))
        self.authors = load_authors([author["slug"] for author in newsroom["author"]], self.words.authors)
        self.author_weights = long_tail(len(self.authors), EVENNESS)
        self.tags = {}
        self.left = len(numbers)
        self.step = timedelta(days=min(MOST_DAYS, len(numbers) / A_DAY)) / max(len(numbers), 1)

    def write(self, chances):
        """A batch: an article of each generator, and the rows that belong to it."""
        articles = [self.article(chance) for chance in chances]
        Article.objects.bulk_create(articles)
        Day.objects.recount(Article.objects, {article.published_at for article in articles})
        pairs = list(zip(articles, chances, strict=True))
        Byline.objects.bulk_create([byline for pair in pairs for byline in self.bylines(*pair)])
        chosen = [(article, self.words.tags(chance)) for article, chance in pairs]
        self.fetch_tags({place for _article, places in chosen for place in places})
        TaggedArticle.objects.bulk_create(
            TaggedArticle(content_object=article, tag=self.tags[place])
            for article, places in chosen
            for place in places
        )
        ArticlePhoto.objects.bulk_create(
            ArticlePhoto(article=article, photo_id=pk) for article in articles for pk in body.photo_ids(article.body)
        )
        Correction.objects.bulk_create(
            Correction(article=article, made_at=article.updated_at, **self.words.correction(chance))
            for article, chance in pairs
            if article.updated_at and chance.random() < 0.1
        )
        index(Article.objects.filter(pk__in=[article.pk for article in articles]))

    def article(self, chance):
        facts = self.words.facts(chance)
        article = Article(
            **facts | {"section": self.sections[facts["section"]]},
            published_at=self.next_moment(chance),
            stage=Stage.READY,
            created_by=self.user,
        )
        article.created_at = article.published_at - timedelta(minutes=chance.randint(10, 600))
        if chance.random() < 0.08:
            article.updated_at = self.after(article, chance)
        if chance.random() < 0.002:
            article.withdrawn_at, article.withdrawal_reason = self.after(article, chance), "À la demande de la justice."
        article.completed(None)
        return article

    def next_moment(self, chance):
        """Of equal steps from the oldest to the newest, each somewhere within its step."""
        self.left -= 1
        return self.now - NEWEST - self.step * (self.left + chance.random())

    def after(self, article, chance):
        return article.published_at + min(self.now - article.published_at, timedelta(days=3)) * chance.random()

    def bylines(self, article, chance):
        count = chance.choices((1, 2, 3), (75, 20, 5))[0]
        signing = dict.fromkeys(chance.choices(self.authors, cum_weights=self.author_weights, k=count))
        return [Byline(article=article, author=author, position=place) for place, author in enumerate(signing)]

    def fetch_tags(self, places):
        """Only those that are used are made, so that `remove` finds them by their articles."""
        names = {words.slug(self.words.tag_names[place]): place for place in places - self.tags.keys()}
        missing = names.keys() - set(Tag.objects.filter(slug__in=names).values_list("slug", flat=True))
        Tag.objects.bulk_create(Tag(slug=slug, name=self.words.tag_names[names[slug]]) for slug in sorted(missing))
        found = Tag.objects.filter(slug__in=names)
        record_names({f"t_{tag.pk}": [tag.name] for tag in found if tag.slug in missing})
        self.tags |= {names[tag.slug]: tag for tag in found}


def author_slugs(names):
    return [words.slug(name, 120) for name in names]


def load_authors(own, names):
    """The demo's authors and the archive's, in an order that is always the same."""
    slugs = author_slugs(names)
    known = Author.objects.filter(slug__in=slugs).values_list("slug", flat=True)
    wanted = dict(zip(slugs, names, strict=True))
    Author.objects.bulk_create(Author(slug=slug, name=wanted[slug]) for slug in slugs if slug not in set(known))
    record_names({f"u_{author.pk}": [author.name] for author in Author.objects.filter(slug__in=slugs)})
    return list(Author.objects.filter(slug__in=[*own, *slugs]).order_by("slug"))
