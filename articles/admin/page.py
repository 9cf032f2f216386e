from django.contrib import admin

from articles.admin.headings import Headed
from articles.admin.stale import RefusesStaleSaves
from articles.admin.widgets import INPUTS
from articles.models import Page


@admin.register(Page)
class PageAdmin(RefusesStaleSaves, Headed, admin.ModelAdmin):
    formfield_overrides = INPUTS
    list_display = ["title", "slug", "updated_at"]
    prepopulated_fields = {"slug": ["title"]}
    search_fields = ["title"]
