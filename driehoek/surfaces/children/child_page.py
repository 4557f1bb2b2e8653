"""One page per child: where she sits, who to turn to, what is new, and what is asked of home."""

import datetime as dt
from functools import cached_property

from django.db.models import Exists, OuterRef, QuerySet

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.rules.meeting import guardian_groups
from driehoek.backbone.access.rules.ways import WITH_A_WAY
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import Readable
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, Group, GroupKind
from driehoek.features.absences.at_home import absences_of, may_report_about
from driehoek.features.absences.collecting import FETCHED
from driehoek.features.absences.models import Absence
from driehoek.features.career.at_home import lately
from driehoek.features.career.models import Assignment
from driehoek.features.conversations.team import Colleague, contacts_of
from driehoek.features.dayreports.models import DayReport
from driehoek.features.dayreports.reports import has_care, reports_of_today
from driehoek.features.feed.cards import feed_for
from driehoek.features.feed.models import Post
from driehoek.features.following.at_home import LooksAlong
from driehoek.features.kitchen.at_home import KitchenTable, Question
from driehoek.features.kitchen.looking_back import answers_of
from driehoek.features.kitchen.seating import seat_one
from driehoek.features.kitchen.table import AT_MOST, Lying
from driehoek.features.portfolio.at_home import WorkAtHome
from driehoek.features.results.at_home import ResultsAtHome
from driehoek.features.talks.pages import TalksOfChild

WEEK = dt.timedelta(days=7)


def with_timetable(people: QuerySet[Person], viewer: Viewer) -> QuerySet[Person]:
    """With an answer on her row: the school, or she herself, may keep her timetable shut."""
    open_ = rows(Person, viewer, may="see_timetable_of").filter(pk=OuterRef("pk"))
    return people.annotate(may_see_timetable=Exists(open_))


class ChildPage:
    """What this viewer sees of this child. The gate has already let her in."""

    def __init__(self, child: Person, viewer: Viewer) -> None:
        self.child, self.viewer = child, viewer
        self.seated, self.looked_back = seat_one(child, viewer), answers_of(child, viewer)
        wishes = [one.wish for one in self.seated if one.wish]
        beside: list[Readable] = [*self.days, *self._written, *wishes, *self.looked_back, *self.work.written]
        self.cards = feed_for(viewer, child, beside=beside)

    @cached_property
    def work(self) -> WorkAtHome:
        """What she made, and what she works at."""
        return WorkAtHome(self.child, self.viewer)

    @cached_property
    def places(self) -> list[Enrolment]:
        """Where the child sits today, the class before the childcare."""
        places = Enrolment.objects.on(self.viewer.today).filter(student=self.child)
        found = places.select_related("group__school").order_by("group__name")
        return sorted(found, key=lambda place: place.group.kind == GroupKind.CARE)

    @cached_property
    def contacts(self) -> list[Colleague]:
        """The staff of her groups, and who helps with the portal."""
        groups = [place.group_id for place in self.places]
        schools = {place.group.school_id for place in self.places}
        return contacts_of(groups, schools, self.viewer.today)

    @cached_property
    def may_ask(self) -> bool:
        return rows(Person, self.viewer, may="ask_about").filter(pk=self.child.pk).exists()

    @property
    def questions(self) -> list[Question]:
        """What lies on the kitchen table for her."""
        written = [Lying(f"post-{post.pk}", (self.child.pk,), post) for post in self._written]
        return KitchenTable(self.viewer, self.seated, written).questions

    @cached_property
    def _written(self) -> list[Post]:
        """What school suggested to ask at home in the past week."""
        return list(self.news_of_the_week.exclude(ask_at_home="")[:AT_MOST])

    @property
    def news_of_the_week(self) -> QuerySet[Post]:
        groups = [place.group_id for place in self.places]
        recent = Post.objects.visible_to(self.viewer).published(self.viewer.now)
        return recent.filter(group__in=groups, publication__due_at__gte=self.viewer.now - WEEK)

    @cached_property
    def days(self) -> list[DayReport]:
        """What the childcare wrote today."""
        return reports_of_today(self.viewer, self.child)

    @property
    def has_days(self) -> bool:
        return has_care(self.viewer, self.child)

    @property
    def visited(self) -> list[Group]:
        """The groups of this child whose own pages this viewer may open."""
        open_to_her = self.viewer.groups()
        return [place.group for place in self.places if place.group_id in open_to_her]

    @property
    def meeting(self) -> set[int]:
        """The keys of the groups whose other parents she may get to know, and ask."""
        return guardian_groups(self.viewer)

    @cached_property
    def absences(self) -> list[Absence]:
        return absences_of(self.child, self.viewer)

    @property
    def results(self) -> ResultsAtHome:
        return ResultsAtHome(self.child, self.viewer)

    @cached_property
    def may_report(self) -> bool:
        return may_report_about(self.child, self.viewer)

    @cached_property
    def talks(self) -> TalksOfChild:
        return TalksOfChild(self.child, self.viewer)

    @property
    def has_a_way(self) -> bool:
        """Through secondary or vocational school."""
        return any(place.group.school.sector in WITH_A_WAY for place in self.places)

    @property
    def assignments(self) -> list[Assignment]:
        """To do with somebody at home; of a small child there are none."""
        return lately(self.child, self.viewer) if self.has_a_way else []

    @property
    def looking(self) -> LooksAlong:
        return LooksAlong(self.child, self.viewer)

    @property
    def is_fetched(self) -> bool:
        """Small enough that somebody comes to the door for her."""
        return any(place.group.school.sector in FETCHED for place in self.places)
