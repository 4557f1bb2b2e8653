"""Ending one kind of mail: from a mail program without a page (RFC 8058), or from a page with a button."""

from django.contrib.auth.decorators import login_not_required
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from driehoek.backbone.notifications.models import Rhythm
from driehoek.backbone.notifications.preferences import prefer, read_stop_token, stop
from driehoek.base.shell.pages import page
from driehoek.facts.people.models import Person


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """The signed link stands for the sign-in and for the form: it can end or resume one kind of mail of one
    person, and nothing else. GET changes nothing, because programs that scan mail open every link."""
    try:
        person, category, channel = read_stop_token(token)
    except (BadSignature, Person.DoesNotExist, ValueError):
        raise Http404 from None
    rhythm = None
    if request.method == "POST":
        rhythm = Rhythm.NOW if "resume" in request.POST else Rhythm.OFF
        if rhythm == Rhythm.OFF:
            stop(person, category=category, channel=channel)
        else:
            prefer(person, category=category, channel=channel, rhythm=rhythm)
    return page(request, "notifications/unsubscribe.html", {"category": category, "rhythm": rhythm})
