from django.contrib import admin

from articles.admin.front_preview import FrontPreview
from articles.admin.headings import Headed
from articles.admin.photo_widget import PicksPhotos
from articles.admin.stale import RefusesStaleSaves
from articles.admin.widgets import INPUTS
from articles.models import Placement


@admin.register(Placement)
class PlacementAdmin(FrontPreview, RefusesStaleSaves, PicksPhotos, Headed, admin.ModelAdmin):
    formfield_overrides = INPUTS
    list_display = ["slot", "article", "headline", "starts_at", "ends_at"]
    list_filter = ["slot"]
    list_select_related = ["article"]
    autocomplete_fields = ["article"]
