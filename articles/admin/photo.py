"""The admin of photos: the library, bringing pictures in, and the form of one."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from articles.admin.headings import Headed
from articles.admin.library import Library
from articles.admin.photo_form import PhotoForm
from articles.admin.stale import RefusesStaleSaves
from articles.admin.upload import Upload
from articles.admin.widgets import INPUTS
from articles.files import rendition_file
from articles.models import Photo


@admin.register(Photo)
class PhotoAdmin(RefusesStaleSaves, Library, Upload, Headed, admin.ModelAdmin):
    formfield_overrides = INPUTS
    form = PhotoForm
    readonly_fields = ["read_in_file"]
    fieldsets = [
        (None, {"fields": ["label", "caption", "line", "alt", "is_decorative", "headline"]}),
        (gettext_lazy("Focal point"), {"fields": ["focal_x", "focal_y"], "classes": ["focal"]}),
        (gettext_lazy("Rights"), {"fields": ["publishable_from", "usable_until", "publishable_until"]}),
        (
            gettext_lazy("Origin"),
            {"fields": ["copyright", "license_page", "licensor_page", "instructions", "place", "keywords", "taken_at"]},
        ),
        (gettext_lazy("Read in the file"), {"fields": ["read_in_file"], "classes": ["collapse"]}),
    ]

    def has_change_permission(self, request, obj=None):
        """One's own pictures; everybody's for who keeps the library."""
        may = super().has_change_permission(request, obj)
        own = obj is None or obj.uploaded_by_id == request.user.pk
        return may and (own or request.user.has_perm("articles.edit_every_photo"))

    def get_urls(self):
        file_view = never_cache(self.admin_site.admin_view(self.file, cacheable=True))
        own = path("<int:pk>/files/<slug:recipe>.<slug:extension>", file_view, name="articles_photo_file")
        return [own, *super().get_urls()]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Validate once before Django opens its transaction: validation makes the renditions,
        and inside it finds them made. They go again when something else was wrong."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        photo = self.get_object(request, object_id)
        if photo is None or not self.has_change_permission(request, photo):
            raise PermissionDenied
        if "_mend" in request.POST:
            return self.mend(request, photo)
        form = self.get_form(request, photo, change=True)(request.POST, instance=photo)
        refused = not form.is_valid()
        response = super().changeform_view(request, object_id, form_url, extra_context)
        if refused:
            form.instance.delete_unused_renditions()
        return response

    def mend(self, request, photo):
        photo.mend_files()
        if photo.rendition_fault:
            messages.error(request, photo.rendition_fault)
        else:
            messages.success(request, _("All copies are there again."))
        return redirect("admin:articles_photo_change", photo.pk)

    @admin.display(description=gettext_lazy("credit"))
    def line(self, photo):
        """For whoever may only look."""
        return photo.credit.line

    @admin.display(description="")
    def read_in_file(self, photo):
        """As the file has it, whatever was typed since."""
        columns = {field.name: field.verbose_name for field in Photo._meta.concrete_fields}
        lines = ((capfirst(str(columns.get(name, name))), said(value)) for name, value in photo.found.items())
        return format_html("<dl>{}</dl>", format_html_join("", "<dt>{}</dt><dd>{}</dd>", lines)) if photo.found else "–"

    def file(self, request, pk, recipe, extension):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return rendition_file(get_object_or_404(Photo, pk=pk), recipe, extension)


def said(value):
    return ", ".join(map(str, value)) if isinstance(value, list) else value
