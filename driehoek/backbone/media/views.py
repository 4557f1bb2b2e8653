"""Handing out a photo or an attachment: to whom the rules allow it at this moment, and to nobody else."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponseBase
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.media import attachment_files, files
from driehoek.backbone.media.carrying import carriers_of
from driehoek.backbone.media.models import Attachment, Photo
from driehoek.backbone.media.playing import play
from driehoek.backbone.media.sending import send
from driehoek.base.core.uploads import SIZES


@login_not_required  # a visitor gets the 404 of a photo that never was
@require_safe
def photo(request: Visit, token: str, size: int) -> HttpResponseBase:
    if request.viewer is None or size not in SIZES:
        raise Http404
    found = find(request, Photo, token=token)
    path = files.relative_path(found.token, size)
    return send(request, path, content_type="image/webp", filename="foto.webp", download=False)


@login_not_required  # a visitor gets the 404 of an attachment that never was
@require_safe
def attachment(request: Visit, token: str) -> HttpResponseBase:
    return play(request, _attachment(request, token))


@login_not_required
@require_safe
def attachment_picture(request: Visit, token: str) -> HttpResponseBase:
    """Small, for a list: of a picture, and of a film its still."""
    found = _attachment(request, token)
    path = attachment_files.relative_path(found.token, attachment_files.SMALL)
    return send(request, path, content_type="image/webp", filename="foto.webp", download=False)


def _attachment(request: Visit, token: str) -> Attachment:
    if request.viewer is None:
        raise Http404
    return find(request, Attachment, token=token, among=carriers_of(token))
