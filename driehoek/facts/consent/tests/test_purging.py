"""Five years after a child left every school her answers go: all of hers, nobody else's, and only then."""

import datetime as dt
import io

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from driehoek.facts.consent.models import ConsentAnswer, ConsentPurge, CurrentAnswer, answer
from driehoek.facts.consent.purging import NotYet, due, purge
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment
from tests.cast import Cast

pytestmark = pytest.mark.django_db
LEFT = dt.date(2026, 7, 10)
FIVE_YEARS_LATER = dt.date(2031, 7, 10)


def at(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)


@pytest.fixture
def left(cast: Cast) -> Person:
    """Yusuf answered about, and gone from every school; Lina stays."""
    for child in (cast.yusuf, cast.lina):
        for days, shown in enumerate((True, False, True)):
            answer(child, Purpose.PRESS, shown=shown, by=cast.naima, at=at(LEFT) + dt.timedelta(days=days))
    Enrolment.objects.filter(student=cast.yusuf).update(ends_on=LEFT)
    return cast.yusuf


def test_her_whole_chain_goes_and_the_ledger_still_holds(cast: Cast, left: Person) -> None:
    last = ConsentAnswer.objects.filter(student=left).latest("number").hash
    row = purge(left, by=None, at=at(FIVE_YEARS_LATER), day=FIVE_YEARS_LATER)
    assert (row.answers, row.last_hash, row.left_on) == (3, last, LEFT)
    assert not ConsentAnswer.objects.filter(student=left).exists()
    assert not CurrentAnswer.objects.filter(student=left).exists()
    assert ConsentAnswer.objects.filter(student=cast.lina).count() == 3
    said = io.StringIO()
    call_command("verify_consents", stdout=said)
    assert "3 answers" in said.getvalue()
    assert not due(FIVE_YEARS_LATER).exists()  # a second night finds nothing


def test_the_day_before_it_is_refused_and_nothing_is_gone(left: Person) -> None:
    day = FIVE_YEARS_LATER - dt.timedelta(days=1)
    assert not due(day).exists() and due(FIVE_YEARS_LATER).get() == left
    with pytest.raises(NotYet):
        purge(left, by=None, at=at(day), day=day)
    assert ConsentAnswer.objects.filter(student=left).count() == 3 and not ConsentPurge.objects.exists()


def test_a_child_who_is_still_at_another_school_keeps_her_answers(cast: Cast, left: Person) -> None:
    Enrolment.objects.create(student=left, group=cast.klas_1b, starts_on=LEFT, source="office")
    assert not due(dt.date(2040, 1, 1)).exists()
    with pytest.raises(NotYet):
        purge(left, by=None, at=at(FIVE_YEARS_LATER), day=dt.date(2040, 1, 1))


def row_for(child: Person, **words: object) -> ConsentPurge:
    """What somebody with the application in her hands would write."""
    last = ConsentAnswer.objects.filter(student=child).latest("pk")
    said: dict[str, object] = {"answers": 3, "last_hash": last.hash, "last_answer": last.pk, "left_on": LEFT}
    return ConsentPurge(student=child, **(said | {"at": at(FIVE_YEARS_LATER)} | words))


def test_the_database_itself_refuses_a_purge_that_comes_too_early(cast: Cast, left: Person) -> None:
    for row in (row_for(cast.lina), row_for(left, at=at(dt.date(2028, 1, 1)))):
        with pytest.raises(DatabaseError, match="less than five years ago"), transaction.atomic():
            row.save()
    row_for(left).save()  # in time it is taken


def test_nor_one_that_would_open_what_comes_later(cast: Cast, left: Person) -> None:
    for key in (10**9, ConsentAnswer.objects.filter(student=cast.lina).latest("pk").pk):
        with pytest.raises(DatabaseError, match="her own chain"), transaction.atomic():
            row_for(left, last_answer=key).save()


def test_a_purge_opens_the_chain_of_its_own_child_and_no_other(cast: Cast, left: Person) -> None:
    row_for(left).save()
    CurrentAnswer.objects.all().delete()
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
        connection.cursor().execute("DELETE FROM consent_consentanswer")
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
        ConsentAnswer.objects.filter(student=left).update(shown=False)
    assert ConsentAnswer.objects.count() == 6


def test_who_comes_back_begins_a_chain_that_is_as_closed_as_any(cast: Cast, left: Person) -> None:
    purge(left, by=None, at=at(FIVE_YEARS_LATER), day=FIVE_YEARS_LATER)
    Enrolment.objects.create(student=left, group=cast.klas_1b, starts_on=FIVE_YEARS_LATER, source="office")
    new = answer(left, Purpose.PRESS, shown=True, by=cast.naima, at=at(FIVE_YEARS_LATER))
    assert new is not None and new.number == 1
    CurrentAnswer.objects.all().delete()
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
        ConsentAnswer.objects.filter(pk=new.pk).delete()


def test_a_purge_is_never_changed_or_taken_away(left: Person) -> None:
    purge(left, by=None, at=at(FIVE_YEARS_LATER), day=FIVE_YEARS_LATER)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        ConsentPurge.objects.update(last_answer=10**9)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        ConsentPurge.objects.all().delete()
    assert ConsentPurge.objects.count() == 1


def test_a_leap_day_is_no_trouble(left: Person) -> None:
    assert not due(dt.date(2028, 2, 29)).exists()
