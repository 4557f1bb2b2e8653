"""By which road a code or an invitation travels: mail, and SMS where there is a provider for it."""

import re
from abc import ABC, abstractmethod

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import translation
from django.utils.module_loading import import_string

from driehoek.backbone.notifications.channels.email import send_at_once
from driehoek.backbone.notifications.letter import Letter, absolute, known

MOBILE = re.compile(r"\+[1-9][0-9]{8,14}")  # E.164


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
    """What a provider's own class completes; DRIEHOEK_SMS names that class. Without it there is no SMS."""

    def address(self, typed: str) -> str:
        return mobile_number(typed)

    def send(self, to: str, letter: Letter, *, language: str) -> None:
        with translation.override(known(language)):
            words = (*letter.paragraphs, letter.code, absolute(letter.path))
            self.text(to, "\n".join(str(word) for word in words if word))

    @abstractmethod
    def text(self, number: str, words: str) -> None:
        """Send these words to this number (+31612345678). Raises NotDelivered."""


def messengers() -> list[Messenger]:
    """Every road of this installation, mail first."""
    sms = [import_string(settings.ENTRY_SMS)()] if settings.ENTRY_SMS else []
    return [EmailMessenger(), *sms]


def road_to(typed: str) -> tuple[Messenger, str] | None:
    """The road that knows this address, and the address as that road writes it."""
    for messenger in messengers():
        if address := messenger.address(typed):
            return messenger, address
    return None


def mobile_number(typed: str) -> str:
    """A mobile number as the world writes it: 06 1234 5678 is +31612345678. Empty when it is none."""
    number = re.sub(r"[\s().-]", "", typed)
    number = re.sub(r"^00", "+", number)
    number = re.sub(r"^06", "+316", number)
    return number if MOBILE.fullmatch(number) else ""
