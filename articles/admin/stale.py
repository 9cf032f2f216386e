"""A save of what somebody else has changed since the form was opened is refused, for nouns that keep no versions."""

from hashlib import blake2b

from django import forms
from django.db import connection
from django.forms.models import ModelChoiceField
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _

SHOWN = 200


class GuardedForm(forms.ModelForm):
    """`seen` is what was stored when the form was opened, as a hash."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["seen"].initial = self.stored_now

    def stored_now(self):
        """Of a bound form too: it begins with what is stored."""
        own = ((name, field) for name, field in self.fields.items() if name != "seen")
        stored = {name: self.get_initial_for_field(field, name) for name, field in own}
        return blake2b(repr(sorted(stored.items())).encode(), digest_size=12).hexdigest()

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk and self.data.get(self.add_prefix("seen")) != self.stored_now():
            self.refuse()
        return cleaned

    def refuse(self):
        """Say what is stored; whoever saves once more, having read it, means it."""
        self.add_error(None, _("Somebody has saved this meanwhile. Yours stands below; save once more to keep it."))
        for name in self.changed_data:
            if name != "seen":
                self.add_error(name, _("Stored meanwhile: “%(words)s”") % {"words": self.words_stored(name) or "–"})
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = self.stored_now()

    def words_stored(self, name):
        field, value = self.fields[name], self.get_initial_for_field(self.fields[name], name)
        if isinstance(field, ModelChoiceField) and value:
            value = field.queryset.filter(pk=value).first() or value
        elif hasattr(field, "choices"):
            value = dict(field.choices).get(value, value)
        words = field.widget.format_value(value) if hasattr(value, "isoformat") else value
        return Truncator(strip_tags(str(words if words is not None else ""))).chars(SHOWN)


class RefusesStaleSaves:
    """Of an admin; goes before `ModelAdmin`. Its form is a `GuardedForm`."""

    form = GuardedForm

    def get_queryset(self, request):
        """What is about to be saved is read under a lock: two at once take turns."""
        queryset = super().get_queryset(request)
        is_change = request.resolver_match.url_name.endswith("_change")
        if request.method == "POST" and is_change and connection.in_atomic_block:
            return queryset.select_for_update(of=("self",))
        return queryset

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if any("seen" in facts["fields"] for _name, facts in fieldsets):
            return fieldsets
        name, facts = fieldsets[0]
        return [(name, facts | {"fields": [*facts["fields"], "seen"]}), *fieldsets[1:]]
