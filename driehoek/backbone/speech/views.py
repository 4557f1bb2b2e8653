"""Hearing a thing: for whoever may read it at this moment, and for nobody else. And hearing words of ours."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.access.viewer import Viewer, Visit
from driehoek.backbone.media.sending import send
from driehoek.backbone.speech.engines import engine
from driehoek.backbone.speech.explaining import explanation_of
from driehoek.backbone.speech.listening import TooOften, hear
from driehoek.backbone.speech.texts import WHOLE, Words, model_of, words_of
from driehoek.base.shell.language import known
from driehoek.base.shell.next_page import came_from
from driehoek.base.shell.pages import page


@require_safe
def listen(request: Visit, label: str, pk: int, part: str = WHOLE) -> HttpResponse:
    """Without a script: the words, a player, and the way back."""
    thing = found(request, label, pk)
    words = words_of(thing, part=part, wanted=request.GET.get("taal", ""))
    if words is None or words.language not in engine().languages:
        raise Http404
    own_page = getattr(thing, "get_absolute_url", lambda: "/")()
    sound = request.get_full_path().replace("/luister/", "/geluid/", 1)
    return page(
        request, "speech/listen.html", {"words": words, "sound": sound, "back": came_from(request, own_page)}
    )


@require_safe
def sound(request: Visit, label: str, pk: int, part: str = WHOLE) -> HttpResponseBase:
    words = words_of(found(request, label, pk), part=part, wanted=request.GET.get("taal", ""))
    return spoken(request, words, by=request.viewer)


@login_not_required
@require_safe
def explanation(request: HttpRequest, name: str) -> HttpResponseBase:
    """What a page says in words of ours."""
    language = known(request.GET.get("taal", "")) or get_language() or ""
    return spoken(request, explanation_of(name, language), by=None)


def found(request: Visit, label: str, pk: int) -> Guarded:
    model = model_of(label)
    if model is None:
        raise Http404
    return find(request, model, pk=pk)


def spoken(request: HttpRequest, words: Words | None, *, by: Viewer | None) -> HttpResponseBase:
    try:
        path = hear(words, by=by)
    except TooOften:
        return HttpResponse(_("Je luisterde heel vaak. Wacht tien minuten."), "text/plain", 429)
    if path is None:
        raise Http404
    kind = "audio/mp4" if path.endswith("m4a") else "audio/wav"
    return send(request, path, content_type=kind, filename=f"luister.{path[-3:]}", download=False)
