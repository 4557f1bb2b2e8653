"""Why an upload is not kept, in words for whoever sent it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class AttachmentRefused(Exception):
    """`sentence` says why; nothing was kept."""

    def __init__(self, sentence: "str | Promise") -> None:
        super().__init__()
        self.sentence = sentence


TOO_LARGE = _("Dit bestand is te groot. Kies een kleiner bestand.")
EMPTY = _("Dit bestand is leeg. Kies een ander.")
INFECTED = _("De virusscanner vertrouwt dit bestand niet. Kies een ander.")
SCANNER_SILENT = _("De virusscanner is nu stil. Probeer het over een kwartier nog eens.")
SO_MANY = _("Dat zijn vandaag veel bestanden. Morgen kan het weer.")
