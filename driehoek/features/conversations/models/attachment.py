"""What goes with a message: files, voice notes, pictures."""

from collections import defaultdict
from collections.abc import Sequence

from django.db import models
from django.db.models import QuerySet

from driehoek.backbone.access.prepared import padded, prepared
from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.media.models import Attachment


class MessageAttachment(Guarded):
    """One attachment of one message: whoever reads the message gets it, and nobody else."""

    message = models.ForeignKey("conversations.Message", models.CASCADE, related_name="+")
    attachment = models.OneToOneField(Attachment, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    @classmethod
    def carry(cls, message: models.Model, attachments: Sequence[Attachment]) -> None:
        cls.objects.bulk_create(
            cls(message_id=message.pk, attachment=one, position=number)
            for number, one in enumerate(attachments)
        )

    @classmethod
    def are_the_same(cls, message: models.Model, attachments: Sequence[Attachment]) -> bool:
        """Whether it carries the same bytes: a form that was sent twice."""
        carried = cls.objects.filter(message=message.pk).values_list("attachment__digest", flat=True)
        return sorted(carried) == sorted(one.digest for one in attachments)

    @classmethod
    def of(cls, messages: Sequence[models.Model]) -> dict[int, list[Attachment]]:
        """Of messages that this viewer may read."""
        carried: dict[int, list[Attachment]] = defaultdict(list)
        for row in prepared(_of, padded(said.pk for said in messages)) if messages else ():
            carried[row.message_id].append(row.attachment)
        return carried


def _of(messages: tuple[int, ...]) -> QuerySet[MessageAttachment]:
    rows = MessageAttachment.objects.filter(message__in=messages).select_related("attachment")
    return rows.order_by("message", "position", "pk")
