"""What a visitor reads when a page is not there, not hers, or broken. Said kindly, with a way on."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from driehoek.base.shell.pages import page


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, "shell/404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, "shell/403.html", status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """Asks nothing of the database or of the person, because one of these may be what broke."""
    direction = "rtl" if translation.get_language_bidi() else "ltr"
    context = {"page_language": translation.get_language(), "page_direction": direction, "look": {}}
    return HttpResponse(render_to_string("shell/500.html", context), status=500)


def expired_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The CSRF check refused: the page was open too long, or cookies are off."""
    return page(request, "shell/expired_form.html", status=403)
