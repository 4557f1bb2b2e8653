"""Answering with a page, and what was filled in on one."""

from typing import Any  # a context holds whatever the template shows

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_http_methods

require_form = require_http_methods(["GET", "HEAD", "POST"])  # shows a form, and takes it
PART = "X-Part"  # sent by our own scripts when they will replace only a piece of the page


def page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    status: int = 200,
    part: str | None = None,
) -> HttpResponse:
    """The whole page, or its part (another template) when a script asked for that alone."""
    asked_for_part = part is not None and PART in request.headers
    response = render(request, part if part and asked_for_part else template, context, status=status)
    if part is not None:
        patch_vary_headers(response, [PART])
    return response


def posted(request: HttpRequest) -> QueryDict | None:
    """What was filled in; a form that comes empty is wrong, not new."""
    return request.POST if request.method == "POST" else None
