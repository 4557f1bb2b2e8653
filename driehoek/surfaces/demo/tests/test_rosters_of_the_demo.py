"""The roster files in the repository: what the generator writes, without a fault, moved with the years."""

import datetime as dt
from pathlib import Path

import pytest

from demo.make_rosters import write_rosters
from driehoek.facts.schools.roster_import.changes import propose
from driehoek.facts.schools.roster_import.reading.formats import read
from driehoek.surfaces.demo.loading.moments import moment
from driehoek.surfaces.demo.loading.rosters import moved
from driehoek.surfaces.demo.loading.sources import FILES, Calendar
from tests.cast import NOW, TODAY, Cast

SCHOOLS = {
    "de-vlieger": ("oneroster", 208),
    "het-kompas": ("edexml", 97),
    "vakcollege-delta": ("plain", 54),
    "de-brug": ("sds", 12),
}


def test_the_files_are_what_the_generator_writes(tmp_path: Path) -> None:
    write_rosters(tmp_path)
    written = {file.relative_to(tmp_path): file.read_bytes() for file in tmp_path.rglob("*.*")}
    kept = {
        file.relative_to(FILES / "rosters"): file.read_bytes() for file in (FILES / "rosters").rglob("*.*")
    }
    assert written == kept


@pytest.mark.parametrize("slug", SCHOOLS)
def test_each_school_speaks_its_own_format_without_a_fault(slug: str) -> None:
    roster = read([FILES / "rosters" / slug], TODAY)
    assert (roster.format, sum(map(len, roster.students.values()))) == SCHOOLS[slug]
    assert (roster.faults, roster.held) == ([], set())


@pytest.mark.parametrize("slug", SCHOOLS)
def test_the_same_roster_once_more_changes_nothing(cast: Cast, slug: str, tmp_path: Path) -> None:
    write_rosters(tmp_path, small=True)
    proposal = propose(read([tmp_path / slug], TODAY), cast.schools[slug], TODAY)
    assert proposal.is_empty, proposal.names


@pytest.mark.parametrize("slug", SCHOOLS)
def test_two_years_later_everybody_is_two_years_younger_on_paper(slug: str, tmp_path: Path) -> None:
    later = TODAY.replace(year=TODAY.year + 2)
    now = read([FILES / "rosters" / slug], TODAY)
    then = read([moved(FILES / "rosters" / slug, tmp_path / slug, Calendar(later))], later)
    for key, person in now.people.items():
        if person.birth_date:
            assert then.people[key].birth_date == Calendar(later).moved(person.birth_date)
    assert then.faults == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("wo 14:40", dt.datetime(2026, 11, 18, 13, 40, tzinfo=dt.UTC)),
        ("do 14:40", dt.datetime(2026, 11, 19, 13, 40, tzinfo=dt.UTC)),
        ("do 15:05", dt.datetime(2026, 11, 12, 14, 5, tzinfo=dt.UTC)),
        ("laatst 14:40", dt.datetime(2026, 11, 19, 13, 40, tzinfo=dt.UTC)),
        ("laatst 15:05", dt.datetime(2026, 11, 18, 14, 5, tzinfo=dt.UTC)),
        ("ma 14:55, 4", dt.datetime(2026, 10, 19, 12, 55, tzinfo=dt.UTC)),
    ],
)
def test_a_post_came_out_on_the_last_such_moment(said: str, expected: dt.datetime) -> None:
    assert moment(said, NOW) == expected
