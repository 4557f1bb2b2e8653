"""Whether a letter from a strange address is hers: she answers from her own mailbox."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.letterbox import jobs
from driehoek.backbone.letterbox.letters import Letter
from driehoek.backbone.letterbox.models import Arrival, Response
from driehoek.backbone.notifications.answering import Answer, Slip, slip

YES, NO = "ja", "nee"


@slip("letterbox.letter.doubted")
def is_it_hers(entry: Entry, now: dt.datetime) -> Slip | None:
    response = entry.subject
    if not isinstance(response, Response):
        return None
    arrival = response.arrival
    return Slip(
        row=response,
        may="confirm",
        question=_("Schreef jij dit antwoord?"),
        shown=(Letter(bytes(arrival.raw)).text,) if arrival.raw else (),
        answers=(
            Answer(key=YES, means="yes", label=_("Ja, stuur het door"), done=_("Goed, wij sturen het door.")),
            Answer(
                key=NO,
                means="no",
                label=_("Nee, gooi het weg"),
                done=_("Weg ermee. Niemand heeft het gelezen."),
            ),
        ),
        say=lambda viewer, key: _decide(arrival, viewer, key),
        said=lambda viewer: _decided(arrival),
        is_open=lambda viewer: arrival.state == Arrival.State.WAITING and not arrival.confirmed_at,
    )


@transaction.atomic
def _decide(arrival: Arrival, viewer: Viewer, key: str) -> bool:
    if key == YES:
        arrival.confirm(at=viewer.now)
        transaction.on_commit(jobs.handle.enqueue)
    else:
        arrival.disown()
    return True


def _decided(arrival: Arrival) -> str:
    if arrival.confirmed_at:
        return YES
    return NO if arrival.reason == "not hers" else ""
