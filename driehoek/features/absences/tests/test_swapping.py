"""Ruildag: asked of the care group, answered once, and on the list of the day."""

import datetime as dt
import uuid

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, Enrolment, Holiday, School
from driehoek.features.absences.forgetting import forget
from driehoek.features.absences.models import Absence, SwapDay, SwapDecision, SwapRequest
from driehoek.features.absences.swapping import fullness
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
MONDAY, THURSDAY = dt.date(2026, 12, 7), dt.date(2026, 12, 10)
WORDS = "Oma is jarig."


def ask(browser: Client, cast: Cast, child: Person, **words: object) -> HttpResponse:
    place = Enrolment.objects.on(TODAY).get(student=child, group=cast.bso)
    said: dict[str, object] = {"token": str(uuid.uuid4()), "place": place.pk, "words": WORDS}
    said |= {"home_on": MONDAY.isoformat(), "comes_on": THURSDAY.isoformat()}
    return browser.post(reverse("absences:swap_request"), said | words)  # type: ignore[return-value]


def asked(cast: Cast, **words: object) -> SwapRequest:
    answer = ask(cast.sign_in(cast.naima), cast, cast.yusuf, **words)
    assert answer.status_code == 302, answer.content.decode()
    return SwapRequest.objects.latest("pk")


def answer(cast: Cast, swap: SwapRequest, outcome: str = "yes", reason: str = "") -> HttpResponse:
    path = reverse("absences:swap_answer", args=[swap.pk])
    said = {"outcome": outcome, "reason": reason, "mark": swap.mark}
    return cast.sign_in(cast.samira).post(path, said)  # type: ignore[return-value]


def page(cast: Cast, person: Person, route: str = "absences:swaps", *args: int) -> str:
    return cast.sign_in(person).get(reverse(route, args=args)).content.decode()


def mails() -> list[str]:
    while tell_due(NOW):
        pass
    deliver_due("email", clock=lambda: NOW)
    return [letter.to[0] for letter in mail.outbox]


def test_the_group_is_asked_says_yes_and_who_asked_hears_it(cast: Cast) -> None:
    swap = asked(cast)
    assert mails() == [cast.samira.email]
    mail.outbox.clear()
    assert [answer(cast, swap, reason="Gezellig!").status_code for _time in range(2)] == [302, 302]
    assert mails().count(cast.naima.email) == 1
    hers = next(letter for letter in mail.outbox if letter.to == [cast.naima.email])
    assert "Ja, dit is afgesproken" in str(hers.body) and "Yusuf" not in hers.subject
    assert {(row.day, row.comes) for row in SwapDay.objects.all()} == {(MONDAY, False), (THURSDAY, True)}
    assert "Gezellig!" in page(cast, cast.naima, "absences:swap", swap.pk)
    assert Entry.objects.filter(verb="absences.swap.decided").count() == 1


def test_a_no_needs_its_sentence_and_changes_no_day(cast: Cast) -> None:
    swap = asked(cast)
    said = answer(cast, swap, "no")
    assert said.status_code == 422 and "Leg uit waarom" in said.content.decode()
    assert not SwapDecision.objects.exists()
    answer(cast, swap, "no", "De groep is vol.")
    shown = page(cast, cast.naima, "absences:swap", swap.pk)
    assert "De groep is vol." in shown and "Nee, dit kan niet" in shown
    assert not SwapDay.objects.exists()


def test_an_extra_day_or_a_day_at_home_may_stand_alone(cast: Cast) -> None:
    answer(cast, asked(cast, home_on=""))
    answer(cast, asked(cast, comes_on=""))
    assert {(row.day, row.comes) for row in SwapDay.objects.all()} == {(MONDAY, False), (THURSDAY, True)}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"home_on": "", "comes_on": ""}, "Kies welke dag anders is."),
        ({"comes_on": MONDAY.isoformat()}, "Kies twee verschillende dagen."),
        ({"home_on": (TODAY - dt.timedelta(days=1)).isoformat()}, "Kies een dag vanaf vandaag"),
        ({"comes_on": "2026-12-12"}, "De opvang is die dag dicht"),
        ({"comes_on": "2026-12-08"}, "De opvang is die dag dicht"),
        ({"home_on": "morgen"}, "Dit is geen dag."),
    ],
)
def test_days_that_cannot_be_are_refused_and_nothing_typed_is_lost(
    cast: Cast, words: dict[str, str], sentence: str
) -> None:
    closed = dt.date(2026, 12, 8)
    School.objects.filter(pk=cast.vlieger.pk).update(sector="childcare")
    Holiday.objects.create(school=cast.vlieger, name="studiedag", starts_on=closed, ends_on=closed)
    said = ask(cast.sign_in(cast.naima), cast, cast.yusuf, **words)
    assert said.status_code == 422
    assert sentence in said.content.decode() and WORDS in said.content.decode()
    assert not SwapRequest.objects.exists()


