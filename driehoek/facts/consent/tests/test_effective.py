"""Whether a child may be shown: the rule as a query, the rule in plain words, and that they agree."""

import datetime as dt
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from driehoek.facts.consent.effective import may_be_shown, shown
from driehoek.facts.consent.models import ConsentAnswer, answer
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
    assert shown(deciding=dict(enumerate(answers)), age=9) is expected


PARENTS = ("custody", "no_custody", "not_agreed", "ended")


@pytest.mark.parametrize(("one", "other"), list(product(PARENTS, PARENTS)))
def test_a_yes_needs_custody_that_runs_and_a_no_custody_that_ran(one: str, other: str) -> None:
    """Four kinds of parents by four: the first says yes, the second says no."""
    finn = child()
    says(parent(one, finn), YES, finn)
    says(parent(other, finn), NO, finn)
    assert is_shown(finn) is (one == "custody" and other in ("no_custody", "not_agreed"))


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


def block(adult: Person, finn: Person) -> None:
    Restriction.objects.create(
        student=finn, adult=adult, kind="no_access", starts_on=START, basis="uitspraak", entered_by=adult
    )


def test_the_no_of_a_parent_who_is_kept_away_stands_and_his_yes_falls() -> None:
    """He still has custody; and blocking someone must never show a child."""
    finn, mila = child(), child()
    for student, value in ((finn, NO), (mila, YES)):
        father = guardian(student)
        says(father, value, student)
        block(father, student)
    says(guardian(finn), YES, finn)
    assert not is_shown(finn) and not is_shown(mila)
    assert not shown(deciding={1: YES}, former={2: NO}, age=9)


def test_a_no_outlives_its_custody_until_someone_says_yes_again() -> None:
    finn = child()
    mother, father = guardian(finn), guardian(finn)
    says(mother, YES, finn)
    says(father, NO, finn)
    Guardianship.objects.filter(guardian=father).update(ends_on=DAY - dt.timedelta(days=1))
    assert not is_shown(finn)
    says(mother, YES, finn)  # the same answer, and it changes something
    assert is_shown(finn)
    assert ConsentAnswer.objects.filter(by=mother).count() == 2
    says(mother, YES, finn)
    assert ConsentAnswer.objects.filter(by=mother).count() == 2


def test_nobody_says_yes_over_a_no_that_runs_or_without_custody() -> None:
    finn = child()
    mother, father = guardian(finn), guardian(finn)
    says(mother, YES, finn)
    says(father, NO, finn)
    says(mother, YES, finn)
    assert not is_shown(finn)
    Guardianship.objects.filter(guardian=father).update(ends_on=DAY - dt.timedelta(days=1))
    says(guardian(finn, "delegate"), YES, finn)
    assert not is_shown(finn)


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
KINDS = st.sampled_from(["custody", "foster", "no_custody", "delegate"])
ENDINGS = st.sampled_from(["runs", "ended", "blocked"])


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    adults=st.lists(st.tuples(KINDS, VALUES, ENDINGS), max_size=4),
    own=VALUES,
    born=st.one_of(st.none(), st.dates(dt.date(2008, 1, 1), dt.date(2015, 1, 1))),
)
def test_the_query_and_the_plain_rule_agree(
    adults: list[tuple[str, bool | None, str]], own: bool | None, born: dt.date | None
) -> None:
    student = child(born)
    deciding, former = {}, {}
    people = [(guardian(student, kind), kind, value, ending) for kind, value, ending in adults]
    for adult, _kind, value, _ending in people:
        says(adult, value, student)
    says(student, own, student)
    for adult, kind, value, ending in people:
        end(adult, student, ending)
        if kind in ("custody", "foster"):
            (deciding if ending == "runs" else former)[adult.pk] = value
    assert is_shown(student) is shown(deciding=deciding, former=former, own=own, age=student.age(DAY))


def end(adult: Person, student: Person, ending: str) -> None:
    if ending == "ended":
        Guardianship.objects.filter(guardian=adult).update(ends_on=DAY - dt.timedelta(days=1))
    elif ending == "blocked":
        block(adult, student)
