"""Writes a plan. Only from inside the transaction of changes.apply; it decides nothing itself."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db.models import Model, QuerySet

from driehoek.facts.people.models import Approval, Guardianship, Person
from driehoek.facts.people.models.guardianship import DECIDING
from driehoek.facts.schools.layers import layer_of
from driehoek.facts.schools.models import Appointment, Enrolment, ExternalKey, Group, School, SchoolYear
from driehoek.facts.schools.roster_import.guardian_changes import CLOSED
from driehoek.facts.schools.roster_import.known import chunks
from driehoek.facts.schools.roster_import.plan import NewGuardianship, Plan
from driehoek.facts.schools.roster_import.roster import RosterPerson, RosterYear

BATCH = 1_000


class Applying:
    """One pass over a plan, in the order in which rows lean on each other."""

    def __init__(self, plan: Plan, school: School, now: dt.datetime) -> None:
        self.plan, self.school, self.now = plan, school, now
        self.yesterday = plan.today - dt.timedelta(days=1)
        self.people: dict[str, int] = {}
        self.groups: dict[str, int] = {}

    def write(self) -> None:
        if self.plan.is_empty:
            return
        if self.plan.new_code:
            School.objects.filter(pk=self.school.pk).update(code=self.plan.new_code)
        self._end()
        self._write_people()
        self._write_groups()
        self._write_enrolments()
        self._write_guardianships()
        self._write_appointments()

    def _end(self) -> None:
        """Gone from the roster is gone today. What began today never was."""
        ended: list[tuple[type[Model], Sequence[int]]] = [
            (Enrolment, [row.id for row in self.plan.ended_enrolments]),
            (Guardianship, [row.id for row in self.plan.ended_guardianships]),
            (Appointment, [row.id for row in self.plan.ended_appointments]),
        ]
        for model, ids in ended:
            for some in chunks(list(ids)):
                rows: QuerySet[Model] = model._default_manager.filter(pk__in=some)
                rows.filter(starts_on__gt=self.yesterday).update(starts_on=self.yesterday)
                rows.update(ends_on=self.yesterday)

    def _write_people(self) -> None:
        keys = ExternalKey.objects.filter(school=self.school, person__isnull=False)
        self.people = dict(keys.values_list("key", "person_id").iterator(2000)) | self.plan.linked
        new = list(self.plan.new_people.values())
        made = Person.objects.bulk_create(map(new_person, new), batch_size=BATCH)
        fresh = {said.key: person.pk for said, person in zip(new, made, strict=True)}
        self._key(ExternalKey(person_id=pk, key=key) for key, pk in (fresh | self.plan.linked).items())
        self.people |= fresh
        for pk, fields in self.plan.changed_people.items():
            Person.objects.filter(pk=pk).update(**fields)

    def _key(self, keys: Iterable[ExternalKey]) -> None:
        rows = list(keys)
        for row in rows:
            row.school = self.school
        ExternalKey.objects.bulk_create(rows, batch_size=BATCH)

    def _write_groups(self) -> None:
        keys = ExternalKey.objects.filter(school=self.school, group__isnull=False)
        for pk, fields in self.plan.changed_groups.items():
            Group.objects.filter(pk=pk).update(**fields, layer=layer_of(str(fields["name"])))
        new = list(self.plan.new_groups.values())
        if new:
            year = self._year()
            same = {"school": self.school, "year": year}
            groups = [Group(**same, name=row.name, kind=row.kind, layer=layer_of(row.name)) for row in new]
            made = Group.objects.bulk_create(groups, batch_size=BATCH)
            for row, group in zip(new, made, strict=True):
                if row.key in self.plan.renewed_groups:
                    keys.filter(key=row.key).update(group=group)
            fresh = zip(new, made, strict=True)
            renewed = self.plan.renewed_groups
            self._key(ExternalKey(group=group, key=row.key) for row, group in fresh if row.key not in renewed)
        self.groups = dict(keys.values_list("key", "group_id"))

    def _year(self) -> SchoolYear:
        said = self.plan.year
        if isinstance(said, RosterYear):
            dates = {"starts_on": said.starts_on, "ends_on": said.ends_on}
            said, _made = SchoolYear.objects.get_or_create(school=self.school, name=said.name, defaults=dates)
        return said

    def _write_enrolments(self) -> None:
        Enrolment.objects.bulk_create(
            (
                Enrolment(student_id=self.people[student], group_id=self.groups[group], starts_on=since)
                for (student, group), since in self.plan.new_enrolments.items()
            ),
            batch_size=BATCH,
        )

    def _write_guardianships(self) -> None:
        for pk, fields in self.plan.changed_guardianships.items():
            Guardianship.objects.filter(pk=pk).update(**fields)
        new = self.plan.new_guardianships
        made = Guardianship.objects.bulk_create(map(self._guardianship, new), batch_size=BATCH)
        Approval.objects.bulk_create(
            (
                Approval(guardianship=row, by=None, at=self.now)
                for said, row in zip(new, made, strict=True)
                if said.approved
            ),
            batch_size=BATCH,
        )

    def _guardianship(self, said: NewGuardianship) -> Guardianship:
        return Guardianship(
            student_id=self.people[said.student],
            guardian_id=self.people[said.guardian],
            kind=said.kind,
            starts_on=self.plan.since,
            source="import",
            **({} if said.kind in DECIDING else CLOSED),
        )

    def _write_appointments(self) -> None:
        Appointment.objects.bulk_create(
            (
                Appointment(
                    person_id=self.people[person],
                    board_id=self.school.board_id,
                    school=self.school,
                    group_id=self.groups[group] if group else None,
                    function=function,
                    starts_on=self.plan.since,
                )
                for person, group, function in self.plan.new_appointments
            ),
            batch_size=BATCH,
        )


def new_person(said: RosterPerson) -> Person:
    """Somebody who cannot sign in yet: a letter or a code opens that door."""
    languages = dict(settings.LANGUAGES)
    return Person(
        given_name=said.given_name,
        infix=said.infix,
        family_name=said.family_name,
        called=said.called,
        birth_date=said.birth_date,
        email=said.email,
        mobile=said.mobile,
        language=said.language if said.language in languages else settings.LANGUAGE_CODE,
        password=make_password(None),
    )
