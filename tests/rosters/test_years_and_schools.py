"""Which school a file is about, and in which year."""

import datetime as dt
from pathlib import Path

import pytest

from driehoek.facts.schools.models import Enrolment, ExternalKey, Group, School, SchoolYear
from driehoek.facts.schools.roster_import.changes import WorldChanged, apply, propose
from driehoek.facts.schools.roster_import.proposal import Proposal
from driehoek.facts.schools.roster_import.reading.formats import read
from driehoek.facts.schools.roster_import.roster import RosterRefused
from tests.rosters.conftest import Import
from tests.rosters.days import NOW, TODAY
from tests.rosters.sheets import Sheets
from tests.rosters.test_reading import EXAMPLE, IN_2014

NEXT_YEAR = NOW.replace(year=2027, month=9, day=1)


def bring(path: Path, school: School, now: dt.datetime) -> Proposal:
    roster = read([path], now.date())
    return apply(roster, school, now, now.date(), propose(roster, school, now.date()).digest)


def test_a_new_year_gives_the_same_key_a_new_group(school: School, bring_in: Import, tmp_path: Path) -> None:
    """Old news stays with the class of last year, whatever number the new one has."""
    bring_in(Sheets.small())
    proposal = bring(Sheets.small().zip(tmp_path / "a.zip"), school, NEXT_YEAR)
    assert "leavers" not in proposal.asks
    years = (
        Group.objects.filter(school=school, name="groep 5")
        .order_by("pk")
        .values_list("year__name", flat=True)
    )
    assert list(years) == ["2026-2027", "2027-2028"]
    key = ExternalKey.objects.get(school=school, key="c5", group__isnull=False)
    assert key.group.year.name == "2027-2028"
    still = Enrolment.objects.filter(group__school=school, ends_on=None)
    assert not still.filter(group__year__name="2026-2027").exists() and still.count() == 2


def test_the_year_of_the_school_itself_is_used(school: School, bring_in: Import) -> None:
    own = {"starts_on": dt.date(2026, 8, 24), "ends_on": dt.date(2027, 7, 9)}
    SchoolYear.objects.create(school=school, name="26/27", **own)
    bring_in(Sheets.small())
    assert SchoolYear.objects.get(school=school).groups.count() == 2


def test_a_first_file_without_a_name_asks_whether_it_is_this_school(school: School) -> None:
    assert propose(read([EXAMPLE], IN_2014), school, IN_2014).asks["new_code"] == 1


@pytest.mark.parametrize("code", ["99ZZ", "99ZZ00", "99zz"])
def test_a_known_code_is_recognised(code: str, school: School) -> None:
    School.objects.filter(pk=school.pk).update(code=code)
    school.refresh_from_db()
    assert "new_code" not in propose(read([EXAMPLE], IN_2014), school, IN_2014).asks


def test_the_code_of_another_school_is_refused(school: School) -> None:
    School.objects.filter(pk=school.pk).update(code="14XA00")
    school.refresh_from_db()
    with pytest.raises(RosterRefused):
        propose(read([EXAMPLE], IN_2014), school, IN_2014)


def test_an_agreed_code_is_remembered(school: School) -> None:
    bring(EXAMPLE, school, NOW.replace(year=2014, month=10))
    assert School.objects.get(pk=school.pk).code == "99ZZ"


def test_what_was_not_agreed_to_is_not_done(school: School, tmp_path: Path) -> None:
    roster = read([Sheets.small().zip(tmp_path / "a.zip")], TODAY)
    with pytest.raises(WorldChanged):
        apply(roster, school, NOW, TODAY, "another digest")
    assert not Group.objects.filter(school=school).exists()
