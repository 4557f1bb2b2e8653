"""Where the office and the head decide about languages."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.translation.models import Agreement, Helper, Term
from driehoek.base.shell.pages import page, require_form
from driehoek.facts.schools.models import School
from driehoek.features.languages.forms import HelperForm, WordForm
from driehoek.features.languages.school_page import SchoolPage


@require_safe
def home(request: Visit) -> HttpResponse:
    schools = rows(School, request.viewer, may="speak_for").order_by("name")
    if not schools:
        raise PermissionDenied
    pages = [SchoolPage(school, request.viewer) for school in schools]
    return page(request, "languages/home.html", {"pages": pages})


@require_POST
def agreement(request: Visit, pk: int) -> HttpResponse:
    """Yes or no, whichever the button said."""
    school = find(request, School, pk=pk, to="speak_for")
    act = Agreement.give if request.POST.get("agreed") == "yes" else Agreement.end
    act(school, by=request.user, at=request.viewer.now)
    return redirect("languages:home")


@require_form
def words(request: Visit, pk: int) -> HttpResponse:
    about = SchoolPage(find(request, School, pk=pk, to="speak_for"), request.viewer)
    form = WordForm(request.POST or None, initial=WordForm.of(about.word(request.GET.get("woord", ""))))
    if form.is_valid():
        said = form.cleaned_data
        Term.put(
            about.school, said["word"].strip(), plain=said["plain"].strip(), stays=said["stays"],
            said=form.said, by=request.user, at=request.viewer.now,
        )  # fmt: skip
        messages.success(request, _("Bewaard."))
        return redirect("languages:words", pk)
    return page(
        request, "languages/words.html", {"about": about, "form": form}, status=422 if form.errors else 200
    )


@require_POST
def word_removal(request: Visit, pk: int) -> HttpResponse:
    term = find(request, Term, pk=pk, to="keep")
    term.drop(by=request.user, at=request.viewer.now)
    return redirect("languages:words", term.school_id)


@require_form
def helpers(request: Visit, pk: int) -> HttpResponse:
    school = find(request, School, pk=pk, to="speak_for")
    form = HelperForm(request.POST or None, school=school, viewer=request.viewer)
    if form.is_valid():
        said = form.cleaned_data
        Helper.ask(school, said["person"], said["language"], by=request.user, at=request.viewer.now)
        return redirect("languages:home")
    context = {"form": form, "title": _("Wie helpt met vertalen?")}
    return page(request, "languages/helper.html", context, status=422 if form.errors else 200)


@require_POST
def helper_ending(request: Visit, pk: int) -> HttpResponse:
    helper = find(request, Helper, pk=pk, to="keep")
    helper.thank(by=request.user, at=request.viewer.now)
    return redirect("languages:home")
