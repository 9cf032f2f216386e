"""The tray « À créditer »: one line credits all that are ticked."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from articles.admin.arrival import REFUSALS
from articles.models import PhotoCredit, UncreditedPicture

TRAY = "admin:articles_uncreditedpicture_changelist"


@admin.register(UncreditedPicture)
class UncreditedPictureAdmin(admin.ModelAdmin):
    def has_add_permission(self, request):
        return request.user.has_perm("articles.add_photo")

    has_change_permission = has_delete_permission = has_view_permission = lambda self, request, obj=None: (
        self.has_add_permission(request)
    )

    def has_module_permission(self, request):
        return self.has_add_permission(request)

    def get_urls(self):
        thumbnail = never_cache(self.admin_site.admin_view(self.thumbnail, cacheable=True))
        return [
            path("", self.admin_site.admin_view(self.tray), name="articles_uncreditedpicture_changelist"),
            path("<int:pk>/thumbnail/", thumbnail, name="articles_uncreditedpicture_thumbnail"),
        ]

    def tray(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied
        waiting = UncreditedPicture.objects.waiting().of(request.user)
        ticked = request.POST.getlist("picture")
        line = request.POST.get("line", "")
        if request.method == "POST":
            pictures = waiting.filter(pk__in=[number for number in ticked if number.isascii() and number.isdigit()])
            do = self.throw_away if "delete" in request.POST else self.credit
            if do(request, pictures, line):
                return redirect(TRAY)
        context = self.admin_site.each_context(request) | {
            "title": _("Pictures to credit"),
            "opts": self.opts,
            "pictures": waiting.defer("thumbnail").select_related("uploaded_by"),
            "line": line,
        }
        return render(request, "admin/articles/uncreditedpicture/tray.html", context)

    def credit(self, request, pictures, line):
        """Whether all of them became photos."""
        if not pictures:
            messages.error(request, _("Tick the pictures that the line is for."))
            return False
        try:
            credit = PhotoCredit.objects.of_line(line.strip())
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return False
        faults = [fault for picture in pictures if (fault := fault_of(picture, credit))]
        for fault in faults:
            messages.error(request, fault)
        number = len(pictures) - len(faults)
        if number:
            words = ngettext("%(number)d photo is in the library.", "%(number)d photos are in the library.", number)
            messages.success(request, words % {"number": number})
        return not faults

    def throw_away(self, request, pictures, _line):
        number = len(pictures)
        pictures.throw_away()
        words = ngettext("%(number)d picture is thrown away.", "%(number)d pictures are thrown away.", number)
        messages.success(request, words % {"number": number})
        return True

    def thumbnail(self, request, pk):
        if not self.has_add_permission(request):
            raise PermissionDenied
        picture = get_object_or_404(UncreditedPicture.objects.waiting().of(request.user), pk=pk)
        return HttpResponse(bytes(picture.thumbnail), content_type="image/jpeg")


def fault_of(picture, credit):
    """Why it could not become a photo, or nothing."""
    try:
        picture.credited(credit)
    except REFUSALS as error:
        return f"{picture.name}: {error}"
    return ""
