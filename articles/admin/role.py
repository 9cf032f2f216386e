from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.models import Group

from articles.admin.headings import Headed
from articles.models import Role

# Groups that are no role, addresses and keys: all of it is done in the forms of people and roles.
for model in (Group, EmailAddress, Authenticator):
    admin.site.unregister(model)


@admin.register(Role)
class RoleAdmin(Headed, admin.ModelAdmin):
    """What each role may do is written in `articles/models/role.py`."""

    fields = ["name", "needs_second_factor"]
    readonly_fields = ["name"]
    list_display = ["name", "needs_second_factor"]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
