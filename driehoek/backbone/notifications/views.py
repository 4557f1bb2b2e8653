"""What a link in a mail opens without signing in: ending mail, and answering one question. And Deze week."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.media.playing import play
from driehoek.backbone.notifications.alone import alone, no_answer
from driehoek.backbone.notifications.always import who_always_sends
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.digests.gathering import ask_again
from driehoek.backbone.notifications.digests.stopping import read_token, resume_digest, stop_digest
from driehoek.backbone.notifications.digests.week import week_of
from driehoek.backbone.notifications.letter import known
from driehoek.backbone.notifications.one_page import opened
from driehoek.backbone.notifications.own_words import OwnWords
from driehoek.backbone.notifications.preferences import read_stop_token, resume, stop
from driehoek.backbone.notifications.ringing import shown
from driehoek.backbone.notifications.slips import handed
from driehoek.base.core import clock
from driehoek.base.core.clock import day_of
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.base.shell.slowing import status_of
from driehoek.facts.people.models import Person


@csrf_exempt
@login_not_required
@require_form
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """The signed link stands for the sign-in and for the form: it can end or resume one kind of mail of one
    person, and nothing else. GET changes nothing, because programs that scan mail open every link."""
    try:
        person, category, channel = read_stop_token(token)
        was = _follow(request, person, category, channel) if request.method == "POST" else ""
    except (BadSignature, Person.DoesNotExist, ValueError):
        raise Http404 from None
    always = who_always_sends(person, category, day_of(clock.now()))
    context: dict[str, object] = {
        "category": category,
        "was": was,
        "is_back": "was" in request.POST,
        "always": always,
    }
    with translation.override(known(person.language)):
        return alone(request, person, "notifications/unsubscribe.html", context)


def _follow(request: HttpRequest, person: Person, category: Category, channel: str) -> str:
    """What was collected already is asked again. Gives what it takes to take it back."""
    was = ""
    if "was" in request.POST:
        resume(person, request.POST["was"], category=category, channel=channel)
    else:
        was = stop(person, category=category, channel=channel)
    ask_again(person, at=clock.now())
    return was


@csrf_exempt
@login_not_required
@require_form
def stop_the_digest(request: HttpRequest, token: str) -> HttpResponse:
    """The same for all that is collected. What was collected already is asked again, and stays behind."""
    try:
        person, channel = read_token(token)
        was = ""
        if "was" in request.POST:
            resume_digest(person, request.POST["was"])
        elif request.method == "POST":
            was = stop_digest(person, channel)
    except (BadSignature, Person.DoesNotExist, ValueError):
        raise Http404 from None
    if request.method == "POST":
        ask_again(person, at=clock.now())
    context = {"was": was, "is_back": "was" in request.POST}
    with translation.override(known(person.language)):
        return alone(request, person, "notifications/stop_digest.html", context)


@require_safe
def week(request: Visit) -> HttpResponse:
    return page(request, "notifications/week.html", {"sheet": week_of(request.viewer)})


@login_not_required
@require_form
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """GET changes nothing, as programs that scan mail open links; POST needs the form of this page. Who is
    signed in here plays no part: the link says who answers, and the policy whether she still may."""
    slip = handed(token, clock.now())
    if slip is None:
        return no_answer(request)
    with translation.override(slip.language):
        if request.method == "POST" and slip.fill_in(request.POST.get("answer", "")):
            return redirect("notifications:answer", token)
        chosen = slip.box(request.GET.get("kies", "")) if slip.is_open else None
        shown: dict[str, object] = {"slip": slip, "chosen": chosen}
        status = 422 if request.POST else 200
        return alone(request, slip.person, "notifications/answer.html", shown, status=status)


@require_safe
def ringing(request: Visit, message: UUID) -> HttpResponse:
    """What the telephone that rings may say; hers alone, and only while she may see what it is about."""
    said = shown(message, request.viewer.person, request.viewer.now)
    if said is None:
        raise Http404
    return JsonResponse(said)


@login_not_required
@require_form
def one_page(request: HttpRequest, token: str) -> HttpResponse:
    """One piece of news, for who came by a digest, a text message or a letter. GET changes nothing; POST says
    her own words where a reply to the mail would go, and needs the form of this page."""
    shown = opened(token, clock.now())
    if shown is None or (request.method == "POST" and shown.line is None):
        return no_answer(request)
    with translation.override(shown.language):
        form = OwnWords(posted(request), line=shown.line, viewer=shown.viewer) if shown.line else None
        if form and form.is_valid():
            form.say()
            return redirect(f"{request.path}?gezegd")
        context = {"shown": shown, "token": token, "form": form, "is_said": "gezegd" in request.GET}
        status = status_of(form) if form else 200
        return alone(request, shown.told.person, "notifications/one_page.html", context, status=status)


@login_not_required
@require_safe
def one_page_voice(request: HttpRequest, token: str, number: int) -> HttpResponseBase:
    """What was spoken with that piece of news, to whom the rules let hear it at this moment."""
    shown = opened(token, clock.now())
    voices = dict(enumerate(shown.voices, start=1)) if shown else {}
    if number not in voices:
        raise Http404
    return play(request, voices[number])
