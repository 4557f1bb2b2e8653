"""What hides a photo: a child who may not be shown, and about whom nobody has said she is not on it."""

from django.db import models
from django.db.models import Q

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.media.models.photo import Photo
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment


class PhotoHoldQuerySet(GuardedQuerySet["PhotoHold"]):
    def open(self) -> "PhotoHoldQuerySet":
        return self.filter(lifted_at=None)


class PhotoHold(Guarded):
    """This photo is hidden because of this child. The open ones are the teacher's repair list."""

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="+")
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    since = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    objects = PhotoHoldQuerySet.as_manager()  # type: ignore[misc]  # narrower than what Guarded offers

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["photo", "student"], condition=Q(lifted_at=None), name="one_open_hold_a_child"
            )
        ]


class WatchedEnrolment(models.Model):
    """What the last sweep knew: from when to when a child was in a group, and whether she might be shown.

    Whatever differs from this has changed since, however it changed: an import, a birthday, an ended custody.
    """

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="+")
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    shown = models.BooleanField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "purpose"], name="one_watch_an_enrolment")
        ]
