"""A colleague begins: about one child, to each of the guardians in a line of her own."""

from dataclasses import dataclass
from functools import cached_property

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.models.seat import deciding
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.attaching import Attached
from driehoek.facts.looking.models import Objection
from driehoek.facts.people.ages import born_after
from driehoek.facts.people.models import Guardianship, Person, Restriction
from driehoek.facts.schools.models import School
from driehoek.features.conversations.forms import WriteForm
from driehoek.features.conversations.models import Conversation, Corner, Message
from driehoek.features.conversations.speaking import may_wait, times


@dataclass(frozen=True)
class Writer:
    """Who writes home about this child, for the school where both are."""

    viewer: Viewer
    child: Person
    school: School
    guardians: dict[int, Person]

    @classmethod
    def of(cls, viewer: Viewer, child: Person) -> "Writer | None":
        """Nobody, when the child sits at none of her schools."""
        here = Seat.objects.on(viewer.today).filter(student=child, school__in=viewer.workplaces())
        student = here.filter(role=Role.STUDENT).select_related("school").order_by("school").first()
        if student is None or student.school is None:
            return None
        told = {"role": Role.GUARDIAN, "hears_of_child": True}
        seats = here.filter(**told, school=student.school)
        people = Person.objects.filter(pk__in=seats.values("person"), is_active=True)
        return cls(viewer, child, student.school, {person.pk: person for person in people.order_by("pk")})

    @property
    def names(self) -> dict[int, str]:
        return {key: person.full_name for key, person in self.guardians.items()}

    @cached_property
    def is_shut(self) -> bool:
        """Somebody is at home, and the student keeps what school says to herself."""
        day, hers = self.viewer.today, {"student": self.child}
        kept_away = Restriction.objects.on(day).filter(**hers).values("adult")
        ties = Guardianship.objects.on(day).filter(**hers, sees_child=True, guardian__is_active=True)
        home = ties.exclude(guardian__in=kept_away).values("guardian")
        if self.guardians or not home.exists():
            return False
        refused = Objection.objects.standing().filter(**hers, guardian__in=home)
        return deciding(day).filter(**hers).exists() or refused.exists()

    @property
    def is_under_age(self) -> bool:
        """The law still lets a guardian know how she is doing."""
        born = self.child.birth_date
        return born is None or born > born_after(self.viewer.today, 18)

    @property
    def waits_for_morning(self) -> bool:
        return may_wait(self.viewer, self.school)

    @transaction.atomic
    def write(self, form: WriteForm) -> list[Conversation]:
        """The same words to each, and of each who was left out why."""
        chosen = set(form.cleaned_data["to"])
        readers = [self.guardians[key] for key in self.guardians if key in chosen]
        begun = [self._to(person, form, is_first=not number) for number, person in enumerate(readers)]
        for conversation in begun:
            for key in self.guardians.keys() - chosen:
                conversation.leave_out(
                    self.guardians[key],
                    reason=form.cleaned_data["reason"],
                    by=self.viewer.person,
                    at=self.viewer.now,
                )
        return begun

    def form(self, said: QueryDict | None, files: "MultiValueDict[str, UploadedFile]") -> WriteForm:
        """To everybody unless she chooses, with what goes along."""
        attached = Attached(self.viewer, self.school, said, files)
        usual = {"to": list(self.names), "about": ""}
        return WriteForm(said, guardians=self.names, attached=attached, initial=usual)

    @transaction.atomic
    def _to(self, guardian: Person, form: WriteForm, *, is_first: bool) -> Conversation:
        """What goes along is a copy for each: two homes share no token."""
        said, rows = form.cleaned_data, form.attached.rows
        urgent = said["urgent"] and self.waits_for_morning
        when = times(self.viewer, self.school, urgent=urgent)
        begun = Conversation.begin(
            self.school,
            [self.child],
            line_of=guardian,
            by=self.viewer.person,
            corner=Corner.SCHOOL,
            text=said["text"],
            at=self.viewer.now,
            due_at=when.due_at,
            told_at=when.told_at,
            with_student=said["with_student"],
            about=said["about"],
            attachments=rows if is_first else [row.again() for row in rows],
        )
        if urgent:
            first = Message.objects.filter(conversation=begun).earliest("pk")
            begun.hurry(first, reason=said["hurry"], by=self.viewer.person, at=self.viewer.now)
        return begun
