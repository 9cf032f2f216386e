from django import forms
from django.contrib import admin
from django.utils.translation import gettext as _
from taggit.models import Tag as UnusedTag

from articles import words
from articles.admin.stale import GuardedForm, RefusesStaleSaves
from articles.models import Tag

admin.site.unregister(UnusedTag)


class TagForm(GuardedForm):
    def clean_name(self):
        name = self.cleaned_data["name"]
        same = Tag.objects.filter(slug=words.slug(name)).exclude(pk=self.instance.pk).first()
        if same:
            raise forms.ValidationError(_("This is the tag “%(name)s” in another spelling.") % {"name": same.name})
        return name


@admin.register(Tag)
class TagAdmin(RefusesStaleSaves, admin.ModelAdmin):
    form = TagForm
    fields = ["name"]
    list_display = ["name", "slug"]
    search_fields = ["name", "slug"]
