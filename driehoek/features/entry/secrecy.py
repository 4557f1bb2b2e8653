"""Pages whose address is a secret: nothing keeps it, nothing passes it on."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers


def without_traces(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The address goes nowhere: no cache, no index, and as referrer our host alone.

    Not "no-referrer": browsers then send "Origin: null" with our own forms, and the CSRF check refuses them.
    """

    @wraps(view)
    def secret(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers["Referrer-Policy"] = "strict-origin"
        response.headers["X-Robots-Tag"] = "noindex"
        add_never_cache_headers(response)
        return response

    return secret
