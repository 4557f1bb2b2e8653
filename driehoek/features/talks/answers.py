"""What can be answered to an invitation with one tap: whether she comes then, or rather at another moment."""

import datetime as dt
from dataclasses import replace

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.answering import Answer, Slip, slip
from driehoek.base.core.limits import DAY, Limit
from driehoek.features.talks.models import Side, Talk
from driehoek.features.talks.models.side import Reply
from driehoek.features.talks.notices import when

REPLIES = Limit("talks.reply", 20, DAY)  # by person: each no is a mail to school
ANSWERS = (
    Answer(key=Reply.COMES, means="yes", label=_("Ja, ik kom"), done=_("Fijn! School weet het.")),
    Answer(
        key=Reply.OTHER, means="no", label=_("Liever een ander moment"),
        done=_("School weet het, en zoekt een ander moment met je."),
    ),
)  # fmt: skip


def do_you_come(entry: Entry, now: dt.datetime) -> Slip | None:
    """To the moment as it is when she looks, however old her mail is."""
    talk = entry.subject
    if not isinstance(talk, Talk):
        return None
    return Slip(
        row=talk,
        may="reply",
        question=format_lazy(_("Kom je naar het gesprek op {when}?"), when=when(talk)),
        named=format_lazy(
            _("Kom je naar het gesprek over {name} op {when}?"), name="{name}", when=when(talk)
        ),
        child=talk.student,
        answers=answers_to(talk),
        say=lambda viewer, key: say(talk, viewer, key),
        said=lambda viewer: said(talk, viewer),
        is_open=lambda viewer: talk.may_be_prepared(viewer.now),
        otherwise=_("Kan het toch niet? Bel dan de school."),
    )


for verb in ("talks.talk.planned", "talks.talk.moved", "talks.talk.ahead"):
    slip(verb)(do_you_come)


def answers_to(talk: Talk) -> tuple[Answer, ...]:
    """To the moment that she read: to another one these are other answers."""
    return tuple(replace(one, key=_key(one.key, talk)) for one in ANSWERS)


def _key(reply: str, talk: Talk) -> str:
    return f"{reply}-{int(talk.moment.timestamp())}"


def say(talk: Talk, viewer: Viewer, key: str) -> bool:
    """False for who has no side there, read another moment, or said it too often today."""
    side, is_known = talk.side_of(viewer), key in {one.key for one in answers_to(talk)}
    if side is None or not is_known or not REPLIES.allows(str(viewer.person.pk), now=viewer.now):
        return False
    side.answer(key.partition("-")[0], by=viewer.person, at=viewer.now)
    return True


def said(talk: Talk, viewer: Viewer) -> str:
    """As it stands now: a talk that was moved asks anew."""
    side = Side.objects.filter(talk=talk, person=viewer.person).exclude(corner="school").first()
    return said_by(side, talk) if side else ""


def said_by(side: Side, talk: Talk) -> str:
    return _key(side.reply, talk) if side.reply else ""
