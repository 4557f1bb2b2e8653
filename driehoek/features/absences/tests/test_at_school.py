"""Today's list, a child who is missed, the alarm, and the gentle line for the teacher."""

import datetime as dt

import pytest
import time_machine
from django.core import mail
from django.urls import reverse

from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.preferences import prefer
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.people.models import Restriction
from driehoek.facts.schools.models import Enrolment
from driehoek.features.absences.models import Absence, ListAlarm, ListSeen, Reason, Withdrawal
from driehoek.features.absences.reporting import note_missing
from driehoek.features.absences.tests.told import A_DAY, MORNING, ill
from driehoek.features.absences.watching import ring_for_unread_lists
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
DAY_LIST = "absences:day_list"


def at(hour: int, minute: int) -> dt.datetime:
    return NOW.replace(hour=hour, minute=minute)


def missed(cast: Cast) -> Absence:
    return note_missing(cast.yusuf, cast.vlieger, by=cast.anouk, at=at(8, 40), day=TODAY)


def mails() -> list[str]:
    while tell_due(NOW):
        pass
    deliver_due("email", clock=lambda: NOW)
    return [letter.to[0] for letter in mail.outbox]


def test_the_list_says_who_is_ill_and_who_told_it_to_the_group_only(cast: Cast) -> None:
    ill(cast.yusuf, by=cast.naima)
    path = reverse(DAY_LIST, args=[cast.groep_5.pk])
    page = cast.sign_in(cast.anouk).get(path).content.decode()
    assert "Yusuf" in page and "Naima" in page and "Ziek" in page
    assert cast.sign_in(cast.daan).get(path).status_code == 404
    assert cast.sign_in(cast.naima).get(path).status_code == 404
    assert cast.sign_in(cast.peter).get(path).status_code == 404


def test_a_protected_child_is_on_no_list_of_a_colleague_who_was_not_named(cast: Cast) -> None:
    ill(cast.lotte, by=cast.karin)
    path = reverse(DAY_LIST, args=[cast.groep_5.pk])
    assert "Lotte" in cast.sign_in(cast.anouk).get(path).content.decode()
    assert "Lotte" not in cast.sign_in(cast.marja).get(path).content.decode()
    assert "Lotte" not in cast.sign_in(cast.marja).get(reverse("absences:whole_school")).content.decode()


def test_the_office_sees_the_whole_school_and_whether_somebody_looked(cast: Cast) -> None:
    ill(cast.yusuf, by=cast.naima)
    path = reverse("absences:whole_school")
    assert "Nog niet gezien" in cast.sign_in(cast.marja).get(path).content.decode()
    cast.sign_in(cast.anouk).get(reverse("children:group", args=[cast.groep_5.pk]))
    assert "Nog niet gezien" not in cast.sign_in(cast.marja).get(path).content.decode()
    assert cast.sign_in(cast.anouk).get(path).status_code == 403


def test_a_look_of_the_office_does_not_count_as_a_look_of_the_group(cast: Cast) -> None:
    cast.sign_in(cast.marja).get(reverse(DAY_LIST, args=[cast.groep_5.pk]))
    assert not ListSeen.objects.exists()


def test_whom_nobody_reported_is_asked_after_at_home_the_same_morning(cast: Cast) -> None:
    path = reverse("absences:missed", args=[cast.groep_5.pk])
    for _ in range(2):
        cast.sign_in(cast.anouk).post(path, {"what": "missing", "students": [cast.yusuf.pk]})
    absence = Absence.objects.get()
    assert absence.is_unexplained
    assert set(mails()) == {cast.naima.email, cast.rachid.email}
    for letter in mail.outbox:
        assert "Yusuf" not in letter.subject + str(letter.body)
    assert "is nog niet op school" in cast.sign_in(cast.naima).get("/").content.decode()


def test_after_the_last_bell_nobody_is_still_to_come(cast: Cast) -> None:
    path = reverse("absences:explanation", args=[missed(cast).pk])
    with time_machine.travel(cast.now.replace(hour=20), tick=False):
        for page in ("/", path):
            words = cast.sign_in(cast.naima).get(page).text
            assert "Ziek" in words and "nog niet op school" not in words and "Komt later" not in words
        assert "<bdi>Yusuf</bdi> was vandaag niet op school" in cast.sign_in(cast.naima).get("/").text


def test_one_tap_of_home_explains_it_and_the_first_answer_stands(cast: Cast) -> None:
    absence = missed(cast)
    path = reverse("absences:explanation", args=[absence.pk])
    assert cast.sign_in(cast.tom).post(path, {"why": "ill"}).status_code == 404
    cast.sign_in(cast.rachid).post(path, {"why": "late"})
    cast.sign_in(cast.naima).post(path, {"why": "ill"})
    absence.refresh_from_db()
    assert absence.reason == Reason.LATE
    assert mails() == []


