"""The list of articles: what stands in a row, how it is narrowed, and the steps that many take at once."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models.fields.json import KT
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext

from articles import dates
from articles.admin.paging import UncountedChangeList
from articles.admin.photo_filters import Choice
from articles.admin.picker import desk_address
from articles.models import TRANSITIONS, Author, Draft, Genre, Section, Stage, own_articles, perform, state_of


def at_stage(stage):
    return lambda articles, request: articles.at_stage(stage)


class StateOf(Choice):
    title = gettext_lazy("state")
    parameter_name = "state"
    questions = {
        **{stage.value: (stage.label, at_stage(stage)) for stage in Stage},
        "scheduled": (gettext_lazy("scheduled"), lambda articles, request: articles.scheduled()),
        "published": (gettext_lazy("published"), lambda articles, request: articles.published().latest_first()),
        "withdrawn": (gettext_lazy("withdrawn"), lambda articles, request: articles.filter(withdrawn_at__isnull=False)),
    }


class WrittenBy(Choice):
    title = gettext_lazy("written by")
    parameter_name = "by"
    questions = {
        "me": (
            gettext_lazy("me"),
            lambda articles, request: articles.filter(pk__in=own_articles(request.user).values("pk")),
        ),
    }


class SignedBy(admin.SimpleListFilter):
    title = gettext_lazy("byline")
    parameter_name = "author"

    def lookups(self, request, model_admin):
        return list(Author.objects.values_list("slug", "name"))

    def queryset(self, request, articles):
        author = Author.objects.filter(slug=self.value()).first() if self.value() else None
        return articles.filter(bylines__author=author) if author else articles


class InSection(admin.SimpleListFilter):
    title = gettext_lazy("section")
    parameter_name = "section"

    def lookups(self, request, model_admin):
        return list(Section.objects.values_list("slug", "name"))

    def queryset(self, request, articles):
        known = {slug for slug, _name in self.lookup_choices}
        return articles.filter(section__slug=self.value()) if self.value() in known else articles


class OfGenre(admin.SimpleListFilter):
    title = gettext_lazy("genre")
    parameter_name = "genre"

    def lookups(self, request, model_admin):
        return Genre.choices

    def queryset(self, request, articles):
        return articles.filter(genre=self.value()) if self.value() in Genre.values else articles


class ArticleRows(UncountedChangeList):
    def get_queryset(self, request, **kwargs):
        return super().get_queryset(request, **kwargs).for_cards()

    def get_results(self, request):
        super().get_results(request)
        self.show_admin_actions = True
        self.rows = rows(self.result_list)


def rows(articles, at=None):
    """As `_row.html` prints them."""
    at = at or timezone.now()
    drafts = drafts_of(articles)
    return [
        {
            "article": article,
            "draft": drafts.get(article.pk),
            "thumbnail": desk_address(article.lead_photo, "1x1-120") if article.lead_photo else "",
            "state": state_of(article, at),
            "kind": kind_of(article, at),
            "authors": article.authors_in_order,
            "when": dates.near(article.published_at or article.created_at, at),
        }
        for article in articles
    ]


def drafts_of(articles):
    """Their unsaved changes by article, without the words; an article that has no headline yet may have one there."""
    drafts = Draft.objects.filter(article__in=articles).select_related("saved_by__author").defer("data")
    return {draft.article_id: draft for draft in drafts.annotate(headline=KT("data__headline"))}


def kind_of(article, at):
    """The word of the state for the stylesheet."""
    if article.withdrawn_at:
        return "withdrawn"
    if article.is_scheduled(at):
        return "scheduled"
    return "published" if article.is_published(at) else article.stage


def step(name):
    """The action of a list that takes one step with each of the ticked."""

    def action(model_admin, request, articles):
        done = [article for article in articles if taken(model_admin, request, article, name)]
        if done:
            words = ngettext("%(number)d article done.", "%(number)d articles done.", len(done))
            messages.success(request, words % {"number": len(done)})

    action.__name__ = name
    return admin.action(action, description=TRANSITIONS[name].label)


def taken(model_admin, request, article, name):
    try:
        perform(name, article, request.user)
    except PermissionDenied as error:
        messages.error(request, f"{article}: {error}")
        return False
    except ValidationError as error:
        messages.error(request, f"{article}: {' '.join(error.messages)}")
        return False
    model_admin.log_change(request, article, TRANSITIONS[name].done % {"article": article})
    return True


class ArticleListing:
    """Of the admin of articles; goes before `ModelAdmin`."""

    list_display = ["__str__"]
    list_filter = [StateOf, WrittenBy, SignedBy, InSection, OfGenre]
    list_per_page = 50
    search_fields = ["searched"]
    search_help_text = gettext_lazy("Words of headlines; of a word, its first three letters are enough.")
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    ordering = ["-pk"]
    actions = [step(name) for name in ("send", "ready", "publish", "unpublish", "withdraw")]

    def get_changelist(self, request, **kwargs):
        return ArticleRows

    def get_search_results(self, request, queryset, search_term):
        return queryset.matching(search_term), False

    def get_actions(self, request):
        """Deleting many at once is no newsroom's wish; what somebody may never do is not offered."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        needed = {"ready": "review_article", "withdraw": "withdraw_article"}
        return {
            name: action for name, action in actions.items() if name not in needed or self.has(request, needed[name])
        }

    def has(self, request, codename):
        return request.user.has_perm(f"articles.{codename}")
