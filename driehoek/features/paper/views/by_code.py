"""What the code on a letter opens: what stands on that letter, to read. It signs nobody in and answers
nothing, because a letter may be found by anybody."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.views.decorators.http import require_safe

from driehoek.backbone.notifications.paper.codes import letter_of
from driehoek.base.core import clock
from driehoek.base.core.signs import as_typed, in_parts
from driehoek.base.shell.context import look_of
from driehoek.base.shell.pages import page
from driehoek.features.paper.tray import sheet_of

ALONE: dict[str, object] = {"nav": [], "viewer": None, "look": {}}


@login_not_required
@require_safe
def code_form(request: HttpRequest) -> HttpResponse:
    """For whoever has no camera."""
    code = as_typed(request.GET.get("code", "")[:30])
    if code:
        return redirect("paper:letter", in_parts(code))
    return page(request, "paper/code_form.html", ALONE | {"is_empty": "code" in request.GET})


@login_not_required
@require_safe
def letter(request: HttpRequest, code: str) -> HttpResponse:
    """Asked again at each visit: who may not see it any more reads nothing."""
    now = clock.now()
    found = letter_of(code, now)
    sheet = sheet_of(found, now) if found and found.guardian.is_active else None
    if not sheet:
        return page(request, "paper/no_letter.html", ALONE, status=404)
    with translation.override(sheet.language):
        read = page(
            request, "paper/letter.html", ALONE | {"sheet": sheet, "look": look_of(sheet.letter.guardian)}
        )
    read.headers["Content-Language"] = sheet.language
    read.headers["X-Robots-Tag"] = "noindex"
    return read
