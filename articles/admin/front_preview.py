"""The front as it will stand at an hour to come, with a place that may not be saved yet."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import path
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from articles import dates
from articles.admin.filling import number
from articles.admin.preview import photo_address
from articles.admin.widgets import MomentInput
from articles.models import Article, Front, Placement

MOMENTS = 12


class MomentForm(forms.Form):
    at = forms.DateTimeField(label=gettext_lazy("Day and hour"), widget=MomentInput)


class FrontPreview:
    """Of the admin of placements; goes before `ModelAdmin`."""

    def get_urls(self):
        view = never_cache(self.admin_site.admin_view(self.preview_view, cacheable=True))
        return [path("preview/", view, name="articles_placement_preview"), *super().get_urls()]

    def preview_view(self, request):
        """POST shows the place that a form describes, from its own hour; GET the front at any hour."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        now = timezone.now()
        placement, mistakes = self.described(request) if request.method == "POST" else (None, {})
        stored = number(request.GET.get("in_place_of", ""))
        form = MomentForm(request.GET if "at" in request.GET else None, initial={"at": now})
        at = form.cleaned_data["at"] if form.is_valid() else now
        if placement:
            at = max(now, placement.starts_at)
        front = composed(at, placement, stored)
        context = self.admin_site.each_context(request) | {
            "title": _("The front, %(when)s") % {"when": dates.near(at, now)},
            "is_popup": True,
            "form": form,
            "moments": moments(now),
            "mistakes": mistakes,
            "absent": absent(placement, at),
            "inside": render_to_string("articles/front.html", {"front": front, "preview": True}, request),
        }
        return render(request, "admin/articles/placement/preview.html", context)

    def described(self, request):
        """The placement of a form, unsaved, and what is wrong with it."""
        form = self.get_form(request)(request.POST)
        if form.is_valid():
            return form.save(commit=False), {}
        named = {name: form.fields[name].label if name in form.fields else "" for name in form.errors}
        return None, {capfirst(named[name]): errors for name, errors in form.errors.items()}


def composed(at, placement, stored):
    """`stored` is the id of the placement as it is saved, in whose place the described one stands."""
    placements = list(Placement.objects.live(at).exclude(pk=stored))
    if placement and (placement.ends_at is None or placement.ends_at > at):
        placements = sorted([placement, *placements], key=lambda one: one.starts_at, reverse=True)
    front = Front.compose(at, placements)
    for photo in front.photos:
        photo.private_address = photo_address
    return front


def absent(placement, at):
    """The headline of an article that was placed and will not be public then."""
    if placement is None or Article.objects.published(at).filter(pk=placement.article_id).exists():
        return ""
    return str(placement.article)


def moments(now):
    """The next hours at which the front changes, as the address names them and as people say them."""
    starts = Placement.objects.filter(starts_at__gt=now).values_list("starts_at", flat=True)
    ends = Placement.objects.filter(ends_at__gt=now).values_list("ends_at", flat=True)
    scheduled = Article.objects.scheduled(now).values_list("published_at", flat=True)
    changes = (starts.order_by("starts_at"), ends.order_by("ends_at"), scheduled)
    first = {at for asked in changes for at in asked[:MOMENTS]}
    return [(address_of(at), dates.near(at, now)) for at in sorted(first)[:MOMENTS]]


def address_of(at):
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M:%S")
