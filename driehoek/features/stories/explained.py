"""What the page for something from home says aloud."""

from django.utils.translation import gettext_lazy as _

from driehoek.backbone.speech.explaining import explained

explained(
    "stories:begin",
    _("Vertel iets van thuis"),
    _("Het weekend, een huisdier, een feest: de juf of meester hoort het graag."),
    _("Je kiest hierna wie het leest."),
    _("Verder"),
)
