"""A post in a newsletter, a post on paper, and a block as a post."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.features.feed.models import Post
from driehoek.features.newsletters.models import Block
from driehoek.features.pulse.models import Round
from driehoek.surfaces.publishing.as_block import ToNewsletter
from driehoek.surfaces.publishing.as_letter import OnPaper
from driehoek.surfaces.publishing.as_outcome import begin_post
from driehoek.surfaces.publishing.as_post import ToPost


@require_form
def newsletter(request: Visit, pk: int) -> HttpResponse:
    """With ?als=kijken as something to come and see: then it asks for a day too."""
    post, is_event = find(request, Post, pk=pk, to="hear"), request.GET.get("als") == "kijken"
    turning = ToNewsletter(post, request.viewer, posted(request), is_event=is_event)
    if not turning.is_possible:
        raise Http404
    if turning.form.is_valid():
        return redirect(turning.put())
    status = 422 if turning.form.is_bound else 200
    return page(request, "publishing/newsletter.html", {"turning": turning}, status=status)


@require_safe
def letter(request: Visit, pk: int) -> HttpResponse:
    """For families who read on paper, in one of the languages of the school."""
    paper = OnPaper(find(request, Post, pk=pk, to="hear"), request.viewer, request.GET.get("taal", ""))
    if not paper.is_possible:
        raise Http404
    return page(request, "publishing/letter.html", {"paper": paper})


@require_form
def post(request: Visit, pk: int) -> HttpResponse:
    """A sheet with the words of the block, which she looks at before she shares it."""
    turning = ToPost(find(request, Block, pk=pk, to="share"), request.viewer, posted(request))
    if not turning.places:
        raise Http404
    if turning.form.is_valid():
        return redirect("feed:sheet", turning.put().pk)
    status = 422 if turning.form.is_bound else 200
    return page(request, "publishing/post.html", {"turning": turning}, status=status)


@require_POST
def outcome(request: Visit, pk: int) -> HttpResponse:
    """A sheet with what two questions came to."""
    return redirect("feed:sheet", begin_post(find(request, Round, to="tell", pk=pk), request.viewer).pk)
