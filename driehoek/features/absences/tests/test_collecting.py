"""Who fetches whom, and when: of each guardian her own, and never somebody who must be kept away."""

import datetime as dt

import pytest
import time_machine
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.notices import Notice, notice_of
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.people.models import NearPerson, NearPersonAnswer, Person, Restriction
from driehoek.facts.schools.models import Holiday
from driehoek.features.absences.models import Pickup
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
SUNDAY = NOW + dt.timedelta(days=3)
MONDAY = SUNDAY.replace(hour=9) + dt.timedelta(days=1)


def named(child: Person, by: Person, name: str = "Oma Ria", phone: str = "") -> NearPerson:
    near = NearPerson.objects.create(
        student=child, named_by=by, name=name, relation="grandparent", phone=phone, at=NOW
    )
    NearPersonAnswer.objects.create(near=near, is_agreed=True, by=None, at=NOW)
    return near


def arrange(browser: Client, child: Person, **words: object) -> HttpResponse:
    return browser.post(reverse("absences:pickup", args=[child.pk]), words)  # type: ignore[return-value]


def list_of(cast: Cast, person: Person) -> str:
    return cast.sign_in(person).get(reverse("absences:day_list", args=[cast.groep_5.pk])).content.decode()


def test_grandmother_comes_and_the_teacher_knows_her_name(cast: Cast) -> None:
    near = named(cast.saar, cast.eline)
    for _ in range(2):
        arrange(cast.sign_in(cast.eline), cast.saar, near=near.pk)
    assert {pickup.near for pickup in Pickup.objects.filter(school=cast.vlieger)} == {near}
    assert "Oma Ria" in list_of(cast, cast.anouk)


def test_the_mail_about_it_leads_to_the_list_on_which_it_stands(cast: Cast) -> None:
    near = named(cast.yusuf, cast.naima)
    arrange(cast.sign_in(cast.naima), cast.yusuf, near=near.pk)
    told = notice_of(Entry.objects.filter(verb="absences.pickup.arranged").latest("pk"))
    assert isinstance(told, Notice) and cast.anouk in told.people(TODAY)
    for teacher in told.people(TODAY):
        assert "Oma Ria" in cast.sign_in(teacher).get(told.path, follow=True).text
    assert cast.sign_in(cast.rachid).get(told.path)["Location"] == "/"
    assert cast.sign_in(cast.elif_).get(told.path).status_code == 404


def test_coming_late_is_one_tap_and_can_be_undone(cast: Cast) -> None:
    browser = cast.sign_in(cast.eline)
    arrange(browser, cast.saar, minutes_late=20)
    assert "20 minuten later" in list_of(cast, cast.anouk)
    browser.post(reverse("absences:pickup_removal", args=[cast.saar.pk]))
    assert "20 minuten later" not in list_of(cast, cast.anouk)


def test_grandmother_may_be_late_too(cast: Cast) -> None:
    near, browser = named(cast.saar, cast.eline), cast.sign_in(cast.eline)
    arrange(browser, cast.saar, near=near.pk)
    arrange(browser, cast.saar, minutes_late=20)
    pickup = Pickup.objects.get(school=cast.vlieger)
    assert (pickup.near, pickup.minutes_late) == (near, 20)
    assert "Oma Ria" in list_of(cast, cast.anouk) and "20 minuten later" in list_of(cast, cast.anouk)


def test_the_other_household_sees_neither_the_list_nor_who_comes(cast: Cast) -> None:
    near = named(cast.yusuf, cast.naima, "Sven van Dam")
    arrange(cast.sign_in(cast.naima), cast.yusuf, near=near.pk)
    rachid = cast.sign_in(cast.rachid)
    for path in (reverse("absences:pickups"), reverse("corrections:near", args=[cast.yusuf.pk]), "/"):
        assert "Sven" not in rachid.get(path).content.decode()
    assert arrange(rachid, cast.yusuf, near=near.pk).status_code == 302
    assert not Pickup.objects.filter(by=cast.rachid).exists()


