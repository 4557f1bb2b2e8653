"""A block of a newsletter as a post: a sheet with its words, for readers whom the block is for."""

from functools import cached_property
from typing import Any  # what a form is given

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.features.feed.models import Post
from driehoek.features.feed.places import Place, places
from driehoek.features.newsletters.models import Block, Source, Who
from driehoek.surfaces.publishing.invitation import text_of


class PlaceForm(forms.Form):
    """For which of the groups that the block is for."""

    place = forms.ChoiceField(
        label=_("Voor wie?"), widget=forms.RadioSelect,
        error_messages={"required": _("Kies een groep."), "invalid_choice": _("Kies een groep.")},
    )  # fmt: skip

    def __init__(self, data: Any, *, places: list[Place]) -> None:
        super().__init__(data, initial={"place": places[0].key if places else None})
        self.fields["place"].choices = [(place.key, place.name) for place in places]  # type: ignore[attr-defined]


class ToPost:
    def __init__(self, block: Block, viewer: Viewer, data: Any) -> None:
        self.block, self.viewer = block, viewer
        self.form = PlaceForm(data, places=self.places)

    @cached_property
    def places(self) -> list[Place]:
        """Of the block, and hers to address. What is for students alone is no post for parents."""
        if self.block.who == Who.STUDENTS:
            return []
        lines = list(self.block.audience.lines.all())
        groups = {line.group_id for line in lines if line.group_id}
        is_for_all = any(line.school_id for line in lines)
        return [place for place in places(self.viewer) if self._fits(place, groups, is_for_all=is_for_all)]

    def _fits(self, place: Place, groups: set[int], *, is_for_all: bool) -> bool:
        if place.student or place.school.pk != self.block.newsletter.school_id:
            return False
        return place.group.pk in groups if place.group else is_for_all

    @transaction.atomic
    def put(self) -> Post:
        """Asked twice, she comes back to the same sheet."""
        place = next(one for one in self.places if one.key == self.form.cleaned_data["place"])
        if begun := self._begun(place):
            return begun
        post = Post.begin(place, by=self.viewer.person, at=self.viewer.now)
        words: dict[str, object] = {"title": self.block.title, "text": text_of(self.block, self.viewer)}
        post.write(words, place=place, with_students=self.block.who == Who.BOTH)
        Source.note(self.block, post)
        return post

    def _begun(self, place: Place) -> Post | None:
        sources = Source.objects.filter(block=self.block, label=Post._meta.label_lower)
        hers = Post.objects.where(self.viewer, may="edit").filter(pk__in=sources.values("key"))
        return hers.filter(school=place.school, group=place.group).first()
