"""Rows that say something strange, dangerous, or about the wrong people."""

from collections.abc import Callable
from pathlib import Path

from tests.rosters.corpus import ASKS, CLEAN, LEFT_OUT, REFUSED, STUDENTS, Case, changed, files, with_files
from tests.rosters.sheets import Sheets

NAME, BORN = "Kinda", "kind0,2018-01-01"
MANIFEST = "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n"
SESSIONS = "sourcedId,title,type,startDate,endDate,schoolYear\ny,jaar,schoolYear,{0}-08-01,{1}-07-31,{1}\n"
USERS = str(files()["users.csv"]).splitlines(keepends=True)


def named(name: str) -> Callable[[Path], list[Path]]:
    return changed("users.csv", (NAME, name))


def some(keep: int) -> Callable[[Path], list[Path]]:
    """Only so many of the students are left."""
    gone = [f"kind{number}" for number in range(keep, STUDENTS)]
    return lambda folder: [Sheets.filled(STUDENTS).without(*gone).zip(folder / "rooster.zip")]


def renumbered(folder: Path) -> list[Path]:
    """A new administration: the same children under new numbers."""
    made = Sheets.filled(STUDENTS)
    made.people = {key.replace("kind", "nieuw"): row for key, row in made.people.items()}
    made.seats = [(key.replace("kind", "nieuw"), group, role) for key, group, role in made.seats]
    made.pairs = [(key.replace("kind", "nieuw"), *rest) for key, *rest in made.pairs]
    return [made.zip(folder / "rooster.zip")]


def recycled(folder: Path) -> list[Path]:
    return [
        Sheets.filled(STUDENTS).add("kind0", "student", "Kees Smit", "2015-06-06").zip(folder / "rooster.zip")
    ]


def swapped(folder: Path) -> list[Path]:
    """Birth dates where the numbers belong, and the other way round."""
    rows = str(files()["demographics.csv"]).splitlines()[1:]
    turned = "".join("{1},{0}\n".format(*row.split(",")) for row in rows)
    return with_files(demographics="sourcedId,birthDate\n" + turned)(folder)


def staff_only(folder: Path) -> list[Path]:
    made = Sheets.filled(STUDENTS)
    return [made.without(*(key for key in list(made.people) if key != "tess")).zip(folder / "rooster.zip")]


def own_guardian(folder: Path) -> list[Path]:
    made = Sheets.filled(STUDENTS)
    made.pairs.append(("kind0", "kind0", "parent", "yes"))
    return [made.zip(folder / "rooster.zip")]


def own_columns(folder: Path) -> list[Path]:
    """Columns that the standard does not know, with something in them."""
    users = "".join(USERS).replace("email", "metadata.allergie,email").replace("true,", "true,pinda,")
    return with_files(users=users)(folder)


def status(word: str, key: str = "kind0") -> Callable[[Path], list[Path]]:
    """One of them has this status. Her place in the class, and whose parent she is, stay in the file."""
    header, *rest = USERS
    rows = [f"{word if row.startswith(key + ',') else ''},{row}" for row in rest]
    return with_files(users="".join([f"status,{header}", *rows]))


def class_status(word: str) -> Callable[[Path], list[Path]]:
    header, *rest = str(files()["classes.csv"]).splitlines(keepends=True)
    return with_files(classes="".join([f"status,{header}", *(f"{word},{row}" for row in rest)]))


def row(name: str, text: str) -> Callable[[Path], list[Path]]:
    """One row more at the end of a file."""
    return with_files(**{name: str(files()[f"{name}.csv"]) + text + "\r\n"})


