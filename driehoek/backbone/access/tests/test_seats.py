"""A seat exists for as long as its reasons do."""

import datetime as dt
from typing import Any

import pytest

from driehoek.backbone.access.models import Audience, Role, Seat
from driehoek.backbone.access.models.audience import AudienceLine, lines_fitting
from driehoek.backbone.access.viewer import AMSTERDAM, Viewer
from driehoek.facts.people.models import Guardianship, Person, Restriction, StudentGrant
from driehoek.facts.schools.models import Appointment, Board, Enrolment, Group, School, SchoolYear

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 11, 19)
NOON = dt.datetime(2026, 11, 19, 12, tzinfo=AMSTERDAM)


class World:
    """One school, one group, one child with a mother, and a teacher."""

    def __init__(
        self, *, sector: str = "primary", born: dt.date | None = dt.date(2017, 3, 1), until: int = 18
    ):
        board = Board.objects.create(name="Stichting Proef")
        self.school = School.objects.create(
            board=board, name="De Vlieger", sector=sector, guardians_until_age=until
        )
        year = SchoolYear.objects.create(
            school=self.school, name="2026-2027", starts_on=dt.date(2026, 8, 1), ends_on=dt.date(2027, 7, 31)
        )
        self.group = Group.objects.create(school=self.school, year=year, name="groep 5")
        self.next_group = Group.objects.create(school=self.school, year=year, name="groep 6")
        self.child = Person.objects.create(given_name="Yusuf", birth_date=born)
        self.mother = Person.objects.create(given_name="Naima")
        self.teacher = Person.objects.create(given_name="Anouk")
        self.enrolment = Enrolment.objects.create(
            student=self.child, group=self.group, starts_on=dt.date(2026, 8, 1)
        )
        self.guardianship = self.guard(self.mother)
        Appointment.objects.create(
            person=self.teacher, board=board, school=self.school, group=self.group, function="teacher",
            starts_on=dt.date(2026, 8, 1),
        )  # fmt: skip

    def guard(self, adult: Person, **fields: object) -> Guardianship:
        row = Guardianship.objects.create(
            guardian=adult, student=self.child, starts_on=dt.date(2026, 8, 1),
            **{"kind": "custody", "source": "import"} | fields,
        )  # fmt: skip
        row.approve(by=None, at=NOON)
        return row

    def seated(self, person: Person, day: dt.date = DAY) -> bool:
        return Seat.objects.on(day).filter(person=person).exists()


def test_a_guardian_a_student_and_a_teacher_have_a_seat() -> None:
    world = World()
    roles = Seat.objects.on(DAY).filter(school=world.school).values_list("person_id", "role")
    assert set(roles) == {
        (world.mother.pk, "guardian"),
        (world.child.pk, "student"),
        (world.teacher.pk, "staff"),
    }


def test_a_guardianship_that_nobody_agreed_to_opens_nothing() -> None:
    world = World()
    world.guardianship.approval.delete()
    assert not world.seated(world.mother)


def test_a_block_beats_every_guardianship_and_ends_on_its_last_day() -> None:
    world = World()
    Restriction.objects.create(
        student=world.child, adult=world.mother, kind="no_access", starts_on=DAY, ends_on=DAY,
        basis="Vonnis", entered_by=world.teacher,
    )  # fmt: skip
    assert world.seated(world.mother, DAY - dt.timedelta(1))
    assert not world.seated(world.mother, DAY)
    assert world.seated(world.mother, DAY + dt.timedelta(1))


def test_access_ends_with_the_guardianship_and_with_the_enrolment() -> None:
    world = World()
    world.guardianship.end(on=DAY)
    assert world.seated(world.mother, DAY) and not world.seated(world.mother, DAY + dt.timedelta(1))
    world.enrolment.ends_on = DAY
    world.enrolment.save()
    assert not world.seated(world.child, DAY + dt.timedelta(1))


