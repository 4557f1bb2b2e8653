"""Whatever files come, in whatever order: nothing that was closed opens, and what a person decided stays."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from driehoek.backbone.access.models import Seat
from driehoek.facts.people.models import Approval, Guardianship, Protection, Restriction, StudentGrant
from driehoek.facts.schools.models import School
from driehoek.facts.schools.roster_import.changes import apply, propose
from driehoek.facts.schools.roster_import.guardian_changes import GuardianChanges
from driehoek.facts.schools.roster_import.known import Known
from driehoek.facts.schools.roster_import.reading.formats import read
from driehoek.facts.schools.roster_import.roster import RosterRefused
from tests.rosters.days import NOW
from tests.rosters.sheets import Sheets
from tests.rosters.test_guardians import block, pair, protect, who

CHILDREN, ADULTS = ("noor", "sem", "lina"), ("anna", "bram", "ada", "opa")
NAMES = {"noor": "Noor Jansen", "sem": "Sem de Wit", "lina": "Lina Vos", "anna": "Anna Jansen",
         "bram": "Bram Jansen", "ada": "Ada Vos", "opa": "Henk Bos"}  # fmt: skip
EVERYBODY = {("noor", "anna"): ("parent", "yes"), ("noor", "bram"): ("parent", "yes"),
             ("sem", "ada"): ("parent", ""), ("lina", "opa"): ("relative", "")}  # fmt: skip
FLAGS = ("sees_child", "sees_group", "may_answer", "may_collect")
Pair = tuple[str, str]
Opened = dict[tuple[int, int], frozenset[str]]

words = st.tuples(
    st.sampled_from(["parent", "guardian", "relative", "fosterParent"]), st.sampled_from(["yes", "no", ""])
)
any_pair = st.tuples(st.sampled_from(CHILDREN), st.sampled_from(ADULTS))
files = st.dictionaries(any_pair, words, max_size=8)
renumbered = st.sets(st.sampled_from([*CHILDREN, *ADULTS]), max_size=2)
acts = st.sampled_from(["block", "protect", "end", "approve", "nothing"])
steps = st.lists(st.tuples(acts, any_pair, files, renumbered), min_size=1, max_size=5)


def sheets(said: dict[Pair, tuple[str, str]], renumbered: set[str]) -> Sheets:
    """A file that says this. The renumbered come under another key, as from another administration."""
    made = Sheets(classes={"c5": "groep 5"}).add("tess", "teacher", "Tess Bos")
    key = {name: f"{name}-2" if name in renumbered else name for name in NAMES}
    for name in CHILDREN:
        made.add(key[name], "student", NAMES[name], "2018-03-01").seats.append((key[name], "c5", "student"))
    for name in ADULTS:
        made.add(key[name], "parent", NAMES[name])
    made.seats.append(("tess", "c5", "teacher"))
    made.pairs = [(key[child], key[adult], *words) for (child, adult), words in said.items()]
    return made


def opened(day: dt.date) -> Opened:
    """What each guardianship really opens that day."""
    return {
        (row.guardian_id, row.student_id): frozenset(flag for flag in FLAGS if getattr(row, flag))
        for row in Guardianship.objects.on(day)
    }


def office(school: School, act: str, child: str, adult: str) -> None:
    """Something a person decides between two files."""
    exists = Guardianship.objects.filter(guardian=who(school, adult), student=who(school, child)).exists()
    if act == "block":
        block(school, adult, child)
    elif act == "protect" and not Protection.objects.filter(student=who(school, child)).exists():
        protect(school, child)
    elif act == "end" and exists:
        row = pair(school, adult, child)
        row.end(on=row.starts_on)
    elif act == "approve" and exists:
        pair(school, adult, child).approve(by=who(school, "tess"), at=NOW)


def decided() -> list[list[tuple[object, ...]]]:
    """Rows that only a person may write."""
    by_a_person = Approval.objects.filter(by__isnull=False)
    whole = (model._default_manager.all() for model in (Restriction, Protection, StudentGrant))
    return [list(rows.order_by("pk").values_list()) for rows in (*whole, by_a_person)]


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=files, steps=steps)
def test_an_import_never_widens_access(first: dict, steps: list, school: School, tmp_path: Path) -> None:
    with undone():
        live_through(first, steps, school, tmp_path)


@pytest.mark.parametrize("rule", ["_guarded", "past_pairs"])
def test_it_would_be_noticed(
    rule: str, school: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same, with one of the importer's own rules switched off."""
    act, renumbered = ("block", {"bram"}) if rule == "_guarded" else ("end", set())
    said = {("noor", "anna"): ("parent", "yes"), ("noor", "bram"): ("parent", "yes")}
    if rule == "_guarded":
        monkeypatch.setattr(Known, "_guarded", lambda known: set())
    else:
        monkeypatch.setattr(GuardianChanges, "was_ended", lambda changes, pair: False)
    with pytest.raises(AssertionError):
        live_through({}, [(act, ("noor", "bram"), said, renumbered)], school, tmp_path)


def live_through(first: dict, steps: list, school: School, folder: Path) -> None:
    """Bring in files and let the office act; after each file, what was closed must still be closed."""
    bring(school, sheets(EVERYBODY | first, set()), folder, NOW)
    for days, (act, (child, adult), said, renumbered) in enumerate(steps, start=1):
        now = NOW + dt.timedelta(days=days)
        office(school, act, child, adult)
        history = set(Guardianship.objects.values_list("guardian_id", "student_id"))
        guarded = set(Restriction.objects.values_list("student_id", flat=True))
        guarded |= set(Protection.objects.values_list("student_id", flat=True))
        before, stands = opened(now.date()), decided()
        bring(school, sheets(said, renumbered), folder, now)
        assert decided() == stands
        for (guardian, student), flags in opened(now.date()).items():
            if (guardian, student) in history or student in guarded:
                assert flags <= before.get((guardian, student), frozenset())
        blocked = Restriction.objects.values_list("adult_id", "student_id")
        assert not any(Seat.objects.on(now.date()).filter(person=a, student=s) for a, s in blocked)


def bring(school: School, file: Sheets, folder: Path, now: dt.datetime) -> None:
    """Import it as if somebody agreed to everything; a second time nothing is left to do."""
    try:
        roster = read([file.zip(folder / "rooster.zip")], now.date())
        apply(roster, school, now, now.date(), propose(roster, school, now.date()).digest)
        assert propose(roster, school, now.date()).is_empty
    except RosterRefused:
        return
