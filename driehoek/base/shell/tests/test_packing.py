"""How a page is packed on its way."""

from gzip import decompress
from typing import Any  # an answer of either kind

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from driehoek.base.shell.packing import QuickGZipMiddleware
from tests.cast import Cast

PAGE = "De brug met driehoeken hield 24 boeken. " * 200


def answered(response: HttpResponseBase, accepts: str = "gzip, br") -> Any:
    request = RequestFactory().get("/", headers={"Accept-Encoding": accepts})
    return QuickGZipMiddleware(lambda _request: response).process_response(request, response)


def test_a_page_comes_packed_and_whole() -> None:
    packed = answered(HttpResponse(PAGE))
    assert packed["Content-Encoding"] == "gzip" and packed["Vary"] == "Accept-Encoding"
    assert decompress(packed.content).decode() == PAGE
    assert int(packed["Content-Length"]) == len(packed.content) < len(PAGE) / 5


def test_a_browser_that_unpacks_nothing_gets_it_as_it_is() -> None:
    plain = answered(HttpResponse(PAGE), accepts="br")
    assert plain.content.decode() == PAGE and not plain.has_header("Content-Encoding")
    assert plain["Vary"] == "Accept-Encoding"


def test_the_same_page_is_not_always_as_large() -> None:
    assert len({len(answered(HttpResponse(PAGE)).content) for _time in range(40)}) > 5


def test_what_needs_more_thought_is_left_to_django() -> None:
    assert answered(HttpResponse("kort")).content == b"kort"
    assert answered(HttpResponse(PAGE, headers={"Content-Encoding": "br"})).content == PAGE.encode()
    assert answered(HttpResponse(PAGE, headers={"ETag": '"een"'}))["ETag"] == 'W/"een"'
    stream = answered(StreamingHttpResponse([PAGE.encode()]))
    assert decompress(b"".join(stream.streaming_content)).decode() == PAGE


def test_a_first_page_comes_so(cast: Cast) -> None:
    page = cast.sign_in(cast.naima).get("/", headers={"Accept-Encoding": "gzip"})
    assert "Yusuf" in decompress(page.content).decode()
