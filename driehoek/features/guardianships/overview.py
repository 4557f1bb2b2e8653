"""What the office sees: who waits, and everything that holds for one child."""

from dataclasses import dataclass

from django.db.models import QuerySet

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Guardianship, Person, Protection, ProtectionReader, Restriction
from driehoek.facts.people.models.guardianship import Kind
from driehoek.facts.schools.models import Appointment, Enrolment, Group


def waiting_for(viewer: Viewer) -> list[Guardianship]:
    """Adults whom nobody agreed to yet, in order of the children's names."""
    waiting = rows(Guardianship, viewer, may="administer") & Guardianship.objects.waiting()
    running = waiting.filter(ends_on=None) | waiting.filter(ends_on__gte=viewer.today)
    return list(running.select_related("guardian__portrait", "student").order_by("student__given_name", "pk"))


def groups_of(viewer: Viewer) -> QuerySet[Group]:
    groups = rows(Group, viewer, may="lead").filter(year__ends_on__gte=viewer.today)
    return groups.select_related("school").order_by("school__name", "name")


def students_of(group: Group, viewer: Viewer) -> QuerySet[Person]:
    here = Enrolment.objects.filter(group=group).values("student")
    return rows(Person, viewer, may="guard").filter(pk__in=here).order_by("given_name", "family_name")


@dataclass(frozen=True)
class File:
    """One child: her adults, what limits them, and who may know where she is."""

    student: Person
    guardianships: list[Guardianship]
    restrictions: list[Restriction]
    protection: Protection | None
    readers: list[Person]

    @property
    def adults(self) -> list[Person]:
        return list({link.guardian_id: link.guardian for link in self.guardianships}.values())


@dataclass(frozen=True)
class Line:
    """One adult on the page, with what can be decided about her."""

    link: Guardianship
    is_waiting: bool
    is_over: bool

    @property
    def needs_grant(self) -> bool:
        return self.link.kind == Kind.NO_CUSTODY


def file_of(student: Person) -> File:
    links = Guardianship.objects.filter(student=student).order_by("pk")
    links = links.select_related("guardian__portrait", "approval")
    limits = Restriction.objects.filter(student=student).select_related("adult").order_by("-starts_on", "pk")
    protection = Protection.objects.filter(student=student).first()
    named = ProtectionReader.objects.filter(protection__student=student).values("person")
    readers = Person.objects.filter(pk__in=named).select_related("portrait").order_by("given_name", "pk")
    return File(student, list(links), list(limits), protection, list(readers))


def lines_of(file: File, viewer: Viewer) -> list[Line]:
    today = viewer.today
    return [
        Line(link, not hasattr(link, "approval"), link.ends_on is not None and link.ends_on < today)
        for link in file.guardianships
    ]


def colleagues_around(viewer: Viewer) -> QuerySet[Person]:
    """Who may be named as a reader: whoever works at the viewer's schools."""
    jobs = Appointment.objects.on(viewer.today).filter(school__in=viewer.workplaces())
    return Person.objects.filter(pk__in=jobs.values("person")).order_by("given_name", "pk")