def test_a_teacher_who_was_wrong_says_so_and_no_mail_goes(cast: Cast) -> None:
    absence = missed(cast)
    path = reverse("absences:presence", args=[absence.pk])
    assert cast.sign_in(cast.naima).post(path).status_code == 403
    assert cast.sign_in(cast.anouk).post(path).status_code == 302
    assert Withdrawal.objects.exists() and mails() == []


def test_what_home_reported_is_not_for_school_to_take_away(cast: Cast) -> None:
    absence = ill(cast.yusuf, by=cast.naima)
    path = reverse("absences:presence", args=[absence.pk])
    assert cast.sign_in(cast.anouk).post(path).status_code == 403


def test_nobody_can_be_missed_in_a_group_of_another(cast: Cast) -> None:
    path = reverse("absences:missed", args=[cast.groep_5.pk])
    daan = cast.sign_in(cast.daan)
    assert daan.post(path, {"what": "missing", "students": [cast.yusuf.pk]}).status_code == 404
    answer = cast.sign_in(cast.anouk).post(path, {"what": "missing", "students": [cast.lina.pk]})
    assert answer.status_code == 422 and not Absence.objects.exists()


def test_where_there_is_no_school_today_nobody_is_missed_and_no_mail_goes(cast: Cast) -> None:
    """A tick by mistake on a Saturday frightened a family for nothing."""
    saturday = at(9, 0) + 2 * A_DAY
    with time_machine.travel(saturday, tick=False):
        anouk = cast.sign_in(cast.anouk)
        page = anouk.get(reverse(DAY_LIST, args=[cast.groep_5.pk])).text
        assert "Vandaag is er niemand op school." in page and "Mist er iemand?" not in page
        path = reverse("absences:missed", args=[cast.groep_5.pk])
        assert anouk.post(path, {"what": "missing", "students": [cast.yusuf.pk]}).status_code == 422
        assert "Vandaag is er niemand op school." in anouk.get(f"/groep/{cast.groep_5.pk}/").text
    assert not Absence.objects.exists() and mails() == []


def test_coming_late_after_having_been_missed_becomes_late(cast: Cast) -> None:
    absence = missed(cast)
    browser = cast.sign_in(cast.anouk)
    browser.post(reverse("absences:presence", args=[absence.pk]))
    browser.post(
        reverse("absences:missed", args=[cast.groep_5.pk]), {"what": "late", "students": [cast.yusuf.pk]}
    )
    late = Absence.objects.standing().get()
    assert late.reason == Reason.LATE and late.until_time == dt.time(15, 0)


@pytest.mark.parametrize(
    ("told", "seen", "now", "rings"),
    [
        ((7, 40), None, (8, 44), False),  # the first bell is at half past eight
        ((7, 40), None, (8, 45), True),
        ((7, 40), (8, 31), (8, 45), False),
        ((7, 40), (7, 30), (8, 45), True),  # looked before it was told
        ((9, 0), (8, 31), (9, 14), False),
        ((9, 0), (8, 31), (9, 15), True),
        ((7, 40), None, (15, 10), False),  # the day is over
    ],
)
def test_the_office_is_told_a_quarter_of_an_hour_after_the_bell(
    cast: Cast, told: tuple[int, int], seen: tuple[int, int] | None, now: tuple[int, int], rings: bool
) -> None:
    ill(cast.yusuf, by=cast.naima, at=at(*told))
    if seen:
        with time_machine.travel(at(*seen), tick=False):
            cast.sign_in(cast.anouk).get(reverse(DAY_LIST, args=[cast.groep_5.pk]))
    for _ in range(2):
        ring_for_unread_lists(at(*now))
    assert ListAlarm.objects.count() == int(rings)


def test_the_alarm_reaches_the_office_and_the_head_and_no_parent(cast: Cast) -> None:
    ill(cast.yusuf, by=cast.naima)
    ring_for_unread_lists(at(8, 45))
    assert set(mails()) == {cast.marja.email, cast.joris.email}
    assert "Yusuf" not in str(mail.outbox[0].body)


@pytest.mark.parametrize(
    ("seen", "rings"), [(None, True), (-16, True), (7, False)]
)  # hours of this day: a look of yesterday afternoon says nothing of today
def test_an_illness_of_yesterday_is_on_the_list_of_today_and_must_be_seen(
    cast: Cast, seen: int | None, rings: bool
) -> None:
    ill(cast.yusuf, by=cast.naima, since=TODAY - A_DAY, at=at(7, 40) - A_DAY)
    if seen is not None:
        with time_machine.travel(at(0, 30) + dt.timedelta(hours=seen), tick=False):
            cast.sign_in(cast.anouk).get(reverse(DAY_LIST, args=[cast.groep_5.pk]))
    ring_for_unread_lists(at(8, 45))
    assert [alarm.group for alarm in ListAlarm.objects.all()] == [cast.groep_5] * rings


