"""The form of one photo; `PhotoAdmin` names its fields. Its credit is one line, as it is printed."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles import credits
from articles.admin.stale import GuardedForm
from articles.models import PhotoCredit


class PhotoForm(GuardedForm):
    line = forms.CharField(
        label=_("Credit"),
        max_length=250,
        widget=forms.TextInput(attrs={"class": "vLargeTextField", "placeholder": "LUDOVIC MARIN / AFP"}),
        help_text=_("Photographer / agency. A name that is known is found in any spelling."),
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if self.instance.credit_id:
            self.fields["line"].initial = self.instance.credit.line

    def clean(self):
        """A caption pasted with its credit is taken apart; a line that somebody changed wins."""
        cleaned = super().clean()
        caption, pasted = credits.split_caption(cleaned.get("caption", ""))
        line = cleaned.get("line", "")
        if pasted:
            cleaned["caption"] = caption
            line = line if "line" in self.changed_data else pasted
        if line:
            try:
                self.instance.credit = PhotoCredit.objects.of_line(line)
            except ValidationError as error:
                self.add_error("line", error)
        return cleaned
