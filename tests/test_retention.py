"""Nothing goes before its time, and everything goes after it. The terms are those of docs/retention.md."""

import datetime as dt
import io
import uuid
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from pytest_django import Settings

from driehoek.backbone.journal.forgetting import forget as forget_facts
from driehoek.backbone.journal.models import Entry, record
from driehoek.backbone.journal.reading import note_reading
from driehoek.backbone.letterbox.forgetting import forget as forget_post
from driehoek.backbone.letterbox.models import Arrival, Complaint, Response
from driehoek.backbone.letterbox.tests.post import drop, news, reply, work
from driehoek.backbone.moderation.forgetting import forget as forget_cases
from driehoek.backbone.moderation.models import Case
from driehoek.backbone.notifications.forgetting import forget as forget_deliveries
from driehoek.backbone.notifications.models import Delivery, Notification, Telling
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.consent.models import ConsentAnswer, answer
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Guardianship, NearPerson, NearPersonAnswer, Person, Restriction
from driehoek.facts.schools.leaving import left_by, year_kept_from
from driehoek.facts.schools.models import Appointment, Enrolment
from driehoek.features.absences.asking_leave import ask_leave
from driehoek.features.absences.forgetting import forget as forget_absences
from driehoek.features.absences.models import Absence, Ground, LeaveRequest, Pickup
from driehoek.features.absences.reporting import note_missing
from driehoek.features.consents.forgetting import purge_ledgers
from driehoek.features.conversations.forgetting import forget as forget_talks
from driehoek.features.conversations.models import Conversation, Message
from driehoek.features.conversations.tests.talks import asked
from driehoek.features.corrections.forgetting import forget as forget_corrections
from driehoek.features.corrections.models import Correction
from driehoek.features.dayreports.forgetting import forget as forget_days
from driehoek.features.dayreports.models import DayReport
from driehoek.features.entry.models import JoinedPerson
from driehoek.features.feed.forgetting import forget as forget_posts
from driehoek.features.feed.models import Comment, Post
from driehoek.features.feed.tests.posts import shared
from driehoek.features.retention.former import forget as forget_former
from driehoek.features.retention.former import former_adults, former_students
from tests.aging import A_DAY, goes_after
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db


def leave(cast: Cast) -> LeaveRequest:
    token = uuid.uuid4()
    return ask_leave(
        cast.yusuf, cast.vlieger, token=token, ground=Ground.WEDDING, days=(TODAY, TODAY),
        explanation="Mijn zus trouwt.", by=cast.naima, at=NOW, today=TODAY,
    )  # fmt: skip


def test_an_absence_goes_after_400_days_and_an_open_illness_when_the_child_is_gone(cast: Cast) -> None:
    note_missing(cast.yusuf, cast.vlieger, by=cast.anouk, at=NOW, day=TODAY)
    ill = Absence.objects.create(
        student=cast.lina, school=cast.vlieger, reason="ill", starts_on=TODAY, told_at=NOW
    )
    goes_after(400, forget_absences, Absence.objects.filter(student=cast.yusuf))
    forget_absences(NOW + 600 * A_DAY)
    assert Absence.objects.filter(pk=ill.pk).exists()  # she is still here
    Enrolment.objects.filter(student=cast.lina).update(ends_on=TODAY)
    forget_absences(NOW + 600 * A_DAY)
    assert not Absence.objects.exists()


def test_leave_goes_after_400_days_and_its_words_after_180(cast: Cast) -> None:
    leave(cast).decide(is_granted=False, reason="Er is toetsweek.", by=cast.joris, at=NOW)
    goes_after(180, forget_absences, LeaveRequest.objects.exclude(explanation=""))
    assert LeaveRequest.objects.get().decision.reason == ""
    goes_after(400, forget_absences, LeaveRequest.objects.all())


def test_who_fetched_whom_goes_after_90_days(cast: Cast) -> None:
    Pickup.arrange(cast.yusuf, [cast.vlieger], day=TODAY, by=cast.naima, at=NOW, minutes_late=20)
    goes_after(90, forget_absences, Pickup.objects.all())


def test_an_answered_proposal_goes_after_90_days_and_an_open_one_waits(cast: Cast) -> None:
    Correction.propose(cast.naima, "mobile", "0612345678", at=NOW).accept(by=cast.marja, at=NOW)  # type: ignore[union-attr]
    waiting = Correction.propose(cast.rachid, "mobile", "0687654321", at=NOW)
    goes_after(90, forget_corrections, Correction.objects.filter(person=cast.naima))
    goes_after(400, forget_corrections, Correction.objects.filter(pk=waiting.pk))  # type: ignore[union-attr]


def test_who_was_taken_off_or_refused_goes_after_90_days_and_who_stands_stays(cast: Cast) -> None:
    def near(name: str, **words: Any) -> NearPerson:
        return NearPerson.objects.create(
            student=cast.yusuf, named_by=cast.naima, name=name, relation="friend", at=NOW, **words
        )

    stands, off, refused = near("Ria"), near("Bo", removed_at=NOW), near("Jo")
    NearPersonAnswer.objects.create(near=refused, is_agreed=False, reason="Nee.", by=cast.marja, at=NOW)
    goes_after(90, forget_corrections, NearPerson.objects.filter(pk__in=[off.pk, refused.pk]))
    assert NearPerson.objects.get() == stands
    Enrolment.objects.filter(student=cast.yusuf).update(ends_on=TODAY)
    goes_after(90, forget_corrections, NearPerson.objects.all())


