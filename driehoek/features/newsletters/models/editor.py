"""Whom the leaders of a school asked to put its newsletters together."""

import datetime as dt

from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School


class Editor(Guarded):
    """It counts while she works at this school."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "person"], name="an_editor_once_a_school")]

    @staticmethod
    @transaction.atomic
    def ask(school: School, person: Person, *, by: Person, at: dt.datetime) -> None:
        told = {"by": by, "at": at}
        row, is_new = Editor.objects.get_or_create(school=school, person=person, defaults=told)
        if is_new:
            record("newsletters.editor.asked", row, by=by, at=at)

    @transaction.atomic
    def thank(self, *, by: Person, at: dt.datetime) -> None:
        """She does it no longer. What she wrote stays."""
        gone, _rows = Editor.objects.filter(pk=self.pk).delete()
        if gone:
            record("newsletters.editor.thanked", self.school, by=by, at=at)
