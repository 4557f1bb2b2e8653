"""Finds what every package lets people report."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ModerationConfig(AppConfig):
    name = "driehoek.backbone.moderation"

    def ready(self) -> None:
        autodiscover_modules("reportable")
