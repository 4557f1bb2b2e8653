"""An import may make a guardianship, narrow it and end it. It may never open what was closed."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from driehoek.backbone.access.models import Seat
from driehoek.facts.people.models import Approval, Guardianship, Person, Protection, Restriction
from driehoek.facts.schools.models import ExternalKey, School
from tests.rosters.conftest import Import
from tests.rosters.days import NOW, TODAY
from tests.rosters.sheets import Sheets

LATER = TODAY + dt.timedelta(days=30)


def who(school: School, key: str) -> Person:
    return ExternalKey.objects.get(school=school, key=key, person__isnull=False).person


def pair(school: School, adult: str, child: str) -> Guardianship:
    return Guardianship.objects.filter(guardian=who(school, adult), student=who(school, child)).latest("pk")


def sits(school: School, adult: str) -> bool:
    return Seat.objects.on(LATER).filter(person=who(school, adult)).exists()


def block(school: School, adult: str, child: str) -> None:
    Restriction.objects.create(
        student=who(school, child), adult=who(school, adult), kind="no_access", starts_on=TODAY,
        basis="Beschikking gezien", entered_by=who(school, "tess"),
    )  # fmt: skip


def protect(school: School, child: str) -> None:
    entered = {"basis": "Brief gezien", "entered_by": who(school, "tess"), "entered_at": NOW}
    Protection.objects.create(student=who(school, child), **entered)


def said(role: str, custody: str, adult: str = "anna") -> Sheets:
    """The small roster, with one pair said in other words."""
    sheets = Sheets.small()
    sheets.pairs = [(*row[:2], role, custody) if row[1] == adult else row for row in sheets.pairs]
    return sheets


@pytest.mark.parametrize(
    ("role", "custody", "kind", "approved"),
    [
        ("parent", "yes", "custody", True),
        ("guardian", "ja", "custody", True),
        ("fosterParent", "yes", "foster", True),
        ("parent", "", "custody", False),
        ("parent", "no", "no_custody", False),
        ("relative", "", "delegate", False),
        ("relative", "no", "delegate", False),
    ],
)
def test_only_explicit_custody_opens_the_door(
    role: str, custody: str, kind: str, approved: bool, school: School, bring_in: Import
) -> None:
    proposal = bring_in(said(role, custody))
    made = pair(school, "anna", "noor")
    assert made.kind == kind
    assert Approval.objects.filter(guardianship=made).exists() == approved == sits(school, "anna")
    assert ("no_custody_said" in proposal.asks) == (custody == "" and role == "parent")


def test_a_blocked_parent_stays_out_whatever_the_file_says(school: School, bring_in: Import) -> None:
    bring_in(Sheets.small())
    assert sits(school, "bram")
    block(school, "bram", "noor")
    bring_in(Sheets.small())
    bring_in(Sheets.small().without("anna"))
    assert not sits(school, "bram")
    assert Restriction.objects.filter(student=who(school, "noor")).exists()


def test_a_blocked_parent_with_a_new_number_stays_out(school: School, bring_in: Import) -> None:
    bring_in(Sheets.small())
    block(school, "bram", "noor")
    sheets = Sheets.small().without("bram").add("bram2", "parent", "Bram Jansen")
    sheets.pairs.append(("noor", "bram2", "parent", "yes"))
    proposal = bring_in(sheets)
    assert proposal.asks["guarded"] == 1
    assert not sits(school, "bram2")


def test_a_protected_child_gets_no_new_guardian_by_itself(school: School, bring_in: Import) -> None:
    bring_in(Sheets.small())
    protect(school, "sem")
    sheets = Sheets.small().add("ada", "parent", "Ada Vos")
    sheets.pairs.append(("sem", "ada", "parent", "yes"))
    proposal = bring_in(sheets)
    assert proposal.asks["guarded"] == 1
    assert not sits(school, "ada")
    assert Protection.objects.filter(student=who(school, "sem")).exists()


def test_a_protected_child_under_a_new_number_asks_a_person(school: School, bring_in: Import) -> None:
    bring_in(Sheets.small())
    protect(school, "sem")
    sheets = Sheets.small().without("sem").add("sem2", "student", "Sem de Wit", "2018-05-02")
    sheets.add("ada", "parent", "Ada Vos").seats.append(("sem2", "c5", "student"))
    sheets.pairs.append(("sem2", "ada", "parent", "yes"))
    proposal = bring_in(sheets)
    assert proposal.asks["lookalike"] == 1
    assert not sits(school, "ada")


def test_a_protected_child_has_no_name_in_a_proposal(school: School, bring_in: Import) -> None:
    bring_in(Sheets.small())
    protect(school, "sem")
    proposal = bring_in(Sheets.small().move("sem", "c6"))
    assert proposal.names["enrolments.added"] == ["Een beschermde leerling, groep 6"]


def test_an_ended_pair_is_not_revived(school: School, bring_in: Import) -> None:
    bring_in(Sheets.small())
    pair(school, "bram", "noor").end(on=TODAY - dt.timedelta(days=3))
    proposal = bring_in(Sheets.small())
    assert proposal.asks["returned"] == 1
    assert not sits(school, "bram")


def test_a_waiting_parent_keeps_waiting(school: School, bring_in: Import) -> None:
    bring_in(said("parent", "", adult="bram"))
    proposal = bring_in(Sheets.small())
    assert proposal.is_empty and not sits(school, "bram")


def test_a_parent_without_custody_is_not_given_more(school: School, bring_in: Import) -> None:
    bring_in(said("parent", "no", adult="bram"))
    pair(school, "bram", "noor").approve(by=who(school, "tess"), at=NOW)
    proposal = bring_in(Sheets.small())
    assert proposal.is_empty and pair(school, "bram", "noor").kind == "no_custody"
    assert any("meer rechten" in note.reason for note in proposal.notes)


def test_losing_custody_closes_at_once(school: School, bring_in: Import) -> None:
    bring_in(Sheets.small())
    bring_in(said("parent", "no", adult="bram"))
    narrowed = pair(school, "bram", "noor")
    assert narrowed.kind == "no_custody"
    assert not (narrowed.sees_child or narrowed.sees_group or narrowed.may_answer or narrowed.may_collect)


def test_a_parent_who_is_gone_from_the_file_stops_today(school: School, bring_in: Import) -> None:
    bring_in(Sheets.small())
    bring_in(Sheets.small().without("bram"))
    assert not Seat.objects.on(TODAY + dt.timedelta(days=1)).filter(person=who(school, "bram")).exists()


def test_a_file_without_guardians_ends_none(school: School, bring_in: Import) -> None:
    bring_in(Sheets.small())
    sheets = Sheets.small()
    sheets.pairs = []
    assert bring_in(sheets).is_empty
    assert sits(school, "anna")


def test_another_schools_guardians_are_left_alone(school: School, bring_in: Import) -> None:
    """Noor also goes to a care school, whose own file knows her grandfather."""
    bring_in(Sheets.small())
    other = School.objects.create(board=school.board, name="De Opvang", sector="childcare")
    opa = Person.objects.create(given_name="Henk", family_name="Vos")
    ExternalKey.objects.create(school=other, key="opa", person=opa)
    noor = who(school, "noor")
    Guardianship.objects.create(guardian=opa, student=noor, kind="delegate", starts_on=TODAY, source="import")
    assert bring_in(Sheets.small()).is_empty
    assert Guardianship.objects.filter(guardian=opa, ends_on=None).exists()


def test_an_import_never_writes_what_only_a_person_may_write(school: School, bring_in: Import) -> None:
    bring_in(Sheets.filled(40))
    block(school, "ouder1", "kind1")
    protect(school, "kind2")
    sheets = Sheets.filled(40).without("ouder3", "kind4").move("kind5", "c6").add("ada", "parent", "Ada Vos")
    sheets.pairs += [("kind1", "ada", "parent", "yes"), ("kind2", "ada", "parent", "yes")]
    with CaptureQueriesContext(
        connection,
    ) as asked:
        bring_in(sheets)
    writes = [query["sql"] for query in asked if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert any("people_guardianship" in sql for sql in writes)
    kept = ("people_restriction", "people_protection", "people_protectionreader", "people_studentgrant")
    assert not [sql for sql in writes if any(f'"{table}"' in sql for table in kept)]


def test_a_child_who_keeps_no_guardian_is_named(school: School, bring_in: Import) -> None:
    bring_in(Sheets.small())
    one_left = Sheets.small()
    one_left.pairs = [("noor", "anna", "parent", "yes")]
    assert "orphans" not in bring_in(one_left).asks
    sheets = Sheets.small()
    sheets.pairs = [("sem", "bram", "parent", "yes")]
    proposal = bring_in(sheets)
    assert proposal.asks["orphans"] == 1 and proposal.names["guardianships.orphans"] == ["Noor Jansen"]
    sentences = [ask["sentence"] for ask in proposal.as_json()["asks"]]
    assert "Dit kind houdt geen ouder over: Noor Jansen." in sentences


def test_a_child_with_another_guardian_in_the_file_or_from_the_office_is_no_orphan(
    school: School, bring_in: Import
) -> None:
    bring_in(Sheets.small())
    other = Sheets.small().add("piet", "parent", "Piet Vos")
    other.pairs = [("noor", "piet", "parent", "yes")]
    assert "orphans" not in bring_in(other).asks
    Guardianship.objects.create(
        student=who(school, "noor"), guardian=who(school, "anna"), kind="custody", starts_on=TODAY,
        source="office",
    )  # fmt: skip
    other.pairs = [("sem", "piet", "parent", "yes")]
    assert "orphans" not in bring_in(other).asks


def test_a_protected_orphan_has_no_name_on_the_page(school: School, bring_in: Import) -> None:
    bring_in(Sheets.small())
    protect(school, "noor")
    sheets = Sheets.small()
    sheets.pairs = [("sem", "bram", "parent", "yes")]
    assert bring_in(sheets).names["guardianships.orphans"] == ["Een beschermde leerling"]
