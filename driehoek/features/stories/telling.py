"""Who tells about which child in which group, and what may go with it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.attaching import Attached
from driehoek.backbone.media.models import Attachment, Photo
from driehoek.backbone.moderation.models import Conduct, Silence
from driehoek.base.core.limits import Limit
from driehoek.base.core.uploads import ImageRefused
from driehoek.facts.consent.effective import may_be_shown
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Person, Protection
from driehoek.facts.schools.models import Enrolment, Group, School
from driehoek.features.stories.models import Story

STORIES = Limit("stories.story", 20, dt.timedelta(days=1))  # by person


@dataclass(frozen=True)
class Subject:
    """One child in one of her groups."""

    student: Person
    group: Group

    @property
    def key(self) -> str:
        return f"{self.student.pk}-{self.group.pk}"

    @property
    def name(self) -> str:
        return f"{self.student.given_name} · {self.group.name}"


def subjects(viewer: Viewer) -> list[Subject]:
    """The children this person may tell about: her own, or she herself."""
    children = rows(Person, viewer, may="tell_about").values("pk")
    here = Enrolment.objects.on(viewer.today).filter(student__in=children)
    found = here.select_related("student", "group__school").order_by("-student__birth_date", "group__name")
    return [Subject(row.student, row.group) for row in found]


def attached(viewer: Viewer, found: list[Subject], request: HttpRequest) -> Attached:
    """What is spoken, for the school of the child it is about; while none is chosen, for the first."""
    chosen = [subject for subject in found if subject.key == request.POST.get("about")]
    return Attached(viewer, (chosen or found)[0].group.school, request.POST, request.FILES)


def begin(
    subject: Subject, text: str, uploads: Iterable[BinaryIO], voice: Attachment | None, viewer: Viewer
) -> tuple[Story, list[str]]:
    """The sheet with its photos, and what was wrong with those that are not on it."""
    photos, refused = _taken(uploads, subject.group.school, viewer)
    child, group, me = subject.student, subject.group, viewer.person
    story = Story.begin(child, group, text, by=me, at=viewer.now, photos=photos, voice=voice)
    return story, refused


def _taken(uploads: Iterable[BinaryIO], school: School, viewer: Viewer) -> tuple[list[Photo], list[str]]:
    photos, refused = [], []
    for upload in uploads:
        try:
            photos.append(Photo.take(upload, school=school, by=viewer.person, at=viewer.now))
        except ImageRefused as refusal:
            refused.append(str(refusal.sentence))
    return photos, refused


class Sending:
    """One sheet about to be sent: to whom it may go."""

    def __init__(self, story: Story, viewer: Viewer) -> None:
        self.story, self.viewer = story, viewer
        self.photos = story.photos()
        self.conduct = Conduct.in_words(story.school, now=viewer.now)

    @property
    def is_by_child(self) -> bool:
        return self.story.is_by_child

    @property
    def is_silent(self) -> bool:
        return Silence.objects.over(self.story.group).exists()

    @property
    def closed_because(self) -> str:
        """Why it cannot go to the class; empty when it can. Says nothing about anybody else."""
        student = self.story.student
        may_tell = rows(Group, self.viewer, may="tell").filter(pk=self.story.group_id).exists()
        if not may_tell or Protection.objects.filter(student=student).exists():
            return _("Dit bericht kan alleen naar school.")
        if self.is_silent:
            return _("School heeft berichten tussen ouders nu stilgezet.")
        return ""

    @property
    def needs_yes(self) -> bool:
        """The words of the school were not read yet."""
        return not self.conduct.is_accepted(self.viewer.person)

    @property
    def child_may_be_shown(self) -> bool:
        shown = may_be_shown(Purpose.CLASS_APP, on=self.viewer.today)
        return shown.filter(pk=self.story.student_id).exists()

    @transaction.atomic
    def send(self, *, accepts: bool, **choices: object) -> None:
        if choices["for_class"] and accepts:
            self.conduct.accept(by=self.viewer.person, at=self.viewer.now)
        self.story.send(by=self.viewer.person, at=self.viewer.now, **choices)  # type: ignore[arg-type]
