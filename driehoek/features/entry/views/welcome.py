"""From a letter to the first page: a language, a question that only the family can answer, and in."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from driehoek.base.core.clock import day_of
from driehoek.base.shell.language import COOKIE, known, remember, shown_languages
from driehoek.base.shell.pages import page, require_form
from driehoek.facts.people.models import Person
from driehoek.features.entry.asking import ask_for_code
from driehoek.features.entry.asking_again import send_another
from driehoek.features.entry.codes import LONG, shown, typed
from driehoek.features.entry.forms import LetterCodeForm, question_about
from driehoek.features.entry.inviting import school_of, still_stands
from driehoek.features.entry.joining import NotJoined, look_alike
from driehoek.features.entry.limits import UNKNOWN_LETTERS, allowed, is_spent
from driehoek.features.entry.models import Invitation, Road
from driehoek.features.entry.moments import moment_of, viewer_at
from driehoek.features.entry.returning import address_of, needs_more
from driehoek.features.entry.secrecy import without_traces
from driehoek.features.entry.signing_in import enter
from driehoek.features.entry.welcoming import AlreadyUsed, welcome_with


@login_not_required
@require_form
@without_traces
def code_form(request: HttpRequest) -> HttpResponse:
    """For who cannot scan: type the code that is on the letter, or on the card of a young student."""
    form = LetterCodeForm(request.POST or None)
    if form.is_valid():
        code = form.cleaned_data["code"]
        return redirect("entry:card" if len(code) == LONG else "entry:welcome", code=shown(code))
    return page(request, "entry/code_form.html", {"form": form}, status=422 if form.errors else 200)


def with_invitation(view: Callable[[HttpRequest, Invitation], HttpResponse]) -> Callable[..., HttpResponse]:
    """The view gets the invitation, if it still works; everyone else a friendly stop."""

    @wraps(view)
    def found(request: HttpRequest, code: str) -> HttpResponse:
        now = moment_of(request)
        if is_spent(UNKNOWN_LETTERS, request, now=now):
            return page(request, "entry/too_often.html", status=429)
        invitation = Invitation.by_code(typed(code))
        if invitation is None or not invitation.is_open(now) or not still_stands(invitation, now=now):
            return stop(request, invitation)
        return view(request, invitation)

    return found


@login_not_required
@require_form
@without_traces
@with_invitation
def welcome(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """The languages. Looking changes nothing, so that a mail scanner cannot use the code up."""
    code, language = code_in(request), language_for(request, invitation)
    if request.POST.get("language"):
        return remembered(redirect("entry:welcome", code=code), request.POST["language"])
    if request.method == "POST":
        invitation.look_at(now=moment_of(request))
        return remembered(redirect("entry:confirm", code=code), language)
    context = {"languages": shown_languages(), "language": language, **about(invitation)}
    return in_language(request, language, "entry/welcome.html", context)


@login_not_required
@require_form
@without_traces
@with_invitation
def confirm(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """The question behind the code. The right answer signs her in."""
    now, form = moment_of(request), question_about(invitation, request.POST or None)
    if form.is_valid():
        if invitation.answer(form.answer, now=now):
            return come_in(request, invitation)
        if not invitation.is_open(now):
            return stop(request, invitation)
        form.add_error(None, _("Dit klopt niet met wat de school weet. Kijk het nog even na."))
    context = {"form": form, **about(invitation)}
    language = language_for(request, invitation)
    return in_language(request, language, "entry/confirm.html", context, status=422 if form.errors else 200)


def come_in(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """The answer was right."""
    viewer, guardian = viewer_at(request), invitation.guardianship.guardian
    visitor = viewer.person if viewer else None
    if visitor and "also_me" not in request.POST and not look_alike(visitor, guardian):
        return page(request, "entry/also_me.html", {"guardian": guardian, "given": given_in(request)})
    if visitor is None and needs_more(invitation, now=moment_of(request)):
        return prove_it(request, guardian)
    return let_in(request, invitation, visitor)


def let_in(request: HttpRequest, invitation: Invitation, visitor: Person | None) -> HttpResponse:
    """Use the letter."""
    language, strong = language_for(request, invitation), bool(request.session.get("strong"))
    try:
        person = welcome_with(
            invitation, language=language, visitor=visitor, strong=strong, now=moment_of(request)
        )
    except AlreadyUsed:
        return stop(request, invitation)
    except NotJoined as refused:
        return page(request, "entry/not_joined.html", {"reason": refused.reason.label}, status=409)
    return inside(request, person, is_new=visitor is None or visitor == invitation.guardianship.guardian)


def prove_it(request: HttpRequest, guardian: Person) -> HttpResponse:
    """She came in before: the letter alone is not enough to be her. Six digits at her address are; without
    an address, a letter from the office."""
    address = address_of(guardian, day=day_of(moment_of(request)))
    if not address:
        return page(request, "entry/ask_office.html", status=409)
    if not ask_for_code(request, address, now=moment_of(request)):
        return page(request, "entry/too_often.html", status=429)
    request.session["borrowed"] = "borrowed" in request.POST
    messages.info(request, _("Je was hier al eens. Daarom sturen wij je ook een code."))
    return redirect("entry:code")


def inside(request: HttpRequest, person: Person, *, is_new: bool) -> HttpResponse:
    if is_new:
        enter(request, person, now=moment_of(request), borrowed="borrowed" in request.POST)
        request.session["offer"] = "begin"
    with translation.override(person.language):
        messages.success(request, _("Fijn dat je er bent."))
    return redirect("/")


def given_in(request: HttpRequest) -> dict[str, str]:
    """The answer to the question, to carry along to the next page."""
    return {name: request.POST[name] for name in ("day", "month", "name") if name in request.POST}


@login_not_required
@require_POST
@without_traces
def another(request: HttpRequest, code: str) -> HttpResponse:
    """The code is old: the office hears that she would like a new one, or it goes to her mailbox at once."""
    invitation = Invitation.by_code(typed(code))
    if invitation is not None:
        send_another(invitation, now=moment_of(request))
    return page(request, "entry/another.html")


def stop(request: HttpRequest, invitation: Invitation | None) -> HttpResponse:
    """A friendly end: what can be done. Names the school only to a link that still stands."""
    now = moment_of(request)
    if invitation is None:
        allowed(UNKNOWN_LETTERS, request, now=now)  # counts
    stands = invitation is not None and still_stands(invitation, now=now)
    state = invitation.state(now).value if invitation else "unknown"
    context: dict[str, object] = {"state": state, "code": code_in(request)}
    if invitation and stands:
        context |= about(invitation)
    return page(request, "entry/stop.html", context, status=404)


def code_in(request: HttpRequest) -> str:
    """The code as it stands in the address."""
    match = request.resolver_match
    return str(match.kwargs["code"]) if match else ""


def about(invitation: Invitation) -> dict[str, object]:
    """What may be shown before the question is answered: the school's name, to who holds its letter."""
    school = school_of(invitation) if invitation.road == Road.LETTER else None
    return {"school": school, "school_colour": school.colour if school else ""}


def language_for(request: HttpRequest, invitation: Invitation) -> str:
    """What was chosen on this device, else what the roster says."""
    chosen = known(request.COOKIES.get(COOKIE, ""))
    return chosen or known(invitation.guardianship.guardian.language) or "nl"


def remembered(response: HttpResponse, language: str) -> HttpResponse:
    if known(language):
        remember(response, known(language))
    return response


def in_language(
    request: HttpRequest, language: str, template: str, context: dict[str, object], status: int = 200
) -> HttpResponse:
    with translation.override(language):
        response = page(request, template, context, status=status)
    response.headers["Content-Language"] = language
    return response
