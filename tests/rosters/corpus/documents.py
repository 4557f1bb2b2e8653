"""EDEXML that is broken, unsafe or old, and SDS sets that are not whole."""

from collections.abc import Callable
from pathlib import Path

from tests.rosters.corpus import REFUSED, Case, alone
from tests.rosters.sheets import zipped

EXAMPLE = (Path(__file__).parent.parent / "files" / "EDEXML.Voorbeeld.2.1.xml").read_bytes()
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE EDEX [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><EDEX>&b;</EDEX>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE EDEX [<!ENTITY x SYSTEM "geheim.txt">]><EDEX>&x;</EDEX>'
DEEP = b"<EDEX>" + b"<a>" * 500 + b"</a>" * 500 + b"</EDEX>"
SDS_USERS = "sourcedId,username,givenName,familyName\r\n1,a,Noor,Jansen\r\n"


def two(folder: Path) -> list[Path]:
    return [alone(f"{name}.xml", EXAMPLE)(folder)[0] for name in "ab"]


def sds(**more: str) -> Callable[[Path], list[Path]]:
    made = {"orgs.csv": "sourcedId,name,type\n1,De Meander,school\n", "users.csv": SDS_USERS}
    return lambda folder: [
        zipped(folder / "sds.zip", made | {f"{name}.csv": text for name, text in more.items()})
    ]


CASES = [
    Case("EDEXML cut off", alone("a.xml", EXAMPLE[:4000]), REFUSED, "stuk"),
    Case("EDEXML of 2014", alone("a.xml", EXAMPLE), REFUSED, "schooljaar 2014-2015"),
    Case("EDEXML with a billion laughs", alone("a.xml", LAUGHS), REFUSED, "niet veilig"),
    Case("EDEXML that reads another file", alone("a.xml", OUTSIDE), REFUSED, "niet veilig"),
    Case("EDEXML without a bottom", alone("a.xml", DEEP), REFUSED, "niet veilig"),
    Case("another kind of XML", alone("a.xml", b"<rss><channel/></rss>"), REFUSED, "geen EDEXML"),
    Case("no XML at all", alone("a.xml", b"hallo"), REFUSED, "stuk"),
    Case("two EDEXML files", two, REFUSED, "twee EDEXML"),
    Case("SDS without roles", sds(), REFUSED, "roles.csv ontbreekt"),
    Case(
        "SDS with empty roles",
        sds(
            roles="userSourcedId,orgSourcedId,role\n",
            classes="sourcedId,orgSourcedId,title\n",
            enrollments="classSourcedId,userSourcedId,role\n",
        ),
        REFUSED,
        "geen enkele",
    ),
]
