from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.photo_widget import PicksPhotos
from articles.admin.widgets import INPUTS
from articles.models import Article, Byline, Correction


class BylineInline(admin.TabularInline):
    model = Byline
    autocomplete_fields = ["author"]
    extra = 1


class CorrectionInline(admin.StackedInline):
    formfield_overrides = INPUTS
    model = Correction
    extra = 0


@admin.register(Article)
class ArticleAdmin(PicksPhotos, admin.ModelAdmin):
    formfield_overrides = INPUTS
    list_display = ["__str__", "section", "public_state", "published_at", "stage"]
    list_filter = ["stage", "section", "genre"]
    list_select_related = ["section"]
    search_fields = ["headline", "kicker"]
    ordering = ["-id"]
    autocomplete_fields = ["section", "picks"]
    readonly_fields = ["public_state", "updated_at", "withdrawn_at"]
    inlines = [BylineInline, CorrectionInline]
    actions = ["publish", "unpublish", "withdraw"]
    fieldsets = [
        (None, {"fields": ["kicker", "headline", "standfirst", "body"]}),
        (gettext_lazy("For lists"), {"fields": ["short_headline", "summary"]}),
        (
            gettext_lazy("Lead photo"),
            {"fields": ["lead_photo", "lead_caption", "lead_alt"]},
        ),
        (
            gettext_lazy("In the paper"),
            {"fields": ["section", "genre", "tags", "source", "picks", "slug"]},
        ),
        (
            gettext_lazy("Publication"),
            {
                "description": gettext_lazy(
                    "Readers see the article from the hour of publication on; the stage tells the desk alone."
                ),
                "fields": [
                    "public_state",
                    "stage",
                    "published_at",
                    "embargo_until",
                    "updated_at",
                    "withdrawn_at",
                    "withdrawal_reason",
                ],
            },
        ),
    ]

    def save_model(self, request, article, form, change):
        if not change:
            article.created_by = request.user
        super().save_model(request, article, form, change)

    def get_readonly_fields(self, request, obj=None):
        """Once it is public, only the actions below take it back. A field would not even keep its
        moment: browsers send whole seconds."""
        kept = ["published_at", "embargo_until"] if obj and obj.is_known_to_readers() else []
        return [*super().get_readonly_fields(request, obj), *kept]

    def view_on_site(self, article):
        """Not offered for what readers cannot see: it would lead to a 404."""
        return article.get_absolute_url() if article.is_known_to_readers() else None

    def has_delete_permission(self, request, obj=None):
        may = super().has_delete_permission(request, obj)
        return may and not (obj and obj.was_ever_published())

    @admin.display(description=gettext_lazy("for readers"))
    def public_state(self, article):
        if article.is_published():
            return _("published")
        if article.is_scheduled():
            return _("scheduled")
        return _("withdrawn") if article.withdrawn_at else _("not public")

    @admin.action(description=gettext_lazy("Publish now"), permissions=["change"])
    def publish(self, request, articles):
        self.each(request, articles, Article.publish, _("Published."))

    @admin.action(description=gettext_lazy("Unpublish: it was a mistake (404)"), permissions=["change"])
    def unpublish(self, request, articles):
        self.each(request, articles, Article.unpublish, _("Unpublished."))

    @admin.action(description=gettext_lazy("Withdraw from readers (410)"), permissions=["change"])
    def withdraw(self, request, articles):
        self.each(request, articles, Article.withdraw, _("Withdrawn."))

    def each(self, request, articles, verb, record):
        """Do it to each, and record it in its history; what cannot be done is said, the rest is done."""
        done = 0
        for article in articles:
            try:
                verb(article)
            except ValidationError as error:
                refusal = {"article": article, "reason": " ".join(error.messages)}
                messages.error(request, _("%(article)s: %(reason)s") % refusal)
            else:
                done += 1
                self.log_change(request, article, record)
        if done:
            said = ngettext("%(count)d article changed.", "%(count)d articles changed.", done)
            messages.success(request, said % {"count": done})
