"""The page on which somebody answers two questions: open to her, done with, over, or only shown."""

from functools import cached_property
from typing import Any  # what was filled in

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.features.pulse.asking import is_done
from driehoek.features.pulse.forms import AnswerForm
from driehoek.features.pulse.models import Side

NOT_NOW = "deze-keer-niet"


def with_round(sides: QuerySet[Side], _viewer: Viewer) -> QuerySet[Side]:
    return sides.select_related("round__school")


class Answering:
    def __init__(self, side: Side, viewer: Viewer, data: Any) -> None:
        self.side, self.viewer, self.data = side, viewer, data
        put_in_words([side], now=viewer.now)

    @cached_property
    def form(self) -> AnswerForm:
        return AnswerForm(None if self.passes else self.data, viewer=self.viewer)

    @property
    def passes(self) -> bool:
        return self.data is not None and NOT_NOW in self.data

    @cached_property
    def is_open(self) -> bool:
        """Whether she is asked, today."""
        return self.side.allows(self.viewer, "answer")

    @cached_property
    def is_done(self) -> bool:
        return self.is_open and is_done(self.side, self.viewer)

    @property
    def is_preview(self) -> bool:
        """Shown to who asks."""
        return not self.is_open and self.viewer.hat == "school"

    def take(self) -> str:
        """What she posted, if it is whole; gives what to say of it."""
        if not self.is_open:
            return ""
        if self.passes:
            self.side.pass_by(by=self.viewer.person)
            return _("Goed. Wij vragen het nu niet meer.")
        if not self.form.is_valid():
            return ""
        self.side.answer(self.form.faces, self.form.cleaned_data["words"], by=self.viewer.person)
        return _("Dank je wel. Je antwoord telt mee.")
