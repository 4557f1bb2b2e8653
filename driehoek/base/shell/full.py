"""What somebody reads when it is too crowded: made without a database and without who she is."""

from functools import cache

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import trans_real

from driehoek.base.core.crowding import Environ

SECONDS = "\ue003"  # means nothing in any text
NEVER_SHUT = (
    "/dringend/",  # a file, which is all that many come for at once
    # what a page asks for that is there already
    "/static/", "/thema/", "/manifest.webmanifest", "/sw.js", "/foto/", "/gezicht/", "/bijlage/", "/geluid/",
)  # fmt: skip


def too_crowded(environ: Environ, seconds: int) -> bytes:
    """A page that was asked for comes back by itself; what was sent is still in the browser."""
    is_sent = environ.get("REQUEST_METHOD") not in ("GET", "HEAD")
    return _page(_language(environ.get("HTTP_ACCEPT_LANGUAGE", "")), is_sent).replace(
        SECONDS.encode(), str(seconds).encode()
    )


@cache
def _page(language: str, is_sent: bool) -> bytes:
    """Once for each language: in a crowd nothing is drawn twice."""
    with translation.override(language):
        direction = "rtl" if translation.get_language_bidi() else "ltr"
        context = {"page_language": language, "page_direction": direction, "look": {}}
        said = render_to_string("shell/503.html", context | {"is_sent": is_sent, "seconds": SECONDS})
    return said.encode()


def _language(wanted: str) -> str:
    """The first that the browser likes and we speak."""
    ours = dict(settings.LANGUAGES)
    liked = (code.partition("-")[0] for code, _weight in trans_real.parse_accept_lang_header(wanted[:200]))
    return next((code for code in liked if code in ours), settings.LANGUAGE_CODE)
