"""A text message that came in: from whom, what it says, and what is texted back."""

import datetime as dt
import uuid

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.letter import Words, known
from driehoek.backbone.sms.gateway import mobile_number
from driehoek.backbone.sms.models import SmsStop
from driehoek.backbone.texting.answers import answer, asked_of, is_an_answer
from driehoek.backbone.texting.words import GO_ON, STOP, WORDS, words_in
from driehoek.base.core.clock import day_of
from driehoek.base.core.limits import Limit
from driehoek.facts.people.models import Person, Restriction
from driehoek.facts.people.telephones import spellings

STOPPED = _("Je krijgt geen sms meer van school. Stuur START om weer sms te krijgen.")
GOES_ON = _("Je krijgt weer sms van school.")
SHARED = _("Dit nummer is van meer mensen. Log in bij Driehoek, of bel de school.")
UNKNOWN = _("Wij lezen deze berichten niet. Bel de school, of stuur ZIEK, JA of NEE.")
AN_HOUR = dt.timedelta(hours=1)
REPLIES = Limit("texting.replies", 10, AN_HOUR)  # to one number: each costs money
EXPLAINED = Limit("texting.explained", 1, AN_HOUR)  # a telephone that answers by itself would go on for ever
SAME = uuid.UUID("8f2b7b1e-5f43-4b66-9f2e-3d7c2f0c9a51")  # our own name space for texts that come twice


def hear(number: str, text: str, *, key: str, now: dt.datetime) -> str:
    """What is texted back; empty is nothing. A number that we do not know gets nothing, whatever it says; one
    that goes on and on is still heard, in silence.

    The gateway may bring the same text twice, with the same key: it does the same once, and says the same.
    """
    people = people_at(number, now)
    if not people:
        return ""
    with translation.override(known(people[0].language)):
        words = words_in(text)
        reply = _reply(words, people, mobile_number(number), uuid.uuid5(SAME, key), now)
        return str(reply) if REPLIES.allows(mobile_number(number), now=now) else ""


def people_at(number: str, now: dt.datetime) -> list[Person]:
    """Whose telephone it is; not of whoever shares it with somebody who must not come near her child."""
    known_as = mobile_number(number)
    if not known_as:
        return []
    found = Person.objects.filter(mobile__in=spellings(known_as), is_active=True).order_by("pk")
    return [person for person in found if not Restriction.objects.has_telephone(person, day_of(now))]


def _reply(words: list[str], people: list[Person], number: str, key: uuid.UUID, now: dt.datetime) -> Words:
    first = words[0] if words else ""
    if first in STOP:
        SmsStop.objects.get_or_create(number=number, defaults={"at": now})
        return STOPPED
    if first in GO_ON:
        SmsStop.objects.filter(number=number).delete()
        return GOES_ON
    if is_an_answer(words):
        return answer(words, asked_of(people, now))
    if first in WORDS:
        if len(people) > 1:
            return SHARED
        return WORDS[first](Viewer(people[0], "home", now), " ".join(words[1:]), key)
    return UNKNOWN if EXPLAINED.allows(number, now=now) else ""
