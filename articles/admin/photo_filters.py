"""How the library is narrowed; each choice stands in the address, so that a list can be sent to a colleague."""

from datetime import timedelta

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Agency, Label, Photo, shown_photos, used_photos


class Choice(admin.SimpleListFilter):
    """Named questions of a queryset; `questions` maps the word in the address to label and narrowing."""

    questions = {}

    def lookups(self, request, model_admin):
        return [(word, label) for word, (label, _narrow) in self.questions.items()]

    def queryset(self, request, photos):
        if self.value() not in self.questions:
            return photos
        return self.questions[self.value()][1](photos, request)


class OfAgency(admin.SimpleListFilter):
    title = _("agency")
    parameter_name = "agency"

    def lookups(self, request, model_admin):
        return [(str(pk), name) for pk, name in Agency.objects.values_list("pk", "name")]

    def queryset(self, request, photos):
        known = {pk for pk, _name in self.lookup_choices}
        return photos.filter(credit__agency=self.value()) if self.value() in known else photos


def since(start_of):
    def narrow(photos, request):
        today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        return photos.filter(uploaded_at__gte=start_of(today))

    return narrow


class Uploaded(Choice):
    title = _("uploaded")
    parameter_name = "uploaded"
    questions = {
        "today": (_("today"), since(lambda today: today)),
        "week": (_("within 7 days"), since(lambda today: today - timedelta(days=6))),
        "month": (_("this month"), since(lambda today: today.replace(day=1))),
        "year": (_("this year"), since(lambda today: today.replace(month=1, day=1))),
    }


class RightsOf(Choice):
    title = _("rights")
    parameter_name = "rights"
    questions = {
        "usable": (_("usable"), lambda photos, request: photos.usable()),
        "ending": (_("ending within 7 days"), lambda photos, request: photos.ending_soon()),
        "ended": (_("ended"), lambda photos, request: photos.ended()),
        "no-new-use": (_("no new use"), lambda photos, request: photos.closed_to_new_use()),
        "not-yet": (_("not to be published yet"), lambda photos, request: photos.not_yet_publishable()),
    }


class UsedIn(Choice):
    title = _("use")
    parameter_name = "use"
    questions = {
        "public": (_("seen by readers"), lambda photos, request: photos.filter(pk__in=shown_photos().values("pk"))),
        "drafts": (
            _("in drafts only"),
            lambda photos, request: photos.filter(pk__in=used_photos().values("pk")).exclude(
                pk__in=shown_photos().values("pk")
            ),
        ),
        "unused": (_("unused"), lambda photos, request: photos.exclude(pk__in=used_photos().values("pk"))),
    }


class Labelled(admin.SimpleListFilter):
    title = _("label")
    parameter_name = "label"

    def lookups(self, request, model_admin):
        return Label.choices

    def queryset(self, request, photos):
        return photos.filter(label=self.value()) if self.value() in Label else photos


class ToDo(Choice):
    title = _("to be seen to")
    parameter_name = "todo"
    questions = {
        "unnamed": (_("names nobody (DR, private collection)"), lambda photos, request: photos.by_nobody()),
        "no-alt": (
            _("without alternative text"),
            lambda photos, request: photos.filter(alt="", is_decorative=False),
        ),
        "old-credit": (_("old credit in the files"), lambda photos, request: photos.with_old_credit()),
        "repair": (_("copies to be repaired"), lambda photos, request: photos.without_sound_files()),
    }


class Mine(Choice):
    title = _("uploaded by")
    parameter_name = "by"
    questions = {"me": (_("me"), lambda photos, request: photos.filter(uploaded_by=request.user))}


FILTERS = [OfAgency, Uploaded, RightsOf, UsedIn, Labelled, ToDo, Mine]


def library():
    """Every photo with what a cell of the grid prints, newest first."""
    return Photo.objects.select_related("credit__agency").order_by("-pk")
