"""What somebody takes along: pieces of work and goals that were chosen, in an order, with a sentence each."""

import datetime as dt
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import models, transaction
from django.db.models import Model, Q
from django.urls import reverse

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.access.viewer import Hat, Viewer
from driehoek.backbone.journal.models import record
from driehoek.base.core.models import Leased
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.portfolio.models.goal import Goal
from driehoek.features.portfolio.models.work import Work

KEPT = dt.timedelta(days=7)  # a parcel; it can be made again
FOLDER = "parcels"
FORMS = ("zip", "pdf")
SAME_BREATH = dt.timedelta(minutes=10)


@dataclass(frozen=True)
class Chosen:
    """One thing that goes along, and what is said with it."""

    thing: Work | Goal
    words: str = ""


class Bundle(Guarded):
    """Of one student, put together by one person: herself, somebody at home, her teacher."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    hat = models.CharField(max_length=6)  # as who she put it together: it holds what she may see
    title = models.CharField(max_length=80)
    at = models.DateTimeField()

    @property
    def worn(self) -> Hat:
        return "school" if self.hat == "school" else "home"

    def get_absolute_url(self) -> str:
        return reverse("portfolio:bundle", args=[self.student_id, self.pk])

    @classmethod
    @transaction.atomic
    def begin(
        cls, student: Person, school: School, title: str, *, by: Person, hat: Hat, at: dt.datetime
    ) -> "Bundle":
        """Begun twice it is one."""
        Person.objects.select_for_update().get(pk=by.pk)
        hers = {"student": student, "author": by, "hat": hat, "title": title}
        if same := cls.objects.filter(**hers, at__gt=at - SAME_BREATH).first():
            return same
        bundle = cls.objects.create(school=school, at=at, **hers)
        record("portfolio.bundle.begun", bundle, by=by, at=at)
        return bundle

    @transaction.atomic
    def fill(self, title: str, chosen: Sequence[Chosen]) -> None:
        """With these, in this order; what was in it before goes out, and so does every parcel made of it."""
        if (title, list(chosen)) == (self.title, self._held()):
            return
        self._drop_parcels()
        self.title = title
        self.save(update_fields=["title"])
        BundleItem.objects.filter(bundle=self).delete()
        BundleItem.objects.bulk_create(
            BundleItem(
                bundle=self,
                position=number,
                words=one.words,
                work=one.thing if isinstance(one.thing, Work) else None,
                goal=one.thing if isinstance(one.thing, Goal) else None,
            )
            for number, one in enumerate(chosen)
        )

    @transaction.atomic
    def discard(self) -> None:
        """With every parcel that was made of it."""
        self._drop_parcels()
        self.delete()

    def _held(self) -> list[Chosen]:
        """What is in it, as it was chosen."""
        items = self.items.select_related("work", "goal").order_by("position", "pk")
        return [Chosen(thing, item.words) for item in items if (thing := item.work or item.goal)]

    def _drop_parcels(self) -> None:
        for parcel in Parcel.objects.filter(bundle=self):
            parcel.discard()


class BundleItem(models.Model):
    """One thing in it."""

    bundle = models.ForeignKey(Bundle, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    work = models.ForeignKey(Work, models.CASCADE, null=True, blank=True, related_name="+")
    goal = models.ForeignKey(Goal, models.CASCADE, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(work__isnull=False, goal=None) | Q(work=None, goal__isnull=False),
                name="an_item_is_one_thing",
            )
        ]


class Parcel(Guarded):
    """What is made of a bundle: pages to look at in a browser, and a PDF. Gone after some days."""

    bundle = models.ForeignKey(Bundle, models.CASCADE, related_name="parcels")
    token = models.CharField(max_length=32, unique=True)
    asked_by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField()
    expires_at = models.DateTimeField()
    done = models.PositiveIntegerField(default=0)  # of how many things
    total = models.PositiveIntegerField(default=0)
    is_ready = models.BooleanField(default=False)
    size = models.PositiveBigIntegerField(default=0)  # bytes of the pages

    @classmethod
    @transaction.atomic
    def ask(cls, bundle: Bundle, viewer: Viewer) -> "Parcel":
        """One at a time: asked again while it is being made it is the same."""
        Bundle.objects.select_for_update().get(pk=bundle.pk)
        running = cls.objects.filter(bundle=bundle, is_ready=False, packing__state=Packing.State.WAITING)
        if same := running.first():
            return same
        parcel = cls.objects.create(
            bundle=bundle, token=secrets.token_hex(16), asked_by=viewer.person, at=viewer.now,
            expires_at=viewer.now + KEPT, total=bundle.items.count(),
        )  # fmt: skip
        Packing.objects.create(parcel=parcel, due_at=viewer.now)
        record("portfolio.parcel.asked", parcel, by=viewer.person, at=viewer.now)
        return parcel

    @transaction.atomic
    def hold(self, parts: Iterable[Model], *, size: int, number: int) -> None:
        """It is ready, and says what is in it: who may no longer see one of these opens it no more."""
        ParcelPart.objects.filter(parcel=self).delete()
        keys = {(part._meta.label_lower, part.pk) for part in parts}
        ParcelPart.objects.bulk_create(ParcelPart(parcel=self, label=label, key=key) for label, key in keys)
        Parcel.objects.filter(pk=self.pk).update(is_ready=True, done=number, size=size)

    @property
    def percent(self) -> int:
        return round(100 * self.done / self.total) if self.total else 0

    @property
    def megabytes(self) -> str:
        return f"{max(self.size / 1024 / 1024, 0.1):.1f}".replace(".", ",")

    @property
    def is_stuck(self) -> bool:
        return self.packing.state in (Packing.State.PARKED, Packing.State.FAILED)

    def relative_path(self, form: str) -> str:
        return f"{FOLDER}/{self.token[:2]}/{self.token}.{form}"

    def path(self, form: str) -> Path:
        return Path(settings.MEDIA_ROOT) / self.relative_path(form)

    @transaction.atomic
    def discard(self) -> None:
        """The files go once it is sure that nobody finds them any more."""
        self.delete()
        transaction.on_commit(self.remove_files)

    def remove_files(self) -> None:
        for form in FORMS:
            self.path(form).unlink(missing_ok=True)


class ParcelPart(models.Model):
    """One thing that is in it, by name and number: it stands here also when the thing itself is gone."""

    parcel = models.ForeignKey(Parcel, models.CASCADE, related_name="+")
    label = models.CharField(max_length=20)  # "portfolio.work"
    key = models.PositiveBigIntegerField()


class Packing(Leased):
    """A parcel that waits to be made, taken by one worker at a time."""

    parcel = models.OneToOneField(Parcel, models.CASCADE, related_name="packing")
