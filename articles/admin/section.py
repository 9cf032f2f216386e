from django.contrib import admin

from articles.admin.headings import Headed
from articles.admin.stale import RefusesStaleSaves
from articles.models import Section


@admin.register(Section)
class SectionAdmin(RefusesStaleSaves, Headed, admin.ModelAdmin):
    list_display = ["name", "slug", "position"]
    list_editable = ["position"]
    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """In the list a field has no label of its own."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "position":
            field.widget.attrs["aria-label"] = field.label
        return field
