"""By which road a code or an invitation travels: mail, and SMS where there is a provider for it."""

from abc import ABC, abstractmethod
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import translation

from driehoek.backbone.notifications.channels.email import send_at_once
from driehoek.backbone.notifications.channels.outcome import NotDelivered
from driehoek.backbone.notifications.letter import Letter, absolute, known
from driehoek.backbone.sms.gateway import gateway, mobile_number
from driehoek.backbone.sms.outcome import NotTaken


class Messenger(ABC):
    """One road. It knows its own addresses."""

    @abstractmethod
    def address(self, typed: str) -> str:
        """What somebody typed, as an address of this road; empty when it is none."""

    @abstractmethod
    def send(self, to: str, letter: Letter, *, language: str) -> None:
        """Hand it over. Raises NotDelivered."""


class EmailMessenger(Messenger):
    def address(self, typed: str) -> str:
        address = typed.strip().lower()
        try:
            validate_email(address)
        except ValidationError:
            return ""
        return address

    def send(self, to: str, letter: Letter, *, language: str) -> None:
        send_at_once(to, letter, language=language)


class SmsMessenger(Messenger):
    """By the same gateway that carries news. Without one there is no SMS."""

    def address(self, typed: str) -> str:
        return mobile_number(typed)

    def send(self, to: str, letter: Letter, *, language: str) -> None:
        with translation.override(known(language)):
            words = (*letter.paragraphs, letter.code, absolute(letter.path))
            said = "\n".join(str(word) for word in words if word)
        try:
            with gateway() as carrier:
                carrier.text(to, said, reference=str(uuid4()))
        except NotTaken as refused:
            raise NotDelivered(refused.reason) from None


def messengers() -> list[Messenger]:
    """Every road of this installation, mail first."""
    return [EmailMessenger(), *([SmsMessenger()] if settings.SMS else [])]


def road_to(typed: str) -> tuple[Messenger, str] | None:
    """The road that knows this address, and the address as that road writes it."""
    for messenger in messengers():
        if address := messenger.address(typed):
            return messenger, address
    return None
