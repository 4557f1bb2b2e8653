"""Somebody told her mail program that a kind of mail is unwanted."""

import datetime as dt

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.backbone.notifications.categories import ON_REQUEST, Category
from driehoek.backbone.notifications.models import Preference, Rhythm
from driehoek.backbone.notifications.preferences import stop
from driehoek.facts.people.models import Person

CHANNEL = "email"
SPOKEN_OF = dt.timedelta(weeks=4)


class ComplaintQuerySet(GuardedQuerySet["Complaint"]):
    def standing(self) -> "ComplaintQuerySet":
        """Since which she did not choose that kind again. What comes on request stays away by itself."""
        choices = Preference.objects.filter(
            person=OuterRef("person"), category=OuterRef("category"), channel=CHANNEL
        )
        ended, chosen = choices.filter(rhythm=Rhythm.OFF), choices.exclude(rhythm=Rhythm.OFF)
        stays_away = Q(category__in=ON_REQUEST) & ~Exists(chosen)
        return self.filter(Exists(ended) | stays_away).order_by("at", "pk")

    def lately(self, now: dt.datetime) -> "ComplaintQuerySet":
        """Of which the office may still speak with her."""
        return self.standing().filter(at__gt=now - SPOKEN_OF)


class Complaint(Guarded):
    """From then on that kind does not come by mail, until she chooses otherwise."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    category = models.CharField(max_length=10, choices=Category.choices)
    at = models.DateTimeField()

    objects = ComplaintQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "category"], name="one_complaint_a_kind")]

    @classmethod
    @transaction.atomic
    def note(cls, person: Person, category: str, *, at: dt.datetime) -> None:
        complaint, _is_new = cls.objects.update_or_create(
            person=person, category=category, defaults={"at": at}
        )
        stop(person, category=category, channel=CHANNEL)
        record("letterbox.complaint.received", complaint, by=None, at=at)
