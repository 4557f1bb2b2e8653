"""What was agreed for a group, and which groups have agreed nothing yet."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, require_form
from driehoek.facts.schools.models import Group
from driehoek.features.feed.agreement_form import AgreementForm
from driehoek.features.feed.meter import Meter
from driehoek.features.feed.models import GroupAgreement


@require_safe
def agreement(request: Visit, pk: int) -> HttpResponse:
    group = find(request, Group, pk=pk, to="visit")
    may_change = rows(Group, request.viewer, may="work_with").filter(pk=pk).exists()
    shown = {"meter": Meter(group, request.viewer), "may_change": may_change}
    return page(request, "feed/agreement.html", shown)


@require_form
def agreement_form(request: Visit, pk: int) -> HttpResponse:
    group = find(request, Group, pk=pk, to="work_with")
    known = GroupAgreement.objects.visible_to(request.viewer).filter(group=group).first()
    form = AgreementForm(request.POST or None, known=known)
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.errors else 200
        return page(request, "feed/agreement_form.html", {"group": group, "form": form}, status=status)
    form.publish(group, request.viewer)
    messages.success(request, _("De afspraken staan er. Ouders kunnen ze lezen."))
    return redirect("feed:agreement", pk)


@require_safe
def agreements(request: Visit) -> HttpResponse:
    today = request.viewer.today
    groups = rows(Group, request.viewer, may="lead").filter(
        year__starts_on__lte=today, year__ends_on__gte=today
    )
    if not groups.exists():
        raise PermissionDenied
    groups = groups.select_related("school").order_by("school__name", "name")
    agreed = set(GroupAgreement.objects.visible_to(request.viewer).values_list("group", flat=True))
    return page(request, "feed/agreements.html", {"groups": groups, "agreed": agreed})
