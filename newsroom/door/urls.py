"""The pages of the door, below the desk's address; the names are those by which allauth finds them."""

from django.urls import path, re_path
from django.views.generic import RedirectView

from newsroom.door import views

urlpatterns = [
    path("login/", views.login, name="account_login"),
    path("login/code/", views.login_code, name="mfa_authenticate"),
    path("login/passkey/", views.login_passkey, name="mfa_login_webauthn"),
    path("logout/", views.logout, name="account_logout"),
    path("back/", views.back, name="door_back"),
    path("inactive/", views.inactive, name="account_inactive"),
    path("confirm/", views.confirm, name="account_reauthenticate"),
    path("confirm/code/", views.confirm_code, name="mfa_reauthenticate"),
    path("confirm/passkey/", views.confirm_passkey, name="mfa_reauthenticate_webauthn"),
    path("password/change/", views.password_change, name="account_change_password"),
    # Django's own, which counts no attempts.
    path("password_change/", RedirectView.as_view(pattern_name="account_change_password")),
    path("password/set/", views.password_set, name="account_set_password"),
    path("password/reset/", views.password_reset, name="account_reset_password"),
    path("password/reset/sent/", views.password_reset_sent, name="account_reset_password_done"),
    path("password/reset/done/", views.password_reset_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_key,
        name="account_reset_password_from_key",
    ),
    path("security/", views.security, name="mfa_index"),
    path("security/app/add/", views.app_add, name="mfa_activate_totp"),
    path("security/app/remove/", views.app_remove, name="mfa_deactivate_totp"),
    path("security/codes/", views.codes, name="mfa_view_recovery_codes"),
    path("security/codes/new/", views.codes_new, name="mfa_generate_recovery_codes"),
    path("security/codes/download/", views.codes_download, name="mfa_download_recovery_codes"),
    path("security/passkeys/", views.passkeys, name="mfa_list_webauthn"),
    path("security/passkeys/add/", views.passkey_add, name="mfa_add_webauthn"),
    path("security/passkeys/<int:pk>/", views.passkey_edit, name="mfa_edit_webauthn"),
    path("security/passkeys/<int:pk>/remove/", views.passkey_remove, name="mfa_remove_webauthn"),
]
