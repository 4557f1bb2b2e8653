"""The four schools of the demo: their groups, how full they are, and how old the students are."""

import datetime as dt
from collections.abc import Iterable

from demo.families import Filler
from demo.world import Place, SchoolWorld


def born_in_school_year(first: int) -> tuple[dt.date, dt.date]:
    """Youngest and oldest birth date of a group whose oldest were born in October of that year."""
    return dt.date(first + 1, 7, 31), dt.date(first, 10, 1)


def de_vlieger(small: bool = False) -> SchoolWorld:
    """Primary school of eight groups, with after-school care."""
    school = SchoolWorld("de-vlieger", "De Vlieger", "dv", "14XA")
    school.groups = {f"g{level}": f"groep {level}" for level in range(1, 9)} | {"bso": "bso De Zwaluwen"}
    school.levels = {f"g{level}": f"{level:02d}" for level in range(1, 9)}
    filler = Filler(school)
    filler.seat_cast()
    sizes = {1: 24, 2: 25, 3: 27, 4: 26, 5: 28, 6: 26, 7: 27, 8: 25}
    for level, size in sizes.items():
        if level == 5 or not small:
            filler.fill(f"groep {level}", size, *born_in_school_year(2022 - level))
    after_school(school, every=7)
    return school


def after_school(school: SchoolWorld, every: int) -> None:
    """Lina and Yusuf stay until six, and so does every so manieth child."""
    for number, student in enumerate(list(school.students)):
        if student in ("lina", "yusuf", "jayden", "tess") or number % every == 3:
            school.places.append(Place(student, "bso"))


def het_kompas(small: bool = False) -> SchoolWorld:
    """Secondary school; four of its classes."""
    classes = {"1A": (25, 2013), "1B": (26, 2013), "4H": (24, 2010), "5V": (22, 2009)}
    return _filled(SchoolWorld("het-kompas", "Het Kompas", "hk", "21QK"), classes, small)


def vakcollege_delta(small: bool = False) -> SchoolWorld:
    """Vocational college; three of its classes."""
    classes = {"Zorg 2A": (20, 2008), "Lassen 2": (16, 2008), "Timmeren 1": (18, 2009)}
    return _filled(SchoolWorld("vakcollege-delta", "Vakcollege Delta", "vd", "27DZ"), classes, small)


def de_brug(small: bool = False) -> SchoolWorld:
    """One group at another board: the outsiders."""
    return _filled(SchoolWorld("de-brug", "De Brug", "db", "08OV"), {"groep 5-6": (12, 2017)}, small)


def _filled(school: SchoolWorld, classes: dict[str, tuple[int, int]], small: bool) -> SchoolWorld:
    school.groups = {name.lower().replace(" ", "-"): name for name in classes}
    filler = Filler(school)
    filler.seat_cast()
    for name, (size, first) in classes.items():
        filler.fill(name, min(size, 6) if small else size, *born_in_school_year(first))
    return school


def all_schools(small: bool = False) -> Iterable[SchoolWorld]:
    """Every school, large enough to look real or small enough for the tests."""
    return [de_vlieger(small), het_kompas(small), vakcollege_delta(small), de_brug(small)]
