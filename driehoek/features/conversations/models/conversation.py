"""A conversation: one person's line with the school, about some children or about the portal itself."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.translation.languages import language_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.conversations.models.attachment import MessageAttachment
from driehoek.features.conversations.models.handling import Assignment, Done, LeftOut
from driehoek.features.conversations.models.message import Corner, Hurry, Message
from driehoek.features.conversations.models.readmark import ReadMark

SAME_BREATH = dt.timedelta(minutes=5)  # the same words again within this time are one message, sent twice


class Team(models.TextChoices):
    """Who at school reads it."""

    CHILD = "child"
    HELP = "help"
    MENTOR = "mentor"  # by law, how a student is doing: she reads along, whatever she keeps to herself


class About(models.TextChoices):
    """What a colleague writes home about. Nobody at home sees the word; it keeps contact in balance."""

    GOOD = "good", _("Goed nieuws")
    QUESTION = "question", _("Een vraag")
    CONCERN = "concern", _("Een zorg")


class ConversationQuerySet(GuardedQuerySet["Conversation"]):
    def with_people(self) -> "ConversationQuerySet":
        return self.select_related("school", "line_of__portrait", "assignment__to", "done")


class Conversation(Guarded):
    """Two guardians of one child have two of these, and neither sees that of the other.

    Its readers are fixed when it begins: `line_of` at home, the student when she was asked in, and the
    team at school, whoever that is today. Nobody can be added.
    """

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    line_of = models.ForeignKey(Person, models.PROTECT, related_name="+")  # a guardian, or a student
    with_student = models.BooleanField(default=False)  # the child it is about reads along and answers
    team = models.CharField(max_length=6, choices=Team.choices, default=Team.CHILD)
    about = models.CharField(max_length=8, choices=About.choices, blank=True)  # only of what school began
    started_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    last_at = models.DateTimeField()  # of the newest message, as school sees it: for the order of a list
    last_corner = models.CharField(max_length=6, choices=Corner.choices)

    objects = ConversationQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        indexes = [
            models.Index(fields=["line_of", "last_at"]),
            models.Index(fields=["school", "last_at"]),
            models.Index(fields=["started_by", "started_at"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(with_student=False) | ~models.Q(team=Team.HELP),
                name="help_is_for_one_reader_at_home",
            )
        ]

    @property
    def within(self) -> str:
        """Where a translation by hand stays."""
        return f"conversation-{self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("conversations:conversation", args=[self.pk])

    @property
    def is_done(self) -> bool:
        return hasattr(self, "done")

    @property
    def colleague(self) -> Person | None:
        """Who took it on."""
        assignment: Assignment | None = getattr(self, "assignment", None)
        return assignment.to if assignment else None

    @classmethod
    @transaction.atomic
    def begin(
        cls, school: School, children: Iterable[Person], *, line_of: Person, by: Person, corner: str,
        text: str, at: dt.datetime, told_at: dt.datetime, due_at: dt.datetime | None = None,
        with_student: bool = False, team: str = Team.CHILD, about: str = "",
        attachments: Sequence[Attachment] = (),
    ) -> "Conversation":  # fmt: skip
        """With its first message. The same again within a breath is the same one."""
        children = list(children)
        twin = cls._twin(school, children, line_of=line_of, by=by, text=text, at=at, attachments=attachments)
        if twin is not None:
            return twin
        begun = cls.objects.create(
            school=school, line_of=line_of, with_student=with_student, team=team, about=about,
            started_by=by, started_at=at, last_at=due_at or at, last_corner=corner,
        )  # fmt: skip
        rows = [ConversationChild(conversation=begun, student=child) for child in children]
        ConversationChild.objects.bulk_create(rows)
        begun.say(text, by=by, corner=corner, at=at, due_at=due_at, told_at=told_at, attachments=attachments)
        return begun

    @classmethod
    def _twin(
        cls, school: School, children: list[Person], *, line_of: Person, by: Person, text: str,
        at: dt.datetime, attachments: Sequence[Attachment],
    ) -> "Conversation | None":  # fmt: skip
        """The same words about another child, or to another school, are another question."""
        lately = cls.objects.filter(school=school, started_by=by, line_of=line_of)
        about = {child.pk for child in children}
        for row in lately.filter(started_at__gt=at - SAME_BREATH):
            asked = set(row.children.values_list("student", flat=True))
            if asked == about and row._began_with(text, attachments):
                return row
        return None

    def _began_with(self, text: str, attachments: Sequence[Attachment]) -> bool:
        first = Message.objects.filter(conversation=self).order_by("pk").first()
        same = first is not None and first.text == text
        return same and first is not None and MessageAttachment.are_the_same(first, attachments)

    @transaction.atomic
    def say(
        self, text: str, *, by: Person, corner: str, at: dt.datetime, told_at: dt.datetime,
        due_at: dt.datetime | None = None, attachments: Sequence[Attachment] = (),
    ) -> Message:  # fmt: skip
        """Say something from one corner. Home is read at once; school may wait for the morning (`due_at`).
        `told_at` is when the others hear of it by mail. What is said opens what was done."""
        same = Message.objects.filter(conversation=self, author=by, corner=corner, text=text)
        for said in same.filter(at__gt=at - SAME_BREATH):
            if MessageAttachment.are_the_same(said, attachments):
                return said
        said = Message.objects.create(
            conversation=self, author=by, corner=corner, text=text, language=language_of(text, by.language),
            at=at, due_at=due_at or at,
        )  # fmt: skip
        MessageAttachment.carry(said, attachments)
        self.last_at, self.last_corner = said.due_at, corner
        self.save(update_fields=["last_at", "last_corner"])
        Done.objects.filter(conversation=self).delete()
        self.mark_read(by=by, at=at)
        record("conversations.message.said", said, by=by, at=at, due_at=max(told_at, said.due_at))
        said.translate(at=at)
        return said

    @transaction.atomic
    def take_back(self, message: Message, *, by: Person, at: dt.datetime) -> None:
        """Before it goes. Afterwards it is said."""
        gone, _rows = Message.objects.filter(pk=message.pk, due_at__gt=at).delete()
        if not gone:
            return
        record("conversations.message.taken_back", self, by=by, at=at)
        self._see_what_stands()

    @transaction.atomic
    def withdraw(self, message: Message, *, by: Person, at: dt.datetime) -> None:
        """After it went. Where nothing stands any more, nothing waits for an answer."""
        message.withdraw(by=by, at=at)
        if not self._see_what_stands():
            self.finish(by=by, at=at)

    def _see_what_stands(self) -> bool:
        """Who spoke last, of what was not taken back; False when nothing is left."""
        said = Message.objects.filter(conversation=self, taken_back_at=None)
        newest = said.order_by("-due_at", "-pk").first()
        if newest:
            self.last_at, self.last_corner = newest.due_at, newest.corner
            self.save(update_fields=["last_at", "last_corner"])
        return newest is not None

    @transaction.atomic
    def hurry(self, message: Message, *, reason: str, by: Person, at: dt.datetime) -> None:
        """Why this could not wait for the morning; kept."""
        _row, is_new = Hurry.objects.get_or_create(message=message, defaults={"reason": reason})
        if is_new:
            record("conversations.message.hurried", self, by=by, at=at)

    @transaction.atomic
    def assign(self, *, to: Person | None, by: Person, at: dt.datetime, told_at: dt.datetime) -> None:
        """One colleague takes it on, or nobody any more. The whole team still reads it."""
        if to is None:
            Assignment.objects.filter(conversation=self).delete()
            return
        row, is_new = Assignment.objects.get_or_create(
            conversation=self, defaults={"to": to, "by": by, "at": at}
        )
        if is_new or row.to_id != to.pk:
            row.to, row.by, row.at = to, by, at
            row.save()
            record("conversations.conversation.assigned", self, by=by, at=at, due_at=told_at)

    @transaction.atomic
    def finish(self, *, by: Person, at: dt.datetime) -> None:
        """Nothing waits here any more. Either side may say so."""
        _row, is_new = Done.objects.get_or_create(conversation=self, defaults={"by": by, "at": at})
        if is_new:
            record("conversations.conversation.finished", self, by=by, at=at)

    @transaction.atomic
    def reopen(self) -> None:
        Done.objects.filter(conversation=self).delete()

    @transaction.atomic
    def leave_out(self, adult: Person, *, reason: str, by: Person, at: dt.datetime) -> None:
        """Another guardian of the child did not get this, and why."""
        _row, is_new = LeftOut.objects.get_or_create(
            conversation=self, adult=adult, defaults={"reason": reason}
        )
        if is_new:
            record("conversations.conversation.narrowed", self, by=by, at=at)

    def __str__(self) -> str:
        return f"Conversation {self.pk}"

    def mark_read(self, *, by: Person, at: dt.datetime) -> None:
        """This person has seen what there was until now."""
        ReadMark.objects.update_or_create(conversation=self, person=by, defaults={"at": at})


class ConversationChild(models.Model):
    """One of the children it is about."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="children")
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conversation", "student"], name="about_a_child_once")]
