"""In which language a page comes: the person's own, else this device's, else the browser's, else Dutch."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

COOKIE = "lang"
A_YEAR = 365 * 24 * 3600


class LanguageMiddleware:
    """Stands after the viewer, because a signed-in person's own choice comes first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            spoken = translation.get_language() or language
        if response.headers.get("Content-Type", "").startswith("text/html"):
            response.headers.setdefault("Content-Language", spoken)
            patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response


def language_of(request: HttpRequest) -> str:
    """One of settings.LANGUAGES, whatever the person, the cookie or the browser says."""
    viewer = getattr(request, "viewer", None)
    wishes = [
        viewer.person.language if viewer else "",
        request.COOKIES.get(COOKIE, ""),
        *(code for code, _ in parse_accept_lang_header(request.headers.get("Accept-Language", ""))),
    ]
    return next(filter(None, map(known, wishes)), settings.LANGUAGE_CODE)


def known(wish: str) -> str:
    """The language we have for a wish ("nl-be" is "nl"); empty when we have none."""
    code = wish.lower().partition("-")[0]
    return code if code in dict(settings.LANGUAGES) else ""


def remember(response: HttpResponse, language: str) -> None:
    """This device keeps the language for a year, also when nobody is signed in."""
    response.set_cookie(
        COOKIE, language, max_age=A_YEAR, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
    )


def shown_languages() -> list[dict[str, str]]:
    """Each language in its own script, with the direction it is read in."""
    return [
        {"code": code, "name": name, "direction": "rtl" if code in settings.LANGUAGES_BIDI else "ltr"}
        for code, name in settings.LANGUAGES
    ]
