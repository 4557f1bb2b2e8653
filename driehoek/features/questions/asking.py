"""A parent who is about to ask the others: whom, after which promise, and whether it is for the teacher."""

import datetime as dt
from functools import cached_property
from operator import attrgetter

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from driehoek.backbone.access.models import Role
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.attaching import Attached
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.moderation.changing import ABOUT_ONE
from driehoek.backbone.moderation.models import Conduct
from driehoek.base.core.limits import Limit
from driehoek.facts.people.naming import names_one_of, says_my_child
from driehoek.facts.schools.models import Enrolment, Group
from driehoek.features.questions.models import Question

QUESTIONS = Limit("questions.question", 20, dt.timedelta(days=1))  # by person


class Asking:
    """The groups whose parents she may ask, `wanted` first."""

    def __init__(self, viewer: Viewer, wanted: str = "") -> None:
        self.viewer, self.wanted = viewer, wanted

    @cached_property
    def groups(self) -> list[Group]:
        mine = rows(Group, self.viewer, may="ask_parents").select_related("school")
        return sorted(mine, key=attrgetter("order"))

    @property
    def likely(self) -> str:
        keys = [str(group.pk) for group in self.groups]
        return self.wanted if self.wanted in keys else (keys[0] if len(keys) == 1 else "")

    def group_of(self, key: str) -> Group | None:
        return next((group for group in self.groups if str(group.pk) == key), None)

    @cached_property
    def is_parent(self) -> bool:
        """Of a child in any class."""
        return rows(Group, self.viewer, may="introduce_to").exists()

    @property
    def closed_because(self) -> str:
        """Why she can ask nobody now; empty when she can. Says nothing about anybody else."""
        if self.groups:
            return ""
        if rows(Group, self.viewer, may="join_in").exists():
            return _("School heeft berichten tussen ouders nu stilgezet.")
        return _("Dit kun je alleen aan school vragen.")

    @cached_property
    def unread(self) -> list[Conduct]:
        """What schools ask of whoever writes to parents, and she did not read yet."""
        schools = {group.school_id: group.school for group in self.groups}
        found = [Conduct.in_words(school, now=self.viewer.now) for school in schools.values()]
        return [conduct for conduct in found if not conduct.is_accepted(self.viewer.person)]

    def must_read(self, group: Group) -> bool:
        return any(conduct.school == group.school for conduct in self.unread)

    def is_out_of_breath(self) -> bool:
        """Counts this try."""
        return not QUESTIONS.allows(str(self.viewer.person.pk), now=self.viewer.now)

    def seems_about_one_child(self, text: str, group: Group) -> bool:
        return is_about_one_child(text, group, self.viewer.today)

    def child_in(self, group: Group) -> int | None:
        """Her child there, about whom she would ask school."""
        seats = (seat for seat in self.viewer.seats if seat.role == Role.GUARDIAN)
        return next((seat.student_id for seat in seats if seat.group_id == group.pk), None)

    def attached(self, data: QueryDict, files: "MultiValueDict[str, UploadedFile]") -> Attached:
        """What is spoken, for the school of the class; nothing of who may ask nobody."""
        group = self.group_of(data.get("group", "")) or next(iter(self.groups), None)
        if group:
            return Attached(self.viewer, group.school, data, files)
        return Attached(self.viewer, rows(Group, self.viewer, may="introduce_to")[0].school)

    @transaction.atomic
    def ask(self, text: str, *, to: Group, accepts: bool, voice: Attachment | None = None) -> Question:
        me = self.viewer
        if accepts:
            Conduct.of(to.school).accept(by=me.person, at=me.now)
        return Question.ask(to, text, by=me.person, at=me.now, voice=voice)


def doubt(words: str, question: Question, viewer: Viewer) -> str:
    """What to ask before all parents read these other words."""
    return str(ABOUT_ONE) if is_about_one_child(words, question.group, viewer.today) else ""


def is_about_one_child(text: str, group: Group, day: dt.date) -> bool:
    """The name of a child whose place must stay secret is no reason to ask: that would tell whoever tries a
    name that she is here."""
    here = Enrolment.objects.on(day).filter(group=group, student__protection=None)
    names = list(here.values_list("student__given_name", flat=True).distinct())
    return says_my_child(text) or names_one_of(names, text)
