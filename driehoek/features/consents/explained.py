"""What the page about photos of a child says aloud."""

from django.utils.translation import gettext_lazy as _

from driehoek.backbone.speech.explaining import explained

explained(
    "consents:photos",
    _("Mag je kind op de foto? Kies bij elke vraag ja of nee."),
    _("Geen antwoord is nee. Je kunt je antwoord altijd veranderen. Je hoeft niet te zeggen waarom."),
)
