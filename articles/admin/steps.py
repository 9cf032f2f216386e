"""The column beside the form: what is and what will be, what is missing, and what may be done now."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.admin.widgets import MomentInput
from articles.models import TRANSITIONS, findings, open_transitions, perform, standing


class Steps:
    """Of the admin of articles; goes before `ModelAdmin`."""

    def publishing(self, request, article):
        """What the column shows."""
        return {
            "standing": standing(article),
            "steps": [Step(transition, request.filling.data) for transition in open_transitions(request.user, article)],
            "findings": [] if article.is_known_to_readers() else findings(article),
            "review_note": article.review_note,
        }

    def take_step(self, request, article):
        """Do what a button asked for. Returns None when it is done, else where to look, as the end of an address."""
        name = request.POST["_step"]
        if name not in TRANSITIONS:
            raise PermissionDenied
        try:
            perform(name, article, request.user, **asked(request.POST, name), seen=article.version)
        except ValidationError as error:
            return self.tell_refusal(request, name, error)
        said = TRANSITIONS[name].done % {"article": article}
        self.log_change(request, article, said)
        messages.success(request, said)
        return None

    def tell_refusal(self, request, name, error):
        refusals = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        for sentences in refusals.values():
            for sentence in sentences:
                messages.error(request, sentence)
        first = next(iter(refusals))
        if first in ("moment", "words"):
            return f"#id_{name}-{first}"
        return f"#id_{first}" if slugify(first) else ""


class Step:
    """A button, and the field that it asks for, with the words that were kept for it."""

    def __init__(self, transition, kept):
        self.name, self.label, self.asks = transition.name, transition.label, transition.asks
        initial = {self.asks: kept.get(f"{self.name}-{self.asks}", "")}
        self.field = StepFields(prefix=self.name, initial=initial)[self.asks] if self.asks else None


class StepFields(forms.Form):
    moment = forms.DateTimeField(required=False, widget=MomentInput)
    words = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 2}))


def asked(posted, name):
    """What was typed beside the button. Raises `ValidationError`."""
    fields = StepFields(posted, prefix=name)
    if not fields.is_valid():
        raise ValidationError({"moment": _("Give a day and an hour to come.")})
    return fields.cleaned_data
