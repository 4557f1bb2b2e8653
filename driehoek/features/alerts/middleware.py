"""The public page before anything else: before the session, so before the database."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from driehoek.base.core import clock
from driehoek.features.alerts.public_page import page_at

PREFIX = "/dringend/"
HALF_A_MINUTE = "public, max-age=30"


class PublicPageMiddleware:
    """Answers when the file is there; else the view does, which may ask who the school is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        address = request.path.removeprefix(PREFIX).removesuffix("/")
        if request.method in ("GET", "HEAD") and request.path == f"{PREFIX}{address}/":
            if found := answer(address):
                return found
        return self.get_response(request)


def answer(address: str) -> HttpResponse | None:
    """The page of this school, for anybody to keep for half a minute."""
    if not address.replace("-", "").isalnum():
        return None
    html = page_at(address, clock.now())
    return for_anybody(html) if html is not None else None


def for_anybody(html: str) -> HttpResponse:
    return HttpResponse(html, headers={"Cache-Control": HALF_A_MINUTE, "Content-Language": "nl"})
