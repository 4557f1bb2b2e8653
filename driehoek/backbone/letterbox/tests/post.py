"""Letters for these tests: what a mail program sends when somebody answers one of ours."""

import datetime as dt
from email.message import EmailMessage
from email.utils import make_msgid

from django.core import mail

from driehoek.backbone.letterbox.door import receive
from driehoek.backbone.letterbox.handling import handle_due
from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.return_addresses import reply_address, return_path
from driehoek.backbone.notifications.tests.steps import bring
from driehoek.facts.people.models import Person
from driehoek.features.feed.models import Comment, Post
from driehoek.features.feed.tests.posts import shared
from tests.cast import NOW, Cast

HOUR = dt.timedelta(hours=1)


def told(person: Person) -> Notification:
    return Notification.objects.filter(person=person).latest("pk")


def news(cast: Cast) -> Post:
    """Juf Anouk's, and everybody has the mail."""
    post = shared(cast)
    bring(NOW)
    return post


def reply(person: Person, text: str = "Wat leuk!", **headers: str) -> EmailMessage:
    letter = EmailMessage()
    letter["From"] = headers.pop("sender", f"Iemand <{person.email}>")
    letter["To"] = headers.pop("to", "") or reply_address(told(person))
    letter["Subject"] = "Re: nieuws"
    letter["Message-ID"] = headers.pop("message_id", "") or make_msgid(domain="thuis.example")
    for name, value in headers.items():
        letter[name.replace("_", "-")] = value
    letter.set_content(text)
    return letter


def drop(letter: EmailMessage | bytes, address: str = "", *, at: dt.datetime = NOW) -> None:
    """In the box, and somebody empties it."""
    raw = letter if isinstance(letter, bytes) else bytes(letter)
    receive(raw, [address or str(letter["To"])], at=at)  # type: ignore[index]
    work(at)


def work(at: dt.datetime = NOW) -> None:
    while handle_due(clock=lambda: at):
        pass


def said() -> list[str]:
    return list(Comment.objects.order_by("pk").values_list("text", flat=True))


def answer_to(person: Person, at: dt.datetime = NOW) -> str:
    """The last mail that she got, once everything has been brought."""
    mail.outbox.clear()
    bring(at)
    hers = [one for one in mail.outbox if one.to == [person.email]]
    return f"{hers[-1].subject}\n{hers[-1].body}" if hers else ""


__all__ = ["drop", "news", "reply", "return_path", "said", "told", "work"]
