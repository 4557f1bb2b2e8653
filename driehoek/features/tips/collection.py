"""The library of tips: those of the house and those of one's own school, by theme and age."""

import tomllib
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

from django.conf import settings
from django.http import QueryDict

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import Told, put_in_words
from driehoek.backbone.translation.texts import Text
from driehoek.facts.schools.models import Group, School
from driehoek.facts.schools.themes import AgeBand, Theme
from driehoek.features.tips.models import Tip

STARTER = Path(__file__).with_name("starter.toml")


@dataclass
class Suggestion:
    """One tip, wherever it comes from. Ours have no row."""

    told: Told = field(init=False)  # for one reader; what goes into a lesson is the original
    texts: dict[str, Text] = field(init=False)

    theme: Theme
    ages: AgeBand
    title: str
    what: str
    minutes: int
    needs: str
    talk: str
    row: Tip | None = None

    def at(self, school: int) -> "Suggestion":
        """As the colleagues of this school read it: a copy, since ours are shared by all schools."""
        copy = replace(self)
        said = {"title": self.title, "what": self.what, "needs": self.needs, "talk": self.talk}
        ours = {name: Text(words, settings.LANGUAGE_CODE, school) for name, words in said.items() if words}
        copy.texts = self.row.texts if self.row else ours
        return copy


@cache
def starter() -> tuple[Suggestion, ...]:
    said = tomllib.loads(STARTER.read_text(encoding="utf-8"))["tip"]
    return tuple(
        Suggestion(
            Theme(tip["theme"]), AgeBand(tip["ages"]),
            tip["title"], tip["what"], tip["minutes"], tip["needs"], tip["talk"],
        )
        for tip in said
    )  # fmt: skip


class Library:
    """What a colleague finds. Whoever works with no group has no library."""

    def __init__(self, viewer: Viewer, asked: QueryDict) -> None:
        self.viewer = viewer
        self.theme, self.ages = asked.get("thema", ""), asked.get("leeftijd", "")
        self.groups = list(
            rows(Group, viewer, may="work_with")
            .filter(year__ends_on__gte=viewer.today)
            .select_related("school")
            .order_by("name", "pk")
        )
        wanted = (group for group in self.groups if str(group.pk) == asked.get("groep"))
        self.group = next(wanted, self.groups[0] if self.groups else None)

    themes, age_bands = Theme, AgeBand

    @property
    def school(self) -> School | None:
        return self.group.school if self.group else None

    @cached_property
    def tips(self) -> list[Suggestion]:
        """Those of the school first."""
        school = self.school.pk if self.school else 0
        found = [tip.at(school) for tip in (*self._own(), *starter()) if self._fits(tip)]
        put_in_words(found, now=self.viewer.now)
        return found

    def _own(self) -> list[Suggestion]:
        added = Tip.objects.visible_to(self.viewer).filter(school=self.school).select_related("by")
        return [
            Suggestion(
                Theme(tip.theme), AgeBand(tip.ages),
                tip.title, tip.what, tip.minutes, tip.needs, tip.talk, tip,
            )
            for tip in added.allowing(self.viewer, "translate").order_by("-at", "-pk")
        ]  # fmt: skip

    def _fits(self, tip: Suggestion) -> bool:
        return self.theme in ("", tip.theme) and self.ages in ("", tip.ages)
