"""Looking along in the demo: agreements at each step, an extra look, an objection, and who looked."""

import datetime as dt
from typing import Any

from driehoek.backbone.journal.reading import note_reading
from driehoek.base.core.clock import day_of
from driehoek.facts.looking.models import LookAlong, Mode, Side, Step
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.following import agreeing, objecting, sharing, worrying
from driehoek.features.following.moments import Moment, moments, to_propose
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.sources import read

Row = dict[str, Any]  # one table of the TOML file
SINCE = {Mode.WEEKLY: "weekly_since", Mode.SHARES: "shares_since"}


class Looking:
    """One pass over looking.toml."""

    def __init__(self, schools: dict[str, School], people: People, now: dt.datetime) -> None:
        self.schools, self.people, self.now, self.today = schools, people, now, day_of(now)
        self.said = read("looking.toml")

    def make(self) -> None:
        for row in self.said["agreement"]:
            self._agree(row)
        for row in self.said["extra"]:
            pair, at = self._pair(row), self._ago(row["days_ago"])
            mentor = self.people[row["mentor"]]
            worrying.look_closer(*pair, row["reason"], by=mentor, at=at, today=day_of(at))
        for row in self.said["objection"]:
            at, school = self._ago(row["days_ago"]), self.schools[row["school"]]
            objecting.object_to(*self._pair(row), school, row["reason"], at=at)
        for row in self.said["look"]:
            for days in sorted(row["days_ago"], reverse=True):
                student, reader = self.people[row["student"]], self.people[row["by"]]
                note_reading(student.pk, by=reader, at=self._ago(days))

    def _agree(self, row: Row) -> None:
        student, guardian = self._pair(row)
        school, at = self.schools[row["school"]], self._ago(row["days_ago"])
        made = agreeing.propose(
            student, guardian, school, self._plan(row, school), by=self.people[row["mentor"]],
            side=Side.MENTOR, at=at,
        )  # fmt: skip
        signers = {"student": (Side.STUDENT, student), "guardian": (Side.GUARDIAN, guardian)}
        for name in row.get("signed", signers):
            side, by = signers[name]
            agreeing.sign(made, side, by=by, at=at + dt.timedelta(hours=2))
        self._name_holidays(made, school)
        if "shows" in row:
            sharing.show(student, guardian, row["shows"], among=row["shows"], at=at)

    def _plan(self, row: Row, school: School) -> dict[Mode, Moment]:
        """After the next two holidays, but for what began so many days ago."""
        ahead = (to_propose if "signed" in row else moments)(school, self.today)
        plan = dict(zip((Mode.WEEKLY, Mode.SHARES), ahead, strict=False))
        for mode, name in SINCE.items():
            if name in row:
                plan[mode] = Moment("", self.today - dt.timedelta(days=row[name]))
        if SINCE[Mode.WEEKLY] in row and SINCE[Mode.SHARES] not in row:
            plan[Mode.SHARES] = ahead[0]
        return plan

    def _name_holidays(self, made: LookAlong, school: School) -> None:
        """What began is bound to the last holiday before it, as when it was agreed."""
        for step in Step.objects.filter(agreement=made, until_what="").exclude(mode=Mode.TOGETHER):
            before = school.holidays.filter(starts_on__lte=step.starts_on).order_by("starts_on").last()
            step.until_what = before.name if before else ""
            step.save(update_fields=["until_what"])

    def _pair(self, row: Row) -> tuple[Person, Person]:
        return self.people[row["student"]], self.people[row["guardian"]]

    def _ago(self, days: int) -> dt.datetime:
        return self.now - dt.timedelta(days=days)
