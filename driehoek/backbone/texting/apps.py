"""Finds every package's words that people may text."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class TextingConfig(AppConfig):
    name = "driehoek.backbone.texting"

    def ready(self) -> None:
        autodiscover_modules("by_text")
