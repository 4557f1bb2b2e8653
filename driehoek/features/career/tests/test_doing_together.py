"""A mentor gives an assignment; a student and her home do it, and she says what comes to the talk."""

import datetime as dt
from typing import Any  # what a verb is given

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

from driehoek.backbone.media.tests.voices import recorded
from driehoek.backbone.translation.models import Agreement, Translation
from driehoek.facts.looking.models import KindSwitch
from driehoek.facts.people.models import Person, Restriction
from driehoek.features.career.bank import every, for_sector
from driehoek.features.career.forgetting import forget
from driehoek.features.career.models import Assignment, Brought, Outcome, OutcomeVoice
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)
TASK = every()["werkdag"]
HERS, OF_NAIMA, OF_RACHID = "Koken voor zestig mensen lijkt mij leuk.", "Hij vroeg veel.", "Wij lachten erg."


def give(cast: Cast, *, ago: dt.timedelta = 2 * A_DAY) -> Assignment:
    """To Adam of 1B, who lives in two homes; so long ago that home has it too."""
    Assignment.give(
        [cast.adam], cast.klas_1b, "werkdag", due_on=TODAY + 14 * A_DAY, by=cast.dijk, at=NOW - ago
    )
    return Assignment.objects.get(student=cast.adam)


def say(browser: Client, assignment: Assignment, text: str, **more: str) -> int:
    return browser.post(assignment.get_absolute_url(), {"text": text, **more}).status_code


def desk(cast: Cast) -> str:
    return f"/groep/{cast.klas_1b.pk}/loopbaan/"


def test_a_mentor_gives_her_class_an_assignment_and_nobody_else_does(cast: Cast) -> None:
    dijk = cast.sign_in(cast.dijk)
    assert TASK.told.title in dijk.get(desk(cast)).text
    form = {"key": "werkdag", "due_on": "2026-12-10", "students": [cast.adam.pk, cast.lisa.pk]}
    assert dijk.post(desk(cast), form).status_code == dijk.post(desk(cast), form).status_code == 302
    assert Assignment.objects.count() == 2
    for other in (cast.bakker, cast.peter, cast.youssef, cast.adam, cast.naima):
        assert cast.sign_in(other).post(desk(cast), form).status_code in (403, 404)
    anouk = cast.sign_in(cast.anouk)
    assert anouk.get(f"/groep/{cast.groep_5.pk}/loopbaan/").status_code == 404  # of a primary school


def test_bad_input_of_a_mentor_gets_a_sentence(cast: Cast) -> None:
    dijk, good = (
        cast.sign_in(cast.dijk),
        {"key": "werkdag", "due_on": "2026-12-10", "students": [cast.adam.pk]},
    )
    for wrong, sentence in [
        ({"key": ""}, "Kies een opdracht."),
        ({"students": []}, "Kies voor wie de opdracht is."),
        ({"students": [cast.yusuf.pk]}, ""),  # not hers
        ({"key": "stageplek"}, ""),  # for vocational education
        ({"due_on": "2026-11-19"}, "Kies een dag die nog komt, in dit schooljaar."),
        ({"due_on": "morgen"}, "Dit is geen dag."),
    ]:
        answer = dijk.post(desk(cast), good | wrong)
        assert answer.status_code == 422 and sentence in answer.text
    assert not Assignment.objects.exists()


def test_the_student_has_it_a_day_before_home(cast: Cast) -> None:
    assignment = give(cast, ago=dt.timedelta(hours=1))
    url, page = assignment.get_absolute_url(), f"/kind/{cast.adam.pk}/"
    assert cast.sign_in(cast.adam).get(url).status_code == 200
    assert TASK.told.title in cast.sign_in(cast.adam).get(page).text
    naima = cast.sign_in(cast.naima)
    assert naima.get(url).status_code == 404 and TASK.told.title not in naima.get(page).text
    with time_machine.travel(NOW + A_DAY, tick=False):
        naima = cast.sign_in(cast.naima)
        assert naima.get(url).status_code == 200 and TASK.told.title in naima.get(page).text
        assert cast.sign_in(cast.elif_).get(url).status_code == 404


