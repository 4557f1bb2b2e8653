"""Whether a child may be shown: the rule as a query, the rule in plain words, and that they agree."""

import datetime as dt
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from driehoek.facts.consent.effective import may_be_shown, shown
from driehoek.facts.consent.models import answer
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Guardianship, Person, Restriction

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 11, 19)
NOON = dt.datetime(2026, 11, 19, 12, tzinfo=dt.UTC)
START = dt.date(2026, 8, 1)
YES, NO, NOTHING = True, False, None
CLASS_APP = Purpose.CLASS_APP


def child(born: dt.date | None = dt.date(2017, 3, 1)) -> Person:
    return Person.objects.create(given_name="Finn", birth_date=born)


def guardian(
    of: Person, kind: str = "custody", *, approved: bool = True, ends_on: dt.date | None = None
) -> Person:
    adult = Person.objects.create(given_name="Sanne")
    row = Guardianship.objects.create(
        guardian=adult, student=of, kind=kind, starts_on=START, ends_on=ends_on, source="import"
    )
    if approved:
        row.approve(by=None, at=NOON)
    return adult


def says(adult: Person, value: bool | None, about: Person, purpose: str = CLASS_APP) -> None:
    if value is not None:
        answer(about, purpose, shown=value, by=adult, at=NOON)


def is_shown(student: Person, day: dt.date = DAY, purpose: str = CLASS_APP) -> bool:
    return may_be_shown(purpose, on=day).filter(pk=student.pk).exists()


TABLE = {
    (YES, YES): True, (YES, NO): False, (YES, NOTHING): True,
    (NO, YES): False, (NO, NO): False, (NO, NOTHING): False,
    (NOTHING, YES): True, (NOTHING, NO): False, (NOTHING, NOTHING): False,
}  # fmt: skip


@pytest.mark.parametrize(("answers", "expected"), list(TABLE.items()))
def test_two_parents_with_custody(answers: tuple[bool | None, bool | None], expected: bool) -> None:
    finn = child()
    for value in answers:
        says(guardian(finn), value, finn)
    assert is_shown(finn) is expected
    assert shown(guardians=dict(enumerate(answers)), own=None, age=9) is expected


PARENTS = ("custody", "no_custody", "not_agreed", "ended")


@pytest.mark.parametrize(("one", "other"), list(product(PARENTS, PARENTS)))
def test_only_custody_that_runs_and_is_agreed_counts(one: str, other: str) -> None:
    """Four kinds of parents by four: the first says yes, the second says no."""
    finn = child()
    says(parent(one, finn), YES, finn)
    says(parent(other, finn), NO, finn)
    assert is_shown(finn) is (one == "custody" and other != "custody")


def parent(kind: str, finn: Person) -> Person:
    if kind == "not_agreed":
        return guardian(finn, approved=False)
    if kind == "ended":
        return guardian(finn, ends_on=DAY - dt.timedelta(days=1))
    return guardian(finn, kind)


def test_a_foster_parent_decides_and_a_grandfather_does_not() -> None:
    finn, mila = child(), child()
    says(guardian(finn, "foster"), YES, finn)
    says(guardian(mila, "delegate"), YES, mila)
    assert is_shown(finn) and not is_shown(mila)


def test_a_parent_who_is_kept_away_decides_nothing() -> None:
    finn = child()
    mother, father = guardian(finn), guardian(finn)
    says(mother, YES, finn)
    says(father, NO, finn)
    Restriction.objects.create(
        student=finn, adult=father, kind="no_access", starts_on=START, basis="uitspraak", entered_by=mother
    )
    assert is_shown(finn)


def test_each_purpose_is_a_question_of_its_own() -> None:
    finn = child()
    says(guardian(finn), YES, finn, Purpose.CLASS_APP)
    assert [purpose for purpose in Purpose.values if is_shown(finn, purpose=purpose)] == [Purpose.CLASS_APP]


def test_the_last_answer_counts() -> None:
    finn = child()
    mother = guardian(finn)
    for value in (YES, NO, YES, NO):
        says(mother, value, finn)
        assert is_shown(finn) is value


def test_custody_that_ends_takes_its_answer_along() -> None:
    finn = child()
    says(guardian(finn, ends_on=DAY), YES, finn)
    assert is_shown(finn, DAY)
    assert not is_shown(finn, DAY + dt.timedelta(days=1))


@pytest.mark.parametrize("born", [dt.date(2010, 11, 19), dt.date(2012, 2, 29)])
def test_from_her_sixteenth_birthday_the_student_decides(born: dt.date) -> None:
    """Born on 29 February: sixteen years later is a leap year again, so the 29th itself."""
    dewi = child(born)
    says(guardian(dewi), YES, dewi)
    answer(dewi, CLASS_APP, shown=False, by=dewi, at=NOON)
    birthday = born.replace(year=born.year + 16)
    assert is_shown(dewi, birthday - dt.timedelta(days=1))
    assert not is_shown(dewi, birthday)
    assert not is_shown(dewi, birthday + dt.timedelta(days=1))


@pytest.mark.parametrize("parents_say", [YES, NO, NOTHING])
def test_until_she_answers_at_sixteen_the_old_value_stays(parents_say: bool | None) -> None:
    dewi = child(dt.date(2009, 3, 14))
    says(guardian(dewi), parents_say, dewi)
    assert is_shown(dewi) is bool(parents_say)
    answer(dewi, CLASS_APP, shown=True, by=dewi, at=NOON)
    assert is_shown(dewi)


def test_without_a_birth_date_the_guardians_decide() -> None:
    somebody = child(None)
    answer(somebody, CLASS_APP, shown=True, by=somebody, at=NOON)
    assert not is_shown(somebody)
    says(guardian(somebody), YES, somebody)
    assert is_shown(somebody)


VALUES = st.sampled_from([YES, NO, NOTHING])
COUNTING = st.sampled_from(["custody", "foster"])
ANYONE = st.tuples(st.one_of(COUNTING, st.sampled_from(["no_custody", "delegate"])), VALUES)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    adults=st.lists(ANYONE, max_size=4),
    own=VALUES,
    born=st.one_of(st.none(), st.dates(dt.date(2008, 1, 1), dt.date(2015, 1, 1))),
)
def test_the_query_and_the_plain_rule_agree(
    adults: list[tuple[str, bool | None]], own: bool | None, born: dt.date | None
) -> None:
    student = child(born)
    for kind, value in adults:
        says(guardian(student, kind), value, student)
    says(student, own, student)
    deciding = {index: value for index, (kind, value) in enumerate(adults) if kind in ("custody", "foster")}
    assert is_shown(student) is shown(guardians=deciding, own=own, age=student.age(DAY))
