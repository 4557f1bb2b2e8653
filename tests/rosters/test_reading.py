"""Every format ends in the same roster: people, groups, and who belongs to whom."""

import datetime as dt
from pathlib import Path

import pytest

from driehoek.facts.schools.roster_import.reading import columns
from driehoek.facts.schools.roster_import.reading.formats import read
from driehoek.facts.schools.roster_import.roster import Roster
from tests.rosters.corpus import Case, letters
from tests.rosters.corpus.letters import workbook
from tests.rosters.days import TODAY
from tests.rosters.sheets import Sheets, table, zipped

EXAMPLE = Path(__file__).parent / "files" / "EDEXML.Voorbeeld.2.1.xml"
IN_2014 = dt.date(2014, 10, 1)


def pairs(roster: Roster) -> set[tuple[str, str, bool | None]]:
    return {(row.student, row.guardian, row.custody) for row in roster.guardianships.values()}


# OneRoster ------------------------------------------------------------------------------------------

USERS_1_1 = """sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,\
familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
s1,active,,true,o1,student,noor,,Noor,Hof,van 't,,,,,"g1,g2",05,
g1,active,,true,o1,parent,anna,,Anna,Jansen,,,a@example.org,0612345678,,,,
g2,active,,true,o1,relative,oma,,Gerda,Vos,,,,,,s1,,
t1,active,,true,o1,teacher,tess,,Tess,Bos,,,,,,,,
x1,tobedeleted,,true,o1,student,weg,,Kees,Smit,,,,,,,05,
"""


def old_set() -> dict[str, str | bytes]:
    """OneRoster 1.1: roles and schools stand in users.csv, parents are agents."""
    made: dict[str, str | bytes] = dict(Sheets.small().files())
    for name in ("roles.csv", "relationships.csv", "demographics.csv"):
        made.pop(name)
    made["manifest.csv"] = "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\n"
    made["users.csv"] = USERS_1_1
    made["enrollments.csv"] = (
        "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role\ne1,c5,o1,s1,student\n"
    )
    return made


def test_oneroster_1_1_finds_parents_among_the_agents(tmp_path: Path) -> None:
    roster = read([zipped(tmp_path / "a.zip", old_set())], TODAY)
    assert pairs(roster) == {("s1", "g1", None), ("s1", "g2", None)}
    assert roster.guardianships["s1", "g2"].relation == "delegate"
    assert roster.people["s1"].infix == "van 't" and roster.people["g1"].mobile == "+31612345678"


def test_a_status_nobody_knows_is_named_with_its_line(tmp_path: Path) -> None:
    files = old_set()
    files["users.csv"] = USERS_1_1.replace("t1,active", "t1,activ")
    roster = read([zipped(tmp_path / "a.zip", files)], TODAY)
    assert "t1" not in roster.people and "t1" in roster.held and roster.doubts == 1
    assert [(row.file, row.line) for row in roster.faults if "activ " in row.reason] == [("users.csv", 5)]


@pytest.mark.parametrize("word", ["tobedeleted", "inactive", "InActive"])
def test_a_deleted_user_is_not_there_and_neither_is_her_place(word: str, tmp_path: Path) -> None:
    """Some exports leave her in the class; that is no fault, and keeps her nowhere."""
    made = old_set()
    made["users.csv"] = USERS_1_1.replace("tobedeleted", word)
    made["enrollments.csv"] = str(made["enrollments.csv"]) + "e2,c5,o1,x1,student\n"
    roster = read([zipped(tmp_path / "a.zip", made)], TODAY)
    assert "x1" not in roster.people | roster.enrolments and not roster.faults and not roster.held
    assert {student for student, _group in roster.enrolments} == {"s1"} and not roster.doubts


def test_relationships_say_more_than_agents(tmp_path: Path) -> None:
    made = old_set()
    header = "userSourcedId,relationshipUserSourcedId,relationshipRole,custody\n"
    made["relationships.csv"] = header + "s1,g1,parent,no\n"
    assert ("s1", "g1", False) in pairs(read([zipped(tmp_path / "a.zip", made)], TODAY))


