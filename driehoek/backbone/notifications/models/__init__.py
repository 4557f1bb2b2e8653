"""What was told to whom, by which road, and what each person wants to hear."""

from driehoek.backbone.notifications.models.brevity import Brevity, SchoolBrevity
from driehoek.backbone.notifications.models.delivery import Delivery, Refusal
from driehoek.backbone.notifications.models.digest import Digest, DigestTime
from driehoek.backbone.notifications.models.house_rule import HouseRule
from driehoek.backbone.notifications.models.interest import Interest, Reach
from driehoek.backbone.notifications.models.notification import Lane, Notification, Telling
from driehoek.backbone.notifications.models.paper import PaperAnswer, PaperLetter
from driehoek.backbone.notifications.models.preference import Preference, Rhythm
from driehoek.backbone.notifications.models.subscription import Pause, PushSubscription
from driehoek.backbone.notifications.models.urgency import Urgency

__all__ = [
    "Brevity", "Delivery", "Digest", "DigestTime", "HouseRule", "Interest", "Lane", "Notification",
    "PaperAnswer", "PaperLetter", "Pause", "Preference", "PushSubscription", "Reach", "Refusal", "Rhythm",
    "SchoolBrevity", "Telling", "Urgency",
]  # fmt: skip
