"""Setting up with which account colleagues come in, for the board and for who leads a school."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.schools.models import Board, School
from driehoek.features.entry.models import Demand, Provider
from driehoek.features.entry.models.provider import back_to
from driehoek.features.entry.provider_form import ProviderForm
from driehoek.features.entry.providers import demanding, desks_of, provider_of


@require_safe
def work_accounts(request: Visit) -> HttpResponse:
    desks = desks_of(request.viewer)
    if not desks:
        raise PermissionDenied
    return page(request, "entry/work_accounts.html", {"desks": desks, "demanding": demanding(desks)})


@require_form
def provider(request: Visit, pk: int) -> HttpResponse:
    board = find(request, Board, to="administer", pk=pk)
    form = ProviderForm(posted(request), board=board)
    if form.is_valid():
        Provider.set_up(board, form.said, secret=form.new_secret, by=request.user, at=request.viewer.now)
        messages.success(request, _("Bewaard. Probeer het nu zelf: log uit, en weer in."))
        return redirect("entry:work_accounts")
    context = {"form": form, "board": board, "address": back_to(board.pk)}
    return page(request, "entry/provider.html", context, status=422 if form.errors else 200)


@require_form
def removal(request: Visit, pk: int) -> HttpResponse:
    board = find(request, Board, to="administer", pk=pk)
    if request.method != "POST":
        return page(request, "entry/provider_removal.html", {"provider": provider_of(board.pk)})
    provider_of(board.pk).remove(by=request.user, at=request.viewer.now)
    messages.success(request, _("Uitgezet. Collega's loggen weer in met naam en wachtwoord."))
    return redirect("entry:work_accounts")


@require_POST
def demand(request: Visit, pk: int) -> HttpResponse:
    """Only with the work account, or also with a password again."""
    school = find(request, School, to="administer", pk=pk)
    decide = Demand.make if request.POST.get("only") == "1" else Demand.drop
    decide(school, by=request.user, at=request.viewer.now)
    messages.success(request, _("Bewaard."))
    return redirect("entry:work_accounts")
