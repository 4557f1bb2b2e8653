"""A mentor may think of a talk by plain rules of the school: she invites, or thinks it is not needed."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from driehoek.base.core.clock import at
from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.schools.models import Appointment, School
from driehoek.features.absences.models import Absence, Reason
from driehoek.features.absences.reporting import note_missing
from driehoek.features.conversations.models import Conversation, Message
from driehoek.features.noticing.models import Invitation, SetAside, TalkRule, What
from driehoek.features.results.models import Item, Moment, Result, Source, Status
from driehoek.features.talks.models import Kind, Talk
from driehoek.surfaces.inviting.mentor_list import MentorList
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
A_DAY, A_WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)
LIST = reverse("inviting:list")
THREE_LATE = "3 keer te laat in 4 weken"


def rule(school: School, by: Person, what: str = What.LATE, times: int = 3, weeks: int = 4) -> None:
    TalkRule.decide(school, 0, what, times=times, weeks=weeks, by=by, at=NOW)


def late(cast: Cast, *days: int, reason: str = Reason.LATE, child: Person | None = None) -> None:
    """Noted by the mentor, so many days ago."""
    for ago in days:
        day = TODAY - ago * A_DAY
        Absence.objects.create(
            student=child or cast.adam, school=cast.kompas, reason=reason, starts_on=day, ends_on=day,
            noted_by=cast.dijk, told_at=at(day, dt.time(9)),
        )  # fmt: skip


def noticed(cast: Cast, who: Person, now: dt.datetime = NOW) -> dict[str, list[str]]:
    """By name, the rules that are met."""
    lines = MentorList(cast.viewer(who, "school", now)).lines
    return {line.student.given_name: [str(one.rule.words) for one in line.patterns] for line in lines
            if line.patterns}  # fmt: skip


def test_three_times_late_in_four_weeks_is_on_the_list_of_the_mentor(cast: Cast) -> None:
    rule(cast.kompas, cast.bakker)
    late(cast, 2, 9)
    assert noticed(cast, cast.dijk) == {}
    late(cast, 16)
    assert noticed(cast, cast.dijk) == {"Adam": [THREE_LATE]}
    assert THREE_LATE in cast.sign_in(cast.dijk).get(LIST).text


def test_in_vocational_education_the_career_coach_is_the_mentor(cast: Cast) -> None:
    rule(cast.delta, cast.saskia)
    late(cast, 2, 9, 16, child=cast.dewi)
    Absence.objects.filter(student=cast.dewi).update(school=cast.delta, noted_by=cast.youssef)
    assert noticed(cast, cast.youssef) == {"Dewi": [THREE_LATE]}
    coach = cast.sign_in(cast.youssef)
    assert THREE_LATE in coach.get(LIST).text
    assert LIST in coach.get(reverse("children:pupils")).text
    School.objects.filter(pk=cast.delta.pk).update(sector="secondary")  # there she stands beside the mentor
    assert coach.get(LIST).status_code == 403
    assert cast.sign_in(cast.saskia).get(LIST).status_code == 403


def test_without_a_rule_nothing_is_noticed(cast: Cast) -> None:
    late(cast, 2, 9, 16, 17)
    assert noticed(cast, cast.dijk) == {}


def test_what_is_older_twice_on_a_day_or_ill_does_not_count(cast: Cast) -> None:
    rule(cast.kompas, cast.bakker)
    late(cast, 2, 2, 2, 29)
    late(cast, 3, 4, 5, reason=Reason.ILL)
    assert noticed(cast, cast.dijk) == {}


def test_a_layer_has_a_rule_of_its_own(cast: Cast) -> None:
    rule(cast.kompas, cast.bakker)
    TalkRule.decide(cast.kompas, 1, What.LATE, times=5, weeks=4, by=cast.bakker, at=NOW)
    late(cast, 1, 2, 3, 4)
    assert noticed(cast, cast.dijk) == {}
    late(cast, 5)
    assert noticed(cast, cast.dijk) == {"Adam": ["5 keer te laat in 4 weken"]}


@pytest.mark.parametrize("who", ["adam", "naima", "rachid", "joris", "anouk", "marja"])
def test_nobody_but_the_mentor_sees_it(cast: Cast, who: str) -> None:
    rule(cast.kompas, cast.bakker)
    late(cast, 2, 9, 16)
    browser = cast.sign_in(getattr(cast, who))
    assert THREE_LATE not in browser.get(LIST).text
    page = reverse("inviting:student", args=[cast.adam.pk])
    assert browser.get(page).status_code in (403, 404)
    assert browser.post(page, {"text": "Kom je?"}).status_code in (403, 404)
    assert cast.sign_in(cast.dijk).get(page).status_code == 200


def test_a_mentor_of_her_own_family_sees_nothing_of_it(cast: Cast) -> None:
    rule(cast.kompas, cast.bakker)
    late(cast, 2, 9, 16)
    Guardianship.objects.create(
        guardian=cast.dijk, student=cast.adam, kind="custody", starts_on=TODAY - A_WEEK, ends_on=TODAY - A_DAY
    )
    assert noticed(cast, cast.dijk) == {}


def test_the_invitation_goes_to_each_in_a_line_of_her_own_and_names_no_fact(cast: Cast) -> None:
    rule(cast.kompas, cast.bakker)
    late(cast, 2, 9, 16)
    mentor, page = cast.sign_in(cast.dijk), reverse("inviting:student", args=[cast.adam.pk])
    form = mentor.get(page).context["inviting"].form
    said = {"text": form.initial["text"], "to": form.initial["to"], "with_student": "on"}
    assert "Adam" in said["text"] and "laat" not in said["text"]
    for _time in range(2):  # sent twice is sent once
        assert mentor.post(page, said).status_code == 302
    begun = Conversation.objects.filter(started_by=cast.dijk, started_at=NOW)
    assert {one.line_of for one in begun} == {cast.naima, cast.rachid}
    assert all(one.with_student and one.about != "concern" for one in begun)
    assert Message.objects.filter(conversation__in=begun).count() == 2
    assert noticed(cast, cast.dijk) == {}


def test_where_nobody_at_home_can_read_it_the_page_says_so_without_blame(cast: Cast) -> None:
    mentor, page = cast.sign_in(cast.dijk), reverse("inviting:student", args=[cast.adam.pk])
    nobody = "In Driehoek staat nu geen ouder die dit kan lezen."
    assert nobody not in mentor.get(page).text
    Person.objects.filter(pk__in=[cast.naima.pk, cast.rachid.pk]).update(is_active=False)
    shown = mentor.get(page).text
    assert nobody in shown and "Plan dan een gesprek met <bdi>Adam</bdi>." in shown and "thuis" not in shown


def test_other_words_to_another_on_the_same_day_go_too(cast: Cast) -> None:
    mentor, page = cast.sign_in(cast.dijk), reverse("inviting:student", args=[cast.adam.pk])
    for who, text in ((cast.naima, "Zullen wij praten?"), (cast.rachid, "Kom je ook eens?")):
        said = {"text": text, "to": [who.pk], "reason": "Ieder apart."}
        for _time in range(2):
            assert mentor.post(page, said).status_code == 302
        sent = Message.objects.filter(conversation__line_of=who, author=cast.dijk, at=NOW)
        assert [one.text for one in sent] == [text]
    assert Invitation.objects.count() == 1


def test_bad_input_is_said_and_nothing_is_lost(cast: Cast) -> None:
    mentor, page = cast.sign_in(cast.dijk), reverse("inviting:student", args=[cast.adam.pk])
    answer = mentor.post(page, {"text": "Mooie woorden", "to": [cast.naima.pk]})
    assert answer.status_code == 422 and "Mooie woorden" in answer.text
    assert "Schrijf waarom niet iedereen dit krijgt." in answer.text
    assert "(nodig als je iemand overslaat)" in answer.text
    empty = mentor.post(page, {"text": " ", "to": [cast.naima.pk, cast.rachid.pk]})
    assert empty.status_code == 422 and "Schrijf eerst iets." in empty.text
    assert "mag leeg blijven" not in empty.text.partition("Je bericht")[2].partition("<textarea")[0]
    assert not Invitation.objects.exists()
    aside = mentor.post(reverse("inviting:setting_aside", args=[cast.adam.pk]), {"reason": "x" * 301})
    assert aside.status_code == 422 and "x" * 301 in aside.text
    assert not SetAside.objects.exists()


def test_what_she_sets_aside_comes_back_only_when_it_happens_anew(cast: Cast) -> None:
    rule(cast.kompas, cast.bakker)
    late(cast, 2, 9, 16)
    mentor = cast.sign_in(cast.dijk)
    for _time in range(2):
        mentor.post(reverse("inviting:setting_aside", args=[cast.adam.pk]), {"reason": "De bus reed niet."})
    assert SetAside.objects.count() == 1
    assert noticed(cast, cast.dijk) == {}
    late(cast, -1, -2)
    assert noticed(cast, cast.dijk, NOW + 3 * A_DAY) == {}
    late(cast, -3)
    assert noticed(cast, cast.dijk, NOW + 3 * A_DAY) == {"Adam": [THREE_LATE]}


def test_her_reason_is_hers_alone_and_another_mentor_keeps_her_own_list(cast: Cast) -> None:
    rule(cast.kompas, cast.bakker)
    late(cast, 2, 9, 16)
    Appointment.objects.create(
        person=cast.rosa, board=cast.kompas.board, school=cast.kompas, group=cast.klas_1b, function="mentor",
        starts_on=TODAY - A_WEEK,
    )  # fmt: skip
    page = reverse("inviting:student", args=[cast.adam.pk])
    mentor = cast.sign_in(cast.dijk)
    mentor.post(reverse("inviting:setting_aside", args=[cast.adam.pk]), {"reason": "De bus reed niet."})
    assert "De bus reed niet." in mentor.get(page).text
    assert "De bus reed niet." not in cast.sign_in(cast.rosa).get(page).text
    assert noticed(cast, cast.rosa) == {"Adam": [THREE_LATE]}


def test_a_talk_that_stands_answers_what_was_before_it(cast: Cast) -> None:
    rule(cast.kompas, cast.bakker)
    late(cast, 2, 9, 16)
    Talk.objects.create(
        school=cast.kompas, student=cast.adam, kind=Kind.CHECK, moment=NOW + A_WEEK, place="Lokaal 4",
        by=cast.dijk, at=NOW,
    )  # fmt: skip
    assert noticed(cast, cast.dijk) == {}


def mark(cast: Cast, number: int, *, score: str | None = None, home_at: dt.datetime = NOW - A_DAY) -> None:
    """A result of Adam for maths, the later the higher the number; without a score it is missing."""
    source, _new = Source.objects.get_or_create(school=cast.kompas, name="Magister")
    item = Item.objects.create(
        source=source, key=str(number), school=cast.kompas, subject="Wiskunde", title=f"Toets {number}"
    )
    moment = Moment.objects.create(school=cast.kompas, opens_at=home_at - A_DAY, home_at=home_at)
    Result.objects.create(
        source=source, key=str(number), student=cast.adam, school=cast.kompas, item=item, moment=moment,
        score=Decimal(score) if score else None, status=Status.GRADED if score else Status.MISSING,
        scored_on=TODAY - (20 - number) * A_DAY if score else None, stamped_at=NOW,
    )  # fmt: skip


def test_missed_work_and_a_subject_that_goes_down_count_when_home_could_read_it(cast: Cast) -> None:
    rule(cast.kompas, cast.bakker, What.WORK, times=2)
    rule(cast.kompas, cast.bakker, What.LOWER, times=2)
    for number, score in enumerate(["8", "7", None, None, "6"]):
        mark(cast, number, score=score, home_at=NOW + A_DAY if number == 4 else NOW - A_DAY)
    assert noticed(cast, cast.dijk) == {"Adam": ["2 keer werk niet ingeleverd in 4 weken"]}
    Moment.objects.update(home_at=NOW - A_DAY, opens_at=NOW - 2 * A_DAY)
    rules = ["2 keer werk niet ingeleverd in 4 weken", "2 keer op rij lager voor één vak in 4 weken"]
    assert noticed(cast, cast.dijk) == {"Adam": rules}
    mark(cast, 5, score="6.5")
    assert noticed(cast, cast.dijk) == {"Adam": rules[:1]}


def test_the_list_asks_the_same_however_many(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    rule(cast.kompas, cast.bakker)
    late(cast, 2, 9, 16)
    viewer = cast.viewer(cast.dijk, "school")
    with django_assert_max_num_queries(9):
        assert len(MentorList(viewer).groups) == 1


def test_in_primary_school_the_teacher_is_the_mentor(cast: Cast) -> None:
    rule(cast.vlieger, cast.joris, What.MISSED, times=2)
    for ago in (1, 2):
        note_missing(cast.yusuf, cast.vlieger, by=cast.anouk, at=NOW, day=TODAY - ago * A_DAY)
    assert noticed(cast, cast.anouk) == {"Yusuf": ["2 keer weg en niet gemeld in 4 weken"]}


def test_the_page_of_her_group_leads_the_mentor_to_it_and_nobody_else(cast: Cast) -> None:
    link = f'href="{reverse("inviting:list")}"'
    for who, group, leads in (
        (cast.dijk, cast.klas_1b, True),
        (cast.anouk, cast.groep_5, True),
        (cast.joris, cast.groep_5, False),
    ):
        page = cast.sign_in(who).get(reverse("children:group", args=[group.pk]))
        assert page.status_code == 200 and (link in page.text) == leads, who


def test_whose_class_is_all_her_own_family_is_not_led_to_a_list_that_stays_shut(cast: Cast) -> None:
    page = reverse("children:group", args=[cast.klas_1b.pk])
    students = Person.objects.filter(enrolments__group=cast.klas_1b).exclude(
        guardianships__guardian=cast.dijk
    )
    for student in students:
        Guardianship.objects.create(student=student, guardian=cast.dijk, kind="custody", starts_on=TODAY)
    browser = cast.sign_in(cast.dijk)
    assert f'href="{LIST}"' not in browser.get(page).text
    assert browser.get(LIST).status_code == 403
