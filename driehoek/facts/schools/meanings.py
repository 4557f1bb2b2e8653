"""What the columns of a school's own sheet may mean: guessed from their titles, or chosen once by one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from driehoek.facts.schools.roster_import.reading.columns import Choices, plain


@dataclass(frozen=True)
class Meanings:
    """Of one kind of sheet. `fields`: our field, its label on the page, and how systems call it, without
    capitals, spaces and signs; `needed`: without which a line says nothing."""

    fields: Mapping[str, tuple[object, tuple[str, ...]]]
    needed: tuple[str, ...]

    @property
    def labels(self) -> dict[str, object]:
        return {field: label for field, (label, _names) in self.fields.items()}

    def suggest(self, titles: Iterable[str]) -> Choices:
        """What the titles themselves say. Fields that nothing looks like stay out."""
        chosen: Choices = {}
        for title in titles:
            for field, (_label, names) in self.fields.items():
                if plain(title) in names:
                    chosen.setdefault(field, title)
                    break
        return chosen

    def missing(self, chosen: Choices) -> list[str]:
        return [field for field in self.needed if field not in chosen]

    def fits(self, chosen: Choices, titles: Iterable[str]) -> bool:
        """Whether remembered choices can be used for a sheet with these titles."""
        return bool(chosen) and set(chosen.values()) <= set(titles) and not self.missing(chosen)

    def chosen_for(self, titles: list[str], remembered: Iterable[Choices]) -> Choices:
        """What was chosen before for these titles, else what the titles say; that may be too little."""
        return next((one for one in remembered if self.fits(one, titles)), None) or self.suggest(titles)
