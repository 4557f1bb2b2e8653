"""Naming people near a child, and what school says about them."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import NearPerson, NearPersonAnswer, Person
from driehoek.facts.people.models.near import is_blocked, needs_agreement


class KeptAway(Exception):
    """Somebody who must be kept away from this child cannot be named."""


@transaction.atomic
def name_near(
    child: Person, words: dict[str, object], *, by: Person, at: dt.datetime, today: dt.date
) -> NearPerson:
    """She counts at once, unless school has a reason to look first. Raises KeptAway."""
    name, phone = str(words["name"]), str(words["phone"])
    if is_blocked(child, name, phone, today):
        raise KeptAway
    same = NearPerson.objects.standing().filter(student=child, named_by=by, name__iexact=name)
    if known := same.first():
        return known
    near = NearPerson.objects.create(student=child, named_by=by, at=at, **words)
    if needs_agreement(child, today):
        record("corrections.near.waits", near, by=by, at=at)
    else:
        NearPersonAnswer.objects.create(near=near, is_agreed=True, by=None, at=at)
        record("corrections.near.named", near, by=by, at=at)
    return near


@transaction.atomic
def remove_near(near: NearPerson, *, by: Person, at: dt.datetime) -> None:
    if NearPerson.objects.standing().filter(pk=near.pk).update(removed_at=at):
        record("corrections.near.removed", near, by=by, at=at)


@transaction.atomic
def answer_near(near: NearPerson, *, is_agreed: bool, reason: str, by: Person, at: dt.datetime) -> None:
    _row, is_new = NearPersonAnswer.objects.get_or_create(
        near=near, defaults={"is_agreed": is_agreed, "reason": reason, "by": by, "at": at}
    )
    if is_new:
        record("corrections.near.answered", near, by=by, at=at)
