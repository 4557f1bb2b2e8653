"""What the page about an interpreter says aloud."""

from django.utils.translation import gettext_lazy as _

from driehoek.backbone.speech.explaining import explained

explained(
    "languages:interpreter",
    _("Een tolk zit bij het gesprek. Hij vertaalt wat jullie zeggen."),
    _("Ik wil graag een tolk"),
)
