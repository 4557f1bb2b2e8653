"""From computer to computer: no browser comes here."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from driehoek.features.entry.moments import moment_of
from driehoek.surfaces.demo.systems.desk import HOUR, SYSTEMS, lets_in, page_of, token_for


@csrf_exempt
@login_not_required
@require_POST
def token(request: HttpRequest, school: str) -> JsonResponse:
    made = token_for(school, request.headers.get("Authorization", ""), request.POST.get("grant_type", ""))
    if not made or school not in SYSTEMS:
        return JsonResponse({"error": "invalid_client"}, status=401)
    return JsonResponse({"access_token": made, "token_type": "Bearer", "expires_in": HOUR})


@login_not_required
@require_safe
def rows(request: HttpRequest, school: str, service: str, kind: str) -> JsonResponse:
    if school not in SYSTEMS or service not in ("rostering", "gradebook"):
        raise Http404
    if not lets_in(school, request.headers.get("Authorization", "")):
        return JsonResponse({}, status=401)
    return JsonResponse({kind: page_of(school, kind, request.GET.dict(), moment_of(request))})
