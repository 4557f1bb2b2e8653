"""Reporting that a child is not there: by whom, when, twice, and taking it back."""

import datetime as dt
import uuid

import pytest
import time_machine
from django.urls import reverse

from driehoek.facts.people.models import Restriction
from driehoek.features.absences import reporting
from driehoek.features.absences.models import Absence, Reason, Report
from driehoek.features.absences.tests.told import A_DAY, MORNING, ill, send
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db


def test_a_mother_reports_two_children_at_two_schools_at_once(cast: Cast) -> None:
    answer = send(cast.sign_in(cast.naima), cast.lina, cast.adam)
    assert answer.status_code == 302
    told = {(a.student, a.school, a.ends_on) for a in Absence.objects.select_related("student", "school")}
    assert told == {(cast.lina, cast.vlieger, None), (cast.adam, cast.kompas, None)}


def test_nobody_reports_a_child_she_may_not_answer_for(cast: Cast) -> None:
    for stranger in (cast.annelies, cast.tom, cast.dennis, cast.wouter):
        send(cast.sign_in(stranger), cast.yusuf)
    assert not Absence.objects.exists()
    assert send(cast.sign_in(cast.rachid), cast.yusuf).status_code == 302
    assert Absence.objects.get().student == cast.yusuf


def test_a_blocked_father_can_report_nobody(cast: Cast) -> None:
    assert cast.sign_in(cast.jeroen).get(reverse("absences:report")).status_code == 403
    assert send(cast.sign_in(cast.jeroen), cast.finn).status_code == 403
    assert send(cast.sign_in(cast.marieke), cast.finn).status_code == 302


def test_a_block_of_this_morning_counts_this_morning(cast: Cast) -> None:
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.rachid, kind="no_access", starts_on=TODAY, basis="-",
        entered_by=cast.marja,
    )  # fmt: skip
    send(cast.sign_in(cast.rachid), cast.yusuf)
    assert not Absence.objects.exists()


def test_a_student_of_age_reports_herself_and_her_mother_does_not(cast: Cast) -> None:
    assert send(cast.sign_in(cast.kevin), cast.kevin).status_code == 302
    assert Absence.objects.get().student == cast.kevin
    assert send(cast.sign_in(cast.ronald), cast.kevin).status_code == 403


def test_a_student_of_seventeen_does_not_report_herself(cast: Cast) -> None:
    assert send(cast.sign_in(cast.dewi), cast.dewi).status_code == 403
    assert send(cast.sign_in(cast.sri), cast.dewi).status_code == 302


def test_where_the_school_chose_sixteen_a_student_of_seventeen_reports_herself(cast: Cast) -> None:
    cast.delta.guardians_until_age = 16
    cast.delta.save()
    assert send(cast.sign_in(cast.dewi), cast.dewi).status_code == 302


