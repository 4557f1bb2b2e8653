"""How an attempt to reach someone can end, whatever the road."""

import datetime as dt

AT_ONCE = dt.timedelta(0)


class NotDelivered(Exception):
    """It did not arrive. `reason` is for the machine's own notes: no address, no text, no name in it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Later(NotDelivered):
    """The other side asks to come back, and may say after how long."""

    def __init__(self, reason: str, wait: dt.timedelta = AT_ONCE) -> None:
        super().__init__(reason)
        self.wait = wait


class Unreachable(Later):
    """There is no other side at the moment: trying the next receiver now is of no use."""


class Never(NotDelivered):
    """The other side will not take this for this receiver, now or later."""


class Gone(NotDelivered):
    """Nothing is left at the end of this road, and nobody is to blame."""


class Unsendable(NotDelivered):
    """The message itself is wrong: no server should ever see it."""
