"""What an import does to the facts: added, changed, ended; and nothing the second time."""

from pathlib import Path

import pytest

from driehoek.facts.people.models import Approval, Guardianship, Person
from driehoek.facts.schools.models import Appointment, Enrolment, ExternalKey, Group, School
from driehoek.facts.schools.roster_import.changes import propose
from driehoek.facts.schools.roster_import.reading.formats import read
from driehoek.features.corrections.models import Correction
from tests.rosters.conftest import Import
from tests.rosters.days import NOW, TODAY
from tests.rosters.sheets import Sheets, letters, zipped


def who(school: School, key: str) -> Person:
    return ExternalKey.objects.get(school=school, key=key, person__isnull=False).person


def running(model: type) -> object:
    return model.objects.filter(ends_on=None)


def test_a_first_import_brings_everybody_in(school: School, bring_in: Import) -> None:
    proposal = bring_in(Sheets.small())
    assert proposal.counts["people"]["added"] == 5
    assert who(school, "sem").infix == "de"
    assert Enrolment.objects.filter(student=who(school, "noor"), group__name="groep 5").exists()
    assert Appointment.objects.filter(person=who(school, "tess"), function="teacher").exists()
    assert Approval.objects.filter(guardianship__student=who(school, "noor"), by=None).count() == 2


def test_the_same_file_again_changes_nothing(school: School, bring_in: Import) -> None:
    bring_in(Sheets.small())
    before = Person.objects.count(), Group.objects.count(), Enrolment.objects.count()
    proposal = bring_in(Sheets.small())
    assert proposal.is_empty and not proposal.asks
    assert before == (Person.objects.count(), Group.objects.count(), Enrolment.objects.count())


def test_two_adults_may_share_an_address_and_one_may_have_none(school: School, bring_in: Import) -> None:
    bring_in(Sheets.small())
    assert who(school, "anna") != who(school, "bram")
    assert who(school, "anna").email == who(school, "bram").email == "thuis@example.org"
    assert who(school, "tess").email == ""


def test_a_leaver_gets_an_end_and_is_kept(school: School, bring_in: Import) -> None:
    bring_in(Sheets.filled(40))
    proposal = bring_in(Sheets.filled(40).without("kind3", "ouder3"))
    gone = Enrolment.objects.get(student=who(school, "kind3"))
    assert gone.ends_on is not None
    assert proposal.counts["people"]["ended"] == 1 and not proposal.asks


def test_many_leavers_ask_a_person(school: School, bring_in: Import) -> None:
    bring_in(Sheets.filled(40))
    proposal = bring_in(Sheets.filled(40).without("kind1", "kind2", "kind3"))
    assert proposal.asks["leavers"] == 3


def with_status(sheets: Sheets, folder: Path, **words: str) -> Path:
    """The same roster, with a word of its own beside these people."""
    files = sheets.files()
    header, *rows = files["users.csv"].splitlines()
    rows = [f"{words.get(row.split(',')[0], 'active')},{row}" for row in rows]
    return zipped(folder / "rooster.zip", files | {"users.csv": "\r\n".join([f"status,{header}", *rows])})


def test_who_is_inactive_left_though_the_file_still_seats_her(
    school: School, bring_in: Import, tmp_path: Path
) -> None:
    bring_in(Sheets.filled(40))
    path = with_status(Sheets.filled(40), tmp_path, kind3="inactive")
    proposal = propose(read([path], TODAY), school, TODAY)
    assert not proposal.asks and not proposal.faults
    assert proposal.names["people.ended"] == ["Kindd Jansen"]


def test_a_status_nobody_knows_asks_and_brings_nobody_in_and_sends_nobody_away(
    school: School, bring_in: Import, tmp_path: Path
) -> None:
    bring_in(Sheets.filled(40))
    sheets = Sheets.filled(40).add("nieuw", "student", "Noor Vos", "2018-04-04")
    sheets.add("vreemd", "parent", "Ida Vos")
    sheets.seats.append(("nieuw", "c5", "student"))
    sheets.pairs += [("kind5", "vreemd", "parent", "yes"), ("nieuw", "vreemd", "parent", "yes")]
    path = with_status(sheets, tmp_path, kind3="left", nieuw="pending", vreemd="guest")
    proposal = propose(read([path], TODAY), school, TODAY)
    assert proposal.asks == {"status": 3} and proposal.is_empty
    known = with_status(sheets, tmp_path, kind3="active", nieuw="active", vreemd="active")
    assert propose(read([known], TODAY), school, TODAY).counts["people"]["added"] == 2  # the control


def test_two_in_a_hundred_changes_of_custody_are_done_and_one_more_asks(
    school: School, bring_in: Import
) -> None:
    """More than one in fifty: at fifty guardianships one may differ, at forty-nine it is asked."""
    bring_in(Sheets.filled(50))
    fifty = bring_in(without_custody(Sheets.filled(50), "kind7"))
    assert fifty.counts["guardianships"]["changed"] == 1 and "changed_guardianships" not in fifty.asks
    both = bring_in(without_custody(Sheets.filled(50), "kind7", "kind8", "kind9"))
    assert both.asks["changed_guardianships"] == 2


def test_one_in_forty_nine_changes_of_custody_is_asked(school: School, bring_in: Import) -> None:
    bring_in(Sheets.filled(49))
    asked = bring_in(without_custody(Sheets.filled(49), "kind7"))
    assert asked.asks == {"changed_guardianships": 1}


