"""Rules about things for an audience."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import OuterRef, Q

from driehoek.backbone.access.late import any_in
from driehoek.backbone.access.models import AudienceLine, Role, Seat
from driehoek.backbone.access.models.audience import lines_fitting
from driehoek.backbone.access.rules.rule import Rule, fits_nothing
from driehoek.backbone.access.viewer import AMSTERDAM, Viewer


def addressed(*, at: str) -> Rule:
    """For whom the audience counts in. A group that was left shows what came out while one was in it;
    `at` names the field that tells when a thing came out."""
    return Rule(lambda me: _in_audience_of(me.seats) | _from_before(me, at))


def _in_audience_of(seats: Iterable[Seat]) -> Q:
    fitting = lines_fitting(seats)
    return Q(pk__in=[]) if fits_nothing(fitting) else _has_line(fitting)


def _has_line(fitting: Q) -> Q:
    """Asked of each row for itself: asked for all, it would list every audience these seats ever had."""
    return Q(any_in(AudienceLine.objects.filter(fitting, audience=OuterRef("audience"))))


def _from_before(me: Viewer, at: str) -> Q:
    remembered = Q(pk__in=[])
    for seat in me.left:
        if seat.opens_group and seat.ends_on:
            line = Q(role__in=["", seat.role], group=seat.group_id)
            remembered |= _has_line(line) & Q(**{f"{at}__lt": _end_of(seat.ends_on)})
    return remembered


def _end_of(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), tzinfo=AMSTERDAM)


# The same, for seats from which one may also answer. A group that was left is only read.
answering = Rule(lambda me: _in_audience_of(seat for seat in me.seats if seat.may_answer))

answering_as_student = Rule(
    lambda me: _in_audience_of(seat for seat in me.seats if seat.may_answer and seat.role == Role.STUDENT)
)


def out(at: str) -> Rule:
    """Things whose moment has come."""
    return Rule(lambda me: Q(**{f"{at}__lte": me.now}))
