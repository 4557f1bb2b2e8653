"""How the letter looks for a guardian of one child, or of any child in one group, before it goes."""

from collections.abc import Iterator
from functools import cached_property

from driehoek.backbone.access.models import AudienceLine, Role
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, Group
from driehoek.features.newsletters.coming import coming_for
from driehoek.features.newsletters.labels import running
from driehoek.features.newsletters.letter import Letter, Piece, photos_with
from driehoek.features.newsletters.models import Block, Newsletter, Who


class Preview:
    """`chosen` is the key of one of `readers`; nothing for the first. It names nobody of a family: it is as
    any guardian of that child reads it, who has no other children here."""

    def __init__(
        self, newsletter: Newsletter, viewer: Viewer, chosen: str, *, as_student: bool = False
    ) -> None:
        self.newsletter, self.viewer = newsletter, viewer
        self.role = Role.STUDENT if as_student else Role.GUARDIAN
        self.chosen = chosen if chosen in dict(self.readers) else self._likely

    @cached_property
    def readers(self) -> list[tuple[str, str]]:
        """Groups, and the children whom the viewer may know."""
        groups = [(f"groep-{group.pk}", group.name) for group in self._groups]
        return [*groups, *self._children()]

    @property
    def _likely(self) -> str:
        """A group for which there is something in it."""
        tagged = {line.group_id for block in self._blocks for line in block.audience.lines.all()}
        first = [f"groep-{group.pk}" for group in self._groups if group.pk in tagged]
        return next(iter([*first, *dict(self.readers)]), "")

    @cached_property
    def _groups(self) -> list[Group]:
        groups = running(self.newsletter.school, self.viewer.now)
        if not self.newsletter.allows(self.viewer, "edit_any"):
            groups = groups.filter(pk__in=rows(Group, self.viewer, may="work_with").values("pk"))
        return sorted(groups, key=lambda group: group.order)

    def _children(self) -> Iterator[tuple[str, str]]:
        for row in self._enrolments:
            yield f"kind-{row.student_id}", f"{row.student.full_name} ({row.group.name})"

    @cached_property
    def _enrolments(self) -> list[Enrolment]:
        known = rows(Person, self.viewer, may="see").values("pk")
        here = Enrolment.objects.on(self.viewer.today).filter(group__in=self._groups, student__in=known)
        return list(here.select_related("student", "group").order_by("group__name", "student__given_name"))

    @property
    def has_students(self) -> bool:
        return any(block.who != Who.GUARDIANS for block in self._blocks)

    @cached_property
    def _blocks(self) -> list[Block]:
        found = self.newsletter.blocks.select_related("newsletter", "audience")
        return list(found.prefetch_related("audience__lines"))

    @cached_property
    def letter(self) -> Letter:
        """In the language of the page; what is missing is asked for."""
        kind, _dash, key = self.chosen.partition("-")
        mine = [row for row in self._enrolments if kind == "kind" and str(row.student_id) == key]
        groups = {row.group_id: row.group.name for row in mine}
        if kind == "groep":
            groups = {group.pk: group.name for group in self._groups if str(group.pk) == key}
        names = [mine[0].student.given_name] if mine else []
        photos = photos_with(self._blocks, self.viewer)
        pieces = [
            Piece(block, names, places, photos.get(block.pk, []))
            for block in self._blocks
            if (places := places_in(block, groups, self.role)) is not None
        ]
        put_in_words([self.newsletter, *(piece.block for piece in pieces)], now=self.viewer.now)
        return Letter(
            self.newsletter, pieces, coming_for(self.newsletter, set(groups), self.role, self.viewer.now)
        )


def places_in(block: Block, groups: dict[int, str], role: str) -> list[str] | None:
    """Through which of these groups it comes to her; none of them when it is for the whole school."""
    lines: list[AudienceLine] = [line for line in block.audience.lines.all() if line.role == role]
    if any(line.school_id for line in lines):
        return [] if groups else None
    return [groups[line.group_id] for line in lines if line.group_id in groups] or None
