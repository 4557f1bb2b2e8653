"""The library of tips: those of the house and those of one's own school, by theme and age."""

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from django.http import QueryDict

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.schools.models import Group, School
from driehoek.facts.schools.themes import AgeBand, Theme
from driehoek.features.tips.models import Tip

STARTER = Path(__file__).with_name("starter.toml")


@dataclass(frozen=True)
class Suggestion:
    """One tip, wherever it comes from. Ours have no row."""

    theme: Theme
    ages: AgeBand
    title: str
    what: str
    minutes: int
    needs: str
    talk: str
    row: Tip | None = None


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
        return [tip for tip in (*self._own(), *starter()) if self._fits(tip)]

    def _own(self) -> list[Suggestion]:
        added = Tip.objects.visible_to(self.viewer).filter(school=self.school).order_by("-at", "-pk")
        return [
            Suggestion(
                Theme(tip.theme), AgeBand(tip.ages),
                tip.title, tip.what, tip.minutes, tip.needs, tip.talk, tip,
            )
            for tip in added
        ]  # fmt: skip

    def _fits(self, tip: Suggestion) -> bool:
        return self.theme in ("", tip.theme) and self.ages in ("", tip.ages)
