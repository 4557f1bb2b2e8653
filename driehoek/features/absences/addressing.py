"""Words for who answers for an absence: about her child, or to a student of age about herself."""

import datetime as dt
from dataclasses import dataclass

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.notifications.letter import Words
from driehoek.facts.people.ages import born_after
from driehoek.features.absences.models import Absence


@dataclass(frozen=True)
class Wording:
    better: Words  # a subject
    was_ill: Words
    is_better: Words  # a question
    missed: Words  # a subject
    we_miss: Words
    not_there: Words
    why: Words  # a question


def wording(absence: Absence, day: dt.date) -> Wording:
    """From eighteen nobody else answers for her."""
    born = absence.student.birth_date
    said = _to_herself if born and born <= born_after(day, 18) else _about_a_child
    return said(absence.school.name)


def _about_a_child(school: str) -> Wording:
    return Wording(
        better=format_lazy(_("{school}: is je kind weer beter?"), school=school),
        was_ill=_("Je kind was ziek gemeld. Komt je kind vandaag weer naar school?"),
        is_better=_("Is je kind weer beter?"),
        missed=format_lazy(_("{school}: wij missen je kind vandaag"), school=school),
        we_miss=_("Wij missen je kind"),
        not_there=_("Je kind is nu niet op school. Niemand heeft het gemeld."),
        why=_("Waarom is je kind er niet?"),
    )


def _to_herself(school: str) -> Wording:
    return Wording(
        better=format_lazy(_("{school}: ben je weer beter?"), school=school),
        was_ill=_("Je was ziek gemeld. Kom je vandaag weer naar school?"),
        is_better=_("Ben je weer beter?"),
        missed=format_lazy(_("{school}: wij missen je vandaag"), school=school),
        we_miss=_("Wij missen je"),
        not_there=_("Je bent nu niet op school. Niemand heeft het gemeld."),
        why=_("Waarom ben je er niet?"),
    )
