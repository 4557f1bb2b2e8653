"""By which day somebody may be expected to have answered: counted from the question, so that it stays where
it was while the days pass."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from driehoek.base.core.clock import day_in_words, day_of
from driehoek.facts.schools.hours import holidays_around
from driehoek.facts.schools.models import School
from driehoek.features.conversations.models import Corner, Message
from driehoek.features.conversations.team import Colleague, answer_day


@dataclass(frozen=True)
class Promise:
    day: dt.date
    today: dt.date

    @property
    def in_words(self) -> str:
        return day_in_words(self.day, today=self.today)

    @property
    def is_late(self) -> bool:
        """The day went by without an answer."""
        return self.day < self.today


def promise(said: Iterable[Message], team: Iterable[Colleague], school: School, today: dt.date) -> Promise:
    """To who waits: `said` the newest first. Of more questions in a row the first counts."""
    asked_on = today
    for message in said:
        if message.corner == Corner.SCHOOL and not message.is_taken_back:
            break
        asked_on = day_of(message.due_at)
    return Promise(answer_day(team, holidays_around(school, asked_on), asked_on), today)
