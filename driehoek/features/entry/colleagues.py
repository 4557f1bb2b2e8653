"""Giving a colleague a way in, or a new one: a link that works once."""

import datetime as dt
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from driehoek.backbone.access.faces import faces_of
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import record
from driehoek.backbone.notifications.channels.outcome import Never
from driehoek.base.core.limits import TooMuch
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, School
from driehoek.features.entry.codes import LONG, digest, fresh, shown
from driehoek.features.entry.limits import INVITATIONS
from driehoek.features.entry.mails import staff_mail
from driehoek.features.entry.messengers import EmailMessenger
from driehoek.features.entry.models import StaffInvitation, WorkAccount
from driehoek.features.entry.models.staff import LIFE
from driehoek.features.entry.newcomers import newcomers_of
from driehoek.features.entry.people import SECOND
from driehoek.features.entry.printing import Code


@transaction.atomic
def invite_colleague(
    person: Person, *, school: School | None, by: Person | None, now: dt.datetime
) -> tuple[StaffInvitation, Code]:
    """A new link for this colleague; an older one stops working. What she has now goes on working until
    she uses it."""
    open_ = StaffInvitation.objects.filter(person=person, used_at=None, withdrawn_at=None)
    open_.update(withdrawn_at=now)
    code = fresh(LONG)
    invitation = StaffInvitation.objects.create(
        person=person, school=school, created_by=by, code_hash=digest(code), created_at=now,
        expires_at=now + LIFE,
    )  # fmt: skip
    record("entry.staffinvitation.created", invitation, by=by, at=now)
    return invitation, Code(shown(code), reverse("entry:staff_start", args=[shown(code)]))


@transaction.atomic
def show_to_office(job: Appointment, viewer: Viewer) -> Code:
    """A link on the screen of the office, for a newcomer alone. Raises PermissionDenied for anyone else: who
    opens the link becomes her, and she would hear nothing."""
    if not newcomers_of(viewer, [job.person]):
        raise PermissionDenied
    invitation, code = invite_colleague(job.person, school=job.school, by=viewer.person, now=viewer.now)
    record("entry.staffinvitation.shown", invitation, by=viewer.person, at=viewer.now)
    return code


def mail_to_colleague(job: Appointment, viewer: Viewer) -> None:
    """A link to her own address. Raises NotDelivered, also when the school knows no address of hers."""
    if not job.person.email:
        raise Never("no address")
    if not INVITATIONS.allows(str(job.person.pk), now=viewer.now):
        raise TooMuch
    invitation, code = invite_colleague(job.person, school=job.school, by=viewer.person, now=viewer.now)
    EmailMessenger().send(job.person.email, staff_mail(code.text), language=job.person.language)
    with transaction.atomic():
        record("entry.staffinvitation.mailed", invitation, by=viewer.person, at=viewer.now)


@dataclass(frozen=True)
class Colleague:
    """Someone who works here, by one of her appointments, and how far she is on her way in."""

    job: Appointment
    has_second_factor: bool
    has_work_account: bool
    may_be_shown: bool  # her link, to who looks at this page
    has_face: bool  # one that who looks may see

    @property
    def person(self) -> Person:
        return self.job.person

    @property
    def is_ready(self) -> bool:
        return self.has_work_account or (self.has_second_factor and self.person.has_usable_password())


def colleagues_of(viewer: Viewer) -> list[Colleague]:
    """Whom the viewer may give a way in: each person once, by name."""
    jobs = rows(Appointment, viewer, may="invite") & Appointment.objects.on(viewer.today)
    jobs = jobs.select_related("person__portrait", "school")
    jobs = jobs.order_by("person__given_name", "person__pk", "pk")
    first = {job.person_id: job for job in reversed(jobs)}
    secured = set(
        Authenticator.objects.filter(user__in=first, type__in=SECOND).values_list("user", flat=True)
    )
    known = set(WorkAccount.objects.filter(person__in=first).values_list("person", flat=True))
    new = newcomers_of(viewer, [job.person for job in first.values()])
    faces = faces_of([job.person for job in first.values()], viewer)
    return [
        Colleague(job, key in secured, key in known, key in new, key in faces)
        for key, job in reversed(first.items())
    ]
