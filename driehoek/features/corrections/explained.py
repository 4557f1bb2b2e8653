"""What the pages of one's own data say aloud."""

from django.utils.translation import gettext_lazy as _

from driehoek.backbone.speech.explaining import explained

explained(
    "corrections:own",
    _("Mijn gegevens"),
    _("Zo bereikt school jou. Andere ouders zien dit niet."),
    _("Stuur naar school"),
)
explained(
    "corrections:address",
    _("Woonadres"),
    _(
        "School zet je nieuwe adres in de leerlingadministratie. Daarna is het hier weg. Andere ouders zien"
        " dit niet."
    ),
    _("Straat en huisnummer"),
    _("Postcode"),
    _("Woonplaats"),
    _("Of een adres in een ander land"),
    _("Schrijf het zoals op een envelop, met het land erbij."),
    _("Vanaf welke dag woon je daar?"),
    _("Stuur naar school"),
)
explained(
    "corrections:near",
    _("Ophalen en bellen"),
    _("Alleen jij en school zien deze lijst. Deze mensen zien niets van je kind."),
    _("Iemand toevoegen"),
    _("Naam"),
    _("Wie is dat?"),
    _("Telefoon"),
    _("Mag ophalen"),
    _("Bellen als wij niet opnemen"),
    _("Stuur naar school"),
)
