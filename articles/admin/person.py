from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles.admin.headings import Headed
from articles.admin.person_form import PersonAddForm, PersonForm, PersonPasswordForm, unreviewed
from articles.models import User

NAMES = ["username", "first_name", "last_name", "email"]
ADDRESS = "articles_user_remove_second_factor"


@admin.register(User)
class PersonAdmin(Headed, UserAdmin):
    form = PersonForm
    add_form = PersonAddForm
    change_password_form = PersonPasswordForm
    fieldsets = [
        (None, {"fields": [NAMES[0], "password", *NAMES[1:]]}),
        (gettext_lazy("What somebody may do"), {"fields": ["roles", "publishes_unreviewed", "is_active"]}),
        (gettext_lazy("Second factor"), {"fields": ["second_factor"]}),
    ]
    add_fieldsets = [(None, {"fields": [*NAMES, "password1", "password2"]})]
    readonly_fields = ["second_factor"]
    filter_horizontal = []
    list_display = ["username", "name", "email", "roles", "is_active", "second_factor"]
    list_filter = ["is_active"]

    # What the list shows, and the form of whoever may only look

    @admin.display(description=gettext_lazy("Name"))
    def name(self, person):
        return person.get_full_name()

    @admin.display(description=gettext_lazy("Roles"))
    def roles(self, person):
        return ", ".join(sorted(group.name for group in person.groups.all()))

    @admin.display(description=gettext_lazy("May publish own articles without review"), boolean=True)
    def publishes_unreviewed(self, person):
        return person.user_permissions.filter(pk__in=unreviewed()).exists()

    @admin.display(description=gettext_lazy("Second factor"), boolean=True)
    def second_factor(self, person):
        return person.has_second_factor()

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups", "authenticator_set")

    # Nobody gives what they lack

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or request.user.may_edit_person(obj))

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or request.user.may_edit_person(obj))

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        form.asker = request.user
        return form

    def save_model(self, request, obj, form, change):
        if not change:
            obj.is_staff = True
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if change:
            form.save_grants()

    # A lost telephone

    def get_urls(self):
        remove = self.admin_site.admin_view(require_POST(self.remove_second_factor))
        return [path("<int:pk>/second-factor/remove/", remove, name=ADDRESS), *super().get_urls()]

    def remove_second_factor(self, request, pk):
        person = get_object_or_404(User, pk=pk)
        if not self.has_change_permission(request, person):
            raise PermissionDenied
        person.remove_second_factor()
        self.log_change(request, person, _("Second factor removed."))
        messages.success(request, _("%(name)s now logs in with the password alone.") % {"name": person.get_username()})
        return redirect("admin:articles_user_change", pk)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None and self.has_change_permission(request, obj) and obj.has_second_factor():
            context["remove_second_factor"] = reverse(f"admin:{ADDRESS}", args=[obj.pk])
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
