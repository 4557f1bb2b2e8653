"""Photos, who may be on them, and what hides them."""

from driehoek.backbone.media.models.check import Cover, PhotoCheck, PhotoGroup, PhotoLimit
from driehoek.backbone.media.models.hold import PhotoHold, WatchedEnrolment
from driehoek.backbone.media.models.photo import Photo, PhotoRemoval

__all__ = [
    "Cover",
    "Photo",
    "PhotoCheck",
    "PhotoGroup",
    "PhotoHold",
    "PhotoLimit",
    "PhotoRemoval",
    "WatchedEnrolment",
]
