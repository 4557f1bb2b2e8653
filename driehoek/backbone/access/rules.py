"""The vocabulary of the policy: small rules about a viewer, each a filter on rows."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from django.apps import apps
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from driehoek.backbone.access.models import AudienceLine, Role, Seat
from driehoek.backbone.access.models.audience import lines_fitting
from driehoek.backbone.access.viewer import AMSTERDAM, Viewer
from driehoek.facts.people.ages import OWN_IMAGE_AT, born_after
from driehoek.facts.people.models import Guardianship, ProtectionReader, Restriction
from driehoek.facts.people.models.guardianship import DECIDING
from driehoek.facts.schools.models import GROUP_FUNCTIONS, Appointment, Enrolment, Function

LEADERS = (Function.HEAD, Function.OFFICE)


class Rule:
    """A viewer turned into a filter on rows. Rules combine with `|` and `&`.

    What can hold for no row is left out as soon as that is known, so that the questions about staff cost a
    parent nothing.
    """

    def __init__(self, rows_for: Callable[[Viewer], Q]) -> None:
        self.rows_for = rows_for

    def __or__(self, other: "Rule") -> "Rule":
        def either(me: Viewer) -> Q:
            mine, theirs = self.rows_for(me), other.rows_for(me)
            if fits_nothing(mine) or fits_nothing(theirs):
                return theirs if fits_nothing(mine) else mine
            return mine | theirs

        return Rule(either)

    def __and__(self, other: "Rule") -> "Rule":
        def both(me: Viewer) -> Q:
            mine = self.rows_for(me)
            return mine if fits_nothing(mine) else mine & other.rows_for(me)

        return Rule(both)


def fits_nothing(filter_: Q) -> bool:
    """It asks for one of no values at all, so no row can fit; known without asking the database."""
    if filter_.negated or not filter_.children:
        return False
    verdicts = (_is_one_of_none(part) for part in filter_.children)
    return all(verdicts) if filter_.connector == Q.OR else any(verdicts)


def _is_one_of_none(part: Any) -> bool:
    if isinstance(part, Q):
        return fits_nothing(part)
    if isinstance(part, Exists):
        return bool(part.query.is_empty())
    if not isinstance(part, tuple) or not part[0].endswith("__in"):
        return False
    values = part[1]
    return values.query.is_empty() if isinstance(values, QuerySet) else not values


# Addressed: things for an audience ----------------------------------------------------------------


def addressed(*, at: str) -> Rule:
    """For whom the audience counts in. A group that was left shows what came out while one was in it;
    `at` names the field that tells when a thing came out."""
    return Rule(lambda me: _in_audience_of(me.seats) | _from_before(me, at))


def _in_audience_of(seats: Iterable[Seat]) -> Q:
    fitting = lines_fitting(seats)
    return Q(pk__in=[]) if fits_nothing(fitting) else _has_line(fitting)


def _has_line(fitting: Q) -> Q:
    """Asked of each row for itself: asked for all, it would list every audience these seats ever had."""
    return Q(Exists(AudienceLine.objects.filter(fitting, audience=OuterRef("audience"))))


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


def out(at: str) -> Rule:
    """Things whose moment has come."""
    return Rule(lambda me: Q(**{f"{at}__lte": me.now}))


# Who wrote it, while she works there; what is about one child, while she may know that child.
author = Rule(
    lambda me: (
        Q(author=me.person, school__in=me.workplaces()) & (Q(student=None) | Q(student__in=pupils_of(me)))
    )
)
colleague = Rule(lambda me: Q(group__in=me.groups(functions=GROUP_FUNCTIONS)))
leader_of_its_school = Rule(lambda me: Q(school__in=me.schools(functions=LEADERS)))


# About one child ------------------------------------------------------------------------------------


def about(student: str = "student") -> dict[str, Rule]:
    """The three corners around the child that a field names: guardian, the student herself, her staff."""
    return {
        "guardian": Rule(lambda me: Q(**{f"{student}__in": me.wards()})),
        "decider": Rule(lambda me: Q(**{f"{student}__in": me.decides_for()})),
        "self": Rule(lambda me: Q(**{f"{student}__in": me.self_as_student()})),
        "staff": Rule(lambda me: Q(**{f"{student}__in": pupils_of(me)})),
    }


with_custody = Rule(lambda me: Q(pk__in=_in_custody(me)))
decides_about_own_photos = Rule(lambda me: Q(birth_date__lte=born_after(me.today, OWN_IMAGE_AT)))
too_young_to_decide = Rule(
    lambda me: Q(birth_date=None) | Q(birth_date__gt=born_after(me.today, OWN_IMAGE_AT))
)


def _in_custody(me: Viewer) -> QuerySet[Guardianship, Any]:
    """Children for whom the law lets this person decide: a parent with custody, a foster parent."""
    mine = Guardianship.objects.on(me.today).filter(guardian=me.person, kind__in=DECIDING)
    return mine.values("student")


# Whoever teaches or cares for the child of a row; leaders and others of the school do not.
def taught(student: str) -> Rule:
    return Rule(lambda me: Q(**{f"{student}__in": _taught_by(me)}))


teaches = taught("student")


def _taught_by(me: Viewer) -> QuerySet[Enrolment, Any]:
    groups = me.groups(functions=GROUP_FUNCTIONS)
    pupils = Enrolment.objects.on(me.today).filter(group__in=groups) if groups else Enrolment.objects.none()
    return pupils.values("student")


def pupils_of(me: Viewer) -> QuerySet[Enrolment, Any]:  # the values query of one column
    """Students in the groups this person works for; a protected child only for colleagues who were named."""
    groups, schools = me.groups(functions=GROUP_FUNCTIONS), me.schools(functions=LEADERS)
    if not groups and not schools:
        return Enrolment.objects.none().values("student")
    pupils = Enrolment.objects.on(me.today).filter(Q(group__in=groups) | Q(group__school__in=schools))
    named = ProtectionReader.objects.filter(person=me.person).values("protection")
    pupils = pupils.filter(Q(student__protection=None) | Q(student__protection__in=named))
    return pupils.exclude(student__in=kept_from(me)).values("student")


def kept_from(me: Viewer) -> QuerySet[Restriction, Any]:
    """Children this person must not come near: a block counts at work too, and beats every function."""
    mine = Restriction.objects.on(me.today).filter(adult=me.person, kind=Restriction.Kind.NO_ACCESS)
    return mine.values("student")


def students_led_by(me: Viewer) -> QuerySet[Enrolment, Any]:
    """Students, also those still to come, at the schools this person leads; never of her own family. A
    protected child: the head, and the colleagues who were named."""
    led = Enrolment.objects.filter(Q(ends_on=None) | Q(ends_on__gte=me.today)).filter(
        group__school__in=me.schools(functions=LEADERS)
    )
    named = ProtectionReader.objects.filter(person=me.person).values("protection")
    open_to_me = Q(student__protection=None) | Q(student__protection__in=named)
    heads = Q(group__school__in=me.schools(functions=[Function.HEAD]))
    family = Guardianship.objects.filter(guardian=me.person).values("student")  # whatever became of it
    return (
        led.filter(open_to_me | heads)
        .exclude(student__in=kept_from(me))
        .exclude(student__in=family)
        .values("student")
    )


def guardians_led_by(me: Viewer) -> Q:
    """For the office: the guardians of the children it may know."""
    if not me.schools(functions=LEADERS):
        return Q(pk__in=[])
    theirs = Guardianship.objects.on(me.today).filter(student__in=pupils_of(me))
    return Q(pk__in=theirs.values("guardian"))


not_of_the_board = Rule(  # a school gives nobody of its board a new way in
    lambda me: ~Q(person__in=Appointment.objects.filter(function=Function.BOARD_ADMIN).values("person"))
)


# Around a group: rules on rows that name a person ----------------------------------------------------


def around(me: Viewer, role: Role, **seats: object) -> QuerySet[Seat, Any]:
    """People who sit in one of this viewer's groups today, in that role."""
    return Seat.objects.on(me.today).filter(role=role, **seats).values("person")


