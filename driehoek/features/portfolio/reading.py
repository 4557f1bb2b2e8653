"""Work and goals as a viewer meets them: many on one page, and one on its own."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast  # rows of one feature, with what was put beside them

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet

from driehoek.backbone.access.faces import faces_of
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.attaching import Attached
from driehoek.backbone.media.models import Attachment, Photo
from driehoek.backbone.notifications.inbox import mark_read
from driehoek.backbone.translation.openers import Offered, offered_in
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.people.models import Person
from driehoek.features.portfolio.hearing import unheard
from driehoek.features.portfolio.models import (
    Echo,
    EchoAttachment,
    EchoHeard,
    ForWhom,
    Goal,
    GoalReading,
    GoalVersionVoice,
    Period,
    Work,
    WorkAttachment,
    WorkPhoto,
    WorkVersion,
)
from driehoek.features.portfolio.seen_by import SeenBy
from driehoek.features.portfolio.standings import stepped, with_step

A_PAGE = 60


@dataclass(frozen=True)
class Card:
    """One piece of work with what this viewer may see of it and hear about it."""

    work: Work
    photos: list[Photo]
    attachments: list[Attachment]
    echoes: list[Echo]
    waits: bool  # a teacher did not look yet
    faces: set[int]  # the keys of those whose face may be shown
    may_answer: bool

    @property
    def whom(self) -> ForWhom:
        return ForWhom(self.work.whom)

    @property
    def cover(self) -> Photo | None:
        return self.photos[0] if self.photos else None

    @property
    def voice(self) -> Attachment | None:
        return next((one for one in self.attachments if one.kind == Attachment.Kind.VOICE), None)

    @property
    def spoken(self) -> str:
        return self.voice.length if self.voice else ""

    @property
    def echo(self) -> Echo | None:
        """The newest, for a small card."""
        return self.echoes[-1] if self.echoes else None

    @property
    def shows_face(self) -> bool:
        return self.echo is not None and self.echo.author_id in self.faces


def cards(viewer: Viewer, works: "QuerySet[Work]") -> list[Card]:
    """With few questions, however many there are."""
    looked = works.select_related("student__portrait", "author").marked().allowing(viewer, "answer")  # type: ignore[attr-defined]
    found: list[Any] = list(looked)
    keys = [work.pk for work in found]
    photos, carried = WorkPhoto.objects.shown_to(viewer, keys), WorkAttachment.of(keys)
    echoes = echoes_on(viewer, works=keys)
    seen = [photo for some in photos.values() for photo in some if photo.alt]
    said = [echo for some in echoes.values() for echo in some]
    put_in_words([*found, *seen, *said], now=viewer.now)
    faces = faces_of([echo.author for echo in said], viewer)
    return [
        Card(work, photos[work.pk], carried[work.pk], echoes[work.pk], work.waits, faces, work.may_answer)
        for work in found
    ]


def echoes_on(
    viewer: Viewer, *, works: Iterable[int] = (), goals: Iterable[int] = ()
) -> dict[int, list[Echo]]:
    """By work, or by goal: what this viewer may hear, the oldest first, with what goes with it."""
    about = {"work__in": list(works)} if works else {"goal__in": list(goals)}
    if not any(about.values()):
        return defaultdict(list)
    heard = EchoHeard.objects.filter(echo=OuterRef("pk"), person=viewer.person)
    seen = Echo.objects.visible_to(viewer).filter(**about).annotate(is_heard=Exists(heard))
    found = list(seen.select_related("author__portrait", "student").order_by("at", "pk"))
    carried = EchoAttachment.of([echo.pk for echo in found])
    by_thing: dict[int, list[Echo]] = defaultdict(list)
    for echo in found:
        echo.carried = carried[echo.pk]
        by_thing[echo.work_id or echo.goal_id or 0].append(echo)
    return by_thing


class Portfolio:
    """All work of one student that this viewer may see, the newest first, some on each page."""

    def __init__(self, student: Person, viewer: Viewer, number: str) -> None:
        self.student, self.viewer, self.number = student, viewer, number

    @cached_property
    def page(self) -> Page:
        seen = Work.objects.visible_to(self.viewer).filter(student=self.student).newest()
        return Paginator(seen, A_PAGE).get_page(self.number)

    @cached_property
    def cards(self) -> list[Card]:
        return cards(self.viewer, cast(QuerySet[Work], self.page.object_list))

    @cached_property
    def goals(self) -> list[Goal]:
        found = list(goals_of(self.student.pk, self.viewer)[:A_PAGE])
        put_in_words(found, now=self.viewer.now)
        return found

    @cached_property
    def periods(self) -> list[tuple[Period, str]]:
        """What her groups worked on, the newest first."""
        found = list(with_step(Period.objects.visible_to(self.viewer), self.viewer, self.student.pk)[:A_PAGE])
        put_in_words(found, now=self.viewer.now)
        return stepped(found)

    @property
    def is_hers(self) -> bool:
        return self.student.pk == self.viewer.person.pk

    @cached_property
    def may_add(self) -> bool:
        """A colleague who teaches her adds work and writes down a goal with her."""
        return rows(Person, self.viewer, may="add_work").filter(pk=self.student.pk).exists()

    @property
    def is_for_teachers(self) -> bool:
        """Whether she works at school and does not teach this child: leaders do not look in."""
        return self.viewer.hat == "school" and not self.may_add

    @cached_property
    def may_take_along(self) -> bool:
        return rows(Person, self.viewer, may="take_along").filter(pk=self.student.pk).exists()

    @cached_property
    def news(self) -> list[Echo]:
        """What she did not hear yet, the oldest first."""
        new = unheard(self.viewer, self.student.pk).select_related("author__portrait")
        found = list(new.order_by("at", "pk"))
        put_in_words(found, now=self.viewer.now)
        return found

    @cached_property
    def faces(self) -> set[int]:
        """Of whose of these she may see the portrait."""
        return faces_of([echo.author for echo in self.news], self.viewer)


@dataclass(frozen=True)
class GoalCard:
    """One goal and what is said about it."""

    goal: Goal
    echoes: list[Echo]
    faces: set[int]
    may_move: bool
    may_answer: bool


def goals_of(student: int, viewer: Viewer) -> QuerySet[Goal]:
    """Those this viewer may see, the newest first."""
    return Goal.objects.visible_to(viewer).filter(student=student).with_sound().order_by("-at", "-pk")


def goal_card(viewer: Viewer, goal: Goal) -> GoalCard:
    asked = Goal.objects.filter(pk=goal.pk).with_sound().select_related("student", "author")
    found: Any = asked.allowing(viewer, "move", "answer").get()
    echoes = echoes_on(viewer, goals=[goal.pk])[goal.pk]
    put_in_words([found, *echoes], now=viewer.now)
    faces = faces_of([echo.author for echo in echoes], viewer)
    return GoalCard(found, echoes, faces, found.may_move, found.may_answer)


class Answering:
    """What stands under a piece of work or a goal: the box, and how to begin."""

    def __init__(self, thing: Work | Goal, viewer: Viewer, form: Any = None) -> None:
        self.thing, self.viewer, self.form = thing, viewer, form

    @cached_property
    def attached(self) -> Attached:
        return self.form.attached if self.form else Attached(self.viewer, self.thing.school)

    @property
    def openers(self) -> tuple[Offered, ...]:
        """To the people at home; a teacher begins by herself."""
        chosen = self.form.chosen_openers if self.form else ()
        return offered_in("work", chosen) if self.viewer.hat == "home" else ()


def leave_mark(viewer: Viewer, thing: Work | Goal, echoes: list[Echo]) -> None:
    """She has it before her, and heard what stands under it: no mail about either any more."""
    fresh = [echo for echo in echoes if not vars(echo)["is_heard"]]
    EchoHeard.mark(fresh, viewer)
    mark_read(viewer, thing, *echoes)


class WorkPage:
    """One piece of work, large."""

    def __init__(self, work: Work, viewer: Viewer, form: Any = None) -> None:
        self.viewer = viewer
        self.card = cards(viewer, Work.objects.filter(pk=work.pk))[0]
        self.work = self.card.work
        self.answering = Answering(self.work, viewer, form)

    @cached_property
    def may(self) -> dict[str, bool]:
        return {act: self.work.allows(self.viewer, act) for act in ("share", "change", "remove", "look_at")}

    @cached_property
    def versions(self) -> list[WorkVersion]:
        """What it said before, for herself and her teacher."""
        if self.work.version == 1 or not (self.may["share"] or self.may["change"]):
            return []
        return list(WorkVersion.objects.filter(work=self.work).order_by("-number"))

    @property
    def is_hers(self) -> bool:
        return self.work.student_id == self.viewer.person.pk

    @cached_property
    def seen_by(self) -> SeenBy:
        return SeenBy(self.work, self.viewer)

    def leave_mark(self) -> None:
        """She heard what stands here."""
        leave_mark(self.viewer, self.work, self.card.echoes)


class GoalPage:
    """One goal, with what was said about it and how it went."""

    def __init__(self, goal: Goal, viewer: Viewer, form: Any = None) -> None:
        self.viewer = viewer
        self.card = goal_card(viewer, goal)
        self.goal = self.card.goal
        self.answering = Answering(self.goal, viewer, form)

    @cached_property
    def steps(self) -> list[Any]:
        return list(self.goal.steps.order_by("at", "pk"))

    @cached_property
    def versions(self) -> list[Any]:
        """What it said before, for herself and her teacher."""
        if not self.card.may_move:
            return []
        before = self.goal.versions.annotate(heard=GoalVersionVoice.column())
        return list(before.order_by("-number"))

    @cached_property
    def readings(self) -> list[GoalReading]:
        """Who read it, for the child whose goal it is."""
        seen = (
            GoalReading.objects.visible_to(self.viewer)
            .filter(goal=self.goal)
            .exclude(person=self.viewer.person)
        )
        return list(seen.select_related("person").order_by("at", "pk"))

    @property
    def is_hers(self) -> bool:
        return self.goal.student_id == self.viewer.person.pk

    def leave_mark(self) -> None:
        leave_mark(self.viewer, self.goal, self.card.echoes)
        if not self.is_hers:
            GoalReading.objects.get_or_create(
                goal=self.goal, version=self.goal.version, person=self.viewer.person,
                defaults={"at": self.viewer.now},
            )  # fmt: skip
