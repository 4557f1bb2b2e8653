"""What the pages about a child who is not there say aloud."""

from django.utils.translation import gettext_lazy as _

from driehoek.backbone.speech.explaining import explained
from driehoek.features.absences.explaining import WHYS

explained(
    "absences:report",
    _("Ziek melden"),
    _("Wie?"),
    _("Wanneer?"),
    _("Waarom?"),
    _("Ziek"),
    _("Dokter of tandarts"),
    _("Komt later"),
    _("Gaat eerder weg"),
    _("Anders"),
    _("Andere dag of tijd"),
    _("Meld aan school"),
    _("Wij vragen niet wat er is."),
)
explained(
    "absences:leaves",
    _("Verlof"),
    _("Vraag verlof aan de directie"),
)
explained(
    "absences:leave_request",
    _("Verlof vragen"),
    _("De directie beslist. De wet zegt wanneer verlof mag."),
    _("Voor wie?"),
    _("Waarvoor?"),
    _("Eerste dag"),
    _("Laatste dag"),
    _("Vertel er iets over"),
    _("Alleen de directie leest en hoort dit. Vertel niets over ziekte of gezondheid."),
    _("Stuur naar de directie"),
)
explained(
    "absences:swaps",
    _("Ruildagen"),
    _("Vraag een ruildag"),
)
explained(
    "absences:swap_request",
    _("Ruildag"),
    _("De groep kijkt of er plek is. Je hoort het antwoord."),
    _("Voor wie?"),
    _("Welke dag blijft je kind thuis?"),
    _("Alleen een extra dag? Laat dit dan leeg."),
    _("Welke dag komt je kind?"),
    _("Alleen een dag thuis? Laat dit dan leeg."),
    _("Wil je er iets bij zeggen?"),
    _("Alleen de opvang leest dit."),
    _("Vraag het de groep"),
)
explained(
    "absences:pickups",
    _("Ophalen of later"),
    _("Opgehaald door"),
    _("Wij zijn later"),
    _("Iemand toevoegen"),
)
explained(
    "absences:explanation",
    _("Waarom? Eén tik is genoeg."),
    *(why.label for why in WHYS),
)
explained(
    "absences:explanation_earlier",
    _("Waarom was dit?"),
    _("School weet het nog niet. Eén tik is genoeg."),
    *(why.label for why in WHYS),
)
explained("absences:morning", _("Weer beter?"), _("Ja"), _("Nog ziek"))
