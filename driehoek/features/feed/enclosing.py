"""What goes with a post: photos, films that are shown and hidden as photos, and files."""

from typing import Any, BinaryIO, cast  # an uploaded file, which reads like one

from django.db import transaction
from django.http import QueryDict

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.attaching import keep
from driehoek.backbone.media.describing import describe
from driehoek.backbone.media.making import is_picture
from driehoek.backbone.media.models import Attachment, Photo
from driehoek.features.feed.models import Post, PostAttachment, PostPhoto


def attachments_on(post: Post) -> list[Attachment]:
    """The files of a post; whoever sees it sees them."""
    rows = PostAttachment.objects.filter(post=post).select_related("attachment")
    return [row.attachment for row in rows.order_by("position", "pk")]


def enclose(upload: Any, post: Post, viewer: Viewer) -> Photo | Attachment | None:
    """Put one upload on the sheet, as what it is; None when it was shared meanwhile: nothing is added to what
    others read already. Raises ImageRefused or AttachmentRefused."""
    kept = _kept(upload, post, viewer)
    with transaction.atomic():
        if not post.is_out_of_hand():
            _put(kept, post)
            return kept
    kept.discard()
    return None


def describe_photos(post: Post, photos: list[Photo], data: QueryDict | None) -> list[str]:
    """What is on them in words; nothing is changed on what others read already."""
    with transaction.atomic():
        return [] if post.is_out_of_hand() else describe(photos, data)


def _kept(upload: Any, post: Post, viewer: Viewer) -> Photo | Attachment:
    head = upload.read(64)
    upload.seek(0)
    if is_picture(head) or not head:
        source = cast(BinaryIO, upload)
        return Photo.take(source, school=post.school, by=viewer.person, at=viewer.now)
    kept = keep(upload, school=post.school, viewer=viewer)
    if kept.kind == Attachment.Kind.FILM:
        return Photo.of_film(kept, by=viewer.person, at=viewer.now)
    return kept


def _put(kept: Photo | Attachment, post: Post) -> None:
    if isinstance(kept, Photo):
        PostPhoto.objects.create(post=post, photo=kept, position=PostPhoto.objects.filter(post=post).count())
    else:
        position = PostAttachment.objects.filter(post=post).count()
        PostAttachment.objects.create(post=post, attachment=kept, position=position)
