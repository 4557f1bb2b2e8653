"""Why a server gave nothing we can use. The label is what the office reads."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    AWAY = "away", _("Het systeem geeft nu geen antwoord. Wij proberen het later weer.")
    BUSY = "busy", _("Het systeem is druk. Wij gaan straks verder.")
    PLACE = "place", _("Dit adres staat niet op de lijst van deze installatie.")
    NOT_OURS = "not_ours", _("Het systeem kent Driehoek niet. Kijk het nummer en het geheim na.")
    NOTHING_HERE = "nothing_here", _("Op dit adres is geen OneRoster te vinden.")
    NONSENSE = "nonsense", _("Het antwoord van het systeem klopte niet.")
    BROKEN = "broken", _("Wij kunnen het geheim niet meer lezen. Vul het opnieuw in.")


class Refused(Exception):
    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class Later(Refused):
    """Worth another try, after so many seconds if the server said so."""

    def __init__(self, reason: Reason, after: float = 0) -> None:
        super().__init__(reason)
        self.after = after
