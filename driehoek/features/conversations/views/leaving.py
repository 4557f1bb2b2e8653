"""Not at work for some days."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.features.conversations.leave import LeaveForm, at_work, end_leave, leaves_of


@require_form
def leave(request: Visit) -> HttpResponse:
    at_work(request.viewer)
    form = LeaveForm(posted(request), viewer=request.viewer)
    if form.is_valid():
        form.take()
        messages.success(request, _("Bewaard."))
        return redirect("conversations:leave")
    context = {"form": form, "leaves": leaves_of(request.viewer)}
    return page(request, "conversations/leave.html", context, status=422 if form.errors else 200)


@require_POST
def ending(request: Visit, pk: int) -> HttpResponse:
    at_work(request.viewer)
    end_leave(request.viewer, pk)
    return redirect("conversations:leave")
