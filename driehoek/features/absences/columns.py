"""A school's own sheet of absences: which of its columns mean what. OneRoster 1.2 has no attendance, so these
are the columns that Dutch systems export, by their own names."""

from django.utils.translation import gettext_lazy as _

from driehoek.facts.schools.meanings import Meanings

AWAY = Meanings(
    {
        "student": (
            _("Leerlingnummer"),
            ("leerlingnummer", "stamnummer", "leerlingid", "deelnemernummer", "lnr"),
        ),
        "day": (_("Datum"), ("datum", "dag", "begindatum", "datumvan")),
        "reason": (_("Soort"), ("soort", "reden", "soortverzuim", "verzuimsoort", "omschrijving")),
        "last": (_("Laatste dag"), ("totenmet", "einddatum", "datumtot")),
        "from": (_("Begintijd"), ("van", "begintijd", "tijdvan")),
        "until": (_("Eindtijd"), ("tot", "eindtijd", "tijdtot")),
        "subject": (_("Vak"), ("vak", "vaknaam", "vakomschrijving")),
        "key": (_("Nummer van de regel"), ("nummer", "id", "registratienummer")),
        "stamp": (_("Wanneer opgeschreven"), ("gewijzigd", "gewijzigdop", "ingevoerdop")),
    },
    needed=("student", "day", "reason"),
)
