"""Where to go after a form: only ever a page of our own."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def next_page(request: HttpRequest, default: str = "/") -> str:
    """The `next` that the form or the address asks for, when it is one of our own pages; else the default."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return wanted if ours(wanted) else default


def came_from(request: HttpRequest, default: str = "/") -> str:
    """The page of ours that linked here. An address may hold a code, so it is not repeated in a `next`."""
    link = urlsplit(request.headers.get("Referer", ""))
    back = f"{link.path}?{link.query}" if link.query else link.path
    return back if link.netloc == request.get_host() and link.path != request.path and ours(back) else default


def ours(address: str) -> bool:
    return address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
