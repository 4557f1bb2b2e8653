"""What a family says about photos of its child: a page with every question, and one tap from elsewhere."""

import datetime as dt

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.core.limits import Limit
from driehoek.base.shell.next_page import next_page
from driehoek.base.shell.pages import page
from driehoek.base.shell.slowing import slow_down, status_of
from driehoek.facts.people.models import Person
from driehoek.features.consents.forms import AnswerForm, AnswersForm
from driehoek.features.consents.questions import decides_herself, given_by, may_answer, questions

YES = Limit("consents.yes", 60, dt.timedelta(days=1))  # by person


def photos(request: Visit, pk: int) -> HttpResponse:
    """Every question. Withdrawing is the same form as giving."""
    return keep_answers(request, pk) if request.method == "POST" else show_questions(request, pk)


@require_safe
def show_questions(request: Visit, pk: int) -> HttpResponse:
    child = find(request, Person, pk=pk)
    form = AnswersForm(None, asked=questions(child, request.viewer))
    return questions_page(request, child, form)


@require_POST
def keep_answers(request: Visit, pk: int) -> HttpResponse:
    child = find(request, Person, to="consent_for", pk=pk)
    form = AnswersForm(request.POST, asked=questions(child, request.viewer))
    catch_breath(form, request)
    if not form.is_valid():
        return questions_page(request, child, form)
    messages.success(request, form.save(child, by=request.viewer.person, at=request.viewer.now))
    return redirect(next_page(request, reverse("consents:photos", args=[pk])))


def catch_breath(form: AnswersForm | AnswerForm, request: Visit) -> None:
    """A ledger that only grows is not for toggling. A no is always taken (GDPR art. 7.3)."""
    if form.is_valid() and form.says_yes and not YES.allows(str(request.user.pk), now=request.viewer.now):
        slow_down(form, _("Dat is vaak ja op een dag. Kom morgen terug. Nee zeggen kan altijd."))


def questions_page(
    request: Visit, child: Person, form: AnswersForm, tapped: AnswerForm | None = None
) -> HttpResponse:
    """`tapped` is one answer that came from elsewhere and was not kept."""
    context = {
        "wrong": tapped or form,
        "unnamed": tapped is not None,
        "child": child,
        "back": next_page(request),
        "form": form,
        "is_me": child == request.viewer.person,
        "may_answer": may_answer(child, request.viewer),
        "decides_herself": decides_herself(child, request.viewer),
        "given": given_by(request.viewer, child),
    }
    return page(request, "consents/photos.html", context, status=status_of(tapped or form))


@require_POST
def answer(request: Visit, pk: int) -> HttpResponse:
    """One tap. Whatever it says, one goes on where one was; only what cannot be kept is said at once."""
    child = find(request, Person, to="consent_for", pk=pk)
    form = AnswerForm(request.POST)
    catch_breath(form, request)
    if not form.is_valid():
        return questions_page(request, child, AnswersForm(None, asked=questions(child, request.viewer)), form)
    messages.success(request, form.save(child, by=request.viewer.person, at=request.viewer.now))
    return redirect(next_page(request))
