"""The process that answers for one paper of `docs.measure_pages`."""

import os
from urllib.parse import urlencode

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
django.setup()

from django.db.models import Count  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from articles.demo.loader import read_articles  # noqa: E402
from articles.models import Article, Author, Correction, Section, Tag, User  # noqa: E402
from docs.answering import answer  # noqa: E402

# Behind the cache of pages.
from newsroom.wsgi import site  # noqa: E402

# From the end of a list: its page is full, and as far from the newest as a full page can be.
DEEP = 45
# A word of nearly every text, two, some side by side, a name, and hardly any article.
SEARCHES = ("ville", "port crue", '"conseil municipal"', "marchetti", "préfecture tempête dentiste")


def addresses():
    """One address of each kind of page that readers and programs ask for, the same kind in every paper."""
    own = len(read_articles())
    tag = Tag.objects.annotate(count=Count("tagged")).latest("count")
    author = Author.objects.annotate(count=Count("bylines")).latest("count")
    section = Section.objects.annotate(count=Count("articles")).latest("count")
    lists = {
        "latest": ("/latest/", Article.objects.all()),
        "section": (section.get_absolute_url(), Article.objects.in_section(section)),
        "tag": (tag.get_absolute_url(), Article.objects.tagged_with(tag)),
        "rare tag": (rare_tag().get_absolute_url(), None),
        "author": (author.get_absolute_url(), Article.objects.signed_by(author)),
        "corrections": ("/corrections/", Correction.objects.all()),
    }
    day = timezone.localdate(Article.objects.published().latest_first()[500].published_at)
    with_pictures = Article.objects.published().filter(article_photos__isnull=False, corrections__isnull=True)
    return {
        "front": "/",
        "article": with_pictures.earliest("pk").get_absolute_url(),
        "article of the archive": Article.objects.order_by("pk")[own + 500].get_absolute_url(),
        **{name: address for name, (address, _articles) in lists.items()},
        **{f"{name}, deep": deep(*of) for name, of in lists.items() if of[1] is not None and name != "corrections"},
        "day": reverse("latest_day", args=[day]),
        "month": reverse("latest_month", args=[day]),
        "year": reverse("latest_year", args=[day]),
        "feeds": reverse("feeds"),
        **{f"feed of {name}": f"{lists[name][0]}feed.rss" for name in ("latest", "section", "tag", "author")},
        "feed of tag, deep": deep(f"{lists['tag'][0]}feed.rss", lists["tag"][1]),
        "subjects": reverse("tags"),
        **{f"search: {words}": f"/search/?{urlencode({'q': words})}" for words in SEARCHES},
        "search: by date": f"/search/?{urlencode({'q': SEARCHES[0], 'sort': 'date'})}",
        "search: tag, author": f"/search/?{urlencode({'q': SEARCHES[0], 'tag': tag.name, 'author': author.name})}",
        "sitemap index": reverse("sitemap"),
        "sitemap of a month": reverse("sitemap_month", args=[day.replace(day=1)]),
        "news sitemap": reverse("sitemap_news"),
        "desk: home": "/admin/",
        "desk: articles": "/admin/articles/article/",
        "desk: articles found": "/admin/articles/article/?q=mairie+budget",
        "desk: one article": f"/admin/articles/article/{with_pictures.earliest('pk').pk}/change/",
        "desk: tags": "/admin/articles/tag/",
    }


def cookies():
    """Of somebody who may do everything at the desk."""
    person, _new = User.objects.get_or_create(username="measured", is_staff=True, is_superuser=True)
    client = Client()
    client.force_login(person)
    return "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())


def rare_tag():
    """One whose articles fill a page, and hardly more: common in a small paper, rare in a large one."""
    counted = Tag.objects.annotate(count=Count("tagged")).filter(count__gte=DEEP)
    return counted.earliest("count", "slug")


def deep(address, articles):
    return f"{address}?before={articles.published().latest_first().reverse()[DEEP].pk}"


if __name__ == "__main__":
    answer(site, addresses(), cookies())