def test_who_does_not_answer_for_the_child_arranges_nothing(cast: Cast) -> None:
    near = named(cast.finn, cast.marieke)
    assert arrange(cast.sign_in(cast.jeroen), cast.finn, near=near.pk).status_code == 404
    assert arrange(cast.sign_in(cast.annelies), cast.finn, minutes_late=20).status_code == 404


def test_somebody_who_was_blocked_since_is_not_given_the_child(cast: Cast) -> None:
    near = named(cast.yusuf, cast.naima, "Rachid Bennani")
    arrange(cast.sign_in(cast.naima), cast.yusuf, near=near.pk)
    assert "Geef niet mee" not in list_of(cast, cast.anouk)
    near.name = cast.rachid.full_name
    near.save()
    keep_away(cast, cast.rachid)
    page = list_of(cast, cast.anouk)
    assert "Geef niet mee" in page and f"<bdi>{near.name}</bdi> ·" not in page
    assert near.name not in cast.sign_in(cast.naima).get(reverse("absences:pickups")).content.decode()


def test_whom_a_blocked_father_sent_is_not_given_the_child(cast: Cast) -> None:
    """Nor is she on the list of who may fetch; whom the mother sent still is."""
    his, hers = (named(cast.yusuf, by, name) for by, name in ((cast.rachid, "Oma Ria"), (cast.naima, "Sven")))
    arrange(cast.sign_in(cast.rachid), cast.yusuf, near=his.pk)
    keep_away(cast, cast.rachid)
    page = list_of(cast, cast.anouk)
    assert "Geef niet mee" in page and "Oma Ria" not in page
    arrange(cast.sign_in(cast.naima), cast.yusuf, near=hers.pk)
    assert "<bdi>Sven</bdi> ·" in list_of(cast, cast.anouk)
    assert "Sven" in pupil_of(cast) and "Oma Ria" not in pupil_of(cast)


def test_who_must_be_kept_away_by_now_is_not_among_who_may_fetch(cast: Cast) -> None:
    named(cast.yusuf, cast.naima, cast.rachid.full_name)
    assert "Mag ophalen" in pupil_of(cast)
    keep_away(cast, cast.rachid)
    assert "Mag ophalen" not in pupil_of(cast)


def keep_away(cast: Cast, adult: Person) -> None:
    Restriction.objects.create(
        student=cast.yusuf, adult=adult, kind="no_access", starts_on=TODAY, basis="-", entered_by=cast.marja
    )


def pupil_of(cast: Cast) -> str:
    path = reverse("children:pupil", args=[cast.yusuf.pk])
    return cast.sign_in(cast.anouk).get(path).content.decode()


def test_nonsense_is_answered_with_a_sentence(cast: Cast) -> None:
    browser = cast.sign_in(cast.eline)
    for words in ({}, {"near": "99999"}, {"minutes_late": "7"}, {"near": "x"}):
        answer = arrange(browser, cast.saar, **words)
        assert "Kies iemand van de lijst" in browser.get(answer["Location"]).content.decode()
    assert not Pickup.objects.exists()


def test_the_same_said_again_is_nothing_new(cast: Cast) -> None:
    near, browser = named(cast.saar, cast.eline), cast.sign_in(cast.eline)
    told = Entry.objects.filter(verb="absences.pickup.arranged")
    arrange(browser, cast.saar, near=near.pk)
    before = told.count()
    arrange(browser, cast.saar, near=near.pk)
    assert told.count() == before > 0
    arrange(browser, cast.saar, minutes_late=20)
    assert told.count() == 2 * before


