"""The daily arrangements of the demo: who is ill or missed, who is fetched by whom, leave, corrections."""

import datetime as dt
import uuid
from typing import Any

from driehoek.base.core.clock import at, day_of
from driehoek.facts.people.models import NearPerson
from driehoek.facts.schools.hours import is_school_day, next_school_day
from driehoek.facts.schools.models import School
from driehoek.features.absences.asking_leave import ask_leave
from driehoek.features.absences.models import (
    Absence,
    ListSeen,
    MorningQuestion,
    Pickup,
    Reason,
    SourceLine,
    SwapTerms,
)
from driehoek.features.absences.reporting import Said, note_missing, report, schools_of
from driehoek.features.absences.swapping import ask_swap
from driehoek.features.corrections.models import Correction
from driehoek.features.corrections.naming import name_near
from driehoek.features.noticing.models import TalkRule
from driehoek.surfaces.demo.loading import enclosures
from driehoek.surfaces.demo.loading.boards import People, group_named
from driehoek.surfaces.demo.loading.sources import read

A_DAY = dt.timedelta(days=1)
BREAKFAST, AFTER_THE_BELL, EVENING = dt.time(7, 40), dt.time(8, 40), dt.time(18)
TIMES = ("from_time", "until_time")
Row = dict[str, Any]  # one table of the TOML file


