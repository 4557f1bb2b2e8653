"""What the office of a school decides about an adult and a child. Every decision is written down."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import (
    Guardianship,
    Person,
    Protection,
    ProtectionReader,
    Restriction,
)
from driehoek.facts.people.models.guardianship import Kind


class NeedsGrant(Exception):
    """A parent without custody gets nothing by a mere yes: the school says what, and on what ground."""


@transaction.atomic
def approve(guardianship: Guardianship, *, by: Person, now: dt.datetime) -> None:
    """The school checked who this adult is. Raises NeedsGrant."""
    if guardianship.kind == Kind.NO_CUSTODY:
        raise NeedsGrant
    if Guardianship.objects.waiting().filter(pk=guardianship.pk).exists():
        guardianship.approve(by=by, at=now)
        record("guardianships.guardianship.approved", guardianship, by=by, at=now)


@transaction.atomic
def grant(guardianship: Guardianship, *, may_answer: bool, basis: str, by: Person, now: dt.datetime) -> None:
    """Limited access for a parent without custody (BW 1:377c): what is about this child alone. Never the
    group, never other children, never a consent."""
    guardianship.sees_child, guardianship.sees_group = True, False
    guardianship.may_answer, guardianship.may_collect = may_answer, False
    guardianship.basis = basis
    guardianship.save(update_fields=["sees_child", "sees_group", "may_answer", "may_collect", "basis"])
    guardianship.approve(by=by, at=now)
    record("guardianships.guardianship.granted", guardianship, by=by, at=now)


@transaction.atomic
def end(guardianship: Guardianship, *, on: dt.date, by: Person, now: dt.datetime) -> None:
    """Counts until and including that day."""
    if guardianship.ends_on is None or guardianship.ends_on > on:
        guardianship.end(on=on)
        record("guardianships.guardianship.ended", guardianship, by=by, at=now)


@transaction.atomic
def restrict(
    student: Person,
    adult: Person,
    *,
    kind: str,
    basis: str,
    starts_on: dt.date,
    ends_on: dt.date | None,
    by: Person,
    now: dt.datetime,
) -> Restriction:
    """Keep this adult away from this child, wholly or in part. Said twice, it is one restriction."""
    restriction, is_new = Restriction.objects.get_or_create(
        student=student, adult=adult, kind=kind, starts_on=starts_on, ends_on=ends_on,
        defaults={"basis": basis, "entered_by": by},
    )  # fmt: skip
    if is_new:
        record("guardianships.restriction.entered", restriction, by=by, at=now)
    return restriction


@transaction.atomic
def lift(restriction: Restriction, *, on: dt.date, by: Person, now: dt.datetime) -> None:
    """The restriction counts until and including that day."""
    if restriction.ends_on is None or restriction.ends_on > on:
        restriction.ends_on = max(on, restriction.starts_on)
        restriction.save(update_fields=["ends_on"])
        record("guardianships.restriction.lifted", restriction, by=by, at=now)


@transaction.atomic
def protect(
    student: Person, *, basis: str, readers: Iterable[Person], by: Person, now: dt.datetime
) -> Protection:
    """Her whereabouts must not be known: only the named colleagues see her, and who enters this is one."""
    protection, is_new = Protection.objects.get_or_create(
        student=student, defaults={"basis": basis, "entered_by": by, "entered_at": now}
    )
    named = {reader.pk for reader in readers} | {by.pk}
    ProtectionReader.objects.filter(protection=protection).exclude(person__in=named).delete()
    for key in named:
        ProtectionReader.objects.get_or_create(protection=protection, person_id=key)
    verb = "entered" if is_new else "changed"
    record(f"guardianships.protection.{verb}", protection, by=by, at=now)
    return protection
