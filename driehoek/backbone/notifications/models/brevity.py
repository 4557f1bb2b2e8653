"""Who wants private words left out of a mail, so that it says only that there is something."""

import datetime as dt

from django.conf import settings
from django.db import models, transaction

from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School


class Brevity(models.Model):
    """She switched them off, for a mailbox that others read too. Without a row they come in full."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    @staticmethod
    def choose(person: Person, *, in_full: bool) -> None:
        if in_full:
            Brevity.objects.filter(person=person).delete()
        else:
            Brevity.objects.get_or_create(person=person)


class SchoolBrevity(models.Model):
    """A school that lets no private words leave by mail. It stands above what a reader chose."""

    school = models.OneToOneField(School, models.CASCADE, related_name="+")

    @staticmethod
    def is_chosen_by(school: School) -> bool:
        return SchoolBrevity.objects.filter(school=school).exists()

    @staticmethod
    @transaction.atomic
    def decide(school: School, *, in_full: bool, by: Person, at: dt.datetime) -> None:
        if in_full == (not SchoolBrevity.is_chosen_by(school)):
            return
        if in_full:
            SchoolBrevity.objects.filter(school=school).delete()
        else:
            SchoolBrevity.objects.create(school=school)
        record("notifications.brevity.decided", school, by=by, at=at)
