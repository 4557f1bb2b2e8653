"""Someone says that she does not get it: one tap, heard by the school alone."""

import datetime as dt
from collections.abc import Sequence

from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment
from driehoek.facts.people.models import Person
from driehoek.features.feed.models.post import Post


class ExplanationRequest(Guarded):
    """One person asks what a lesson or homework means. Her words stand in her own line under the post; this
    row is for the number that the teacher sees."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="one_request_each")]

    @classmethod
    @transaction.atomic
    def ask(
        cls, post: Post, text: str, *, by: Person, corner: str, at: dt.datetime,
        attachments: Sequence[Attachment] = (),
    ) -> None:  # fmt: skip
        """Once, however often she taps; with other words than before, she says more in the same line."""
        row, is_new = cls.objects.get_or_create(post=post, person=by, defaults={"at": at})
        post.comment(text, by=by, corner=corner, at=at, in_line_of=by, attachments=attachments)
        if is_new:
            record("feed.explanationrequest.made", row, by=by, at=at)
