"""Who reads what parents of a class ask each other: they who sit in it today, and whoever works there."""

import datetime as dt

import pytest

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.moderation.models import Case, Report
from driehoek.backbone.notifications.notices import notice_of
from driehoek.facts.people.models import Restriction
from driehoek.facts.schools.models import Enrolment
from driehoek.features.questions.models import Answer, Question
from driehoek.features.questions.tests.asked import answered, asked, readers
from tests.cast import Cast


def page(cast: Cast, who: str, question: Question) -> str:
    return cast.sign_in(getattr(cast, who)).get(question.get_absolute_url()).content.decode()


def test_parents_of_the_class_and_its_teachers_read_it(cast: Cast) -> None:
    asked(cast)
    people = ("naima", "rachid", "esther", "anouk", "tom", "jeroen", "yusuf", "daan", "joris", "wouter")
    assert readers(cast, *people) == {"naima", "rachid", "esther", "anouk"}
    assert not Question.objects.visible_to(cast.viewer(cast.anouk, "home")).exists()


def test_who_leaves_the_class_reads_no_more_and_is_read_no_more(cast: Cast) -> None:
    question = asked(cast)
    answered(cast, question)
    Enrolment.objects.filter(student=cast.noor).update(ends_on=cast.today - dt.timedelta(days=1))
    assert readers(cast, "esther") == set()
    assert "Wij wel!" not in page(cast, "naima", question)
    Enrolment.objects.filter(student=cast.yusuf).update(ends_on=cast.today - dt.timedelta(days=1))
    assert readers(cast, "naima", "anouk") == set()


def test_a_blocked_pair_never_meets_either_way(cast: Cast) -> None:
    question = asked(cast)
    answered(cast, question, "Van Elif", by="elif_")
    block = {
        "kind": Restriction.Kind.NO_ACCESS,
        "starts_on": cast.today,
        "basis": "x",
        "entered_by": cast.joris,
    }
    kept = Restriction.objects.create(adult=cast.elif_, student=cast.yusuf, **block)
    assert readers(cast, "elif_", "esther") == {"esther"} and "Van Elif" not in page(cast, "naima", question)
    kept.delete()
    assert "Van Elif" in page(cast, "naima", question)
    Restriction.objects.create(adult=cast.naima, student=cast.defne, **block)
    assert readers(cast, "elif_") == set() and "Van Elif" not in page(cast, "naima", question)
    assert "Van Elif" in page(cast, "esther", question)


def test_the_list_counts_only_answers_that_its_reader_reads(cast: Cast) -> None:
    question = asked(cast)
    answered(cast, question)
    answered(cast, question, "Ook wij", by="elif_")
    assert "2 antwoorden" in cast.sign_in(cast.naima).get("/vragen/").content.decode()
    Answer.objects.get(author=cast.elif_).remove(by=cast.elif_, at=cast.now)
    assert "1 antwoord<" in cast.sign_in(cast.naima).get("/vragen/").content.decode()


def test_a_teacher_answers_as_school(cast: Cast) -> None:
    question = asked(cast)
    address = f"{question.get_absolute_url()}antwoorden/"
    assert cast.sign_in(cast.anouk).post(address, {"text": "Kijk in de bak"}).status_code == 302
    assert Answer.objects.get().corner == "school"
    assert "Kijk in de bak" in page(cast, "naima", question)
    assert cast.sign_in(cast.joris).post(address, {"text": "Hoi"}).status_code == 404


def test_an_answer_sent_twice_is_one(cast: Cast) -> None:
    question, esther = asked(cast), cast.sign_in(cast.esther)
    said = {"text": "Wij wel!", "accepts": "on"}
    for _time in range(2):
        esther.post(f"{question.get_absolute_url()}antwoorden/", said)
    assert Answer.objects.count() == 1


def test_an_answer_without_words_says_so(cast: Cast) -> None:
    answer = cast.sign_in(cast.esther).post(f"{asked(cast).get_absolute_url()}antwoorden/", {"accepts": "on"})
    assert answer.status_code == 422 and "Schrijf of spreek eerst iets in." in answer.content.decode()


def test_who_asked_hears_of_answers_once_and_the_class_is_not_called(cast: Cast) -> None:
    question = asked(cast)
    answer = answered(cast, question)
    answered(cast, question, "Ik ook", by="rachid")
    answered(cast, question, "Dank!", by="naima")
    entries = Entry.objects.filter(verb="questions.question.answered").order_by("pk")
    told = [notice for notice in map(notice_of, entries) if notice]
    assert len(told) == 1 and set(told[0].people(cast.today)) == {cast.naima}
    assert "zwemspullen" not in f"{told[0].subject} {' '.join(map(str, told[0].paragraphs))}"
    Answer.objects.get(author=cast.rachid).remove(by=cast.rachid, at=cast.now)
    assert notice_of(entries[1])  # the first answer is told with his, and still stands
    answer.remove(by=cast.esther, at=cast.now)
    assert notice_of(entries[1]) is None


def test_what_is_hidden_by_the_leaders_is_gone_with_its_answers(cast: Cast) -> None:
    question = asked(cast, "Te koop: een fiets")
    answer = answered(cast, question)
    esther = cast.sign_in(cast.esther)
    for path in (f"/melden/vraag/{question.pk}/", f"/melden/antwoord/{answer.pk}/"):
        assert cast.sign_in(cast.rachid).post(path, {"reason": "advert"}).status_code == 302
    assert Report.objects.count() == 2
    Case.objects.get(label="questions.answer").decide("hide", reason="x", by=cast.joris, at=cast.now)
    assert "Wij wel!" not in page(cast, "naima", question)
    Case.objects.get(label="questions.question").decide("hide", reason="x", by=cast.joris, at=cast.now)
    assert esther.get(question.get_absolute_url()).status_code == 404
    assert readers(cast, "naima", "anouk") == set()


def test_pages_take_as_many_queries_for_many_as_for_few(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    for number in range(9):
        question = asked(cast, f"Vraag {number}")
    for number in range(9):
        answered(cast, question, f"Antwoord {number}")
    esther = cast.sign_in(cast.esther)
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        assert esther.get("/vragen/").content.decode().count("Vraag ") >= 9
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        assert esther.get(question.get_absolute_url()).content.decode().count("Antwoord ") == 9


@pytest.mark.parametrize(
    "path", ["/vragen/99999999999999999999/", "/vragen/?groep=x", "/vragen/nieuw/?groep=%00"]
)
def test_strange_addresses_break_nothing(cast: Cast, path: str) -> None:
    assert cast.sign_in(cast.naima).get(path).status_code in (200, 404)


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\x00", " ", "x" * 601, "٠" * 600])
def test_strange_words_break_nothing(cast: Cast, text: str) -> None:
    said = {"group": str(cast.groep_5.pk), "text": text, "accepts": "on"}
    answer = cast.sign_in(cast.naima).post("/vragen/nieuw/", said)
    assert answer.status_code in (302, 422)
    if question := Question.objects.first():
        assert "<script>alert" not in page(cast, "esther", question)
