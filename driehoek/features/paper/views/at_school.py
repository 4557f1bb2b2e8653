"""What a colleague does: print what waits, give it along, print again what got lost, enter what came back."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.notifications.models import PaperLetter
from driehoek.backbone.notifications.paper.answering import enter
from driehoek.backbone.notifications.paper.choosing import choose_for, readers_of
from driehoek.backbone.notifications.paper.printing import print_run
from driehoek.base.shell.pages import page, require_form
from driehoek.facts.schools.models import Group
from driehoek.features.paper.tray import Tray, chosen, copies_of, sheet_of

SAID = {
    "kept": gettext_lazy("Het antwoord is bewaard."),
    "hers": gettext_lazy("Deze ouder gaf zelf al antwoord. Dat blijft staan."),
    "late": gettext_lazy("Hierop kan niemand meer antwoorden."),
}


@require_safe
def group(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Group, to="hand_out_to", pk=pk)
    return page(request, "paper/group.html", {"tray": Tray(found, request.viewer)})


@require_POST
def run(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Group, to="hand_out_to", pk=pk)
    print_run(found, request.viewer)
    if not Tray(found, request.viewer).lying:
        messages.info(request, _("Er is nu niets om te printen."))
        return redirect("paper:group", pk)
    return redirect("paper:sheets", pk)


@require_safe
def sheets(request: Visit, pk: int) -> HttpResponse:
    """The letters themselves: all that lie ready, or the one that is asked for."""
    tray = Tray(find(request, Group, to="hand_out_to", pk=pk), request.viewer)
    only = request.GET.get("brief", "")
    found = copies_of(tray.one(only) if only else tray.lying, request.viewer.now)
    return page(request, "paper/sheets.html", {"group": tray.group, "copies": found})


@require_POST
def handed(request: Visit, pk: int) -> HttpResponse:
    """One that is named, or all that lie ready."""
    tray = Tray(find(request, Group, to="hand_out_to", pk=pk), request.viewer)
    given = tray.lying if "all" in request.POST else tray.one(request.POST.get("letter", ""))
    for letter in given:
        letter.hand_over(by=request.viewer.person, at=request.viewer.now)
    if given:
        said = ngettext("%(n)d brief is meegegeven.", "%(n)d brieven zijn meegegeven.", len(given))
        messages.success(request, said % {"n": len(given)})
    return redirect("paper:group", pk)


@require_form
def readers(request: Visit, pk: int) -> HttpResponse:
    """Whom nothing else reaches gets a letter; what somebody chose herself stays."""
    found, me = find(request, Group, to="hand_out_to", pk=pk), request.viewer
    people = readers_of(found, me)
    if request.method != "POST":
        return page(request, "paper/readers.html", {"group": found, "readers": people})
    ticked = set(request.POST.getlist("reader"))
    for one in people:
        if not one.chose:
            choose_for(one.person, found.school, wants=str(one.person.pk) in ticked, by=me.person, at=me.now)
    messages.success(request, _("Bewaard."))
    return redirect("paper:group", pk)


@require_POST
def copy(request: Visit, pk: int) -> HttpResponse:
    letter = find(request, PaperLetter, to="hand_out", pk=pk)
    letter.print_again(by=request.viewer.person, at=request.viewer.now)
    return redirect(f"{reverse('paper:sheets', args=[letter.group_id])}?brief={pk}")


@require_form
def answers(request: Visit, pk: int) -> HttpResponse:
    """The strips of one letter; a button is what she ticked."""
    letter, me = find(request, PaperLetter, to="hand_out", pk=pk), request.viewer
    sheet = sheet_of(letter, me.now)
    if request.method != "POST":
        return page(request, "paper/answers.html", {"sheet": sheet, "entered": letter.answers.all()})
    pressed = chosen(sheet, request.POST.get("answer", ""))
    if pressed is None:
        raise Http404
    strip, box = pressed
    messages.info(request, str(SAID[enter(sheet, strip, box.key, by=me.person, at=me.now)]))
    return redirect("paper:answers", pk)
