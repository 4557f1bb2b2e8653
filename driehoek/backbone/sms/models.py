"""What we must know about text messages: how many a school sent, which numbers want none, which arrived."""

import datetime as dt
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F

from driehoek.base.core.models.alarm import ring
from driehoek.facts.schools.models import School

FEW = 500
URGENT_TIMES = 3  # what cannot wait may go this far beyond the limit of a day


class SmsDay(models.Model):
    """What a school sent on one day, and so what it costs."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    day = models.DateField()
    sent = models.PositiveIntegerField(default=0)  # as the telephone company counts: a long one is several

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "day"], name="one_count_a_day")]

    @classmethod
    def is_full(cls, school: int, day: dt.date, *, urgent: bool, now: dt.datetime) -> bool:
        """Whether this school may send no more today. Somebody hears of it."""
        most = settings.SMS_A_DAY * (URGENT_TIMES if urgent else 1)
        row = cls.objects.filter(school=school, day=day).first()
        if row is None or row.sent < settings.SMS_A_DAY:
            return False
        ring(f"sms.school {school}", f"{settings.SMS_A_DAY} text messages on one day", at=now)
        return bool(row.sent >= most)

    @classmethod
    def count(cls, school: int, day: dt.date, parts: int) -> None:
        cls.objects.get_or_create(school_id=school, day=day)
        cls.objects.filter(school=school, day=day).update(sent=F("sent") + parts)


class SmsStop(models.Model):
    """This number answered STOP: no text message goes there, whoever it belongs to."""

    number = models.CharField(max_length=20, unique=True)
    at = models.DateTimeField()

    @classmethod
    def among(cls, numbers: set[str]) -> set[str]:
        """Those of these that want none; of a whole school we ask for all there are."""
        known = cls.objects.filter(number__in=numbers) if len(numbers) <= FEW else cls.objects.all()
        return set(known.values_list("number", flat=True)) & numbers


class Receipt(models.Model):
    """What the gateway told of one message. Its reports come late, twice and in any order: what is final
    stays."""

    class State(models.TextChoices):
        ACCEPTED = "accepted"
        DELIVERED = "delivered"
        UNDELIVERED = "undelivered"

    reference = models.UUIDField(unique=True)  # of the message
    state = models.CharField(max_length=11, choices=State.choices)
    at = models.DateTimeField()

    @classmethod
    def note(cls, reference: uuid.UUID, state: str, *, at: dt.datetime) -> None:
        """Raises ValueError for a state there is not."""
        told = cls.State(state)
        _row, is_new = cls.objects.get_or_create(reference=reference, defaults={"state": told, "at": at})
        if not is_new and told != cls.State.ACCEPTED:
            open_ = cls.objects.filter(reference=reference, state=cls.State.ACCEPTED)
            open_.update(state=told, at=at)
