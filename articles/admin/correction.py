from django.contrib import admin

from articles.admin.widgets import INPUTS
from articles.models import Correction


@admin.register(Correction)
class CorrectionAdmin(admin.ModelAdmin):
    formfield_overrides = INPUTS
    list_display = ["made_at", "kind", "article"]
    list_filter = ["kind"]
    list_select_related = ["article"]
    autocomplete_fields = ["article"]
    search_fields = ["text", "article__headline"]
