"""What parents of the demo ask each other, and what they let a class know of themselves."""

import datetime as dt
from typing import Any

from driehoek.backbone.moderation.models.conduct import Conduct
from driehoek.base.core.clock import day_of
from driehoek.facts.schools.models import Group
from driehoek.features.introductions.models import Known, Told, introduce
from driehoek.features.questions.models import Answer, Question
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.moments import moment
from driehoek.surfaces.demo.loading.sources import read

Said = dict[str, Any]  # one table of a TOML file
A_MINUTE = dt.timedelta(minutes=1)


def introduce_parents(people: People, groups: dict[str, Group], now: dt.datetime) -> None:
    """Everything in demo/introductions.toml."""
    for row in read("introductions.toml")["parent"]:
        words = {field: row.get(field, "") for field in Told.values}
        faces = {name: [Known.FACE] for name in row["face"]}
        shared = [(groups[name], [*row["shares"], *faces.get(name, [])]) for name in row["groups"]]
        introduce(people[row["by"]], words, shared, at=now)


def ask_parents(people: People, groups: dict[str, Group], first_day: dt.date, now: dt.datetime) -> None:
    """Everything in demo/class_board.toml that happened since the school year began."""
    for row in read("class_board.toml")["question"]:
        at = moment(row["when"], now)
        if day_of(at) >= first_day:
            _ask(people, groups[row["group"]], row, at, now)


def _ask(people: People, group: Group, row: Said, at: dt.datetime, now: dt.datetime) -> None:
    asker = people[row["by"]]
    Conduct.of(group.school).accept(by=asker, at=at)
    question = Question.ask(group, row["text"], by=asker, at=at)
    for said in row.get("answer", ()):
        person, then = people[said["by"]], at + said["after"] * A_MINUTE
        if then < now:
            Conduct.of(group.school).accept(by=person, at=then)
            Answer.give(question, said["text"], by=person, corner=said.get("corner", "home"), at=then)
    if "solved_after" in row:
        question.close(by=asker, at=at + row["solved_after"] * A_MINUTE)
