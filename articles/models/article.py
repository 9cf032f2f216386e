"""The article: its words, its picture, its place in the paper."""

from contextlib import nullcontext

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles import body, words
from articles.fields import BodyField, LineField, ProseField
from articles.models.article_page import ArticlePage
from articles.models.article_query import ArticleQuerySet
from articles.models.byline import Author, Byline
from articles.models.day import COUNTED_BY, days_counted
from articles.models.genre import NAMED_GENRES, OPINIONS, WITHOUT_PICTURE_ON_CARDS, Genre, Stage
from articles.models.photo import Photo
from articles.models.publication import Publication
from articles.models.rights import refuse_unusable
from articles.models.search_entry import NOT_INDEXED, index
from articles.models.section import Section
from articles.models.tag import TaggedArticle, TagsOfArticle


class Article(Publication):
    kicker = LineField(_("kicker"), max_length=80, blank=True)
    headline = LineField(_("headline"), max_length=200, blank=True)
    short_headline = LineField(
        _("short headline"),
        max_length=100,
        blank=True,
        help_text=_("For lists and cards; 60 signs at most is best."),
    )
    standfirst = ProseField(_("standfirst"), blank=True)
    summary = LineField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences; 180 signs at most is best."),
    )
    body = BodyField(_("text"), blank=True)
    opening = LineField(max_length=300, blank=True, editable=False)
    signs = models.PositiveIntegerField(default=0, editable=False)
    genre = models.CharField(_("genre"), max_length=20, choices=Genre, default=Genre.NEWS)
    source = LineField(
        _("source line"),
        max_length=80,
        blank=True,
        help_text=_("Printed after the authors: “with AFP”."),
    )
    slug = models.SlugField(
        _("address"),
        max_length=100,
        blank=True,
        db_index=False,
        help_text=_("Follows the headline until the first publication."),
    )
    section = models.ForeignKey(
        Section,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("section"),
        db_index=False,
    )
    tags = TaggableManager(
        through=TaggedArticle,
        manager=TagsOfArticle,
        blank=True,
        verbose_name=_("tags"),
        help_text=_("Separated by commas."),
    )
    authors = models.ManyToManyField(Author, through=Byline, related_name="articles", verbose_name=_("authors"))
    lead_photo = models.ForeignKey(
        Photo,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="led_articles",
        verbose_name=_("lead photo"),
    )
    lead_caption = LineField(_("caption for this use"), max_length=500, blank=True)
    lead_alt = LineField(_("alternative text for this use"), max_length=250, blank=True)
    picks = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="picked_by",
        verbose_name=_("read also, always"),
    )
    bans = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="banned_by",
        verbose_name=_("read also, never"),
    )
    stage = models.CharField(_("stage"), max_length=10, choices=Stage, default=Stage.DRAFT)
    review_note = ProseField(_("note of whoever sent it back"), blank=True, editable=False)
    changed_since_ready = models.BooleanField(default=False, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="created_articles",
        verbose_name=_("created by"),
    )
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    # Raised by every save and step; a form of an older one is refused.
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        permissions = [
            ("read_every_article", _("may read what colleagues write")),
            ("edit_every_article", _("may edit everybody’s articles")),
            ("edit_sent_article", _("may go on with an article after sending it to review")),
            ("review_article", _("may send back, and mark ready")),
            ("publish_article", _("may publish, schedule and unpublish")),
            ("publish_unreviewed_article", _("may publish own articles without review")),
            ("withdraw_article", _("may withdraw, and bring back")),
            ("lift_embargo", _("may lift an embargo")),
            ("publish_right_of_reply", _("may publish a right of reply")),
        ]
        constraints = [
            *Publication.Meta.constraints,
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | (~Q(headline="") & Q(section__isnull=False)),
                name="article_published_with_headline_and_section",
                violation_error_message=_("A headline and a section are needed to publish."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["-published_at", "-id"],
                condition=Q(withdrawn_at__isnull=True),
                name="articles_latest_first",
            ),
            models.Index(
                fields=["section", "-published_at", "-id"],
                condition=Q(withdrawn_at__isnull=True),
                name="articles_of_section",
            ),
            models.Index(fields=["stage", "-id"], condition=Q(published_at__isnull=True), name="articles_at_the_desk"),
            models.Index(fields=["created_by", "-id"], name="articles_of_a_person"),
        ]

    def __str__(self):
        return self.headline or _("untitled %(number)s") % {"number": self.pk or ""}

    def save(self, *args, update_fields=None, **kwargs):
        moves = update_fields is None or not COUNTED_BY.isdisjoint(update_fields)
        written = self.completed(update_fields)
        with transaction.atomic(savepoint=False), days_counted(self) if moves else nullcontext():
            super().save(*args, update_fields=written, **kwargs)
            if update_fields is None or "body" in update_fields:
                self.record_photos()
            if update_fields is None or "published_at" in update_fields:
                self.copy_moment()
            if update_fields is None or set(update_fields) - NOT_INDEXED:
                self.index()

    def delete(self, *args, **kwargs):
        with transaction.atomic(), days_counted(self):
            return super().delete(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("article", args=[self.pk, self.slug])

    def sign(self, authors):
        """Print these authors, in this order, and no other."""
        with transaction.atomic():
            self.bylines.exclude(author__in=authors).delete()
            for position, author in enumerate(authors):
                Byline.objects.update_or_create(article=self, author=author, defaults={"position": position})
            self.index()

    def index(self):
        """Let the search find what is stored now: for whoever writes rows that belong to this."""
        index(type(self).objects.filter(pk=self.pk))

    def page(self, at=None):
        """The facts of this article's page as the public sees it at that moment."""
        return ArticlePage.of(self, at or timezone.now())

    @property
    def list_headline(self):
        return self.short_headline or self.headline

    @property
    def list_summary(self):
        return self.summary or self.standfirst or self.opening

    @cached_property
    def authors_in_order(self):
        """Asked once; a preview says itself who signs."""
        return [byline.author for byline in self.bylines.all()]

    @property
    def tags_in_order(self):
        """As `tags`, but of what `for_feed` fetched."""
        return sorted((tagged.tag for tagged in self.tagged.all()), key=lambda tag: tag.slug)

    @property
    def is_opinion(self):
        return self.genre in OPINIONS

    @property
    def is_brief(self):
        return self.genre == Genre.BRIEF

    @property
    def names_its_genre(self):
        return self.genre in NAMED_GENRES

    @property
    def shows_picture_on_cards(self):
        return self.genre not in WITHOUT_PICTURE_ON_CARDS and self.lead is not None

    @property
    def lead(self):
        """The lead photo as this article uses it, while its rights allow that."""
        if self.lead_photo is None or not self.lead_photo.is_publishable():
            return None
        return self.lead_photo.use(self.lead_caption, self.lead_alt)

    def clean(self):
        super().clean()
        self.refuse_unusable_photos()

    def refuse_unusable_photos(self):
        """What stood here before its rights ended may stay; nothing is put in anew."""
        refuse_unusable(self, "lead_photo")
        before = {row.photo_id for row in self.article_photos.all()} if self.pk else set()
        new = Photo.objects.select_related("credit__agency").filter(pk__in=set(body.photo_ids(self.body)) - before)
        reasons = [f"{photo}: {reason}" for photo in new if (reason := photo.why_not_usable())]
        if reasons:
            raise ValidationError({"body": reasons})

    def completed(self, update_fields):
        """Fill the columns that follow others; returns the columns to write."""
        written = update_fields or {"body", "headline"}
        followers = set()
        if "body" in written:
            text = body.text(self.body)
            self.opening, self.signs = words.first_sentence(text), len(text)
            followers |= {"opening", "signs"}
        if not self.slug or ("headline" in written and not self.address_is_public()):
            self.slug = words.slug(self.headline)
            followers.add("slug")
        return update_fields and {*update_fields, *followers}

    def address_is_public(self):
        """Asked of the row, since this very save may be the one that publishes."""
        return type(self).objects.ever_published().filter(pk=self.pk).exists()

    def record_photos(self):
        """Keep `ArticlePhoto` equal to the body's figures; a number that is no photo's is left
        out, and prints nothing."""
        wanted = set(body.photo_ids(self.body))
        self.article_photos.exclude(photo__in=wanted).delete()
        known = Photo.objects.filter(pk__in=wanted).exclude(article_photos__article=self)
        ArticlePhoto.objects.bulk_create(
            [ArticlePhoto(article=self, photo=photo) for photo in known], ignore_conflicts=True
        )

    def copy_moment(self):
        """Into the rows of tags and authors, which stand in order of time."""
        for rows in (self.tagged, self.bylines):
            rows.exclude(stands_at=self.published_at).update(stands_at=self.published_at)


class ArticlePhoto(models.Model):
    """A photo in the text of an article; what its figures say, kept as rows."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="article_photos")
    photo = models.ForeignKey(Photo, on_delete=models.PROTECT, related_name="article_photos")

    class Meta:
        verbose_name = _("photo in the text")
        verbose_name_plural = _("photos in the text")
        constraints = [models.UniqueConstraint(fields=["article", "photo"], name="photo_in_article_once")]

    def __str__(self):
        return f"{self.article} – {self.photo}"
