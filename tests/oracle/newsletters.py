"""Newsletters in the cast's world with a canary in each block, and how they stand in the tables."""

import uuid
from typing import TYPE_CHECKING

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.newsletters.models import Block, Copy, CopyLine, Editor, Kind, Newsletter, Opening
from driehoek.features.newsletters.models.block import Said, Tags
from driehoek.features.newsletters.tests.letters import block, out
from tests.cast import NOW
from tests.oracle.rules import Row, World
from tests.oracle.tables import keyed, rows

if TYPE_CHECKING:
    from tests.oracle.life import Life


class Bulletins:
    """One that nobody sent yet, one that is out, and one that was taken back; each with blocks for two groups
    and for all. Meryem was asked to help."""

    def __init__(self, life: "Life") -> None:
        self.life, cast = life, life.cast
        self.newsletters: dict[str, Newsletter] = {}
        self.blocks: dict[str, Block] = {}
        self.fill("draft", cast.joris)
        self.out = out(self.fill("out", cast.joris), cast)
        self.public = out(self.fill("public", cast.joris), cast)
        Opening.give(self.public, by=cast.joris, at=NOW)
        self.shows = self._show(self.fill("with a show", cast.joris))
        out(self.fill("taken back", cast.joris), cast).withdraw(by=cast.joris, at=NOW)
        Editor.ask(cast.vlieger, cast.meryem, by=cast.joris, at=NOW)

    def fill(self, name: str, by: Person) -> Newsletter:
        cast = self.life.cast
        title = self.life.canaries.new(f"title of newsletter {name}")
        newsletter = Newsletter.begin(cast.vlieger, f"Brief {title}", token=uuid.uuid4(), by=by, at=NOW)
        self.life.canaries.belongs(("newsletter", newsletter.pk), title)
        self.newsletters[name] = newsletter
        self.add(f"{name} of groep 5", newsletter, cast.anouk, cast.groep_5)
        self.add(f"{name} of groep 2", newsletter, by, cast.groep_2)
        self.add(f"{name} for all", newsletter, by)
        return newsletter

    def _show(self, newsletter: Newsletter) -> Block:
        """Work of groep 5 that one may come and see."""
        made = block(newsletter, self.life.cast.anouk, "Kom kijken", self.life.cast.groep_5, kind=Kind.SHOW)
        out(newsletter, self.life.cast)
        return made

    @property
    def copies(self) -> list[Copy]:
        return list(Copy.objects.order_by("pk"))

    def add(self, name: str, newsletter: Newsletter, by: Person, *groups: Group) -> None:
        title, text = (self.life.canaries.new(f"{part} of block {name}") for part in ("title", "text"))
        said = Said(title=f"Wij {title}", text=f"Dit is {text}.", is_open=not groups)
        added = Block.add(newsletter, Kind.WORK, said, Tags(groups), token=uuid.uuid4(), by=by, at=NOW)
        assert added is not None
        self.life.canaries.belongs(("block", added.pk), title, text)
        self.blocks[name] = added


def newsletters() -> World:
    return {
        "newsletters": _with_keys(
            keyed(
                Newsletter,
                school="school_id",
                out_at="sending__due_at",
                withdrawn="withdrawal",
                opened="opening",
            )
        ),
        "blocks": _with_keys(keyed(Block, newsletter="newsletter_id", author="author_id", open="is_open")),
        "letter_lines": rows(
            CopyLine,
            of="copy__newsletter_id",
            person="copy__person_id",
            block="block_id",
            student="student_id",
        ),
        "editors": rows(Editor, person="person_id", school="school_id"),
    }


def _with_keys(found: dict[int, Row]) -> dict[int, Row]:
    return {key: row | {"key": key} for key, row in found.items()}
