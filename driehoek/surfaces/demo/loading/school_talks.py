"""Talks about children of the cast: one that all prepare, and one that was held, with what was agreed."""

import datetime as dt
import uuid
from typing import Any

from driehoek.base.core.clock import at, day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.hours import is_school_day, next_school_day
from driehoek.facts.schools.models import Enrolment, School
from driehoek.features.talks.models import (
    Answer,
    AskedAlong,
    Companion,
    CycleStep,
    HomeSituation,
    Pledge,
    Point,
    Side,
    Talk,
    TalkRecord,
)
from driehoek.features.talks.models.answer import ASKED, MORE
from driehoek.features.talks.models.cycle import HUNDRED_DAYS
from driehoek.features.talks.planning import Table, plan
from driehoek.surfaces.demo.loading.boards import People, group_named
from driehoek.surfaces.demo.loading.sources import read

Row = dict[str, Any]  # one table of the TOML file
DAY = dt.timedelta(days=1)
A_DAY_FULL = 5  # talks on one afternoon
PLANNED = 10 * DAY  # so long before a talk it was planned


class SchoolTalks:
    """One pass over school_talks.toml."""

    def __init__(self, schools: dict[str, School], people: People, now: dt.datetime) -> None:
        self.schools, self.people, self.now = schools, people, now

    def hold(self) -> None:
        said = read("school_talks.toml")
        for row in said["cycle"]:
            self._set(row, [(kind, month) for kind, month in row["steps"]])
        for row in said["hundred_days"]:
            self._set(row, list(HUNDRED_DAYS))
        for row in said["talk"]:
            self._talk(row)
        for row in said["round"]:
            self._round(row)

    def _round(self, row: Row) -> None:
        """The start talks of a class, five on an afternoon; who has a talk of her own has no second one."""
        school, host = self.schools[row["school"]], self.people[row["host"]]
        sits = Enrolment.objects.on(day_of(self.now)).filter(group=group_named(school, row["group"]))
        apart = Talk.objects.filter(school=school).values("student")
        students = [place.student for place in sits.exclude(student__in=apart).order_by("pk")]
        for number, student in enumerate(students[: -row["left"]]):
            day = self._day(row["days"] + number // A_DAY_FULL, school)
            moment = at(day, dt.time(15 + number % A_DAY_FULL // 3, number % A_DAY_FULL % 3 * 20))
            table = Table(student, school, day_of(self.now), host)
            said = self._said(row, table, moment)
            TalkRecord.close(
                plan(table, said, now=moment - PLANNED), row["record"], by=host, at=moment + DAY / 24
            )

    def _said(self, row: Row, table: Table, moment: dt.datetime) -> Row:
        name = f"round {table.student.pk} {row['group']}"
        return {
            "token": uuid.uuid5(uuid.NAMESPACE_OID, name), "kind": "start", "moment": moment, "minutes": 20,
            "place": row["place"], "colleagues": (), "with_student": True, "reason_alone": "", "reason": "",
            "guardians": {guardian.pk for guardian in table.guardians},
        }  # fmt: skip

    def _set(self, row: Row, steps: list[tuple[str, int]]) -> None:
        every = [(layer, str(kind), month) for layer in row["layers"] for kind, month in steps]
        CycleStep.add(self.schools[row["school"]], every, by=self.people[row["by"]], at=self.now)

    def _day(self, days: int, school: School) -> dt.date:
        day = day_of(self.now) + days * DAY
        return day if is_school_day(day, school) else next_school_day(day, school)

    def _talk(self, row: Row) -> None:
        school, host = self.schools[row["school"]], self.people[row["host"]]
        moment = at(self._day(row["days"], school), dt.time.fromisoformat(row["time"]))
        then = min(moment - PLANNED, self.now - DAY)
        table = Table(self.people[row["student"]], school, day_of(self.now), host)
        name = f"talk {row['student']} {row['host']} {row['days']}"
        said = {
            "token": uuid.uuid5(uuid.NAMESPACE_OID, name), "kind": row["kind"], "moment": moment,
            "minutes": row["minutes"], "place": row["place"], "colleagues": (), "with_student": True,
            "guardians": {self.people[key].pk for key in row["guardians"]}, "reason": row["reason"],
            "reason_alone": "",
        }  # fmt: skip
        talk = plan(table, said, now=then)
        sides = {side.person_id: side for side in talk.sides.all()}
        self._come_along(row, talk, sides, then)
        self._prepare(row, sides, min(moment, self.now) - DAY)
        self._agree(row, talk, sides, moment)

    def _come_along(self, row: Row, talk: Talk, sides: dict[int, Side], then: dt.datetime) -> None:
        """Whom school asked along, and whom home brings."""
        for said in row.get("along", ()):
            AskedAlong.ask(talk, self.people[said["person"]], said["reason"], by=talk.by, at=then)
        for said in row.get("companion", ()):
            side, by = self._side(said["by"], sides)
            Companion.bring(side, said["name"], said["kind"], by=by, at=then)

    def _side(self, key: str, sides: dict[int, Side]) -> tuple[Side, Person]:
        person = self.people[key]
        return sides[person.pk], person

    def _prepare(self, row: Row, sides: dict[int, Side], then: dt.datetime) -> None:
        for said in row.get("said", ()):
            side, by = self._side(said["by"], sides)
            for question, tiles, words in zip(ASKED, said["tiles"], said["words"], strict=True):
                Answer.give(side, question, tiles=tiles, words=words, voice=None, by=by, at=then)
        for said in row.get("more", ()):
            self._tell_more(said, sides, then)
        for point in row.get("point", ()):
            side, by = self._side(point["by"], sides)
            Point.add(side, point["subject"], point["words"], by=by, at=then)
        for key in row.get("ready", ()):
            side, by = self._side(key, sides)
            side.get_ready(by=by, at=then)

    def _tell_more(self, said: Row, sides: dict[int, Side], then: dt.datetime) -> None:
        """Of a start talk: what she wants later, how learning went, and how it is at home."""
        side, by = self._side(said["by"], sides)
        for question in MORE:
            if question in said:
                tiles, words = said[question]
                Answer.give(side, question, tiles=tiles, words=words, voice=None, by=by, at=then)
        if "home" in said:
            tiles, words = said["home"]
            HomeSituation.tell(side, words, tiles=tiles, by=by, at=then)

    def _agree(self, row: Row, talk: Talk, sides: dict[int, Side], then: dt.datetime) -> None:
        host, after = self.people[row["host"]], min(then + DAY, self.now)
        for said in row.get("pledge", ()):
            doer, _person = self._side(said["doer"], sides)
            until = day_of(self.now) + said["days"] * DAY
            made = Pledge.agree(talk, doer, said["words"], until=until, by=host, at=min(then, self.now))
            for key in said["yes"]:
                side, by = self._side(key, sides)
                made.confirm(side, by=by, at=after)
            if "done_by" in said:
                made.finish(by=self.people[said["done_by"]], at=self.now)
        if "record" in row:
            TalkRecord.close(talk, row["record"], by=host, at=min(then + DAY / 24, self.now))
