"""Subjects. A tag is its slug: « Élections », « élections » and « ELECTIONS » are one tag.

A slug belongs to one tag or to one alias, for good: what a tag was called before, and what was merged into it, still
leads to it.
"""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from taggit.managers import _TaggableManager
from taggit.models import ItemBase, TagBase

from articles import words
from articles.fields import CopiedMomentField, LineField, ProseField
from articles.models.rights import refuse_unusable
from articles.models.search_entry import index
from articles.models.searched_name import Named

# Of a search; each costs a condition.
MOST_WORDS = 12
# Of articles that are indexed at once; `manage.py reindex` reaches all.
MOST_INDEXED = 5000
# Of the articles of a tag, which may have a hundred thousand: the desk is told that there are more.
MOST_COUNTED = 1000


class Counted(Subquery):
    """How many rows a query has, no further than it is cut."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = models.IntegerField()


class TagQuerySet(models.QuerySet):
    def matching(self, typed):
        """Those in whose name, or in another name of theirs, every typed word stands, however it is spelled."""
        asked = words.address_words(typed)
        found = self if asked or not typed.strip() else self.none()
        for word in asked[:MOST_WORDS]:
            alias = TagAlias.objects.filter(tag=OuterRef("pk"), slug__contains=word)
            found = found.filter(Q(slug__contains=word) | Exists(alias))
        return found

    def counted(self):
        """With the `number` of their articles; one more than `MOST_COUNTED` stands for all that follow."""
        rows = TaggedArticle.objects.filter(tag=OuterRef("pk")).order_by().values("pk")
        return self.annotate(number=Counted(rows[: MOST_COUNTED + 1]))

    def unused(self):
        return self.filter(~Exists(TaggedArticle.objects.filter(tag=OuterRef("pk"))))

    def used(self):
        return self.filter(Exists(TaggedArticle.objects.filter(tag=OuterRef("pk"))))

    def hold(self):
        """Nobody else changes or merges them until this transaction ends."""
        return list(self.order_by("pk").select_for_update())

    def named(self, name):
        """The tag of this name, however it is spelled, or of which it is another name; or nothing."""
        slug = words.slug(name)
        return self.filter(slug=slug).first() or self.filter(aliases__slug=slug).first()


class Tag(Named, TagBase):
    search_kind = "t"

    name = LineField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(_("address"), max_length=100, unique=True, editable=False)
    description = ProseField(
        _("description"), blank=True, help_text=_("For readers, above the articles: some sentences.")
    )
    photo = models.ForeignKey(
        "articles.Photo",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="topics",
        verbose_name=_("picture"),
    )

    objects = TagQuerySet.as_manager()

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["slug"]

    def save(self, *args, **kwargs):
        """Two names of one slug are an error here: taggit would store the second as `…_1`. Under a new slug, the
        old one stays as an alias."""
        self.slug = words.slug(self.name)
        with transaction.atomic():
            if reason := self.why_not_called(self.name):
                raise ValidationError({"name": reason})
            former = Tag.objects.filter(pk=self.pk).exclude(slug=self.slug).first() if self.pk else None
            models.Model.save(self, *args, **kwargs)
            if former:
                self.leave_behind(former)
            self.record_name()

    def leave_behind(self, former):
        """Its address leads here from now on. An alias that became the name makes room for it, and remembers."""
        taken_back = self.aliases.filter(slug=self.slug)
        if not taken_back.update(name=former.name, slug=former.slug):
            TagAlias.objects.create(tag=self, name=former.name, slug=former.slug)

    def clean(self):
        super().clean()
        refuse_unusable(self, "photo")

    def why_not_called(self, name):
        """Why it cannot take this name, as a sentence; empty when nothing stands against it."""
        if reason := why_no_name(name):
            return reason
        alias = TagAlias.objects.filter(slug=words.slug(name)).exclude(tag=self.pk).select_related("tag").first()
        facts = alias and {"name": alias.name, "tag": alias.tag.name}
        return gettext("“%(name)s” is another name of the tag “%(tag)s”.") % facts if alias else ""

    def why_not_also_called(self, name):
        """The same for another name beside its own."""
        same = Tag.objects.filter(slug=words.slug(name)).exclude(pk=self.pk).first()
        if same:
            return gettext("“%(name)s” is a tag of its own: merge the two instead.") % {"name": same.name}
        return self.why_not_called(name)

    def add_alias(self, name):
        """Another spelling or name, whose address leads here; its own name is none."""
        if reason := self.why_not_also_called(name):
            raise ValidationError(reason)
        slug = words.slug(name)
        if slug != self.slug:
            TagAlias.objects.get_or_create(slug=slug, defaults={"tag": self, "name": name})

    def get_absolute_url(self):
        return reverse("tag", args=[self.slug])

    @property
    def search_tokens(self):
        """Of which the search knows the articles with this tag by one: they may have been indexed before a merge."""
        merged = [alias.was for alias in self.aliases.all() if alias.was]
        return [f"t_{number}" for number in (self.pk, *merged)]

    def names_by_token(self):
        names = [self.name, *(alias.name for alias in self.aliases.all())]
        return dict.fromkeys(self.search_tokens, names)

    @property
    def picture(self):
        """Its photo in use, while the rights allow that."""
        return self.photo.use() if self.photo and self.photo.is_publishable() else None


def why_no_name(typed):
    """Why no tag can be called so, as a sentence; empty when one can."""
    if not words.address_words(typed):
        return gettext("“%(name)s” has no letter and no digit that could stand in an address.") % {"name": typed}
    if "," in typed:
        return gettext("A comma stands between two tags: none can be part of a name.")
    column = Tag._meta.get_field("name")
    is_long = len(column.correct(typed)) > column.max_length
    return gettext("A name has %(number)d signs at most.") % {"number": column.max_length} if is_long else ""


class TagAlias(models.Model):
    """Another spelling or a former name of a tag. `was` is the number of the tag that was merged into this one."""

    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="aliases", verbose_name=_("tag"))
    name = LineField(_("name"), max_length=100)
    slug = models.SlugField(_("address"), max_length=100, unique=True)
    was = models.PositiveBigIntegerField(null=True, editable=False)

    class Meta:
        verbose_name = _("other name of a tag")
        verbose_name_plural = _("other names of tags")
        ordering = ["slug"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        self.tag.record_name()

    def delete(self, *args, **kwargs):
        """Of a tag that was merged, the articles may still be indexed by its number."""
        deleted = super().delete(*args, **kwargs)
        self.tag.record_name()
        if self.was:
            articles = TaggedArticle.content_object.field.related_model.objects
            newest = self.tag.tagged.order_by("-pk").values_list("content_object", flat=True)[:MOST_INDEXED]
            index(articles.filter(pk__in=list(newest)))
        return deleted


class TaggedArticle(ItemBase):
    tag = models.ForeignKey(Tag, on_delete=models.PROTECT, related_name="tagged")
    content_object = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="tagged")
    stands_at = CopiedMomentField(of="content_object")

    class Meta:
        verbose_name = _("tagged article")
        verbose_name_plural = _("tagged articles")
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="article_has_a_tag_once")]
        indexes = [models.Index(fields=["tag", "-stands_at", "-content_object"], name="articles_of_tag")]

    def __str__(self):
        return self.tag.name


class TagsOfArticle(_TaggableManager):
    """What taggit's own manager does, and the search knows of it."""

    def add(self, *tags, **options):
        """A merge that is under way comes first: what it has made of a name is taken then."""
        with transaction.atomic():
            names = [str(tag) for tag in tags]
            Tag.objects.filter(slug__in=map(words.slug, names)).hold()
            super().add(*parse_tags(",".join(names)), **options)
            self.instance.index()

    def remove(self, *tags):
        super().remove(*tags)
        self.instance.index()

    def clear(self):
        super().clear()
        self.instance.index()