def test_whom_we_told_goes_after_90_days_but_not_what_still_waits(cast: Cast) -> None:
    note_missing(cast.yusuf, cast.vlieger, by=cast.anouk, at=NOW, day=TODAY)
    while tell_due(NOW):
        pass
    forget_deliveries(NOW + 100 * A_DAY)
    assert Delivery.objects.exists()  # nobody brought it yet
    Delivery.objects.update(state=Delivery.State.DONE)
    goes_after(90, forget_deliveries, Notification.objects.all())
    assert not Delivery.objects.exists() and not Telling.objects.exists()


def test_ways_in_are_remembered_for_a_year_and_readers_of_a_file_for_five(cast: Cast) -> None:
    Entry.objects.all().delete()
    record("entry.person.secured", cast.anouk, by=cast.anouk, at=NOW)
    note_reading(cast.yusuf.pk, by=cast.anouk, at=NOW)
    goes_after(365, forget_facts, Entry.objects.filter(verb="entry.person.secured"))
    goes_after(5 * 365 + 1, forget_facts, Entry.objects.all())


def test_posts_and_day_reports_stay_this_school_year_and_the_next(cast: Cast) -> None:
    assert year_kept_from(dt.date(2026, 7, 31)) == dt.date(2024, 8, 1)
    assert year_kept_from(dt.date(2026, 8, 1)) == dt.date(2025, 8, 1)
    ends = NOW.replace(year=2028, month=8, day=1)
    DayReport.objects.create(student=cast.lina, group=cast.bso, day=TODAY, by=cast.meryem, at=NOW)
    goes_after(1, forget_days, DayReport.objects.all(), since=ends - 2 * A_DAY)
    post = shared(cast)
    post.comment("Mooi!", by=cast.naima, corner="home", at=NOW)
    goes_after(1, forget_posts, Post.objects.filter(pk=post.pk), since=ends - 2 * A_DAY)
    assert not Comment.objects.exists()


def test_a_report_about_words_stays_as_long_as_the_words(cast: Cast) -> None:
    remark = shared(cast).comment("Te koop: fiets", by=cast.naima, corner="home", at=NOW)
    Case.objects.create(
        label="feed.comment", key=remark.pk, school=cast.vlieger, author=cast.naima, words="-",
        said_at=NOW, opened_at=NOW,
    )  # fmt: skip
    much_later = NOW + 1_000 * A_DAY
    forget_cases(much_later)
    assert Case.objects.exists()  # without it hidden words would be read again
    forget_posts(much_later)
    forget_cases(much_later)
    assert not Case.objects.exists()


def test_a_conversation_goes_two_years_after_its_child_left(cast: Cast) -> None:
    asked(cast)
    forget_talks(NOW + 4_000 * A_DAY)
    assert Conversation.objects.exists()  # he is still at school
    Enrolment.objects.filter(student=cast.yusuf).update(ends_on=TODAY)
    goes_after(731, forget_talks, Conversation.objects.all())
    assert not Message.objects.exists()


def gone(cast: Cast) -> Person:
    """Finn left De Vlieger today."""
    Enrolment.objects.filter(student=cast.finn).update(ends_on=TODAY)
    return cast.finn


def test_a_student_who_left_loses_her_name_after_two_years_and_so_do_who_answer_for_her_alone(
    cast: Cast,
) -> None:
    finn = gone(cast)
    guardians = Person.objects.filter(guardianships__student=finn)
    Person.objects.update(last_login=NOW)
    assert finn not in former_students(TODAY + 729 * A_DAY) and finn in former_students(TODAY + 732 * A_DAY)
    goes_after(731, forget_former, Person.objects.filter(pk=finn.pk).exclude(given_name=""))
    finn.refresh_from_db()
    assert (finn.name, finn.birth_date, finn.email, finn.is_active) == ("Iemand", None, "", False)
    assert Enrolment.objects.filter(student=finn).exists()  # that somebody sat there, until when
    assert not guardians.exclude(given_name="").filter(pk=cast.marieke.pk).exists()
    cast.yusuf.refresh_from_db()
    assert cast.yusuf.given_name == "Yusuf"


def test_who_answers_for_another_child_or_works_here_keeps_her_name(cast: Cast) -> None:
    Enrolment.objects.filter(student=cast.yusuf).update(ends_on=TODAY)
    later = TODAY + 800 * A_DAY
    forget_former(NOW + 800 * A_DAY)
    cast.naima.refresh_from_db()
    assert cast.naima.given_name == "Naima"  # Lina is still here
    assert cast.anouk not in former_adults(later)
    Appointment.objects.filter(person=cast.anouk).update(ends_on=TODAY)
    Guardianship.objects.filter(guardian=cast.anouk).update(ends_on=TODAY)
    assert cast.anouk not in former_adults(TODAY + 1_800 * A_DAY)
    assert cast.anouk in former_adults(TODAY + 1_830 * A_DAY)


