"""Hears that a holiday changed, in the transaction in which it happens."""

from django.apps import AppConfig


class ShiftedConfig(AppConfig):
    name = "driehoek.surfaces.shifted"

    def ready(self) -> None:
        from driehoek.backbone.journal.models import Entry, recorded
        from driehoek.surfaces.shifted.listening import on_recorded

        recorded.connect(on_recorded, sender=Entry, dispatch_uid="shifted")
