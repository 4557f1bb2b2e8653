"""A slip in the hands of one person, who came by the link in her mail and did not sign in."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.text import format_lazy

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.answering import Answer, Slip, slip_of
from driehoek.backbone.notifications.letter import Words, known
from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.sealing import seal, unseal
from driehoek.backbone.notifications.wording import Told, told_in
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person, Protection, Restriction

PURPOSE = "answer"
OPENS = dt.timedelta(days=30)  # so long a link works, if what it asks is not over before


@dataclass(frozen=True)
class Box:
    """One answer as it stands on her page."""

    key: str
    label: Words
    done: Words


class HandedSlip:
    """What she may read and tick here, and nothing else of the portal."""

    def __init__(self, slip: Slip, viewer: Viewer) -> None:
        self.slip, self.viewer = slip, viewer

    @property
    def person(self) -> Person:
        return self.viewer.person

    @property
    def language(self) -> str:
        return known(self.person.language)

    @cached_property
    def _told(self) -> Told:
        return told_in(self.language, self.slip.texts, self.viewer.now)

    @property
    def question(self) -> Words:
        """With the name of the child, unless her whereabouts are a secret."""
        child = self.slip.child
        if not self.slip.named or child is None or Protection.objects.filter(student=child).exists():
            return self._told.line(self.slip.question)
        return format_lazy(self.slip.named, name=child.given_name)  # type: ignore[arg-type]  # private to Django

    @property
    def shown(self) -> list[Words]:
        return [words for part in self.slip.shown for words in self._told.paragraphs(part)]

    @property
    def is_open(self) -> bool:
        return self.slip.is_open(self.viewer)

    @cached_property
    def boxes(self) -> list[Box]:
        return [self._box(answer) for answer in self.slip.answers]

    @cached_property
    def ticked(self) -> Box | None:
        """What is recorded as her answer."""
        return self.box(self.slip.said(self.viewer))

    @property
    def others(self) -> list[Box]:
        """What she can choose instead."""
        return [box for box in self.boxes if box != self.ticked]

    def box(self, key: str) -> Box | None:
        return next((box for box in self.boxes if box.key == key), None)

    def fill_in(self, key: str) -> bool:
        """Record it. The same twice is the same once; False when it was too late or is no answer."""
        return self.box(key) is not None and self.is_open and self.slip.say(self.viewer, key)

    def _box(self, answer: Answer) -> Box:
        return Box(answer.key, self._told.line(answer.label), answer.done)


def handed(token: str, now: dt.datetime) -> HandedSlip | None:
    """The slip behind a link, if it is good and the policy still lets her answer; asked at each visit."""
    held = holder(token, PURPOSE, now)
    if held is None:
        return None
    told, viewer = held
    slip = slip_of(told.entry, now)
    return HandedSlip(slip, viewer) if slip and slip.is_for(viewer) else None


def holder(token: str, purpose: str, now: dt.datetime) -> tuple[Notification, Viewer] | None:
    """Who holds a link from a mail, and what she was told there; None when it is no good any more, or when
    somebody who must not come near her child opens the same mailbox."""
    told = unseal(token, purpose)
    if told is None or now >= told.entry.due_at + OPENS or not told.person.is_active:
        return None
    person = told.person
    if Restriction.objects.reading_along(person, person.email, day_of(now)).exists():
        return None
    return told, Viewer(person, "home", now)


def path_of(told: Notification) -> str:
    """Where she answers."""
    return reverse("notifications:answer", args=[seal(told, PURPOSE)])
