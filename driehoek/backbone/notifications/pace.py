"""How much one person can do and have told in a short time, whatever it is and however it comes in.

A page that expects many words says so itself, earlier and in its form. This stands behind all of them:
nothing that is recorded can be done without end, also not what somebody adds tomorrow.
"""

import datetime as dt

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.notices import NOTICES
from driehoek.base.core.limits import TooMuch

A_WHILE = dt.timedelta(minutes=10)
MOST_TOLD = 100  # facts of which others hear: a teacher reports a whole group, and still has room
MOST_DONE = 600  # all facts
WAYS_IN = (
    "entry."  # letters for a whole school are made in minutes; their mails are measured by who gets them
)


def keep_pace(entry: Entry) -> None:
    """Raises TooMuch, which undoes what was done. What the portal does itself has no measure."""
    if entry.actor_id is None or entry.verb.startswith(WAYS_IN):
        return
    lately = Entry.objects.filter(actor=entry.actor_id, at__gt=entry.at - A_WHILE, at__lte=entry.at)
    done = lately.exclude(verb__startswith=WAYS_IN).values_list("verb", flat=True)
    verbs = list(done[: MOST_DONE + 1])
    told = sum(verb in NOTICES for verb in verbs)
    if len(verbs) > MOST_DONE or (entry.verb in NOTICES and told > MOST_TOLD):
        raise TooMuch
