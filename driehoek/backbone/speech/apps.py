"""Finds what every package says aloud of its own pages."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class SpeechConfig(AppConfig):
    name = "driehoek.backbone.speech"

    def ready(self) -> None:
        autodiscover_modules("explained")
