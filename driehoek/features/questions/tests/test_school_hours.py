"""What school answers parents of a class in the evening is read in the morning, or says why not."""

import datetime as dt

import time_machine
from django.core import mail
from django.test import Client

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.tests.steps import bring
from driehoek.base.core.clock import at
from driehoek.facts.people.models import Person
from driehoek.features.questions.models import Answer, Question
from driehoek.features.questions.tests.asked import asked
from tests.cast import TODAY, Cast

EVENING = at(TODAY, dt.time(22))
MORNING = at(TODAY + dt.timedelta(days=1), dt.time(8))
WORDS = "Kijk in de bak bij de gymzaal."


def answer(client: Client, question: Question, text: str = WORDS, **more: str) -> int:
    return client.post(f"/vragen/{question.pk}/antwoorden/", {"text": text, **more}).status_code


def page_of(cast: Cast, person: Person, question: Question) -> str:
    return cast.sign_in(person).get(question.get_absolute_url()).text


def test_an_answer_of_the_evening_waits_for_the_school_morning(cast: Cast) -> None:
    question = asked(cast)
    with time_machine.travel(EVENING, tick=False):
        anouk = cast.sign_in(cast.anouk)
        assert "Dit gaat weg op de volgende schooldag om 8 uur." in page_of(cast, cast.anouk, question)
        assert answer(anouk, question) == 302
        waiting = page_of(cast, cast.meryem, question)
        assert WORDS in waiting and "Gaat weg op vrijdag 20 november om 08:00" in waiting
        assert not [one for one in (cast.naima, cast.elif_) if WORDS in page_of(cast, one, question)]
        bring(EVENING + dt.timedelta(minutes=20))
        assert not mail.outbox
    with time_machine.travel(MORNING + dt.timedelta(minutes=20), tick=False):
        assert WORDS in page_of(cast, cast.naima, question) and WORDS in page_of(cast, cast.elif_, question)
        bring(MORNING + dt.timedelta(minutes=20))
        assert [letter.to for letter in mail.outbox] == [[cast.naima.email]]


def test_it_can_be_undone_before_it_goes(cast: Cast) -> None:
    question = asked(cast)
    with time_machine.travel(EVENING, tick=False):
        anouk = cast.sign_in(cast.anouk)
        answer(anouk, question)
        assert "Maak ongedaan" in page_of(cast, cast.anouk, question)
        assert anouk.post(f"/vragen/antwoord/{Answer.objects.get().pk}/weghalen/").status_code == 302
    with time_machine.travel(MORNING + dt.timedelta(minutes=20), tick=False):
        bring(MORNING + dt.timedelta(minutes=20))
        assert WORDS not in page_of(cast, cast.naima, question) and not mail.outbox


def test_what_a_parent_answers_in_the_evening_is_read_at_once(cast: Cast) -> None:
    question = asked(cast)
    with time_machine.travel(EVENING, tick=False):
        assert "volgende schooldag" not in page_of(cast, cast.elif_, question)
        answer(cast.sign_in(cast.elif_), question, accepts="on", urgent="on", reason="Zomaar")
        assert WORDS in page_of(cast, cast.naima, question) and Answer.objects.get().hurry == ""


def test_what_cannot_wait_goes_at_once_with_a_reason_that_only_school_reads(cast: Cast) -> None:
    question = asked(cast)
    with time_machine.travel(EVENING, tick=False):
        anouk = cast.sign_in(cast.anouk)
        assert answer(anouk, question, urgent="on") == 422
        assert answer(anouk, question, urgent="on", reason="Morgen is er zwemles") == 302
        home = page_of(cast, cast.naima, question)
        assert WORDS in home and "zwemles" not in home
        assert "Kon niet wachten: " in page_of(cast, cast.meryem, question)
    assert Entry.objects.filter(verb="questions.answer.hurried", actor=cast.anouk).count() == 1
