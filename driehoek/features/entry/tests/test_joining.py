"""Two rosters know one adult: the letter joins them, and in doubt it does not."""

import datetime as dt

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import record
from driehoek.facts.consent.models import CurrentAnswer, answer
from driehoek.facts.people.models import Guardianship, Person, Restriction
from driehoek.facts.schools.models import Appointment, Enrolment, ExternalKey
from driehoek.features.entry.joining import GOES_OVER, NotJoined, Refusal, join, refusal
from driehoek.features.entry.models import Invitation, JoinedPerson
from driehoek.features.entry.tests.test_letters_and_welcome import letter_for
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


class Twice:
    """Naima as a second school knows her: another person, with another child, Amal."""

    def __init__(self, cast: Cast) -> None:
        self.naima = cast.naima
        self.other = Person.objects.create(
            given_name=cast.naima.given_name, infix=cast.naima.infix, family_name=cast.naima.family_name,
            email="n@elsewhere.example",
        )  # fmt: skip
        self.child = Person.objects.create(given_name="Amal", birth_date=dt.date(2013, 7, 4))
        Enrolment.objects.create(student=self.child, group=cast.klas_1b, starts_on=dt.date(2026, 8, 1))
        self.link = Guardianship.objects.create(
            guardian=self.other,
            student=self.child,
            kind="custody",
            source="import",
            starts_on=dt.date(2026, 8, 1),
        )
        self.link.approve(by=None, at=NOW)
        self.key = ExternalKey.objects.create(school=cast.kompas, key="hk-naima-2", person=self.other)
        cast._asked["other"], cast._asked["amal"] = self.other, self.child

    def letter(self, cast: Cast) -> str:
        return letter_for(cast, "other", "amal")


BIRTHDAY = {"day": 4, "month": 7}


def test_a_second_letter_adds_the_child_to_the_same_person(cast: Cast) -> None:
    twice = Twice(cast)
    browser = cast.sign_in(cast.naima)
    assert browser.post(reverse("entry:confirm", args=[twice.letter(cast)]), BIRTHDAY).url == "/"
    assert int(browser.session["_auth_user_id"]) == cast.naima.pk
    assert twice.child.pk in Viewer(cast.naima, "home", NOW).wards()
    twice.key.refresh_from_db()
    assert twice.key.person == cast.naima  # the next import follows the key
    twice.other.refresh_from_db()
    assert not twice.other.is_active and twice.other.email == ""
    joined = JoinedPerson.objects.get()
    assert (joined.gone, joined.into, joined.by) == (twice.other, cast.naima, cast.naima)


def test_on_the_phone_of_someone_else_she_is_asked_whether_the_letter_is_hers(cast: Cast) -> None:
    """A new partner's phone: his child would come to her, and he would be gone."""
    twice = Twice(cast)
    browser, url = cast.sign_in(cast.cheryl), reverse("entry:confirm", args=[twice.letter(cast)])
    asked = browser.post(url, BIRTHDAY)
    assert asked.status_code == 200 and twice.other.full_name in asked.text
    assert not JoinedPerson.objects.exists()
    assert browser.post(url, BIRTHDAY | {"also_me": "1"}).url == "/"
    assert JoinedPerson.objects.get().into == cast.cheryl


def test_the_question_comes_first_also_for_who_is_signed_in(cast: Cast) -> None:
    twice = Twice(cast)
    browser = cast.sign_in(cast.naima)
    wrong = browser.post(reverse("entry:confirm", args=[twice.letter(cast)]), {"day": 5, "month": 7})
    assert wrong.status_code == 422 and not JoinedPerson.objects.exists()
    assert twice.child.pk not in Viewer(cast.naima, "home", NOW).wards()


def test_the_letter_of_the_other_parent_stays_the_other_parents(cast: Cast) -> None:
    """Rachid's phone, Naima's letter: one child, two adults, who may not be on speaking terms."""
    code = letter_for(cast, "naima", "yusuf")
    browser = cast.sign_in(cast.rachid)
    answer_ = browser.post(reverse("entry:confirm", args=[code]), {"day": 12, "month": 4, "also_me": "1"})
    assert answer_.status_code == 409 and "Naima" not in answer_.text
    assert not JoinedPerson.objects.exists()
    invitation = Invitation.by_code(code.replace("-", ""))
    assert invitation and invitation.used_at is None  # nothing half done: Naima can still use it
    assert Client().get(reverse("entry:welcome", args=[code])).status_code == 200


def refused(twice: Twice, into: Person, *, strong: bool = False) -> Refusal:
    with pytest.raises(NotJoined) as caught:
        join(twice.other, into, strong=strong, now=NOW)
    return caught.value.reason


def test_someone_who_signed_in_before_is_somebody(cast: Cast) -> None:
    twice = Twice(cast)
    Person.objects.filter(pk=twice.other.pk).update(last_login=NOW)
    assert refused(twice, cast.naima) == Refusal.SIGNED_IN_BEFORE


