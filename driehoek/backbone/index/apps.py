"""Listens to the journal, and finds what every package lets find."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class IndexConfig(AppConfig):
    name = "driehoek.backbone.index"

    def ready(self) -> None:
        """Models exist only from here on, hence the late imports."""
        from driehoek.backbone.index.keeping import on_recorded
        from driehoek.backbone.journal.models import Entry, recorded

        autodiscover_modules("searchable")
        recorded.connect(on_recorded, sender=Entry, dispatch_uid="index")
