"""The talks of a school year: what the school set itself, and who was not spoken to yet."""

import datetime as dt

import pytest
from django.urls import reverse

from driehoek.backbone.journal.models import Entry
from driehoek.facts.schools.models import Enrolment
from driehoek.features.talks.cycle import Overview
from driehoek.features.talks.models import CycleStep, Talk
from driehoek.features.talks.tests.table import SOON, planned
from driehoek.features.talks.watching import remind
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
FIVE = {"layer": "5", "kind": "start", "month": "9"}


def year(cast: Cast) -> str:
    return reverse("talks:cycle", args=[cast.vlieger.pk])


def test_the_school_says_which_talks_a_year_has_and_only_its_leaders(cast: Cast) -> None:
    for person in (cast.anouk, cast.naima, cast.peter):
        assert cast.sign_in(person).post(year(cast), FIVE).status_code in (403, 404)
    browser = cast.sign_in(cast.joris)
    assert [browser.post(year(cast), FIVE).status_code for _time in range(2)] == [302, 302]
    step = CycleStep.objects.get()
    assert "Startgesprek" in browser.get(year(cast)).content.decode()
    assert browser.post(year(cast), FIVE | {"month": "13"}).status_code == 422
    away = reverse("talks:step_removal", args=[step.pk])
    assert cast.sign_in(cast.anouk).post(away).status_code == 403
    assert browser.post(away).status_code == 302 and not CycleStep.objects.exists()


def test_the_first_hundred_days_are_three_talks_in_one_tap(cast: Cast) -> None:
    browser, there = cast.sign_in(cast.saskia), reverse("talks:cycle", args=[cast.delta.pk])
    assert browser.post(there, {"hundred": "1", "layer": "1"}).status_code == 302
    found = CycleStep.objects.values_list("layer", "kind", "month")
    assert set(found) == {(1, "start", 8), (1, "check", 9), (1, "progress", 11)}
    faulty = browser.post(there, {"hundred": "1", "layer": ""})
    assert faulty.status_code == 422 and 'id="honderd-layer_error"' in faulty.content.decode()


def test_the_years_are_those_in_which_somebody_sits(cast: Cast) -> None:
    browser = cast.sign_in(cast.joris)
    assert browser.post(year(cast), FIVE).status_code == 302
    Enrolment.objects.filter(group=cast.groep_5).update(ends_on=TODAY - dt.timedelta(days=1))
    refused = browser.post(year(cast), FIVE | {"month": "10"})
    assert refused.status_code == 422 and CycleStep.objects.count() == 1


def test_a_mentor_sees_who_was_not_spoken_to_and_what_is_due(cast: Cast) -> None:
    CycleStep.add(cast.vlieger, [(5, "start", 9), (5, "progress", 2)], by=cast.joris, at=NOW)
    planned(cast)
    held = planned(cast, kind="progress")
    Talk.objects.filter(pk=held.pk).update(moment=NOW - dt.timedelta(days=20), student=cast.noor)
    (mine,) = Overview(cast.viewer(cast.anouk)).groups
    lines = {line.student: line for line in mine.lines}
    assert lines[cast.noor].is_spoken_to and not lines[cast.yusuf].is_spoken_to
    assert lines[cast.yusuf].coming and not lines[cast.yusuf].missing
    assert [step.kind for step in lines[cast.sem].missing] == ["start"]
    page = cast.sign_in(cast.anouk).get(reverse("talks:list")).content.decode()
    assert "Nog niet gesproken" in page and "Startgesprek (september)" in page


def test_a_leader_sees_every_group_and_a_parent_only_her_own_talks(cast: Cast) -> None:
    groups = {one.group for one in Overview(cast.viewer(cast.joris)).groups}
    assert {cast.groep_5, cast.groep_2} <= groups
    assert {one.group for one in Overview(cast.viewer(cast.daan)).groups} == {cast.groep_2}
    hers = cast.sign_in(cast.naima).get(reverse("talks:list")).content.decode()
    assert "Nog niet gesproken" not in hers


def test_the_list_asks_the_same_number_of_questions_for_more_pupils(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    planned(cast)
    viewer = cast.viewer(cast.joris)
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        assert sum(len(one.lines) for one in Overview(viewer).groups) > 30


def test_of_two_coming_talks_each_finds_her_own_first_and_the_other_as_a_line(cast: Cast) -> None:
    his = planned(cast, host=cast.joris, guardians=[cast.rachid.pk], reason_alone="Zij praten apart.")
    hers = planned(
        cast, moment=SOON + dt.timedelta(days=1), guardians=[cast.naima.pk], reason_alone="Zij praten apart."
    )
    assert not his.sides.filter(person=cast.anouk).exists()
    first, other = (f'href="{talk.get_absolute_url()}"' for talk in (hers, his))
    mentor = cast.sign_in(cast.anouk)
    for page in (reverse("children:pupil", args=[cast.yusuf.pk]), reverse("talks:list")):
        said = mentor.get(page).text
        assert -1 < said.find(first) < said.find(other)
    child = reverse("children:detail", args=[cast.yusuf.pk])
    home = {who: cast.sign_in(who).get(child).text for who in (cast.naima, cast.rachid, cast.yusuf)}
    assert hers.get_absolute_url() in home[cast.naima] and other not in home[cast.naima]
    assert his.get_absolute_url() in home[cast.rachid] and first not in home[cast.rachid]
    assert first in home[cast.yusuf] and his.get_absolute_url() in home[cast.yusuf]
    everything = f'<a href="{reverse("talks:list")}">Alles</a>'
    assert everything in home[cast.yusuf] and everything not in home[cast.naima]


def test_five_days_and_one_day_before_everybody_is_told_once(cast: Cast) -> None:
    talk = planned(cast)
    for days in (3, 4, 6, 6):
        remind(NOW.replace(hour=7) + dt.timedelta(days=days))
    verbs = Entry.objects.filter(subject_id=talk.pk, verb__startswith="talks.talk.").order_by("pk")
    assert [entry.verb for entry in verbs][1:] == ["talks.talk.ahead", "talks.talk.near"]
