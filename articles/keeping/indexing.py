"""The index of the search, written anew in small transactions while people read, write and search."""

import time
from itertools import chain

from django.db import connections, transaction

from articles.models import Agency, Article, Author, Day, PhotoCredit, SearchedName, Tag, index, record_names
from articles.progress import Progress

BATCH = 100
# Whoever waits to write into SQLite asks ten times a second: a pause of that length is noticed.
PAUSE = 0.1


def reindex(say=lambda words: None):
    """Returns how many articles there are. Whoever saves an article meanwhile has its newest words in the index: each
    batch is read and written under the lock of its transaction."""
    record_all_names()
    Day.objects.recount_all(Article.objects.all())
    return index_all("default", say)


def index_all(alias, say=lambda words: None):
    """The newest first."""
    has_one_writer = connections[alias].vendor == "sqlite"
    articles = Article.objects.using(alias)
    numbers = list(articles.order_by("-pk").values_list("pk", flat=True))
    progress = Progress(len(numbers), say)
    for start in range(0, len(numbers), BATCH):
        batch = numbers[start : start + BATCH]
        with transaction.atomic(using=alias):
            locked = list(articles.select_for_update().filter(pk__in=batch).values_list("pk", flat=True))
            index(articles.filter(pk__in=locked))
        if has_one_writer:
            time.sleep(PAUSE)
        progress.passed(len(batch))
    return len(numbers)


def record_all_names():
    with transaction.atomic():
        SearchedName.objects.all().delete()
        for noun in (Tag, Author, PhotoCredit, Agency):
            record_names(dict(chain.from_iterable(named.names_by_token().items() for named in noun.objects.iterator())))
