"""What was put together for one test need not be put together again for the next. In one process of a run
more kinds of people ask than in one of a school, and by turns: of each of them more is kept than people need.
"""

from functools import lru_cache

import pytest

from driehoek.backbone.access import prepared

KEPT = 10_000  # statements; a school's process has 1000
SIDE_BY_SIDE = 64  # stand-ins, two for each kind of person; there 4, as one page is asked by one person


def keep_statements(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(prepared, "_statement", lru_cache(KEPT)(prepared._statement.__wrapped__))
    patch.setattr(prepared, "_like", lru_cache(SIDE_BY_SIDE)(prepared._like.__wrapped__))
