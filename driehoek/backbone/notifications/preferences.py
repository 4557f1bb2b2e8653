"""What a person hears, by which road and how soon: what she chose, else what we do by ourselves."""

from dataclasses import dataclass
from typing import Any  # what several calls take alike

from django.core import signing
from django.db import transaction

from driehoek.backbone.notifications.categories import A_WEEK, ON_REQUEST, Category
from driehoek.backbone.notifications.channels.roads import ON_REQUEST as ROADS_ON_REQUEST
from driehoek.backbone.notifications.channels.roads import PAPER, ways
from driehoek.backbone.notifications.models import HouseRule, Interest, Preference, Reach, Rhythm
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School

SALT, RESUMED = "notifications.unsubscribe", "notifications.unsubscribe.resume"
PLACE = ("student", "school", "rhythm")  # of a choice: what it is for
ENDED = (None, None, Rhythm.OFF.value)

COLLECTING = {"email"}  # roads by which a digest comes


def usual(category: str, channel: str) -> Rhythm:
    """What happens when nobody chose anything."""
    if category in ON_REQUEST or channel in ROADS_ON_REQUEST:
        return Rhythm.OFF
    return unasked(category, channel)


def unasked(category: str, channel: str) -> Rhythm:
    """How soon something comes that comes by itself: some kinds never one by one."""
    if category not in A_WEEK:
        return Rhythm.NOW
    return Rhythm.WEEKLY if channel in COLLECTING else Rhythm.OFF


@dataclass(frozen=True)
class Choice:
    """One line of the page on which a person chooses."""

    category: Category
    channel: str
    rhythm: Rhythm


def offered_by(road: str) -> list[Rhythm]:
    """How soon news can come by this road. Paper comes as often as school prints it."""
    if road == PAPER:
        return [Rhythm.WEEKLY, Rhythm.OFF]
    return [rhythm for rhythm in Rhythm if road in COLLECTING or not rhythm.is_collected]


def preferences_of(person: Person) -> list[Choice]:
    """For each kind of news and each road there is: what happens now, where no child or school differs."""
    rows = Preference.objects.filter(person=person, student=None, school=None)
    chosen = {(row.category, row.channel): Rhythm(row.rhythm) for row in rows}
    return [
        Choice(category, channel, chosen.get((category, channel), usual(category, channel)))
        for category in Category
        for channel in ways()
    ]


def prefer(
    person: Person,
    *,
    category: str,
    channel: str,
    rhythm: str | None,
    student: Person | None = None,
    school: School | None = None,
) -> None:
    """From now on like this; for one child or school, None means: as everywhere. Raises ValueError for what
    there is not."""
    if channel not in ways():
        raise ValueError(channel)
    kind, wish = Category(category), None if rhythm is None else Rhythm(rhythm)
    if wish == usual(kind, channel) and not (student or school or _comes_otherwise(person, kind)):
        wish = None  # where it comes by itself after all, she said it on purpose
    place: dict[str, Any] = {
        "person": person,
        "category": kind,
        "channel": channel,
        "student": student,
        "school": school,
    }
    if wish is None:
        Preference.objects.filter(**place).delete()
    else:
        Preference.objects.update_or_create(**place, defaults={"rhythm": wish})


def _comes_otherwise(person: Person, kind: Category) -> bool:
    """Because a school offers it so, or because she likes to think along."""
    if HouseRule.objects.filter(category=kind).exists():
        return True
    return kind in ON_REQUEST and Interest.of(person) == Reach.ALONG


@transaction.atomic
def stop(person: Person, *, category: str, channel: str) -> str:
    """No more of this kind by this road, whatever child or school it is about, and whatever a school offers
    one day: it is written down even where nothing comes by itself. Gives what it takes to resume it just as
    it was."""
    rows = Preference.objects.filter(person=person, category=category, channel=channel)
    was = list(rows.values_list(*PLACE))
    rows.delete()
    Preference.objects.update_or_create(  # two taps may come at once
        person=person, category=category, channel=channel, student=None, school=None,
        defaults={"rhythm": Rhythm.OFF},
    )  # fmt: skip
    return signing.Signer(salt=RESUMED).sign_object([person.pk, category, channel, was])


@transaction.atomic
def resume(person: Person, was: str, *, category: str, channel: str) -> None:
    """As it was, where she did not choose something else since; what had ended before comes again as it
    usually does. Raises BadSignature."""
    *what, rows = signing.Signer(salt=RESUMED).unsign_object(was)
    chosen = Preference.objects.filter(person=person, category=category, channel=channel)
    if what != [person.pk, category, channel]:
        raise signing.BadSignature
    if list(chosen.values_list(*PLACE)) != [ENDED] or not chosen.delete()[0]:
        return
    Preference.objects.bulk_create(
        Preference(
            person=person, category=category, channel=channel, student_id=student, school_id=school,
            rhythm=rhythm,
        )
        for student, school, rhythm in rows
    )  # fmt: skip
    if list(ENDED) in rows and {rhythm for *_place, rhythm in rows} == {Rhythm.OFF}:
        prefer(person, category=category, channel=channel, rhythm=unasked(category, channel))


def stop_token(person: int, *, category: str, channel: str) -> str:
    """What the link at the end of a mail carries. It ends one kind by one road, and can do nothing else."""
    return signing.Signer(salt=SALT).sign_object([person, category, channel])


def read_stop_token(token: str) -> tuple[Person, Category, str]:
    """Whom, what and which road. Raises BadSignature, or Person.DoesNotExist."""
    person, category, channel = signing.Signer(salt=SALT).unsign_object(token)
    return Person.objects.get(pk=person), Category(category), channel