def merge_tags(kept, others):
    """All articles of the others become the kept one's, and the others its aliases. Where it has no description or
    picture, it takes theirs. A few statements for each tag, however many articles it has.

    Raises `Tag.DoesNotExist` when the kept one was merged into another meanwhile."""
    with transaction.atomic():
        locked = {tag.pk: tag for tag in Tag.objects.filter(pk__in=[kept.pk, *pks(others)]).hold()}
        if kept.pk not in locked:
            raise Tag.DoesNotExist
        kept = locked.pop(kept.pk)
        for other in sorted(locked.values(), key=lambda tag: tag.pk):
            move_articles(other, kept)
            kept.description = kept.description or other.description
            kept.photo_id = kept.photo_id or other.photo_id
        TagAlias.objects.filter(tag__in=locked).update(tag=kept)
        Tag.objects.filter(pk__in=locked).delete()
        TagAlias.objects.bulk_create(
            TagAlias(tag=kept, name=other.name, slug=other.slug, was=other.pk) for other in locked.values()
        )
        kept.save()


def pks(tags):
    return [tag.pk for tag in tags]


def move_articles(other, kept):
    has_both = TaggedArticle.objects.filter(tag=kept, content_object=OuterRef("content_object"))
    TaggedArticle.objects.filter(Exists(has_both), tag=other).delete()
    TaggedArticle.objects.filter(tag=other).update(tag=kept)


def parse_tags(typed):
    """Tag names as a person types them, separated by commas only; a name whose slug is stored
    already, of a tag or of another name of it, becomes the name of that tag."""
    names = {}
    for name in (" ".join(part.split()) for part in typed.split(",")):
        if name.strip("\"' "):
            names.setdefault(words.slug(name), name)
    stored = dict(Tag.objects.filter(slug__in=names).values_list("slug", "name"))
    if names.keys() - stored:
        stored = dict(TagAlias.objects.filter(slug__in=names).values_list("slug", "tag__name")) | stored
    return list(dict.fromkeys(stored.get(slug, name) for slug, name in names.items()))


def join_tags(tags):
    return ", ".join(tag.name for tag in tags)
