"""The version of a newsletter that anybody may read: blocks that their author marked for it, without photos,
without groups and without a name of any child."""

import datetime as dt
from typing import Any  # what a form is given

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.translation.reading import remembered
from driehoek.base.core.clock import day_of
from driehoek.facts.schools.models import School
from driehoek.features.newsletters.forms import says_a_name
from driehoek.features.newsletters.letter import Letter, Piece, holidays_coming
from driehoek.features.newsletters.models import Newsletter

MOST = 40


def opened(school: School, now: dt.datetime) -> list[Newsletter]:
    """Those of this school that anybody may read, the newest first."""
    rows = Newsletter.objects.filter(school=school, opening__isnull=False, withdrawal=None)
    found = list(rows.filter(sending__due_at__lte=now).select_related("school", "sending")[:MOST])
    found.sort(key=lambda newsletter: newsletter.sending.due_at, reverse=True)
    _put_in_words(found, now)
    return found


def open_letter(newsletter: Newsletter, now: dt.datetime) -> Letter:
    """For nobody in particular. The days off are those since it went."""
    blocks = list(newsletter.blocks.filter(is_open=True).select_related("newsletter"))
    _put_in_words([newsletter, *blocks], now)
    since = newsletter.sending.due_at if newsletter.is_sent else now
    pieces = [Piece(block) for block in blocks]
    return Letter(newsletter, pieces, holidays_coming(newsletter.school, day_of(since)))


def _put_in_words(things: list[Any], now: dt.datetime) -> None:
    """In the language of the page as far as that is known: a passer-by has nothing translated."""
    language = get_language() or settings.LANGUAGE_CODE
    for thing, told in zip(things, remembered(language, [thing.texts for thing in things]), strict=True):
        thing.told = told


class OpeningForm(forms.Form):
    """One press, after everything was looked at for names once more: children came since it was written."""

    def __init__(self, data: Any, *, newsletter: Newsletter, day: dt.date) -> None:
        super().__init__(data)
        self.newsletter, self.day = newsletter, day

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        blocks = list(self.newsletter.blocks.filter(is_open=True))
        words = [self.newsletter.title, *(f"{block.title} {block.text} {block.place}" for block in blocks)]
        if "close" in self.data:
            return said
        if not blocks:
            raise forms.ValidationError(_("Er staat nog niets in dat iedereen mag lezen."))
        if says_a_name(self.newsletter.school, " ".join(words), self.day):
            raise forms.ValidationError(
                _("Hier staat de naam van een kind. Dit kan niet op een open pagina.")
            )
        return said
