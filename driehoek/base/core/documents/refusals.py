"""Why a file is not taken, each with a sentence that a teacher understands."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class DocumentRefused(Exception):
    sentence: Promise = _("Dit bestand kunnen wij niet aannemen. Maak er een PDF van en kies die.")


class EmptyDocument(DocumentRefused):
    sentence = _("Dit bestand is leeg. Kies een ander.")


class DocumentTooLarge(DocumentRefused):
    sentence = _("Dit bestand is te groot. Kies een bestand van hooguit 25 MB.")


class UnknownDocument(DocumentRefused):
    sentence = _("Dit soort bestand kan niet. Kies een foto, PDF, Word, Excel, PowerPoint of tekst.")


class BrokenDocument(DocumentRefused):
    sentence = _("Dit bestand is stuk of niet helemaal aangekomen. Kies het nog een keer.")


class ActiveDocument(DocumentRefused):
    """Macros, scripts, programs, and whatever fetches something from elsewhere."""

    sentence = _("In dit bestand zit een programma. Maak er een gewone PDF van en kies die.")


class LockedDocument(DocumentRefused):
    sentence = _("Dit bestand is op slot. Haal het slot eraf en kies het nog een keer.")


class PicturedDocument(DocumentRefused):
    """A picture in it may tell where it was taken, and we cannot take that out."""

    sentence = _("In dit bestand zit een foto die wij niet kunnen nakijken. Maak er een PDF van.")


class OldDocument(DocumentRefused):
    sentence = _("Dit is een oud soort bestand. Bewaar het als PDF en kies die.")
