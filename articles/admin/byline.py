from django.contrib import admin

from articles.admin.headings import Headed
from articles.admin.photo_widget import PicksPhotos
from articles.admin.stale import RefusesStaleSaves
from articles.admin.widgets import INPUTS
from articles.models import Author


@admin.register(Author)
class AuthorAdmin(RefusesStaleSaves, PicksPhotos, Headed, admin.ModelAdmin):
    formfield_overrides = INPUTS
    fields = ["name", "slug", "kind", "role", "bio", "portrait", "user", "signs_own_pictures"]
    list_display = ["name", "kind", "role", "user"]
    list_filter = ["kind"]
    list_select_related = ["user"]
    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name"]
    autocomplete_fields = ["user"]
