"""The library: the grid of all photos, how it is searched, and where a photo stands."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from articles.admin.paging import UncountedChangeList
from articles.admin.photo_filters import FILTERS, library
from articles.admin.photo_marks import marks_of
from articles.admin.picker import Picker
from articles.models import UncreditedPicture, places_of, state_of

ROLES = {
    "lead": lambda place: _("lead photo of “%(article)s”") % {"article": place.article},
    "body": lambda place: _("in the text of “%(article)s”") % {"article": place.article},
    "front": lambda place: (
        _("on the front (%(slot)s): “%(article)s”") % {"slot": place.noun.get_slot_display(), "article": place.article}
    ),
    "topic": lambda place: _("picture of the tag “%(tag)s”") % {"tag": place.noun},
    "portrait": lambda place: _("portrait of %(author)s") % {"author": place.noun},
}


class PhotoGrid(UncountedChangeList):
    def get_results(self, request):
        super().get_results(request)
        for photo in self.result_list:
            photo.marks = marks_of(photo)


class Library(Picker):
    """Of the admin of photos; goes before `ModelAdmin`."""

    list_display = ["__str__"]
    list_filter = FILTERS
    list_per_page = 60
    search_fields = ["searched"]
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    # Each cell is one link: nothing is ticked.
    actions = None

    def get_changelist(self, request, **kwargs):
        return PhotoGrid

    def get_queryset(self, request):
        return library()

    def get_ordering(self, request):
        return ["-pk"]

    def get_search_results(self, request, queryset, search_term):
        return queryset.matching(search_term), False

    def changelist_view(self, request, extra_context=None):
        facts = {"title": _("Photo library"), "waiting": waiting_for(request.user)}
        return super().changelist_view(request, facts | (extra_context or {}))

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["uses"] = uses_of(obj) if obj else []
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def delete_view(self, request, object_id, extra_context=None):
        """What is in use cannot go; said at once, and with the places, instead of a list of rows."""
        photo = self.get_object(request, object_id)
        if photo and self.has_delete_permission(request, photo) and (uses := uses_of(photo)):
            where = get_text_list([use["words"] for use in uses], _("and"))
            refusal = _("This photo cannot be deleted, it is in use: %(where)s.") % {"where": where}
            messages.error(request, refusal)
            return HttpResponseRedirect(reverse("admin:articles_photo_change", args=[photo.pk]))
        return super().delete_view(request, object_id, extra_context)


def waiting_for(user):
    """How many pictures still name nobody, and when the first of them goes; nothing when there is none."""
    waiting = UncreditedPicture.objects.waiting().of(user).defer("thumbnail")
    first = waiting.order_by("uploaded_at").first()
    return {"number": waiting.count(), "goes_at": first.goes_at} if first else None


def uses_of(photo):
    """As `_where_used.html` prints them."""
    return [
        {
            "words": ROLES[place.role](place),
            "desk": reverse(f"admin:articles_{place.noun._meta.model_name}_change", args=[place.noun.pk]),
            "state": state_in(place),
            "address": place.address,
            "read": _("Read the article") if place.article else _("See the page"),
        }
        for place in places_of(photo)
    ]


def state_in(place):
    if place.article:
        return state_of(place.article)
    return _("readers see it") if place.is_public else _("no published article yet")
