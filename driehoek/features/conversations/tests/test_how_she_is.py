"""A guardian may ask the mentor how a student is doing, also one who keeps what school says to herself."""

import datetime as dt

import pytest
from django.urls import reverse

from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.looking.models import Objection
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, Leave
from driehoek.features.conversations.models import Conversation, Message, Team
from driehoek.features.conversations.tests.talks import seen_by
from tests.cast import NOW, TODAY, Cast

ASK = reverse("conversations:ask")
QUESTION = "Hoe gaat het met Dewi?"


@pytest.fixture(autouse=True)
def objection(cast: Cast) -> Objection:
    pair = {"student": cast.dewi, "guardian": cast.sri, "school": cast.delta}
    return Objection.objects.create(**pair, reason="Ik regel het liever zelf.", at=NOW)


def ask(cast: Cast) -> Conversation:
    said = {"about": f"{cast.delta.pk}-{cast.dewi.pk}", "text": QUESTION}
    assert cast.sign_in(cast.sri).post(ASK, said).status_code == 302
    return Conversation.objects.get(line_of=cast.sri)


def page_of(cast: Cast, person: Person, asked: Conversation) -> str:
    return cast.sign_in(person).get(asked.get_absolute_url()).text


def test_the_question_stands_ready_and_says_beforehand_who_reads_it(cast: Cast) -> None:
    sri = cast.sign_in(cast.sri)
    way = sri.get(reverse("following:agreement", args=[cast.dewi.pk])).text
    assert f"{ASK}?kind={cast.dewi.pk}" in way and "Bel de school" not in way
    page = sri.get(f"{ASK}?kind={cast.dewi.pk}").text
    assert QUESTION in page and "leest je vraag en het antwoord" in page
    assert cast.youssef.name in page and "Alleen jij en school lezen dit." not in page
    told = cast.sign_in(cast.dewi).get(reverse("following:objection", args=[cast.sri.pk])).text
    assert "Jij leest de vraag en het antwoord." in told


def test_the_mentor_answers_in_her_own_words_and_the_student_reads_both(cast: Cast) -> None:
    asked = ask(cast)
    assert asked.team == Team.MENTOR and asked.with_student
    mentor = page_of(cast, cast.youssef, asked)
    assert QUESTION in mentor and "Vertel alleen de hoofdzaken" in mentor
    answer = reverse("conversations:messages", args=[asked.pk])
    said = {"text": "Zij werkt hard. Haar stage begint in januari."}
    assert cast.sign_in(cast.youssef).post(answer, said).status_code == 302
    for reader in (cast.sri, cast.dewi):
        page = page_of(cast, reader, asked)
        assert QUESTION in page and "Zij werkt hard." in page
    assert cast.sign_in(cast.sri).post(answer, {"text": "Dank je wel."}).status_code == 302
    assert cast.sign_in(cast.dewi).post(answer, {"text": "Nee."}).status_code == 403
    assert 'name="text"' not in page_of(cast, cast.dewi, asked)


def test_the_mentor_and_the_student_hear_of_it_and_then_the_guardian(cast: Cast) -> None:
    asked, later = ask(cast), NOW + dt.timedelta(days=3)
    tell_due(later)
    told = Notification.objects.filter(entry__verb="conversations.message.said")
    assert set(told.values_list("person", flat=True)) == {cast.youssef.pk, cast.dewi.pk}
    asked.say("Goed.", by=cast.youssef, corner="school", at=later, told_at=later)
    tell_due(later)
    assert told.filter(person=cast.sri).exists()


def test_it_opens_nothing_else_to_her(cast: Cast) -> None:
    ask(cast)
    viewer = cast.viewer(cast.sri, "home")
    assert not viewer.hears_of()
    assert Conversation.objects.visible_to(viewer).count() == 1
    assert Message.objects.visible_to(viewer).count() == 1
    page = cast.sign_in(cast.sri).get(reverse("children:detail", args=[cast.dewi.pk])).text
    assert "deelt dit nu niet met jou" in page


def test_of_school_only_who_mentors_her_reads_it_and_who_stands_in(cast: Cast) -> None:
    place = Appointment.objects.get(person=cast.youssef, group__enrolments__student=cast.dewi)
    nurse = {"board": place.board, "school": place.school, "group": place.group, "starts_on": TODAY}
    Appointment.objects.create(person=cast.wendy, function="care_worker", **nurse)
    Appointment.objects.create(person=cast.saskia, function="teacher", **nurse)  # of a subject
    asked = ask(cast)
    assert seen_by(cast, asked, "youssef", "wendy", "saskia", "naima") == {"youssef"}
    Leave.take(cast.youssef, starts_on=TODAY, ends_on=TODAY, deputy=cast.wendy)
    assert seen_by(cast, asked, "youssef", "wendy") == {"youssef", "wendy"}


def test_once_she_is_of_age_the_law_opens_it_no_more(cast: Cast) -> None:
    asked = ask(cast)
    Person.objects.filter(pk=cast.dewi.pk).update(birth_date=dt.date(TODAY.year - 18, 1, 1))
    assert cast.sign_in(cast.sri).get(asked.get_absolute_url()).status_code == 404
    assert QUESTION in page_of(cast, cast.dewi, asked)
    assert QUESTION not in cast.sign_in(cast.sri).get(ASK).text


def test_without_a_mentor_there_is_the_telephone(cast: Cast) -> None:
    Appointment.objects.filter(person=cast.youssef).delete()
    page = cast.sign_in(cast.sri).get(ASK).text
    assert "Hier kun je nu niets vragen" in page and cast.delta.phone in page
