"""Who reads a conversation: at school the rule that opens it, asked the other way; and whether home does."""

import datetime as dt
from collections.abc import Sequence
from functools import cached_property

from django.db.models import Exists, Q, QuerySet

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import GROUP_FUNCTIONS, Appointment, Enrolment, Function, Leave
from driehoek.features.conversations.models import Conversation, ConversationChild, Team
from driehoek.features.conversations.team import Colleague, key_users_of, team_of


class Hearers:
    """Of one conversation about these children. Three queries, however many colleagues."""

    def __init__(self, conversation: Conversation, children: Sequence[Person], viewer: Viewer) -> None:
        self.conversation, self.children, self.viewer = conversation, children, viewer

    @cached_property
    def at_school(self) -> list[Person]:
        """Everybody there who reads it: the team first, then who stands in, and who began it."""
        return list(dict.fromkeys([*(colleague.person for colleague in self.team), *self._at_work]))

    @cached_property
    def team(self) -> list[Colleague]:
        """Those of them who work with the children, or help with the portal."""
        once: dict[Person, Colleague] = {}  # she may have two jobs around one child
        for colleague in self._around:
            once.setdefault(colleague.person, colleague)
        return [colleague for person, colleague in once.items() if person in self._at_work]

    @property
    def _around(self) -> list[Colleague]:
        conversation, day = self.conversation, self.viewer.today
        if conversation.team == Team.HELP:
            return key_users_of([conversation.school_id], day)
        found = team_of(self.children, conversation.school, day)
        is_by_law = conversation.team == Team.MENTOR
        return [colleague for colleague in found if colleague.is_mentor or not is_by_law]

    @cached_property
    def _at_work(self) -> list[Person]:
        seats = [seat for seat in self._seats if seat.role == Role.STAFF]
        colleagues = Viewer.at_work(seats, self.viewer.now)
        if not colleagues:
            return []
        (heard,) = prepared(_answers, tuple(colleagues), self.conversation.pk)
        return [one.person for one, hears in zip(colleagues, heard, strict=True) if hears]

    @cached_property
    def reaches_home(self) -> bool:
        """Whether the person at home can read this today: else an answer would reach nobody."""
        seats = [seat for seat in self._seats if seat.role != Role.STAFF]
        if not self.children:
            return bool(seats)
        by_law = self.conversation.team == Team.MENTOR
        open_to = {seat.student_id for seat in seats if seat.role != Role.GUARDIAN or seat.is_told or by_law}
        return {child.pk for child in self.children} <= open_to

    @cached_property
    def _seats(self) -> list[Seat]:
        asked = self.conversation
        keys = (asked.pk, asked.school_id, asked.started_by_id, asked.line_of_id)
        return list(prepared(_seats, self.viewer.today, *keys))


def _seats(day: dt.date, conversation: int, school: int, starter: int, line_of: int) -> QuerySet[Seat]:
    """Of everybody at work to whom the rule might open it, and at home of the person whose line it is."""
    about = ConversationChild.objects.filter(conversation=conversation)
    sits = Enrolment.objects.on(day).filter(student__in=about.values("student"), group__school=school)
    jobs = Appointment.objects.on(day)
    team = jobs.filter(group__in=sits.values("group"), function__in=GROUP_FUNCTIONS).values("person")
    deputies = Leave.objects.on(day).filter(person__in=team, deputy__isnull=False).values("deputy")
    asked = Conversation.objects.filter(pk=conversation, team=Team.HELP).values("school")
    helping = jobs.filter(school__in=asked, group=None, function=Function.KEY_USER).values("person")
    staff = Q(person=starter) | Q(person__in=team) | Q(person__in=deputies) | Q(person__in=helping)
    at_home = ~Q(role=Role.STAFF) & Q(person=line_of, school=school, person__is_active=True)
    seats = Seat.objects.on(day).filter((Q(role=Role.STAFF) & staff) | at_home)
    return seats.select_related("person").order_by("person__family_name", "person", "pk")


def _answers(colleagues: tuple[Viewer, ...], conversation: int) -> QuerySet[Conversation]:
    """Of each colleague whether she hears it."""
    hears = {
        f"hears_{number}": Exists(Conversation.objects.where(one, may="hear").filter(pk=conversation))
        for number, one in enumerate(colleagues)
    }
    return Conversation.objects.filter(pk=conversation).annotate(**hears).values_list(*hears)
