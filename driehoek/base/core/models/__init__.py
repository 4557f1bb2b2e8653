"""What work in the background and what is counted leave in the database."""

from driehoek.base.core.keys import Among  # known to every model from here on
from driehoek.base.core.models.alarm import Alarm
from driehoek.base.core.models.attempt import Attempt
from driehoek.base.core.models.lease import Leased, LeaseLost
from driehoek.base.core.models.rhythm import Rhythm
from driehoek.base.core.models.worker import WorkerPulse

__all__ = ["Alarm", "Among", "Attempt", "LeaseLost", "Leased", "Rhythm", "WorkerPulse"]
