"""Before the talk: three questions, one on a page, what one likes to add, and "I am ready"."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.media.attaching import Attached
from driehoek.base.core.limits import DAY, Limit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.base.shell.slowing import slow_down
from driehoek.features.talks.answers import answers_to, say
from driehoek.features.talks.asking import questions_of
from driehoek.features.talks.checking import Checking
from driehoek.features.talks.finding import find_talk
from driehoek.features.talks.models import ContactCheck, Point
from driehoek.features.talks.preparing import OwnSide, Page, open_side, own_side
from driehoek.features.talks.preparing_forms import AnswerForm, BlockForm, PointForm
from driehoek.features.talks.telling import tell
from driehoek.features.talks.views.reading import talk_page

POINTS = Limit("talks.point", 120, DAY)  # by person


@require_form
def question(request: Visit, pk: int, n: int) -> HttpResponse:
    talk, side = open_side(request, pk)
    if not 1 <= n <= len(questions_of(side, talk)):
        raise Http404
    about = Page(talk, side, request.viewer, n)
    kind = BlockForm if about.is_extra else AnswerForm
    form = kind(posted(request), about=about, attached=about.attached(request))
    if not form.is_valid():
        context = {"about": about, "form": form}
        return page(request, "talks/question.html", context, status=422 if form.errors else 200)
    tell(about, form)
    return redirect(about.after)


@require_safe
def own(request: Visit, pk: int) -> HttpResponse:
    """Looked over; for a start talk with what one likes to add."""
    talk, side = open_side(request, pk)
    return page(request, "talks/own.html", {"about": OwnSide(talk, side, request.viewer)})


@require_POST
def reply(request: Visit, pk: int) -> HttpResponse:
    """Whether she comes then, as from her mail."""
    talk, key = find_talk(request, pk, to="reply"), request.POST.get("reply", "")
    if not talk.may_be_prepared(request.viewer.now):
        raise PermissionDenied
    if key not in {one.key for one in answers_to(talk)}:
        messages.error(request, _("Er is intussen iets veranderd. Kijk nog een keer."))
    elif say(talk, request.viewer, key):
        messages.success(request, _("School weet het."))
    else:
        messages.error(request, _("Dat zijn veel berichten op een dag. Kom morgen terug."))
    return redirect(talk)


@require_POST
def readiness(request: Visit, pk: int) -> HttpResponse:
    (talk, side), viewer = own_side(request, pk), request.viewer
    about, is_over = OwnSide(talk, side, viewer), talk.is_over(viewer.now)
    if not about.is_worth_sending:
        return redirect(talk) if is_over else redirect("talks:question", pk, about.next_number)
    side.get_ready(by=viewer.person, at=viewer.now)
    messages.success(request, _("Verstuurd.") if is_over else _("Klaar! Tot bij het gesprek."))
    return redirect(talk)


@require_POST
def contact(request: Visit, pk: int) -> HttpResponse:
    """How she is reached is right; for school, that they looked it over together."""
    talk, viewer = find_talk(request, pk, to="attend"), request.viewer
    checking = Checking(talk, viewer)
    if checking.mine is None:
        raise PermissionDenied
    ContactCheck.give(checking.mine, by=viewer.person, at=viewer.now)
    messages.success(request, _("Dank je. School weet dat dit klopt.") if checking.has_own else _("Bewaard."))
    return redirect(f"{talk.get_absolute_url()}#gegevens")


@require_POST
def points(request: Visit, pk: int) -> HttpResponse:
    """Something to talk about: everybody adds what she likes."""
    (talk, side), viewer = open_side(request, pk), request.viewer
    attached = Attached(viewer, talk.school, request.POST, request.FILES)
    form = PointForm(request.POST, talk=talk, side=side, now=viewer.now, attached=attached)
    if form.is_valid() and not POINTS.allows(str(viewer.person.pk), now=viewer.now):
        slow_down(form, _("Dat zijn veel berichten op een dag. Kom morgen terug."))
    if not form.is_valid():
        return talk_page(request, talk, points=form)
    made = form.save(by=viewer.person, at=viewer.now)
    messages.success(request, _("Thuis krijgt nu bericht.") if made.is_serious else _("Staat erbij."))
    return redirect(f"{talk.get_absolute_url()}#punten")


@require_POST
def point_removal(request: Visit, pk: int) -> HttpResponse:
    point = find(request, Point, to="remove", pk=pk)
    point.remove(by=request.viewer.person, at=request.viewer.now)
    return redirect(f"{point.side.talk.get_absolute_url()}#punten")
