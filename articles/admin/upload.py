"""Bringing pictures in: one page, many files, each with its own answer."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.admin.arrival import arrival


class Upload:
    """Of the admin of photos; goes before `ModelAdmin`."""

    def get_urls(self):
        upload = self.admin_site.admin_view(require_POST(self.upload))
        return [path("upload/", upload, name="articles_photo_upload"), *super().get_urls()]

    def add_view(self, request, form_url="", extra_context=None):
        """The page; without a script it takes the files itself."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        line = request.POST.get("credit", "")
        arrivals = [arrival(file, request.user, line) for file in request.FILES.getlist("file")]
        context = self.admin_site.each_context(request) | {
            "title": _("Add photos"),
            "opts": self.opts,
            "arrivals": arrivals,
            "credit": line,
            "nothing_sent": request.method == "POST" and not arrivals,
        }
        return render(request, "admin/articles/photo/add.html", context)

    def upload(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied
        return JsonResponse(arrival(request.FILES.get("file"), request.user, request.POST.get("credit", "")))
