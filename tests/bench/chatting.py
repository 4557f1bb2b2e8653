"""Inside the installation: conversations of one reader, and how long it takes to answer in one."""

import datetime as dt
import json
import time
from statistics import median

from driehoek.backbone.access.models import Role, Seat
from driehoek.base.core.clock import day_of, now
from driehoek.facts.people.models import Person
from driehoek.features.conversations.models import Conversation, Message

SHORT, LONG = 20, 500
ANSWERS = 30
TEXT = "Dank voor uw bericht. Wij letten er morgen op, en wij laten het u weten."


def main(people: str) -> None:
    """Prints the keys of a short and a long conversation, and the milliseconds of an answer."""
    reader, at = Person.objects.get(pk=min(json.loads(people)["readers"])), now()
    short, long = (begun(reader, at, count) for count in (SHORT, LONG))
    took = [answered(short, reader, at + dt.timedelta(seconds=number)) for number in range(ANSWERS)]
    Message.objects.filter(conversation=short).exclude(text__startswith="Zin").delete()
    print(json.dumps({"short": short.pk, "long": long.pk, "answer": median(took) * 1000}))


def begun(reader: Person, at: dt.datetime, count: int) -> Conversation:
    seat = Seat.objects.on(day_of(at)).filter(person=reader, role=Role.GUARDIAN, sees_child=True)[0]
    assert seat.school and seat.student
    talk = Conversation.begin(
        seat.school, [seat.student], line_of=reader, by=reader, corner="home", text=f"Zin van {count}",
        at=at, told_at=at,
    )  # fmt: skip
    Message.objects.bulk_create(
        Message(
            conversation=talk, author=reader, corner="home", text=f"Zin {number}: {TEXT}", at=at, due_at=at
        )
        for number in range(count - 1)
    )
    return talk


def answered(talk: Conversation, by: Person, at: dt.datetime) -> float:
    """Seconds of one answer, with everything that is written down about it."""
    began = time.perf_counter()
    talk.say(f"{TEXT} {at}", by=by, corner="home", at=at, told_at=at)
    return time.perf_counter() - began
