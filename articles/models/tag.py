"""Subjects. A tag is its slug: « Élections », « élections » and « ELECTIONS » are one tag."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.managers import _TaggableManager
from taggit.models import ItemBase, TagBase

from articles import words
from articles.fields import CopiedMomentField, LineField
from articles.models.searched_name import Named


class Tag(Named, TagBase):
    search_kind = "t"

    name = LineField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(_("address"), max_length=100, unique=True, editable=False)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["slug"]

    def save(self, *args, **kwargs):
        """Two names of one slug are an error here: taggit would store the second as `…_1`."""
        self.slug = words.slug(self.name)
        models.Model.save(self, *args, **kwargs)
        self.record_name()

    def get_absolute_url(self):
        return reverse("tag", args=[self.slug])

    @property
    def search_tokens(self):
        """Of which the search knows the articles with this tag by one."""
        return [f"t_{self.pk}"]


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
        super().add(*tags, **options)
        self.instance.index()

    def remove(self, *tags):
        super().remove(*tags)
        self.instance.index()

    def clear(self):
        super().clear()
        self.instance.index()


def tag_named(name):
    """The tag that somebody means, however it is spelled, or nothing."""
    return Tag.objects.filter(slug=words.slug(name)).first()


def parse_tags(typed):
    """Tag names as a person types them, separated by commas only; a name whose slug is stored
    already becomes the stored name."""
    names = {}
    for name in (" ".join(part.split()) for part in typed.split(",")):
        if name.strip("\"' "):
            names.setdefault(words.slug(name), name)
    stored = dict(Tag.objects.filter(slug__in=names).values_list("slug", "name"))
    return [stored.get(slug, name) for slug, name in names.items()]


def join_tags(tags):
    return ", ".join(tag.name for tag in tags)
