"""Which question somebody answers by text, and what she says: "47 JA", "47 2", or just "JA"."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.answering import Answer, Slip, slip_of
from driehoek.backbone.notifications.letter import Words, known
from driehoek.backbone.notifications.models import Delivery
from driehoek.backbone.notifications.texting_hindrances import SMS
from driehoek.backbone.notifications.texts import can_be_texted, number_of
from driehoek.backbone.notifications.wording import told_in
from driehoek.backbone.texting.words import NO, YES
from driehoek.facts.people.models import Person

OPEN_FOR = dt.timedelta(days=3)
FEW = 20
TOO_LATE = _("Deze vraag is niet meer open.")
BY_LINK = _("Open de link in de sms. Daar kun je antwoord geven.")  # two questions with one number
NOT_UNDERSTOOD = _("Dat antwoord kennen wij niet. Stuur het nummer en je antwoord.")


@dataclass(frozen=True)
class Asked:
    """An open question that went to this telephone: it is answered by whom it was sent to."""

    number: int
    slip: Slip
    viewer: Viewer

    @property
    def question(self) -> Words:
        told = told_in(known(self.viewer.person.language), self.slip.texts, self.viewer.now)
        return told.line(self.slip.question)

    def chosen(self, said: str) -> Answer | None:
        means = "yes" if said in YES else "no" if said in NO else ""
        if means:
            return next((answer for answer in self.slip.answers if answer.means == means), None)
        place = int(said) if said.isascii() and said.isdigit() else 0
        return self.slip.answers[place - 1] if 0 < place <= len(self.slip.answers) else None


def asked_of(people: Sequence[Person], now: dt.datetime) -> list[Asked]:
    """The newest first."""
    sent = Delivery.objects.filter(
        channel=SMS,
        state=Delivery.State.DONE,
        sent_at__gte=now - OPEN_FOR,
        notification__person__in=people,
    ).select_related("notification__person", "notification__entry")
    found = []
    for delivery in sent.order_by("-sent_at", "-pk")[:FEW]:
        told = delivery.notification
        slip, viewer = slip_of(told.entry, now), Viewer(told.person, "home", now)
        if slip and can_be_texted(slip) and slip.is_for(viewer) and slip.is_open(viewer):
            found.append(Asked(number_of(told), slip, viewer))
    return found


def is_an_answer(words: list[str]) -> bool:
    return bool(words) and (words[0] in YES | NO or words[0].isascii() and words[0].isdigit())


def answer(words: list[str], asked: list[Asked]) -> Words:
    """Record it; gives what is texted back. When it could be about two questions, we ask which."""
    numbered = len(words) > 1 and words[0].isdigit()
    fitting = [one for one in asked if one.number == int(words[0])] if numbered else asked
    if not fitting:
        return TOO_LATE
    if len(fitting) > 1:
        return BY_LINK if numbered else which_of(fitting)
    one, said = fitting[0], words[1] if numbered else words[0]
    chosen = one.chosen(said)
    if chosen is None:
        return NOT_UNDERSTOOD
    return chosen.done if one.slip.say(one.viewer, chosen.key) else TOO_LATE


def which_of(asked: list[Asked]) -> Words:
    lines = [format_lazy("{number}: {question}", number=one.number, question=one.question) for one in asked]
    first = _("Welke vraag bedoel je? Zet het nummer voor je antwoord.")
    return format_lazy("\n".join(["{}"] * (len(lines) + 1)), first, *lines)
