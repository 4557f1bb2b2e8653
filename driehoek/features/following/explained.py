"""What the pages about looking along say aloud."""

from django.utils.translation import gettext_lazy as _

from driehoek.backbone.speech.explaining import explained

explained("following:lookers", _("Dit zien je ouders. Spraken jullie af dat jij zelf deelt? Dan kies jij."))
explained("following:lookers_grown", _("Jij kiest wie er meekijkt, en waarmee."))
