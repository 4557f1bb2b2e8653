"""What people say about a post: in a line of their own with the school, or to everyone who sees it."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import models, transaction

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.access.rules.posts import heard, is_due, my_line, stands, told_all
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.moderation.rewording import reword, take_back
from driehoek.backbone.translation.openers import ours_among
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.facts.people.models import Person
from driehoek.features.feed.models.attachment import CommentAttachment
from driehoek.features.feed.models.own_language import translate_for_listeners

if TYPE_CHECKING:
    from driehoek.features.feed.models.post import Post


class CommentQuerySet(GuardedQuerySet["Comment"]):
    def said_on(self, post: "Post | int", viewer: Viewer, *, hears: bool) -> "CommentQuerySet":
        """What this viewer may read on a post that she sees; `hears` says whether she may hear every line.
        The rule of the policy, of which the part about the post has been asked already."""
        readable = stands & (heard if hears else is_due & (told_all | my_line))
        return self.filter(readable.rows_for(viewer), post=post)

    def in_lines(self) -> "CommentQuerySet":
        return self.exclude(thread_of=None)


class Comment(Guarded):
    """One remark. Two guardians of one child have two lines; neither sees that of the other. From `due_at`
    those read it to whom it was said: school answers in school hours, or says why not (`hurry`)."""

    post = models.ForeignKey("feed.Post", models.CASCADE, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    corner = models.CharField(max_length=6, choices=Corner.choices)
    thread_of = models.ForeignKey(  # whose line with the school this is in; None: everyone reads it
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    text = models.TextField(max_length=2_000)
    language = models.CharField(max_length=8, default="nl")
    at = models.DateTimeField()
    due_at = models.DateTimeField()
    hurry = models.CharField(max_length=200, blank=True)
    edited_at = models.DateTimeField(null=True, blank=True)

    told: Told  # its text for one reader, put there by put_in_words()
    heard: list[Attachment]  # what of it was spoken, put there by beforehand.look_at_comments()

    objects = CommentQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        indexes = [models.Index(fields=["post", "at"])]

    def get_absolute_url(self) -> str:
        return f"{self.post.get_absolute_url()}#reactie-{self.pk}"

    @property
    def is_private(self) -> bool:
        return self.thread_of_id is not None

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        if not self.text:
            return {}
        ours = ours_among(self.text)
        language = next((one for one, words in ours.items() if words == self.text), self.language)
        return {"text": Text(self.text, language, self.post.school_id, ours, within=self._within)}

    @property
    def _within(self) -> str:
        """Where a translation by hand stays: in the line, or in the room of a child."""
        line = f"line-{self.post_id}-{self.thread_of_id}" if self.thread_of_id else ""
        return line or self.post.within

    def has_the_same(self, attachments: Sequence[Attachment]) -> bool:
        """Whether it carries the same bytes: a form that was sent twice."""
        carried = CommentAttachment.objects.filter(comment=self).values_list("attachment__digest", flat=True)
        return sorted(carried) == sorted(one.digest for one in attachments)

    def carry(self, attachments: Sequence[Attachment]) -> None:
        CommentAttachment.objects.bulk_create(
            CommentAttachment(comment=self, attachment=one, position=number)
            for number, one in enumerate(attachments)
        )

    def voices(self) -> list[Attachment]:
        """What of it was spoken."""
        rows = CommentAttachment.objects.filter(comment=self, attachment__kind=Attachment.Kind.VOICE)
        return [row.attachment for row in rows.select_related("attachment").order_by("position", "pk")]

    @property
    def spoken_text(self) -> str:
        return self.text

    @transaction.atomic
    def edit(self, text: str, *, by: Person, at: dt.datetime) -> None:
        """Other words; what it said is kept apart for a while, and is translated anew."""
        if reword(self, text, school=self.post.school, at=at):
            self.post.touch()
            record("feed.comment.edited", self, by=by, at=at)
            translate_for_listeners(self, at=at)

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        """Nobody reads it any more; what it said is kept apart for a while."""
        _row, is_new = Removal.objects.get_or_create(comment=self, defaults={"by": by, "at": at})
        if is_new:
            take_back(self, school=self.post.school, at=at)
            self.post.touch()
            record("feed.comment.removed", self, by=by, at=at)


class Removal(models.Model):
    """The comment is gone because this row exists."""

    comment = models.OneToOneField(Comment, models.CASCADE, related_name="removal")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
