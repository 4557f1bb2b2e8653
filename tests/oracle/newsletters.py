"""Newsletters in the cast's world with a canary in each block, and how they stand in the tables."""

import uuid
from typing import TYPE_CHECKING

from driehoek.backbone.media.checking import place
from driehoek.backbone.media.models import Photo
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.newsletters.models import (
    Block,
    BlockPhoto,
    Copy,
    CopyLine,
    Editor,
    Kind,
    Newsletter,
    Opening,
)
from driehoek.features.newsletters.models.block import Said, Tags
from driehoek.features.newsletters.tests.letters import block, out
from tests.cast import NOW, TODAY
from tests.oracle.pictures import a_picture, check
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
        self.on_a_sheet = self._take("on a sheet", "draft of groep 5", checked=False)
        self.out = out(self.fill("out", cast.joris), cast)
        self.public = out(self.fill("public", cast.joris), cast)
        Opening.give(self.public, by=cast.joris, at=NOW)
        self.shows = self._show(self.fill("with a show", cast.joris))
        out(self.fill("taken back", cast.joris), cast).withdraw(by=cast.joris, at=NOW)
        self._take("in a letter", "out of groep 5")
        self._take("in a letter, with Amira", "out of groep 5", present=("amira",))
        self._take("in a letter for anybody", "public for all")
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

    def _take(self, name: str, of: str, *, present: tuple[str, ...] = (), checked: bool = True) -> Photo:
        """A photo with one of the blocks. No family said that a child may be in a newsletter."""
        block, cast, alt = self.blocks[of], self.life.cast, self.life.canaries.new(f"alt of photo {name}")
        photo = a_picture(cast, block.author, alt)
        groups = list(Group.objects.filter(pk__in=block.groups(NOW)))
        place([photo], groups, taken_on=TODAY, purpose=Purpose.NEWSLETTER)
        if checked:
            check(photo, cast, present)
        BlockPhoto.objects.create(block=block, photo=photo)
        self.life.canaries.belongs(("photo", photo.pk), alt)
        self.life.photos[name] = photo
        return photo

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
