"""The form of a tag. Its other names are added in a line and taken away one by one, so that a form which was opened
long ago takes away none that it did not know."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import words
from articles.admin.stale import GuardedForm
from articles.models import Tag


class TagForm(GuardedForm):
    aliases = forms.CharField(
        label=gettext_lazy("Further names"),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
        help_text=gettext_lazy(
            "Other spellings, abbreviations, former names, separated by commas. Whoever types one finds this tag, and "
            "its address leads here. When the tag is renamed, its old name is added by itself."
        ),
    )
    dropped = forms.MultipleChoiceField(
        label=gettext_lazy("Take away other names"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("From then on their addresses answer “not found”."),
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        known = self.instance.aliases.all() if self.instance.pk else []
        self.fields["dropped"].choices = [(alias.slug, f"{alias.name} ({alias.slug})") for alias in known]

    def clean_name(self):
        name = self.cleaned_data["name"]
        same = Tag.objects.filter(slug=words.slug(name)).exclude(pk=self.instance.pk).first()
        if same:
            raise forms.ValidationError(_("This is the tag “%(name)s” in another spelling.") % {"name": same.name})
        if reason := self.instance.why_not_called(name):
            raise forms.ValidationError(reason)
        return name

    def clean_aliases(self):
        names = [name.strip() for name in self.cleaned_data["aliases"].split(",") if name.strip()]
        reasons = [reason for name in names if (reason := self.instance.why_not_also_called(name))]
        if reasons:
            raise forms.ValidationError(reasons)
        return names

    def save_aliases(self):
        """Once the tag itself is stored."""
        for alias in self.instance.aliases.filter(slug__in=self.cleaned_data["dropped"]):
            alias.delete()
        for name in self.cleaned_data["aliases"]:
            self.instance.add_alias(name)