def test_the_same_form_sent_twice_is_one_report(cast: Cast) -> None:
    token, browser = str(uuid.uuid4()), cast.sign_in(cast.naima)
    first, second = (send(browser, cast.lina, token=token) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Report.objects.count() == Absence.objects.count() == 1


def test_a_form_that_another_parent_opened_is_the_report_of_who_sends_it(cast: Cast) -> None:
    token = str(uuid.uuid4())
    for child, parent in ((cast.lina, cast.naima), (cast.yusuf, cast.rachid)):
        assert send(cast.sign_in(parent), child, token=token).status_code == 302
    assert set(Report.objects.values_list("by", flat=True)) == {cast.naima.pk, cast.rachid.pk}


def test_a_second_parent_finds_it_told_already(cast: Cast) -> None:
    ill(cast.yusuf, by=cast.naima)
    page = cast.sign_in(cast.rachid).get(send(cast.sign_in(cast.rachid), cast.yusuf)["Location"])
    assert "School wist dit al" in page.content.decode() and "Ongedaan" not in page.content.decode()
    assert Absence.objects.count() == 1


def test_what_was_undone_says_so_and_not_that_school_knew_it(cast: Cast) -> None:
    absence, naima = ill(cast.yusuf, by=cast.naima), cast.sign_in(cast.naima)
    absence.withdraw(by=cast.naima, at=NOW)
    told = absence.report
    assert told
    page = naima.get(told.get_absolute_url()).text
    assert "Ongedaan gemaakt. School weet het." in page and "School wist dit al" not in page


def test_the_other_parent_sees_that_it_was_told_and_not_who_told_it(cast: Cast) -> None:
    absence = ill(cast.yusuf, by=cast.naima)
    rachid = cast.sign_in(cast.rachid)
    page = rachid.get(absence.get_absolute_url())
    assert page.status_code == 200 and "Ziek" in page.content.decode()
    assert "Naima" not in page.content.decode()
    assert absence.report
    assert rachid.get(absence.report.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("who", ["tom", "jeroen", "annelies", "ria", "wouter"])
def test_who_does_not_answer_for_the_child_does_not_see_it(cast: Cast, who: str) -> None:
    absence = ill(cast.mila, by=cast.sanne_v)
    assert cast.sign_in(getattr(cast, who)).get(absence.get_absolute_url()).status_code == 404
    assert cast.sign_in(cast.sanne_v).get(absence.get_absolute_url()).status_code == 200


def test_only_who_told_it_takes_it_back_and_only_before_it_begins(cast: Cast) -> None:
    absence = ill(cast.yusuf, by=cast.naima)
    path = reverse("absences:withdrawal", args=[absence.pk])
    assert cast.sign_in(cast.rachid).post(path).status_code == 403
    assert cast.sign_in(cast.naima).post(path).status_code == 403  # three o'clock: the day has begun
    with time_machine.travel(NOW.replace(hour=8, minute=29), tick=False):
        for _ in range(2):
            answer = cast.sign_in(cast.naima).post(path)
        assert answer.status_code == 403  # the second time there is nothing left to take back
    assert not Absence.objects.standing().exists()


def test_a_slip_of_the_thumb_is_undone_within_ten_minutes_for_all_children(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    told = Report.objects.get(pk=send(browser, cast.lina, cast.yusuf)["Location"].split("/")[-2])
    browser.post(reverse("absences:undoing", args=[told.pk]))
    assert not Absence.objects.standing().exists()


def test_who_may_not_speak_for_a_child_any_more_undoes_nothing_about_her(cast: Cast) -> None:
    browser = cast.sign_in(cast.rachid)
    told = Report.objects.get(pk=send(browser, cast.lina, cast.yusuf)["Location"].split("/")[-2])
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.rachid, kind="no_access", starts_on=TODAY, basis="-",
        entered_by=cast.marja,
    )  # fmt: skip
    browser.post(reverse("absences:undoing", args=[told.pk]))
    assert [absence.student for absence in Absence.objects.standing()] == [cast.yusuf]


def test_what_school_noted_is_explained_by_home_and_never_taken_back(cast: Cast) -> None:
    noted = reporting.note_missing(cast.yusuf, cast.vlieger, by=cast.anouk, at=NOW, day=TODAY)
    naima = cast.sign_in(cast.naima)
    naima.post(reverse("absences:explanation", args=[noted.pk]), {"why": "ill"})
    noted.refresh_from_db()
    assert noted.reason == Reason.ILL and noted.report
    assert naima.post(reverse("absences:withdrawal", args=[noted.pk])).status_code == 403
    naima.post(reverse("absences:undoing", args=[noted.report.pk]))
    assert Absence.objects.standing().get() == noted


def test_what_was_told_can_be_said_better_until_it_begins(cast: Cast) -> None:
    tomorrow = (TODAY + A_DAY).isoformat()
    send(cast.sign_in(cast.naima), cast.lina, reason="doctor", day=tomorrow, from_time="10:00")
    absence = Absence.objects.get()
    path = reverse("absences:change", args=[absence.pk])
    words = {"reason": "doctor", "day": tomorrow, "from_time": "11:15", "until_time": "12:00"}
    for _ in range(2):
        assert cast.sign_in(cast.naima).post(path, words).status_code == 302
    absence.refresh_from_db()
    assert absence.from_time == dt.time(11, 15) and absence.version == 2


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ({"reason": ""}, "Kies waarom"),
        ({"children": []}, "Kies een kind"),
        ({"other_day": "2026-11-18"}, "vanaf vandaag"),
        ({"other_day": "2026-11-22"}, "geen school"),
        ({"other_day": "morgen"}, "geen dag"),
        ({"last_day": "2026-11-01"}, "laatste dag"),
        ({"other_day": "9999-12-31", "last_day": "9999-12-31"}, "vanaf vandaag"),
        ({"from_time": "12:00", "until_time": "11:00"}, "vóór het begin"),
    ],
)
def test_bad_input_gets_a_clear_sentence_and_nothing_is_lost(
    cast: Cast, words: dict[str, object], complaint: str
) -> None:
    answer = send(cast.sign_in(cast.naima), cast.lina, **({"reason": "doctor"} | words))
    assert answer.status_code == 422 and complaint in answer.content.decode()
    assert "?:" not in answer.text  # a label that asks needs no colon behind it
    assert not Absence.objects.exists()
    if "reason" not in words:
        assert 'value="doctor" required id="id_reason_1" checked' in answer.content.decode() or (
            "checked" in answer.content.decode().partition('value="doctor"')[2][:60]
        )


