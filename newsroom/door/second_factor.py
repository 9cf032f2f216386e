"""Whoever has a role that asks for a second factor sets one up before any other page of the desk."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

# Where it is set up, and the way out.
OPEN = {
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "account_login",
    "account_logout",
    "account_reauthenticate",
}


class SecondFactor:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Before the view, whatever the method; readers' pages are never asked who reads them."""
        if not request.path.startswith(settings.DESK) or request.resolver_match.view_name in OPEN:
            return None
        if request.user.is_anonymous or not request.user.lacks_second_factor():
            return None
        messages.warning(request, _("Your role asks for a second factor. Set one up to go on."))
        return redirect("mfa_index")
