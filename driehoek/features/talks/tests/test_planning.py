"""A talk is planned with everybody who belongs there; whoever is not asked has a reason."""

import datetime as dt
import uuid

import pytest
from django.core import mail
from django.http import HttpResponse
from django.urls import reverse

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.preferences import prefer
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.looking.models import KindSwitch
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment
from driehoek.features.talks.models import Cancellation, LeftOut, Talk
from driehoek.features.talks.planning import Table
from driehoek.features.talks.tests.table import SOON, planned
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


def said(cast: Cast, **more: object) -> dict[str, object]:
    words: dict[str, object] = {
        "token": str(uuid.uuid4()), "kind": "start", "moment": "2026-11-26T18:20", "minutes": "20",
        "place": "Lokaal 5", "with_student": "on", "guardians": [cast.naima.pk, cast.rachid.pk],
    }  # fmt: skip
    return words | more


def send(cast: Cast, person: Person, words: dict[str, object]) -> HttpResponse:
    path = reverse("talks:new", args=[cast.yusuf.pk])
    return cast.sign_in(person).post(path, words)  # type: ignore[return-value]


def mailed() -> list[str]:
    while tell_due(NOW):
        pass
    deliver_due("email", clock=lambda: NOW)
    return [letter.to[0] for letter in mail.outbox]


def test_everybody_is_asked_of_itself_and_hears_it_once(cast: Cast) -> None:
    words = said(cast)
    assert [send(cast, cast.anouk, words).status_code for _time in range(2)] == [302, 302]
    talk = Talk.objects.get()
    sides = {(side.person, side.corner) for side in talk.sides.all()}
    assert sides == {
        (cast.yusuf, Corner.CHILD), (cast.naima, Corner.HOME), (cast.rachid, Corner.HOME),
        (cast.anouk, Corner.SCHOOL),
    }  # fmt: skip
    told = mailed()
    assert told.count(cast.naima.email) == told.count(cast.rachid.email) == 1
    assert cast.anouk.email not in told
    assert all("Yusuf" not in letter.subject for letter in mail.outbox)


def test_leaving_a_parent_out_needs_a_reason_that_only_school_reads(cast: Cast) -> None:
    words = said(cast, guardians=[cast.naima.pk])
    refused = send(cast, cast.anouk, words)
    assert refused.status_code == 422 and "waarom niet iedereen van thuis" in refused.content.decode()
    assert not Talk.objects.exists()
    send(cast, cast.anouk, words | {"reason": "Rachid heeft een eigen gesprek."})
    talk = Talk.objects.get()
    assert LeftOut.objects.get().person == cast.rachid
    there = talk.get_absolute_url()
    assert "een eigen gesprek" in cast.sign_in(cast.anouk).get(there).content.decode()
    assert "een eigen gesprek" not in cast.sign_in(cast.naima).get(there).content.decode()
    assert cast.sign_in(cast.rachid).get(there).status_code == 404


def test_a_talk_without_the_student_needs_a_reason_too(cast: Cast) -> None:
    words = {name: value for name, value in said(cast).items() if name != "with_student"}
    assert send(cast, cast.anouk, words).status_code == 422
    assert send(cast, cast.anouk, words | {"reason_alone": "Hij is dan bij oma."}).status_code == 302
    assert cast.sign_in(cast.yusuf).get(Talk.objects.get().get_absolute_url()).status_code == 404


def test_only_who_works_with_the_child_plans_and_only_with_who_answers_for_her(cast: Cast) -> None:
    for person, status in ((cast.daan, 404), (cast.gijs, 404), (cast.naima, 403), (cast.joris, 403)):
        assert send(cast, person, said(cast)).status_code == status
    stranger = send(cast, cast.anouk, said(cast, guardians=[cast.elif_.pk], reason="Zomaar"))
    assert stranger.status_code == 422 and not Talk.objects.exists()


def test_home_is_asked_only_where_that_school_opens_talks(cast: Cast) -> None:
    """Yusuf sits at a second school too; what one of the two shuts is open at the other."""
    Enrolment.objects.create(student=cast.yusuf, group=cast.klas_1b, starts_on=NOW.date())
    tables = [Table(cast.yusuf, school, NOW.date(), host) for school, host in (
        (cast.vlieger, cast.anouk), (cast.kompas, cast.dijk),
    )]  # fmt: skip
    both = [cast.naima, cast.rachid]
    assert [table.guardians for table in tables] == [both, both]
    KindSwitch.objects.create(school=cast.vlieger, kind="talks", is_open=False, at=NOW)
    again = [Table(table.student, table.school, table.day, table.host) for table in tables]
    assert [table.guardians for table in again] == [[], both]


def test_a_time_that_was_is_refused_and_what_was_typed_is_still_there(cast: Cast) -> None:
    refused = send(cast, cast.anouk, said(cast, moment="2026-11-19T14:00", place="Bij de kapstok"))
    assert refused.status_code == 422 and "Kies een tijd die nog komt" in refused.content.decode()
    assert "Bij de kapstok" in refused.content.decode()


