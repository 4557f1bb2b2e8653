"""A school's own sheet of results: which of its columns mean what. A row is one result of one student."""

from django.utils.translation import gettext_lazy as _

from driehoek.facts.schools.meanings import Meanings

MARKS = Meanings(  # as Dutch mark books call it in their exports
    {
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
    },
    needed=("student", "subject", "title", "value"),
)
