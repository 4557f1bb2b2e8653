"""What a server says of one school, all of it and now, as the nightly import: for who gives the command."""

import math
from pathlib import Path

from django.utils.translation import gettext as _

from driehoek.base.core.clock import day_of
from driehoek.base.oneroster.refusals import Reason
from driehoek.facts.schools.joining.fetching import Now
from driehoek.facts.schools.roster_import.roster import Fault
from driehoek.features.rosters.fetching import Fetching
from driehoek.features.rosters.models import Connection, Run
from driehoek.features.rosters.nightly import Nightly, Told, told_refusal


def fetched(connection: Connection, now: Now, *, is_dry: bool) -> Told:
    """What happened. A dry run fetches, and changes nothing at the school."""
    found: list[Told] = []

    def bring_in(run: Run, folder: Path) -> None:
        nightly = Nightly([folder], now(), day_of(now()), is_dry=is_dry)
        nightly.is_new_source = not connection.is_trusted(now())
        found.extend(nightly.run([connection.school]))
        run.upload = nightly.upload

    fetching = Fetching(connection, now, bring_in=bring_in)
    fetching.work(seconds=math.inf)
    return found[0] if found else told_refusal(connection.school.name, Fault("", 0, _why_not(fetching.run)))


def _why_not(run: Run | None) -> str:
    if run is None:
        return _("Er wordt al opgehaald. Probeer het straks weer.")
    return str(Reason(run.refusal).label) if run.refusal else _("De koppeling is intussen anders.")
