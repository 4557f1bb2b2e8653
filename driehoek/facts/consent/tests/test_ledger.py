"""The ledger only grows, and shows when someone meddled with it."""

import datetime as dt
import io

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from driehoek.facts.consent.models import ConsentAnswer, CurrentAnswer, answer, broken_links
from driehoek.facts.consent.purposes import TEXT_VERSION, Purpose
from driehoek.facts.people.models import Person

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 19, 12, tzinfo=dt.UTC)


@pytest.fixture
def chain() -> list[ConsentAnswer]:
    """Two children, five answers."""
    mother = Person.objects.create(given_name="Naima")
    for name, values in {"Lina": (True, False, True), "Yusuf": (False, True)}.items():
        student = Person.objects.create(given_name=name)
        for days, value in enumerate(values):
            answer(student, Purpose.PRESS, shown=value, by=mother, at=NOON + dt.timedelta(days=days))
    return in_order()


def in_order() -> list[ConsentAnswer]:
    return list(ConsentAnswer.objects.order_by("student", "number"))


def test_an_answer_says_who_when_what_and_to_which_text(chain: list[ConsentAnswer]) -> None:
    first = chain[0]
    assert (first.by.given_name, first.at, first.purpose, first.shown) == ("Naima", NOON, "press", True)
    assert first.text_version == TEXT_VERSION


def test_the_database_refuses_to_change_an_answer(chain: list[ConsentAnswer]) -> None:
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
        ConsentAnswer.objects.filter(pk=chain[0].pk).update(shown=False)
    chain[0].shown = False
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
        chain[0].save()
    assert ConsentAnswer.objects.get(pk=chain[0].pk).shown


def test_the_database_refuses_to_remove_an_answer(chain: list[ConsentAnswer]) -> None:
    CurrentAnswer.objects.all().delete()
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
        ConsentAnswer.objects.all().delete()
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
        connection.cursor().execute("DELETE FROM consent_consentanswer")
    assert ConsentAnswer.objects.count() == 5


def test_saying_the_same_twice_is_one_answer(chain: list[ConsentAnswer]) -> None:
    last = chain[-1]
    assert answer(last.student, last.purpose, shown=last.shown, by=last.by, at=NOON) is None
    assert ConsentAnswer.objects.count() == 5
    assert CurrentAnswer.objects.count() == 2


def test_a_chain_nobody_touched_holds(chain: list[ConsentAnswer]) -> None:
    assert broken_links(chain) == []
    assert [given.number for given in chain] == [1, 2, 3, 1, 2]


@pytest.mark.parametrize(
    ("field", "value"),
    [("shown", False), ("purpose", "website"), ("at", NOON.replace(year=2020)), ("by_id", -1)],
)
def test_an_answer_that_was_changed_is_found(chain: list[ConsentAnswer], field: str, value: object) -> None:
    setattr(chain[0], field, value)
    assert chain[0].pk in broken_links(chain)


def test_an_answer_that_was_left_out_or_moved_is_found(chain: list[ConsentAnswer]) -> None:
    assert broken_links(chain[1:]) == [chain[1].pk]
    assert broken_links([chain[0], *chain[2:]]) == [chain[2].pk]
    assert broken_links([chain[1], chain[0], *chain[2:]])


def test_an_answer_that_was_written_anew_with_its_own_hash_is_found(chain: list[ConsentAnswer]) -> None:
    chain[0].shown = False
    chain[0].hash = chain[0].fingerprint()
    assert broken_links(chain) == [chain[1].pk]


def test_an_operator_can_have_the_whole_ledger_checked(chain: list[ConsentAnswer]) -> None:
    said = io.StringIO()
    call_command("verify_consents", stdout=said)
    assert "5 answers" in said.getvalue()
    forged = ConsentAnswer(
        student=chain[0].student, number=9, purpose="press", shown=True, by=chain[0].by, at=NOON
    )
    forged.hash = forged.fingerprint()
    forged.save()
    with pytest.raises(CommandError, match=str(forged.pk)):
        call_command("verify_consents")


@pytest.mark.django_db(transaction=True)
def test_emptying_the_whole_database_still_works_and_the_guard_comes_back() -> None:
    student = Person.objects.create(given_name="Lina")
    answer(student, Purpose.PRESS, shown=True, by=student, at=NOON)
    call_command("flush", interactive=False, verbosity=0)
    assert not ConsentAnswer.objects.exists()
    student = Person.objects.create(given_name="Lina")
    answer(student, Purpose.PRESS, shown=True, by=student, at=NOON)
    with pytest.raises(DatabaseError, match="only ever added"):
        ConsentAnswer.objects.update(shown=False)