about_family = Rule(  # the guardians of one's pupils
    lambda me: Q(person__in=around(me, Role.GUARDIAN, student__in=pupils_of(me)))
)
about_school = Rule(lambda me: Q(person__in=around(me, Role.STAFF, school__in=schools_of(me))))
classmates = Rule(lambda me: Q(person__in=around(me, Role.GUARDIAN, group__in=me.groups(), in_group=True)))


def schools_of(me: Viewer) -> set[int]:
    return {seat.school_id for seat in me.seats if seat.school_id}


def schools_at_home(me: Viewer) -> set[int]:
    """Where she comes for a child, or to learn."""
    return schools_of(me) if me.hat == "home" else set()


# Seen through something else ------------------------------------------------------------------------


def through(field: str, label: str, *, may: str = "see") -> Rule:
    """Children of a thing are seen through it: `through("post", "feed.post")`."""
    return Rule(lambda me: Q(Exists(_rows(label, me, may).filter(pk=OuterRef(field)))))


def shown_by(label: str, field: str, *, may: str = "see") -> Rule:
    """Seen because a row that the viewer may see shows it: `shown_by("feed.postphoto", "photo")`."""
    return Rule(lambda me: Q(Exists(_rows(label, me, may).filter(**{field: OuterRef("pk")}))))


def unless(label: str, field: str, hiding: Callable[[Any, Viewer], QuerySet[Model]] | None = None) -> Rule:
    """Hidden while a row of another model says so: `unless("media.photohold", "photo", ...)`. The rows that
    hide are all of them, or those that `hiding` picks."""

    def rows(me: Viewer) -> QuerySet[Model]:
        every = apps.get_model(label)._default_manager.all()
        return hiding(every, me) if hiding else every

    return Rule(lambda me: Q(~Exists(rows(me).filter(**{field: OuterRef("pk")}))))


def unless_hidden(label: str) -> Rule:
    """Words that the leaders of a school took away after a report."""
    return unless("moderation.hiding", "case__key", lambda rows, me: rows.filter(case__label=label))


def in_my_groups(label: str, field: str) -> Rule:
    """Things that a row of another model puts in a group this colleague works for."""

    def rows(me: Viewer) -> QuerySet[Model]:
        groups = me.groups(functions=GROUP_FUNCTIONS)
        every = apps.get_model(label)._default_manager
        found: QuerySet[Model] = every.filter(group__in=groups) if groups else every.none()
        return found

    return Rule(lambda me: Q(Exists(rows(me).filter(**{field: OuterRef("pk")}))))


def named_in(label: str, place: str) -> Rule:
    """Things of a school where a row of another model names this person, while she sits there."""

    def places(me: Viewer) -> QuerySet[Model, Any]:
        found = apps.get_model(label)._default_manager.filter(
            person=me.person, **{f"{place}__in": schools_of(me)}
        )
        named: QuerySet[Model, Any] = found.values(place)
        return named

    return Rule(lambda me: Q(**{f"{place}__in": places(me)}))


def _rows(label: str, me: Viewer, may: str) -> QuerySet[Model]:
    rows: QuerySet[Model] = apps.get_model(label)._default_manager.where(me, may=may)
    return rows
