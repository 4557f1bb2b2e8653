"""What can be answered to a conversation with one tap: that the time school proposes is good."""

import datetime as dt

from django.utils import dateformat
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.answering import Answer, Slip, slip
from driehoek.base.core.clock import amsterdam
from driehoek.features.conversations.agreeing import agree
from driehoek.features.conversations.models import Proposal, TalkRequest

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
            Answer(key=f"{YES}-{proposal.pk}", label=_("Ja, die tijd is goed"), done=_("Afgesproken.")),
        ),
        say=lambda viewer, key: agree(talk.conversation, key.partition("-")[2], viewer),
        said=lambda viewer: f"{YES}-{proposal.pk}" if talk.is_agreed else "",
        is_open=lambda viewer: not talk.is_agreed and viewer.now < proposal.moment,
        otherwise=_("Kan het toch niet? Bel dan de school."),
    )
