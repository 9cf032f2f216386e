"""A photo field that shows the chosen photo and opens the library; without JavaScript it is the photo's number."""

import re

from django import forms
from django.forms.widgets import Script
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin.photo_filters import library
from articles.admin.picker import facts_of
from articles.models import Photo


class PhotoWidget(forms.NumberInput):
    @property
    def media(self):
        # What the script says and asks is told on its own element: nothing inline may run.
        script = Script(
            "admin/photo-picker.js",
            **{
                "data-picker": reverse("admin:articles_photo_picker"),
                "data-title": _("Choose a photo"),
                "data-close": _("Close"),
                "data-failed": _("That did not work. Is the connection there? Try again."),
                "data-no-alt": _("no alternative text"),
                "defer": True,
            },
        )
        return forms.Media(js=[script], css={"all": ["admin/photo-library.css", "admin/photo-picker.css"]})

    def render(self, name, value, attrs=None, renderer=None):
        photo = library().filter(pk=value).first() if re.fullmatch(r"[0-9]{1,18}", str(value)) else None
        context = {
            "number": super().render(name, value, attrs, renderer),
            "chosen": facts_of(photo) if photo else None,
        }
        return render_to_string("admin/articles/photo/_widget.html", context)


class PicksPhotos:
    """Of an admin whose noun has photos; goes before `ModelAdmin`."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.remote_field and db_field.remote_field.model is Photo:
            # Asked here, before Django puts its links for adding and changing around it.
            return db_field.formfield(widget=PhotoWidget, **kwargs)
        return super().formfield_for_dbfield(db_field, request, **kwargs)
