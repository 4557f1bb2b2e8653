"""An assignment that a mentor gave a student, to do with somebody at home."""

import datetime as dt
from collections.abc import Iterable

from django.apps import apps
from django.db import models, transaction
from django.urls import reverse

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group, School
from driehoek.features.career.bank import Task, every

FIRST_FOR_HER = dt.timedelta(days=1)  # she has it for a day before home has it


class Assignment(Guarded):
    """One of ours, for one student. `home_at` is from when her guardians have it too."""

    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")  # with which she got it
    key = models.CharField(max_length=20)  # of one of ours
    due_on = models.DateField()
    home_at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["student", "school", "key"], name="one_assignment_a_student")
        ]

    def __str__(self) -> str:
        return f"Assignment {self.pk}"

    @property
    def task(self) -> Task:
        return every()[self.key]

    @property
    def spoken_text(self) -> str:
        return self.task.told.aloud

    def get_absolute_url(self) -> str:
        return reverse("career:assignment", args=[self.student_id, self.pk])

    @classmethod
    @transaction.atomic
    def give(
        cls, students: Iterable[Person], group: Group, key: str, *,
        due_on: dt.date, by: Person, at: dt.datetime,
    ) -> int:  # fmt: skip
        """To each who does not have it yet of this school: how many those are. Given again, it has another
        day."""
        fresh = {"group": group, "due_on": due_on, "by": by, "at": at, "home_at": at + FIRST_FOR_HER}
        same = {"school": group.school, "key": key}
        made = [cls.objects.get_or_create(**same, student=one, defaults=fresh) for one in students]
        had = [assignment.pk for assignment, is_new in made if not is_new]
        cls.objects.filter(pk__in=had).update(due_on=due_on)
        again, _rows = TakenBack.objects.filter(assignment__in=had).delete()
        for assignment, is_new in made:
            if is_new:
                record("career.assignment.given", assignment, by=by, at=at)
                record("career.assignment.shown", assignment, by=by, at=at, due_at=assignment.home_at)
        return len(made) - len(had) + again

    @transaction.atomic
    def take_back(self, *, by: Person, at: dt.datetime) -> None:
        """Gone, where nobody said anything about it. What a family said stays theirs; the mentor has it no
        more than that of the others, so she does not read from it who answered."""
        here = Assignment.objects.select_for_update().filter(pk=self.pk).first()
        if here is None:
            return
        if apps.get_model("career.outcome")._default_manager.filter(assignment=here).exists():
            _row, is_new = TakenBack.objects.get_or_create(assignment=here, defaults={"by": by, "at": at})
        else:
            here.delete()
            is_new = True
        if is_new:
            record("career.assignment.taken_back", self.student, by=by, at=at)


class TakenBack(models.Model):
    """The mentor took it back after a family had answered, because this row exists. Given again, it goes."""

    assignment = models.OneToOneField(Assignment, models.CASCADE, related_name="taken_back")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
