"""What a school decided about translating: that texts may go to a machine, and who helps by hand."""

import datetime as dt

from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.backbone.translation.models.translation import Translation
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School

NOT_AGREED = "not agreed"


class Agreement(models.Model):
    """The school agreed that its texts go to the translator of this installation. Without it nothing goes."""

    school = models.OneToOneField(School, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    @staticmethod
    @transaction.atomic
    def give(school: School, *, by: Person, at: dt.datetime) -> None:
        _row, is_new = Agreement.objects.get_or_create(school=school, defaults={"by": by, "at": at})
        if is_new:
            refused = Translation.objects.filter(school=school, reason=NOT_AGREED)
            refused.update(state=Translation.State.WAITING, due_at=at)
            record("translation.agreement.given", school, by=by, at=at)

    @staticmethod
    @transaction.atomic
    def end(school: School, *, by: Person, at: dt.datetime) -> None:
        gone, _rows = Agreement.objects.filter(school=school).delete()
        if gone:
            record("translation.agreement.ended", school, by=by, at=at)


class Helper(Guarded):
    """Somebody whom the school asked to write translations into her language: a parent, an interpreter."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    language = models.CharField(max_length=8)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "person", "language"], name="one_helper_a_language")
        ]

    @staticmethod
    @transaction.atomic
    def ask(school: School, person: Person, language: str, *, by: Person, at: dt.datetime) -> None:
        told = {"by": by, "at": at}
        row, is_new = Helper.objects.get_or_create(
            school=school, person=person, language=language, defaults=told
        )
        if is_new:
            record("translation.helper.asked", row, by=by, at=at)

    @transaction.atomic
    def thank(self, *, by: Person, at: dt.datetime) -> None:
        """She helps no longer. What she wrote stays."""
        gone, _rows = Helper.objects.filter(pk=self.pk).delete()
        if gone:
            record("translation.helper.thanked", self.school, by=by, at=at)
