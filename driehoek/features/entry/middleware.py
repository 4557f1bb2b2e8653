"""On every request of somebody signed in: the day counts, and staff finish their set-up first."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect

from driehoek.backbone.access.viewer import Visit

FIRST_THIS = {  # all that is open before a second factor is set up
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "account_reauthenticate",
    "account_logout",
    "entry:signout",
}
PASSKEY_AT = 3  # on the third day of use we offer a passkey


class DeviceMiddleware:
    """Stands after the viewer. Writes at most once a day, which also lengthens the session by a day."""

    def __init__(self, get_response: Callable[[Visit], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Visit) -> HttpResponse:
        if request.viewer and request.session.get("day") != request.viewer.today.isoformat():
            count_the_day(request)
        return self.get_response(request)

    def process_view(self, request: Visit, view: object, args: object, kwargs: object) -> HttpResponse | None:
        """Without a second factor a colleague gets no further than the page that sets one up."""
        if not request.viewer or not request.session.get("must_set_up"):
            return None
        here = request.resolver_match
        open_ = here and (here.view_name in FIRST_THIS or here.namespace == "shell")
        return None if open_ else redirect("mfa_index")


def count_the_day(request: Visit) -> None:
    visits = request.session.get("visits", 0) + 1
    request.session.update({"day": request.viewer.today.isoformat(), "visits": visits})
    if visits == PASSKEY_AT and not request.session.get("strong"):
        request.session.setdefault("offer", "passkey")
