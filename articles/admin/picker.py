"""Choosing a photo for an article: the library's grid as a fragment, and the facts of one photo as JSON."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.admin.paging import LAST_PAGE, page_of_rows
from articles.admin.photo_filters import library
from articles.admin.photo_marks import marks_of

SIZE = 24


class Picker:
    def get_urls(self):
        own = [
            path("picker/", self.for_viewers(self.picker), name="articles_photo_picker"),
            path("<int:pk>/facts/", self.for_viewers(self.facts), name="articles_photo_facts"),
        ]
        return own + super().get_urls()

    def for_viewers(self, view):
        return never_cache(self.admin_site.admin_view(require_safe(view), cacheable=True))

    def picker(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        asked = {name: request.GET.get(name, "") for name in ("q", "mine", "usable")}
        number = page_number(request.GET.get("page", ""))
        photos, has_next = page_of_rows(narrowed(request, **asked), number, SIZE)
        for photo in photos:
            photo.marks, photo.reason = marks_of(photo), photo.why_not_usable()
        context = {
            **asked,
            "photos": photos,
            "newer": number - 1,
            "older": number + 1 if has_next else None,
            "may_upload": self.has_add_permission(request),
        }
        return render(request, "admin/articles/photo/_picker.html", context)

    def facts(self, request, pk):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return JsonResponse(facts_of(get_object_or_404(library(), pk=pk)))


def narrowed(request, q, mine, usable):
    photos = library().matching(q)
    if mine:
        photos = photos.filter(uploaded_by=request.user)
    return photos.usable() if usable else photos


def page_number(typed):
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 1
    return min(max(number, 1), LAST_PAGE)


def facts_of(photo):
    """What an editor shows of a chosen photo. The addresses are the desk's: readers may not see it yet."""
    use = photo.use()
    reason = photo.why_not_usable()
    return {
        "id": photo.pk,
        "address": desk_address(photo, use.full.middle.recipe),
        "thumbnail": desk_address(photo, use.wide.renditions[0].recipe),
        "caption": use.caption,
        "credit": use.credit,
        "alt": photo.alt,
        "usable": not reason,
        "reason": reason,
    }


def desk_address(photo, recipe):
    return reverse("admin:articles_photo_file", args=[photo.pk, recipe, "jpg"])
