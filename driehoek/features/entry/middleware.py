"""On every request of somebody signed in: who she is, that the day counts, and that staff finish their
set-up first."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.middleware import AuthenticationMiddleware, LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.crypto import constant_time_compare

from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.errors import signed_out
from driehoek.facts.people.models import Person
from driehoek.features.entry.backends import PersonBackend
from driehoek.features.entry.sessions import SessionStore

View = Callable[..., HttpResponseBase]
FIRST_THIS = {  # all that is open before a second factor is set up
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "account_reauthenticate",
    "account_logout",
    "entry:signout",
}
PASSKEY_AT = 3  # on the third day of use we offer a passkey


class PersonMiddleware(AuthenticationMiddleware):
    """She came with her session, and is not looked up again."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        if person := came_along(request.session):  # type: ignore[arg-type]  # our engine
            request._cached_user = person  # type: ignore[attr-defined]  # where Django keeps whom it found


def came_along(session: SessionStore) -> Person | None:
    """Whose session it is, when all of it still fits her: her password, her account. Of whatever does not,
    Django judges."""
    key, backend = session.get(SESSION_KEY), session.get(BACKEND_SESSION_KEY)
    person = session.person
    if person is None or key != str(person.pk) or backend not in settings.AUTHENTICATION_BACKENDS:
        return None
    fits = constant_time_compare(session.get(HASH_SESSION_KEY, ""), person.get_session_auth_hash())
    return person if fits and PersonBackend().user_can_authenticate(person) else None


class SignedInMiddleware(LoginRequiredMiddleware):
    """Every page is for who is signed in, unless it says otherwise. Who was put out while she wrote gets her
    words back."""

    def process_view(
        self, request: HttpRequest, view_func: View, view_args: tuple[str, ...], view_kwargs: dict[str, str]
    ) -> HttpResponseBase | None:
        to_the_door = super().process_view(request, view_func, view_args, view_kwargs)
        return to_the_door and (signed_out(request) or to_the_door)


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
