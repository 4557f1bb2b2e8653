"""Which colleague may get her link from the hand of the office: whoever opens it becomes her."""

import datetime as dt
from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Q

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.schools.models import Appointment, Enrolment, Function, School
from driehoek.features.entry.models import StaffInvitation
from driehoek.features.entry.people import SECOND

NEVER_SHOWN = (Function.HEAD, Function.BOARD_ADMIN)


def newcomers_of(viewer: Viewer, persons: Iterable[Person]) -> set[int]:
    """Keys of those whose link the viewer may see. They never came in, they do not lead, and what they would
    open lies within the schools the viewer administers; everybody else gets her link by mail alone."""
    here = rows(School, viewer, may="administer").values("pk")
    found = Person.objects.filter(pk__in=[person.pk for person in persons], last_login=None)
    found = found.filter(Q(password="") | Q(password__startswith=UNUSABLE_PASSWORD_PREFIX))
    found = found.exclude(pk__in=Authenticator.objects.filter(type__in=SECOND).values("user"))
    jobs = Appointment.objects.filter(_not_over(viewer.today))
    beyond = jobs.filter(Q(school=None) | ~Q(school__in=here) | Q(function__in=NEVER_SHOWN))
    pupils = Enrolment.objects.filter(group__school__in=here).values("student")
    children_beyond = Guardianship.objects.filter(_not_over(viewer.today)).exclude(student__in=pupils)
    found = found.exclude(pk__in=beyond.values("person"))
    found = found.exclude(pk__in=children_beyond.values("guardian"))
    return set(found.values_list("pk", flat=True))


def is_overtaken(invitation: StaffInvitation) -> bool:
    """Shown to the office while she was new, and by now she has come in: the link would take over what is
    hers."""
    shown = Entry.objects.filter(verb="entry.staffinvitation.shown", subject_id=invitation.pk)
    return invitation.person.last_login is not None and shown.exists()


def _not_over(day: dt.date) -> Q:
    """Runs, or will."""
    return Q(ends_on=None) | Q(ends_on__gte=day)