CASES = [
    # numbers
    Case("a number for two people", row("users", "kind0,true,,Kees,Smit"), LEFT_OUT, "twee keer"),
    Case("a row twice", row("users", USERS[2].strip()), CLEAN),
    Case("a row without a number", row("users", ",true,,Kees,Smit"), ASKS, "blind"),
    Case("a number that is a formula", row("users", "=1+1,true,,Kees,Smit"), ASKS, "blind"),
    Case("numbers kept as text by Excel", changed("users.csv", ("\r\nkind0,", '\r\n"=""kind0""",')), CLEAN),
    Case("a number that belongs to someone else now", recycled, ASKS, "recycled"),
    Case("new numbers for everybody", renumbered, ASKS, "lookalike"),
    # names
    Case("a formula for a name", named('"=HYPERLINK(""http://x"")"'), LEFT_OUT, "formule"),
    Case("a formula with a plus", named("+cmd|calc"), LEFT_OUT, "formule"),
    Case("a formula with an at sign", named("@SUM(A1)"), LEFT_OUT, "formule"),
    Case("a formula with a minus", named("-2+3+cmd"), LEFT_OUT, "formule"),
    Case("a script for a name", named("<script>alert(1)</script>"), LEFT_OUT, "teken dat daar niet hoort"),
    Case("an address for a name", named("kind@example.org"), LEFT_OUT, "teken dat daar niet hoort"),
    Case("a date for a name", named("2018-01-01"), LEFT_OUT, "geen letters"),
    Case("no name", named(""), LEFT_OUT, "voornaam ontbreekt"),
    Case("a name as long as a sentence", named("a" * 100), LEFT_OUT, "te lang"),
    Case("a bell in a name", named("Kin\ada"), LEFT_OUT, "onleesbaar teken"),
    Case("a name that turns the line round", named("\u202eKinda\u200b"), CLEAN),
    # dates
    Case("born in 2099", changed("demographics.csv", (BORN, "kind0,2099-01-01")), LEFT_OUT, "toekomst"),
    Case(
        "born in 1618", changed("demographics.csv", (BORN, "kind0,1618-01-01")), LEFT_OUT, "te lang geleden"
    ),
    Case(
        "born on 31 February",
        changed("demographics.csv", (BORN, "kind0,2018-02-31")),
        LEFT_OUT,
        "niet te lezen",
    ),
    Case("columns changed places", swapped, REFUSED, "Meer dan de helft"),
    Case("younger than yesterday", changed("demographics.csv", (BORN, "kind0,2019-01-01")), ASKS, "younger"),
    # what is not there
    Case(
        "no column for the number",
        changed("users.csv", ("sourcedId", "id")),
        REFUSED,
        "“sourcedId” ontbreekt",
    ),
    Case("no classes.csv", with_files(classes=None), REFUSED, "classes.csv ontbreekt"),
    Case(
        "no school in it",
        with_files(orgs="sourcedId,name,type\n1,x,district\n"),
        REFUSED,
        "geen enkele school",
    ),
    Case("the school twice", row("orgs", "o2,De Meander,school,"), REFUSED, "twee keer"),
    Case("only staff", staff_only, REFUSED, "geen enkele leerling"),
    Case("nine in ten rows gone", some(4), ASKS, "leavers"),
    Case("half of the rows gone", some(20), ASKS, "leavers"),
    Case("three of forty gone", some(37), ASKS, "leavers"),
    Case("one of forty gone", some(39), CLEAN),
    # what the row says of itself
    Case("everybody says active", status("active"), CLEAN),
    Case("one child is to be deleted", status("tobedeleted"), CLEAN),
    Case("one child is inactive, as OneRoster 1.0 says it", status("inactive"), CLEAN),
    Case("one parent is inactive", status("inactive", "ouder0"), ASKS, "orphans"),
    Case("a child with a status nobody knows", status("leaver"), ASKS, "status"),
    Case("a parent with a status nobody knows", status("misschien", "ouder0"), ASKS, "status"),
    Case("classes with a status nobody knows", class_status("closed"), ASKS, "status"),
    Case("all classes inactive", class_status("inactive"), ASKS, "leavers"),
    # what points nowhere
    Case("a class that is not there", row("enrollments", "e9,c9,kind0,student"), LEFT_OUT, "Groep c9"),
    Case(
        "a student that is not there", row("enrollments", "e9,c5,kind99,student"), LEFT_OUT, "Leerling kind99"
    ),
    Case("a parent that is not there", row("relationships", "kind0,niemand,parent,yes"), LEFT_OUT, "niemand"),
    Case("a child that guards itself", own_guardian, LEFT_OUT, "zichzelf"),
    Case(
        "a relation nobody knows",
        row("relationships", "kind0,ouder1,baas,yes"),
        LEFT_OUT,
        "relatie kennen wij niet",
    ),
    Case("custody perhaps", changed("relationships.csv", (",yes", ",misschien")), LEFT_OUT, "ja of nee"),
    # what is too much
    Case("columns of their own", own_columns, CLEAN),
    Case(
        "an address that is none",
        changed("users.csv", (",true,,Kinda", ",true,geen,Kinda")),
        LEFT_OUT,
        "e-mail",
    ),
    # which year, which version
    Case("only changes", with_files(manifest=MANIFEST + "file.users,delta\n"), REFUSED, "alleen wijzigingen"),
    Case(
        "a promised file is not there",
        with_files(manifest=MANIFEST + "file.courses,bulk\n"),
        REFUSED,
        "courses.csv ontbreekt",
    ),
    Case("OneRoster 3", with_files(manifest=MANIFEST.replace("1.2", "3.0")), REFUSED, "versie van OneRoster"),
    Case("last year's file", with_files(academicSessions=SESSIONS.format(2024, 2025)), REFUSED, "voorbij"),
    Case("next year's file", with_files(academicSessions=SESSIONS.format(2027, 2028)), REFUSED, "begint nog"),
]
