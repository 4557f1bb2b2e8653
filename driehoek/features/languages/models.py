"""Somebody would like an interpreter beside her when she talks with school."""

import datetime as dt

from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School


class InterpreterRequest(Guarded):
    """Asked because this row exists; school sees it until she, or school, says it is no longer needed."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    language = models.CharField(max_length=8)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "person"], name="asked_for_an_interpreter_once")
        ]

    @staticmethod
    @transaction.atomic
    def ask(school: School, *, by: Person, at: dt.datetime) -> None:
        told = {"language": by.language, "at": at}
        row, is_new = InterpreterRequest.objects.get_or_create(school=school, person=by, defaults=told)
        if is_new:
            record("languages.interpreterrequest.asked", row, by=by, at=at)

    @transaction.atomic
    def end(self, *, by: Person, at: dt.datetime) -> None:
        gone, _rows = InterpreterRequest.objects.filter(pk=self.pk).delete()
        if gone:
            record("languages.interpreterrequest.ended", self.school, by=by, at=at)
