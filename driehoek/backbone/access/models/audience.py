"""Whom something is for. Decides who may see it and who is told: one match, two directions."""

import datetime as dt
from collections.abc import Iterable

from django.db import models
from django.db.models import Q, QuerySet

from driehoek.backbone.access.models.seat import Role, Seat
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Board, Group, School


class Audience(models.Model):
    """A set of phrases such as "guardians of 5A". Whoever fits one of them is counted in."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")

    def seats(self, day: dt.date) -> QuerySet[Seat]:
        """Every seat this audience counts in on that day."""
        fitting = Q(pk__in=[])
        for line in self.lines.all():
            fitting |= line.seats()
        return Seat.objects.on(day).filter(fitting)

    def people(self, day: dt.date) -> QuerySet[Person]:
        """Everyone this audience counts in on that day."""
        return Person.objects.filter(pk__in=self.seats(day).values("person"), is_active=True)


class AudienceLine(models.Model):
    """One phrase: a role within one board, school or group, or around one student."""

    audience = models.ForeignKey(Audience, models.CASCADE, related_name="lines")
    role = models.CharField(max_length=10, choices=Role.choices, blank=True)  # open: everyone there
    board = models.ForeignKey(Board, models.CASCADE, null=True, blank=True, related_name="+")
    school = models.ForeignKey(School, models.CASCADE, null=True, blank=True, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, null=True, blank=True, related_name="+")
    student = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(board__isnull=False, school=None, group=None, student=None)
                | Q(board=None, school__isnull=False, group=None, student=None)
                | Q(board=None, school=None, group__isnull=False, student=None)
                | Q(board=None, school=None, group=None, student__isnull=False),
                name="a_line_has_one_scope",
            )
        ]

    def seats(self) -> Q:
        """The seats that fit this phrase. Mirrors `lines_fitting`; a property test holds them together."""
        role = Q(role=self.role) if self.role else Q()
        if self.student_id:
            return role & Q(student=self.student_id, hears_of_child=True)
        scope = Q(board=self.board_id) if self.board_id else Q(school=self.school_id)
        return role & Q(in_group=True) & (Q(group=self.group_id) if self.group_id else scope)


def lines_fitting(seats: Iterable[Seat]) -> Q:
    """The phrases that count at least one of these seats in."""
    seats = list(seats)
    fitting = Q(pk__in=[])
    for role in Role.values:
        mine = [seat for seat in seats if seat.role == role]
        if mine:
            fitting |= Q(role__in=["", role]) & _scopes(mine)
    return fitting


def _scopes(seats: list[Seat]) -> Q:
    opened = [seat for seat in seats if seat.opens_group]
    return (
        Q(student__in={seat.student_id for seat in seats if seat.student_id and seat.is_told})
        | Q(group__in={seat.group_id for seat in opened if seat.group_id})
        | Q(school__in={seat.school_id for seat in opened if seat.school_id})
        | Q(board__in={seat.board_id for seat in opened})
    )
