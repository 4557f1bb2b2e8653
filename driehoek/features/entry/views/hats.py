"""Changing between the two worlds of one person, by hand and never by itself."""

from django.contrib.auth import logout
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from driehoek.backbone.access.viewer import Hat, Visit
from driehoek.features.entry.signing_in import change_hat

HATS: dict[str, Hat] = {"home": "home", "school": "school"}


@require_POST
def hat(request: Visit) -> HttpResponse:
    """To the school only with the second factor behind it, and home never by the word of an employer: who has
    not shown what it takes signs in for that first."""
    wanted = HATS.get(request.POST.get("hat", ""))
    if wanted is None:
        return HttpResponseBadRequest()
    if change_hat(request, wanted):
        return redirect("/")
    logout(request)
    return redirect("account_login" if wanted == "school" else "entry:signin")
