"""Doors for background work: hide what changed, make films, forget what nobody keeps."""

import datetime as dt

from django_tasks import task

from driehoek.backbone.media import attachment_files, loose
from driehoek.backbone.media.converting import convert_next
from driehoek.backbone.media.files import remove_orphans
from driehoek.backbone.media.holding import hold_photos
from driehoek.backbone.media.models import Attachment, Photo
from driehoek.base.core.clock import now, shared

A_DAY = dt.timedelta(days=1)  # an upload is done long before


@task()
def follow_consent() -> None:
    """Every minute: hide what may no longer be shown, and show again what may."""
    hold_photos(now())


@task()
def forget_stray_files() -> None:
    """Every night: files of uploads that broke halfway."""
    remove_orphans(Photo.objects.values_list("token", flat=True), before=now() - A_DAY)


@task(queue_name="media")
def make_films() -> None:
    """One after the other, in a lane of its own; once a minute also what was lost on the way."""
    clock = shared()
    while convert_next(clock=clock):
        pass


@task()
def forget_attachments() -> None:
    """Every night: what was brought and never sent, and files of uploads that broke halfway."""
    loose.forget(before=now() - A_DAY)
    attachment_files.remove_orphans(
        Attachment._default_manager.values_list("token", flat=True), before=now() - A_DAY
    )
