"""Which articles, in what order, and with how much of each."""

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Prefetch
from django.utils import timezone

from articles.models.byline import Byline
from articles.models.day import Day
from articles.models.photo import Photo
from articles.models.publication import PublicationQuerySet
from articles.models.search import begun_with
from articles.models.tag import TaggedArticle


class ArticleQuerySet(PublicationQuerySet):
    def untouched(self):
        """Drafts in which nobody has written anything yet."""
        return self.filter(
            published_at=None,
            unpublished_at=None,
            headline="",
            kicker="",
            standfirst="",
            body="",
            lead_photo=None,
            draft=None,
        )

    def unwritten(self):
        """Alerts: a headline, and no text yet."""
        return self.filter(body="")

    def matching(self, typed):
        """The newest of those in whose headlines each of the typed words begins a word, however it is spelled."""
        return self.filter(pk__in=begun_with(self, typed)) if typed.strip() else self

    def at_stage(self, stage):
        """At the desk only: neither public nor scheduled."""
        return self.filter(published_at=None, stage=stage)

    def delete(self):
        """Never what was public; what is scheduled may be counted in a day to come."""
        with transaction.atomic():
            moments = list(self.scheduled().values_list("published_at", flat=True))
            deleted = super().delete()
            Day.objects.recount(self.model.objects, moments)
            return deleted

    delete.alters_data = True
    delete.queryset_only = True

    def in_section(self, section):
        return self.filter(section=section)

    def tagged_with(self, tag):
        return self.along("tagged__stands_at", "tagged__content_object", tagged__tag=tag)

    def signed_by(self, author):
        return self.along("bylines__stands_at", "bylines__article", bylines__author=author)

    def along(self, moment, number, **rows):
        """The articles that these rows belong to; their copies order them."""
        walked = AlongQuerySet(self.model, self.all().query).filter(**rows)
        return walked.annotate(walked_at=F(moment), walked_number=F(number))

    def hiding_a_picture(self, at=None):
        """Those that have a picture in them that readers may not see."""
        hidden = Photo.objects.hidden(at)
        led, within = (
            Exists(hidden.filter(**{articles: OuterRef("pk")}))
            for articles in ("led_articles", "article_photos__article")
        )
        return self.filter(led | within)

    def for_lines(self):
        """What a line of a list prints: no picture, no byline, not the whole text."""
        return self.select_related("section").defer("body")

    def for_cards(self):
        return self.select_related("section", "lead_photo__credit__agency").prefetch_related(BYLINES).defer("body")

    def for_page(self):
        return self.select_related("section", "lead_photo__credit__agency").prefetch_related(BYLINES)

    def for_sitemap(self):
        return self.only("slug", "headline", "published_at", "updated_at")

    def for_feed(self):
        return self.for_page().prefetch_related(TAGS)


class AlongQuerySet(ArticleQuerySet):
    """Read along the rows of a tag or an author, of which there may be thousands: the page that is asked for is found
    in their index, and no other row is looked at."""

    moment, number = "walked_at", "walked_number"

    def published(self, at=None):
        at = at or timezone.now()
        return super().published(at).filter(walked_at__lte=at)


BYLINES = Prefetch("bylines", queryset=Byline.objects.select_related("author"))
TAGS = Prefetch("tagged", queryset=TaggedArticle.objects.select_related("tag"))
