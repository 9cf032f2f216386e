from django.contrib import admin
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from articles.admin.widgets import FOR_WORDS
from articles.files import rendition_file
from articles.models import Agency, Photo, PhotoCredit


@admin.register(Photo)
class PhotoAdmin(admin.ModelAdmin):
    formfield_overrides = FOR_WORDS
    list_display = ["thumbnail", "__str__", "credit", "uploaded_at"]
    list_display_links = ["thumbnail", "__str__"]
    list_filter = ["credit__agency"]
    list_select_related = ["credit__agency"]
    search_fields = ["caption", "alt", "credit__photographer", "credit__agency__name"]
    autocomplete_fields = ["credit"]
    fields = ["original", "thumbnail", "caption", "credit", "alt", "focal_x", "focal_y"]

    def get_urls(self):
        file_view = never_cache(self.admin_site.admin_view(self.file, cacheable=True))
        own = path("<int:pk>/files/<slug:recipe>.<slug:extension>", file_view, name="articles_photo_file")
        return [own, *super().get_urls()]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Validate once before Django opens its transaction: validation makes the renditions,
        and inside it finds them made. They go again when something else was wrong."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        photo = self.get_object(request, object_id) if object_id else None
        form_class = self.get_form(request, photo, change=photo is not None)
        form = form_class(request.POST, request.FILES, instance=photo)
        refused = not form.is_valid()
        response = super().changeform_view(request, object_id, form_url, extra_context)
        if refused:
            form.instance.delete_unused_renditions()
        return response

    def get_readonly_fields(self, request, obj=None):
        """Another picture is another photo: its file never changes."""
        return ["thumbnail", "original"] if obj else ["thumbnail"]

    def delete_queryset(self, request, photos):
        """One by one, so that the files go too."""
        for photo in photos:
            photo.delete()

    @admin.display(description=_("picture"))
    def thumbnail(self, photo):
        if photo.pk is None:
            return "–"
        address = reverse("admin:articles_photo_file", args=[photo.pk, "3x2-320", "jpg"])
        return format_html('<img src="{}" width="120" height="80" alt="{}">', address, photo.alt)

    def file(self, request, pk, recipe, extension):
        return rendition_file(get_object_or_404(Photo, pk=pk), recipe, extension)


@admin.register(PhotoCredit)
class PhotoCreditAdmin(admin.ModelAdmin):
    list_display = ["__str__", "photographer", "agency"]
    list_select_related = ["agency"]
    autocomplete_fields = ["agency"]
    search_fields = ["photographer", "agency__name"]


@admin.register(Agency)
class AgencyAdmin(admin.ModelAdmin):
    search_fields = ["name"]
