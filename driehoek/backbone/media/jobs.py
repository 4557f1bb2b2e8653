"""Doors for work by the clock: hide what changed, forget what nobody keeps."""

import datetime as dt

from django_tasks import task

from driehoek.backbone.media.files import remove_orphans
from driehoek.backbone.media.holding import hold_photos
from driehoek.backbone.media.models import Photo
from driehoek.base.core.clock import now

A_DAY = dt.timedelta(days=1)  # an upload is done long before


@task()
def follow_consent() -> None:
    """Every minute: hide what may no longer be shown, and show again what may."""
    hold_photos(now())


@task()
def forget_stray_files() -> None:
    """Every night: files of uploads that broke halfway."""
    remove_orphans(Photo.objects.values_list("token", flat=True), before=now() - A_DAY)
