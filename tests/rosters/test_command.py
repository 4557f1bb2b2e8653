"""bin/manage import_roster: what it prints, how it ends, and what it leaves for a person."""

import datetime as dt
import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from driehoek.backbone.journal.models import Entry
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, ExternalKey, School
from driehoek.features.rosters.models import Upload
from tests.bench.big_roster import school_name, write_big_roster
from tests.rosters.conftest import Import
from tests.rosters.days import NOW
from tests.rosters.sheets import Sheets

Told = tuple[int, list[dict]]


def run(path: Path, school: str | None = "De Meander", *flags: str) -> Told:
    """How it ended, and what it printed."""
    out = StringIO()
    named = ["--school", school] if school else []
    try:
        call_command("import_roster", str(path), "--board", "Stichting De Proef", *named, *flags, stdout=out)
        code = 0
    except SystemExit as stopped:
        code = int(str(stopped.code))
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_night_without_questions_is_done_by_itself(school: School, tmp_path: Path) -> None:
    code, (told,) = run(Sheets.small().zip(tmp_path / "a.zip"))
    assert code == 0 and told["done"] and told["counts"]["people"]["added"] == 5
    assert Entry.objects.filter(verb="rosters.import.agreed", actor=None).count() == 1
    code, (told,) = run(tmp_path / "a.zip")
    assert code == 0 and told["nothing_to_do"] and not told["done"]


def test_a_dry_run_writes_nothing(school: School, tmp_path: Path) -> None:
    code, (told,) = run(Sheets.small().zip(tmp_path / "a.zip"), "De Meander", "--dry-run")
    assert code == 0 and not told["done"] and "Noor Jansen" in told["names"]["people.added"]
    assert not Person.objects.filter(given_name="Noor", family_name="Jansen").exists()
    assert not Upload.objects.exists()


def test_a_question_waits_for_a_person_and_is_asked_once(
    school: School, bring_in: Import, tmp_path: Path
) -> None:
    bring_in(Sheets.filled(40))
    path = Sheets.filled(40).without("kind1", "kind2", "kind3").zip(tmp_path / "a.zip")
    code, (told,) = run(path)
    assert code == 3 and told["asks"][0]["code"] == "leavers" and not told["done"]
    assert Enrolment.objects.filter(group__school=school, ends_on=None).count() == 40
    run(path)
    upload = Upload.objects.get()
    assert upload.state == "waiting" and upload.files[0].name == "a.zip"


def test_a_question_that_nobody_looked_at_in_a_week_is_asked_again(
    school: School, bring_in: Import, tmp_path: Path
) -> None:
    bring_in(Sheets.filled(20))
    path = Sheets.filled(20).without("kind1", "kind2").zip(tmp_path / "a.zip")
    run(path)
    Upload.objects.forget_old(NOW + dt.timedelta(days=8))
    assert Upload.objects.get().state == "forgotten"
    assert run(path)[0] == 3 and Upload.objects.get().state == "waiting"
    Upload.objects.get().decline(by=Person.objects.create(given_name="Marja"), now=NOW)
    run(path)
    assert Upload.objects.get().state == "declined"  # a no is heard


def test_a_refused_file_ends_with_two(school: School, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"kapot")
    code, (told,) = run(tmp_path / "a.zip")
    assert code == 2 and "kapot" in told["refused"]["reason"]


def test_an_unknown_school_or_board_is_refused(school: School, tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        run(Sheets.small().zip(tmp_path / "a.zip"), "De Bocht")


def test_one_file_for_two_schools_keeps_one_person_one(school: School, tmp_path: Path) -> None:
    """In one file the same number is the same person; Naima has a child at either school."""
    School.objects.create(board=school.board, name="De Bocht", sector="secondary")
    sheets = Sheets.small().add("adam", "student", "Adam Jansen", "2013-02-02")
    sheets.pairs.append(("adam", "anna", "parent", "yes"))
    sheets.classes["1b"] = "1B"
    sheets.seats.append(("adam", "1b", "student"))
    files = sheets.files()
    files["orgs.csv"] += "o2,De Bocht,school,\r\n"
    files["classes.csv"] = files["classes.csv"].replace("1b,1B,homeroom,o1", "1b,1B,homeroom,o2")
    files["roles.csv"] = files["roles.csv"].replace("radam,adam,student,o1", "radam,adam,student,o2")
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    code, told = run(tmp_path, None)
    assert code == 0 and [row["school"] for row in told] == ["De Bocht", "De Meander"]
    assert ExternalKey.objects.filter(key="anna").values("person").distinct().count() == 1
    assert Person.objects.filter(given_name="Anna", family_name="Jansen").count() == 1
    assert run(tmp_path, None)[1][0]["nothing_to_do"]


@pytest.mark.slow
def test_a_school_of_the_figures_comes_in_whole(school: School, tmp_path: Path) -> None:
    School.objects.create(board=school.board, name=school_name(0), sector="primary")
    code, (told,) = run(write_big_roster(tmp_path / "big.zip", 1), None)
    assert code == 0 and told["counts"]["people"]["added"] == 1132
    assert told["counts"]["guardianships"] == {
        "added": 700,
        "changed": 0,
        "ended": 0,
        "waiting": 0,
        "orphans": 0,
    }
    assert run(tmp_path / "big.zip", None)[1][0]["nothing_to_do"]