def test_each_tells_and_one_home_never_reads_the_other(cast: Cast) -> None:
    assignment = give(cast)
    for person, text in ((cast.adam, HERS), (cast.naima, OF_NAIMA), (cast.rachid, OF_RACHID)):
        assert say(cast.sign_in(person), assignment, text, together="on") == 302
    reads = {
        cast.adam: {HERS, OF_NAIMA, OF_RACHID},
        cast.naima: {HERS, OF_NAIMA},
        cast.rachid: {HERS, OF_RACHID},
        cast.dijk: set(),
    }
    for person, words in reads.items():
        page = cast.sign_in(person).get(assignment.get_absolute_url()).text
        assert {one for one in (HERS, OF_NAIMA, OF_RACHID) if one in page} == words
    assert say(cast.sign_in(cast.dijk), assignment, "Goed zo") == 403
    assert say(cast.sign_in(cast.elif_), assignment, "Hoi") == 404


def test_only_what_the_student_brings_is_read_at_school(cast: Cast) -> None:
    assignment, adam, dijk = give(cast), cast.sign_in(cast.adam), cast.sign_in(cast.dijk)
    say(adam, assignment, HERS)
    say(cast.sign_in(cast.naima), assignment, OF_NAIMA)
    of_naima = Outcome.objects.get(author=cast.naima)
    bring = f"/loopbaan/antwoord/{of_naima.pk}/meenemen/"
    assert cast.sign_in(cast.naima).post(bring).status_code == 403
    assert dijk.post(bring).status_code == cast.sign_in(cast.rachid).post(bring).status_code == 404
    assert adam.post(bring).status_code == adam.post(bring).status_code == 302
    page = dijk.get(assignment.get_absolute_url()).text
    assert OF_NAIMA in page and HERS not in page
    for other in (cast.bakker, cast.peter):  # another mentor, and the head
        assert cast.sign_in(other).get(assignment.get_absolute_url()).status_code == 404
    assert OF_NAIMA not in cast.sign_in(cast.rachid).get(assignment.get_absolute_url()).text
    adam.post(bring, {"mee": "nee"})
    assert OF_NAIMA not in dijk.get(assignment.get_absolute_url()).text


def test_other_words_of_home_are_chosen_anew(cast: Cast) -> None:
    assignment, naima = give(cast), cast.sign_in(cast.naima)
    say(naima, assignment, OF_NAIMA)
    Outcome.objects.get().bring(at=NOW)
    say(naima, assignment, OF_NAIMA, together="on")  # the same words
    assert Brought.objects.exists()
    say(naima, assignment, "Toch anders.")
    assert Outcome.objects.get().text == "Toch anders." and not Brought.objects.exists()


def test_a_tick_or_a_voice_is_enough_and_nothing_is_not(cast: Cast) -> None:
    assignment, adam = give(cast), cast.sign_in(cast.adam)
    assert say(adam, assignment, " ") == 422
    long = adam.post(assignment.get_absolute_url(), {"text": "x" * 1_501})
    assert long.status_code == 422 and "x" * 1_501 in long.text
    assert say(adam, assignment, "", together="on") == 302
    voice = recorded(cast.adam, cast.kompas, "home", "qx")
    told = Outcome.tell(assignment, "", together=True, by=cast.adam, at=NOW, voice=voice)
    assert OutcomeVoice.heard_in(told.pk) == [voice]
    assert voice.url in cast.sign_in(cast.naima).get(assignment.get_absolute_url()).text
    removal = f"/loopbaan/antwoord/{told.pk}/weghalen/"
    assert cast.sign_in(cast.naima).post(removal).status_code == 403
    assert adam.post(removal).status_code == 302 and not Outcome.objects.exists()


