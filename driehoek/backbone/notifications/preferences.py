"""What a person hears, by which road: what she chose, else what we do by ourselves."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core import signing

from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.channels.roads import ROADS
from driehoek.backbone.notifications.models import Mode, Preference
from driehoek.facts.people.models import Person

DEFAULT = Mode.EACH
SALT = "notifications.unsubscribe"


@dataclass(frozen=True)
class Choice:
    """One line of the page on which a person chooses."""

    category: Category
    channel: str
    mode: Mode


def preferences_of(person: Person) -> list[Choice]:
    """For each kind of news and each road there is: what happens now."""
    chosen = {(row.category, row.channel): Mode(row.mode) for row in Preference.objects.filter(person=person)}
    return [
        Choice(category, channel, chosen.get((category, channel), DEFAULT))
        for category in Category
        for channel in ROADS
    ]


def prefer(person: Person, *, category: str, channel: str, mode: str) -> None:
    """From now on like this. Raises ValueError for what there is not."""
    if channel not in ROADS:
        raise ValueError(channel)
    kind, wish = Category(category), Mode(mode)
    if wish == DEFAULT:
        Preference.objects.filter(person=person, category=kind, channel=channel).delete()
    else:
        Preference.objects.update_or_create(
            person=person, category=kind, channel=channel, defaults={"mode": wish}
        )


def unwilling(people: Iterable[int], *, category: str, channel: str) -> set[int]:
    """Who of these does not want this kind by this road."""
    rows = Preference.objects.filter(person__in=people, category=category, channel=channel, mode=Mode.OFF)
    return set(rows.values_list("person", flat=True))


def stop_token(person: int, *, category: str, channel: str) -> str:
    """What the link at the end of a mail carries. It ends one kind by one road, and can do nothing else."""
    return signing.Signer(salt=SALT).sign_object([person, category, channel])


def read_stop_token(token: str) -> tuple[Person, Category, str]:
    """Whom, what and which road. Raises BadSignature, or Person.DoesNotExist."""
    person, category, channel = signing.Signer(salt=SALT).unsign_object(token)
    return Person.objects.get(pk=person), Category(category), channel
