"""The page on which a colleague adds work: for which group, for whom of it."""

from functools import cached_property

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer, Visit
from driehoek.backbone.media.attaching import Attached
from driehoek.base.shell.pages import posted
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.portfolio.adding import add_for, pupils_for
from driehoek.features.portfolio.forms import ForPupilsForm
from driehoek.features.portfolio.models import Work


class Composing:
    def __init__(self, viewer: Viewer, chosen: str, request: Visit) -> None:
        self.viewer, self.chosen, self.request = viewer, chosen, request

    @cached_property
    def groups(self) -> list[Group]:
        """Those she works with, of the year that runs."""
        mine = rows(Group, self.viewer, may="look_at_work").select_related("school", "year")
        today = self.viewer.today
        running = mine.filter(year__starts_on__lte=today, year__ends_on__gte=today)
        return sorted(running, key=lambda group: group.order)

    @cached_property
    def group(self) -> Group | None:
        named = [group for group in self.groups if str(group.pk) == self.chosen]
        return next(iter(named or self.groups), None)

    @cached_property
    def pupils(self) -> list[Person]:
        return pupils_for(self.group, self.viewer) if self.group else []

    @cached_property
    def form(self) -> ForPupilsForm:
        assert self.group
        attached = Attached(self.viewer, self.group.school, self.request.POST, self.request.FILES)
        form = ForPupilsForm(posted(self.request), attached=attached, pupils=self.pupils, viewer=self.viewer)
        if not form.is_bound and (asked := self.request.GET.get("kind")):
            form.initial["students"] = [asked]
        return form

    @property
    def rows(self) -> list[tuple[Person, bool]]:
        """Each pupil, and whether she is ticked."""
        ticked = {str(key) for key in self.form["students"].value() or ()}
        return [(pupil, str(pupil.pk) in ticked) for pupil in self.pupils]

    def add(self) -> list[Work]:
        assert self.group
        return add_for(self.form.students, self.group, self.form.said, self.viewer)

    def must_check(self, works: list[Work]) -> bool:
        """Some children of the group may not be on photos: that is asked on the page of what waits."""
        return works[0].allows(self.viewer, "look_at")
