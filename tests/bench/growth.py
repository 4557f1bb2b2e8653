"""The same pages with many schools and with one, each divided by F."""

from collections.abc import Iterator
from statistics import median

from tests.bench.boards import board
from tests.bench.figures import Figure
from tests.bench.pages import measure, ratios

PAGES = ("today", "post")


def growth(schools: int, database: str) -> Iterator[Figure]:
    """How many times dearer a page is on the big board."""
    small, asked_small = costs(1, database)
    big, asked_big = costs(schools, database)
    for page in PAGES:
        for kind in ("time", "cpu"):
            value = big[page, kind] / small[page, kind]
            yield Figure(name=f"{page}.growth.{kind}", value=value, unit=f"x at {schools} schools", limit=1.2)
        more = asked_big[page] - asked_small[page]
        yield Figure(name=f"{page}.growth.queries", value=more, unit="queries more", limit=0)


def costs(schools: int, database: str) -> tuple[dict[tuple[str, str], float], dict[str, int]]:
    """Time and CPU of each page in F, and its queries."""
    with board(schools, database) as measured:
        rounds = measure(measured)
        found = {}
        for page in PAGES:
            times, cpus, _rates = ratios(rounds, page)
            found[page, "time"], found[page, "cpu"] = median(times), median(cpus)
        asked = {"today": measured.queries("/"), "post": measured.queries(measured.post)}
        return found, asked
