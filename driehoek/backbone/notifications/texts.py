"""A notice as a text message: what it is about, what can be answered, and where to read it in full."""

from django.utils import translation
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.notifications.answering import Slip
from driehoek.backbone.notifications.letter import Rendered, absolute
from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.notices import HEADLINE, Notice
from driehoek.backbone.notifications.one_page import page_of
from driehoek.backbone.notifications.wording import Wording

MOST = 300  # letters, without the link: two messages in one


def text_of(
    notice: Notice, told: Notification, wording: Wording, slip: Slip | None, language: str
) -> Rendered:
    """The subject names no child. Words of people are read on the page."""
    with translation.override(language):
        subject = str(notice.subject).replace(HEADLINE, str(wording.headline))
        parts = [subject[:MOST]]
        if slip is not None:
            parts.append(str(wording.told.line(slip.question))[:MOST])
            if can_be_texted(slip):
                parts.append(str(how_to_answer(told, slip, wording)))
        where = notice.open_path or page_of(told)
        return Rendered(language, "", "\n".join([*parts, absolute(where)]), "")


def can_be_texted(slip: Slip) -> bool:
    """What must be read before one agrees is answered on the page."""
    return not slip.shown


def how_to_answer(told: Notification, slip: Slip, wording: Wording) -> object:
    """Each question has a number of its own: an answer that says it cannot go to another question."""
    number = number_of(told)
    if {answer.means for answer in slip.answers} == {"yes", "no"}:
        return format_lazy(_("Antwoord {number} JA of {number} NEE."), number=number)
    choices = [
        f"{number} {place}: {wording.told.line(answer.label)}"
        for place, answer in enumerate(slip.answers, start=1)
    ]
    return "\n".join(choices)


def number_of(told: Notification) -> int:
    """Two digits, the same for ever."""
    return 10 + told.pk % 90
