"""Finds what every package wants translated."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class TranslationConfig(AppConfig):
    name = "driehoek.backbone.translation"

    def ready(self) -> None:
        autodiscover_modules("translated")
