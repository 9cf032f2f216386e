from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.headings import Headed
from articles.admin.stale import GuardedForm, RefusesStaleSaves
from articles.admin.widgets import INPUTS
from articles.models import Correction


class CorrectionForm(GuardedForm):
    may_publish_replies = False  # `CorrectionAdmin` says

    def clean(self):
        cleaned = super().clean()
        reply = cleaned.get("kind") == Correction.Kind.RIGHT_OF_REPLY
        if reply and cleaned.get("made_at") and "made_at" in self.changed_data and not self.may_publish_replies:
            self.add_error("made_at", _("Only the editor-in-chief publishes a right of reply: leave this empty."))
        return cleaned


@admin.register(Correction)
class CorrectionAdmin(RefusesStaleSaves, Headed, admin.ModelAdmin):
    form = CorrectionForm
    formfield_overrides = INPUTS
    list_display = ["words", "article", "made_at", "due_on"]
    list_filter = ["kind"]
    list_select_related = ["article"]
    autocomplete_fields = ["article"]
    search_fields = ["text", "article__headline"]
    fields = ["article", "kind", "text", "reply_by", "received_on", "made_at"]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        may = request.user.has_perm("articles.publish_right_of_reply")
        return type(form.__name__, (form,), {"may_publish_replies": may})

    @admin.display(description=gettext_lazy("kind"))
    def words(self, correction):
        return correction.title

    @admin.display(description=gettext_lazy("print by"))
    def due_on(self, correction):
        return correction.due_on if correction.made_at is None else "–"
