"""Why a person must look before an import counts: a sentence for each question it asks."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MOST_NAMED = 20  # in a sentence; the list beside it has more


def sentence(code: str, number: int, names: Sequence[str] = ()) -> str:
    """The question in the reader's language, naming whom it is about where that helps. Raises KeyError for a
    question nobody asks."""
    told = _about_who_leaves(number) | _about_guardians(number) | _about_who_it_is(number)
    told["new_source"] = _("Dit is de eerste keer dat dit uit jullie eigen systeem komt. Klopt alles?")
    told["new_code"] = _("Wij kenden de code van deze school nog niet. Klopt het bestand?")
    named = ", ".join(names[:MOST_NAMED]) + (", …" if len(names) > MOST_NAMED else "")
    return told[code] % {"number": number, "names": named}


def _about_who_leaves(number: int) -> dict[str, str]:
    return {
        "leavers": ngettext(
            "%(number)d leerling gaat van school. Dat is veel in één keer.",
            "%(number)d leerlingen gaan van school. Dat is veel in één keer.",
            number,
        ),
        "staff_leavers": ngettext(
            "%(number)d medewerker gaat weg. Dat is veel in één keer.",
            "%(number)d medewerkers gaan weg. Dat is veel in één keer.",
            number,
        ),
        "powers": ngettext(
            "%(number)d medewerker krijgt toegang tot de hele school.",
            "%(number)d medewerkers krijgen toegang tot de hele school.",
            number,
        ),
    }


def _about_guardians(number: int) -> dict[str, str]:
    return {
        "orphans": ngettext(
            "Dit kind houdt geen ouder over: %(names)s.",
            "Deze kinderen houden geen ouder over: %(names)s.",
            number,
        ),
        "changed_guardianships": ngettext(
            "Bij %(number)d kind en ouder verandert het gezag. Dat is veel in één keer.",
            "Bij %(number)d kinderen en ouders verandert het gezag. Dat is veel in één keer.",
            number,
        ),
        "guarded": ngettext(
            "%(number)d ouder is nieuw bij een kind dat wij extra beschermen. Zij ziet nog niets.",
            "%(number)d ouders zijn nieuw bij een kind dat wij extra beschermen. Zij zien nog niets.",
            number,
        ),
        "no_custody_said": ngettext(
            "Van %(number)d nieuwe ouder staat het gezag niet in het bestand. Zij ziet nog niets.",
            "Van %(number)d nieuwe ouders staat het gezag niet in het bestand. Zij zien nog niets.",
            number,
        ),
        "returned": ngettext(
            "%(number)d ouder was eerder gestopt bij dit kind. Zij ziet nog niets.",
            "%(number)d ouders waren eerder gestopt bij dit kind. Zij zien nog niets.",
            number,
        ),
    }


def _about_who_it_is(number: int) -> dict[str, str]:
    return {
        "recycled": ngettext(
            "%(number)d nummer hoort nu bij iemand anders.",
            "%(number)d nummers horen nu bij iemand anders.",
            number,
        ),
        "lookalike": ngettext(
            "%(number)d nieuwe leerling lijkt op een leerling die er al is.",
            "%(number)d nieuwe leerlingen lijken op een leerling die er al is.",
            number,
        ),
        "younger": ngettext(
            "%(number)d leerling wordt jonger. Dan kunnen ouders weer meer zien.",
            "%(number)d leerlingen worden jonger. Dan kunnen ouders weer meer zien.",
            number,
        ),
        "status": ngettext(
            "Op %(number)d regel staat een status die wij niet kennen. Daar verandert niets.",
            "Op %(number)d regels staat een status die wij niet kennen. Daar verandert niets.",
            number,
        ),
        "blind": ngettext(
            "Op %(number)d regel is niet te zien over wie het gaat.",
            "Op %(number)d regels is niet te zien over wie het gaat.",
            number,
        ),
    }
