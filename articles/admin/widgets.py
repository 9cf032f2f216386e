"""Inputs as large as the words they are for."""

from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget

from articles.fields import BodyField, LineField, ProseField

FOR_WORDS = {
    LineField: {"widget": AdminTextInputWidget(attrs={"class": "vLargeTextField"})},
    ProseField: {"widget": AdminTextareaWidget(attrs={"rows": 4})},
    BodyField: {"widget": AdminTextareaWidget(attrs={"rows": 24})},
}
