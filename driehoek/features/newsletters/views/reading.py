"""What somebody at home got: her letters, one of them, and what she can do with it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.notifications.inbox import mark_read
from driehoek.base.shell.pages import page
from driehoek.features.newsletters.archive import Archive, Reading, copy_with
from driehoek.features.newsletters.attending import AttendanceForm
from driehoek.features.newsletters.calendar import file_of
from driehoek.features.newsletters.models import Attendance, Block, Copy, Newsletter


@require_safe
def archive(request: Visit) -> HttpResponse:
    return page(request, "newsletters/archive.html", {"archive": Archive(request.viewer)})


@require_safe
def copy(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Copy, pk=pk)
    mark_read(request.viewer, found)
    return page(request, "newsletters/copy.html", {"reading": Reading(found, request.viewer)})


@require_safe
def found(request: Visit, pk: int) -> HttpResponse:
    """Where this block stands for her: at home in her own letter, at work on the sheet."""
    block = find(request, Block, pk=pk)
    if request.viewer.hat == "school":
        stands = find(request, Newsletter, pk=block.newsletter_id).get_absolute_url()
    else:
        stands = copy_with(block, request.viewer).get_absolute_url()
    return redirect(f"{stands}#blok-{pk}")


@require_safe
def print_out(request: Visit, pk: int) -> HttpResponse:
    """On paper, for who has no screen or wants it on the fridge."""
    reading = Reading(find(request, Copy, pk=pk), request.viewer)
    return page(request, "newsletters/paper.html", {"letter": reading.letter, "back": reading.copy})


@require_POST
def attendance(request: Visit, pk: int) -> HttpResponse:
    """Whether she comes. After the day it is kept no more, and she reads that."""
    block = find(request, Block, pk=pk, to="answer")
    form, hers = AttendanceForm(request.POST, block=block), copy_with(block, request.viewer)
    if not form.is_valid():
        reading = Reading(hers, request.viewer, form)
        return page(request, "newsletters/copy.html", {"reading": reading}, status=422)
    me, now, number = request.viewer.person, request.viewer.now, form.cleaned_data["number"]
    if not Attendance.tell(block, number, by=me, at=now, day=request.viewer.today):
        messages.error(request, _("Deze dag is voorbij."))
    return redirect(f"{hers.get_absolute_url()}#blok-{block.pk}")


@require_safe
def calendar(request: Visit, pk: int) -> HttpResponse:
    """Shown work for a calendar of one's own."""
    block = find(request, Block, pk=pk)
    return file_of(block, copy_with(block, request.viewer))
