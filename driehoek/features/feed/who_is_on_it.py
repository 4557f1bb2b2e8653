"""One photo of a post before a colleague: who is on it, and the photo after it."""

from functools import cached_property

from django import forms
from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Photo, PhotoTag
from driehoek.backbone.media.tagging import name_on, nameable
from driehoek.facts.people.models import Person
from driehoek.features.feed.models import Post, PostPhoto

GONE = _("Dit kind kun je hier niet kiezen. Kijk nog eens.")


class NamesForm(forms.Form):
    """Nothing chosen is an answer too."""

    students = forms.MultipleChoiceField(required=False, error_messages={"invalid_choice": GONE})


class WhoIsOnIt:
    """The gate has let her in to the post, and she keeps the photo. Raises Http404 when it is not among those
    that are out with the post."""

    def __init__(self, post: Post, photo: Photo, viewer: Viewer, data: QueryDict | None = None) -> None:
        self.post, self.viewer, self.data = post, viewer, data
        self.shown = [row.photo for row in PostPhoto.objects.filter(post=post).shown_to(viewer)]
        if photo not in self.shown:
            raise Http404
        self.photo = photo
        self.form = NamesForm(data)
        choices = [(str(child.pk), child.name) for child in self.children]
        self.form.fields["students"].choices = choices  # type: ignore[attr-defined]  # of this kind of field

    @cached_property
    def groups(self) -> dict[str, list[Person]]:
        """By group, who may be named; each child once. On a photo about one child nobody else."""
        groups: dict[str, list[Person]] = {}
        seen: set[int] = set()
        for seat in nameable(self.photo, self.viewer):
            if self.post.student_id in (None, seat.student_id) and seat.student_id not in seen:
                groups.setdefault(seat.group.name, []).append(seat.student)
                seen.add(seat.student_id)
        return groups

    @property
    def children(self) -> list[Person]:
        return [child for some in self.groups.values() for child in some]

    @cached_property
    def chosen(self) -> set[int]:
        """Who is on it, as it was said before or is being said now."""
        if self.data is not None:
            return {int(key) for key in self.data.getlist("students") if key.isdecimal()}
        return set(PhotoTag.objects.filter(photo=self.photo).values_list("student", flat=True))

    @property
    def number(self) -> int:
        return self.shown.index(self.photo) + 1

    @property
    def next(self) -> Photo | None:
        """The one after it."""
        return self.shown[self.number] if self.number < len(self.shown) else None

    @property
    def address(self) -> str:
        """Where one goes on: at the next photo, when that is what she asked for, or among all of them."""
        if self.next and self.data and "next" in self.data:
            return reverse("feed:names", args=[self.post.pk, self.next.pk])
        return reverse("feed:photos", args=[self.post.pk])

    def save(self) -> bool:
        """False when somebody was chosen who may not be named any more: nothing is kept."""
        if not self.form.is_valid():
            return False
        students = {int(key) for key in self.form.cleaned_data["students"]}
        among = {child.pk for child in self.children}
        name_on(self.photo, students, among=among, by=self.viewer.person, at=self.viewer.now)
        return True
