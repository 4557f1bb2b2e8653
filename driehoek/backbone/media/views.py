"""Handing out a photo: to whom the rules allow it at this moment, and to nobody else."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_GET

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.media import files
from driehoek.backbone.media.models import Photo
from driehoek.base.core.uploads import SIZES

FRESH = 30  # seconds a browser may keep it unasked: withdrawn photos are gone within a minute


@login_not_required  # a visitor gets the 404 of a photo that never was
@require_GET
def photo(request: Visit, token: str, size: int) -> HttpResponseBase:
    if request.viewer is None or size not in SIZES:
        raise Http404
    found = find(request, Photo, token=token)
    etag = f'"{found.token}-{size}"'
    response = get_conditional_response(request, etag=etag) or picture(found, size)
    response["ETag"] = etag
    return guarded(response)


def picture(found: Photo, size: int) -> HttpResponseBase:
    """The file itself, or the order to the web server in front to send it."""
    if settings.ACCEL:
        response = HttpResponse(content_type="image/webp")
        response["X-Accel-Redirect"] = f"/protected/{files.relative_path(found.token, size)}"
        return response
    try:
        file = files.path(found.token, size).open("rb")
    except FileNotFoundError:
        raise Http404 from None
    sent = FileResponse(file, content_type="image/webp")
    sent["Content-Encoding"] = "identity"  # it is packed already; GZipMiddleware would try again
    return sent


def guarded(response: HttpResponseBase) -> HttpResponseBase:
    """Nobody between us and this reader keeps it, and it can never be anything but a picture."""
    response["Content-Disposition"] = 'inline; filename="foto.webp"'
    response["Cache-Control"] = f"private, max-age={FRESH}"
    response["Vary"] = "Cookie"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
