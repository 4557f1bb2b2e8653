"""That there are two questions: once, and never again to who is done with them."""

from django.utils.dateformat import format as date_format
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.notices import Notice, notice
from driehoek.base.core.clock import end_of
from driehoek.features.pulse.asking import people_to_tell
from driehoek.features.pulse.models import Side
from driehoek.features.pulse.models.side import OPENED

last_day = lazy(lambda day: date_format(day, gettext("l j F")), str)


@notice(OPENED)
def opened(entry: Entry) -> Notice | None:
    side = entry.subject
    if not isinstance(side, Side):
        return None
    texts, ends_on = side.texts, side.round.ends_on
    return Notice(
        to=lambda day: people_to_tell(side, day),
        category=Category.THINKING,
        about=About(school=side.round.school_id),
        subject=format_lazy(_("{school}: twee vragen aan jou"), school=side.round.school.name),
        paragraphs=(
            _("Klopt dit voor jou?"),
            texts["first"],
            texts["second"],
            _("Je antwoordt met twee tikken. Niemand ziet wie wat antwoordde."),
            format_lazy(_("Dit kan tot en met {day}."), day=last_day(ends_on)),
        ),
        action=_("Geef antwoord"),
        path=side.get_absolute_url(),
        hats=("home",),
        ends_at=end_of(ends_on),
    )
