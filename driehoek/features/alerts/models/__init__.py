"""An urgent notice, that it was taken back, and whom somebody called about it."""

from driehoek.features.alerts.models.alert import Alert, What, Why, Withdrawal, scope_of
from driehoek.features.alerts.models.call import Call

__all__ = ["Alert", "Call", "What", "Why", "Withdrawal", "scope_of"]
