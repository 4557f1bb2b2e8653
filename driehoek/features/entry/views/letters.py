"""Letters with a code: who has one, who came in with it, and printing or mailing new ones."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.base.core.limits import TooMuch
from driehoek.base.shell.pages import page
from driehoek.facts.schools.models import Group
from driehoek.features.entry.inviting import Link, invite, links_of
from driehoek.features.entry.jobs import send_invitation
from driehoek.features.entry.limits import INVITATIONS
from driehoek.features.entry.models import Road
from driehoek.features.entry.printing import print_letters


@require_safe
def letters(request: Visit) -> HttpResponse:
    """The groups this colleague may write to."""
    groups = rows(Group, request.viewer, may="invite").select_related("school")
    if not groups.exists():
        raise PermissionDenied
    groups = groups.filter(year__ends_on__gte=request.viewer.today)
    return page(request, "entry/letters.html", {"groups": groups.order_by("school__name", "name")})


@require_safe
def group_letters(request: Visit, pk: int) -> HttpResponse:
    group = find(request, Group, to="invite", pk=pk)
    links = links_of(group, request.viewer)
    waiting = [link for link in links if not link.has_signed_in]
    inside = [link for link in links if link.has_signed_in]
    context = {"group": group, "links": links, "waiting": waiting, "inside": inside}
    return page(request, "entry/group_letters.html", context)


@require_POST
def printed_letters(request: Visit, pk: int) -> HttpResponse:
    """The sheets themselves. Their codes are shown this once."""
    group = find(request, Group, to="invite", pk=pk)
    links = [link.guardianship for link in chosen(request, group) if link.by_hand]
    if not links:
        return nobody_chosen(request, pk)
    sheets = print_letters(links, by=request.viewer.person, now=request.viewer.now)
    return page(request, "entry/letter_sheets.html", {"group": group, "sheets": sheets})


@require_POST
def mailed_letters(request: Visit, pk: int) -> HttpResponse:
    group = find(request, Group, to="invite", pk=pk)
    links = [link.guardianship for link in chosen(request, group) if link.by_mail]
    if not links:
        return nobody_chosen(request, pk)
    links = [one for one in links if INVITATIONS.allows(str(one.guardian_id), now=request.viewer.now)]
    if not links:
        raise TooMuch
    for invitation in invite(links, by=request.viewer.person, road=Road.EMAIL, now=request.viewer.now):
        send_invitation.enqueue(invitation.pk)
    sent = ngettext("%(n)d mail gaat nu weg.", "%(n)d mails gaan nu weg.", len(links)) % {"n": len(links)}
    messages.success(request, sent)
    return redirect("entry:group_letters", pk=pk)


def chosen(request: Visit, group: Group) -> list[Link]:
    """The ticked ones among those whom the viewer may invite; what else was sent along is ignored."""
    wanted = set(request.POST.getlist("link"))
    return [link for link in links_of(group, request.viewer) if str(link.guardianship.pk) in wanted]


def nobody_chosen(request: Visit, pk: int) -> HttpResponse:
    messages.error(request, _("Kies eerst voor wie. Voor een mail is een e-mailadres nodig."))
    return redirect("entry:group_letters", pk=pk)