def test_a_no_to_custody_wins_from_a_yes(tmp_path: Path) -> None:
    sheets = Sheets.small()
    sheets.pairs += [("noor", "anna", "parent", "no"), ("noor", "anna", "parent", "yes")]
    roster = read([sheets.zip(tmp_path / "a.zip")], TODAY)
    assert roster.guardianships["noor", "anna"].custody is False


def test_a_class_knows_its_mentor_by_her_role_at_the_school(tmp_path: Path) -> None:
    sheets = Sheets.small().add("tess", "ext:mentor", "Tess Bos")
    roster = read([sheets.zip(tmp_path / "a.zip")], TODAY)
    assert [row.function for row in roster.appointments.values()] == ["mentor"]


def test_an_unknown_role_opens_nothing_and_is_named(tmp_path: Path) -> None:
    roster = read([Sheets.small().add("piet", "proctor", "Piet Kok").zip(tmp_path / "a.zip")], TODAY)
    assert "piet" not in {row.person for row in roster.appointments.values()}
    assert any("Deze rol kennen wij niet" in note.reason for note in roster.notes)


@pytest.mark.parametrize(
    "case", [case for case in letters.CASES if case.name.startswith(("UTF", "Win", "Lat"))], ids=str
)
def test_letters_come_through_whatever_the_encoding(case: Case, tmp_path: Path) -> None:
    if case.outcome != "refused":
        assert read(list(case.make(tmp_path)), TODAY).people["kind0"].given_name == "Kindé"


# SDS ------------------------------------------------------------------------------------------------

SDS = {
    "orgs.csv": "sourcedId,name,type,parentSourcedId\r\n3,De Meander,school,\r\n",
    "users.csv": "sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms\r\n"
    "1,noor@x.example,Noor,Jansen,P@ss,,,,\r\n2,anna@x.example,Anna,Jansen,,,anna@example.org,,0612345678\r\n"
    "7,tess@x.example,Tess,Bos,,,,,\r\n",
    "roles.csv": "userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary,roleStartDate,"
    "roleEndDate\r\n"
    "1,3,student,Y,05,TRUE,8/24/2026,7/11/2027\r\n7,3,teacher,Y,05,TRUE,8/24/2026,7/11/2027\r\n",
    "classes.csv": "sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId\r\n5,3,groep 5,Y,C1\r\n",
    "enrollments.csv": "classSourcedId,userSourcedId,role\r\n5,1,student\r\n5,7,teacher\r\n",
    "relationships.csv": "userSourcedId,relationshipUserSourcedId,relationshipRole\r\n1,2,guardian\r\n",
    "demographics.csv": "userSourcedId,sex,birthDate\r\n1,female,3/12/2018\r\n",
}


def test_sds_reads_relationships_and_american_dates(tmp_path: Path) -> None:
    roster = read([zipped(tmp_path / "sds.zip", dict(SDS))], TODAY)
    assert roster.format == "sds" and pairs(roster) == {("1", "2", None)}
    assert roster.people["1"].birth_date == dt.date(2018, 3, 12)
    assert set(roster.appointments) == {("7", "3", "teacher", "5")}


def test_an_sds_role_that_ended_gives_no_place(tmp_path: Path) -> None:
    ended = SDS | {"roles.csv": SDS["roles.csv"].replace("1,3,student,Y,05,TRUE,8/24/2026,7/11/2027", "")}
    ended["enrollments.csv"] = SDS["enrollments.csv"].replace("5,1,student\r\n", "")
    ended["roles.csv"] += "1,3,student,Y,05,TRUE,8/24/2025,7/11/2026\r\n2,3,student,Y,05,TRUE,8/24/2026,\r\n"
    assert read([zipped(tmp_path / "sds.zip", dict(ended))], TODAY).students == {"3": {"2"}}


# EDEXML ---------------------------------------------------------------------------------------------


