"""An address that only takes forms, opened as a page: the page above it is meant.

A form that comes back with a fault stands at such an address. Who goes back to it from there, or opens her
tab again, asked for it and got nothing at all.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, resolve

ASKS = ("GET", "HEAD")


class UpwardsMiddleware:
    """For a browser alone; a machine reads that the address does not take this."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        shows_pages = "text/html" in request.headers.get("Accept", "")
        if response.status_code == 405 and request.method in ASKS and shows_pages:
            return HttpResponseRedirect(above(request.path))
        return response


def above(path: str) -> str:
    """ "/bericht/7/" for "/bericht/7/reacties/"; where nothing stands, further up."""
    while path := path.rstrip("/"):
        path = path[: path.rfind("/") + 1]
        try:
            resolve(path)
        except Resolver404:
            continue
        return path
    return "/"
