"""What goes with a post: photos, films that are shown and hidden as photos, and files."""

from typing import Any, BinaryIO, cast  # an uploaded file, which reads like one

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.attaching import keep
from driehoek.backbone.media.making import is_picture
from driehoek.backbone.media.models import Attachment, Photo
from driehoek.features.feed.models import Post, PostAttachment, PostPhoto


def attachments_on(post: Post) -> list[Attachment]:
    """The files of a post; whoever sees it sees them."""
    rows = PostAttachment.objects.filter(post=post).select_related("attachment")
    return [row.attachment for row in rows.order_by("position", "pk")]


def enclose(upload: Any, post: Post, viewer: Viewer) -> Photo | Attachment:
    """Put one upload on the sheet, as what it is. Raises ImageRefused or AttachmentRefused."""
    head = upload.read(64)
    upload.seek(0)
    if is_picture(head) or not head:
        source = cast(BinaryIO, upload)
        return _shown(Photo.take(source, school=post.school, by=viewer.person, at=viewer.now), post)
    kept = keep(upload, school=post.school, viewer=viewer)
    if kept.kind == Attachment.Kind.FILM:
        return _shown(Photo.of_film(kept, by=viewer.person, at=viewer.now), post)
    position = PostAttachment.objects.filter(post=post).count()
    PostAttachment.objects.create(post=post, attachment=kept, position=position)
    return kept


def _shown(photo: Photo, post: Post) -> Photo:
    position = PostPhoto.objects.filter(post=post).count()
    PostPhoto.objects.create(post=post, photo=photo, position=position)
    return photo
