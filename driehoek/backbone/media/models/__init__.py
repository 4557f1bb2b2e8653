"""Photos, who may be on them, and what hides them; attachments of what people say."""

from driehoek.backbone.media.models.attachment import Attachment, Conversion
from driehoek.backbone.media.models.check import Cover, PhotoCheck, PhotoGroup, PhotoLimit
from driehoek.backbone.media.models.hold import PhotoHold, WatchedEnrolment
from driehoek.backbone.media.models.photo import Photo, PhotoRemoval
from driehoek.backbone.media.models.tag import PhotoTag
from driehoek.backbone.media.models.voice import Voice

__all__ = [
    "Attachment",
    "Conversion",
    "Cover",
    "Photo",
    "PhotoCheck",
    "PhotoGroup",
    "PhotoHold",
    "PhotoLimit",
    "PhotoRemoval",
    "PhotoTag",
    "Voice",
    "WatchedEnrolment",
]
