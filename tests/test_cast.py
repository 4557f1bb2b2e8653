"""The cast is what the other tests think it is."""

import datetime as dt

from driehoek.backbone.access.models import Audience, Seat
from driehoek.facts.people.models import Guardianship
from driehoek.facts.schools.models import Appointment, Enrolment
from tests.cast import NOW, TODAY, Cast


def test_groep_5_has_28_children_and_47_guardians_in_six_languages(cast: Cast) -> None:
    audience = Audience.objects.create(school=cast.vlieger)
    audience.lines.create(role="guardian", group=cast.groep_5)
    guardians = list(audience.people(TODAY))
    assert len(guardians) == 47
    assert {guardian.language for guardian in guardians} == {"nl", "tr", "ar", "pl", "uk", "en"}
    assert Seat.objects.on(TODAY).filter(role="student", group=cast.groep_5).count() == 28


def test_naima_sits_in_three_groups_at_two_schools_and_rachid_too(cast: Cast) -> None:
    for parent in (cast.naima, cast.rachid):
        viewer = cast.viewer(parent)
        assert viewer.wards() == {cast.lina.pk, cast.yusuf.pk, cast.adam.pk}
        assert viewer.groups() == {cast.groep_2.pk, cast.groep_5.pk, cast.bso.pk, cast.klas_1b.pk}


def test_a_blocked_father_sees_nobody(cast: Cast) -> None:
    assert Guardianship.objects.filter(guardian=cast.jeroen, student=cast.finn).exists()
    assert cast.viewer(cast.jeroen).seats == []


def test_a_parent_without_custody_sees_nothing_until_the_school_grants_it(cast: Cast) -> None:
    assert cast.viewer(cast.dennis).wards() == set()
    assert cast.viewer(cast.tom).wards() == {cast.mila.pk}
    assert cast.viewer(cast.tom).groups() == set()


def test_at_eighteen_only_a_granted_guardian_looks_along(cast: Cast) -> None:
    assert cast.viewer(cast.ronald).wards() == {cast.kevin.pk}
    assert cast.viewer(cast.zehra).wards() == set()
    assert cast.viewer(cast.sri).wards() == {cast.dewi.pk}


def test_ages_of_the_older_students_on_the_day_of_the_tests(cast: Cast) -> None:
    ages = [student.age(TODAY) for student in (cast.emma, cast.thomas, cast.dewi, cast.kevin)]
    assert ages == [15, 16, 17, 18]


def test_anouk_is_a_teacher_and_a_mother_but_never_both_at_once(cast: Cast) -> None:
    assert cast.viewer(cast.anouk).groups() == {cast.groep_5.pk}
    assert cast.viewer(cast.anouk, "home").wards() == {cast.tess.pk}


def test_those_whose_work_ended_have_no_seat(cast: Cast) -> None:
    for left in (cast.gijs, cast.frank):
        assert Appointment.objects.filter(person=left, group__isnull=False).exists()
        assert cast.viewer(left, "school").seats == []
    assert cast.viewer(cast.lieke).groups() == {cast.groep_2.pk}


def test_a_former_guardian_sees_nothing(cast: Cast) -> None:
    assert cast.viewer(cast.gerda).seats == []


def test_noah_was_in_groep_5_until_the_day_before_he_changed(cast: Cast) -> None:
    dates = Enrolment.objects.filter(student=cast.noah).values_list("group__name", "starts_on", "ends_on")
    assert {(name, ends and ends.isoformat()) for name, _starts, ends in dates} == {
        ("groep 5", "2026-10-25"),
        ("groep 6", None),
    }
    assert cast.viewer(cast.inge).groups() == {cast.groep_6.pk}


def test_twins_sit_in_two_classes_and_three_parents_share_one_child(cast: Cast) -> None:
    assert cast.viewer(cast.nicole).groups() == {cast.klas_1a.pk, cast.klas_1b.pk}
    for parent in (cast.iris, cast.judith, cast.maarten):
        assert cast.viewer(parent).wards() == {cast.teun.pk}


def test_foster_parents_see_amira_while_the_contract_runs(cast: Cast) -> None:
    assert cast.viewer(cast.hanneke).wards() == {cast.amira.pk}
    after = dt.datetime(2027, 8, 1, 12, tzinfo=dt.UTC)
    assert cast.viewer(cast.hanneke, now=after).wards() == set()


def test_ruben_teaches_the_class_of_his_own_daughter(cast: Cast) -> None:
    assert cast.viewer(cast.ruben).groups() == cast.viewer(cast.ruben, "home").groups() == {cast.groep_7.pk}


def test_the_other_board_is_another_world(cast: Cast) -> None:
    assert {seat.school for seat in cast.viewer(cast.wouter).seats} == {cast.brug}
    assert cast.brug.board == cast.overkant != cast.vlieger.board


def test_two_adults_share_an_address_and_one_has_none(cast: Cast) -> None:
    assert cast.piet.email == cast.ans.email != ""
    assert cast.hatice.email == ""


def test_the_clock_stands_still(cast: Cast) -> None:
    assert cast.viewer(cast.elif_).now == NOW
