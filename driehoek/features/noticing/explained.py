"""What the page about inviting says aloud."""

from django.utils.translation import gettext_lazy as _

from driehoek.backbone.speech.explaining import explained

explained(
    "noticing:explained",
    _("Wanneer nodigt school je uit?"),
    _("Soms vraagt een mentor je voor een gesprek. Samen kijken wij hoe het gaat. Dat is geen straf."),
    _("Alleen de mentor ziet dat een regel past. Die beslist zelf."),
    _("Te laat of weg telt één keer per dag."),
    _("Ziek zijn telt nooit mee. Verlof ook niet."),
    _("Niemand krijgt een punt, een kleur of een stempel."),
    _("School kijkt niet naar wie je bent of waar je vandaan komt."),
    _("Na een gesprek begint het tellen opnieuw."),
)
