"""The same as test_controls.py, where somebody stands in two places, or not where she stood before."""

from dataclasses import replace

import pytest

from driehoek.backbone.access import policy
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.rules import following, gathering, inviting, portfolio, rule
from driehoek.backbone.access.rules.rule import Rule
from driehoek.facts.people.models import Guardianship
from driehoek.facts.schools.models import Appointment, Enrolment, Function
from driehoek.features.noticing.models import SetAside
from tests.cast import TODAY
from tests.oracle.life import Life
from tests.oracle.switching import Control, Switch, open_to_all

pytestmark = [pytest.mark.slow, pytest.mark.once]


def assert_refused_by_this_guard_alone(control: Control, life: Life, patch: pytest.MonkeyPatch) -> None:
    with patch.context() as still_on:
        assert not replace(control, off=lambda patch: None).goes_red(life, still_on)
    assert control.goes_red(life, patch)


def set_aside_goes_by(rest: Rule) -> Switch:
    """Only this is left of who reads why a pattern was set aside."""
    return lambda patch: patch.setitem(policy.POLICY, "noticing.setaside.see", rest)


def test_without_this_guard_a_mentor_reads_what_another_set_aside(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    off = set_aside_goes_by(inviting.mentor_of("student"))
    control = Control(off, "anouk", "school", "setaside Yusuf by who left")
    assert_refused_by_this_guard_alone(control, life, monkeypatch)


def test_without_this_guard_who_left_the_class_keeps_what_she_set_aside(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    """She has no page of that student any more, so the rows are asked themselves."""
    gijs = life.cast.viewer(life.cast.gijs, "school")
    assert not rows(SetAside, gijs, may="see").exists()
    set_aside_goes_by(rule.by_me)(monkeypatch)
    assert rows(SetAside, gijs, may="see").get() == life.set_aside["Yusuf by who left"]


def test_without_this_guard_who_answers_no_longer_reads_of_a_talk(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast = life.cast
    Guardianship.objects.filter(guardian=cast.naima, student=cast.yusuf).update(may_answer=False)
    control = Control(open_to_all(gathering.answers_for_her), "naima", "home", "meeting Yusuf with Naima")
    assert_refused_by_this_guard_alone(control, life, monkeypatch)


def test_without_this_guard_the_other_school_of_a_child_reads_what_was_agreed(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast = life.cast
    Enrolment.objects.create(student=cast.yusuf, group=cast.klas_1b, starts_on=TODAY)
    control = Control(open_to_all(gathering.at_that_school), "dijk", "school", "pledge Yusuf with Naima")
    assert_refused_by_this_guard_alone(control, life, monkeypatch)


def test_without_this_guard_a_mother_finds_at_work_what_she_put_together_at_home(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast = life.cast
    _appoint(life, "naima", Function.TEACHER, group=cast.groep_5, school=cast.vlieger)
    control = Control(open_to_all(portfolio.my_hat), "naima", "school", "bundle by Naima")
    assert_refused_by_this_guard_alone(control, life, monkeypatch)


def test_without_this_guard_a_mother_who_leads_the_school_reads_why_her_daughter_objects(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    _appoint(life, "sri", Function.HEAD, school=life.cast.delta)
    control = Control(open_to_all(following.led), "sri", "school", "objection Dewi")
    assert_refused_by_this_guard_alone(control, life, monkeypatch)


def _appoint(life: Life, who: str, function: Function, **where: object) -> None:
    board = life.cast.drie_hoeken
    person = getattr(life.cast, who)
    Appointment.objects.create(person=person, board=board, function=function, starts_on=TODAY, **where)