@pytest.mark.parametrize(("time", "status"), [("06:59", 422), ("07:00", 302), ("22:00", 302), ("23:40", 422)])
def test_nobody_is_asked_to_talk_at_night(cast: Cast, time: str, status: int) -> None:
    answer = send(cast, cast.anouk, said(cast, moment=f"2026-11-24T{time}"))
    assert answer.status_code == status
    assert ("Kies een tijd tussen 7:00 en 22:00." in answer.content.decode()) == (status == 422)


def test_two_households_may_talk_apart_and_neither_sees_the_other(cast: Cast) -> None:
    hers = planned(cast, guardians=[cast.naima.pk], reason="Apart")
    his = planned(cast, guardians=[cast.rachid.pk], reason="Apart")
    for person, own, other in ((cast.naima, hers, his), (cast.rachid, his, hers)):
        browser = cast.sign_in(person)
        assert browser.get(own.get_absolute_url()).status_code == 200
        assert browser.get(other.get_absolute_url()).status_code == 404
        every = browser.get(reverse("talks:list")).content.decode()
        assert own.get_absolute_url() in every and other.get_absolute_url() not in every


def test_moving_and_calling_off_reach_everybody_and_only_school_does_it(cast: Cast) -> None:
    talk = planned(cast)
    moving, off = reverse("talks:moving", args=[talk.pk]), reverse("talks:cancelling", args=[talk.pk])
    words = {"moment": "2026-11-27T17:00", "minutes": "30", "place": "Aula"}
    assert cast.sign_in(cast.naima).post(moving, words).status_code == 403
    assert cast.sign_in(cast.meryem).post(moving, words).status_code == 403  # she is not at the talk
    assert cast.sign_in(cast.anouk).post(moving, words).status_code == 302
    assert "Aula" in cast.sign_in(cast.naima).get(talk.get_absolute_url()).content.decode()
    browser = cast.sign_in(cast.anouk)
    assert browser.post(off, {"reason": ""}).status_code == 422
    assert [browser.post(off, {"reason": "Ik ben ziek."}).status_code for _time in range(2)] == [302, 302]
    assert "Ik ben ziek." in cast.sign_in(cast.naima).get(talk.get_absolute_url()).content.decode()
    mailed()
    assert any("gaat niet door" in letter.subject for letter in mail.outbox)


def test_what_was_held_is_neither_moved_nor_called_off(cast: Cast) -> None:
    talk, browser = planned(cast), cast.sign_in(cast.anouk)
    moving, off = reverse("talks:moving", args=[talk.pk]), reverse("talks:cancelling", args=[talk.pk])
    words = {"moment": "2026-11-27T17:00", "minutes": "30", "place": "Aula"}
    browser.post(off, {"reason": "Ik ben ziek."})
    assert browser.post(moving, words).status_code == 403
    Cancellation.objects.all().delete()
    Talk.objects.update(moment=NOW - dt.timedelta(days=1))
    assert browser.post(moving, words).status_code == 403
    assert browser.post(off, {"reason": "Toch niet."}).status_code == 403
    held = Talk.objects.get()
    assert not held.is_off and held.place == "Lokaal 5"


def test_a_talk_goes_into_anybodys_calendar_without_a_name(cast: Cast) -> None:
    talk = planned(cast)
    path = reverse("talks:calendar", args=[talk.pk])
    file = cast.sign_in(cast.naima).get(path)
    words = file.content.decode()
    assert file["Content-Type"].startswith("text/calendar")
    assert "Startgesprek" in words and "Lokaal 5" in words and "Yusuf" not in words
    assert f"{SOON:%Y%m%d}T140000Z" in words
    assert cast.sign_in(cast.elif_).get(path).status_code == 404


def test_a_moved_and_a_cancelled_talk_wait_for_no_digest(cast: Cast) -> None:
    talk = planned(cast)
    prefer(cast.naima, category="talks", channel="email", rhythm="weekly")
    mailed()
    mail.outbox.clear()
    talk.move(moment=NOW + dt.timedelta(days=20), minutes=20, place="Lokaal 5", by=cast.anouk, at=NOW)
    assert cast.naima.email in mailed()
    talk.move(moment=NOW + dt.timedelta(hours=30), minutes=20, place="Lokaal 5", by=cast.anouk, at=NOW)
    mailed()
    mail.outbox.clear()
    talk.cancel("Ziek", by=cast.anouk, at=NOW)
    assert cast.naima.email in mailed()


def test_of_two_homes_that_talk_apart_the_child_reads_with_whom_each_talk_is(cast: Cast) -> None:
    """The kind is the same, and may be the hour."""
    for parent, other in ((cast.naima, "Rachid"), (cast.rachid, "Naima")):
        planned(cast, guardians=[parent.pk], reason_alone=f"{other} komt een andere dag.", reason="Apart.")
    page = cast.sign_in(cast.yusuf).get(reverse("talks:list")).text
    for name in (cast.naima.name, cast.rachid.name):
        assert f"Met <bdi>{name}</bdi>" in page
    for other in (cast.naima, cast.anouk):
        assert "Met <bdi>" not in cast.sign_in(other).get(reverse("talks:list")).text
