"""The pages that belong to no part of the school: language, help, offline, and the files of the app."""

import re
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from driehoek.base.shell.icons import FOLDER
from driehoek.base.shell.language import known, remember, shown_languages
from driehoek.base.shell.navigation import contacts, questions
from driehoek.base.shell.next_page import came_from, next_page
from driehoek.base.shell.pages import page, require_form
from driehoek.base.shell.theme import DEFAULT_COLOUR, theme_css

HALF_A_YEAR = 182 * 24 * 3600


@login_not_required
@require_form
def language(request: HttpRequest) -> HttpResponse:
    """The languages to choose from; the choice stays on the device, and with the person who is signed in."""
    if request.method != "POST":
        back = next_page(request, default=came_from(request))
        return page(request, "shell/language.html", {"languages": shown_languages(), "back": back})
    chosen = known(request.POST.get("language", ""))
    if not chosen:
        return HttpResponseBadRequest()
    if viewer := getattr(request, "viewer", None):
        viewer.person.speak(chosen)
    response = redirect(next_page(request))
    remember(response, chosen)
    return response


@login_not_required
@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Whom to ask, whom to call, and how the portal works, in plain words."""
    viewer = getattr(request, "viewer", None)
    context = {"questions": questions(viewer), "contacts": contacts(viewer), "back": came_from(request)}
    return page(request, "shell/help.html", context)


@login_not_required
@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """What the service worker keeps for when there is no network. About nobody, so it may be kept."""
    return render(request, "shell/offline.html", {"viewer": None, "nav": [], "look": {}, "own_page": ""})


@login_not_required
@require_safe
@cache_control(public=True, max_age=HALF_A_YEAR, immutable=True)
def theme(request: HttpRequest, colour: str) -> HttpResponse:
    """The colours of one school as a stylesheet; the address holds all it depends on."""
    return HttpResponse(theme_css(f"#{colour}"), content_type="text/css")


@login_not_required
@require_safe
@cache_control(public=True, max_age=24 * 3600)
def manifest(request: HttpRequest) -> JsonResponse:
    """How the portal looks as an app on a home screen (W3C Web Application Manifest)."""
    sizes = [("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")]
    icons = [_app_icon(size, purpose) for size, purpose in sizes]
    about: dict[str, Any] = {
        "name": "Driehoek",
        "short_name": "Driehoek",
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": DEFAULT_COLOUR,
        "theme_color": DEFAULT_COLOUR,
        "icons": icons,
    }
    return JsonResponse(about, content_type="application/manifest+json")


def _app_icon(size: str, purpose: str) -> dict[str, str]:
    name = "maskable-512" if purpose == "maskable" else f"icon-{size.partition('x')[0]}"
    return {"src": static(f"shell/app/{name}.png"), "sizes": size, "type": "image/png", "purpose": purpose}


@login_not_required
@require_safe
@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    """The worker stands at the root, because it may only serve pages below its own address."""
    context = {"offline": reverse("shell:offline"), "static": settings.STATIC_URL}
    return render(request, "shell/service_worker.js", context, content_type="text/javascript")


@login_not_required
@require_safe
def parts(request: HttpRequest) -> HttpResponse:
    """The living page of all parts, in development only."""
    if not settings.DEBUG:
        raise Http404
    names = sorted({re.sub(r"-(bold|fill|duotone)$", "", file.stem) for file in FOLDER.glob("*-bold.svg")})
    return page(request, "shell/parts.html", {"icon_names": [f"{name}-bold" for name in names]})
