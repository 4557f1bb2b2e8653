"""Films that wait are made one by one; how it ended is written on the film."""

import datetime as dt
from collections.abc import Callable

from django.db import transaction

from driehoek.backbone.media import attachment_files as files
from driehoek.backbone.media.models import Attachment, Conversion
from driehoek.base.core.models import LeaseLost
from driehoek.base.core.recordings import NoRecorder, RecordingRefused, make_film

Clock = Callable[[], dt.datetime]


def convert_next(*, clock: Clock) -> bool:
    """Make one film that is due; whether there was one."""
    Conversion.objects.free_stale(clock())
    claimed: list[Conversion] = Conversion.objects.select_related("attachment").claim(clock(), limit=1)
    for conversion in claimed:
        try:
            _convert(conversion, clock)
        except LeaseLost:  # we were thought dead: another worker makes it
            continue
        except Exception as error:  # one film must not keep the next one waiting
            conversion.stumble(type(error).__name__, clock())
    return bool(claimed)


def _convert(conversion: Conversion, clock: Clock) -> None:
    film = conversion.attachment
    raw, target = files.path(film.token, files.RAW), files.path(film.token, film.ending)
    try:
        seconds = make_film(raw, conversion.container, target, beat=lambda: conversion.renew(clock()))
    except NoRecorder:
        conversion.retry(clock(), reason="no ffmpeg")
    except RecordingRefused as refused:
        _refuse(conversion, type(refused).__name__)
    else:
        _finish(conversion, seconds)


@transaction.atomic
def _finish(conversion: Conversion, seconds: float) -> None:
    conversion.finish(Conversion.State.DONE)
    _say(conversion.attachment, state=Attachment.State.READY, seconds=seconds)


@transaction.atomic
def _refuse(conversion: Conversion, reason: str) -> None:
    conversion.finish(Conversion.State.FAILED, reason=reason)
    _say(conversion.attachment, state=Attachment.State.REFUSED)


def _say(film: Attachment, **how: object) -> None:
    """Written down first; only then the raw file goes."""
    Attachment._default_manager.filter(pk=film.pk).update(**how)
    transaction.on_commit(lambda: files.remove(film.token, files.RAW))
