"""Everything that Vandaag shows: one page for all children, over all schools."""

from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _

from driehoek.backbone.access.closed import Closed, without_news
from driehoek.backbone.access.parts import abreast, read
from driehoek.backbone.access.rules.meeting import guardian_groups
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import Readable
from driehoek.base.core.clock import amsterdam
from driehoek.features.absences.at_home import may_arrange_pickup, may_report
from driehoek.features.absences.swapping import may_swap
from driehoek.features.alerts.models import Alert
from driehoek.features.alerts.running import running_for
from driehoek.features.conversations.addresses import may_ask
from driehoek.features.dayreports.models import DayReport
from driehoek.features.dayreports.reports import reports_today
from driehoek.features.feed.cards import Card, News, cards_from, news_of
from driehoek.features.kitchen.at_home import Question
from driehoek.features.newsletters.arriving import Arrived, arrived
from driehoek.features.pulse.asking import asks_her
from driehoek.surfaces.home.family import Child, family_of, is_student
from driehoek.surfaces.home.kitchen_table import table_among, wishes_of
from driehoek.surfaces.home.todo import Todo, todos_for

AT_MOST_TO_DO = 3  # more wait behind "Alles"
MORNING_FROM, NOON_FROM, EVENING_FROM = 5, 12, 18
DINNER_FROM = 14  # from here the question for tonight comes before what is still to do


class Found(NamedTuple):
    """What waits for her, what lies there, what is new, and what the childcare wrote today."""

    todos: list[Todo]
    letters: list[Arrived]
    news: News
    days: list[DayReport]


class Today:
    """One person's page at one moment; `chosen` is the key of one child, or nothing for all of them."""

    def __init__(self, viewer: Viewer, chosen: str) -> None:
        self.viewer = viewer
        self.chosen = next((child for child in self.family if str(child.pk) == chosen), None)

    @cached_property
    def family(self) -> list[Child]:
        return family_of(self.viewer)

    @cached_property
    def _at_once(self) -> Found:
        """As many questions as the deepest of these asks."""
        me, child = self.viewer, self.chosen.person if self.chosen else None
        waiting, lying = todos_for(me, self.family), arrived(me, child)
        return Found(*read(abreast(waiting, lying, news_of(child, me), reports_today(child, me))))

    @property
    def shown(self) -> list[Child]:
        return [self.chosen] if self.chosen else self.family

    @property
    def is_students_own(self) -> bool:
        return is_student(self.viewer)

    @property
    def greeting(self) -> str:
        hour, name = amsterdam(self.viewer.now).hour, self.viewer.person.given_name
        if MORNING_FROM <= hour < NOON_FROM:
            return _("Goedemorgen, %(name)s") % {"name": name}
        if NOON_FROM <= hour < EVENING_FROM:
            return _("Goedemiddag, %(name)s") % {"name": name}
        return _("Goedenavond, %(name)s") % {"name": name}

    @property
    def is_early(self) -> bool:
        """Before school is out, what must be answered comes first."""
        return amsterdam(self.viewer.now).hour < DINNER_FROM

    @cached_property
    def question(self) -> Question | None:
        """For the kitchen table tonight."""
        return table_among(self.cards, self.viewer, self.shown).first

    @cached_property
    def _waiting(self) -> list[Todo]:
        wanted = {child.pk for child in self.shown}
        return [todo for todo in self._at_once.todos if not todo.student or todo.student.pk in wanted]

    @cached_property
    def may_report(self) -> bool:
        """Whether there is somebody she may report ill."""
        return may_report(self.viewer)

    @cached_property
    def may_ask(self) -> bool:
        """Whether there is something she may ask school."""
        return may_ask(self.viewer)

    @cached_property
    def may_arrange(self) -> bool:
        """Whether there is a child who is fetched."""
        return may_arrange_pickup(self.viewer)

    @cached_property
    def may_swap(self) -> bool:
        """Whether there is a child in a care group."""
        return may_swap(self.viewer)

    @cached_property
    def alerts(self) -> list[Alert]:
        """What is urgent now, before all else."""
        return running_for(self.viewer)

    @property
    def two_questions(self) -> int | None:
        """The key of those that she may answer, about no child of hers."""
        return next((key for child in self.family if (key := asks_her(child.person))), None)

    @property
    def todos(self) -> list[Todo]:
        return self._waiting[:AT_MOST_TO_DO]

    @property
    def more_todos(self) -> int:
        return max(0, len(self._waiting) - AT_MOST_TO_DO)

    @property
    def meets_parents(self) -> bool:
        """Whether there is a class of which she is a parent."""
        return bool(guardian_groups(self.viewer))

    @property
    def days(self) -> list[DayReport]:
        """What the childcare wrote today, put in words with the news."""
        return self._at_once.days if self.cards is not None else []

    @property
    def new_letters(self) -> list[Arrived]:
        """Not opened yet: before the other news."""
        return [letter for letter in self._at_once.letters if letter.is_new]

    @property
    def letters(self) -> list[Arrived]:
        """Opened before; for two weeks among what is of the school."""
        return [letter for letter in self._at_once.letters if not letter.is_new]

    @property
    def news(self) -> list[Card]:
        """News about the children themselves: of their groups and their own rooms."""
        return [card for card in self.cards if card.post.group_id or card.post.student_id]

    @cached_property
    def closed(self) -> list[Closed]:
        """Of each child about whom there is nothing: that its news does not come to her, where that is so."""
        heard = {child.pk for child in self.shown for card in self.news if child.is_in(card.post)}
        return without_news([child.person for child in self.shown if child.pk not in heard], self.viewer)

    @property
    def school_news(self) -> list[Card]:
        """News for everyone at a school comes second."""
        return [card for card in self.cards if not (card.post.group_id or card.post.student_id)]

    @cached_property
    def cards(self) -> list[Card]:
        beside: list[Readable] = [*self._at_once.days, *wishes_of(self.family)]
        return cards_from(self.viewer, self._at_once.news, beside)