def test_there_is_no_field_to_type_words_in(cast: Cast) -> None:
    page = cast.sign_in(cast.naima).get(reverse("absences:report")).content.decode()
    assert "<textarea" not in page and 'type="text"' not in page


def test_one_child_is_chosen_already_and_of_several_the_one_she_came_from(cast: Cast) -> None:
    one = cast.sign_in(cast.marieke).get(reverse("absences:report")).content.decode()
    assert "checked" in one.partition('name="children"')[2][:80]
    several = cast.sign_in(cast.naima).get(f"{reverse('absences:report')}?kind={cast.yusuf.pk}")
    assert [box.data["selected"] for box, child in several.context["form"].kids if child == cast.yusuf] == [
        True
    ]


def test_after_the_bell_the_next_school_day_comes_first(cast: Cast) -> None:
    with time_machine.travel(NOW.replace(hour=19), tick=False):
        form = cast.sign_in(cast.marieke).get(reverse("absences:report")).context["form"]
        assert form.days == [TODAY + A_DAY]


def test_an_illness_is_over_when_home_says_better(cast: Cast) -> None:
    absence = ill(cast.yusuf, by=cast.naima, since=TODAY - A_DAY)
    for _ in range(2):
        cast.sign_in(cast.rachid).post(reverse("absences:recovery", args=[absence.pk]))
    absence.refresh_from_db()
    assert absence.ends_on == TODAY and absence.version == 2  # three o'clock: back tomorrow


def test_the_page_of_the_child_shows_it_and_one_tap_leads_to_the_form(cast: Cast) -> None:
    ill(cast.yusuf, by=cast.naima)
    page = cast.sign_in(cast.rachid).get(reverse("children:detail", args=[cast.yusuf.pk])).content.decode()
    assert "tot je beter meldt" in page and f"{reverse('absences:report')}?kind={cast.yusuf.pk}" in page


def test_reporting_a_child_who_is_missed_explains_it(cast: Cast) -> None:
    from_school = Absence.objects.create(
        student=cast.yusuf, school=cast.vlieger, reason=Reason.UNKNOWN, starts_on=TODAY, ends_on=TODAY,
        noted_by=cast.anouk, told_at=MORNING,
    )  # fmt: skip
    send(cast.sign_in(cast.naima), cast.yusuf)
    from_school.refresh_from_db()
    assert from_school.reason == Reason.ILL and from_school.ends_on is None
    assert Absence.objects.count() == 1


@pytest.mark.parametrize(
    ("language", "other"),
    [("nl", "Anders"), ("en", "Other"), ("tr", "Diğer"), ("ar", "غير ذلك"), ("pl", "Inne"), ("uk", "Інше")],
)
def test_another_reason_is_called_other_in_each_language(cast: Cast, language: str, other: str) -> None:
    cast.naima.language = language
    cast.naima.save()
    page = cast.sign_in(cast.naima).get(reverse("absences:report")).content.decode()
    assert f"<b>{other}</b>" in page
