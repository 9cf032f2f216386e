"""What allauth asks its host: who may come in, and in which words somebody is turned away."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.adapter import DefaultMFAAdapter
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

INCORRECT_CODE = gettext_lazy("This code or key is not right. A code is good for half a minute, and only once.")
# Being in or out, people see by themselves.
EVIDENT = {"account/messages/logged_in.txt", "account/messages/logged_out.txt"}


class StaffBackend(AuthenticationBackend):
    def user_can_authenticate(self, user):
        """There is nothing behind the door for anybody else, and a session ends with the day that changes it."""
        return super().user_can_authenticate(user) and user.is_staff


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "enter_current_password": gettext_lazy("This is not your current password."),
        "incorrect_password": gettext_lazy("This is not your password."),
        "invalid_password_reset": gettext_lazy("This link is used up or too old."),
        "rate_limited": gettext_lazy("Too many attempts. Wait five minutes."),
        "too_many_login_attempts": gettext_lazy("Too many attempts. Wait five minutes, or log in with a passkey."),
        "username_password_mismatch": gettext_lazy("Username or password is wrong."),
    }

    def is_open_for_signup(self, request):
        return False

    def pre_login(self, request, user, **facts):
        """A passkey does not ask the backend."""
        if not user.is_staff:
            return self.respond_user_inactive(request, user)
        return super().pre_login(request, user, **facts)

    def get_password_change_redirect_url(self, request):
        return reverse("mfa_index")

    def get_reauthentication_methods(self, user):
        own_words = {
            "reauthenticate": _("With the password"),
            "mfa_reauthenticate": _("With a code"),
            "mfa_reauthenticate:webauthn": _("With a passkey"),
        }
        methods = super().get_reauthentication_methods(user)
        return [{**method, "description": own_words[method["id"]]} for method in methods]

    def add_message(self, request, level, message_template=None, *details, **more):
        if message_template not in EVIDENT:
            super().add_message(request, level, message_template, *details, **more)


class MFAAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_generate_recovery_codes": gettext_lazy("Recovery codes need an app or a passkey beside them."),
        "incorrect_code": INCORRECT_CODE,
    }

    def get_totp_label(self, user):
        return user.get_username()

    def generate_authenticator_name(self, user, type):
        return _("Passkey %(number)s") % {"number": user.authenticator_set.filter(type=type).count() + 1}
