"""A compliment for one child."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, require_form
from driehoek.facts.people.models import Person
from driehoek.features.feed.compliments import give, sentences_about


@require_form
def compliment(request: Visit, pk: int) -> HttpResponse:
    pupil = find(request, Person, pk=pk, to="praise")
    number = request.POST.get("sentence", "")
    if number not in map(str, range(len(sentences_about(pupil)))):
        status = 422 if request.method == "POST" else 200
        return page(request, "feed/compliment.html", {"pupil": pupil}, status=status)
    post = give(pupil, int(number), request.viewer)
    if post is None:
        raise Http404
    messages.success(request, _("Een compliment voor %(name)s. Mooi!") % {"name": pupil.given_name})
    return redirect(post)
