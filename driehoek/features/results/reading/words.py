"""OneRoster's own words for how it stands with a result, from a file or from a server."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.reading import values
from driehoek.facts.schools.roster_import.reading.values import BadValue
from driehoek.features.results.models import Status

STATUSES = {  # 1EdTech OneRoster 1.2, ScoreStatusEnum; empty as in 1.1
    "": Status.GRADED,
    "fully graded": Status.GRADED,
    "partially graded": Status.PARTLY,
    "submitted": Status.HANDED_IN,
    "not submitted": Status.OPEN,
    "exempt": Status.EXEMPT,
}
HOMEWORK = ("homework", "huiswerk", "opdracht")  # how categories of work at home begin
GONE = "tobedeleted"


def status_of(row: Mapping[str, str]) -> str:
    """Raises BadValue for a word that the standard does not know."""
    if is_yes(row["missing"]):
        return Status.MISSING
    if is_yes(row["incomplete"]):
        return Status.UNFINISHED
    said = values.text(row["scorestatus"]).lower()
    if said not in STATUSES:
        raise BadValue(_("De status %(status)s kennen wij niet.") % {"status": said[:20]})
    return STATUSES[said]


def is_yes(raw: str) -> bool:
    return raw.strip().lower() == "true"


def is_homework(category: str) -> bool:
    return category.lower().startswith(HOMEWORK)
