"""The door of the gateway: a text that came in, or what became of one of ours."""

import json
import uuid
from typing import Any  # what a stranger's JSON holds

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseForbidden, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from driehoek.backbone.sms.models import Receipt
from driehoek.backbone.texting.hearing import hear
from driehoek.backbone.texting.signing import is_signed
from driehoek.base.core import clock

LONGEST = 2000


@csrf_exempt
@login_not_required
@require_POST
def gateway(request: HttpRequest) -> HttpResponse:
    """The signature stands for the sign-in. What is texted back travels in the answer."""
    now = clock.now()
    if not is_signed(request, now):
        return HttpResponseForbidden()
    try:
        said: dict[str, Any] = json.loads(request.body)
        if said["type"] == "receipt":
            Receipt.note(uuid.UUID(said["reference"]), said["state"], at=now)
            return JsonResponse({})
        reply = hear(str(said["from"]), str(said["text"])[:LONGEST], key=str(said["id"]), now=now)
    except (ValueError, KeyError, TypeError, AttributeError):
        return HttpResponseBadRequest()
    return JsonResponse({"reply": reply})
