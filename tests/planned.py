"""What PostgreSQL planned for one test it need not plan again for the next.

After a ROLLBACK psycopg forgets all plans, because a table that was made may be gone again. Each of our tests
ends with one, and takes back rows alone: all tables come with the filled database.
"""

from collections.abc import Sequence

import pytest
from psycopg import _preparing as preparing
from psycopg.pq.abc import PGresult

KEPT = 1000  # plans of one connection; people have 100
forgets = preparing.PrepareManager._should_discard


def keep_plans(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(preparing.PrepareManager, "prepared_max", KEPT)
    patch.setattr(preparing.PrepareManager, "_should_discard", forgets_but_after_a_rollback)


def forgets_but_after_a_rollback(
    manager: preparing.PrepareManager, prepare: preparing.Prepare, results: Sequence[PGresult]
) -> bool:
    return forgets(manager, prepare, [result for result in results if result.command_status != b"ROLLBACK"])
