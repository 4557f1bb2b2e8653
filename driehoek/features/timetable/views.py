"""The week of a student and of a group, one lesson that is different, and the office that brings a file."""

import datetime as dt

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group, School
from driehoek.features.timetable import bringing
from driehoek.features.timetable.forms import AgreeForm, BringForm, ChangeForm
from driehoek.features.timetable.models import Lesson
from driehoek.features.timetable.week import hour_of, monday_of, week_name, week_of_group, week_of_student


@require_safe
def own(request: Visit) -> HttpResponse:
    """Of the student herself."""
    return of_student(request, request.viewer.person.pk)


@require_safe
def of_student(request: Visit, pk: int) -> HttpResponse:
    student = find(request, Person, pk=pk, to="see_timetable_of")
    week = week_of_student(student, request.viewer, request.GET.get("week", ""))
    return page(request, "timetable/student.html", {"student": student, "week": week})


@require_safe
def of_group(request: Visit, pk: int) -> HttpResponse:
    group = find(request, Group, pk=pk, to="work_with")
    week = week_of_group(group, request.viewer, request.GET.get("week", ""))
    return page(request, "timetable/group.html", {"group": group, "week": week})


@require_form
def lesson(request: Visit, pk: int, day: dt.date) -> HttpResponse:
    found, viewer = find(request, Lesson, pk=pk, to="alter"), request.viewer
    if not found.takes_place(day) or day < viewer.today:
        raise Http404
    form = ChangeForm(posted(request))
    if not form.is_valid():
        context = {"form": form, "hour": hour_of(found, day), "day": day}
        return page(request, "timetable/lesson.html", context, status=422 if form.errors else 200)
    found.say(form.cleaned_data["what"], day, room=form.cleaned_data["room"], by=viewer.person, at=viewer.now)
    messages.success(request, _("Bewaard."))
    return redirect(f"{reverse('timetable:group', args=[found.group_id])}?week={week_name(monday_of(day))}")


@require_form
def bring(request: Visit) -> HttpResponse:
    """First what would change; nothing is written yet."""
    schools = rows(School, request.viewer, may="speak_for").order_by("name")
    if not schools:
        raise Http404
    form = BringForm(posted(request), request.FILES or None, schools=schools, today=request.viewer.today)
    sheet = form.sheet() if form.is_valid() else None
    if sheet is None:
        context = {"form": form, "more_than_one": len(schools) > 1}
        return page(request, "timetable/bring.html", context, status=422 if form.errors else 200)
    school, first_day = form.cleaned_data["school"], form.cleaned_data["first_day"]
    context = {"sheet": sheet, "difference": bringing.compare(sheet.slots, first_day), "school": school}
    context |= {"first_day": first_day, "agree": AgreeForm.about(school, first_day, sheet)}
    return page(request, "timetable/difference.html", context)


@require_POST
def agreement(request: Visit) -> HttpResponse:
    form, viewer = AgreeForm(request.POST), request.viewer
    if not rows(School, viewer, may="speak_for").exists():
        raise Http404
    if not form.is_valid():
        messages.error(request, _("Dit is te lang geleden. Kies het bestand opnieuw."))
        return redirect("timetable:bring")
    key, first_day, slots = form.cleaned_data["seen"]
    school = find(request, School, pk=key, to="speak_for")
    bringing.bring(school, slots, first_day=first_day, by=viewer.person, at=viewer.now)
    messages.success(request, _("Het nieuwe rooster staat klaar."))
    return redirect("timetable:bring")