@pytest.mark.parametrize("now", [NOW.replace(hour=19) + dt.timedelta(days=1), SUNDAY])
def test_what_is_told_when_nobody_is_fetched_counts_for_the_next_school_day(
    cast: Cast, now: dt.datetime
) -> None:
    near = named(cast.saar, cast.eline)
    with time_machine.travel(now, tick=False):
        browser = cast.sign_in(cast.eline)
        answer = arrange(browser, cast.saar, near=near.pk)
        page = browser.get(answer["Location"]).text
        assert "haalt Saar op. Maandag 23 november." in page or "haalt Saar op. Morgen." in page
        assert "Oma Ria" not in list_of(cast, cast.anouk)
    with time_machine.travel(MONDAY, tick=False):
        assert "Oma Ria" in list_of(cast, cast.anouk)


def test_a_holiday_is_passed_over_unless_the_child_is_in_care(cast: Cast) -> None:
    Holiday.objects.create(school=cast.vlieger, name="Vrij", starts_on=MONDAY.date(), ends_on=MONDAY.date())
    near = {child: named(child, by) for child, by in ((cast.saar, cast.eline), (cast.yusuf, cast.naima))}
    with time_machine.travel(SUNDAY, tick=False):
        arrange(cast.sign_in(cast.eline), cast.saar, near=near[cast.saar].pk)
        arrange(cast.sign_in(cast.naima), cast.yusuf, near=near[cast.yusuf].pk)
    days = dict(Pickup.objects.values_list("student", "day"))
    assert days[cast.yusuf.pk] == MONDAY.date()
    assert days[cast.saar.pk] == MONDAY.date() + dt.timedelta(days=1)


def test_what_was_told_for_the_next_day_can_be_undone(cast: Cast) -> None:
    with time_machine.travel(SUNDAY, tick=False):
        browser = cast.sign_in(cast.eline)
        arrange(browser, cast.saar, minutes_late=20)
        browser.post(reverse("absences:pickup_removal", args=[cast.saar.pk]))
    assert not Pickup.objects.exists()


def test_who_looks_after_the_child_hears_of_it_that_day_and_no_mail_says_who(cast: Cast) -> None:
    arrange(cast.sign_in(cast.eline), cast.saar, near=named(cast.saar, cast.eline).pk)
    assert told_at(NOW) == {cast.anouk.email, cast.meryem.email}
    assert all("Saar" not in letter.subject + str(letter.body) for letter in mail.outbox)
    assert all("Ria" not in letter.subject + str(letter.body) for letter in mail.outbox)


def test_of_monday_it_is_told_on_monday(cast: Cast) -> None:
    with time_machine.travel(SUNDAY, tick=False):
        arrange(cast.sign_in(cast.eline), cast.saar, minutes_late=20)
        assert told_at(SUNDAY) == set()
    with time_machine.travel(MONDAY, tick=False):
        assert told_at(MONDAY) == {cast.anouk.email, cast.meryem.email}


def test_who_changes_her_mind_is_told_of_once_in_the_morning_and_not_without_end_by_day(cast: Cast) -> None:
    browser, teacher = cast.sign_in(cast.eline), cast.anouk.email
    with time_machine.travel(SUNDAY, tick=False):
        for minutes in (10, 20, 30):
            arrange(browser, cast.saar, minutes_late=minutes)
    with time_machine.travel(MONDAY, tick=False):
        told_at(MONDAY)
        assert [letter.to[0] for letter in mail.outbox].count(teacher) == 1
        for minutes in (10, 20, 30, 60) * 8:
            arrange(browser, cast.saar, minutes_late=minutes)
            told_at(MONDAY)
        assert [letter.to[0] for letter in mail.outbox].count(teacher) == 1 + 30
        assert "bel de school" in browser.get(reverse("absences:pickups")).text
        arrange(cast.sign_in(cast.naima), cast.yusuf, minutes_late=20)  # it is counted by person
        assert Pickup.objects.filter(student=cast.yusuf).exists()


def told_at(now: dt.datetime) -> set[str]:
    while tell_due(now):
        pass
    deliver_due("email", clock=lambda: now)
    return {letter.to[0] for letter in mail.outbox}
