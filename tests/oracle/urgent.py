"""Who reads an urgent notice, in plain Python over plain dicts."""

import datetime as dt

from tests.oracle.rules import Row, World, day_of, fits, leads, left, live, recalls


def sees_alert(world: World, who: int, hat: str, alert: Row, now: dt.datetime) -> bool:
    """Everyone it was sent to, also when it is over, and who leads the school. What is for a whole school and
    runs stands on a page for anybody."""
    if alert["public"] and not alert["withdrawn"] and now < alert["until"]:
        return True
    here = live(world, who, hat, day_of(now))
    if any(row["school"] == alert["school"] and leads(row) for row in here):
        return True
    gone = list(left(world, who, hat, day_of(now)))
    return any(
        any(fits(line, row) for row in here) or any(recalls(line, row, alert["at"]) for row in gone)
        for line in alert["lines"]
    )