class Arrangements:
    """One pass over arrangements.toml. In a weekend or a holiday, "today" is the next school day."""

    def __init__(self, schools: dict[str, School], people: People, now: dt.datetime) -> None:
        self.schools, self.people, self.now = schools, people, now
        first, today = schools["de-vlieger"], day_of(now)
        self.today = today if is_school_day(today, first) else next_school_day(today, first)
        self.said = read("arrangements.toml")

    def make(self) -> None:
        for row in self.said["report"]:
            self._report(row)
        self._note()
        for row in self.said["near"]:
            self._name(row)
        for row in self.said["leave"]:
            self._ask(row)
        terms, head = self.said["swap_terms"], self.people["joris"]
        SwapTerms.decide(self.schools["de-vlieger"], **terms, by=head, at=self.now)
        for row in self.said["swap"]:
            self._swap(row)
        for row in self.said["correction"]:
            day = self.today + dt.timedelta(days=row["starts_in"]) if "starts_in" in row else None
            Correction.propose(self.people[row["by"]], row["field"], row["value"], at=self.now, starts_on=day)
        for row in self.said["seen"]:
            self._see(row)

    def _note(self) -> None:
        """What school noted, and what it does with it."""
        for row in self.said["missed"]:
            self._miss(row)
        for row in self.said["told"]:
            self._tell(row)
        for row in self.said["talk_rules"]:
            TalkRule.begin(self.schools[row["school"]], by=self.people[row["by"]], at=self.now)

    def _day(self, days: int) -> dt.date:
        """So many days from today; a day without school gives way to the one before, or after."""
        day, step = self.today + days * A_DAY, A_DAY if days > 0 else -A_DAY
        while not is_school_day(day, self.schools["de-vlieger"]):
            day += step
        return day

    def _moment(self, time: dt.time, day: dt.date) -> dt.datetime:
        """That day at that time, or now when it has yet to come."""
        return min(at(day, time), self.now)

    def _report(self, row: Row) -> None:
        day = self._day(row.get("days", 0))
        times = {
            name: dt.time.fromisoformat(row[name]) for name in ("from_time", "until_time") if name in row
        }
        last = None if row["reason"] == Reason.ILL else day
        token = uuid.uuid5(uuid.NAMESPACE_OID, f"{row['child']} {day}")
        child, by = self.people[row["child"]], self.people[row["by"]]
        moment = self._moment(BREAKFAST, min(day, self.today))
        told = report([child], Said(row["reason"], day, last, **times), token=token, by=by, at=moment)
        if day < self.today:
            for absence in Absence.objects.filter(report=told):
                MorningQuestion.ask(absence, day=self.today, at=self._moment(dt.time(7, 15), self.today))

    def _miss(self, row: Row) -> None:
        child, by = self.people[row["child"]], self.people[row["by"]]
        school = self.schools[row["school"]]
        for day in map(self._day, row["days"]):
            if at(day, AFTER_THE_BELL) <= self.now:  # before the bell nobody is missed
                note_missing(child, school, by=by, at=at(day, AFTER_THE_BELL), day=day)

    def _tell(self, row: Row) -> None:
        """As its system would have brought it, the same evening."""
        child, school = self.people[row["child"]], self.schools[row["school"]]
        for lesson in row["lessons"]:
            day = self._day(lesson["days"])
            times = {name: dt.time.fromisoformat(lesson[name]) for name in TIMES if name in lesson}
            what = {"reason": lesson["reason"], "subject": lesson.get("subject", "")}
            told_at = self._moment(EVENING, day)
            absence = Absence.objects.create(
                student=child, school=school, starts_on=day, ends_on=day, told_at=told_at, **what, **times
            )
            key = f"{row['child']} {lesson['days']}"
            SourceLine.objects.create(
                absence=absence, school=school, source=row["source"], key=key, stamped_at=told_at
            )

    def _name(self, row: Row) -> None:
        child, by = self.people[row["child"]], self.people[row["by"]]
        words = {name: row[name] for name in ("name", "relation", "phone")}
        flags = {name: row.get(name, name == "may_collect") for name in ("may_collect", "in_emergency")}
        near = name_near(child, words | flags, by=by, at=self.now, today=self.today)
        if row.get("today"):
            schools = schools_of([child], self.today)[child.pk]
            Pickup.arrange(
                child, schools, day=self.today, by=by, at=self.now, near=NearPerson.objects.get(pk=near.pk)
            )

    def _ask(self, row: Row) -> None:
        by, school = self.people[row["by"]], self.schools[row["school"]]
        at_ = self.now - row.get("asked", 1) * A_DAY
        voices = enclosures.spoken(row.get("spoken", ""), by=by, school=school, at=at_)
        asked = ask_leave(
            self.people[row["child"]],
            school,
            token=uuid.uuid5(uuid.NAMESPACE_OID, f"leave {row['child']}"),
            ground=row["ground"],
            days=(self._day(row["days"][0]), self._day(row["days"][1])),
            explanation=row["explanation"],
            voice=next(iter(voices), None),
            by=by,
            at=at_,
            today=self.today - row.get("asked", 1) * A_DAY,
        )
        if "granted_by" in row:
            asked.decide(
                is_granted=True, reason=row["reason"], by=self.people[row["granted_by"]], at=self.now
            )

    def _swap(self, row: Row) -> None:
        school = self.schools["de-vlieger"]
        home, comes = (self._day(row[name]) if name in row else None for name in ("home_on", "comes_on"))
        if home and home == comes:  # a holiday lies between, and both gave way to the day after it
            comes = next_school_day(home, school)
        asked = ask_swap(
            self.people[row["child"]],
            group_named(school, row["group"]),
            token=uuid.uuid5(uuid.NAMESPACE_OID, f"swap {row['child']} {row['words']}"),
            home_on=home,
            comes_on=comes,
            words=row["words"],
            by=self.people[row["by"]],
            at=self.now - A_DAY,
            today=self.today,
        )
        if "answered_by" in row:
            said = {"is_granted": row["granted"], "reason": row["reason"]}
            asked.decide(**said, by=self.people[row["answered_by"]], at=self.now)

    def _see(self, row: Row) -> None:
        group = group_named(self.schools[row["school"]], row["group"])
        ListSeen.objects.create(
            group=group,
            day=self.today,
            by=self.people[row["by"]],
            at=self._moment(dt.time(8, 32), self.today),
        )
