"""Password, passkey and second factor: allauth's views, in our look and behind our own two checks."""

from collections.abc import Callable
from functools import wraps

from allauth.account.views import AccountInactiveView, LoginView, ReauthenticateView
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import views as base
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.contrib.auth import logout
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from driehoek.features.entry.moments import moment_of
from driehoek.features.entry.opening import came_by_provider
from driehoek.features.entry.providers import providers
from driehoek.features.entry.second_factor import finish_set_up, may_manage


class StaffLogin(LoginView):
    """Who is signed in with a code from her mailbox begins anew here: nothing of that session goes along."""

    template_name = "entry/staff/login.html"

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return super().get_context_data(**kwargs) | {"providers": providers()}

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.user.is_authenticated:
            logout(request)
        return super().post(request, *args, **kwargs)


class SetUpApp(totp.ActivateTOTPView):
    """An app on the phone that shows six digits."""

    template_name = "entry/staff/app.html"

    def form_valid(self, form: Form) -> HttpResponse:
        response = super().form_valid(form)
        finish_set_up(self.request, now=moment_of(self.request))
        return response


class SetUpKey(webauthn.AddWebAuthnView):
    """A passkey: the fingerprint, face or PIN of a phone or computer, or a key one can hold."""

    template_name = "entry/staff/key.html"

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        """Not by the word of an employer: a passkey opens what is hers at home, too."""
        if came_by_provider(request):
            return redirect("mfa_index")
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: Form) -> HttpResponse:
        response = super().form_valid(form)
        finish_set_up(self.request, now=moment_of(self.request))
        self.request.session.pop("offer", None)
        return response

    def get_success_url(self) -> str:
        """Recovery codes are for who has a password; a guardian can always ask for a code by mail."""
        if self.request.user.has_usable_password():
            return super().get_success_url()
        return reverse("mfa_list_webauthn")


class RemoveKey(webauthn.RemoveWebAuthnView):
    """The last second factor of a colleague stays."""

    template_name = "entry/staff/key_removal.html"

    def form_valid(self, form: Form) -> HttpResponse:
        if not get_adapter().can_delete_authenticator(self.get_object()):
            return redirect("mfa_index")
        return super().form_valid(form)


def guarded(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Managing a second factor takes the second factor."""

    @wraps(view)
    def checked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.user.is_authenticated and not may_manage(request):
            return redirect("account_login")
        return view(request, *args, **kwargs)

    return checked


login = StaffLogin.as_view()
inactive = AccountInactiveView.as_view(template_name="entry/staff/inactive.html")
reauthenticate = ReauthenticateView.as_view(template_name="entry/staff/reauthenticate.html")
authenticate = base.AuthenticateView.as_view(template_name="entry/staff/second.html")
reauthenticate_second = guarded(
    base.ReauthenticateView.as_view(template_name="entry/staff/reauthenticate.html")
)
index = guarded(base.IndexView.as_view(template_name="entry/staff/index.html"))
set_up_app = guarded(SetUpApp.as_view())
remove_app = guarded(totp.DeactivateTOTPView.as_view(template_name="entry/staff/app_removal.html"))
spare_codes = guarded(recovery.ViewRecoveryCodesView.as_view(template_name="entry/staff/spare_codes.html"))
new_spare_codes = guarded(
    recovery.GenerateRecoveryCodesView.as_view(template_name="entry/staff/new_spare_codes.html")
)
keys = guarded(webauthn.ListWebAuthnView.as_view(template_name="entry/staff/keys.html"))
set_up_key = guarded(SetUpKey.as_view())
remove_key = guarded(RemoveKey.as_view())
key_login = webauthn.login_webauthn
reauthenticate_key = guarded(
    webauthn.ReauthenticateWebAuthnView.as_view(template_name="entry/staff/reauthenticate_key.html")
)
