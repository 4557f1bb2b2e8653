"""A timetable: brought from a file after looking, read by who belongs to the class, changed for one day."""

import datetime as dt

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Holiday
from driehoek.features.timetable.bringing import bring
from driehoek.features.timetable.forgetting import forget
from driehoek.features.timetable.models import Lesson, LessonChange
from driehoek.features.timetable.reading import Slot
from driehoek.features.timetable.week import monday_asked
from tests.cast import NOW, TODAY, Cast

HEAD = "groep;dag;van;tot;vak;docent;lokaal\n"
TWO = HEAD + "1B;do;8:30;9:20;Nederlands;Mevrouw Van Dijk;12\n1B;vr;08.30;09.20;Wiskunde;Meneer Bos;7\n"
A_WEEK = dt.timedelta(days=7)


def hand_in(cast: Cast, text: str, by: Person | None = None, name: str = "rooster.csv") -> HttpResponse:
    file = SimpleUploadedFile(name, text.encode())
    said = {"school": cast.kompas.pk, "first_day": TODAY.isoformat(), "timetable": file}
    answer: HttpResponse = cast.sign_in(by or cast.peter).post("/school/rooster/", said)
    return answer


def agree(cast: Cast, answer: HttpResponse, by: Person | None = None) -> HttpResponse:
    seen = answer.context["agree"]["seen"].value()
    agreed: HttpResponse = cast.sign_in(by or cast.peter).post("/school/rooster/akkoord/", {"seen": seen})
    return agreed


def planned(cast: Cast) -> Lesson:
    french(cast, TODAY)
    return Lesson.objects.get()


def french(cast: Cast, first_day: dt.date, *, room: str = "4") -> None:
    slots = [Slot(cast.klas_1b.pk, NOW.isoweekday(), dt.time(10), dt.time(11), "Frans", "Meneer Roux", room)]
    bring(cast.kompas, slots, first_day=first_day, by=cast.peter, at=NOW)


def reads(cast: Cast, who: Person, of: Person) -> str:
    return cast.sign_in(who).get(f"/kind/{of.pk}/rooster/").content.decode()


def test_nothing_is_written_before_somebody_looked_and_agreed(cast: Cast) -> None:
    answer = hand_in(cast, TWO)
    assert answer.status_code == 200 and len(answer.context["difference"].new) == 2
    assert not Lesson.objects.exists()
    agree(cast, answer)
    assert sorted(Lesson.objects.values_list("subject", flat=True)) == ["Nederlands", "Wiskunde"]


def test_the_same_file_once_more_changes_nothing(cast: Cast) -> None:
    for _time in range(2):
        agree(cast, hand_in(cast, TWO))
    assert Lesson.objects.count() == 2
    assert Entry.objects.filter(verb="timetable.timetable.brought").count() == 1


def test_a_lesson_that_is_gone_ends_and_another_class_keeps_its_own(cast: Cast) -> None:
    agree(cast, hand_in(cast, TWO + "1A;ma;8:30;9:20;Gym;;zaal\n"))
    Lesson.objects.update(starts_on=TODAY - A_WEEK)
    agree(cast, hand_in(cast, HEAD + "1B;do;8:30;9:20;Nederlands;Mevrouw Van Dijk;12\n"))
    ended = Lesson.objects.get(ends_on__isnull=False)
    assert ended.subject == "Wiskunde" and ended.ends_on == TODAY - dt.timedelta(days=1)


def test_a_later_timetable_gives_way_to_one_that_counts_from_today(cast: Cast) -> None:
    french(cast, TODAY + A_WEEK)
    french(cast, TODAY)
    assert [(one.starts_on, one.ends_on) for one in Lesson.objects.all()] == [(TODAY, None)]


def test_a_lesson_that_was_to_end_goes_on_and_stands_there_once(cast: Cast) -> None:
    for first_day, room in ((TODAY, "4"), (TODAY + A_WEEK, "21"), (TODAY, "4"), (TODAY, "4")):
        french(cast, first_day, room=room)
    assert [(one.room, one.ends_on) for one in Lesson.objects.all()] == [("4", None)]


