"""What was told to whom, by which road, and what each person wants to hear."""

from driehoek.backbone.notifications.models.delivery import Delivery, Refusal
from driehoek.backbone.notifications.models.notification import Notification, Telling
from driehoek.backbone.notifications.models.preference import Mode, Preference

__all__ = ["Delivery", "Mode", "Notification", "Preference", "Refusal", "Telling"]