def test_what_was_told_in_the_weekend_and_leave_ring_on_monday(cast: Cast) -> None:
    monday = at(8, 45) + 4 * A_DAY
    ill(cast.yusuf, by=cast.naima, since=monday.date(), at=monday - 2 * A_DAY)
    Absence.objects.create(
        student=cast.adam, school=cast.kompas, reason=Reason.LEAVE, starts_on=monday.date() - A_DAY,
        ends_on=monday.date(), told_at=NOW - A_DAY,
    )  # fmt: skip
    assert [ring_for_unread_lists(monday - 2 * A_DAY), ring_for_unread_lists(monday)] == [0, 2]
    assert {alarm.school for alarm in ListAlarm.objects.all()} == {cast.vlieger, cast.kompas}


def test_a_list_with_only_what_a_colleague_noted_rings_for_nobody(cast: Cast) -> None:
    missed(cast)
    assert ring_for_unread_lists(at(9, 30)) == 0


def test_a_childcare_rings_and_care_inside_a_school_does_not(cast: Cast) -> None:
    ill(cast.yusuf, by=cast.naima)
    care = Enrolment.objects.on(TODAY).get(student=cast.yusuf, group__kind="care").group
    ring_for_unread_lists(at(8, 45))
    assert not ListAlarm.objects.filter(group=care).exists()
    cast.vlieger.sector = "childcare"
    cast.vlieger.save()
    ring_for_unread_lists(at(8, 45))
    assert ListAlarm.objects.filter(group=care).exists()


def test_the_clock_asks_as_much_for_many_schools_as_for_one_and_rings_once(
    cast: Cast, django_assert_num_queries: object
) -> None:
    ill(cast.yusuf, by=cast.naima)
    assert ring_for_unread_lists(at(8, 45)) == 1
    with django_assert_num_queries(4) as few:  # type: ignore[operator]  # a fixture without a public type
        assert ring_for_unread_lists(at(8, 46)) == 0
    ill(cast.adam, by=cast.adam)
    assert ring_for_unread_lists(at(8, 46)) == 1
    with django_assert_num_queries(len(few)):  # type: ignore[operator]
        assert ring_for_unread_lists(at(8, 47)) == 0


def test_nothing_rings_in_a_weekend_or_when_it_was_taken_back(cast: Cast) -> None:
    saturday = at(8, 45) + 2 * A_DAY
    absence = ill(cast.yusuf, by=cast.naima, since=saturday.date())
    assert ring_for_unread_lists(saturday) == 0
    absence = ill(cast.lina, by=cast.naima)
    absence.withdraw(by=cast.naima, at=MORNING)
    assert ring_for_unread_lists(at(8, 45)) == 0


def test_the_lists_take_as_many_queries_for_ten_children_as_for_one(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    for child, parent in ((cast.yusuf, cast.naima), (cast.finn, cast.marieke), (cast.defne, cast.elif_)):
        ill(child, by=parent)
    browser = cast.sign_in(cast.anouk)
    browser.get(reverse(DAY_LIST, args=[cast.groep_5.pk]))
    with django_assert_max_num_queries(12):  # type: ignore[operator]  # a fixture without a public type
        browser.get(reverse(DAY_LIST, args=[cast.groep_5.pk]))
    office = cast.sign_in(cast.marja)
    with django_assert_max_num_queries(13):  # type: ignore[operator]
        office.get(reverse("absences:whole_school"))


NO_LONGER = "Wie dit meldde, meldt nu niet meer voor dit kind."


def test_what_was_told_ahead_by_who_is_blocked_now_stands_with_a_quiet_mark(cast: Cast) -> None:
    ill(cast.yusuf, by=cast.rachid)
    ill(cast.defne, by=cast.elif_)
    path = reverse(DAY_LIST, args=[cast.groep_5.pk])
    assert NO_LONGER not in cast.sign_in(cast.anouk).get(path).content.decode()
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.rachid, kind="no_access", starts_on=TODAY, basis="-",
        entered_by=cast.marja,
    )  # fmt: skip
    page = cast.sign_in(cast.anouk).get(path).content.decode()
    assert page.count(NO_LONGER) == 1 and "Rachid" in page.partition(NO_LONGER)[0]
    assert NO_LONGER in cast.sign_in(cast.marja).get(reverse("absences:whole_school")).content.decode()
    home = cast.sign_in(cast.naima).get(Absence.objects.get(student=cast.yusuf).get_absolute_url())
    assert home.status_code == 200 and NO_LONGER not in home.content.decode()


def test_who_made_absences_wait_hears_all_the_same_on_that_day_that_her_child_is_missed(cast: Cast) -> None:
    for guardian, rhythm in ((cast.naima, "weekly"), (cast.rachid, "daily")):
        prefer(guardian, category="absences", channel="email", rhythm=rhythm)
    missed(cast)
    tell_due(at(8, 41))
    deliver_due("email", clock=lambda: at(8, 41))
    assert {letter.to[0] for letter in mail.outbox} == {cast.naima.email, cast.rachid.email}
