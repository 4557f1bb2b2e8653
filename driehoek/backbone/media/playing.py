"""Handing out an attachment that somebody may see: played by a browser, or kept as a file."""

from django.http import Http404, HttpRequest, HttpResponseBase

from driehoek.backbone.media import attachment_files
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.media.sending import send


def play(request: HttpRequest, one: Attachment) -> HttpResponseBase:
    if not one.is_ready:
        raise Http404
    return send(
        request,
        attachment_files.relative_path(one.token, one.ending),
        content_type=one.content_type,
        filename=one.filename,
        download=one.kind == Attachment.Kind.FILE,
    )
