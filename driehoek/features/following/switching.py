"""Which kinds of information a school opens to guardians: for all of it, and apart for a year layer."""

import datetime as dt
from collections.abc import Collection

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.journal.models import record
from driehoek.facts.looking.models import KindSwitch, opens_at_first
from driehoek.facts.people.kinds import LATER, InformationKind
from driehoek.facts.people.models import Person
from driehoek.facts.schools.layers import WHOLE_SCHOOL
from driehoek.facts.schools.models import School, Sector

# No school shuts these, and why: news has its own audience; a guardian answers for it that a child of school
# age is at school (Leerplichtwet 2), so must know when she was not; and what a child says at home is hers.
NEVER_SHUT: dict[InformationKind, str | Promise] = {
    InformationKind.NEWS: _("School kiest bij elk bericht wie het leest. Ook bij huiswerk in een bericht."),
    InformationKind.PRESENCE: _(
        "Een ouder moet weten of een kind op school was. Dat hoort bij de leerplicht."
    ),
    InformationKind.TABLE: _("Dit vertelt de leerling zelf aan thuis. Daar gaat school niet over."),
}
SWITCHED = [kind for kind in InformationKind if kind not in NEVER_SHUT]
EARLY = (Sector.PRIMARY, Sector.CHILDCARE)


def switched_at(school: School) -> list[InformationKind]:
    """What this school can shut, of what it has."""
    return [kind for kind in SWITCHED if kind not in LATER or school.sector not in EARLY]


def opened(school: School, layer: int) -> set[str]:
    """The kinds that are open there, of those that a school can shut."""
    rows = KindSwitch.objects.filter(school=school, layer__in={WHOLE_SCHOOL, layer}).order_by("layer")
    said = {row.kind: row.is_open for row in rows}  # the layer comes after the whole school, and wins
    return {kind.value for kind in switched_at(school) if said.get(kind, opens_at_first(kind, school))}


@transaction.atomic
def switch(school: School, layer: int, kinds: Collection[str], *, by: Person, at: dt.datetime) -> None:
    """These kinds are open there and the others are not. Rows only where that deviates."""
    School.objects.select_for_update().get(pk=school.pk)
    if opened(school, layer) == set(kinds):
        return
    at_first = {kind for kind in switched_at(school) if opens_at_first(kind, school)}
    usual = opened(school, WHOLE_SCHOOL) if layer else at_first
    KindSwitch.objects.filter(school=school, layer=layer).delete()
    KindSwitch.objects.bulk_create(
        KindSwitch(school=school, layer=layer, kind=kind, is_open=kind in kinds, by=by, at=at)
        for kind in switched_at(school)
        if (kind in kinds) != (kind in usual)
    )
    record("following.kinds.switched", school, by=by, at=at)
