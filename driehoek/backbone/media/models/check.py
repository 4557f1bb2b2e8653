"""Whose children may be on a photo, and what a colleague said about those who may not be shown.

The rule that hides photos stands here once: a photo may be shown when every child who was in its groups that
day may be shown for its purpose, or a colleague said she is not on it, or the photo is for her parents only.
A covered face does not answer by itself: somebody looks at the result, and then says she is not on it.
"""

import datetime as dt
from collections.abc import Collection

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from driehoek.backbone.media.models.photo import Photo, PhotoRemoval
from driehoek.facts.consent.effective import verdict
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group

FRACTION = [MinValueValidator(0.0), MaxValueValidator(1.0)]


class PhotoGroupQuerySet(QuerySet["PhotoGroup"]):
    def unanswered(self, on: dt.date) -> "PhotoGroupQuerySet":
        """Pairs of `photo` and `student` that hide a photo on that day."""
        about = {"photo": OuterRef("photo"), "student": OuterRef("student")}
        return (
            self.not_shown(on)
            .exclude(Exists(PhotoCheck.objects.filter(present=False, **about)))
            .exclude(Exists(PhotoLimit.objects.filter(**about)))
        )

    def on_checked_photos(self) -> "PhotoGroupQuerySet":
        """Only photos that are out, or could be."""
        removed = PhotoRemoval.objects.filter(photo=OuterRef("photo"))
        return self.filter(~Exists(removed), photo__checked_at__isnull=False)

    def not_shown(self, on: dt.date) -> "PhotoGroupQuerySet":
        """A row for every `student` who was in the group that day and may not be shown for this purpose."""
        said = verdict(student=OuterRef("student"), purpose=OuterRef("photo__purpose"), on=on)
        return self.with_students().alias(shown=Coalesce(said, False)).filter(Q(shown=False))

    def of(self, students: Collection[int]) -> "PhotoGroupQuerySet":
        """Only about these children."""
        return self.filter(Q(student__in=students))

    def pairs(self) -> set[tuple[int, int]]:
        """Photo and student, by key."""
        return {(photo, student) for photo, student in self.values_list("photo", F("student"))}

    def with_students(self) -> "PhotoGroupQuerySet":
        """A row for every `student` who was in the group on the day of the photo."""
        return self.filter(
            Q(group__enrolments__ends_on=None) | Q(group__enrolments__ends_on__gte=F("taken_on")),
            group__enrolments__starts_on__lte=F("taken_on"),
        ).annotate(student=F("group__enrolments__student"))


class PhotoGroup(models.Model):
    """A group whose children may be on the photo, and the day on which they belonged to it."""

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.PROTECT, related_name="+")
    taken_on = models.DateField()

    objects = PhotoGroupQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["photo", "group"], name="one_group_a_photo")]


class PhotoCheck(models.Model):
    """Whether this child is on this photo, as a colleague saw it. No machine looks at faces."""

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="+")
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    present = models.BooleanField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["photo", "student"], name="one_check_a_child")]


class PhotoLimitQuerySet(QuerySet["PhotoLimit"]):
    def closed_to(self, children: set[int]) -> "PhotoLimitQuerySet":
        """Limits to a child other than these."""
        return self.exclude(student__in=children)


class PhotoLimit(models.Model):
    """Only for the parents of this child, and for herself."""

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="+")
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = PhotoLimitQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["photo", "student"], name="one_limit_a_child")]


class Cover(models.Model):
    """A kite over a face. What was under it exists nowhere any more. Shows nothing to anyone by itself."""

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="+")
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    x = models.FloatField(validators=FRACTION)  # of the width, from the left
    y = models.FloatField(validators=FRACTION)  # of the height, from the top
    radius = models.FloatField(validators=FRACTION)  # of the long side
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["photo", "student", "x", "y"], name="one_kite_a_place")
        ]