def test_a_tick_later_leaves_what_was_spoken_beside_the_same_words(cast: Cast) -> None:
    assignment, naima = give(cast), cast.sign_in(cast.naima)
    voice = recorded(cast.naima, cast.kompas, "home", "qx")
    told = Outcome.tell(assignment, OF_NAIMA, together=False, by=cast.naima, at=NOW, voice=voice)
    told.bring(at=NOW)
    assert say(naima, assignment, OF_NAIMA, together="on") == 302
    assert OutcomeVoice.heard_in(told.pk) == [voice] and Brought.objects.exists()
    assert say(naima, assignment, "Toch anders.", together="on") == 302
    assert not OutcomeVoice.heard_in(told.pk) and not Brought.objects.exists()


def test_what_she_brings_is_translated_for_school_also_when_she_says_it_anew(
    cast: Cast, settings: Settings
) -> None:
    settings.TRANSLATOR = "libretranslate"
    Agreement.give(cast.kompas, by=cast.peter, at=NOW)
    Person.objects.filter(pk__in=[cast.naima.pk, cast.rachid.pk]).update(language="ar")
    told = Outcome.tell(give(cast), "كان يومًا جميلًا.", together=True, by=cast.adam, at=NOW)
    assert told.language == "ar" and not Translation.objects.exists()
    told.bring(at=NOW)
    again = "كان يومًا جميلًا جدًا في البيت."
    Outcome.tell(told.assignment, again, together=True, by=cast.adam, at=NOW)
    assert [one.original for one in Translation.objects.filter(language="nl")] == [again]


def test_another_school_gives_her_the_same_one_and_leaves_that_of_the_first(cast: Cast) -> None:
    first = give(cast)
    there: dict[str, Any] = {"due_on": TODAY + 30 * A_DAY, "by": cast.wendy, "at": NOW}
    for fresh in (1, 0):
        assert Assignment.give([cast.adam], cast.lassen_2, "werkdag", **there) == fresh
    assert Assignment.objects.filter(student=cast.adam).count() == 2
    first.refresh_from_db()
    assert first.due_on == TODAY + 14 * A_DAY


def test_a_mentor_finds_what_her_students_got_with_another_class_of_hers(cast: Cast) -> None:
    Assignment.give(
        [cast.adam], cast.klas_1a, "werkdag", due_on=TODAY + A_DAY, by=cast.bakker, at=NOW - 2 * A_DAY
    )
    mentor, form = cast.sign_in(cast.dijk), {"key": "werkdag", "due_on": "2026-12-10"}
    assert mentor.post(desk(cast), form | {"students": [cast.adam.pk]}).status_code == 302
    assert "1 leerling, tot en met 10 december" in mentor.get(desk(cast)).text
    other = cast.sign_in(cast.bakker).get(f"/groep/{cast.klas_1a.pk}/loopbaan/").text
    assert "1 leerling, tot en met" not in other
    mentor.post(f"{desk(cast)}werkdag/terug/")
    assert not Assignment.objects.exists()


def test_a_mentor_takes_back_what_nobody_answered(cast: Cast) -> None:
    assignment = give(cast)
    Assignment.give([cast.lisa], cast.klas_1b, "werkdag", due_on=TODAY + A_DAY, by=cast.dijk, at=NOW - A_DAY)
    say(cast.sign_in(cast.adam), assignment, HERS)
    back = f"{desk(cast)}werkdag/terug/"
    assert cast.sign_in(cast.bakker).post(back).status_code in (403, 404)
    assert cast.sign_in(cast.dijk).post(back).status_code == 302
    assert list(Assignment.objects.all()) == [assignment]


