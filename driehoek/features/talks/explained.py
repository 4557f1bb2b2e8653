"""What the pages before a talk say aloud."""

from django.utils.translation import gettext_lazy as _

from driehoek.backbone.speech.explaining import explained

explained(
    "talks:question",
    _("Kies een of meer"),
    _("Zeg het in je eigen taal"),
    _("Weet ik niet"),
    _("Volgende vraag"),
)
