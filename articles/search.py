"""The door for readers who look for something."""

from datetime import date

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles import body, dates
from articles.extracts import extract, marked
from articles.fields import typed
from articles.metadata import Metadata
from articles.models import Article, Asked, Found, Genre, Section, Span, find, public_authors, public_tags

MOST_SIGNS = 200
# A day that a paper may have appeared on.
FIRST_DAY, LAST_DAY = date(1800, 1, 1), date(2999, 12, 31)
# Names that are offered to whoever knows a part of one.
MOST_NAMES = 5
BY_DATE = "date"
# What the databases hold as a number.
FURTHEST = 1 << 63


@require_safe
def search(request):
    now = timezone.now()
    words = typed(request.GET.get("q", "")).strip()
    asked = Asked.of(words[:MOST_SIGNS])
    form = SearchForm(request.GET)
    newest_first = request.GET.get("sort") == BY_DATE
    found = Found()
    if form.is_valid() and (asked.phrases or form.narrows):
        published = Article.objects.published(now)
        before = request.GET.get("before", "")
        found = find(published, now, asked, form.span(now), form.conditions, newest_first, after=number(before))
    context = {
        "words": words[:MOST_SIGNS],
        "has_letters": any(sign.isalnum() for sign in words),
        "asked": asked,
        "form": form,
        "newest_first": newest_first,
        "genres": Genre.choices,
        "is_cut": asked.is_cut or len(words) > MOST_SIGNS,
        "results": [Result(article, asked.stems) for article in found.entries],
        "older": found.older,
        "metadata": Metadata(title=_("Search"), address=request.path),
    }
    response = render(request, "articles/search.html", context)
    # What somebody looks for is nobody else's affair, and no page to be kept.
    response["Cache-Control"] = "private, max-age=0"
    return response


def number(asked):
    """A place in the index as it stands in an address, or nothing."""
    digits = asked.removeprefix("-")
    is_number = digits.isascii() and digits.isdigit() and len(digits) < 20
    return int(asked) if is_number and -FURTHEST < int(asked) < FURTHEST - 1 else None


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    default_validators = [
        validator(day, gettext_lazy("The days of the search lie between the years 1800 and 2999."))
        for validator, day in ((MinValueValidator, FIRST_DAY), (MaxValueValidator, LAST_DAY))
    ]


class SearchForm(forms.Form):
    """What may be said beside the words. Each of them narrows."""

    section = forms.ModelChoiceField(Section.objects.all(), to_field_name="slug", required=False)
    genre = forms.ChoiceField(choices=[("", ""), *Genre.choices], required=False)
    author = forms.CharField(max_length=120, required=False)
    tag = forms.CharField(max_length=100, required=False)
    since = DayField(required=False, error_messages={"invalid": gettext_lazy("The first day is not in the calendar.")})
    until = DayField(required=False, error_messages={"invalid": gettext_lazy("The last day is not in the calendar.")})

    def clean_author(self):
        return one_of(public_authors(), self.cleaned_data["author"], _("Nobody signs as “%(name)s”."))

    def clean_tag(self):
        return one_of(public_tags(), self.cleaned_data["tag"], _("We have no subject “%(name)s”."))

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("since") and cleaned.get("until") and cleaned["since"] > cleaned["until"]:
            self.add_error("until", _("The period ends before it begins."))
        return cleaned

    @property
    def narrows(self):
        return any(self.data.get(name, "").strip() for name in self.fields)

    @property
    def conditions(self):
        """Lists of tokens, of each of which an article has one."""
        given = self.cleaned_data
        return [
            *([[f"s_{given['section'].pk}"]] if given["section"] else []),
            *([[f"k_{given['genre']}"]] if given["genre"] else []),
            *([[f"u_{given['author'].pk}"]] if given["author"] else []),
            *([given["tag"].search_tokens] if given["tag"] else []),
        ]

    def span(self, now):
        since, until = self.cleaned_data["since"], self.cleaned_data["until"]
        start = dates.day_bounds(since)[0] if since else None
        return Span.of(start, min(dates.day_bounds(until)[1], now) if until else now)


def one_of(nouns, name, unknown):
    """The one that is called so, or the only one whose name has these words; nothing when no name is given.

    Raises `ValidationError` with the names that it may be."""
    if not name:
        return None
    found = nouns.named(name)
    near = [found] if found else list(nouns.matching(name)[: MOST_NAMES + 1])
    if len(near) == 1:
        return near[0]
    told = unknown if not near else _("“%(name)s” may be: %(names)s. Write one of these names.")
    if len(near) > MOST_NAMES:
        told = _("“%(name)s” stands in many names: write more of it.")
    raise forms.ValidationError(told % {"name": name, "names": ", ".join(noun.name for noun in near)})


class Result:
    """An article, with the words that it was found by."""

    def __init__(self, article, wanted):
        self.article = article
        self.headline = marked(article.list_headline, wanted)
        self.wanted = wanted

    @cached_property
    def extract(self):
        """Of the text, or of what stands above it when the words are there only."""
        article, text = self.article, body.text(self.article.body)
        parts = [extract(words, self.wanted) for words in (text, article.standfirst, article.summary) if words]
        return max(parts, key=lambda pieces: sum(is_word for _piece, is_word in pieces), default=[])
