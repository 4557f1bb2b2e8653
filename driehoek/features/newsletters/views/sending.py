"""Looking at a newsletter as a guardian reads it, sending it, and taking it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.features.newsletters.attending import Attending
from driehoek.features.newsletters.desk import brought_of
from driehoek.features.newsletters.going import GoingForm, Outlook
from driehoek.features.newsletters.models import Block, Newsletter, Opening
from driehoek.features.newsletters.opening import OpeningForm, open_letter
from driehoek.features.newsletters.preview import Preview


@require_safe
def preview(request: Visit, pk: int) -> HttpResponse:
    newsletter = find(request, Newsletter, pk=pk, to="edit_any")
    as_student = "leerling" in request.GET
    looked = Preview(newsletter, request.viewer, request.GET.get("als", ""), as_student=as_student)
    return page(request, "newsletters/preview.html", {"preview": looked, "letter": looked.letter})


@require_form
def going(request: Visit, pk: int) -> HttpResponse:
    """Whom it reaches and when; then it goes. Sent already, one comes back to it."""
    newsletter = find(request, Newsletter, pk=pk, to="edit_any")
    if newsletter.is_sent:
        return redirect(newsletter)
    outlook = Outlook(newsletter, request.viewer)
    form = GoingForm(posted(request), outlook=outlook)
    if form.is_valid():
        newsletter.send(by=request.user, at=request.viewer.now, due_at=form.due_at)
        return redirect(newsletter)
    context = {"form": form, "outlook": outlook}
    return page(request, "newsletters/going.html", context, status=422 if form.errors else 200)


@require_POST
def undoing(request: Visit, pk: int) -> HttpResponse:
    newsletter = find(request, Newsletter, pk=pk, to="undo")
    newsletter.undo(by=request.user, at=request.viewer.now)
    messages.success(request, _("Hij gaat niet weg. Je kunt hem hier veranderen."))
    return redirect(newsletter)


@require_form
def withdrawal(request: Visit, pk: int) -> HttpResponse:
    newsletter = find(request, Newsletter, pk=pk, to="withdraw")
    if request.method == "POST":
        newsletter.withdraw(by=request.user, at=request.viewer.now)
        messages.success(request, _("Ingetrokken. Niemand kan hem thuis nog openen."))
        return redirect(newsletter)
    return page(request, "newsletters/withdrawal.html", {"newsletter": newsletter})


@require_safe
def brought(request: Visit, pk: int) -> HttpResponse:
    """How many letters arrived; of whom, nobody sees."""
    newsletter = find(request, Newsletter, pk=pk, to="withdraw")
    context = {"newsletter": newsletter, "brought": brought_of(newsletter, request.viewer.today)}
    return page(request, "newsletters/brought.html", context)


@require_safe
def attending(request: Visit, pk: int) -> HttpResponse:
    """Who comes to see it."""
    block = find(request, Block, pk=pk, to="count")
    return page(request, "newsletters/attending.html", {"attending": Attending(block, request.viewer)})


@require_form
def opening(request: Visit, pk: int) -> HttpResponse:
    """On the page that anybody may read, or off it."""
    newsletter = find(request, Newsletter, pk=pk, to="open")
    form = OpeningForm(posted(request), newsletter=newsletter, day=request.viewer.today)
    if form.is_valid():
        put = Opening.end if "close" in request.POST else Opening.give
        put(newsletter, by=request.user, at=request.viewer.now)
        return redirect(newsletter)
    context = {"form": form, "letter": open_letter(newsletter, request.viewer.now)}
    return page(request, "newsletters/opening.html", context, status=422 if form.errors else 200)


@require_safe
def board(request: Visit, pk: int) -> HttpResponse:
    """On paper for the notice board: what anybody may read, and no child."""
    newsletter = find(request, Newsletter, pk=pk, to="edit_any")
    letter = open_letter(newsletter, request.viewer.now)
    return page(request, "newsletters/paper.html", {"letter": letter, "back": newsletter})
