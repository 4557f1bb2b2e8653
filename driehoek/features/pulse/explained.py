"""What the page of two questions says aloud."""

from django.utils.translation import gettext_lazy as _

from driehoek.backbone.speech.explaining import explained

explained(
    "pulse:answer",
    _("Twee vragen"),
    _("Kies bij elke zin het gezicht dat bij je past."),
    _(
        "Niemand ziet wie wat antwoordde. School ziet alleen aantallen. Daarom kun je je antwoord later niet"
        " veranderen."
    ),
)
