"""The forms of people: nobody gives what they lack, and the form offers nothing else."""

from django import forms
from django.contrib.auth.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm
from django.contrib.auth.models import Permission
from django.utils.translation import gettext_lazy as _

from articles.models import Role, User

LABELS = {
    "username": _("Username"),
    "first_name": _("First name"),
    "last_name": _("Last name"),
    "email": _("E-mail address"),
    "is_active": _("Active"),
}
HELP = {
    "username": _("With which somebody logs in: letters, figures and @ . + - _"),
    "is_active": _("Take the tick away instead of deleting: what somebody did keeps its name."),
}


def unreviewed():
    """The permission to publish without review, as a queryset of one."""
    return Permission.objects.filter(content_type__app_label="articles", codename="publish_unreviewed_article")


class PersonAddForm(UserCreationForm):
    class Meta:
        model = User
        fields = ["username", "first_name", "last_name", "email"]
        labels = LABELS
        help_texts = HELP

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = _("Password")
        self.fields["password2"].label = _("Password, once more")


class PersonPasswordForm(AdminPasswordChangeForm):
    # Django's own has a sentence that is not translated.
    usable_password_help_text = _("Without one, only a passkey lets in, and the password of now is forgotten.")


class PersonForm(UserChangeForm):
    # Who fills it in; the admin says so.
    asker = None

    roles = forms.ModelMultipleChoiceField(
        Role.objects.none(), label=_("Roles"), required=False, widget=forms.CheckboxSelectMultiple
    )
    publishes_unreviewed = forms.BooleanField(label=_("May publish own articles without review"), required=False)

    class Meta:
        model = User
        fields = ["username", "first_name", "last_name", "email", "is_active"]
        labels = LABELS
        help_texts = HELP

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "roles" not in self.fields or self.asker is None:
            return
        self.fields["password"].label = _("Password")
        self.fields["roles"].queryset = self.asker.grantable_roles()
        self.initial["roles"] = list(self.instance.groups.values_list("pk", flat=True))
        self.fields["publishes_unreviewed"].disabled = not self.asker.may_grant(unreviewed())
        held = self.instance.user_permissions.filter(pk__in=unreviewed())
        self.initial["publishes_unreviewed"] = held.exists()

    def save_grants(self):
        """Roles that were not offered stay as they are."""
        person = self.instance
        kept = person.groups.exclude(pk__in=self.asker.grantable_roles())
        person.groups.set([*kept.values_list("pk", flat=True), *(role.pk for role in self.cleaned_data["roles"])])
        held = person.user_permissions
        change = held.add if self.cleaned_data["publishes_unreviewed"] else held.remove
        change(*unreviewed())