def test_what_was_taken_back_does_not_say_who_answered(cast: Cast) -> None:
    assignment = give(cast)
    Assignment.give([cast.lisa], cast.klas_1b, "werkdag", due_on=TODAY + A_DAY, by=cast.dijk, at=NOW - A_DAY)
    adam, mentor = cast.sign_in(cast.adam), cast.sign_in(cast.dijk)
    say(adam, assignment, HERS)
    assert [mentor.post(f"{desk(cast)}werkdag/terug/").status_code for _time in range(2)] == [302, 302]
    assert "leerling, tot en met" not in mentor.get(desk(cast)).text
    for student in (cast.adam, cast.lisa):
        assert TASK.told.title not in mentor.get(f"/kind/{student.pk}/loopbaan/thuis/").text
    assert mentor.get(assignment.get_absolute_url()).status_code == 404
    assert HERS in adam.get(assignment.get_absolute_url()).text
    Outcome.objects.get().bring(at=NOW)
    assert HERS in mentor.get(assignment.get_absolute_url()).text
    given = [cast.adam, cast.lisa], cast.klas_1b, "werkdag"
    assert Assignment.give(*given, due_on=TODAY + A_DAY, by=cast.dijk, at=NOW) == 2
    assert "2 leerlingen, tot en met" in mentor.get(desk(cast)).text


def test_what_is_said_when_it_was_taken_back_meanwhile_finds_nothing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    assignment, tell = give(cast), Outcome.tell

    def late(*given: Any, **more: Any) -> Outcome:
        assignment.take_back(by=cast.dijk, at=NOW)
        return tell(*given, **more)

    monkeypatch.setattr(Outcome, "tell", late)
    assert say(cast.sign_in(cast.adam), assignment, HERS) == 404
    assert not Outcome.objects.exists() and not Assignment.objects.exists()


def test_a_school_that_keeps_talks_to_itself_shows_home_nothing(cast: Cast) -> None:
    assignment = give(cast)
    KindSwitch.objects.create(
        school=cast.kompas, layer=0, kind="talks", is_open=False, by=cast.peter, at=NOW - A_DAY
    )
    naima = cast.sign_in(cast.naima)
    assert naima.get(assignment.get_absolute_url()).status_code == 404
    assert naima.get(f"/kind/{cast.adam.pk}/loopbaan/thuis/").status_code == 403
    assert cast.sign_in(cast.adam).get(assignment.get_absolute_url()).status_code == 200


def test_who_may_not_come_near_reads_nothing_and_is_not_heard(cast: Cast) -> None:
    assignment = give(cast)
    say(cast.sign_in(cast.rachid), assignment, OF_RACHID)
    Restriction.objects.create(
        student=cast.adam, adult=cast.rachid, kind="no_access", starts_on=TODAY, basis="-",
        entered_by=cast.peter,
    )  # fmt: skip
    assert cast.sign_in(cast.rachid).get(assignment.get_absolute_url()).status_code == 404
    assert OF_RACHID not in cast.sign_in(cast.adam).get(assignment.get_absolute_url()).text


def test_it_is_done_on_paper_too_and_without_a_name(cast: Cast) -> None:
    assignment = give(cast)
    sheet = cast.sign_in(cast.naima).get(f"{assignment.get_absolute_url()}papier/").text
    assert TASK.told.steps[0] in sheet and "Adam" not in sheet
    for_class = cast.sign_in(cast.dijk).get(f"{desk(cast)}werkdag/papier/").text
    assert TASK.told.what in for_class
    assert cast.sign_in(cast.dijk).get(f"{desk(cast)}nergens/papier/").status_code == 404


def test_a_class_is_a_number_from_three_on(cast: Cast) -> None:
    give(cast)
    say(cast.sign_in(cast.adam), Assignment.objects.get(), "", together="on")
    assert "deden het samen" not in cast.sign_in(cast.dijk).get(desk(cast)).text


def test_every_school_finds_assignments_in_every_language(cast: Cast) -> None:
    for sector in ("secondary", "vocational"):
        assert len(for_sector(sector)) >= 6
    assert not for_sector("primary")
    for task in every().values():
        told = list(task.by_language.values())
        assert len(told) == 6 and {len(one.steps) for one in told} == {3}
        assert len({one.title for one in told}) == 6


def test_assignments_are_kept_as_posts_are(cast: Cast) -> None:
    give(cast)
    say(cast.sign_in(cast.adam), Assignment.objects.get(), HERS)
    assert forget(NOW + 200 * A_DAY) == 0 and forget(NOW + 700 * A_DAY) == 1
    assert not Outcome.objects.exists()
