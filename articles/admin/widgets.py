"""Inputs as large as the words they are for, and as the browser has them for a moment."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.db.models import DateTimeField, URLField

from articles.admin.body_editor import BodyEditor
from articles.fields import BodyField, LineField, ProseField


class MomentInput(forms.DateTimeInput):
    """Day and hour in one field, with the browser's own calendar; in the paper's time zone."""

    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%dT%H:%M:%S")


INPUTS = {
    LineField: {"widget": AdminTextInputWidget(attrs={"class": "vLargeTextField"})},
    ProseField: {"widget": AdminTextareaWidget(attrs={"rows": 4})},
    DateTimeField: {"form_class": forms.DateTimeField, "widget": MomentInput},
    # An address without a scheme is of the web as it is today.
    URLField: {"assume_scheme": "https"},
    BodyField: {"widget": BodyEditor},
}
