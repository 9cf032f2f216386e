"""Who signs: people, agencies and the newsroom itself, with or without a login."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles import words
from articles.fields import CopiedMomentField, LineField, ProseField
from articles.models.credit import PhotoCredit
from articles.models.rights import refuse_unusable
from articles.models.searched_name import Named

# Of a search; each costs a condition.
MOST_WORDS = 12


class AuthorQuerySet(models.QuerySet):
    def named(self, name):
        """Who signs by this name, however it is spelled, or nobody."""
        return self.filter(Q(name__iexact=name) | Q(slug=words.slug(name, 120))).order_by("pk").first()

    def matching(self, typed):
        """Those in whose name every typed word stands, in any order, however it is spelled."""
        asked = words.address_words(typed)[:MOST_WORDS]
        found = self if asked else self.none()
        for word in asked:
            found = found.filter(slug__contains=word)
        return found

    def in_line(self, line):
        """Whom a line of names with commas between them means: by name, in its order; nobody's name has None."""
        names = [name.strip() for name in line.split(",") if name.strip()]
        return {name: self.named(name) for name in names}

    def agency(self, name):
        """The agency that signs by this name, however it is spelled; a new one where there is none."""
        return self.named(name) or self.create(name=name, slug=words.slug(name, 120), kind=Author.Kind.AGENCY)


class Author(Named):
    search_kind = "u"

    class Kind(models.TextChoices):
        PERSON = "person", _("person")
        AGENCY = "agency", _("agency")
        NEWSROOM = "newsroom", _("newsroom")

    name = LineField(_("name"), max_length=120, unique=True)
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.PERSON)
    role = LineField(_("role"), max_length=120, blank=True)
    bio = ProseField(_("about the author"), blank=True)
    portrait = models.ForeignKey(
        "articles.Photo",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="portrayed",
        verbose_name=_("portrait"),
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("login"),
        related_name="author",
    )
    signs_own_pictures = models.BooleanField(
        _("signs own pictures"),
        default=False,
        help_text=_("A picture that this person uploads takes their name when its file names nobody."),
    )

    objects = AuthorQuerySet.as_manager()

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("author", args=[self.slug])

    def clean(self):
        super().clean()
        refuse_unusable(self, "portrait")

    @property
    def picture(self):
        """The portrait in use, while its rights allow that."""
        return self.portrait.use() if self.portrait and self.portrait.is_publishable() else None

    def own_credit(self):
        """Who is named for the pictures this author takes."""
        return PhotoCredit.objects.named(photographer=self.name)


class Byline(models.Model):
    """One author of one article; the position is the order in which they are printed."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="bylines", verbose_name=_("author"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    stands_at = CopiedMomentField(of="article")

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["article", "author"], name="author_signs_once")]
        indexes = [models.Index(fields=["author", "-stands_at", "-article"], name="articles_of_author")]

    def __str__(self):
        return self.author.name
