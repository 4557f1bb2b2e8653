"""Handing out the bytes of a file that the rules allow, whole or a part of them, as players ask for parts."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

FRESH = 30  # seconds a browser may keep it unasked: what may no longer be seen is gone within a minute
CHUNK = 64 * 1024
PLAYED = "default-src 'none'; media-src 'self'"  # no sandbox: a browser's own player counts as ours then
RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})$")  # no file is longer than such a number


class NoSuchPart(Exception):
    """The part that was asked for lies outside the file."""


def send(
    request: HttpRequest, relative_path: str, *, content_type: str, filename: str, download: bool
) -> HttpResponseBase:
    """The file below MEDIA_ROOT with that path, or the order to the web server in front to send it."""
    path = Path(settings.MEDIA_ROOT) / relative_path
    etag = f'"{path.name}"'
    answer = get_conditional_response(request, etag=etag) or _file(request, path, relative_path, etag)
    answer["ETag"] = etag
    if content_type.startswith(("audio/", "video/")):
        answer["Content-Security-Policy"] = PLAYED
    if answer.status_code != 304:
        answer["Content-Type"] = content_type
        answer["Content-Disposition"] = content_disposition_header(download, filename) or "attachment"
    return guarded(answer)


def guarded(answer: HttpResponseBase) -> HttpResponseBase:
    """Nobody between us and this reader keeps it, and it never becomes a page of ours."""
    answer["Cache-Control"] = f"private, max-age={FRESH}"
    answer["Vary"] = "Cookie"
    answer["X-Content-Type-Options"] = "nosniff"
    answer.headers.setdefault("Content-Security-Policy", "default-src 'none'; sandbox")
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer


def _file(request: HttpRequest, path: Path, relative_path: str, etag: str) -> HttpResponseBase:
    if settings.ACCEL:
        answer = HttpResponse()
        answer["X-Accel-Redirect"] = f"/protected/{relative_path}"
        return answer
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise Http404 from None
    try:
        part = _part(request, size, etag)
    except NoSuchPart:
        outside = HttpResponse(status=416)
        outside["Content-Range"] = f"bytes */{size}"
        return outside
    return _bytes(path, part or (0, size - 1), size, whole=part is None)


def _part(request: HttpRequest, size: int, etag: str) -> tuple[int, int] | None:
    """First and last byte that were asked for; None for everything."""
    asked = RANGE.match(request.headers.get("Range", ""))
    if not asked or request.headers.get("If-Range", etag) != etag or not any(asked.groups()):
        return None
    first, last = asked.groups()
    if not first:
        start, end = max(0, size - int(last)), size - 1
    else:
        start, end = int(first), min(int(last) if last else size - 1, size - 1)
    if last and first and int(first) > int(last):
        return None  # RFC 9110: that is no range, so it is not there
    if start > end:
        raise NoSuchPart
    return start, end


def _bytes(path: Path, part: tuple[int, int], size: int, *, whole: bool) -> HttpResponseBase:
    first, last = part
    answer = StreamingHttpResponse(_chunks(path, first, last - first + 1), status=200 if whole else 206)
    answer["Content-Length"] = str(last - first + 1)
    answer["Accept-Ranges"] = "bytes"
    answer["Content-Encoding"] = "identity"  # it is packed already; GZipMiddleware would try again
    if not whole:
        answer["Content-Range"] = f"bytes {first}-{last}/{size}"
    return answer


def _chunks(path: Path, start: int, length: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(start)
        while length > 0 and (chunk := file.read(min(CHUNK, length))):
            length -= len(chunk)
            yield chunk
