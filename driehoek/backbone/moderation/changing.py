"""The page on which somebody changes her own words, whatever it was that she said."""

from typing import Any  # a thing of any feature with a text and edit()

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.moderation.forms import ChangeForm
from driehoek.base.shell.pages import page, posted


def change(request: Visit, thing: Any) -> HttpResponse:
    """Show what it says, or give it other words. The gate has already let her in."""
    form = ChangeForm(posted(request), thing=thing, viewer=request.viewer)
    if not form.is_valid():
        return page(request, "moderation/change.html", {"form": form}, status=422 if form.errors else 200)
    thing.edit(form.words, by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Bewaard."))
    return redirect(thing)
