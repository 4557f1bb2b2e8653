"""Files whose bytes are not what one hopes for."""

import io

import openpyxl

from tests.rosters.corpus import CLEAN, LEFT_OUT, REFUSED, Case, alone, changed, encoded, files, with_files

USERS = str(files()["users.csv"])
LINES = USERS.splitlines(keepends=True)
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00" + b"\x00" * 200
PAGE = "<!doctype html>\n<title>Inloggen</title>\n<p>U bent niet ingelogd</p>\n"


def mixed() -> str:
    """Line ends of three kinds, as files get when several programs touched them."""
    return "".join(line.rstrip("\r\n") + ("\r\n", "\n", "\r")[at % 3] for at, line in enumerate(LINES))


def workbook(*rows: tuple[object, ...]) -> bytes:
    book, made = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(made)
    return made.getvalue()


CASES = [
    Case("an empty users.csv", with_files(users=""), REFUSED, "leeg"),
    Case("a users.csv of spaces", with_files(users="  \r\n \r\n"), REFUSED, "leeg"),
    Case("a header and nothing else", with_files(users=LINES[0]), REFUSED, "geen enkele leerling"),
    Case("UTF-8 with a mark", encoded("utf-8-sig"), CLEAN),
    Case("UTF-16 with a mark", encoded("utf-16"), CLEAN),
    Case("UTF-16 without a mark", encoded("utf-16-le"), CLEAN),
    Case("UTF-16, the other way round", encoded("utf-16-be"), CLEAN),
    Case("Windows-1252", encoded("cp1252"), CLEAN),
    Case("Latin-1", encoded("latin-1"), CLEAN),
    Case("Latin-9", encoded("iso8859-15"), CLEAN),
    Case("line ends of three kinds", with_files(users=mixed()), CLEAN),
    Case("semicolons", with_files(users=USERS.replace(",", ";")), CLEAN),
    Case("tabs", with_files(users=USERS.replace(",", "\t")), CLEAN),
    Case("columns with capitals and spaces", changed("users.csv", ("givenName", " GIVENNAME ")), CLEAN),
    Case(
        "zeros in the text", with_files(users=USERS.replace("Kinda", "Kin\0da")), REFUSED, "geen tekstbestand"
    ),
    Case("a photo", with_files(users=PNG), REFUSED, "geen tekstbestand"),
    Case("a page of a website", with_files(users=PAGE), REFUSED, "ontbreekt"),
    Case(
        "UTF-8 with a mark and a broken letter",
        with_files(users=b"\xef\xbb\xbf" + USERS.encode() + b"\xff"),
        REFUSED,
        "onleesbare letters",
    ),
    Case("a quote that never closes", changed("users.csv", ("Kinda", '"Kinda')), REFUSED, "stuk"),
    Case("cut off within quotes", with_files(users=USERS + '"kind99'), REFUSED, "stuk"),
    Case("a quote halfway", changed("users.csv", ("Kinda,", '"Kin"da,')), REFUSED, "stuk"),
    Case(
        "cut off within a row",
        with_files(users=USERS[: USERS.rindex(",Ouder")]),
        LEFT_OUT,
        "te weinig kolommen",
    ),
    Case(
        "a row with too much", changed("users.csv", ("Kinda,", "Kin,da,")), LEFT_OUT, "te veel of te weinig"
    ),
    Case("a cell as long as a book", changed("users.csv", ("Kinda", "a" * 20_000)), REFUSED, "stuk"),
    Case("a workbook called csv", with_files(users=workbook(("a", "b"))), REFUSED, "geen tekstbestand"),
    Case("a broken workbook", alone("leerlingen.xlsx", workbook(("a",))[:-300]), REFUSED, "kapot of op slot"),
    Case("a PDF", alone("leerlingen.pdf", b"%PDF-1.7"), REFUSED, "Dit soort bestand"),
    Case(
        "a sheet nobody explained", alone("lijst.csv", b"a;b;c\n1;2;3\n"), REFUSED, "wat elke kolom betekent"
    ),
    Case("a sheet without a header", alone("lijst.csv", b";;;\n1;2;3\n"), REFUSED, "geen kolomnamen"),
    Case("two columns of one name", alone("lijst.csv", b"Klas;Klas\n1;2\n"), REFUSED, "dezelfde naam"),
    Case(
        "hundreds of columns",
        alone("lijst.csv", b";".join(b"%d" % n for n in range(400)) + b"\n"),
        REFUSED,
        "te veel kolommen",
    ),
]
