"""Whether somebody comes to see shown work, and with how many."""

import datetime as dt

from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.features.newsletters.models.block import Block, Kind

MOST = 6


class Attendance(Guarded):
    """The answer of one person, also when several of her children show something. It may change."""

    block = models.ForeignKey(Block, models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()  # of people who come; none: she does not
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["block", "person"], name="one_attendance_a_person"),
            models.CheckConstraint(condition=models.Q(number__lte=MOST), name="not_too_many_come"),
        ]

    @staticmethod
    @transaction.atomic
    def tell(block: Block, number: int, *, by: Person, at: dt.datetime, day: dt.date) -> bool:
        """Said twice it is the same once. False when it was already, or is not asked."""
        if not is_asked(block, day) or not 0 <= number <= MOST:
            return False
        row, is_new = Attendance.objects.select_for_update().get_or_create(
            block=block, person=by, defaults={"number": number, "at": at}
        )
        if is_new or row.number != number:
            row.number, row.at = number, at
            row.save(update_fields=["number", "at"])
            record("newsletters.attendance.told", block, by=by, at=at)
        return True


def is_asked(block: Block, day: dt.date) -> bool:
    """Until the day itself is over."""
    return block.kind == Kind.SHOW and block.asks and block.on is not None and day <= block.on
