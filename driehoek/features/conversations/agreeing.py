"""The verbs of a talk, for whoever looks: asked by home, proposed by school, agreed by home."""

from django.http import Http404

from driehoek.backbone.access.viewer import Viewer
from driehoek.features.conversations.forms import ProposalForm, TalkForm
from driehoek.features.conversations.models import Conversation, TalkRequest
from driehoek.features.conversations.speaking import times


def ask_to_talk(conversation: Conversation, form: TalkForm, viewer: Viewer) -> TalkRequest:
    said = form.cleaned_data
    return TalkRequest.ask(
        conversation,
        where=said["where"],
        moments=said["moments"],
        interpreter=said["interpreter"],
        by=viewer.person,
        at=viewer.now,
        told_at=times(viewer, conversation.school).told_at,
    )


def propose(conversation: Conversation, form: ProposalForm, viewer: Viewer) -> None:
    """Only where a talk was asked for."""
    talk = _talk_of(conversation)
    talk.propose(
        moment=form.cleaned_data["moment"],
        place=form.cleaned_data["place"],
        by=viewer.person,
        at=viewer.now,
        told_at=times(viewer, conversation.school).told_at,
    )


def agree(conversation: Conversation, proposal: str, viewer: Viewer) -> bool:
    """Whether the proposal she said yes to is still the one that stands."""
    talk = _talk_of(conversation)
    standing = getattr(talk, "proposal", None)
    if standing is None or str(standing.pk) != proposal:
        return False
    told_at = times(viewer, conversation.school).told_at
    talk.agree(standing, by=viewer.person, at=viewer.now, told_at=told_at)
    return True


def _talk_of(conversation: Conversation) -> TalkRequest:
    talk = TalkRequest.objects.filter(conversation=conversation).select_related("proposal").first()
    if talk is None:
        raise Http404
    return talk
