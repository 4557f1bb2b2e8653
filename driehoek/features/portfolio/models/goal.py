"""A goal in the words of the child, written or spoken: where she is with it, and how home can help."""

import datetime as dt
from collections.abc import Iterable

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment, Voice
from driehoek.backbone.moderation.rewording import take_back
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import forget
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group, School
from driehoek.features.portfolio.models.own_language import translate_for_home

SAME_BREATH = dt.timedelta(minutes=10)


class Step(models.TextChoices):
    """How far she says she is."""

    PRACTISING = "practising", _("Ik oefen")
    OFTEN = "often", _("Het lukt vaak")
    ABLE = "able", _("Ik kan het")


class GoalWhom(models.TextChoices):
    HOME = "home", _("Mijn ouders")
    TEACHER = "teacher", _("Alleen ik en mijn juf, meester of mentor")


class GoalQuerySet(GuardedQuerySet["Goal"]):
    def with_sound(self) -> "GoalQuerySet":
        return self.annotate(heard=GoalVoice.column())

    def standing(self) -> "GoalQuerySet":
        return self.filter(removal=None).order_by("-at", "-pk")


class Goal(Guarded):
    """What she chose. Other words are a new version; the old ones stay as they were."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    text = models.CharField(max_length=200, blank=True)  # "Ik wil de tafel van 7 snel weten."; or spoken
    help = models.CharField(max_length=300, blank=True)  # "Vraag 3 sommen bij het tandenpoetsen."
    language = models.CharField(max_length=8, default="nl")
    version = models.PositiveSmallIntegerField(default=1)
    whom = models.CharField(max_length=7, choices=GoalWhom.choices)
    step = models.CharField(max_length=10, choices=Step.choices, default=Step.PRACTISING)
    at = models.DateTimeField()

    told: Told  # its texts for one reader, put there by put_in_words()

    objects = GoalQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        indexes = [models.Index(fields=["student", "at"])]

    def get_absolute_url(self) -> str:
        return reverse("portfolio:goal", args=[self.student_id, self.pk])

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        said = {"text": self.text, "help": self.help}
        here = f"work-{self.student_id}"
        return {
            name: Text(words, self.language, self.school_id, within=here)
            for name, words in said.items()
            if words
        }

    @property
    def spoken_text(self) -> str:
        return f"{self.text} {self.help}".strip()

    @property
    def voices(self) -> list[Attachment]:
        """What was spoken, one or none, where with_sound() asked for it."""
        return GoalVoice.played(vars(self)["heard"])

    @property
    def number(self) -> int:
        """At which of the three steps she is."""
        return Step.values.index(self.step) + 1

    @classmethod
    @transaction.atomic
    def choose(
        cls, student: Person, group: Group, text: str, helping: str, whom: str, *,
        by: Person, at: dt.datetime, voice: Attachment | None = None,
    ) -> "Goal":  # fmt: skip
        """Chosen twice it is one."""
        Person.objects.select_for_update().get(pk=by.pk)
        lately = cls.objects.standing().filter(student=student, text=text, at__gt=at - SAME_BREATH)
        same = lately.filter(GoalVoice.says(voice)).first()
        if same:
            return same
        goal = cls.objects.create(
            school=group.school, group=group, student=student, author=by, text=text, help=helping, whom=whom,
            language=language_of(f"{text} {helping}", by.language), at=at,
        )  # fmt: skip
        GoalVoice.carry(goal.pk, voice)
        GoalStep.objects.create(goal=goal, step=goal.step, by=by, at=at)
        record("portfolio.goal.chosen", goal, by=by, at=at)
        translate_for_home(goal, goal.texts.values(), at=at)
        return goal

    @transaction.atomic
    def move(self, step: str, *, by: Person, at: dt.datetime) -> None:
        """How far she is now, says the child."""
        kept = Goal.objects.select_for_update().get(pk=self.pk)
        if kept.step == step:
            return
        self.step = step
        self.save(update_fields=["step"])
        GoalStep.objects.create(goal=self, step=step, by=by, at=at)
        record("portfolio.goal.moved", self, by=by, at=at)

    @transaction.atomic
    def change(
        self, text: str, helping: str, whom: str, *,
        by: Person, at: dt.datetime, voice: Attachment | None = None, unspoken: bool = False,
    ) -> None:  # fmt: skip
        """Other words, or another voice, are a new version; for whom it is may change by itself. What was
        spoken stays unless something else is, or it is taken away."""
        kept = Goal.objects.select_for_update().get(pk=self.pk)
        spoken = next(iter(GoalVoice.heard_in(self.pk)), None)
        sounds_differ = GoalVoice.differs(spoken, voice, unspoken=unspoken)
        words_differ = sounds_differ or (kept.text, kept.help) != (text, helping)
        if not words_differ and kept.whom == whom:
            return
        if words_differ:
            before = GoalVersion.objects.create(
                goal=self, number=kept.version, text=kept.text, help=kept.help, until=at, by=by
            )
            GoalVersionVoice.carry(before.pk, spoken.again() if spoken else None)
            forget(kept.texts.values())
            self.language = language_of(f"{text} {helping}", by.language)
        if sounds_differ:
            GoalVoice.silence([self.pk])
            GoalVoice.carry(self.pk, voice)
        self.text, self.help, self.whom = text, helping, whom
        self.version = kept.version + words_differ
        self.save(update_fields=["text", "help", "whom", "version", "language"])
        record("portfolio.goal.changed", self, by=by, at=at)
        translate_for_home(self, self.texts.values(), at=at)

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        """Off her page; what was said about it goes with it."""
        _row, is_new = GoalRemoval.objects.get_or_create(goal=self, defaults={"by": by, "at": at})
        if is_new:
            take_back(self, school=self.school, at=at)
            Goal.silence([self.pk])
            GoalVersion.objects.filter(goal=self).delete()
            Goal.objects.filter(pk=self.pk).update(text="", help="")
            record("portfolio.goal.removed", self, by=by, at=at)

    @staticmethod
    def silence(goals: Iterable[int]) -> None:
        """Everything that was spoken of these, now and before."""
        GoalVoice.silence(goals)
        before = GoalVersion.objects.filter(goal__in=goals)
        GoalVersionVoice.silence(before.values_list("pk", flat=True))


class GoalStep(models.Model):
    """When she came to which step: so that she can look back."""

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="steps")
    step = models.CharField(max_length=10, choices=Step.choices)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class GoalVersion(models.Model):
    """What it said before. It is never changed."""

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200, blank=True)
    help = models.CharField(max_length=300, blank=True)
    until = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["goal", "number"], name="one_goal_a_version")]

    @property
    def voices(self) -> list[Attachment]:
        """What was spoken then, where GoalPage asked for it."""
        return GoalVersionVoice.played(vars(self)["heard"])


class GoalVoice(Voice):
    """The goal as it was spoken, with how home helps: heard by who reads it."""

    CARRIER = "goal"

    goal = models.OneToOneField(Goal, models.CASCADE, related_name="+")


class GoalVersionVoice(Voice):
    """What was spoken before; of its own, so that it stays as it was."""

    CARRIER = "version"

    version = models.OneToOneField(GoalVersion, models.CASCADE, related_name="+")


class GoalReading(Guarded):
    """Which version somebody read, and when: for herself, and for the child whose goal it is."""

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="+")
    version = models.PositiveSmallIntegerField()
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["goal", "version", "person"], name="read_a_goal_once")]


class GoalRemoval(models.Model):
    """The goal is gone because this row exists."""

    goal = models.OneToOneField(Goal, models.CASCADE, related_name="removal")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
