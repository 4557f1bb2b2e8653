"""For whom a piece of work is, other words for it, and taking it away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import BY_CARD, Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.features.portfolio.adding import share_again
from driehoek.features.portfolio.forms import SharingForm, WordsForm
from driehoek.features.portfolio.models import Work


@require_form
def sharing(request: Visit, student: int, pk: int) -> HttpResponse:
    work = find(request, Work, pk=pk, student=student, to="share")
    form = SharingForm(posted(request), work=work, viewer=request.viewer)
    if not form.is_valid():
        shown = {"form": form, "work": work}
        return page(request, "portfolio/sharing.html", shown, status=422 if form.errors else 200)
    share_again(work, form.sharing, request.viewer, by_card=request.session.get(BY_CARD, False))
    messages.success(request, _("Bewaard."))
    return redirect(work)


@require_form
def words(request: Visit, student: int, pk: int) -> HttpResponse:
    work = find(request, Work, pk=pk, student=student, to="change")
    form = WordsForm(posted(request), work=work)
    if not form.is_valid():
        shown = {"form": form, "work": work}
        return page(request, "portfolio/words.html", shown, status=422 if form.errors else 200)
    said = form.cleaned_data
    work.change(said["title"].strip(), said["text"].strip(), by=request.user, at=request.viewer.now)
    messages.success(request, _("Bewaard."))
    return redirect(work)


@require_form
def removal(request: Visit, student: int, pk: int) -> HttpResponse:
    """Asks first; what is gone does not come back."""
    work = find(request, Work, pk=pk, student=student, to="remove")
    if request.method != "POST":
        return page(request, "portfolio/remove.html", {"work": work})
    work.remove(by=request.user, at=request.viewer.now)
    messages.success(request, _("Het werk is weggehaald."))
    return redirect("portfolio:of_child", student)
