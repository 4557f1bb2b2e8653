"""What parents ask each other may be spoken: heard by whoever reads it, gone with it, enough by itself."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import Settings

from driehoek.backbone.media import loose
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.moderation.models import Case, CaseAttachment
from driehoek.base.core.tests.pictures import corners, encoded
from driehoek.facts.people.models import Person
from driehoek.features.feed.tests.test_attaching import fetched_by, spoken
from driehoek.features.questions.models import Answer, AnswerVoice, Question, QuestionVoice
from driehoek.features.questions.tests.asked import asked
from tests.cast import Cast

PEOPLE = ("naima", "rachid", "elif_", "annelies", "anouk", "daan", "yusuf", "wouter", "jeroen")


@pytest.fixture(autouse=True)
def cupboard(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    yield tmp_path


def voice(seconds: float = 2) -> SimpleUploadedFile:
    return SimpleUploadedFile("spraakbericht", spoken(seconds), content_type="audio/wav")


def ask(client: Client, cast: Cast, **more: object) -> HttpResponse:
    return client.post("/vragen/nieuw/", {"group": str(cast.groep_5.pk), "accepts": "on", "text": "", **more})


def asked_aloud(cast: Cast) -> Question:
    assert ask(cast.sign_in(cast.naima), cast, voice=voice()).status_code == 302
    return Question.objects.get()


def reply(cast: Cast, question: Question, by: Person, **more: object) -> HttpResponse:
    said = {"text": "", "accepts": "on", **more}
    return cast.sign_in(by).post(f"/vragen/{question.pk}/antwoorden/", said)


def heard(model: type[Question] | type[Answer]) -> Attachment:
    return model.objects.get().voices()[0]


def test_a_voice_is_a_question_and_the_class_hears_it(cast: Cast) -> None:
    question = asked_aloud(cast)
    assert fetched_by(cast, heard(Question), *PEOPLE) == {"naima", "rachid", "elif_", "anouk"}
    for address in ("/vragen/", question.get_absolute_url()):
        page = cast.sign_in(cast.rachid).get(address).content.decode()
        assert f'src="{heard(Question).url}"' in page and "Ingesproken vraag" in page


def test_a_voice_is_an_answer_and_who_reads_the_question_hears_it(cast: Cast) -> None:
    question = asked(cast)
    assert reply(cast, question, cast.elif_, voice=voice()).status_code == 302
    assert fetched_by(cast, heard(Answer), *PEOPLE) == {"naima", "rachid", "elif_", "anouk"}
    page = cast.sign_in(cast.naima).get(question.get_absolute_url()).content.decode()
    assert f'src="{heard(Answer).url}"' in page


def test_who_may_not_answer_speaks_in_vain(cast: Cast) -> None:
    question = asked(cast)
    for person in (cast.annelies, cast.wouter, cast.yusuf):
        assert reply(cast, question, person, voice=voice()).status_code in (403, 404)
    assert ask(cast.sign_in(cast.annelies), cast, voice=voice()).status_code == 422
    assert not AnswerVoice.objects.exists() and not QuestionVoice.objects.exists()


def test_sent_twice_it_is_one_and_another_voice_is_another(cast: Cast) -> None:
    naima, question = cast.sign_in(cast.naima), asked(cast)
    for seconds in (1, 1, 2):
        ask(naima, cast, voice=voice(seconds))
        reply(cast, question, cast.elif_, voice=voice(seconds))
    assert QuestionVoice.objects.count() == 2 and AnswerVoice.objects.count() == 2


def test_without_words_and_voice_nothing_is_asked(cast: Cast) -> None:
    answer = ask(cast.sign_in(cast.naima), cast)
    assert answer.status_code == 422 and "Schrijf of spreek eerst iets in." in answer.content.decode()
    assert not Question.objects.exists()


def test_a_picture_does_not_come_in_as_a_voice(cast: Cast) -> None:
    picture = SimpleUploadedFile("a.png", encoded(corners(), "PNG"), content_type="image/png")
    assert ask(cast.sign_in(cast.naima), cast, voice=picture).status_code == 422
    assert not Question.objects.exists()


def test_the_voice_stays_while_she_reads_the_words_of_the_school_first(cast: Cast) -> None:
    naima = cast.sign_in(cast.naima)
    page = ask(naima, cast, voice=voice(), accepts="")
    token = Attachment.objects.get().token
    assert page.status_code == 422 and f'value="{token}" checked' in page.content.decode()
    assert ask(naima, cast, kept=token).status_code == 302
    assert heard(Question).token == token


def test_the_form_that_kept_a_voice_is_answered_the_same_when_it_comes_twice(cast: Cast) -> None:
    naima = cast.sign_in(cast.naima)
    ask(naima, cast, voice=voice(), accepts="")
    token = Attachment.objects.get().token
    first, again = (ask(naima, cast, kept=token) for _time in range(2))
    assert (first.status_code, first["Location"]) == (again.status_code, again["Location"])
    assert Question.objects.count() == 1 and heard(Question).token == token


def test_the_voice_stays_while_she_thinks_whether_it_is_for_school(cast: Cast) -> None:
    naima, words = cast.sign_in(cast.naima), "Waarom is mijn kind zo moe?"
    page = ask(naima, cast, text=words, voice=voice()).content.decode()
    token = Attachment.objects.get().token
    assert page.count(f'name="kept" value="{token}"') == 2 and not Question.objects.exists()
    ask(naima, cast, text=words, kept=token, sure="on")
    assert heard(Question).token == token


def test_what_another_parent_kept_does_not_go_along(cast: Cast) -> None:
    ask(cast.sign_in(cast.naima), cast, voice=voice(), accepts="")
    kept = Attachment.objects.get().token
    assert ask(cast.sign_in(cast.rachid), cast, kept=kept).status_code == 422
    assert not QuestionVoice.objects.exists()


def test_an_answer_that_comes_too_late_comes_back_with_its_voice(cast: Cast) -> None:
    question = asked(cast)
    question.close(by=cast.naima, at=cast.now)
    page = reply(cast, question, cast.elif_, voice=voice())
    assert page.status_code == 422 and Attachment.objects.get().url in page.content.decode()


def test_what_is_taken_back_is_heard_by_nobody(cast: Cast) -> None:
    question = asked_aloud(cast)
    reply(cast, question, cast.elif_, voice=voice(3))
    one, other = heard(Question), heard(Answer)
    cast.sign_in(cast.elif_).post(f"/vragen/antwoord/{Answer.objects.get().pk}/weghalen/")
    assert fetched_by(cast, other, *PEOPLE) == set() and fetched_by(cast, one, "rachid") == {"rachid"}
    cast.sign_in(cast.naima).post(f"/vragen/{question.pk}/weghalen/")
    assert fetched_by(cast, one, *PEOPLE) == set() and not Attachment.objects.exists()


def test_an_old_question_takes_its_voice_along(cast: Cast) -> None:
    asked_aloud(cast)
    later = cast.now + dt.timedelta(days=401)
    assert Question.objects.forget_old(later)
    loose.forget(before=later)
    assert not Attachment.objects.exists()


@pytest.mark.parametrize("what", ["vraag", "antwoord"])
def test_who_reports_it_brings_it_before_the_leaders(cast: Cast, what: str) -> None:
    question = asked_aloud(cast)
    reply(cast, question, cast.naima, voice=voice(3))
    key = question.pk if what == "vraag" else Answer.objects.get().pk
    said = {"reason": "advert", "words": ""}
    assert cast.sign_in(cast.elif_).post(f"/melden/{what}/{key}/", said).status_code == 302
    copy = CaseAttachment.objects.get()
    assert copy.case == Case.objects.get()
    assert fetched_by(cast, copy.attachment, "joris", "rachid", "elif_") == {"joris"}


def test_the_recorder_stands_where_one_may_speak_and_nowhere_else(cast: Cast) -> None:
    question = asked(cast)
    for address in ("/vragen/nieuw/", question.get_absolute_url()):
        page = cast.sign_in(cast.elif_).get(address)
        assert 'name="voice"' in page.content.decode()
        assert "Kijk dit nog even na" not in page.content.decode()
    question.close(by=cast.naima, at=cast.now)
    closed = cast.sign_in(cast.elif_).get(question.get_absolute_url()).content.decode()
    assert 'name="voice"' not in closed
