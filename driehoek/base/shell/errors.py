"""What a visitor reads when a page is not there, not hers, or broken. Said kindly, with a way on."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from driehoek.base.core.limits import TooMuch
from driehoek.base.shell.keeping import NOBODY
from driehoek.base.shell.pages import page

MOST_WORDS = 20_000  # letters


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _with_words(request, "shell/404.html", _written(request), status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, TooMuch):
        return _with_words(request, "shell/429.html", _written(request), status=429)
    return _with_words(request, "shell/403.html", _written(request), status=403)


def signed_out(request: HttpRequest) -> HttpResponse | None:
    """To who was put out while she wrote; None when she wrote nothing."""
    words = _written(request).strip()
    return _with_words(request, "shell/signed_out.html", words, status=403) if words else None


def _with_words(request: HttpRequest, template: str, words: str, *, status: int) -> HttpResponse:
    """They stay in no browser, also where nobody is signed in: the next who uses it would go back to them."""
    response = page(request, template, {"words": words}, status=status)
    response.headers["Cache-Control"] = NOBODY
    return response


def _written(request: HttpRequest) -> str:
    """What she was writing while the door closed, so that she can take it along. Of a form of ours alone: a
    view was found that is guarded against forms of others, so this one has passed."""
    found = request.resolver_match
    is_ours = request.method == "POST" and found and not getattr(found.func, "csrf_exempt", False)
    return request.POST.get("text", "")[:MOST_WORDS] if is_ours else ""


def broken(request: HttpRequest) -> HttpResponse:
    """Asks nothing of the database or of the person, because one of these may be what broke."""
    direction = "rtl" if translation.get_language_bidi() else "ltr"
    context = {"page_language": translation.get_language(), "page_direction": direction, "look": {}}
    return HttpResponse(render_to_string("shell/500.html", context), status=500)


def expired_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The CSRF check refused: the page was open too long, or cookies are off."""
    return page(request, "shell/expired_form.html", status=403)
