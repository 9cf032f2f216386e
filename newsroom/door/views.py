"""allauth's pages at the desk: our templates, the desk's frame, and nothing that a cache may keep."""

from functools import wraps

import qrcode
from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.conf import settings
from django.contrib import admin
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache


class ActivateTOTPView(totp.ActivateTOTPView):
    def get_context_data(self, **facts):
        context = super().get_context_data(**facts)
        return context | {"qr": qr_path(context["totp_url"])}


class RemoveWebAuthnView(webauthn.RemoveWebAuthnView):
    def get_context_data(self, **facts):
        # Under its own name too, it would be our page's object.
        return super().get_context_data(**facts) | {"key": self.object.wrap().name}


def qr_path(words):
    """The dark squares as the path of an SVG, so that no template has to trust markup; and how wide it is."""
    code = qrcode.QRCode(border=4)
    code.add_data(words)
    rows = code.get_matrix()
    squares = [(x, y) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark]
    return {"size": len(rows), "path": "".join(f"M{x} {y}h1v1h-1z" for x, y in squares)}


def framed(view):
    """Within the desk's frame, without its list of nouns, and with what every page of the door asks."""

    @never_cache
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        if getattr(response, "context_data", None) is not None:
            response.context_data = frame(request) | response.context_data
        return response

    return wrapper


def frame(request):
    passkeys = "webauthn" in settings.MFA_SUPPORTED_TYPES
    own = {"is_nav_sidebar_enabled": False, "mail_is_sent": settings.MAIL_IS_SENT, "passkeys": passkeys}
    return admin.site.each_context(request) | own


def by_mail(view):
    """Only where mail can be sent."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if not settings.MAIL_IS_SENT:
            raise Http404
        return view(request, *args, **kwargs)

    return wrapper


def page(view, template, title):
    return framed(view.as_view(template_name=f"admin/door/{template}.html", extra_context={"title": title}))


def too_many(request):
    """allauth's answer to too many requests, where no form can say it."""
    facts = frame(request) | {"title": _("Too many attempts")}
    return render(request, "admin/door/too_many.html", facts, status=429)


login = page(account.LoginView, "login", _("Log in"))
login_code = page(mfa.AuthenticateView, "login_code", _("Second factor"))
login_passkey = framed(webauthn.LoginWebAuthnView.as_view())
logout = page(account.LogoutView, "logout", _("Log out"))
inactive = page(account.AccountInactiveView, "inactive", _("This login is switched off"))

confirm = page(account.ReauthenticateView, "confirm", _("Is it you?"))
confirm_code = page(mfa.ReauthenticateView, "confirm_code", _("Is it you?"))
confirm_passkey = page(webauthn.ReauthenticateWebAuthnView, "confirm_passkey", _("Is it you?"))

password_change = page(account.PasswordChangeView, "password_change", _("Change the password"))
password_set = page(account.PasswordSetView, "password_set", _("Set a password"))
password_reset = by_mail(page(account.PasswordResetView, "password_reset", _("Forgotten password")))
password_reset_sent = by_mail(page(account.PasswordResetDoneView, "password_reset_sent", _("Look into your mail")))
password_reset_key = by_mail(page(account.PasswordResetFromKeyView, "password_reset_key", _("New password")))
password_reset_done = by_mail(page(account.PasswordResetFromKeyDoneView, "password_reset_done", _("New password")))

security = page(mfa.IndexView, "security", _("Security"))
app_add = page(ActivateTOTPView, "app_add", _("Add a code app"))
app_remove = page(totp.DeactivateTOTPView, "app_remove", _("Remove the code app"))
codes = page(recovery_codes.ViewRecoveryCodesView, "codes", _("Recovery codes"))
codes_new = page(recovery_codes.GenerateRecoveryCodesView, "codes_new", _("New recovery codes"))
codes_download = framed(recovery_codes.DownloadRecoveryCodesView.as_view())
passkeys = page(webauthn.ListWebAuthnView, "passkeys", _("Passkeys"))
passkey_add = page(webauthn.AddWebAuthnView, "passkey_add", _("Add a passkey"))
passkey_edit = page(webauthn.EditWebAuthnView, "passkey_edit", _("Rename a passkey"))
passkey_remove = page(RemoveWebAuthnView, "passkey_remove", _("Remove a passkey"))


@never_cache
def back(request):
    """The end of a login in a second window, which the form in the first waits for."""
    if request.user.is_anonymous:
        return redirect("account_login")
    return render(request, "admin/door/back.html", frame(request) | {"title": _("You are logged in again")})
