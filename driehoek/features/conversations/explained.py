"""What the page for a question to school says aloud."""

from django.utils.translation import gettext_lazy as _

from driehoek.backbone.speech.explaining import explained

explained(
    "conversations:ask",
    _("Vraag aan school"),
    _("Alleen jij en school lezen dit."),
    _("Stuur"),
)
explained(
    "conversations:ask_mentor",
    _("Vraag aan school"),
    _("Je kind leest je vraag en het antwoord."),
    _("Stuur"),
)
