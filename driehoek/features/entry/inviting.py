"""Whom a school may invite for a group, and how the invitations are made."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import record
from driehoek.backbone.notifications.letter import known
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.schools.models import Enrolment, Group, School
from driehoek.features.entry.codes import digest, fresh
from driehoek.features.entry.models import Invitation, Road
from driehoek.features.entry.models.invitation import LIFE, State
from driehoek.features.entry.people import read_along
from driehoek.features.entry.returning import came_before


@dataclass(frozen=True)
class Link:
    """One adult and one child, and how far she is on her way in."""

    guardianship: Guardianship
    invitation: Invitation | None  # the newest
    state: State | None
    asks_for_another: bool
    by_mail: bool  # whether her mailbox may be used: one that somebody must not share may not
    by_hand: bool  # whether the viewer may make the letter: she then holds what opens the door

    @property
    def needs_office(self) -> bool:
        """Nothing but a letter of the office brings her in."""
        return not self.by_hand and not self.by_mail

    @property
    def guardian(self) -> Person:
        return self.guardianship.guardian

    @property
    def is_stopped(self) -> bool:
        return self.state is State.STOPPED

    @property
    def language(self) -> dict[str, str]:
        """In which language she gets it, named in its own script."""
        code = known(self.guardian.language)
        return {"code": code, "name": dict(settings.LANGUAGES)[code]}

    @property
    def has_signed_in(self) -> bool:
        return came_before(self.guardian)


def links_of(group: Group, viewer: Viewer) -> list[Link]:
    """The adults of this group whom the viewer may invite, in order of the children's names."""
    seats = Seat.objects.on(viewer.today).filter(role=Role.GUARDIAN, group=group)
    pairs = set(seats.values_list("person_id", "student_id"))
    found = (
        Guardianship.objects.on(viewer.today)
        .filter(student__in=rows(Person, viewer, may="see").filter(pk__in=[child for _, child in pairs]))
        .filter(guardian__is_active=True)
        .select_related("guardian", "student")
        .order_by("student__given_name", "student__pk", "guardian__pk")
    )
    fitting = [link for link in found if (link.guardian_id, link.student_id) in pairs]
    guardians, newest = [guardianship.guardian for guardianship in fitting], _newest(fitting)
    shared = read_along(guardians, day=viewer.today)
    leads = rows(Group, viewer, may="lead").filter(pk=group.pk).exists()
    closed = set() if leads else _beyond(guardians, viewer)
    return [_link(one, newest.get(one.pk), shared, leads, closed, viewer.now) for one in fitting]


def _beyond(guardians: list[Person], viewer: Viewer) -> set[int]:
    """Keys of those whose letter opens more than this colleague knows: a child who is no pupil of hers."""
    running = Guardianship.objects.on(viewer.today).filter(guardian__in=guardians)
    unknown = running.exclude(student__in=rows(Person, viewer, may="see").values("pk"))
    return set(unknown.values_list("guardian", flat=True))


def _newest(guardianships: list[Guardianship]) -> dict[int, Invitation]:
    ordered = Invitation.objects.filter(guardianship__in=guardianships).order_by("created_at", "pk")
    return {invitation.guardianship_id: invitation for invitation in ordered}


def _link(
    guardianship: Guardianship,
    invitation: Invitation | None,
    shared: set[int],
    leads: bool,
    closed: set[int],
    now: dt.datetime,
) -> Link:
    """Whoever came in before is asked for six digits as well, if there is a mailbox (decision 70)."""
    state, guardian = invitation.state(now) if invitation else None, guardianship.guardian
    by_mail = bool(guardian.email) and guardian.pk not in shared
    by_hand = leads or (by_mail if came_before(guardian) else guardian.pk not in closed)
    wanted = bool(invitation and invitation.wanted_at)
    return Link(guardianship, invitation, state, wanted, by_mail, by_hand)


@transaction.atomic
def invite(
    guardianships: Iterable[Guardianship], *, by: Person | None, road: Road, now: dt.datetime
) -> list[Invitation]:
    """A new invitation for each; older ones stop working at once. The code is made by `hand_out`."""
    guardianships = list(guardianships)
    Invitation.objects.filter(guardianship__in=guardianships, used_at=None, withdrawn_at=None).update(
        withdrawn_at=now
    )
    made = [
        Invitation(guardianship=guardianship, road=road, created_by=by, created_at=now, expires_at=now + LIFE)
        for guardianship in guardianships
    ]
    for invitation in made:
        invitation.save()
        record("entry.invitation.created", invitation, by=by, at=now)
    return made


@transaction.atomic
def hand_out(invitation: Invitation) -> str:
    """The code, for this once: only its digest is kept. An earlier code of this invitation stops working."""
    code = fresh()
    invitation.code_hash = digest(code)
    invitation.save(update_fields=["code_hash"])
    return code


def still_stands(invitation: Invitation, *, now: dt.datetime) -> bool:
    """Whether the link behind an invitation still opens something. Asked again at every step."""
    link = invitation.guardianship
    seats = Seat.objects.on(day_of(now)).filter(role=Role.GUARDIAN, student=link.student_id)
    return link.guardian.is_active and seats.filter(person=link.guardian_id).exists()


def school_of(invitation: Invitation) -> School | None:
    """The school whose letter this is: where the child has a place."""
    link = invitation.guardianship
    places = Enrolment.objects.filter(student=link.student_id).select_related("group__school")
    newest = places.order_by("-starts_on", "-pk").first()
    return newest.group.school if newest else None
