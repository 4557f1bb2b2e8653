"""bin/bench [NAME ...] [--scale SCHOOLS] [--database sqlite|postgresql]: one JSON line for each figure."""

import argparse
import sys

from tests.bench.delivery import delivery
from tests.bench.digests import digests
from tests.bench.gradebook import gradebook
from tests.bench.growth import growth
from tests.bench.importing import imports
from tests.bench.joined import joined
from tests.bench.kills import kills
from tests.bench.media import media
from tests.bench.memory import memory
from tests.bench.newsletters import newsletters
from tests.bench.own_language import translation
from tests.bench.pages import pages
from tests.bench.portfolio import portfolio
from tests.bench.results import results
from tests.bench.searching import searching
from tests.bench.storm import storm
from tests.bench.talks import talks
from tests.bench.visit import visits

BENCHES = {
    "pages": pages,
    "growth": growth,
    "memory": memory,
    "import": imports,
    "gradebook": gradebook,
    "results": results,
    "joined": joined,
    "visit": visits,
    "search": searching,
    "talk": talks,
    "translation": translation,
    "media": media,
    "delivery": delivery,
    "digests": digests,
    "newsletters": newsletters,
    "portfolio": portfolio,
    "kills": kills,
    "storm": storm,
}


def main() -> int:
    options = read_options()
    wrong = 0
    for name in options.names or BENCHES:
        for figure in BENCHES[name](options.scale, options.database):
            print(figure.line(), flush=True)
            wrong += not figure.ok
    return 1 if wrong else 0


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench", description="The figures, each with its limit.")
    parser.add_argument("names", nargs="*", choices=[[], *BENCHES], metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--scale", type=int, default=100, metavar="SCHOOLS", help="of the big board")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
