"""A film that waits to be made: the truth about it, whatever becomes of the worker."""

from django.db import models

from driehoek.backbone.media.models.attachment import Attachment
from driehoek.base.core.models import Leased


class Conversion(Leased):
    """One film, taken by one worker at a time. One that dies loses nothing: the raw file is still there."""

    attachment = models.OneToOneField(Attachment, models.CASCADE, related_name="+")
    container = models.CharField(max_length=10)  # which reader of ffmpeg fits the raw file
