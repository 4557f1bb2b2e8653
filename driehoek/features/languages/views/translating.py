"""Writing a translation by hand, or mending one."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.translation.translating import KINDS
from driehoek.base.shell.pages import page, require_form
from driehoek.features.languages.by_hand import ByHand
from driehoek.features.languages.forms import TranslationForm


@require_safe
def translations(request: Visit, kind: str, pk: int) -> HttpResponse:
    return page(request, "languages/translations.html", {"about": by_hand(request, kind, pk)})


@require_form
def translation(request: Visit, kind: str, pk: int, language: str) -> HttpResponse:
    about = by_hand(request, kind, pk)
    told = about.told(language)
    form = TranslationForm(request.POST or None, told=told, language=language)
    if request.method == "POST" and form.is_valid():
        about.write(language, form.cleaned_data)
        messages.success(request, _("Bewaard."))
        return redirect("languages:translations", kind, pk)
    context = {"about": about, "form": form, "told": told, "language": language}
    return page(request, "languages/translation.html", context, status=422 if form.errors else 200)


def by_hand(request: Visit, kind: str, pk: int) -> ByHand:
    """The thing, for whoever may translate it."""
    if kind not in KINDS:
        raise Http404
    return ByHand(kind, find(request, KINDS[kind].model, pk=pk, to="translate"), request.viewer)
