"""News for a group, a school or one child: a draft, shared from a chosen moment, sometimes withdrawn."""

import datetime as dt
from collections.abc import Sequence

from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext

from driehoek.backbone.access.models import Audience, Role
from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.base.core.clock import day_of
from driehoek.base.core.text import ended
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group, School
from driehoek.facts.schools.themes import Theme
from driehoek.features.feed.models.action import Action, actions_of
from driehoek.features.feed.models.attachment import PostAttachment
from driehoek.features.feed.models.comment import Comment
from driehoek.features.feed.models.echoes import came_out, went_away
from driehoek.features.feed.models.kinds import ASKING_HOME, EMPTY, EVERY_OWN_FIELD, OWN_FIELDS, Kind
from driehoek.features.feed.models.own_language import (
    forget_all_of,
    forget_by_hand,
    texts_of,
    translate_for_listeners,
    translate_for_readers,
)
from driehoek.features.feed.models.photo import PostPhoto
from driehoek.features.feed.models.publication import Publication, Withdrawal
from driehoek.features.feed.models.queryset import PostQuerySet
from driehoek.features.feed.models.traces import Reaction, ReadMark
from driehoek.features.feed.places import Place, key_of

WORDS = {  # what its author puts on a sheet
    "kind", "title", "text", "ask_at_home", "actions", "wanted_at", *EVERY_OWN_FIELD,
}  # fmt: skip
SAME_BREATH = dt.timedelta(minutes=5)  # the same words again within this time are one comment, sent twice


