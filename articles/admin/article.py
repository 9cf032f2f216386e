"""The admin of articles: written in a form, moved by steps, found in a list."""

from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget, RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import dates
from articles.admin.article_form import WORDS, ArticleForm
from articles.admin.article_list import ArticleListing
from articles.admin.autosave import Autosave
from articles.admin.body_editor import BodyEditor
from articles.admin.dispatches import Dispatches
from articles.admin.filling import unsaved
from articles.admin.headings import Headed
from articles.admin.history import History
from articles.admin.link_search import LinkSearch
from articles.admin.merging import Merging
from articles.admin.photo_widget import PicksPhotos
from articles.admin.preview import Preview
from articles.admin.related import beside
from articles.admin.steps import Steps
from articles.admin.widgets import INPUTS
from articles.fields import BodyField
from articles.models import (
    Article,
    Author,
    Authority,
    Byline,
    Draft,
    Revision,
    Stage,
    Tag,
    contents,
    leave,
    next_version,
    notes,
    readable_articles,
    record_change,
    record_version,
    settle,
)

# Of those that the fields of bylines and tags complete.
MOST_NAMES = 500


@admin.register(Article)
class ArticleAdmin(
    ArticleListing,
    Dispatches,
    LinkSearch,
    Steps,
    Autosave,
    Merging,
    History,
    Preview,
    PicksPhotos,
    Headed,
    admin.ModelAdmin,
):
    form = ArticleForm
    formfield_overrides = INPUTS | {BodyField: {"widget": BodyEditor(photos=True)}}
    autocomplete_fields = ["picks", "bans"]
    change_form_template = "admin/articles/article/change_form.html"
    fieldsets = [
        (None, {"fields": ["kicker", "headline", "standfirst", "body"], "classes": ["words"]}),
        (gettext_lazy("Lead photo"), {"fields": ["lead_photo", "lead_caption", "lead_alt"]}),
        (gettext_lazy("In the paper"), {"fields": ["section", "genre", "byline", "source", "tags"]}),
        (gettext_lazy("Read also"), {"fields": ["picks", "bans"], "classes": ["related"]}),
        (gettext_lazy("For lists"), {"fields": ["short_headline", "summary", "slug"]}),
        (
            gettext_lazy("What kind of change?"),
            {"fields": ["change", "change_text", "reply_by", "received_on"], "classes": ["change"]},
        ),
    ]

    # Who may

    def get_queryset(self, request):
        return readable_articles(request.user).select_related("section", "lead_photo__credit__agency")

    def has_view_permission(self, request, obj=None):
        may = super().has_view_permission(request, obj)
        return may and (obj is None or Authority(request.user, obj).may_read)

    def has_change_permission(self, request, obj=None):
        may = super().has_change_permission(request, obj)
        return may and (obj is None or Authority(request.user, obj).may_edit)

    def has_delete_permission(self, request, obj=None):
        """Not what readers have seen, nor what somebody else has unsaved words in."""
        may = super().has_delete_permission(request, obj)
        if not may or obj is None:
            return may
        others = Draft.objects.filter(article=obj).exclude(saved_by=request.user)
        return not obj.was_ever_published() and Authority(request.user, obj).may_edit and not others.exists()

    # The form

    def add_view(self, request, form_url="", extra_context=None):
        """No form: an empty draft, so that whatever is written has a place to be kept in."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[self.begun(request.user).pk]))
        context = self.admin_site.each_context(request) | {"title": _("Write an article"), "opts": self.opts}
        return render(request, "admin/articles/article/write.html", context)

    def begun(self, user):
        """The empty draft that this person left before, or a new one, signed by its author."""
        article = Article.objects.filter(created_by=user).untouched().first()
        if article is None:
            article = Article.objects.create(created_by=user)
            if author := getattr(user, "author", None):
                Byline.objects.create(article=article, author=author)
        return article

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if obj and obj.is_known_to_readers() else fieldsets[:-1]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"user": request.user, "filling": request.filling.data})

    def get_readonly_fields(self, request, obj=None):
        """The address of a draft follows its headline."""
        follows = obj is None or not obj.address_is_public()
        return ["slug"] if follows else []

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "headline":
            kwargs["widget"] = AdminTextareaWidget(attrs={"rows": 2})
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "tags":
            field.widget.attrs |= {"list": "tag-names", "autocomplete": "off"}
        # Sections are not made while writing, nor other articles.
        return plain(field) if field else field

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context |= self.publishing(request, obj) | self.keeping(request, obj)
            context["related"] = beside(obj)
            context["author_names"] = Author.objects.values_list("name", flat=True)[:MOST_NAMES]
            context["tag_names"] = Tag.objects.order_by("-pk").values_list("name", flat=True)[:MOST_NAMES]
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def heading(self, article):
        return str(article)

    def keeping(self, request, article):
        """What the form's script must know to keep what is typed, and what was kept before."""
        draft = unsaved(article)
        resumed = bool(draft) and request.filling.follows == draft.mark
        return {"filling": request.filling, "unsaved": draft, "resumed": resumed}

    def save_model(self, request, article, form, change):
        """Only what was changed is written, so that no state that somebody moved meanwhile is put back.

        Raises `StaleSave` when somebody else has saved since the form was opened.
        """
        if form.has_changed():
            next_version(article, request.filling.version)
        columns = {field.name for field in Article._meta.concrete_fields}
        changed = [name for name in form.changed_data if name in columns]
        if set(changed) & set(WORDS) and self.goes_back_to_review(request, article):
            article.stage, article.changed_since_ready = Stage.REVIEW, True
            changed += ["stage", "changed_since_ready"]
            messages.warning(request, _("It was ready to publish and has changed: it is in review again."))
        if changed:
            article.save(update_fields=changed)

    def goes_back_to_review(self, request, article):
        return article.stage == Stage.READY and not Authority(request.user, article).may_review

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if "byline" in form.changed_data:
            form.instance.sign(form.cleaned_data["byline"])
        if form.cleaned_data.get("change"):
            record_change(form.instance, form.cleaned_data["change"], **form.told)
        if form.has_changed():
            record_version(form.instance, request.user, kind_of_save(request, form))
        settle(form.instance, request.filling.tab, request.filling.follows)

    def response_change(self, request, article):
        """Whoever saves goes on writing; the list is a link away."""
        # `kept` tells the browser whose words need no copy any more.
        here = (
            f"{reverse('admin:articles_article_change', args=[article.pk])}?{urlencode({'kept': request.filling.tab})}"
        )
        left = notes(request.POST)
        if name := request.POST.get("_step"):
            where = self.take_step(request, article)
            here += where or ""
            if where is None:
                left.pop(f"{name}-words", None)
        else:
            messages.success(request, _("Saved at %(clock)s.") % {"clock": dates.clock(timezone.now())})
        if left:
            # Typed for a step that was not taken.
            leave(article, request.user, contents(article) | left)
        return HttpResponseRedirect(here)

    @admin.display(description=gettext_lazy("Byline"))
    def byline(self, article):
        """For whoever may only look."""
        return ", ".join(author.name for author in article.authors_in_order)

    def view_on_site(self, article):
        """Not offered for what readers cannot see: it would lead to a 404."""
        return article.get_absolute_url() if article.is_known_to_readers() else None


def kind_of_save(request, form):
    if change := form.cleaned_data.get("change"):
        return change
    return Revision.Kind.RESTORED if request.filling.restores else Revision.Kind.SAVED


def plain(field):
    """Without Django's links for adding and changing what a field names."""
    if isinstance(field.widget, RelatedFieldWidgetWrapper):
        field.widget = field.widget.widget
    return field