def test_the_example_of_edustandaard_is_read() -> None:
    roster = read([EXAMPLE], IN_2014)
    assert set(roster.students["edexml"]) == {"leerling:00001", "leerling:00002"}  # Gradje left in July
    assert roster.people["leerling:00002"].full_name == "Ismaël Assati"
    assert ("leerling:00001", "GRP4B") in roster.enrolments
    assert not roster.guardianships and not roster.faults


def test_edexml_gets_its_guardians_from_a_second_file(tmp_path: Path) -> None:
    rows = [{"Leerlingnummer": "00001", "Voornaam verzorger": "Naima", "Achternaam verzorger": "el Amrani"}]
    sheet = tmp_path / "ouders.csv"
    sheet.write_text(table([rows[0] | {"Gezag": "ja", "E-mail verzorger": "naima@example.org"}], ";"))
    roster = read([EXAMPLE, sheet], IN_2014)
    assert pairs(roster) == {("leerling:00001", "verzorger:leerling:00001/naima el amrani", True)}


# A school's own sheets ------------------------------------------------------------------------------

CHILD = ("Stamnummer", "Roepnaam", "Tussenvoegsel", "Achternaam", "Geboortedatum", "Stamgroep")
ADULT = ("Voornaam verzorger 1", "Achternaam verzorger 1", "Gezag 1")
TITLES = (*CHILD, *ADULT, *(title.replace("1", "2") for title in ADULT))
NOOR = (
    "0012",
    "Noor",
    "van 't",
    "Hof",
    dt.date(2018, 3, 12),
    "groep 5",
    "Anna",
    "Hof",
    "ja",
    "Bram",
    "Hof",
    "nee",
)


def test_a_workbook_with_two_guardians_on_a_row(tmp_path: Path) -> None:
    (tmp_path / "leerlingen.xlsx").write_bytes(workbook(TITLES, NOOR))
    roster = read([tmp_path / "leerlingen.xlsx"], TODAY)
    assert roster.people["leerling:0012"].full_name == "Noor van 't Hof"
    assert roster.people["leerling:0012"].birth_date == dt.date(2018, 3, 12)
    assert {custody for _child, _adult, custody in pairs(roster)} == {True, False}


def test_a_formula_in_a_workbook_is_seen(tmp_path: Path) -> None:
    evil = (NOOR[0], '=HYPERLINK("http://x")', *NOOR[2:])
    (tmp_path / "leerlingen.xlsx").write_bytes(workbook(TITLES, evil, ("0013", "Sem", *NOOR[2:])))
    roster = read([tmp_path / "leerlingen.xlsx"], TODAY)
    assert "leerling:0012" in roster.held and "leerling:0013" in roster.people
    assert any("formule" in fault.reason and fault.line == 2 for fault in roster.faults)


def test_the_titles_themselves_say_what_they_mean() -> None:
    chosen = columns.suggest(TITLES)
    assert chosen["guardian2.custody"] == "Gezag 2" and chosen["student.key"] == "Stamnummer"
    assert not columns.missing(chosen)


def test_staff_stand_in_a_sheet_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "leerlingen.xlsx").write_bytes(workbook(TITLES, NOOR))
    staff = {
        "Personeelsnummer": "7",
        "Voornaam medewerker": "Tess",
        "Functie": "Leerkracht",
        "Groep": "groep 5",
    }
    head, helper = ({"Personeelsnummer": "8", "Functie": "Directeur"}, {"Functie": "Helpt met Driehoek"})
    (tmp_path / "team.csv").write_text(table([staff, staff | head, staff | helper], ";"))
    roster = read([tmp_path / "leerlingen.xlsx", tmp_path / "team.csv"], TODAY)
    found = {(row.person, row.function, row.group) for row in roster.appointments.values()}
    assert found == {
        ("leerkracht:7", "teacher", "groep:groep 5"),
        ("leerkracht:7", "key_user", ""),
        ("leerkracht:8", "head", ""),
    }
