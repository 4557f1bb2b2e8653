"""Listens to the journal, and finds every package's notices and what can be answered to them."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class NotificationsConfig(AppConfig):
    name = "driehoek.backbone.notifications"

    def ready(self) -> None:
        """Models exist only from here on, hence the late imports."""
        from driehoek.backbone.journal.models import Entry, recorded
        from driehoek.backbone.notifications.listening import on_recorded

        autodiscover_modules("notices", "answers")
        recorded.connect(on_recorded, sender=Entry, dispatch_uid="notifications")
