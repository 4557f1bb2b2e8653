"""What became of the letters of one person: printed, given along, by whom and when."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.channels.roads import PAPER
from driehoek.backbone.notifications.models import Delivery, PaperAnswer, PaperLetter
from driehoek.base.core.clock import amsterdam


@dataclass(frozen=True)
class OnPaper:
    """One item, and the letter it is in."""

    letter: PaperLetter
    answer: PaperAnswer | None

    @property
    def how(self) -> str:
        parts = [self._went]
        if self.answer and self.answer.by:
            parts.append(_("antwoord van papier, ingevuld door %(name)s") % {"name": self.answer.by.name})
        return " · ".join(parts)

    @property
    def _went(self) -> str:
        letter = self.letter
        if letter.handed_at is None:
            by, at, said = letter.printed_by, letter.printed_at, _("geprint op %(day)s door %(name)s")
        else:
            by, at, said = letter.handed_by, letter.handed_at, _("meegegeven op %(day)s door %(name)s")
        day = date_format(amsterdam(at), _("j F"))
        return said % {"day": day, "name": by.name if by else _("school")}


def letters_with(items: Iterable[Delivery], viewer: Viewer) -> dict[int, OnPaper]:
    """By the key of the item, as far as it is in a letter that was not given up."""
    in_letters = [one for one in items if one.channel == PAPER and one.digest_id and not one.reason]
    if not in_letters:
        return {}
    letters = PaperLetter.objects.visible_to(viewer).filter(digest__in=[one.digest_id for one in in_letters])
    by_digest = {one.digest_id: one for one in letters.select_related("printed_by", "handed_by")}
    answers = PaperAnswer.objects.filter(letter__in=by_digest.values()).select_related("by")
    answered = {(one.letter_id, one.told_id): one for one in answers}
    return {
        one.pk: OnPaper(letter, answered.get((letter.pk, one.notification_id)))
        for one in in_letters
        if (letter := by_digest.get(one.digest_id or 0))
    }
