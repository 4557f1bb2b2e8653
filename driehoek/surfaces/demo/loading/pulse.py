"""Two questions of the demo: what rounds that are over came to, and one that runs."""

import datetime as dt
from typing import Any

from driehoek.backbone.translation.languages import language_of
from driehoek.base.core.clock import at, day_of
from driehoek.facts.schools.models import School
from driehoek.features.pulse.asking import people_asked
from driehoek.features.pulse.forgetting import close_all
from driehoek.features.pulse.models import Participation, Round, Sentence, Side, Tally
from driehoek.features.pulse.models.participation import by_lot
from driehoek.features.pulse.models.side import QUESTIONS
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.faces import with_faces
from driehoek.surfaces.demo.loading.sources import read

A_DAY = dt.timedelta(days=1)
Row = dict[str, Any]  # one [[round]] of the file


def ask_two_questions(schools: dict[str, School], people: People, now: dt.datetime) -> None:
    cast = {people[key].pk for key in with_faces() if key in people}
    for row in read("pulse.toml")["round"]:
        first = day_of(now) - row["ago"] * A_DAY
        school, by = schools[row["school"]], people[row["by"]]
        opened = at(first - A_DAY, dt.time(16))
        held = Round.open(school, first, first + row["days"] * A_DAY, {}, by=by, at=opened)
        for side in held.sides.filter(readers__in=row):
            _answer(side, row[side.readers], first, cast)
    close_all(now)


def _answer(side: Side, said: Row, day: dt.date, cast: set[int]) -> None:
    """As if each of them had answered; the people of the cast still may."""
    for question, times in zip(QUESTIONS, (said["first"], said["second"]), strict=True):
        Tally.objects.bulk_create(
            Tally(side=side, question=question, face=face, times=count)
            for face, count in enumerate(times, start=1)
        )
    side.answered = sum(said["first"])
    side.save(update_fields=["answered"])
    for words in said.get("said", ()):
        Sentence.objects.create(pk=by_lot(), side=side, words=words, language=language_of(words, "nl"))
    done = people_asked(side, day).exclude(pk__in=cast).order_by("pk")[: side.answered]
    Participation.objects.bulk_create(Participation(pk=by_lot(), side=side, person=one) for one in done)
