"""A private question, answered for all: school asks, the asker decides."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.translation.reading import put_in_words
from driehoek.base.shell.pages import page, require_form
from driehoek.features.feed.models import Comment, SharedQuestion
from driehoek.features.feed.sharing_questions import SharedQuestionForm


@require_form
def proposal(request: Visit, pk: int) -> HttpResponse:
    comment = find(request, Comment, pk=pk, to="pass_on")
    form = SharedQuestionForm(request.POST or None, comment=comment, viewer=request.viewer)
    if request.method != "POST" or not form.is_valid():
        put_in_words([comment], now=request.viewer.now)
        shown = {"said": comment, "post": comment.post, "form": form}
        return page(request, "feed/pass_on.html", shown, status=422 if form.errors else 200)
    form.propose()
    messages.success(request, _("Wij vragen het eerst aan %(name)s.") % {"name": comment.author.name})
    return redirect(comment.post)


@require_safe
def shared_question(request: Visit, pk: int) -> HttpResponse:
    question = find(request, SharedQuestion, pk=pk)
    may_decide = question.allows(request.viewer, "decide")
    put_in_words([question], now=request.viewer.now)
    return page(request, "feed/shared_question.html", {"question": question, "may_decide": may_decide})


@require_POST
def verdict(request: Visit, pk: int) -> HttpResponse:
    question = find(request, SharedQuestion, pk=pk, to="decide")
    agrees, read = request.POST.get("agrees") == "yes", request.POST.get("words", "")
    if not question.decide(agrees, words=read, by=request.viewer.person, at=request.viewer.now):
        messages.info(request, _("De tekst is veranderd. Kijk nog een keer."))
    return redirect("feed:shared_question", pk)


@require_POST
def question_withdrawal(request: Visit, pk: int) -> HttpResponse:
    question = find(request, SharedQuestion, pk=pk, to="withdraw")
    post = question.comment.post
    question.withdraw(by=request.viewer.person, at=request.viewer.now)
    return redirect(post)
