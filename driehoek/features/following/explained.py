"""What the pages about looking along say aloud."""

from django.utils.translation import gettext_lazy as _

from driehoek.backbone.speech.explaining import explained

explained(
    "following:lookers",
    _("Hier zie je wie wat van jou ziet."),
    _("Waar een schakelaar staat, kies jij. Onderaan zie je wie er keek."),
)
