"""What a post asks of a parent: a few acts, each with a word and a drawing beside it."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _


class Action(models.TextChoices):
    """The five that courses for adults practise with letters from school."""

    TELL = "tell", _("Vertel het je kind")
    BRING = "bring", _("Geef iets mee")
    SIGN = "sign", _("Zet je naam")
    CALL = "call", _("Bel school")
    NOTHING = "nothing", _("Je hoeft niets te doen")

    @property
    def icon(self) -> str:
        return ICONS[self]


ICONS = {
    Action.TELL: "chat-circle-text-bold",
    Action.BRING: "backpack-bold",
    Action.SIGN: "signature-bold",
    Action.CALL: "phone-bold",
    Action.NOTHING: "smiley-bold",
}


def actions_of(kept: str) -> list[Action]:
    """The acts of a row, in the order of the list above."""
    return [action for action in Action if action in kept.split(",")]


def kept_as(actions: Iterable[str]) -> str:
    """How a row keeps them. Whoever asks for something does not ask for nothing."""
    chosen = set(actions)
    if len(chosen) > 1:
        chosen -= {Action.NOTHING}
    return ",".join(action for action in Action if action in chosen)
