"""What a colleague finds about newsletters: those of her schools, and of one the blocks she may see."""

import datetime as dt
from dataclasses import replace
from functools import cached_property
from typing import Any  # a thing of any package

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.brought import Brought, all_brought
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.newsletters.models import Block, Kind, Newsletter
from driehoek.features.newsletters.models.photo import put_photos
from driehoek.features.newsletters.sources import sources_of

MOST = 60


class Desk:
    """All newsletters of the schools where she puts some together or adds to them."""

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer

    @cached_property
    def schools(self) -> list[School]:
        return list(rows(School, self.viewer, may="add_to_newsletters").order_by("name"))

    @cached_property
    def edited(self) -> list[School]:
        """Those of which she may begin one."""
        return list(rows(School, self.viewer, may="edit_newsletters").order_by("name"))

    @cached_property
    def led(self) -> list[School]:
        """Those for which she may ask somebody to help."""
        return list(rows(School, self.viewer, may="speak_for").order_by("name"))

    @cached_property
    def newsletters(self) -> list[Newsletter]:
        found = list(Newsletter.objects.visible_to(self.viewer).latest_first()[:MOST])
        put_in_words(found, now=self.viewer.now)
        return found

    @property
    def begun(self) -> list[Newsletter]:
        return [one for one in self.newsletters if not one.is_sent]

    @property
    def waiting(self) -> list[Newsletter]:
        return [one for one in self.newsletters if one.is_sent and one.sending.due_at > self.viewer.now]

    @property
    def out(self) -> list[Newsletter]:
        return [one for one in self.newsletters if one.is_sent and one.sending.due_at <= self.viewer.now]


class Sheet:
    """One newsletter with the blocks that this colleague may see."""

    def __init__(self, newsletter: Newsletter, viewer: Viewer) -> None:
        self.newsletter, self.viewer = newsletter, viewer
        put_in_words([newsletter, *self.blocks], now=viewer.now)

    @cached_property
    def blocks(self) -> list[Block]:
        seen = Block.objects.visible_to(self.viewer).filter(newsletter=self.newsletter)
        seen = seen.allowing(self.viewer, "edit", "count", "illustrate").select_related(
            "newsletter", "author"
        )
        found = list(seen.prefetch_related("rows__group").order_by("position", "pk"))
        put_photos(found)
        return found

    @cached_property
    def sources(self) -> dict[int, Any]:
        """What has the same words."""
        return sources_of(self.blocks, self.viewer)

    @property
    def sections(self) -> list[tuple[Kind, list[Block]]]:
        return [(kind, [block for block in self.blocks if block.kind == kind]) for kind in Kind]

    @cached_property
    def may_edit(self) -> bool:
        return self.newsletter.allows(self.viewer, "edit")

    @cached_property
    def may_add(self) -> bool:
        return self.newsletter.allows(self.viewer, "add_to")

    @cached_property
    def may_send(self) -> bool:
        """Also after it was sent: she follows it."""
        return self.newsletter.allows(self.viewer, "edit_any")

    @property
    def is_waiting(self) -> bool:
        return self.newsletter.is_sent and self.newsletter.sending.due_at > self.viewer.now

    @cached_property
    def may_withdraw(self) -> bool:
        return self.newsletter.allows(self.viewer, "withdraw")

    @property
    def is_open(self) -> bool:
        """On the page that anybody may read."""
        return hasattr(self.newsletter, "opening")


def brought_of(newsletter: Newsletter, day: dt.date) -> Brought:
    """How many of its letters arrived, in numbers of people. One that broke does not say that all did."""
    readers = Person.objects.filter(pk__in=newsletter.copies.values("person"))
    found = all_brought(newsletter.copies.all(), to=readers, day=day)
    is_told = found.is_told and newsletter.sending.copied_at is not None
    return replace(found, is_told=is_told, is_stuck=found.is_stuck and not found.people)
