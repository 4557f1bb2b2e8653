"""Questions as a viewer meets them: the list of her classes, and one with its answers."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from driehoek.backbone.access.faces import faces_of
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.attaching import Attached
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.moderation.models import Conduct, Silence
from driehoek.backbone.translation.reading import put_in_words
from driehoek.base.core.limits import Limit
from driehoek.facts.schools.hours import is_quiet, work_time
from driehoek.facts.schools.models import Group
from driehoek.features.questions.models import Answer, AnswerVoice, Question, QuestionVoice

AT_MOST = 40
ANSWERS = Limit("questions.answer", 60, dt.timedelta(days=1))  # by person


@dataclass(frozen=True)
class Card:
    """One question in the list. Answers are counted as this viewer reads them."""

    question: Question
    answers: int
    is_open: bool
    shows_face: bool
    voices: list[Attachment]


class Questions:
    """Of all her classes, or of the one that was chosen."""

    def __init__(self, viewer: Viewer, group: str = "") -> None:
        self.viewer, self._group = viewer, group

    @cached_property
    def groups(self) -> list[Group]:
        """Whose parents ask each other here."""
        return sorted(rows(Group, self.viewer, may="meet"), key=attrgetter("order"))

    @cached_property
    def group(self) -> Group | None:
        return next((group for group in self.groups if str(group.pk) == self._group), None)

    @cached_property
    def may_ask(self) -> bool:
        may = rows(Group, self.viewer, may="ask_parents")
        return (may.filter(pk=self.group.pk) if self.group else may).exists()

    @cached_property
    def is_silent(self) -> bool:
        chosen = [self.group] if self.group else self.groups
        return any(Silence.objects.over(group).exists() for group in chosen[:1])

    @cached_property
    def cards(self) -> list[Card]:
        me = self.viewer
        seen = Question.objects.visible_to(me).with_people()
        if self.group:
            seen = seen.filter(group=self.group)
        found = list(seen.open_first(me.now)[:AT_MOST])
        put_in_words(found, now=me.now)
        counted = Counter(
            Answer.objects.visible_to(me).filter(question__in=found).values_list("question", flat=True)
        )
        faces = faces_of([question.author for question in found], me)
        heard = QuestionVoice.of(one.pk for one in found)
        return [
            Card(
                one,
                counted[one.pk],
                is_open=one.is_open(me.now),
                shows_face=one.author_id in faces,
                voices=heard.get(one.pk, []),
            )
            for one in found
        ]


@dataclass(frozen=True)
class Reply:
    """One answer, with what this viewer may do with it."""

    answer: Answer
    is_mine: bool
    may_edit: bool
    shows_face: bool
    is_waiting: bool  # for the morning: only the school reads it yet
    voices: list[Attachment]


class Reading:
    """One question that this viewer may see."""

    def __init__(self, question: Question, viewer: Viewer) -> None:
        self.viewer, me = viewer, viewer
        self.question = Question.objects.with_people().get(pk=question.pk)
        self.conduct = Conduct.in_words(self.question.group.school, now=me.now)
        self.is_mine = self.question.author_id == me.person.pk and question.allows(me, "remove")
        self.may_edit = self.is_mine and question.allows(me, "edit")
        self.is_open = self.question.is_open(me.now)
        self.replies = self._replies()

    def _replies(self) -> list[Reply]:
        """Everything this viewer may read of what was answered, the oldest first."""
        me, seen = self.viewer, Answer.objects.visible_to(self.viewer).filter(question=self.question)
        answers = list(seen.with_people())
        put_in_words([self.question, *answers], now=me.now)
        own = [answer.pk for answer in answers if answer.author_id == me.person.pk]
        mine, editable = (
            set(Answer.objects.where(me, may=act).filter(pk__in=own).values_list("pk", flat=True))
            for act in ("remove", "edit")
        )
        faces = faces_of([self.question.author, *(answer.author for answer in answers)], me)
        self.shows_face = self.question.author_id in faces
        heard = AnswerVoice.of(answer.pk for answer in answers)
        return [
            Reply(
                one,
                is_mine=one.pk in mine,
                may_edit=one.pk in editable,
                shows_face=one.author_id in faces,
                is_waiting=one.due_at > me.now,
                voices=heard.get(one.pk, []),
            )
            for one in answers
        ]

    @cached_property
    def voices(self) -> list[Attachment]:
        return self.question.voices()

    def attached(
        self, data: QueryDict | None = None, files: "MultiValueDict[str, UploadedFile] | None" = None
    ) -> Attached:
        """What goes with the answer."""
        return Attached(self.viewer, self.question.group.school, data, files)

    @cached_property
    def closed_because(self) -> str:
        """Why nobody, or not she, answers here; empty when she may."""
        if not self.is_open:
            return _("Deze vraag is opgelost.") if self.question.is_solved else _("Deze vraag is gesloten.")
        if self.question.allows(self.viewer, "answer"):
            return ""
        if Silence.objects.over(self.question.group).exists():
            return _("School heeft berichten tussen ouders nu stilgezet.")
        return _("Je kunt hier meelezen.")

    @cached_property
    def must_read(self) -> bool:
        """A parent reads first what school asks of whoever writes to parents."""
        return self.viewer.hat == "home" and not self.conduct.is_accepted(self.viewer.person)

    def is_out_of_breath(self) -> bool:
        """Counts this try."""
        return not ANSWERS.allows(str(self.viewer.person.pk), now=self.viewer.now)

    @cached_property
    def waits_for_morning(self) -> bool:
        """What she answers for the school now is read when it is open."""
        return self.viewer.hat == "school" and is_quiet(self.viewer.now, self.question.group.school)

    @transaction.atomic
    def answer(self, text: str, *, accepts: bool, voice: Attachment | None = None, hurry: str = "") -> Answer:
        me, school = self.viewer, self.question.group.school
        if accepts:
            self.conduct.accept(by=me.person, at=me.now)
        waits = self.waits_for_morning and not hurry
        return Answer.give(
            self.question,
            text,
            by=me.person,
            corner=me.hat,
            at=me.now,
            voice=voice,
            due_at=work_time(school, me.now) if waits else me.now,
            hurry=hurry if self.waits_for_morning else "",
        )

    def confirmation(self, said: Answer) -> str:
        if said.due_at > self.viewer.now:
            return _("Dit gaat weg op de volgende schooldag om 8 uur.")
        return _("Verstuurd. Wie de vraag leest, leest dit ook.")
