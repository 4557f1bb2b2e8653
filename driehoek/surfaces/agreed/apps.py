"""Hears that a day was agreed, in the transaction in which it happens."""

from django.apps import AppConfig


class AgreedConfig(AppConfig):
    name = "driehoek.surfaces.agreed"

    def ready(self) -> None:
        from driehoek.backbone.journal.models import Entry, recorded
        from driehoek.surfaces.agreed.listening import on_recorded

        recorded.connect(on_recorded, sender=Entry, dispatch_uid="agreed")
