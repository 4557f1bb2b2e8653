"""What stays when somebody asks to be forgotten, why, and until when: said to her before she asks."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import dateformat
from django.utils.translation import gettext as _

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.text import listed
from driehoek.facts.people.models import Person
from driehoek.facts.schools.leaving import kept_until


@dataclass(frozen=True)
class Staying:
    """One thing that school keeps of her. The terms are those of docs/retention.md."""

    what: str
    why: str
    until: str


def what_stays(viewer: Viewer) -> list[Staying]:
    if viewer.hat == "school":
        return [*_of_work(), _deeds()]
    if viewer.self_as_student():
        return [
            *_of_school(
                viewer,
                two=_("Twee jaar na je laatste schooldag."),
                five=_("Vijf jaar na je laatste schooldag."),
            ),
            _deeds(),
        ]
    names = listed(child.given_name for child in _children(viewer))
    if not names:
        return [_name(_("Tot je twee jaar niet meer in Driehoek was.")), _deeds()]
    two = _("Twee jaar na de laatste schooldag van %(names)s.") % {"names": names}
    five = _("Vijf jaar na de laatste schooldag van %(names)s.") % {"names": names}
    return [*_of_school(viewer, two=two, five=five), _deeds()]


def _children(viewer: Viewer) -> list[Person]:
    known = rows(Person, viewer, may="see").filter(pk__in=viewer.wards())
    return list(known.order_by("-birth_date", "pk"))


def _of_school(viewer: Viewer, *, two: str, five: str) -> list[Staying]:
    """Around a child at school, herself or hers."""
    until = dateformat.format(kept_until(viewer.today), _("j F Y"))
    days = _("%(n)d dagen na de laatste dag.") % {"n": settings.ABSENCES_KEPT_DAYS}
    return [
        _name(two),
        Staying(_("Ja of nee over foto's"), _("School moet kunnen laten zien wie wat zei."), five),
        Staying(_("Gesprekken met school"), _("Ze horen bij wat school van een leerling bewaart."), two),
        Staying(
            _("Berichten, reacties en foto's"),
            _("De klas kijkt er nog een keer op terug."),
            _("Wat nu gedeeld wordt: tot %(day)s.") % {"day": until},
        ),
        Staying(_("Ziek, later en verlof"), _("Zo weet school hoeveel verlof er was."), days),
    ]


def _of_work() -> list[Staying]:
    return [
        _name(_("Vijf jaar na je laatste werkdag.")),
        Staying(
            _("Wat je schreef voor school"),
            _("Het is van de school, niet van jou alleen."),
            _("Zo lang als ouders het kunnen lezen."),
        ),
    ]


def _name(until: str) -> Staying:
    return Staying(_("Je naam"), _("Anders weet niemand meer van wie een antwoord was."), until)


def _deeds() -> Staying:
    return Staying(
        _("Wat je in Driehoek deed"),
        _("Als bewijs, als iemand er later naar vraagt."),
        _("Vijf jaar. Dat je inlogde: een jaar."),
    )