def test_on_a_day_off_of_school_its_care_may_be_open(cast: Cast) -> None:
    Holiday.objects.create(school=cast.vlieger, name="studiedag", starts_on=THURSDAY, ends_on=THURSDAY)
    assert asked(cast).comes_on == THURSDAY


def test_what_was_agreed_already_is_not_asked_again(cast: Cast) -> None:
    answer(cast, asked(cast))
    said = ask(cast.sign_in(cast.rachid), cast, cast.yusuf)
    assert said.status_code == 422 and said.content.decode().count("Dit is al afgesproken.") >= 2


def test_nobody_says_yes_to_something_else_than_she_read(cast: Cast) -> None:
    read = asked(cast)
    SwapRequest.objects.get().change(home_on=None, comes_on=THURSDAY, words="", by=cast.naima, at=NOW)
    said = answer(cast, read)
    assert said.status_code == 422 and "De ouder veranderde net de vraag" in said.content.decode()
    assert not SwapDecision.objects.exists()
    assert answer(cast, SwapRequest.objects.get()).status_code == 302


def test_when_the_day_comes_first_nobody_answers_or_changes_it_any_more(cast: Cast) -> None:
    swap = asked(cast)
    SwapRequest.objects.update(home_on=TODAY - dt.timedelta(days=1))
    assert "Er kwam geen antwoord" in page(cast, cast.naima, "absences:swap", swap.pk)
    assert "Niet beantwoord" in page(cast, cast.naima)
    assert answer(cast, swap).status_code == 403
    assert cast.sign_in(cast.naima).get(reverse("absences:swap_change", args=[swap.pk])).status_code == 403


def test_who_asks_for_her_own_child_leaves_the_answer_to_others(cast: Cast) -> None:
    """The only colleague of the group is a mother there: the office and the head are told."""
    asked(cast)
    Appointment.objects.filter(person=cast.samira).update(person=cast.naima)
    assert cast.naima.email not in (told := mails()) and cast.marja.email in told


def test_the_same_form_sent_twice_asks_once(cast: Cast) -> None:
    token = str(uuid.uuid4())
    first, second = asked(cast, token=token), asked(cast, token=token)
    assert first == second and SwapRequest.objects.count() == 1
    assert Entry.objects.filter(verb="absences.swap.asked").count() == 1


def test_until_the_answer_she_may_change_it_or_take_it_back_and_afterwards_not(cast: Cast) -> None:
    swap, naima = asked(cast), cast.sign_in(cast.naima)
    change = reverse("absences:swap_change", args=[swap.pk])
    assert WORDS in naima.get(change).content.decode()
    place = Enrolment.objects.on(TODAY).get(student=cast.yusuf, group=cast.bso)
    said = {"token": str(uuid.uuid4()), "place": place.pk, "home_on": "", "comes_on": THURSDAY.isoformat()}
    assert naima.post(change, said).status_code == 302
    answer(cast, SwapRequest.objects.get())
    assert [(row.day, row.comes) for row in SwapDay.objects.all()] == [(THURSDAY, True)]
    assert naima.post(change, said).status_code == 403
    assert naima.post(reverse("absences:swap_withdrawal", args=[swap.pk])).status_code == 403


def test_what_was_taken_back_is_not_answered_any_more(cast: Cast) -> None:
    swap, naima = asked(cast), cast.sign_in(cast.naima)
    naima.post(reverse("absences:swap_withdrawal", args=[swap.pk]))
    assert answer(cast, swap).status_code == 403
    assert not SwapDecision.objects.exists()
    assert mails() == []


def test_both_homes_see_what_was_arranged_and_neither_the_words_of_the_other(cast: Cast) -> None:
    swap = asked(cast)
    assert page(cast, cast.rachid).count("Yusuf") == 0
    answer(cast, swap, reason="Gezellig!")
    shown = page(cast, cast.rachid)
    assert "Thuis op maandag 7 december" in shown and "Komt op donderdag 10 december" in shown
    assert WORDS not in shown and "Gezellig!" not in shown and cast.naima.full_name not in shown
    rachid = cast.sign_in(cast.rachid)
    assert rachid.get(swap.get_absolute_url()).status_code == 404
    for act in ("swap_change", "swap_withdrawal", "swap_answer"):
        assert rachid.post(reverse(f"absences:{act}", args=[swap.pk])).status_code == 404


def test_the_other_home_is_told_that_a_day_was_swapped_and_not_by_whom_or_why(cast: Cast) -> None:
    swap = asked(cast)
    mails()
    mail.outbox.clear()
    answer(cast, swap, reason="Gezellig!")
    told = {to: letter for letter in mail.outbox for to in letter.to} if mails() else {}
    assert told.keys() == {cast.naima.email, cast.rachid.email}
    said = f"{told[cast.rachid.email].subject} {told[cast.rachid.email].body}"
    assert "ruildag" in said and "Naima" not in said and "Gezellig" not in said and WORDS not in said


