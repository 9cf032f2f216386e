"""Inputs as large as the words they are for; an address without a scheme is of the web as it is today."""

from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.db.models import URLField

from articles.fields import BodyField, LineField, ProseField

FOR_WORDS = {
    LineField: {"widget": AdminTextInputWidget(attrs={"class": "vLargeTextField"})},
    ProseField: {"widget": AdminTextareaWidget(attrs={"rows": 4})},
    URLField: {"assume_scheme": "https"},
    BodyField: {"widget": AdminTextareaWidget(attrs={"rows": 24})},
}