class Post(Guarded):
    """It belongs to one group, to the room of one child, or, without either, to the whole school."""

    is_unwatched = True

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, null=True, blank=True, related_name="+")
    student = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.UPDATE)
    title = models.CharField(max_length=120, blank=True)
    text = models.TextField(max_length=10_000, blank=True)  # the small Markdown of base/core/text.py
    ask_at_home = models.CharField(max_length=200, blank=True)  # the question for the kitchen table
    actions = models.CharField(max_length=40, blank=True)  # "tell,bring"; read them with to_do
    theme = models.CharField(max_length=10, choices=Theme.choices, blank=True)
    due_on = models.DateField(null=True, blank=True)  # homework: the day by which it is done
    link = models.URLField(max_length=400, blank=True)
    practice = models.TextField(max_length=600, blank=True)  # a lesson: what to do at home, in a few minutes,
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)  # how long it takes,
    needs = models.CharField(max_length=120, blank=True)  # what one needs,
    talk_about = models.CharField(max_length=200, blank=True)  # and how to talk about it
    language = models.CharField(max_length=8, default="nl")
    wanted_at = models.DateTimeField(null=True, blank=True)  # the moment she chose; None: the usual one
    created_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0)  # one higher with every change that others see

    may_comment: bool  # answered by allowing()
    may_hear: bool
    may_ask_me: bool
    told: Told  # its texts for one reader, put there by put_in_words()
    pictures: tuple[int, int]  # photos and films, put there by beforehand.look_at_posts()
    heard: list[Attachment]  # what of it was spoken
    is_weekly: bool  # and whether its group is told once a week

    objects = PostQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        indexes = [models.Index(fields=["group", "author"]), models.Index(fields=["group", "kind"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(group=None) | Q(student=None), name="a_post_has_at_most_one_place"
            )
        ]

    @property
    def is_shared(self) -> bool:
        """Also while it still waits for its moment."""
        return hasattr(self, "publication")

    @property
    def to_do(self) -> list[Action]:
        """What it asks of its readers."""
        return actions_of(self.actions)

    @property
    def who_asks(self) -> tuple[int, ...]:
        """The keys of the students who said: ask me; known by with_who_asks()."""
        return tuple(vars(self)["asking"] or ())

    @property
    def asks_home(self) -> bool:
        """Something to do at home, of which one may say that one does not get it."""
        return self.kind in ASKING_HOME

    @property
    def is_for_students(self) -> bool:
        return self.audience.lines.filter(role=Role.STUDENT).exists()

    @property
    def place_key(self) -> str:
        return key_of(school=self.school_id, group=self.group_id, student=self.student_id)

    @property
    def within(self) -> str:
        """Where a translation by hand stays: in the room of this child."""
        return f"child-{self.student_id}" if self.student_id else ""

    @property
    def place(self) -> Place:
        return Place(self.school, self.group, self.student)

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        return texts_of(self)

    @property
    def spoken_text(self) -> str:
        """Everything there is to read, for who listens."""
        practice = self.practice and f"{gettext('Oefen thuis')}: {self.practice}"
        needs = self.needs and f"{gettext('Dit heb je nodig:')} {ended(self.needs)}"
        talk = self.talk_about and f"{gettext('Praat erover:')} {self.talk_about}"
        said = [self.title and ended(self.title), self.text, practice, needs, talk, self.ask_at_home]
        return "\n\n".join(filter(None, said))

    @property
    def spoken_question(self) -> str:
        return self.ask_at_home

    def get_absolute_url(self) -> str:
        return reverse("feed:post", args=[self.pk])

    @classmethod
    @transaction.atomic
    def begin(cls, place: Place, *, by: Person, at: dt.datetime) -> "Post":
        """An empty sheet for this place and its usual readers."""
        audience = Audience.objects.create(school=place.school)
        post = cls.objects.create(
            school=place.school, author=by, audience=audience, language=by.language, created_at=at
        )
        post.write({}, place=place, with_students=place.reaches_students(day_of(at)))
        return post

    @transaction.atomic
    def write(self, words: dict[str, object], *, place: Place, with_students: bool = False) -> None:
        """Keep what is on the sheet and for whom it is. What was shared meanwhile stays as it is."""
        if self.is_out_of_hand():
            return
        for field in WORDS & words.keys():
            setattr(self, field, words[field])
        self.language = language_of(f"{self.title} {self.text}", self.author.language)
        self.school, self.group, self.student = place.school, place.group, place.student
        self.save(update_fields=[*WORDS, "language", "school", "group", "student"])
        self.audience.lines.all().delete()
        for line in place.lines(with_students=with_students):
            line.audience = self.audience
            line.save(force_insert=True)

    def strip(self) -> None:
        """Forget what was typed for another kind of post than it became."""
        for field in EVERY_OWN_FIELD:
            if field not in OWN_FIELDS.get(self.kind, ()):
                setattr(self, field, EMPTY[field])

    def is_out_of_hand(self) -> bool:
        """Shared, perhaps by a second tap at this very moment: asked within the transaction that writes."""
        Post.objects.select_for_update().get(pk=self.pk)
        return Publication.objects.filter(post=self).exists()

    @transaction.atomic
    def discard(self) -> None:
        """Throw a draft away, photos and all."""
        for row in PostPhoto.objects.filter(post=self).select_related("photo"):
            row.photo.discard()
        for enclosed in PostAttachment.objects.filter(post=self).select_related("attachment"):
            enclosed.attachment.discard()
        said = Comment.objects.filter(post=self).select_related("post")
        forget_by_hand(self, list(said))
        audience = self.audience
        self.delete()
        audience.delete()

    @transaction.atomic
    def share(self, *, by: Person, at: dt.datetime, due_at: dt.datetime) -> None:
        """Put it before its audience from that moment on. Sharing twice tells nobody twice."""
        Post.objects.select_for_update().get(pk=self.pk)
        _row, is_new = Publication.objects.get_or_create(
            post=self, defaults={"by": by, "at": at, "due_at": due_at, "place": self.place_key}
        )
        if is_new:
            record("feed.post.shared", self, by=by, at=at, due_at=due_at)
            translate_for_readers(self, at=at, due_at=due_at)
            came_out(self, by=by, at=at, due_at=due_at)

    @transaction.atomic
    def undo(self, *, by: Person, at: dt.datetime) -> None:
        """Make it a draft again, as long as nobody has it. Afterwards there is only withdrawing."""
        undone, _rows = Publication.objects.filter(post=self, due_at__gt=at).delete()
        if undone:
            record("feed.post.undone", self, by=by, at=at)
            went_away(self, by=by, at=at)

    @transaction.atomic
    def withdraw(self, *, by: Person, at: dt.datetime) -> None:
        """Hide it from everyone but its author."""
        _row, is_new = Withdrawal.objects.get_or_create(post=self, defaults={"by": by, "at": at})
        if is_new:
            record("feed.post.withdrawn", self, by=by, at=at)
            forget_all_of(self, list(Comment.objects.filter(post=self).select_related("post")))
            went_away(self, by=by, at=at)

    @transaction.atomic
    def comment(
        self,
        text: str,
        *,
        by: Person,
        corner: str,
        at: dt.datetime,
        in_line_of: Person | None = None,
        attachments: Sequence[Attachment] = (),
        due_at: dt.datetime | None = None,
        hurry: str = "",
    ) -> Comment:
        """Say something: to the school, in someone's line, or else to everyone who sees the post. At once, or
        from `due_at` on; `hurry` is why it does not wait until school is open."""
        same = Comment.objects.filter(post=self, author=by, thread_of=in_line_of, text=text)
        for said in same.filter(at__gt=at - SAME_BREATH):
            if said.has_the_same(attachments):
                return said
        said = Comment.objects.create(
            post=self, author=by, corner=corner, thread_of=in_line_of, text=text,
            language=language_of(text, by.language), at=at, due_at=due_at or at, hurry=hurry,
        )  # fmt: skip
        said.carry(attachments)
        self.touch()
        record("feed.comment.said", said, by=by, at=at, due_at=said.due_at)
        if hurry:
            record("feed.comment.hurried", said, by=by, at=at)
        translate_for_listeners(said, at=at)
        return said

    @transaction.atomic
    def react(self, *, by: Person, corner: str, at: dt.datetime) -> None:
        """Say Mooi. Saying it twice is saying it once."""
        _row, is_new = Reaction.objects.get_or_create(
            post=self, person=by, defaults={"corner": corner, "at": at}
        )
        if is_new:
            self.touch()

    @transaction.atomic
    def unreact(self, *, by: Person) -> None:
        gone, _rows = Reaction.objects.filter(post=self, person=by).delete()
        if gone:
            self.touch()

    def mark_read(self, *, by: Person, at: dt.datetime) -> None:
        """This person has seen it. Seeing it again writes nothing."""
        if not ReadMark.objects.filter(post=self, person=by).exists():
            ReadMark.objects.bulk_create([ReadMark(post=self, person=by, at=at)], ignore_conflicts=True)

    def touch(self) -> None:
        """Something about it changed that others see: what was rendered before no longer counts."""
        Post.objects.filter(pk=self.pk).update(version=F("version") + 1)
