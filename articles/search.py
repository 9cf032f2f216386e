"""The door for readers who look for something."""

from datetime import date

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import body, dates
from articles.extracts import extract, marked
from articles.fields import typed
from articles.metadata import Metadata
from articles.models import Article, Asked, Author, Found, Genre, Section, Span, Tag, find

MOST_SIGNS = 200
# A day that a paper may have appeared on.
DAYS = [MinValueValidator(date(1800, 1, 1)), MaxValueValidator(date(2999, 12, 31))]
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
    if form.is_valid() and (asked.phrases or form.conditions):
        published = Article.objects.published(now)
        before = request.GET.get("before", "")
        found = find(published, now, asked, form.span(now), form.conditions, newest_first, after=number(before))
    context = {
        "words": words[:MOST_SIGNS],
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
    default_validators = DAYS
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class SearchForm(forms.Form):
    """What may be said beside the words. Each of them narrows."""

    section = forms.ModelChoiceField(Section.objects.all(), to_field_name="slug", required=False)
    genre = forms.ChoiceField(choices=[("", ""), *Genre.choices], required=False)
    author = forms.CharField(max_length=120, required=False)
    tag = forms.CharField(max_length=100, required=False)
    since = DayField(required=False)
    until = DayField(required=False)

    def clean_author(self):
        return self.known(self.cleaned_data["author"], Author.objects.named, _("Nobody signs as “%(name)s”."))

    def clean_tag(self):
        return self.known(self.cleaned_data["tag"], Tag.objects.named, _("We have no subject “%(name)s”."))

    def known(self, name, find, unknown):
        found = find(name) if name else None
        if name and not found:
            raise forms.ValidationError(unknown % {"name": name})
        return found

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("since") and cleaned.get("until") and cleaned["since"] > cleaned["until"]:
            self.add_error("until", _("The period ends before it begins."))
        return cleaned

    @property
    def narrows(self):
        return any(self.data.get(name) for name in self.fields)

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
