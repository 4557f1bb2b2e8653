"""What was told to whom, by which road, and what each person wants to hear."""

from driehoek.backbone.notifications.models.delivery import Delivery, Refusal
from driehoek.backbone.notifications.models.notification import Lane, Notification, Telling
from driehoek.backbone.notifications.models.preference import Preference, Rhythm
from driehoek.backbone.notifications.models.urgency import Urgency

__all__ = ["Delivery", "Lane", "Notification", "Preference", "Refusal", "Rhythm", "Telling", "Urgency"]
