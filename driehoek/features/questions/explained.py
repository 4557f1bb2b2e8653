"""What the pages of parents among each other say aloud."""

from django.utils.translation import gettext_lazy as _

from driehoek.backbone.speech.explaining import explained

explained(
    "questions:list",
    _("Ouders onder elkaar"),
    _("Zoek je een maat te groot, een lift of een idee? Vraag het de andere ouders."),
    _("Stel een vraag"),
)
explained(
    "questions:ask",
    _("Vraag aan ouders"),
    _("Iets praktisch, voor de klas. Gaat het over jouw kind? Vraag het dan aan school."),
    _("Alle ouders van de klas lezen dit, en wie er werkt."),
    _("Vraag het"),
)
