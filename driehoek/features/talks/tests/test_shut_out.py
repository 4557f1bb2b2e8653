"""A guardian who was at the table is shut out since: nobody waits for her yes, and her name is gone there."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.urls import reverse

from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.looking.models import KindSwitch, Objection
from driehoek.facts.people.models import Guardianship, Person, Restriction, StudentGrant
from driehoek.facts.schools.models import School
from driehoek.features.talks.cycle import Overview
from driehoek.features.talks.models import Companion, Pledge, Talk
from driehoek.features.talks.seated import seated
from driehoek.features.talks.tests.table import WORDS, agreed, planned
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
UNREAD, ALL = "Niemand thuis kan dit nu lezen.", "Iedereen zei ja."


def block(cast: Cast, adult: Person) -> None:
    Restriction.objects.create(
        adult=adult, student=cast.yusuf, kind="no_access", starts_on=TODAY, basis="-", entered_by=cast.marja
    )


def confirmed(pledge: Pledge, *people: Person) -> None:
    for side in pledge.talk.sides.filter(person__in=people):
        pledge.confirm(side, by=side.person, at=NOW)


def test_nobody_waits_for_who_is_shut_out_and_the_other_home_says_yes(cast: Cast) -> None:
    talk = planned(cast)
    pledge = agreed(cast, talk, cast.anouk)
    confirmed(pledge, cast.anouk, cast.yusuf, cast.naima)
    here = pledge.get_absolute_url()
    assert ALL not in cast.sign_in(cast.naima).get(here).text
    block(cast, cast.rachid)
    for person in (cast.naima, cast.yusuf, cast.anouk):
        page = cast.sign_in(person).get(here).text
        assert ALL in page and cast.rachid.name not in page and UNREAD not in page
    assert "Kan dit nu niet lezen" in cast.sign_in(cast.anouk).get(here).text
    assert "Kan dit nu niet lezen" not in cast.sign_in(cast.naima).get(here).text
    assert cast.sign_in(cast.rachid).get(here).status_code == 404


def test_when_nobody_at_home_reads_it_school_is_told_and_it_stands_without(cast: Cast) -> None:
    talk = planned(cast, guardians=[cast.rachid.pk], reason="Apart")
    pledge = agreed(cast, talk, cast.anouk)
    confirmed(pledge, cast.anouk)
    pages = (talk.get_absolute_url(), pledge.get_absolute_url())
    anouk, yusuf = cast.sign_in(cast.anouk), cast.sign_in(cast.yusuf)
    assert not any(UNREAD in anouk.get(page).text for page in pages)
    block(cast, cast.rachid)
    assert all(UNREAD in anouk.get(page).text and ALL not in anouk.get(page).text for page in pages)
    confirmed(pledge, cast.yusuf)
    assert all(ALL in browser.get(page).text for page in pages for browser in (anouk, yusuf))
    assert UNREAD not in yusuf.get(pages[0]).text


def test_who_is_shut_out_is_named_nowhere_at_that_table_and_does_nothing_more(cast: Cast) -> None:
    talk = planned(cast)
    pledge = agreed(cast, talk, cast.rachid)
    Companion.bring(talk.sides.get(person=cast.rachid), "Oma Fatma", "family", by=cast.rachid, at=NOW)
    pages = (talk.get_absolute_url(), pledge.get_absolute_url(), reverse("talks:change", args=[pledge.pk]))
    anouk, naima = cast.sign_in(cast.anouk), cast.sign_in(cast.naima)
    assert all("Oma Fatma" in browser.get(pages[0]).text for browser in (anouk, naima))
    assert all(cast.rachid.name in browser.get(page).text for page in pages for browser in (anouk, naima))
    block(cast, cast.rachid)
    for browser in (anouk, naima):
        assert not [page for page in pages if cast.rachid.name in browser.get(page).text]
        assert "Oma Fatma" not in browser.get(pages[0]).text
    side = talk.sides.get(person=cast.rachid)
    said = {"who": side.pk, "words": "Iets anders.", "until": ""}
    assert anouk.post(reverse("talks:pledges", args=[talk.pk]), said).status_code == 422
    assert WORDS in cast.sign_in(cast.yusuf).get(reverse("children:me")).text


def test_the_list_of_the_mentor_waits_for_who_can_still_read_it(cast: Cast) -> None:
    talk = planned(cast)
    talk.sides.get(person=cast.naima).get_ready(by=cast.naima, at=NOW)
    mentor = cast.viewer(cast.anouk)

    def home() -> bool:
        lines = [line for group in Overview(mentor).groups for line in group.lines]
        return next(line.home for line in lines if line.student == cast.yusuf)

    assert not home()
    block(cast, cast.rachid)
    assert home()
    block(cast, cast.naima)
    assert not home()


def test_found_without_asking_a_side_of_home_is_shut_and_names_nobody(cast: Cast) -> None:
    talk = planned(cast)
    unasked = {side.corner: side for side in talk.sides.exclude(person=cast.rachid)}
    assert [unasked[corner].is_shut for corner in ("child", "home", "school")] == [False, True, False]
    assert unasked["home"].called == "Een ouder" and unasked["school"].called == cast.anouk.name
    asked = seated(TODAY).get(talk=talk, person=cast.naima)
    assert not asked.is_shut and asked.called == cast.naima.name


def no_seat(cast: Cast, talk: Talk) -> None:
    tie = Guardianship.objects.filter(guardian=cast.naima, student=talk.student)
    tie.update(ends_on=TODAY - dt.timedelta(days=1))


def no_rights(cast: Cast, talk: Talk) -> None:
    Guardianship.objects.filter(guardian=cast.naima, student=talk.student).update(may_answer=False)


def objected(cast: Cast, talk: Talk) -> None:
    pair = {"student": talk.student, "guardian": cast.naima}
    Objection.objects.create(**pair, school=talk.school, reason="Liever niet.", at=NOW)


def switched_off(cast: Cast, talk: Talk) -> None:
    KindSwitch.objects.create(school=talk.school, kind="talks", is_open=False, at=NOW)


def of_age(cast: Cast, talk: Talk) -> None:
    Person.objects.filter(pk=talk.student_id).update(birth_date=dt.date(2008, 11, 19))
    School.objects.filter(pk=talk.school_id).update(guardians_until_age=18)


def of_age_but_for(kind: str) -> Callable[[Cast, Talk], None]:
    def shown(cast: Cast, talk: Talk) -> None:
        of_age(cast, talk)
        pair = {"student": talk.student, "guardian": cast.naima}
        StudentGrant.objects.create(**pair, kind=kind, starts_on=TODAY)

    return shown


def nothing(cast: Cast, talk: Talk) -> None:
    """As it is."""


STATES = {
    "nothing": (nothing, False), "no seat": (no_seat, True), "no rights": (no_rights, True),
    "objected": (objected, True), "switched off": (switched_off, True), "of age": (of_age, True),
    "news alone": (of_age_but_for("news"), True), "talks": (of_age_but_for("talks"), False),
}  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_it_is_what_the_policy_says(cast: Cast, state: str) -> None:
    happens, is_shut = STATES[state]
    talk = planned(cast, guardians=[cast.naima.pk], reason="Apart")
    happens(cast, talk)
    (naima,) = Viewer.at_home([cast.naima], NOW)
    side = seated(TODAY).get(talk=talk, person=cast.naima)
    assert side.is_shut == is_shut != talk.allows(naima, "attend")
    assert not any(one.is_shut for one in seated(TODAY).filter(talk=talk).exclude(pk=side.pk))
