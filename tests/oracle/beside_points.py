"""Who sees that work or a result lies beside a point, in plain Python: who may see both of them herself."""

import datetime as dt

from tests.oracle.at_table_sides import sees_point
from tests.oracle.marks import sees_result
from tests.oracle.rules import Row, World
from tests.oracle.works import sees_work


def sees_laid_work(world: World, who: int, hat: str, laid: Row, now: dt.datetime) -> bool:
    point, work = world["points"][laid["point"]], world["works"][laid["work"]]
    return sees_point(world, who, hat, point, now) and sees_work(world, who, hat, work, now)


def sees_laid_result(world: World, who: int, hat: str, laid: Row, now: dt.datetime) -> bool:
    point, result = world["points"][laid["point"]], world["results"][laid["result"]]
    return sees_point(world, who, hat, point, now) and sees_result(world, who, hat, result, now)
