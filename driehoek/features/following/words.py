"""What each step means, said to the one who reads it: the guardian, the student, or the mentor."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from driehoek.facts.looking.models import Mode, Side

TITLES: dict[Mode, str | Promise] = {
    Mode.TOGETHER: _("Samen kijken"),
    Mode.WEEKLY: _("Een overzicht per week"),
    Mode.SHARES: _("%(child)s deelt zelf"),
}
MEANS: dict[tuple[Mode, Side], str | Promise] = {
    (Mode.TOGETHER, Side.GUARDIAN): _(
        "Je ziet de planning, het huiswerk en de cijfers. Nieuwe cijfers ziet %(child)s eerst."
    ),
    (Mode.TOGETHER, Side.STUDENT): _(
        "%(guardian)s ziet je planning, je huiswerk en je cijfers. Nieuwe cijfers zie jij eerst."
    ),
    (Mode.TOGETHER, Side.MENTOR): _(
        "%(guardian)s ziet de planning, het huiswerk en de cijfers. Nieuwe cijfers ziet %(child)s eerst."
    ),
    (Mode.WEEKLY, Side.GUARDIAN): _("Elke vrijdag een kort bericht. %(child)s leest het eerst."),
    (Mode.WEEKLY, Side.STUDENT): _("Elke vrijdag krijgt %(guardian)s een kort bericht. Jij leest het eerst."),
    (Mode.WEEKLY, Side.MENTOR): _(
        "Elke vrijdag krijgt %(guardian)s een kort bericht. %(child)s leest het eerst."
    ),
    (Mode.SHARES, Side.GUARDIAN): _("Je ziet wat %(child)s met je deelt. De mentor belt bij zorgen."),
    (Mode.SHARES, Side.STUDENT): _("%(guardian)s ziet wat jij deelt. De mentor belt bij zorgen."),
    (Mode.SHARES, Side.MENTOR): _("%(guardian)s ziet wat %(child)s deelt. Jij belt bij zorgen."),
}
# what a student reads of each kind on "Wie ziet wat": a sentence with a switch
SEES: dict[str, str | Promise] = {
    "news": _("%(guardian)s krijgt berichten van school over mij."),
    "results": _("%(guardian)s ziet mijn resultaten."),
    "presence": _("%(guardian)s ziet wanneer ik er was."),
    "homework": _("%(guardian)s ziet mijn huiswerk uit het schoolsysteem."),
    "timetable": _("%(guardian)s ziet mijn rooster."),
    "work": _("%(guardian)s ziet mijn werk."),
    "goals": _("%(guardian)s ziet mijn doelen."),
    "talks": _("%(guardian)s ziet wat wij in gesprekken afspreken."),
    "internship": _("%(guardian)s ziet mijn stage."),
    "advice": _("%(guardian)s ziet mijn studieadvies."),
    "table": _("%(guardian)s ziet wat ik vraag en vertel aan de keukentafel."),
}
