"""Before a newsletter goes: whom it reaches, about which children it says nothing, and when it leaves."""

import datetime as dt
from functools import cached_property
from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import day_of
from driehoek.base.shell.fields import needed
from driehoek.facts.schools.hours import usual_time
from driehoek.facts.schools.models import Group
from driehoek.features.newsletters.models import Block, BlockPhoto, Kind, Newsletter
from driehoek.features.newsletters.recipients import received

SOME_DAY = dt.timedelta(days=90)


class Outlook:
    """As it stands now: who comes or goes before it leaves, is counted then."""

    def __init__(self, newsletter: Newsletter, viewer: Viewer) -> None:
        self.newsletter, self.viewer = newsletter, viewer
        for block in self.blocks:
            block.newsletter = newsletter

    @cached_property
    def blocks(self) -> list[Block]:
        rows = self.newsletter.blocks.select_related("audience").prefetch_related("audience__lines")
        return list(rows.order_by("pk"))

    @cached_property
    def people(self) -> dict[int, set[int]]:
        """Each reader, and the children through whom it comes to her."""
        found = received(self.blocks, self.viewer.today)
        return {person: {one.student for one in hers} for person, hers in found.items()}

    @cached_property
    def photos_waiting(self) -> int:
        """Of so many nobody said yet who is on them."""
        return BlockPhoto.objects.filter(block__in=self.blocks).waiting().count()

    @property
    def children(self) -> set[int]:
        return {student for students in self.people.values() for student in students}

    @cached_property
    def groups_without(self) -> list[str]:
        """Groups of whose work it says nothing."""
        told = {
            line.group_id
            for block in self.blocks
            if block.kind == Kind.WORK
            for line in block.audience.lines.all()
        }
        here = Seat.objects.on(self.viewer.today).filter(role=Role.STUDENT, school=self.newsletter.school)
        groups = Group.objects.filter(pk__in=here.values("group")).exclude(
            pk__in=[key for key in told if key]
        )
        return [group.name for group in sorted(groups, key=lambda group: group.order)] if told else []

    @cached_property
    def usual(self) -> dt.datetime:
        """At the bell, or on the next school day."""
        return usual_time(self.newsletter.school, self.viewer.now)

    @property
    def usual_is_today(self) -> bool:
        return day_of(self.usual) == self.viewer.today


class GoingForm(forms.Form):
    """Now, at the bell, or another moment."""

    when = forms.ChoiceField(
        label=_("Wanneer gaat hij weg?"), initial="usual", widget=forms.RadioSelect,
        choices=[("usual", _("Na schooltijd")), ("now", _("Nu")), ("later", _("Op een ander moment"))],
        error_messages={"required": _("Kies wanneer hij weggaat.")},
    )  # fmt: skip
    moment = needed(
        forms.DateTimeField(
            label=_("Dag en tijd"), required=False,
            widget=forms.DateTimeInput({"type": "datetime-local", "class": "field"}, format="%Y-%m-%dT%H:%M"),
        ),
        _("nodig bij een ander moment"),
    )  # fmt: skip

    def __init__(self, data: Any, *, outlook: Outlook) -> None:
        super().__init__(data)
        self.outlook, self.now = outlook, outlook.viewer.now

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        moment = said.get("moment")
        if said.get("when") == "later" and "moment" not in self.errors:
            if moment is None or not self.now < moment < self.now + SOME_DAY:
                self.add_error("moment", _("Kies een tijd die nog komt."))
        if not self.outlook.people:
            self.add_error(None, _("Niemand krijgt deze brief. Zet er eerst een blok in."))
        if self.outlook.photos_waiting:
            self.add_error(None, _("Zeg eerst wie er op de foto's staat."))
        return said

    @property
    def due_at(self) -> dt.datetime:
        if self.cleaned_data["when"] == "later":
            moment: dt.datetime = self.cleaned_data["moment"]
            return moment
        return self.now if self.cleaned_data["when"] == "now" else self.outlook.usual