def test_what_was_said_of_a_lesson_that_goes_does_not_stay_behind(cast: Cast) -> None:
    lesson = planned(cast)
    for day in (TODAY, TODAY + A_WEEK):
        lesson.alter(day, is_off=True, room="", by=cast.dijk, at=NOW)
    french(cast, TODAY + A_WEEK, room="21")
    assert [change.day for change in LessonChange.objects.all()] == [TODAY]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("9Z;ma;8:30;9:20;Gym;;", "9Z"), ("1B;zo;8:30;9:20;Gym;;", "zo"), ("1B;ma;25:00;9:20;Gym;;", "25:00"),
        ("1B;ma;9:30;9:20;Gym;;", "houdt op"), ("1B;ma;8:30;9:20;;;", "vak"),
        ("1B;do;8:30;9:00;Gym;;", "al een les"), ("1B;ma;8:30;9:20;+Gym;;", "kolom “vak”"),
        (f"1B;ma;8:30;9:20;Gym;;{'x' * 21}", "kolom “lokaal”"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_is_named_and_left_out(cast: Cast, line: str, says: str) -> None:
    answer = hand_in(cast, TWO + line + "\n")
    page = answer.content.decode()
    assert "Regel 4" in page and says in page
    agree(cast, answer)
    assert Lesson.objects.count() == 2


def test_a_dash_is_an_empty_room(cast: Cast) -> None:
    agree(cast, hand_in(cast, HEAD + "1B;do;8:30;9:20;Gym;-;-\n"))
    assert Lesson.objects.get().room == ""


def test_a_file_of_nothing_but_faults_is_not_read_to_its_end(cast: Cast) -> None:
    answer = hand_in(cast, HEAD + "9Z;ma;8:30;9:20;Gym;;\n" * 6_001)
    assert answer.status_code == 422 and "te veel regels" in answer.content.decode()


@pytest.mark.parametrize(
    ("text", "name"), [("", "a.csv"), ("niets", "a.csv"), (TWO, "a.pdf"), ("x", "a.xlsx")]
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(cast: Cast, text: str, name: str) -> None:
    answer = hand_in(cast, text, name=name)
    assert answer.status_code == 422 and 'class="err"' in answer.content.decode()


def test_only_the_leaders_of_a_school_bring_one_and_only_their_own(cast: Cast) -> None:
    for person in (cast.dijk, cast.naima, cast.adam):
        assert hand_in(cast, TWO, by=person).status_code == 404
    answer = hand_in(cast, TWO)
    assert agree(cast, answer, by=cast.joris).status_code == 404
    assert hand_in(cast, TWO, by=cast.joris).status_code == 422  # it names a school that is not his
    forged = cast.sign_in(cast.peter).post("/school/rooster/akkoord/", {"seen": "vals"})
    assert forged.status_code == 302 and not Lesson.objects.exists()
    for person in (cast.dijk, cast.naima, cast.adam):
        stranger = cast.sign_in(person)
        assert stranger.post("/school/rooster/akkoord/", {"seen": "vals"}).status_code == 404


def test_the_class_reads_it_and_another_class_does_not(cast: Cast) -> None:
    planned(cast)
    for person in (cast.adam, cast.naima, cast.rachid, cast.dijk, cast.peter):
        assert "Frans" in reads(cast, person, cast.adam)
    for person in (cast.anouk, cast.youssef, cast.esther):
        assert cast.sign_in(person).get(f"/kind/{cast.adam.pk}/rooster/").status_code == 404
    assert cast.sign_in(cast.adam).get("/rooster/").status_code == 200


def test_who_teaches_there_says_that_a_lesson_is_off_and_only_students_hear_it(cast: Cast) -> None:
    lesson, address = planned(cast), f"/{TODAY:%Y-%m-%d}/"
    url = f"/les/{lesson.pk}{address}"
    for _time in range(2):
        assert cast.sign_in(cast.dijk).post(url, {"what": "off"}).status_code == 302
    assert "Gaat niet door" in reads(cast, cast.naima, cast.adam)
    assert Entry.objects.filter(verb="timetable.lessonchange.made").count() == 1
    assert cast.sign_in(cast.naima).post(url, {"what": "off"}).status_code == 403
    assert cast.sign_in(cast.anouk).post(url, {"what": "off"}).status_code == 404
    cast.sign_in(cast.dijk).post(url, {"what": "room", "room": "21"})
    assert "21" in reads(cast, cast.adam, cast.adam) and LessonChange.objects.count() == 1
    cast.sign_in(cast.dijk).post(url, {"what": "as_always"})
    assert not LessonChange.objects.exists()


def told(moment: dt.datetime) -> list[str]:
    while tell_due(moment):
        pass
    mail.outbox.clear()
    while deliver_due("email", clock=lambda: moment):
        pass
    return [str(sent.body) for sent in mail.outbox]


def test_who_heard_that_a_lesson_is_off_hears_that_it_goes_on_after_all(cast: Cast) -> None:
    Person.objects.filter(pk=cast.adam.pk).update(email="adam@thuis.example")
    lesson = planned(cast)
    url, dijk = f"/les/{lesson.pk}/{TODAY + A_WEEK:%Y-%m-%d}/", cast.sign_in(cast.dijk)
    dijk.post(url, {"what": "off"})
    assert ["Frans gaat niet door op" in body for body in told(NOW)] == [True]
    dijk.post(url, {"what": "as_always"})
    assert ["Frans op donderdag is weer als altijd." in body for body in told(NOW)] == [True]


def test_its_own_room_is_no_other_room(cast: Cast) -> None:
    lesson = planned(cast)
    cast.sign_in(cast.dijk).post(f"/les/{lesson.pk}/{TODAY:%Y-%m-%d}/", {"what": "room", "room": "4"})
    assert not LessonChange.objects.exists()


def test_a_change_that_says_nothing_or_of_another_day_is_refused(cast: Cast) -> None:
    lesson, dijk = planned(cast), cast.sign_in(cast.dijk)
    assert dijk.post(f"/les/{lesson.pk}/{TODAY:%Y-%m-%d}/", {"what": "room", "room": ""}).status_code == 422
    for day in (TODAY + dt.timedelta(days=1), TODAY - A_WEEK):
        assert dijk.get(f"/les/{lesson.pk}/{day:%Y-%m-%d}/").status_code == 404
    assert dijk.get(f"/les/{lesson.pk}/2026-13-45/").status_code == 404


def test_a_week_is_asked_by_its_name_and_not_from_far_away() -> None:
    monday, saturday = dt.date(2026, 11, 16), dt.date(2026, 11, 21)
    assert monday_asked("", TODAY) == monday and monday_asked("", saturday) == monday + A_WEEK
    assert monday_asked("2026-W48", TODAY) == dt.date(2026, 11, 23)
    for asked in ("2031-W01", "2026-W60", "x", "2026-11-19"):
        assert monday_asked(asked, TODAY) == monday


def test_who_goes_to_two_schools_is_free_when_her_own_is_closed(cast: Cast) -> None:
    planned(cast)
    cast.adam.enrolments.create(group=cast.zorg_2a, starts_on=TODAY)
    Holiday.objects.create(school=cast.kompas, name="studiedag", starts_on=TODAY, ends_on=TODAY)
    page = reads(cast, cast.adam, cast.adam)
    assert "Studiedag" in page and "Frans" not in page
    slots = [Slot(cast.zorg_2a.pk, NOW.isoweekday(), dt.time(10), dt.time(11), "Anatomie", "", "")]
    bring(cast.delta, slots, first_day=TODAY, by=cast.youssef, at=NOW)
    page = reads(cast, cast.adam, cast.adam)
    assert "Anatomie" in page and "Frans" not in page


def test_it_is_kept_four_hundred_days(cast: Cast) -> None:
    planned(cast)
    Lesson.objects.update(starts_on=TODAY - dt.timedelta(days=600), ends_on=TODAY - dt.timedelta(days=400))
    assert forget(NOW) == 0
    Lesson.objects.update(ends_on=TODAY - dt.timedelta(days=401))
    assert forget(NOW) == 1
