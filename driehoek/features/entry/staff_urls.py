"""The addresses that allauth knows by name, and no others of it: no sign-up, no mail, no reset."""

from django.urls import path

from driehoek.features.entry.views import signin, staff

urlpatterns = [
    path("inloggen/", staff.login, name="account_login"),
    path("uitloggen/", signin.signout, name="account_logout"),
    path("gesloten/", staff.inactive, name="account_inactive"),
    path("bevestig/", staff.reauthenticate, name="account_reauthenticate"),
    path("tweede-stap/", staff.index, name="mfa_index"),
    path("tweede-stap/nu/", staff.authenticate, name="mfa_authenticate"),
    path("tweede-stap/bevestig/", staff.reauthenticate_second, name="mfa_reauthenticate"),
    path("tweede-stap/app/", staff.set_up_app, name="mfa_activate_totp"),
    path("tweede-stap/app/weg/", staff.remove_app, name="mfa_deactivate_totp"),
    path("tweede-stap/reserve/", staff.spare_codes, name="mfa_view_recovery_codes"),
    path("tweede-stap/reserve/nieuw/", staff.new_spare_codes, name="mfa_generate_recovery_codes"),
    path("passkeys/", staff.keys, name="mfa_list_webauthn"),
    path("passkeys/nieuw/", staff.set_up_key, name="mfa_add_webauthn"),
    path("passkeys/inloggen/", staff.key_login, name="mfa_login_webauthn"),
    path("passkeys/bevestig/", staff.reauthenticate_key, name="mfa_reauthenticate_webauthn"),
    path("passkeys/<int:pk>/weg/", staff.remove_key, name="mfa_remove_webauthn"),
]
