"""Work and goals of students, for whom they are, and what is answered to them."""

from driehoek.features.portfolio.models.bundle import (
    FORMS,
    Bundle,
    BundleItem,
    Chosen,
    Packing,
    Parcel,
    ParcelPart,
)
from driehoek.features.portfolio.models.bundle import KEPT as KEPT_PARCELS
from driehoek.features.portfolio.models.echo import Echo, EchoAttachment, EchoHeard, EchoRemoval
from driehoek.features.portfolio.models.for_whom import ForWhom, is_of_age, is_young, usual
from driehoek.features.portfolio.models.goal import (
    Goal,
    GoalReading,
    GoalRemoval,
    GoalStep,
    GoalVersion,
    GoalVersionVoice,
    GoalVoice,
    GoalWhom,
    Step,
)
from driehoek.features.portfolio.models.media import WorkAttachment, WorkPhoto, by_work
from driehoek.features.portfolio.models.period import Period, Standing
from driehoek.features.portfolio.models.work import (
    Sharing,
    Work,
    WorkLook,
    WorkReader,
    WorkRemoval,
    WorkVersion,
)

__all__ = [
    "FORMS",
    "KEPT_PARCELS",
    "Bundle",
    "BundleItem",
    "Chosen",
    "Packing",
    "Parcel",
    "ParcelPart",
    "Echo",
    "EchoAttachment",
    "EchoHeard",
    "EchoRemoval",
    "ForWhom",
    "Goal",
    "GoalReading",
    "GoalRemoval",
    "GoalStep",
    "GoalVersion",
    "GoalVersionVoice",
    "GoalVoice",
    "GoalWhom",
    "Period",
    "Sharing",
    "Standing",
    "Step",
    "Work",
    "WorkAttachment",
    "WorkLook",
    "WorkPhoto",
    "WorkReader",
    "WorkRemoval",
    "WorkVersion",
    "by_work",
    "is_of_age",
    "is_young",
    "usual",
]