def test_a_ban_keeps_its_name_as_long_as_its_child_is_known(cast: Cast) -> None:
    Guardianship.objects.filter(guardian=cast.jeroen).update(ends_on=TODAY)
    Restriction.objects.filter(adult=cast.jeroen).exclude(student=cast.finn).delete()
    assert Restriction.objects.filter(adult=cast.jeroen, student=cast.finn).exists()
    forget_former(NOW + 800 * A_DAY)
    cast.jeroen.refresh_from_db()
    assert cast.jeroen.given_name
    gone(cast)
    for days in (800, 801):  # first the child, then who was kept from her
        forget_former(NOW + days * A_DAY)
    cast.jeroen.refresh_from_db()
    assert not cast.jeroen.given_name and not Restriction.objects.filter(adult=cast.jeroen).exists()


def test_who_was_only_known_by_a_ban_or_as_the_same_person_goes_along(cast: Cast) -> None:
    finn = gone(cast)
    stranger, double = Person.objects.create(given_name="Vreemd"), Person.objects.create(given_name="Dubbel")
    Restriction.objects.create(
        student=finn, adult=stranger, kind="no_access", starts_on=TODAY, basis="-", entered_by=cast.marja
    )
    JoinedPerson.objects.create(gone=double, into=cast.marieke, by=cast.marieke, at=NOW)
    Person.objects.update(last_login=NOW)
    forget_former(NOW + 729 * A_DAY)
    assert not Person.objects.filter(pk__in=[stranger.pk, double.pk], given_name="").exists()
    forget_former(NOW + 800 * A_DAY)
    assert Person.objects.filter(pk__in=[stranger.pk, double.pk], given_name="").count() == 2


def test_answers_about_photos_go_five_years_after_she_left(cast: Cast) -> None:
    answer(gone(cast), Purpose.PRESS, shown=True, by=cast.marieke, at=NOW)
    answer(cast.yusuf, Purpose.PRESS, shown=True, by=cast.naima, at=NOW)
    forget_former(NOW + 1_000 * A_DAY)  # the name went long before
    goes_after(1826, purge_ledgers, ConsentAnswer.objects.filter(student=cast.finn))
    assert ConsentAnswer.objects.filter(student=cast.yusuf).exists()
    entry = Entry.objects.get(verb="consents.ledger.purged")
    assert entry.actor is None and entry.subject.answers == 1


def test_the_command_does_what_the_nights_do_and_names_nobody(cast: Cast) -> None:
    Pickup.arrange(cast.yusuf, [cast.vlieger], day=TODAY, by=cast.naima, at=NOW, minutes_late=20)
    said = io.StringIO()
    call_command("forget", stdout=said)
    assert said.getvalue() == "" and Pickup.objects.exists()
    with time_machine.travel(NOW + 91 * A_DAY, tick=False):
        call_command("forget", stdout=said)
    assert not Pickup.objects.exists()
    lines = said.getvalue().splitlines()
    assert any(line.startswith("pick-ups: 1, from before") for line in lines)
    assert "Yusuf" not in said.getvalue() and "Naima" not in said.getvalue()


def test_who_never_sat_anywhere_has_not_left(cast: Cast) -> None:
    newcomer = Person.objects.create(given_name="Nieuw")
    assert newcomer not in left_by(TODAY + 9_000 * A_DAY)
    assert newcomer not in former_students(TODAY + 9_000 * A_DAY)
    assert newcomer not in former_adults(TODAY + 9_000 * A_DAY)


def test_that_a_letter_came_goes_after_fourteen_days_and_a_complaint_after_400(cast: Cast) -> None:
    Arrival.keep(b"", address="antwoord+r1-a@post.example", message_id="<1@thuis.example>", at=NOW)
    arrival = Arrival.objects.get()
    Response.give(arrival, Response.Kind.EMPTY, person=cast.naima, details=[], at=NOW)
    forget_post(NOW + 13 * A_DAY)
    assert Response.objects.exists(), "too early"
    goes_after(14, forget_post, Arrival.objects.all())
    assert not Response.objects.exists(), "too late"
    Complaint.note(cast.naima, "news", at=NOW)
    goes_after(400, forget_post, Complaint.objects.all())


def test_the_letter_itself_goes_when_it_was_handled_and_one_without_a_yes_after_seven_days(
    cast: Cast, settings: Settings
) -> None:
    settings.REPLY_ADDRESS = "antwoord@post.driehoek.example"
    news(cast)
    drop(reply(cast.naima, "Dag."))
    drop(reply(cast.naima, "Dag.", sender="vreemd@werk.example"))
    waiting = Arrival.objects.filter(state="waiting").get()
    assert [bytes(one.raw) == b"" for one in Arrival.objects.order_by("pk")] == [True, False]
    work(NOW + 6 * A_DAY)
    waiting.refresh_from_db()
    assert bytes(waiting.raw), "too early"
    work(NOW + 8 * A_DAY)
    waiting.refresh_from_db()
    assert not bytes(waiting.raw), "too late"
