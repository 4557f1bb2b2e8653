"""What happens between a fact and a mail, for tests to walk through by hand."""

import datetime as dt
import re
from urllib.parse import parse_qs, urlsplit

from django.db import transaction

from driehoek.backbone.journal.models import Entry, record
from driehoek.backbone.notifications import jobs
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.models import Delivery
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests.story import VERB
from driehoek.facts.people.models import Person
from tests.cast import NOW


@transaction.atomic
def praise(child: Person, *, by: Person | None = None, due_at: dt.datetime | None = None) -> Entry:
    return record(VERB, child, by=by, at=NOW, due_at=due_at)


def after(**more: int) -> dt.datetime:
    """So long after the cast's moment."""
    return NOW + dt.timedelta(**more)


def bring(now: dt.datetime = NOW) -> None:
    """Everything that is due, as the jobs would do it at that moment."""
    while tell_due(now):
        pass
    while deliver_due("email", clock=lambda: now):
        pass


def states() -> dict[str, str]:
    """What became of each delivery, by address: its reason, or else its state."""
    rows = Delivery.objects.select_related("notification__person")
    return {row.notification.person.email: row.reason or row.state for row in rows}


def answers_in(text: str) -> dict[str, str]:
    """The buttons of a mail: by what is chosen, where they lead."""
    links = [urlsplit(link) for link in re.findall(r"https?://\S+/antwoord/\S+", text)]
    return {parse_qs(link.query)["kies"][0]: f"{link.path}?{link.query}" for link in links}


__all__ = ["after", "answers_in", "bring", "jobs", "praise", "states"]
