"""What can be answered to a conversation: with one tap that the time is good, in words whatever one likes."""

import datetime as dt
from collections.abc import Sequence

from django.utils import dateformat
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.corners import corner_of
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.notifications.answering import Answer, Slip, slip
from driehoek.backbone.notifications.lines import Line, line
from driehoek.base.core.clock import amsterdam
from driehoek.features.conversations.agreeing import agree
from driehoek.features.conversations.forms import TEXT
from driehoek.features.conversations.models import Conversation, Message, Proposal, TalkRequest
from driehoek.features.conversations.speaking import is_spent, times

YES = "ja"


def _moment(moment: dt.datetime) -> str:
    day = dateformat.format(amsterdam(moment), pgettext("datum zonder jaar", "l j F"))
    return gettext("%(day)s om %(time)s") % {"day": day, "time": f"{amsterdam(moment):%H:%M}"}


in_words = lazy(_moment, str)  # in the language of whoever reads it


@slip("conversations.talk.proposed")
def that_time(entry: Entry, now: dt.datetime) -> Slip | None:
    """Yes to the proposal that she saw, not to one that came in its place."""
    talk = entry.subject
    proposal: Proposal | None = getattr(talk, "proposal", None) if isinstance(talk, TalkRequest) else None
    if not isinstance(talk, TalkRequest) or proposal is None:
        return None
    return Slip(
        row=talk.conversation,
        may="reply",
        question=_("Past de tijd die school voorstelt?"),
        shown=(format_lazy("{moment} · {place}", moment=in_words(proposal.moment), place=proposal.place),),
        answers=(
            Answer(
                key=f"{YES}-{proposal.pk}",
                means="yes",
                label=_("Ja, die tijd is goed"),
                done=_("Afgesproken."),
            ),
        ),
        say=lambda viewer, key: agree(talk.conversation, key.partition("-")[2], viewer),
        said=lambda viewer: f"{YES}-{proposal.pk}" if talk.is_agreed else "",
        is_open=lambda viewer: not talk.is_agreed and viewer.now < proposal.moment,
        otherwise=_("Kan het toch niet? Bel dan de school."),
    )


@line("conversations.message.said", "conversations.talk.proposed")
def same_conversation(entry: Entry) -> Line | None:
    told = entry.subject
    if not isinstance(told, Message | TalkRequest):
        return None
    conversation = told.conversation
    return Line(
        row=conversation,
        may="reply",
        school=conversation.school,
        most=TEXT,
        say=lambda viewer, text, attachments: _say(conversation, viewer, text, attachments),
        is_out_of_breath=is_spent,
    )


def _say(conversation: Conversation, viewer: Viewer, text: str, attachments: Sequence[Attachment]) -> Message:
    return conversation.say(
        text,
        by=viewer.person,
        corner=corner_of(viewer),
        at=viewer.now,
        told_at=times(viewer, conversation.school).told_at,
        attachments=attachments,
    )
