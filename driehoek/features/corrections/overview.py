"""What a guardian sees of her own data, and what waits at the office."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import NearPerson, Person
from driehoek.features.corrections.models import HELD_HERE, Correction, Field
from driehoek.features.corrections.refusing import put_refusals_in_words


def as_she_said(viewer: Viewer) -> dict[str, str]:
    """What stands in the fields: what waits, else what school has."""
    known = {field: getattr(viewer.person, field) for field in HELD_HERE}
    waiting = Correction.objects.visible_to(viewer).open().filter(person=viewer.person, field__in=HELD_HERE)
    return known | dict(waiting.values_list("field", "after"))


def address_that_waits(viewer: Viewer) -> Correction | None:
    mine = Correction.objects.visible_to(viewer).open().filter(person=viewer.person)
    return mine.filter(field=Field.ADDRESS).first()


@dataclass(frozen=True)
class OwnData:
    """The page of one guardian."""

    viewer: Viewer

    @cached_property
    def corrections(self) -> list[Correction]:
        """Hers, the newest first: what waits and what was answered."""
        mine = Correction.objects.visible_to(self.viewer).filter(person=self.viewer.person)
        found = list(mine.select_related("answer__by").order_by("-at", "-pk")[:6])
        answers = [one.answer for one in found if hasattr(one, "answer")]
        put_refusals_in_words(answers, [child.pk for child in self.children], self.viewer)
        return found

    @cached_property
    def tells_address(self) -> bool:
        """Here or by telephone: whoever lives with a child at school, or is of age to say so herself."""
        return rows(Person, self.viewer, may="tell_address").exists()

    @cached_property
    def children(self) -> list[Person]:
        found = rows(Person, self.viewer, may="report").exclude(pk=self.viewer.person.pk)
        return list(found.select_related("portrait").order_by("-birth_date"))


def named_by(viewer: Viewer, child: Person) -> list[NearPerson]:
    mine = rows(NearPerson, viewer, may="remove").filter(student=child)
    found = list(mine.select_related("answer__by").order_by("name", "pk"))
    put_refusals_in_words([near.answer for near in found if hasattr(near, "answer")], [child.pk], viewer)
    return found


@dataclass(frozen=True)
class Waiting:
    """What this colleague may say yes or no to."""

    viewer: Viewer

    @cached_property
    def corrections(self) -> list[Correction]:
        found = Correction.objects.where(self.viewer, may="answer").select_related("person__portrait")
        return list(found.order_by("at", "pk")[:100])

    @cached_property
    def near(self) -> list[NearPerson]:
        found: QuerySet[NearPerson] = rows(NearPerson, self.viewer, may="decide")
        return list(found.select_related("student__portrait", "named_by").order_by("at", "pk")[:100])
