"""What a person has heard of and not yet seen. For pages to ask, and to say that a thing was opened."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.models import Notification


def mark_read(viewer: Viewer, *subjects: Model) -> None:
    """She has these things before her: what we still wanted to bring about them need not come. One query for
    each kind of thing; nobody else gets to know."""
    for kind in {type(subject) for subject in subjects}:
        keys = [subject.pk for subject in subjects if type(subject) is kind]
        _unread(viewer, kind).filter(entry__subject_id__in=keys).update(read_at=viewer.now)


def unread(viewer: Viewer, kind: type[Model]) -> QuerySet[Notification, int]:
    """The keys of the things of this kind she was told of and has not opened."""
    return _unread(viewer, kind).values_list("entry__subject_id", flat=True)


def _unread(viewer: Viewer, kind: type[Model]) -> QuerySet[Notification]:
    return Notification.objects.filter(
        person=viewer.person, read_at=None, entry__subject_type=ContentType.objects.get_for_model(kind)
    )
