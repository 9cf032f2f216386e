"""The form of an article: its words, its picture, its place in the paper. What readers see moves by steps alone."""

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import SPOKEN, Author, Authority, Change, parse_tags, why_no_name

WORDS = ["kicker", "headline", "standfirst", "body", "short_headline", "summary"]
# What a save of a public article may change without telling what kind of change it is.
SILENT = {"picks", "bans", "slug"}


class ArticleForm(forms.ModelForm):
    byline = forms.CharField(
        label=gettext_lazy("Byline"),
        max_length=500,
        required=False,
        widget=AdminTextInputWidget(attrs={"list": "author-names", "autocomplete": "off"}),
        help_text=gettext_lazy("Names in the order in which they are printed, with commas between them."),
    )
    change = forms.ChoiceField(
        label=gettext_lazy("This change is a"),
        choices=Change.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    change_text = forms.CharField(
        label=gettext_lazy("What readers are told"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    reply_by = forms.CharField(label=gettext_lazy("Who replies"), max_length=120, required=False)
    received_on = forms.DateField(
        label=gettext_lazy("Received on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("A right of reply is printed within three days."),
        required=False,
    )

    user = None  # who is writing; `ArticleAdmin` says
    filling = {}  # kept words that the form opens with; it says this too

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if self.instance.pk:
            self.initial["byline"] = ", ".join(author.name for author in self.instance.authors_in_order)
        if not self.is_bound:
            self.initial |= self.filling

    @cached_property
    def changed_data(self):
        """Browsers send every line end as two signs, and text fields lose their outer blanks."""
        return [name for name in super().changed_data if self.says_something_else(name)]

    def says_something_else(self, name):
        data, initial = self[name].data, self[name].initial
        if name == "tags":
            # Taggit would have them typed in the order of the alphabet.
            return set(parse_tags(data or "")) != {tag.name for tag in initial or []}
        return plain(data) != plain(initial)

    def clean_byline(self):
        """The authors that are named; each once."""
        authors = Author.objects.in_line(self.cleaned_data["byline"])
        if unknown := [name for name, author in authors.items() if author is None]:
            message = _("Nobody signs as “%(name)s”: add an author of that name first, or correct it.")
            raise forms.ValidationError([message % {"name": name} for name in unknown])
        return list(dict.fromkeys(authors.values()))

    def clean_tags(self):
        names = self.cleaned_data["tags"]
        if reasons := [reason for name in names if (reason := why_no_name(name))]:
            raise forms.ValidationError(reasons)
        return names

    def clean(self):
        cleaned = super().clean()
        if both := {*cleaned.get("picks", ())} & {*cleaned.get("bans", ())}:
            words = _("Both pinned and banned: %(headlines)s.")
            headlines = ", ".join(article.list_headline for article in both)
            self.add_error("bans", words % {"headlines": headlines})
        if self.instance.is_known_to_readers():
            self.check_change(cleaned)
        return cleaned

    def clean_slug(self):
        """A form that was opened before the address could be edited says nothing of it."""
        return self.cleaned_data["slug"] if self.add_prefix("slug") in self.data else self.instance.slug

    def check_change(self, cleaned):
        """A save that was opened before the scheduled second and is sent after it comes here too."""
        change = cleaned.get("change")
        if not change:
            if set(self.changed_data) - SILENT:
                self.add_error("change", _("Readers see this article: say what kind of change this is."))
            return
        if change in SPOKEN and not cleaned.get("change_text", "").strip():
            self.add_error("change_text", _("Write what readers are told."))
        if change == Change.RIGHT_OF_REPLY:
            self.check_reply(cleaned)

    def check_reply(self, cleaned):
        if not Authority(self.user, self.instance).may_publish_replies:
            self.add_error("change", _("Only the editor-in-chief publishes a right of reply."))
        for name in ("reply_by", "received_on"):
            if not cleaned.get(name):
                self.add_error(name, _("This is needed for a right of reply."))

    @property
    def told(self):
        """The columns of the correction that this save makes, if it makes one."""
        facts = {"text": self.cleaned_data.get("change_text", "")}
        if self.cleaned_data.get("change") == Change.RIGHT_OF_REPLY:
            facts |= {name: self.cleaned_data[name] for name in ("reply_by", "received_on")}
        return facts


def plain(value):
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value
