"""Why nobody comes in by what a provider said. The label is what a visitor reads: no more than a sentence."""

from django.db import models
from django.utils.translation import gettext_lazy as _

BEGIN_ANEW = _("Er ging iets mis bij het inloggen. Begin opnieuw.")
NOT_TRUSTED = _("Het antwoord van de inlogdienst klopte niet. Probeer het nog eens.")
UNKNOWN_TO_IT = _("De inlogdienst kent Driehoek niet. Zeg het tegen de administratie van school.")


class Reason(models.TextChoices):
    AWAY = "away", _("De inlogdienst geeft nu geen antwoord. Probeer het zo nog eens.")
    NONSENSE = "nonsense", NOT_TRUSTED
    PLACE = "place", _("Dit adres staat niet op de lijst van deze installatie.")
    NOT_OURS = "not_ours", UNKNOWN_TO_IT
    BROKEN = "broken", UNKNOWN_TO_IT  # we cannot read our own secret any more
    CANCELLED = "cancelled", _("Je bent bij de inlogdienst gestopt. Begin opnieuw als je wilt.")
    STALE = "stale", BEGIN_ANEW  # nobody asked for this answer, it came before, or too late
    OTHER_ISSUER = "other_issuer", NOT_TRUSTED
    OTHER_AUDIENCE = "other_audience", NOT_TRUSTED
    OTHER_NONCE = "other_nonce", NOT_TRUSTED
    EXPIRED = "expired", _("Dit antwoord is te oud. Begin opnieuw.")
    UNSIGNED = "unsigned", NOT_TRUSTED  # no signature, or not one of the provider's


class Refused(Exception):
    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
