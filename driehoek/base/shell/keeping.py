"""Nobody keeps a page: not a proxy on the way, and not the browser of a family tablet."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

NOBODY = "no-store, private"


class NobodyKeepsMiddleware:
    """Of what somebody sees who is signed in: every page, refusal and redirect. A view that knows better says
    so itself, as for a photo."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if getattr(request, "viewer", None) is not None:
            response.headers.setdefault("Cache-Control", NOBODY)
        return response