@pytest.mark.parametrize("until", [16, 18])
def test_on_the_birthday_the_guardian_lets_go_unless_the_student_grants_it(until: int) -> None:
    birthday = dt.date(2026, 11, 19)
    world = World(sector="vocational", born=birthday.replace(year=2026 - until), until=until)
    assert world.seated(world.mother, birthday - dt.timedelta(1))
    assert not world.seated(world.mother, birthday)
    StudentGrant.objects.create(student=world.child, guardian=world.mother, starts_on=birthday)
    assert world.seated(world.mother, birthday)


def test_born_on_29_february_comes_of_age_on_28_february() -> None:
    world = World(sector="secondary", born=dt.date(2008, 2, 29))
    Enrolment.objects.update(starts_on=dt.date(2025, 8, 1))
    Guardianship.objects.update(starts_on=dt.date(2025, 8, 1))
    assert world.seated(world.mother, dt.date(2026, 2, 27))
    assert not world.seated(world.mother, dt.date(2026, 2, 28))


@pytest.mark.parametrize(
    ("sector", "open_"), [("primary", True), ("secondary", False), ("vocational", False)]
)
def test_without_a_birth_date_the_door_is_open_only_where_children_are_small(
    sector: str, open_: bool
) -> None:
    world = World(sector=sector, born=None)
    assert world.seated(world.mother) == open_


def test_a_delegate_who_sees_only_the_child_is_no_part_of_the_group() -> None:
    world = World()
    grandmother = Person.objects.create(given_name="Fatima")
    world.guard(grandmother, kind="delegate", sees_group=False)
    cases: list[tuple[dict[str, Any], bool]] = [
        ({"group": world.group}, False),
        ({"student": world.child}, True),
    ]
    for line, told in cases:
        audience = Audience.objects.create(school=world.school)
        audience.lines.create(role=Role.GUARDIAN, **line)
        assert audience.people(DAY).contains(grandmother) == told
        assert audience.people(DAY).contains(world.mother)


def test_who_is_told_is_exactly_who_is_counted_in() -> None:
    world = World()
    scopes: list[dict[str, Any]] = [
        {"board": world.school.board},
        {"school": world.school},
        {"group": world.group},
        {"student": world.child},
    ]
    for scope in scopes:
        for role in ["", *Role.values]:
            audience = Audience.objects.create(school=world.school)
            line = audience.lines.create(role=role, **scope)
            told = set(audience.people(DAY))
            counted = {
                person
                for person in Person.objects.all()
                for hat in ("home", "school")
                if AudienceLine.objects.filter(
                    lines_fitting(Viewer(person, hat, NOON).seats), pk=line.pk
                ).exists()
            }
            assert told == counted


def test_a_group_that_was_left_is_remembered_only_while_one_stays_at_the_school() -> None:
    world = World()
    world.enrolment.ends_on = DAY - dt.timedelta(10)
    world.enrolment.save()
    assert Viewer(world.mother, "home", NOON).left == []
    Enrolment.objects.create(student=world.child, group=world.next_group, starts_on=DAY - dt.timedelta(9))
    assert [seat.group_id for seat in Viewer(world.mother, "home", NOON).left] == [world.group.pk]


def test_the_two_hats_of_one_person_never_mix() -> None:
    world = World()
    world.guard(world.teacher)
    assert {seat.role for seat in Viewer(world.teacher, "home", NOON).seats} == {"guardian"}
    assert {seat.role for seat in Viewer(world.teacher, "school", NOON).seats} == {"staff"}


def test_a_suspended_person_has_no_seats() -> None:
    world = World()
    world.teacher.is_active = False
    assert Viewer(world.teacher, "school", NOON).seats == []


def test_of_several_at_home_each_has_the_places_she_has_alone_and_nobody_those_of_work() -> None:
    world = World()
    gone = Person.objects.create(given_name="Rachid", is_active=False)
    world.guard(gone)
    people = [world.mother, world.teacher, world.child, gone]
    together = Viewer.at_home(people, NOON)
    assert [viewer.seats for viewer in together] == [Viewer(one, "home", NOON).seats for one in people]
    assert [len(viewer.seats) for viewer in together] == [1, 0, 1, 0]
