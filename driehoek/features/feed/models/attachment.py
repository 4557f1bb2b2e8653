"""What goes with a post or with something said about it: files, voice notes, pictures."""

from django.db import models

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.media.models import Attachment


class PostAttachment(Guarded):
    """One file in one post. Films and photos are PostPhotos: they have rules of their own."""

    post = models.ForeignKey("feed.Post", models.CASCADE, related_name="+")
    attachment = models.OneToOneField(Attachment, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)


class CommentAttachment(Guarded):
    """One attachment of one remark: whoever reads the remark gets it, and nobody else."""

    comment = models.ForeignKey("feed.Comment", models.CASCADE, related_name="+")
    attachment = models.OneToOneField(Attachment, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)
