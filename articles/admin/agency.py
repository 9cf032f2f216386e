"""Agencies and the credits that name them. A contract that ends is a date; nothing of a photo is overwritten."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.headings import Headed
from articles.admin.widgets import MomentInput
from articles.models import Agency, Photo, PhotoCredit, shown_photos


class ContractForm(forms.ModelForm):
    class Meta:
        model = Agency
        fields = ["usable_until", "publishable_until"]
        widgets = dict.fromkeys(fields, MomentInput)


@admin.register(Agency)
class AgencyAdmin(Headed, admin.ModelAdmin):
    search_fields = ["name"]
    list_display = ["name", "usable_until", "publishable_until", "photos"]
    fields = ["name", "contract", "to_rewrite"]
    readonly_fields = ["contract", "to_rewrite"]

    def get_urls(self):
        contract = self.admin_site.admin_view(self.contract_view)
        return [path("<int:pk>/contract/", contract, name="articles_agency_contract"), *super().get_urls()]

    def contract_view(self, request, pk):
        """Says what will happen, and to how many photos, before it does."""
        agency = get_object_or_404(Agency, pk=pk)
        if not self.has_change_permission(request, agency):
            raise PermissionDenied
        now = timezone.localtime().replace(microsecond=0, tzinfo=None)
        ended = {} if agency.usable_until or agency.publishable_until else {"usable_until": now}
        form = ContractForm(request.POST or None, instance=agency, initial=ended)
        if form.is_valid():
            form.save()
            self.log_change(request, agency, [{"changed": {"fields": form.changed_data}}])
            messages.success(request, _("The contract is kept. Emptied dates bring everything back."))
            return redirect("admin:articles_agency_change", agency.pk)
        photos = Photo.objects.filter(credit__agency=agency)
        context = self.admin_site.each_context(request) | {
            "title": _("Contract with %(agency)s") % {"agency": agency},
            "opts": self.opts,
            "agency": agency,
            "form": form,
            "photos": photos.count(),
            "shown": shown_photos().filter(credit__agency=agency).count(),
        }
        return render(request, "admin/articles/agency/contract.html", context)

    @admin.display(description=gettext_lazy("photos"))
    def photos(self, agency):
        library = reverse("admin:articles_photo_changelist")
        return format_html('<a href="{}?agency={}">{}</a>', library, agency.pk, _("Show photos"))

    @admin.display(description=gettext_lazy("contract"))
    def contract(self, agency):
        if agency.pk is None:
            return "–"
        address = reverse("admin:articles_agency_contract", args=[agency.pk])
        return format_html('<a href="{}">{}</a>', address, _("End or resume the contract…"))

    @admin.display(description=gettext_lazy("to rewrite after a new name"))
    def to_rewrite(self, agency):
        waiting = Photo.objects.with_old_credit().filter(credit__agency=agency).count() if agency.pk else 0
        if not waiting:
            return _("All copies carry today’s name.")
        return _("%(number)d photos; “manage.py renditions” rewrites them.") % {"number": waiting}


@admin.register(PhotoCredit)
class PhotoCreditAdmin(Headed, admin.ModelAdmin):
    list_display = ["__str__", "photographer", "agency"]
    list_select_related = ["agency"]
    autocomplete_fields = ["agency"]
    search_fields = ["photographer", "agency__name"]
