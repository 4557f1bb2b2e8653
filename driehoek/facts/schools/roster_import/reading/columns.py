"""A school's own sheet: which of its columns mean what, guessed once and then remembered."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

Choices = dict[str, str]  # our field -> the school's column title

# Our field, its label on the page, and how Dutch pupil administrations call it in their exports.
FIELDS: dict[str, tuple[object, tuple[str, ...]]] = {
    "student.key": (
        _("Leerlingnummer"),
        ("leerlingnummer", "stamnummer", "leerlingid", "lnr", "deelnemernummer"),
    ),
    "student.given": (
        _("Roepnaam leerling"),
        ("roepnaam", "voornaam", "roepnaamleerling", "voornaamleerling"),
    ),
    "student.infix": (_("Tussenvoegsel leerling"), ("tussenvoegsel", "voorvoegsel", "tussenvoegselleerling")),
    "student.family": (_("Achternaam leerling"), ("achternaam", "achternaamleerling")),
    "student.born": (_("Geboortedatum leerling"), ("geboortedatum", "gebdatum", "geboortedatumleerling")),
    "student.email": (_("E-mail leerling"), ("emailleerling", "leerlingemail")),
    "group.name": (
        _("Groep of klas"),
        ("groep", "klas", "stamgroep", "basisgroep", "lesgroep", "groepsnaam"),
    ),
    "group.kind": (_("Soort groep"), ("soortgroep", "groepsoort")),
    "guardian.key": (
        _("Nummer verzorger"),
        ("verzorgernummer", "nummerverzorger", "ouderid", "relatienummer"),
    ),
    "guardian.given": (
        _("Voornaam verzorger"),
        ("voornaamverzorger", "roepnaamverzorger", "verzorgervoornaam"),
    ),
    "guardian.infix": (_("Tussenvoegsel verzorger"), ("tussenvoegselverzorger", "verzorgertussenvoegsel")),
    "guardian.family": (_("Achternaam verzorger"), ("achternaamverzorger", "verzorgerachternaam")),
    "guardian.email": (_("E-mail verzorger"), ("emailverzorger", "verzorgeremail", "emailouder")),
    "guardian.mobile": (
        _("Telefoon verzorger"),
        ("telefoonverzorger", "mobielverzorger", "verzorgermobiel", "verzorgertelefoon"),
    ),
    "guardian.relation": (
        _("Relatie tot het kind"),
        ("relatie", "relatieverzorger", "verzorgerrelatie", "soortverzorger"),
    ),
    "guardian.custody": (_("Gezag"), ("gezag", "gezagverzorger", "verzorgergezag", "ouderlijkgezag")),
    "guardian.language": (_("Taal verzorger"), ("taal", "taalverzorger", "thuistaal")),
    "staff.key": (_("Nummer medewerker"), ("medewerkernummer", "personeelsnummer", "nummermedewerker")),
    "staff.given": (_("Voornaam medewerker"), ("voornaammedewerker", "roepnaammedewerker")),
    "staff.infix": (_("Tussenvoegsel medewerker"), ("tussenvoegselmedewerker",)),
    "staff.family": (_("Achternaam medewerker"), ("achternaammedewerker",)),
    "staff.email": (_("E-mail medewerker"), ("emailmedewerker", "werkemail")),
    "staff.function": (_("Functie"), ("functie", "rol")),
}
PARTS = {
    "student": ("student.key",),
    "guardian": ("guardian.given",),
    "staff": ("staff.key", "staff.given", "staff.function"),
}
SECOND = re.compile(
    r"^(?P<stem>[a-z]*(?:verzorger|gezag|relatie|ouder)[a-z]*)(?P<number>[12])(?P<tail>[a-z]*)$"
)


def plain(title: str) -> str:
    """A title without capitals, spaces and signs: "E-mail verzorger 1" is "emailverzorger1"."""
    return re.sub(r"[^a-z0-9]", "", title.lower())


def fields() -> dict[str, object]:
    """Every field a column can be chosen for, with its label; a sheet may hold two guardians on a row."""
    found = {field: label for field, (label, _names) in FIELDS.items()}
    second = {
        "guardian2." + field.split(".")[1]: label
        for field, label in found.items()
        if field.startswith("guardian.")
    }
    return found | second


def suggest(titles: Iterable[str]) -> Choices:
    """What the titles themselves say. Fields that nothing looks like stay out."""
    chosen: Choices = {}
    for title in titles:
        name, prefix = plain(title), ""
        numbered = SECOND.match(name)
        if numbered:
            name = numbered["stem"] + numbered["tail"]
            prefix = "guardian2." if numbered["number"] == "2" else "guardian."
        for field, (_label, names) in FIELDS.items():
            part, _dot, rest = field.partition(".")
            if name in names and (not prefix or part == "guardian"):
                chosen.setdefault((prefix or part + ".") + rest, title)
                break
    return chosen


def missing(chosen: Choices) -> list[str]:
    """Fields without which a sheet says nothing: a student's key and name, or a staff member's."""
    if "staff.key" in chosen and "student.key" not in chosen:
        needed: tuple[str, ...] = PARTS["staff"]
    elif "guardian.given" in chosen or "guardian.family" in chosen:
        needed = ("student.key", "guardian.given")
    else:
        needed = ("student.key", "student.given", "group.name")
    return [field for field in needed if field not in chosen]


def fits(chosen: Choices, titles: Iterable[str]) -> bool:
    """Whether remembered choices can be used for a sheet with these titles."""
    return bool(chosen) and set(chosen.values()) <= set(titles) and not missing(chosen)
