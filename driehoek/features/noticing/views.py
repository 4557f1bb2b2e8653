"""The rules of a school: set by who leads it, and read by everybody of that school."""

from typing import Any  # who and when

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.rules.around import schools_of
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.schools.models import School
from driehoek.facts.schools.sitting import layers_of
from driehoek.features.noticing.counting import rules_of
from driehoek.features.noticing.forms import RuleForm
from driehoek.features.noticing.models import TalkRule


@require_safe
def explained(request: Visit) -> HttpResponse:
    """In plain words, for the student, home and school."""
    found = rules_of(request.viewer, schools_of(request.viewer))
    return page(request, "noticing/explained.html", {"schools": [rules for _school, rules in found.items()]})


@require_form
def rules(request: Visit, pk: int) -> HttpResponse:
    """Another rule; or, in one tap, the usual ones."""
    school, viewer, said = find(request, School, to="propose_talks", pk=pk), request.viewer, posted(request)
    by: dict[str, Any] = {"by": viewer.person, "at": viewer.now}
    if said is not None and "usual" in said:
        TalkRule.begin(school, **by)
        return redirect("noticing:rules", pk)
    form = RuleForm(said, layers=layers_of(school, viewer.today))
    if form.is_valid():
        TalkRule.decide(school, **form.cleaned_data, **by)
        messages.success(request, _("Bewaard."))
        return redirect("noticing:rules", pk)
    context = {"school": school, "rules": rules_of(viewer, [pk])[pk], "form": form}
    return page(request, "noticing/rules.html", context, status=422 if form.is_bound else 200)


@require_POST
def rule_removal(request: Visit, pk: int) -> HttpResponse:
    rule = find(request, TalkRule, to="remove", pk=pk)
    rule.remove(by=request.viewer.person, at=request.viewer.now)
    return redirect("noticing:rules", rule.school_id)
