"""What the office enters by hand after the rosters: papers, blocks, protection, grants, languages."""

import datetime as dt
from typing import Any

from driehoek.facts.people.models import (
    Guardianship,
    Person,
    Protection,
    ProtectionReader,
    Restriction,
    StudentGrant,
)
from driehoek.facts.schools.models import Appointment, Board, Enrolment, ExternalKey, Function, School
from driehoek.surfaces.demo.loading.boards import People, external_key, group_named
from driehoek.surfaces.demo.loading.sources import Calendar, read

OPENS_NOTHING = {"sees_child": False, "sees_group": False, "may_answer": False, "may_collect": False}


class Office:
    """One pass over office.toml and cast.toml, for every school of the demo."""

    def __init__(self, schools: dict[str, School], calendar: Calendar, now: dt.datetime) -> None:
        self.schools, self.calendar, self.now = schools, calendar, now
        self.facts, self.cast = read("office.toml"), read("cast.toml")

    def enter(self) -> People:
        """Everything, in the order in which an office learns it."""
        self._newcomers()
        people = People(self.schools)
        self._name(people)
        self._change_class(people)
        for paper in self.facts["paper"]:
            self._paper(people, paper)
        self._restrict(people)
        self._protect(people)
        self._grant(people)
        self._approve(by=people["marja"])
        return people

    def _newcomers(self) -> None:
        """People whom no roster carries; the first school of the board keeps their key."""
        for row in self.facts["newcomer"]:
            person = named(row["name"], email=row["email"])
            person.save()
            key = external_key("de-vlieger", row["key"])
            ExternalKey.objects.create(school=self.schools["de-vlieger"], key=key, person=person)
            if "function" in row:
                self._appoint(person, row)

    def _appoint(self, person: Person, row: dict[str, Any]) -> None:
        Appointment.objects.create(
            person=person,
            board=Board.objects.get(name=row["board"]),
            function=Function(row["function"]),
            starts_on=self.calendar.first_day,
            source="office",
        )

    def _name(self, people: People) -> None:
        """How the class calls its teachers, on which days they work, and who reads which language."""
        for key, work in self.cast["staff"].items():
            Person.objects.filter(pk=people[key].pk).update(called=work["called"])
            jobs = Appointment.objects.filter(person=people[key], school=self.schools[work["school"]])
            if not jobs.filter(function=work["function"]).exists():
                self._add_function(people[key], work)
            jobs.update(days=work.get("days", "1,2,3,4,5"), **self._dates(work))
        for key, language in self.facts["language"].items():
            people[key].speak(language)

    def _add_function(self, person: Person, work: dict[str, Any]) -> None:
        """EDEXML has no word for a mentor: it says that she teaches the class; the office adds the rest."""
        school = self.schools[work["school"]]
        Appointment.objects.create(
            person=person,
            board_id=school.board_id,
            school=school,
            group=group_named(school, work["group"]),
            function=Function(work["function"]),
            starts_on=self.calendar.first_day,
            source="office",
        )

    def _dates(self, work: dict[str, Any]) -> dict[str, dt.date]:
        """When the work began and ended, as the office knows it; a roster only tells that it is so today."""
        names = {"starts": "starts_on", "ends": "ends_on"}
        return {names[said]: self.calendar.moved(day) for said, day in work.items() if said in names}

    def _change_class(self, people: People) -> None:
        """The day on which a child went to another class: its last day in the old one is the day before."""
        for key, child in self.cast["child"].items():
            if "was_in" in child:
                left = self.calendar.moved(child["changed_on"]) - dt.timedelta(days=1)
                old = Enrolment.objects.filter(student=people[key], group__name=child["was_in"])
                old.update(ends_on=left)

    def _paper(self, people: People, paper: dict[str, Any]) -> None:
        """Set what the paper says on the pair's row; make the row where the roster has none."""
        facts = {"kind": paper["kind"], "basis": paper["basis"], "source": "office"}
        facts |= OPENS_NOTHING if paper["kind"] in ("no_custody", "delegate") else {}
        facts |= {name: paper[name] for name in ("sees_child", "sees_group") if name in paper}
        facts["starts_on"] = self.calendar.moved(paper.get("starts_on", dt.date(2026, 8, 24)))
        facts["ends_on"] = self.calendar.moved(paper["ends_on"]) if "ends_on" in paper else None
        guardian, student = people[paper["guardian"]], people[paper["student"]]
        Guardianship.objects.update_or_create(guardian=guardian, student=student, defaults=facts)

    def _restrict(self, people: People) -> None:
        for row in self.facts["restriction"]:
            Restriction.objects.create(
                student=people[row["student"]],
                adult=people[row["adult"]],
                kind=row["kind"],
                starts_on=self.calendar.moved(row["starts_on"]),
                basis=row["basis"],
                entered_by=people[row["by"]],
            )

    def _protect(self, people: People) -> None:
        for row in self.facts["protection"]:
            protection = Protection.objects.create(
                student=people[row["student"]],
                basis=row["basis"],
                entered_by=people[row["by"]],
                entered_at=self.now,
            )
            for reader in row["readers"]:
                ProtectionReader.objects.create(protection=protection, person=people[reader])

    def _grant(self, people: People) -> None:
        for row in self.facts["grant"]:
            pair = {"student": people[row["student"]], "guardian": people[row["guardian"]]}
            starts = self.calendar.moved(row["starts_on"])
            StudentGrant.objects.bulk_create(
                StudentGrant(kind=kind, starts_on=starts, **pair) for kind in row["kinds"]
            )

    def _approve(self, by: Person) -> None:
        """The office has checked every paper it has."""
        for guardianship in Guardianship.objects.waiting():
            guardianship.approve(by=by, at=self.now)


def named(name: str, **rest: object) -> Person:
    """A person from a written name: "Ingrid van Houten"."""
    given, _, family = name.partition(" ")
    infix, _, last = family.rpartition(" ")
    return Person(given_name=given, infix=infix, family_name=last, **rest)
