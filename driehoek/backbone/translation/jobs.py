"""Doors for background work: translating what waits, and forgetting what is old."""

import datetime as dt

from django.db.models import Q

from driehoek.backbone.translation import working
from driehoek.backbone.translation.models import Translation
from driehoek.backbone.translation.models.translation import drop
from driehoek.backbone.translation.translators.choosing import translator
from driehoek.base.core import clock
from driehoek.base.core.tasks import task

KEPT = dt.timedelta(days=400)  # a school year and its holidays


@task
def translate() -> None:
    """One batch; when there was more than a batch, somebody goes on."""
    chosen = translator()
    if chosen and working.translate_due(chosen, clock=clock.shared()) == working.BATCH:
        translate.enqueue()


@task
def forget_old() -> None:
    """Once a day: what a machine made of old texts. Whoever reads one again has it made again."""
    old = Translation.objects.filter(wanted_at__lt=clock.now() - KEPT)
    drop(old.filter(Q(correction=None)))
