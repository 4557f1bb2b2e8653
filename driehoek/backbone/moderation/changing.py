"""The page on which somebody changes her own words, whatever it was that she said."""

import datetime as dt
from collections.abc import Callable
from typing import Any  # a thing of any feature with a text and edit()

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from driehoek.backbone.access.rules.meeting import EDITABLE
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.moderation.forms import ChangeForm
from driehoek.base.core.limits import DAY, Limit
from driehoek.base.shell.pages import page, posted
from driehoek.base.shell.slowing import slow_down, status_of

ABOUT_ONE = gettext_lazy("Gaat dit alleen over jouw kind? Haal het dan weg en vraag het school alleen.")
CHANGES = Limit("moderation.change", 60, DAY)  # by person: each may be translated anew
Doubt = Callable[[str], str]  # what to ask before everyone reads these words; empty: nothing


def change(
    request: Visit, thing: Any, *, said_at: dt.datetime | None, doubt: Doubt = lambda words: ""
) -> HttpResponse:
    """Show what it says, or give it other words. The gate has already let her in; what is asked of somebody
    who says a thing for the first time, is asked of new words too."""
    if not thing.allows(request.viewer, "edit"):
        is_late = said_at is not None and request.viewer.now >= said_at + EDITABLE
        return refused(request, thing, is_late=is_late)
    form = ChangeForm(posted(request), thing=thing)
    if form.is_valid() and not CHANGES.allows(str(request.user.pk), now=request.viewer.now):
        slow_down(form, _("Dat zijn veel berichten op een dag. Kom morgen terug."))
    if not form.is_valid():
        return page(request, "moderation/change.html", {"form": form}, status=status_of(form))
    if "sure" not in request.POST and form.has_changed() and (why := doubt(form.words)):
        return page(request, "moderation/change.html", {"form": form, "doubt": why})
    thing.edit(form.words, by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Bewaard."))
    return redirect(thing)


def refused(request: Visit, thing: Any, *, is_late: bool) -> HttpResponse:
    """It is too late, or a leader stopped what parents tell each other. No form that could not be kept; what
    she typed meanwhile comes back, to be copied."""
    shown = {"thing": thing, "is_late": is_late, "typed": request.POST.get("text", "").strip()}
    return page(request, "moderation/unchanged.html", shown, status=422 if request.method == "POST" else 200)
