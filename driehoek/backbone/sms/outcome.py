"""How handing a text message over can end. `reason` holds no number and no words of it."""


class NotTaken(Exception):
    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Busy(NotTaken):
    """The gateway asks to come back, or broke."""


class Away(NotTaken):
    """Nobody answers: the next number need not be tried now."""


class Refused(NotTaken):
    """The gateway will not take this for this number, now or later."""
