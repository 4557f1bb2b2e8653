"""What somebody says on one page before a talk: kept as an answer, or as how it is at home."""

from django.db import transaction

from driehoek.features.talks.models import Answer, AnswerVoice, HomeSituation, HomeVoice
from driehoek.features.talks.models.answer import HOME
from driehoek.features.talks.preparing import Page
from driehoek.features.talks.preparing_forms import AnswerForm, BlockForm


@transaction.atomic
def tell(about: Page, form: AnswerForm) -> None:
    """Of what one need not answer, the same again is nothing, and nothing is taken back."""
    if not isinstance(form, BlockForm):
        _keep(about, form)
    elif form.is_taken_back and about.answer:
        about.answer.take_back(by=about.viewer.person, at=about.viewer.now)
    elif not form.is_taken_back and not form.is_the_same:
        if form.cleaned_data.get("unspoken") and about.answer:
            (HomeVoice if about.question == HOME else AnswerVoice).silence([about.answer.pk])
        _keep(about, form)


def _keep(about: Page, form: AnswerForm) -> None:
    said, viewer = form.cleaned_data, about.viewer
    whose = {"tiles": said["tiles"], "voice": form.voice, "by": viewer.person, "at": viewer.now}
    if about.question == HOME:
        HomeSituation.tell(about.side, said["words"], **whose)
    else:
        Answer.give(about.side, about.question, words=said["words"], **whose)
