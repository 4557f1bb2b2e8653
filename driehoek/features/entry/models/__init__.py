"""Letters, codes, cards and devices: every way in, as rows."""

from driehoek.features.entry.models.card import StudentCard
from driehoek.features.entry.models.device import Device
from driehoek.features.entry.models.invitation import Invitation, Road
from driehoek.features.entry.models.joined import JoinedPerson
from driehoek.features.entry.models.provider import Demand, Provider, WorkAccount
from driehoek.features.entry.models.signin import SignInCode
from driehoek.features.entry.models.staff import StaffInvitation

__all__ = [
    "Demand",
    "Device",
    "Invitation",
    "JoinedPerson",
    "Provider",
    "Road",
    "SignInCode",
    "StaffInvitation",
    "StudentCard",
    "WorkAccount",
]