def test_someone_who_answered_by_mail_is_somebody_too(cast: Cast) -> None:
    """One need not sign in to answer a mail: what she said would stay behind with a person who is gone."""
    twice = Twice(cast)
    record("people.person.praised", cast.yusuf, by=twice.other, at=NOW)
    assert refused(twice, cast.naima) == Refusal.ANSWERED_BEFORE


def test_someone_who_works_at_a_school_never_goes_up_in_another(cast: Cast) -> None:
    twice = Twice(cast)
    Appointment.objects.create(
        person=twice.other, board=cast.kompas.board, school=cast.kompas, function="teacher",
        starts_on=dt.date(2020, 1, 1), ends_on=dt.date(2020, 2, 1),
    )  # fmt: skip
    assert refused(twice, cast.naima) == Refusal.WORKS_AT_SCHOOL


def test_a_colleague_who_is_a_parent_adds_a_child_only_with_her_second_factor(cast: Cast) -> None:
    twice = Twice(cast)
    cast.anouk.set_password("vier rode fietsen buiten")
    cast.anouk.save()
    assert refused(twice, cast.anouk) == Refusal.WEAK
    join(twice.other, cast.anouk, strong=True, now=NOW)
    assert twice.child.pk in Viewer(cast.anouk, "home", NOW).wards()


def test_a_restriction_on_either_keeps_them_two(cast: Cast) -> None:
    twice = Twice(cast)
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.naima, kind="child_only", starts_on=cast.today, basis="Vonnis",
        entered_by=cast.anouk,
    )  # fmt: skip
    assert refused(twice, cast.naima) == Refusal.RESTRICTED


def test_two_different_birthdays_are_two_persons(cast: Cast) -> None:
    twice = Twice(cast)
    for person, born in [(twice.other, dt.date(1988, 1, 1)), (cast.naima, dt.date(1988, 1, 2))]:
        Person.objects.filter(pk=person.pk).update(birth_date=born)
    assert refused(twice, cast.naima) == Refusal.OTHER_BIRTHDAY


def test_nobody_joins_twice_or_her_own_child(cast: Cast) -> None:
    twice = Twice(cast)
    assert refusal(cast.yusuf, cast.naima, strong=False) == Refusal.SAME_CHILD
    join(twice.other, cast.naima, strong=False, now=NOW)
    assert refused(twice, cast.rachid) == Refusal.INACTIVE


def test_a_no_that_was_given_on_paper_goes_along(cast: Cast) -> None:
    twice = Twice(cast)
    answer(twice.child, "class", shown=False, by=twice.other, at=NOW)
    join(twice.other, cast.naima, strong=False, now=NOW)
    assert not CurrentAnswer.objects.get(student=twice.child, purpose="class", by=cast.naima).shown


