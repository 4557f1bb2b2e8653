"""Ending the digest with one tap, from the mail, and taking that back."""

from django.core import signing
from django.db import transaction
from django.urls import reverse

from driehoek.backbone.notifications.categories import A_WEEK
from driehoek.backbone.notifications.models import Preference, Rhythm
from driehoek.backbone.notifications.preferences import unasked
from driehoek.facts.people.models import Person

SALT, RESUMED = "notifications.digest", "notifications.digest.resume"
UNCHOSEN = ""  # it came so by itself
COLLECTED = [rhythm for rhythm in Rhythm if rhythm.is_collected]


def stop_path(person: Person, channel: str) -> str:
    """It ends the digest of one person by one road, and can do nothing else."""
    token = signing.Signer(salt=SALT).sign_object([person.pk, channel])
    return reverse("notifications:stop_digest", args=[token])


def read_token(token: str) -> tuple[Person, str]:
    """Raises BadSignature, or Person.DoesNotExist."""
    person, channel = signing.Signer(salt=SALT).unsign_object(token)
    return Person.objects.get(pk=person), channel


@transaction.atomic
def stop_digest(person: Person, channel: str) -> str:
    """Nothing collected any more by this road, also of what is collected where nobody chose. Gives what it
    takes to resume it just as it was."""
    rows = Preference.objects.filter(person=person, channel=channel)
    was = dict(rows.filter(rhythm__in=COLLECTED).values_list("pk", "rhythm"))
    rows.filter(pk__in=list(was)).update(rhythm=Rhythm.OFF)
    chosen = set(rows.filter(student=None, school=None).values_list("category", flat=True))
    for kind in A_WEEK - chosen:
        if unasked(kind, channel).is_collected:
            row, is_ended = Preference.objects.get_or_create(  # two taps may come at once
                person=person, channel=channel, category=kind, student=None, school=None,
                defaults={"rhythm": Rhythm.OFF},
            )  # fmt: skip
            was |= {row.pk: UNCHOSEN} if is_ended else {}
    return signing.Signer(salt=RESUMED).sign_object([person.pk, [*was.items()]])


@transaction.atomic
def resume_digest(person: Person, was: str) -> None:
    """As it was, where she did not choose something else since. Raises BadSignature."""
    whose, rows = signing.Signer(salt=RESUMED).unsign_object(was)
    for key, rhythm in rows if whose == person.pk else ():
        ended = Preference.objects.filter(pk=key, person=person, rhythm=Rhythm.OFF)
        if rhythm == UNCHOSEN:
            ended.delete()
        else:
            ended.update(rhythm=rhythm)
