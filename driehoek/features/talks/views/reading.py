"""The talks of a person, one talk, and that talk for her own calendar."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page
from driehoek.features.talks.calendar import file_of
from driehoek.features.talks.finding import find_talk
from driehoek.features.talks.forms import PledgeForm
from driehoek.features.talks.models import Talk
from driehoek.features.talks.pages import TalkPage, talks_of


@require_safe
def talks(request: Visit) -> HttpResponse:
    return page(request, "talks/list.html", {"about": talks_of(request.viewer)})


@require_safe
def talk(request: Visit, pk: int) -> HttpResponse:
    return talk_page(request, find_talk(request, pk))


def talk_page(request: Visit, found: Talk, form: PledgeForm | None = None) -> HttpResponse:
    about = TalkPage(found, request.viewer)
    context = {"about": about, "form": form or PledgeForm(talk=found, today=request.viewer.today)}
    return page(request, "talks/talk.html", context, status=422 if form else 200)


@require_safe
def calendar(request: Visit, pk: int) -> HttpResponse:
    return file_of(find(request, Talk, to="attend", pk=pk), now=request.viewer.now)
