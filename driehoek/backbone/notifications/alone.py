"""A page behind a link in a mail: it knows nobody but the person of the link, and leads nowhere else."""

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from driehoek.base.shell.context import look_of
from driehoek.base.shell.keeping import NOBODY as NOBODY_KEEPS
from driehoek.base.shell.pages import page
from driehoek.facts.people.models import Person

NOBODY: dict[str, object] = {"nav": [], "viewer": None, "look": {}}


def alone(
    request: HttpRequest, person: Person, template: str, context: dict[str, object], *, status: int = 200
) -> HttpResponse:
    """For her, in the active language. No browser keeps it: whoever comes after her may not open the link."""
    hers = {"person": person, "look": look_of(person)}
    shown = page(request, template, NOBODY | hers | context, status=status)
    shown.headers["Content-Language"] = translation.get_language() or ""
    shown.headers["Cache-Control"] = NOBODY_KEEPS
    return shown


def no_answer(request: HttpRequest) -> HttpResponse:
    """The link is no good, or no good any more."""
    return page(request, "notifications/no_answer.html", NOBODY, status=404)
