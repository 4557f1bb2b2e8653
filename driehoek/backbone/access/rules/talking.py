"""The vocabulary of the policy for conversations: the line of one person at home, and the team at school."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable

from django.apps import apps
from django.db.models import F, Model, OuterRef, Q, QuerySet

from driehoek.backbone.access.late import any_in
from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.rules.audiences import out
from driehoek.backbone.access.rules.children import family_of, kept_from, pupils_of
from driehoek.backbone.access.rules.rule import Rule, my_words
from driehoek.backbone.access.rules.through import through, unless, unless_hidden
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.ages import born_after
from driehoek.facts.people.models import ProtectionReader
from driehoek.facts.schools.models import GROUP_FUNCTIONS, MENTORS, Appointment, Function, Leave

TALKS_SELF_AT = 12  # from here a student may begin a conversation of her own
CHILDREN = "conversations.conversationchild"  # the rows that say whom a conversation is about

AtSchools = dict[int, set[int]]  # of each school: some of its students


def about_only(at: Callable[[Viewer], AtSchools]) -> Rule:
    """Conversations with a school about nobody but these students of it."""

    def rows_for(me: Viewer) -> Q:
        fitting = Q(pk__in=[])
        for school, students in at(me).items():
            others = _children().exclude(student__in=students)
            fitting |= Q(~any_in(others), school=school)
        return fitting

    return Rule(rows_for)


def wards_at(me: Viewer) -> AtSchools:
    return students_at(me, lambda seat: seat.role == Role.GUARDIAN and seat.is_told)


def decides_at(me: Viewer) -> AtSchools:
    return students_at(me, lambda seat: seat.role == Role.GUARDIAN and seat.is_told and seat.may_answer)


def answers_at(me: Viewer) -> AtSchools:
    """Also of who keeps what school says to herself: by law a guardian may ask how she is doing."""
    return students_at(me, lambda seat: seat.role == Role.GUARDIAN and seat.sees_child and seat.may_answer)


def self_at(me: Viewer) -> AtSchools:
    return students_at(me, lambda seat: seat.role == Role.STUDENT)


def students_at(me: Viewer, fits: Callable[[Seat], bool]) -> AtSchools:
    found: AtSchools = defaultdict(set)
    for seat in me.seats:
        if seat.school_id and seat.student_id and fits(seat):
            found[seat.school_id].add(seat.student_id)
    return found


def _children() -> QuerySet[Model]:
    """The rows about the children of the conversation that is asked about."""
    rows: QuerySet[Model] = apps.get_model(CHILDREN)._default_manager.filter(conversation=OuterRef("pk"))
    return rows


def _said(me: Viewer) -> QuerySet[Model]:
    """What was said in the conversation that is asked about, as home reads it now."""
    every = apps.get_model("conversations.message")._default_manager.filter(talk_is_due.rows_for(me))
    said: QuerySet[Model] = every.filter(conversation=OuterRef("pk"))
    return said


# The school's side ----------------------------------------------------------------------------------


def _working(functions: Iterable[str]) -> Rule:
    """Whoever works so with a group of one of the children today, at the school it is held with."""

    def rows_for(me: Viewer) -> Q:
        groups = me.groups(functions=functions)
        if not groups:
            return Q(pk__in=[])
        return Q(any_in(_children().filter(_sits_in(groups, me.today))), school__in=me.workplaces())

    return Rule(rows_for)


def _standing_in(functions: Iterable[str]) -> Rule:
    """Whoever stands in for one of them today."""

    def rows_for(me: Viewer) -> Q:
        schools = me.workplaces()
        if not schools:
            return Q(pk__in=[])
        away = Leave.objects.on(me.today).filter(deputy=me.person).values("person")
        jobs = Appointment.objects.on(me.today).filter(person__in=away, function__in=functions)
        return Q(any_in(_children().filter(_sits_in(jobs.values("group"), me.today))), school__in=schools)

    return Rule(rows_for)


def _sits_in(groups: object, day: dt.date) -> Q:
    sits = "student__enrolments"
    return Q(
        Q(**{f"{sits}__ends_on": None}) | Q(**{f"{sits}__ends_on__gte": day}),
        **{f"{sits}__starts_on__lte": day, f"{sits}__group__in": groups},
        **{f"{sits}__group__school": F("conversation__school")},
    )


def _of_open_children(me: Viewer) -> Q:
    """None of the children is kept from this colleague: by a block, or by a place that must stay secret."""
    if not me.workplaces():
        return Q(pk__in=[])
    named = ProtectionReader.objects.filter(person=me.person).values("protection")
    secret = Q(student__protection__isnull=False) & ~Q(student__protection__in=named)
    return ~Q(any_in(_children().filter(secret | Q(student__in=kept_from(me)))))


def _begun(me: Viewer) -> Q:
    """Whoever began it for the school, as long as she may know every child it is about."""
    if not me.workplaces():
        return Q(pk__in=[])
    strangers = _children().exclude(student__in=pupils_of(me))
    return Q(~any_in(strangers), ~Q(about=""), started_by=me.person, school__in=me.workplaces())


for_child, for_help = Rule(lambda me: Q(team="child")), Rule(lambda me: Q(team="help"))
open_children = Rule(_of_open_children)
for_mentor = Rule(lambda me: Q(team="mentor"))  # by law: how is she? The mentor tells it, in her own words
not_of_family = Rule(lambda me: ~Q(any_in(_children().filter(student__in=family_of(me)))))
mentor = for_mentor & not_of_family & open_children
team = (_working(GROUP_FUNCTIONS) & for_child & open_children) | (_working(MENTORS) & mentor)
not_done = unless("conversations.done", "conversation")
deputy = (_standing_in(GROUP_FUNCTIONS) & for_child & open_children) | (_standing_in(MENTORS) & mentor)
key_user = Rule(lambda me: Q(school__in=me.schools(functions=[Function.KEY_USER]))) & for_help & open_children
starter = Rule(_begun)
schools_side = team | (deputy & not_done) | key_user | starter

# At home: the line of one person, and the student who was asked in --------------------------------------

talk_is_due = out("due_at")
begun_at_home = Rule(lambda me: Q(about=""))
begun = begun_at_home | Rule(lambda me: Q(any_in(_said(me))))  # before the morning there is nothing yet
line = Rule(lambda me: Q(line_of=me.person))
own_line = line & about_only(wards_at) & begun
under_age = Rule(lambda me: ~Q(any_in(_children().filter(student__birth_date__lte=born_after(me.today, 18)))))
by_law = line & for_mentor & about_only(answers_at) & under_age
asked_in = (line | Rule(lambda me: Q(with_student=True))) & about_only(self_at) & begun
for_others = Rule(lambda me: ~Q(team="mentor"))  # there a student reads what is said of her, and says nothing
answerable = (line & about_only(decides_at) & begun) | by_law | (asked_in & for_others) | schools_side
talk = {
    act: through("conversation", "conversations.conversation", may=act) for act in ("see", "hear", "reply")
}
let_be = unless_hidden("conversations.message")  # by the leaders of the school
own_words = talk["reply"] & my_words & let_be & Rule(lambda me: Q(taken_back_at=None))
not_due_yet = Rule(lambda me: Q(due_at__gt=me.now))
old_enough = Rule(lambda me: Q(birth_date__lte=born_after(me.today, TALKS_SELF_AT)))
