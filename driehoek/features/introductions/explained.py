"""What the pages for getting to know each other say aloud."""

from django.utils.translation import gettext_lazy as _

from driehoek.backbone.speech.explaining import explained

explained(
    "introductions:own",
    _("Kennismaken"),
    _("Vul in wat je wilt. Kies daarna per klas wat anderen mogen weten. Zonder vinkje ziet niemand het."),
)
explained(
    "introductions:class",
    _("Hier staat alleen wie dat zelf wil. Iedereen kiest wat anderen weten."),
)