def test_of_a_no_the_other_home_hears_nothing(cast: Cast) -> None:
    swap = asked(cast)
    mails()
    mail.outbox.clear()
    answer(cast, swap, "no", "De groep is vol.")
    assert mails() == [cast.naima.email]


@pytest.mark.parametrize("key", ["cheryl", "anouk", "peter", "wouter"])
def test_whoever_is_not_of_this_child_or_this_group_sees_nothing(cast: Cast, key: str) -> None:
    swap, person = asked(cast), getattr(cast, key)
    answer(cast, swap)
    assert cast.sign_in(person).get(swap.get_absolute_url()).status_code == 404
    assert "Yusuf" not in page(cast, person)


def test_only_for_a_child_in_care_it_stands_on_vandaag(cast: Cast) -> None:
    there = reverse("absences:swap_request")
    assert there in cast.sign_in(cast.naima).get("/").content.decode()
    marieke = cast.sign_in(cast.marieke)
    assert there not in marieke.get("/").content.decode()
    assert marieke.get(there).status_code == 403


def test_the_group_calls_a_day_off_and_both_homes_hear_it_but_one_of_them_why(cast: Cast) -> None:
    swap = asked(cast)
    stop, samira = reverse("absences:swap_reversal", args=[swap.pk]), cast.sign_in(cast.samira)
    assert samira.post(stop, {"reason": "Te vol."}).status_code == 403
    answer(cast, swap)
    assert cast.sign_in(cast.naima).post(stop, {"reason": "Ik wil niet."}).status_code == 403
    assert samira.post(stop, {"reason": " "}).status_code == 422
    mails()
    mail.outbox.clear()
    assert samira.post(stop, {"reason": "Er is een juf ziek."}).status_code == 302
    told = {to: str(letter.body) for letter in mail.outbox for to in letter.to} if mails() else {}
    assert told.keys() == {cast.naima.email, cast.rachid.email}
    assert "juf ziek" not in told[cast.rachid.email] and "zoals altijd" in told[cast.rachid.email]
    assert not SwapDay.objects.standing().exists()
    shown = page(cast, cast.naima, "absences:swap", swap.pk)
    assert "Dit gaat toch niet door" in shown and "Er is een juf ziek." in shown
    assert "Thuis op" not in page(cast, cast.rachid)


def test_a_day_that_is_off_may_be_asked_and_agreed_again(cast: Cast) -> None:
    swap = asked(cast)
    answer(cast, swap)
    swap.reverse("Te vol.", by=cast.samira, at=NOW)
    answer(cast, asked(cast))
    assert SwapDay.objects.standing().count() == 2


def test_the_list_of_the_day_says_who_comes_extra_and_who_stays_home(cast: Cast) -> None:
    for child, comes in ((cast.yusuf, True), (cast.jayden, False)):
        SwapDay.objects.create(student=child, group=cast.bso, day=TODAY, comes=comes)
    assert "Komt vandaag extra" in page(cast, cast.samira, "children:group", cast.bso.pk)
    shown = page(cast, cast.samira, "absences:day_list", cast.bso.pk)
    assert "Komt vandaag extra" in shown and "Blijft vandaag thuis" in shown
    assert f'value="{cast.yusuf.pk}"' in shown and f'value="{cast.jayden.pk}"' not in shown
    assert not Absence.objects.exists()


def test_the_group_sees_how_full_the_day_is_as_far_as_we_know(cast: Cast) -> None:
    swap = asked(cast, comes_on="")
    SwapDay.objects.create(student=cast.jayden, group=cast.bso, day=MONDAY, comes=False)
    day = fullness(swap, cast.viewer(cast.samira))[0]
    enrolled = Enrolment.objects.on(MONDAY).filter(group=cast.bso).count()
    assert (day.enrolled, day.extra, day.home, day.away) == (enrolled, 0, 1, 0)
    assert "Hoe vol is het?" in page(cast, cast.samira, "absences:swap", swap.pk)
    assert "Hoe vol is het?" not in page(cast, cast.naima, "absences:swap", swap.pk)


def test_who_asks_all_day_calls_the_group_no_more_than_twenty_times(cast: Cast) -> None:
    naima = cast.sign_in(cast.naima)
    answers = [ask(naima, cast, cast.yusuf).status_code for _time in range(21)]
    assert answers == [302] * 20 + [429]


def test_a_swapped_day_is_kept_90_days_after_its_last_day(cast: Cast) -> None:
    answer(cast, asked(cast), reason="Gezellig!")
    over = NOW + (THURSDAY - TODAY) + dt.timedelta(days=90)
    forget(over)
    assert SwapRequest.objects.exists() and SwapDay.objects.filter(day=THURSDAY).exists()
    forget(over + dt.timedelta(days=1))
    assert not SwapRequest.objects.exists() and not SwapDay.objects.exists()
    assert not SwapDecision.objects.exists()
