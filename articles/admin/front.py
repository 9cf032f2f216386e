from django.contrib import admin

from articles.admin.photo_widget import PicksPhotos
from articles.admin.widgets import FOR_WORDS
from articles.models import Placement


@admin.register(Placement)
class PlacementAdmin(PicksPhotos, admin.ModelAdmin):
    formfield_overrides = FOR_WORDS
    list_display = ["slot", "article", "headline", "starts_at", "ends_at"]
    list_filter = ["slot"]
    list_select_related = ["article"]
    autocomplete_fields = ["article"]