STAYS = {  # why a row of somebody who never signed in, never worked and has no restriction may stay behind
    "people.Portrait.person": "a picture of the person that is gone",
    "people.Guardianship.student": "an adult, not a student: SAME_CHILD",
    "people.StudentGrant.student": "an adult, not a student",
    "looking.LookAlong.student": "an adult, not a student",
    "looking.LookAlong.proposed_by": "only who signed in proposes: SIGNED_IN_BEFORE",
    "looking.ExtraLook.student": "an adult, not a student",
    "looking.Objection.student": "an adult, not a student",
    "people.Protection.student": "an adult, not a student",
    "people.Restriction.student": "an adult, not a student",
    "people.Restriction.adult": "refused: RESTRICTED",
    "people.NearPerson.student": "an adult, not a student",
    "people.NearPerson.named_by": "only who signed in names somebody: SIGNED_IN_BEFORE",
    "schools.Enrolment.student": "an adult, not a student",
    "results.Result.student": "an adult, not a student",
    "results.Connection.set_by": "refused: WORKS_AT_SCHOOL",
    "schools.Leave.person": "refused: WORKS_AT_SCHOOL",
    "schools.Leave.deputy": "refused: WORKS_AT_SCHOOL",
    "conversations.Assignment.to": "refused: WORKS_AT_SCHOOL",
    "conversations.Conversation.started_by": "only who signed in begins one: SIGNED_IN_BEFORE",
    "conversations.Message.author": "refused: SIGNED_IN_BEFORE, and by mail ANSWERED_BEFORE",
    "conversations.ReadMark.person": "only who signed in reads: SIGNED_IN_BEFORE",
    "conversations.ConversationChild.student": "an adult, not a student",
    "dayreports.DayReport.student": "an adult, not a student",
    "talks.StaffNote.student": "an adult, not a student",
    "noticing.SetAside.student": "an adult, not a student",
    "noticing.Invitation.student": "an adult, not a student",
    "pulse.Participation.person": "only who signed in answers: SIGNED_IN_BEFORE",
    "talks.Talk.student": "an adult, not a student",
    "timetable.LessonChange.by": "refused: WORKS_AT_SCHOOL",
    "career.Assignment.student": "an adult, not a student",
    "career.Assignment.by": "refused: WORKS_AT_SCHOOL",
    "career.Outcome.student": "an adult, not a student",
    "career.Outcome.author": "only who signed in tells something: SIGNED_IN_BEFORE",
    "timeline.Milestone.student": "an adult, not a student",
    "timeline.Milestone.by": "only who signed in writes one: SIGNED_IN_BEFORE",
    "stories.Story.student": "an adult, not a student",
    "stories.Story.author": "only who signed in tells something: SIGNED_IN_BEFORE",
    "portfolio.Bundle.student": "an adult, not a student",
    "portfolio.Bundle.author": "only who signed in puts something together: SIGNED_IN_BEFORE",
    "portfolio.Period.author": "refused: WORKS_AT_SCHOOL; a student is no adult who joins",
    "portfolio.Standing.student": "an adult, not a student",
    "portfolio.Parcel.asked_by": "only who signed in asks for one: SIGNED_IN_BEFORE",
    "portfolio.Work.student": "an adult, not a student",
    "portfolio.Work.author": "refused: WORKS_AT_SCHOOL; a student is no adult who joins",
    "portfolio.WorkReader.guardian": "the child chooses again: in doubt the door stays closed",
    "portfolio.Goal.student": "an adult, not a student",
    "portfolio.Goal.author": "refused: WORKS_AT_SCHOOL; a student is no adult who joins",
    "portfolio.GoalReading.person": "only who signed in reads: SIGNED_IN_BEFORE",
    "portfolio.Echo.student": "an adult, not a student",
    "portfolio.Echo.author": "only who signed in answers: SIGNED_IN_BEFORE",
    "portfolio.EchoHeard.person": "only who signed in hears: SIGNED_IN_BEFORE",
    "introductions.Trait.person": "only who signed in says something of herself: SIGNED_IN_BEFORE",
    "introductions.Sharing.person": "only who signed in shows herself: SIGNED_IN_BEFORE",
    "moderation.Acceptance.person": "only who signed in agrees: SIGNED_IN_BEFORE",
    "moderation.Case.author": "only who signed in wrote something: SIGNED_IN_BEFORE",
    "moderation.Report.reporter": "only who signed in reports: SIGNED_IN_BEFORE",
    "moderation.Trace.author": "only who signed in wrote something: SIGNED_IN_BEFORE",
    "letterbox.Response.person": "only who wrote gets one, and it is gone in days: ANSWERED_BEFORE",
    "letterbox.Complaint.person": "it ended a kind of mail to an address she no longer has here",
    "moderation.Silence.lifted_by": "refused: WORKS_AT_SCHOOL",
    "questions.Question.author": "only who signed in asks: SIGNED_IN_BEFORE",
    "questions.Answer.author": "only who signed in answers: SIGNED_IN_BEFORE",
    "kitchen.Talked.person": "a tick for this week, which she makes again",
    "kitchen.Talked.student": "an adult, not a student",
    "kitchen.Wish.student": "an adult, not a student",
    "kitchen.Reflection.student": "an adult, not a student",
    "languages.InterpreterRequest.person": "only who signed in asks: SIGNED_IN_BEFORE",
    "alerts.Alert.author": "refused: WORKS_AT_SCHOOL",
    "alerts.Call.person": "who was called, that day",
    "newsletters.Newsletter.author": "refused: WORKS_AT_SCHOOL",
    "newsletters.Block.author": "refused: WORKS_AT_SCHOOL",
    "newsletters.Attendance.person": "she says it again, in her own letter",
    "newsletters.Copy.person": "a letter that went to her, in a place of its own: it is not sent twice",
    "newsletters.CopyLine.student": "an adult, not a student",
    "newsletters.Editor.person": "refused: WORKS_AT_SCHOOL",
    "talks.AskedAlong.person": "refused: WORKS_AT_SCHOOL",
    "schools.Appointment.person": "refused: WORKS_AT_SCHOOL",
    "consent.ConsentAnswer.by": "the ledger never changes; she says it again",
    "consent.CurrentAnswer.by": "she says it again",
}
OF_NOBODY_NEW = {
    "journal",
    "entry",
    "notifications",
    "media",
    "feed",
    "consents",
    "rosters",
    "absences",
    "corrections",
    "account",
    "mfa",
    "access",
}


def test_every_row_about_a_person_either_goes_over_or_has_a_reason_to_stay() -> None:
    """A new field that names a person has to be thought about here."""
    person = apps.get_model("people.Person")
    named = {
        f"{model._meta.app_label}.{model.__name__}.{field.name}"
        for model in apps.get_models()
        if model._meta.managed and model._meta.app_label not in OF_NOBODY_NEW
        for field in model._meta.concrete_fields
        if field.related_model is person
    }
    by_staff = {name for name in named if name.endswith((".entered_by", ".by"))} - STAYS.keys()
    staff_only = {"people.ProtectionReader.person"}
    students = {f"consent.{name}.student" for name in ("ConsentAnswer", "CurrentAnswer", "ConsentPurge")}
    assert named == set(GOES_OVER) | STAYS.keys() | by_staff | staff_only | students
