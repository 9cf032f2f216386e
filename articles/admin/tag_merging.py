"""Merging tags: which one stays is asked, and what will happen is said, before it does."""

import re

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from articles.models import MOST_COUNTED, Tag, merge_tags

# At once; each takes a few statements.
MOST = 100
# Of the names that the field completes.
MOST_NAMES = 500


class Merge:
    """What the address or the form asks for: the tags, perhaps one more by its name, perhaps which one stays."""

    def __init__(self, asked):
        self.numbers = [int(number) for number in asked.getlist("tag")[:MOST] if re.fullmatch(r"[0-9]{1,18}", number)]
        self.is_adding = "add" in asked
        self.typed = asked.get("with", "").strip()
        self.kept_number = asked.get("kept", "")

    @cached_property
    def added(self):
        return Tag.objects.named(self.typed) if self.typed else None

    @cached_property
    def tags(self):
        numbers = [*self.numbers, *([self.added.pk] if self.added else [])]
        tags = list(Tag.objects.counted().filter(pk__in=numbers).prefetch_related("aliases"))
        for tag in tags:
            tag.articles = number_of(tag)
        return tags

    @cached_property
    def kept(self):
        return next((tag for tag in self.tags if str(tag.pk) == self.kept_number), None)

    @property
    def others(self):
        return [tag for tag in self.tags if tag != self.kept]

    @property
    def proposed(self):
        """The one with most articles."""
        return self.kept or max(self.tags, key=lambda tag: tag.number, default=None)

    def refused(self):
        """A sentence, or nothing."""
        if self.typed and not self.added:
            return _("There is no tag “%(name)s”.") % {"name": self.typed}
        if self.added and self.added.pk in self.numbers:
            return _("“%(name)s” is already here.") % {"name": self.added.name}
        if self.is_adding and not self.typed:
            return _("Write the name of the tag to add.")
        return ""


class TagMerging:
    """Of the admin of tags; goes before `ModelAdmin`."""

    def has_merge_permission(self, request):
        """The others are gone afterwards."""
        return self.has_change_permission(request) and self.has_delete_permission(request)

    def get_urls(self):
        view = self.admin_site.admin_view(self.merge_view)
        return [path("merge/", view, name="articles_tag_merge"), *super().get_urls()]

    def merge_view(self, request):
        if not self.has_merge_permission(request):
            raise PermissionDenied
        merge = Merge(request.POST if request.method == "POST" else request.GET)
        if request.method == "POST" and not merge.is_adding and merge.kept and merge.others:
            return self.merged(request, merge)
        context = self.admin_site.each_context(request) | {
            "title": _("Merge tags"),
            "opts": self.opts,
            "merge": merge,
            "may_be_merged": len(merge.tags) > 1,
            "names": Tag.objects.order_by("-pk").values_list("name", flat=True)[:MOST_NAMES],
        }
        return render(request, "admin/articles/tag/merge.html", context)

    def merged(self, request, merge):
        try:
            merge_tags(merge.kept, merge.others)
        except Tag.DoesNotExist:
            words = _("“%(name)s” was merged into another tag meanwhile: nothing was changed.")
            messages.error(request, words % {"name": merge.kept.name})
            return redirect("admin:articles_tag_changelist")
        names = quoted(merge.others)
        self.log_change(request, merge.kept, _("Merged into it: %(names)s.") % {"names": names})
        words = _("%(names)s and their articles are now “%(kept)s”.") % {"names": names, "kept": merge.kept.name}
        messages.success(request, words)
        return redirect("admin:articles_tag_change", merge.kept.pk)


def quoted(tags):
    """Their names in a row."""
    return get_text_list([_("“%(name)s”") % {"name": tag.name} for tag in tags], _("and"))


def number_of(tag):
    """The number of its articles as a list prints it; `counted()` has counted."""
    if tag.number > MOST_COUNTED:
        return _("%(number)s and more") % {"number": number_format(MOST_COUNTED, force_grouping=True)}
    return str(tag.number)
