"""Translating one thing by hand: its texts in each language, and who may write which."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.http import Http404

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.models import Correction, Helper
from driehoek.backbone.translation.reading import Told, read_in
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.translating import KINDS


@dataclass(frozen=True)
class InLanguage:
    """How far one thing is in one language."""

    code: str
    told: Told


class ByHand:
    """One thing that the gate let her translate."""

    def __init__(self, kind: str, thing: Model, viewer: Viewer) -> None:
        self.kind, self.thing, self.viewer = kind, thing, viewer
        self.texts: dict[str, Text] = dict(KINDS[kind].texts(thing))

    @property
    def back(self) -> str:
        """The page of the thing itself, or of what it was said on."""
        page = self.thing if hasattr(self.thing, "get_absolute_url") else getattr(self.thing, "post", None)
        return page.get_absolute_url() if page else "/"

    @cached_property
    def languages(self) -> list[str]:
        """At work every language; who helps, only her own."""
        spoken = {text.spoken for text in self.texts.values()}
        wanted = [code for code, _name in settings.LANGUAGES if code not in spoken]
        if self.viewer.hat == "school":
            return wanted
        schools = {text.school for text in self.texts.values()}
        helps = Helper.objects.visible_to(self.viewer).filter(person=self.viewer.person, school__in=schools)
        mine = set(helps.values_list("language", flat=True))
        return [code for code in wanted if code in mine]

    @property
    def states(self) -> list[InLanguage]:
        return [InLanguage(code, self.told(code)) for code in self.languages]

    def told(self, language: str) -> Told:
        if language not in self.languages:
            raise Http404
        return read_in(language, [self.texts], now=self.viewer.now)[0]

    @transaction.atomic
    def write(self, language: str, said: dict[str, str]) -> None:
        """What differs from what stands there; an empty field gives the text back to the machine."""
        before = self.told(language)
        for name, words in said.items():
            shown = before[name]
            if words.strip() != (shown.words if shown.is_translated else ""):
                Correction.write(self.texts[name], language, words, by=self.viewer.person, at=self.viewer.now)
