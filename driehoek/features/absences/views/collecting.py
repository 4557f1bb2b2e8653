"""Wij zijn later, and opgehaald door: one tap each, for the next day on which a child is fetched."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.core.limits import DAY, Limit
from driehoek.base.shell.pages import page
from driehoek.facts.people.models import Person
from driehoek.features.absences.collecting import fetching_of, fetchings
from driehoek.features.absences.day_list import own_group_of
from driehoek.features.absences.forms import PickupForm
from driehoek.features.absences.models import Pickup

TOLD = Limit("absences.pickup", 30, DAY)  # by person: each is a mail to the group


@require_safe
def pickups(request: Visit) -> HttpResponse:
    found = fetchings(request.viewer)
    if not found:
        raise PermissionDenied
    return page(request, "absences/pickups.html", {"fetchings": found})


@require_safe
def pickup_list(request: Visit, child: int) -> HttpResponse:
    """From a mail about it to where it stands: the list of that group of the child which is the reader's."""
    group = own_group_of(find(request, Person, pk=child), request.viewer)
    return redirect("absences:day_list", group.pk) if group else redirect("/")


@require_POST
def pickup(request: Visit, child: int) -> HttpResponse:
    person, viewer = find(request, Person, to="report", pk=child), request.viewer
    fetching = fetching_of(person, viewer)
    form = PickupForm(request.POST, people=fetching.people if fetching else [])
    if fetching is None or not form.is_valid() or not TOLD.allows(str(viewer.person.pk), now=viewer.now):
        messages.error(request, _("Dat kan nu niet. Kies iemand van de lijst, of bel de school."))
        return redirect("absences:pickups")
    words = form.cleaned_data
    Pickup.arrange(person, fetching.schools, day=fetching.day, by=viewer.person, at=viewer.now, **words)
    messages.success(request, form.confirmation(fetching))
    return redirect("absences:pickups")


@require_POST
def pickup_removal(request: Visit, child: int) -> HttpResponse:
    person, viewer = find(request, Person, to="report", pk=child), request.viewer
    if fetching := fetching_of(person, viewer):
        Pickup.take_back(person, day=fetching.day, by=viewer.person, at=viewer.now)
    messages.success(request, _("Ongedaan gemaakt. School weet het."))
    return redirect("absences:pickups")
