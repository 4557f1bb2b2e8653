"""The talks of a person, one talk, and that talk for her own calendar."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.journal.reading import noting_of
from driehoek.backbone.media.attaching import Attached
from driehoek.base.shell.pages import page
from driehoek.base.shell.slowing import status_of
from driehoek.features.talks.calendar import file_of
from driehoek.features.talks.cycle import Overview
from driehoek.features.talks.finding import find_talk
from driehoek.features.talks.forms import PledgeForm
from driehoek.features.talks.models import Talk
from driehoek.features.talks.pages import TalkPage, talks_of
from driehoek.features.talks.preparing_forms import AnswerForm, PointForm
from driehoek.features.talks.running_forms import StaffNoteForm


@require_safe
def talks(request: Visit) -> HttpResponse:
    """At home one's own; at school who was spoken to this year, and who was not yet."""
    if request.viewer.hat == "school":
        return page(request, "talks/overview.html", {"about": Overview(request.viewer)})
    return page(request, "talks/list.html", {"about": talks_of(request.viewer)})


@require_safe
def talk(request: Visit, pk: int) -> HttpResponse:
    return talk_page(request, find_talk(request, pk))


def talk_page(
    request: Visit, found: Talk, form: PledgeForm | None = None, points: PointForm | None = None
) -> HttpResponse:
    viewer = request.viewer
    about = TalkPage(found, viewer, noting_of(request))
    context = {"about": about, "form": form or PledgeForm(talk=found, today=viewer.today)}
    context["note_form"] = StaffNoteForm()
    if about.side:
        context["point_form"] = points or PointForm(
            talk=found, side=about.side, now=viewer.now, attached=Attached(viewer, found.school)
        )
    context["begin"] = _begin(about)
    sent = form or points
    status = status_of(sent) if sent else 200
    return page(request, "talks/talk.html", context, status=status)


def _begin(about: TalkPage) -> dict[str, object] | None:
    """The first question, where nothing was said yet."""
    if (first := about.first_question) is None:
        return None
    attached = Attached(about.viewer, about.talk.school)
    return {"page": first, "form": AnswerForm(about=first, attached=attached)}


@require_safe
def calendar(request: Visit, pk: int) -> HttpResponse:
    return file_of(find(request, Talk, to="come", pk=pk), now=request.viewer.now)
