"""What somebody answers to a piece of work or to a goal: home, or the teacher. It is for the child."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.moderation.rewording import take_back
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.openers import ours_among
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.portfolio.models.own_language import translate_for_child

if TYPE_CHECKING:
    from driehoek.features.portfolio.models.goal import Goal
    from driehoek.features.portfolio.models.work import Work

SAME_BREATH = dt.timedelta(minutes=10)


class EchoQuerySet(GuardedQuerySet["Echo"]):
    def new_to(self, person: Person) -> "EchoQuerySet":
        """What this person did not hear yet, and did not say herself."""
        heard = EchoHeard.objects.filter(echo=OuterRef("pk"), person=person)
        return self.filter(~Exists(heard)).exclude(author=person)

    def from_home(self) -> "EchoQuerySet":
        return self.filter(corner=Corner.HOME)


class Echo(Guarded):
    """One guardian never sees that of the other: it is said to the child."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    work = models.ForeignKey("portfolio.Work", models.CASCADE, null=True, blank=True, related_name="+")
    goal = models.ForeignKey("portfolio.Goal", models.CASCADE, null=True, blank=True, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    corner = models.CharField(max_length=6, choices=Corner.choices)
    text = models.TextField(max_length=1_000, blank=True)
    language = models.CharField(max_length=8, default="nl")
    at = models.DateTimeField()

    told: Told  # its text for one reader, put there by put_in_words()
    carried: list[Attachment]  # voice and picture, put there by beside()

    objects = EchoQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        indexes = [models.Index(fields=["student", "at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(work__isnull=False, goal=None) | Q(work=None, goal__isnull=False),
                name="an_echo_is_about_one_thing",
            )
        ]

    def get_absolute_url(self) -> str:
        kind, key = ("work", self.work_id) if self.work_id else ("goal", self.goal_id)
        return f"{reverse(f'portfolio:{kind}', args=[self.student_id, key])}#reactie-{self.pk}"

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name; whole sentences of ours we have in every language."""
        if not self.text:
            return {}
        ours = ours_among(self.text)
        language = next((one for one, words in ours.items() if words == self.text), self.language)
        return {"text": Text(self.text, language, self.school_id, ours, within=f"echo-{self.pk}")}

    @property
    def spoken_text(self) -> str:
        return self.text

    @classmethod
    @transaction.atomic
    def say(
        cls, about: "Work | Goal", text: str, *, by: Person, corner: Corner, at: dt.datetime,
        attachments: Sequence[Attachment] = (),
    ) -> "Echo":  # fmt: skip
        """Said twice it is said once."""
        Person.objects.select_for_update().get(pk=by.pk)
        what = {"work" if about._meta.model_name == "work" else "goal": about}
        for before in cls.objects.filter(author=by, text=text, at__gt=at - SAME_BREATH, removal=None, **what):
            if EchoAttachment.digests_of(before.pk) == sorted(one.digest for one in attachments):
                return before
        echo = cls.objects.create(
            school=about.school, student=about.student, author=by, corner=corner, text=text, at=at,
            language=language_of(text, by.language), **what,
        )  # fmt: skip
        EchoAttachment.objects.bulk_create(
            EchoAttachment(echo=echo, attachment=one, position=number)
            for number, one in enumerate(attachments)
        )
        record("portfolio.echo.said", echo, by=by, at=at)
        translate_for_child(echo, at=at)
        return echo

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        """Nobody hears it any more."""
        _row, is_new = EchoRemoval.objects.get_or_create(echo=self, defaults={"by": by, "at": at})
        if is_new:
            take_back(self, school=self.school, at=at)
            EchoAttachment.silence([self.pk])
            record("portfolio.echo.removed", self, by=by, at=at)


class EchoAttachment(Guarded):
    """A voice or a picture: whoever reads the echo gets it."""

    echo = models.ForeignKey(Echo, models.CASCADE, related_name="+")
    attachment = models.OneToOneField(Attachment, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    @classmethod
    def of(cls, echoes: Iterable[int]) -> dict[int, list[Attachment]]:
        carried: dict[int, list[Attachment]] = defaultdict(list)
        rows = cls.objects.filter(echo__in=list(echoes)).select_related("attachment")
        for row in rows.order_by("position", "pk"):
            carried[row.echo_id].append(row.attachment)
        return carried

    @classmethod
    def digests_of(cls, echo: int) -> list[str]:
        return sorted(cls.objects.filter(echo=echo).values_list("attachment__digest", flat=True))

    @classmethod
    def silence(cls, echoes: Iterable[int]) -> None:
        for carried in cls.of(echoes).values():
            for one in carried:
                one.discard()


class EchoHeard(Guarded):
    """Somebody heard it: the child, or who teaches her. Only she herself is told."""

    echo = models.ForeignKey(Echo, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["echo", "person"], name="heard_once")]

    @classmethod
    def mark(cls, echoes: Iterable[Echo], viewer: Viewer) -> None:
        """Those on the page that she now has before her; her own need no mark."""
        cls.objects.bulk_create(
            [
                cls(echo=echo, person=viewer.person, at=viewer.now)
                for echo in echoes
                if echo.author_id != viewer.person.pk
            ],
            ignore_conflicts=True,
        )


class EchoRemoval(models.Model):
    """The echo is gone because this row exists."""

    echo = models.OneToOneField(Echo, models.CASCADE, related_name="removal")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
