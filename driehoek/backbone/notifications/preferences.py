"""What a person hears, by which road: what she chose, else what we do by ourselves."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core import signing

from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.channels.roads import ROADS
from driehoek.backbone.notifications.models import Mode, Preference
from driehoek.facts.people.models import Person

ON_REQUEST = {Category.INFORMAL}  # only who asks for these hears of them
SALT = "notifications.unsubscribe"


def usual(category: str) -> Mode:
    """What happens when nobody chose anything."""
    return Mode.OFF if category in ON_REQUEST else Mode.EACH


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
        Choice(category, channel, chosen.get((category, channel), usual(category)))
        for category in Category
        for channel in ROADS
    ]


def prefer(person: Person, *, category: str, channel: str, mode: str) -> None:
    """From now on like this. Raises ValueError for what there is not."""
    if channel not in ROADS:
        raise ValueError(channel)
    kind, wish = Category(category), Mode(mode)
    if wish == usual(kind):
        Preference.objects.filter(person=person, category=kind, channel=channel).delete()
    else:
        Preference.objects.update_or_create(
            person=person, category=kind, channel=channel, defaults={"mode": wish}
        )


def unwilling(people: Iterable[int], *, category: str, channel: str) -> set[int]:
    """Who of these does not want this kind by this road."""
    asked, unless_chosen = set(people), usual(category)
    other = Preference.objects.filter(person__in=asked, category=category, channel=channel)
    chosen = set(other.exclude(mode=unless_chosen).values_list("person", flat=True))
    return asked - chosen if unless_chosen == Mode.OFF else chosen


def stop_token(person: int, *, category: str, channel: str) -> str:
    """What the link at the end of a mail carries. It ends one kind by one road, and can do nothing else."""
    return signing.Signer(salt=SALT).sign_object([person, category, channel])


def read_stop_token(token: str) -> tuple[Person, Category, str]:
    """Whom, what and which road. Raises BadSignature, or Person.DoesNotExist."""
    person, category, channel = signing.Signer(salt=SALT).unsign_object(token)
    return Person.objects.get(pk=person), Category(category), channel
