"""A school's own sheet of results: which of its columns mean what. A row is one result of one student."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from driehoek.facts.schools.roster_import.reading.columns import Choices, plain

# Our field, its label on the page, and how Dutch mark books call it in their exports.
FIELDS: dict[str, tuple[object, tuple[str, ...]]] = {
    "student": (
        _("Leerlingnummer"),
        ("leerlingnummer", "stamnummer", "leerlingid", "deelnemernummer", "lnr"),
    ),
    "subject": (_("Vak"), ("vak", "vaknaam", "vakomschrijving", "vakcode")),
    "title": (_("Werk"), ("werk", "toets", "omschrijving", "kolomnaam", "onderdeel", "titel")),
    "value": (_("Resultaat"), ("resultaat", "cijfer", "score", "waardering", "beoordeling")),
    "day": (_("Datum"), ("datum", "datuminvoer", "afnamedatum", "toetsdatum")),
    "comment": (_("Opmerking"), ("opmerking", "toelichting", "commentaar")),
    "category": (_("Soort werk"), ("soort", "soortwerk", "toetssoort", "categorie")),
    "due": (_("Inleverdatum"), ("inleverdatum", "inleveren", "deadline")),
    "missing": (_("Niet ingeleverd"), ("nietingeleverd", "ontbreekt", "gemist")),
    "key": (_("Nummer van het resultaat"), ("resultaatid", "cijferid", "resultaatnummer")),
}
NEEDED = ("student", "subject", "title", "value")


def fields() -> dict[str, object]:
    return {field: label for field, (label, _names) in FIELDS.items()}


def suggest(titles: Iterable[str]) -> Choices:
    """What the titles themselves say. Fields that nothing looks like stay out."""
    chosen: Choices = {}
    for title in titles:
        for field, (_label, names) in FIELDS.items():
            if plain(title) in names:
                chosen.setdefault(field, title)
                break
    return chosen


def missing(chosen: Choices) -> list[str]:
    return [field for field in NEEDED if field not in chosen]


def fits(chosen: Choices, titles: Iterable[str]) -> bool:
    """Whether remembered choices can be used for a sheet with these titles."""
    return bool(chosen) and set(chosen.values()) <= set(titles) and not missing(chosen)
