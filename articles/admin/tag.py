"""The admin of tags: which there are, how they are called, which are merged and which may go."""

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from taggit.models import Tag as UnusedTag

from articles.admin.headings import Headed
from articles.admin.paging import UncountedChangeList
from articles.admin.photo_filters import Choice
from articles.admin.photo_widget import PicksPhotos
from articles.admin.stale import RefusesStaleSaves
from articles.admin.tag_form import TagForm
from articles.admin.tag_merging import TagMerging, number_of, quoted
from articles.admin.widgets import INPUTS
from articles.models import Tag, public_tags

admin.site.unregister(UnusedTag)


class UseOf(Choice):
    title = gettext_lazy("use")
    parameter_name = "use"
    questions = {
        "used": (gettext_lazy("in articles"), lambda tags, request: tags.used()),
        "unused": (gettext_lazy("in no article"), lambda tags, request: tags.unused()),
    }


class TagRows(UncountedChangeList):
    def get_queryset(self, request, **kwargs):
        return super().get_queryset(request, **kwargs).prefetch_related("aliases")

    def get_results(self, request):
        """Counts for the rows of this page alone: whatever an OFFSET skips would be counted too."""
        super().get_results(request)
        self.show_admin_actions = True
        counted = Tag.objects.counted().in_bulk([tag.pk for tag in self.result_list])
        for tag in self.result_list:
            tag.number = counted[tag.pk].number if tag.pk in counted else 0


@admin.register(Tag)
class TagAdmin(RefusesStaleSaves, TagMerging, PicksPhotos, Headed, admin.ModelAdmin):
    form = TagForm
    formfield_overrides = INPUTS
    readonly_fields = ["in_the_paper"]
    list_display = ["name", "articles", "other_names", "slug"]
    list_filter = [UseOf]
    list_per_page = 100
    search_fields = ["name", "slug"]
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    actions = ["merge", "delete_selected"]

    # The list

    def get_changelist(self, request, **kwargs):
        return TagRows

    def get_search_results(self, request, queryset, search_term):
        return queryset.matching(search_term), False

    @admin.display(description=gettext_lazy("articles"))
    def articles(self, tag):
        return number_of(tag)

    @admin.display(description=gettext_lazy("other names"))
    def other_names(self, tag):
        return ", ".join(alias.name for alias in tag.aliases.all())

    @admin.action(permissions=["merge"], description=gettext_lazy("Merge…"))
    def merge(self, request, tags):
        address = reverse("admin:articles_tag_merge")
        return HttpResponseRedirect(f"{address}?{urlencode({'tag': list(tags.values_list('pk', flat=True))}, True)}")

    @admin.action(permissions=["delete"], description=gettext_lazy("Delete those that are unused"))
    def delete_selected(self, request, tags):
        """Under the name of Django's own, whose page asks once more and sends it."""
        if used := list(tags.used()):
            self.refuse_deletion(request, used)
        unused = tags.unused()
        return delete_selected(self, request, unused) if unused else None

    def refuse_deletion(self, request, used):
        names = quoted(used)
        refusal = ngettext(
            "%(names)s is in use and stays: merge it, or take it off its articles.",
            "%(names)s are in use and stay: merge them, or take them off their articles.",
            len(used),
        )
        messages.error(request, refusal % {"names": names})

    # One tag

    def get_fields(self, request, obj=None):
        fields = ["name", "description", "photo", "aliases", "dropped"]
        if obj is None or not obj.aliases.exists():
            fields.remove("dropped")
        return [*fields, "in_the_paper"] if obj else fields

    def view_on_site(self, tag):
        return tag.get_absolute_url() if public_tags().filter(pk=tag.pk).exists() else None

    @admin.display(description=gettext_lazy("in the paper"))
    def in_the_paper(self, tag):
        number = number_of(Tag.objects.counted().get(pk=tag.pk))
        articles = _("articles: %(number)s") % {"number": number}
        if address := self.view_on_site(tag):
            return format_html('{} – <a href="{}">{}</a>', articles, address, _("See the page"))
        return format_html("{} – {}", articles, _("readers do not see it yet: none is published"))

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        form.save_aliases()

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["may_merge"] = obj and self.has_merge_permission(request)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def delete_view(self, request, object_id, extra_context=None):
        """What is in use cannot go; said at once, instead of a list of all its articles."""
        tag = self.get_object(request, object_id)
        if tag and self.has_delete_permission(request, tag) and tag.tagged.exists():
            self.refuse_deletion(request, [tag])
            return HttpResponseRedirect(reverse("admin:articles_tag_change", args=[tag.pk]))
        return super().delete_view(request, object_id, extra_context)