def without_custody(sheets: Sheets, *children: str) -> Sheets:
    sheets.pairs = [(child, adult, word, "no" if child in children else said)
                    for child, adult, word, said in sheets.pairs]  # fmt: skip
    return sheets


def staffed(teachers: int) -> Sheets:
    """So many teachers beside juf Tess, and none of the last ones is missed by a child."""
    sheets = Sheets.small()
    for number in range(teachers):
        sheets.add(f"collega{number}", "teacher", f"Collega{letters(number)} Smit")
        sheets.seats.append((f"collega{number}", "c6", "teacher"))
    return sheets


@pytest.mark.parametrize(
    ("before", "gone", "asked"),
    [(12, 3, 0), (11, 3, 3), (11, 4, 4), (4, 2, 0)],
    ids=["three of twelve", "three of eleven", "four of eleven", "two of four"],
)
def test_colleagues_who_leave_are_asked_about_from_three_and_over_a_quarter(
    before: int, gone: int, asked: int, school: School, bring_in: Import
) -> None:
    bring_in(staffed(before - 1))  # and juf Tess
    left = staffed(before - 1).without(*(f"collega{number}" for number in range(gone)))
    proposal = bring_in(left)
    assert proposal.counts["appointments"]["ended"] == gone
    assert proposal.asks == ({"staff_leavers": asked} if asked else {})


def test_a_child_that_changes_class_moves(school: School, bring_in: Import) -> None:
    bring_in(Sheets.small())
    proposal = bring_in(Sheets.small().move("noor", "c6"))
    assert "leavers" not in proposal.asks
    groups = running(Enrolment).filter(student=who(school, "noor")).values_list("group__name", flat=True)
    assert list(groups) == ["groep 6"]


def test_who_signed_in_keeps_her_own_address(school: School, bring_in: Import) -> None:
    bring_in(Sheets.small())
    Person.objects.filter(pk=who(school, "anna").pk).update(
        email="anna@eigen.example", last_login="2026-11-01T10:00Z"
    )
    sheets = Sheets.small()
    sheets.emails["bram"] = "bram@nieuw.example"
    bring_in(sheets)
    assert who(school, "anna").email == "anna@eigen.example"
    assert who(school, "bram").email == "bram@nieuw.example"


def test_what_the_office_took_over_from_a_guardian_stays(school: School, bring_in: Import) -> None:
    bring_in(Sheets.small())
    Person.objects.filter(pk=who(school, "anna").pk).update(last_login="2026-11-01T10:00Z")
    correction = Correction.propose(who(school, "anna"), "mobile", "0610000086", at=NOW)
    assert correction
    correction.accept(by=who(school, "tess"), at=NOW)
    proposal = bring_in(Sheets.small())
    assert proposal.is_empty and who(school, "anna").mobile == "0610000086"


def test_a_recycled_number_changes_nobody(school: School, bring_in: Import) -> None:
    bring_in(Sheets.small())
    proposal = bring_in(Sheets.small().add("noor", "student", "Kees Smit", "2015-01-01"))
    assert proposal.asks["recycled"] == 1
    assert who(school, "noor").full_name == "Noor Jansen"
    assert running(Guardianship).filter(student=who(school, "noor")).count() == 2


def test_a_new_name_for_the_same_child_is_followed(school: School, bring_in: Import) -> None:
    bring_in(Sheets.small())
    proposal = bring_in(Sheets.small().add("noor", "student", "Noor van Dam", "2018-03-01"))
    assert proposal.counts["people"]["changed"] == 1
    assert who(school, "noor").full_name == "Noor van Dam"


def test_what_the_office_entered_is_not_ended(school: School, bring_in: Import) -> None:
    bring_in(Sheets.small())
    Guardianship.objects.update(source="office")
    Appointment.objects.update(source="office")
    sheets = (
        Sheets.small()
        .add("ada", "parent", "Ada Vos")
        .add("wil", "teacher", "Wil Smit")
        .without("bram", "tess")
    )
    sheets.pairs.append(("sem", "ada", "parent", "yes"))
    sheets.seats.append(("wil", "c5", "teacher"))
    bring_in(sheets)
    assert running(Guardianship).filter(guardian=who(school, "bram")).exists()
    assert running(Appointment).filter(person=who(school, "tess")).exists()


def test_a_new_head_asks_a_person(school: School, bring_in: Import) -> None:
    proposal = bring_in(Sheets.small().add("dirk", "principal", "Dirk Kok"))
    assert proposal.asks == {"powers": 1}
    assert Appointment.objects.get(person=who(school, "dirk")).group is None


def test_two_numbers_of_one_person_give_her_one_place(school: School, bring_in: Import) -> None:
    """Each letter made a person of its own; she joined them. The file still says both numbers."""
    bring_in(Sheets.small())
    sheets = Sheets.small().add("anna2", "parent", "Anna Jansen").add("tess2", "teacher", "Tess Bos")
    for key, same in (("anna2", "anna"), ("tess2", "tess")):
        ExternalKey.objects.create(school=school, key=key, person=who(school, same))
    sheets.pairs += [("sem", "anna", "parent", "yes"), ("sem", "anna2", "parent", "yes")]
    sheets.seats += [("tess", "c6", "teacher"), ("tess2", "c6", "teacher")]
    bring_in(sheets)
    assert Guardianship.objects.filter(guardian=who(school, "anna"), student=who(school, "sem")).count() == 1
    assert Appointment.objects.filter(person=who(school, "tess"), group__name="groep 6").count() == 1
    assert bring_in(sheets).is_empty
