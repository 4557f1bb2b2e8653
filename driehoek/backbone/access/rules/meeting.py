"""The vocabulary of families among each other: rules on rows of a `student` or a `person`, and a `group`."""

import datetime as dt
from typing import Any  # a person, or a reference to one

from django.apps import apps
from django.db.models import DateTimeField, ExpressionWrapper, F, OuterRef, Q, QuerySet, Value
from django.db.models.lookups import GreaterThan

from driehoek.backbone.access.late import any_in
from driehoek.backbone.access.models import Role
from driehoek.backbone.access.rules.around import around, schools_of
from driehoek.backbone.access.rules.children import about, family_of, kept_from
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.rules.staff import colleague
from driehoek.backbone.access.rules.through import unless, unless_hidden
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Guardianship, Protection, Restriction
from driehoek.facts.schools.models import GROUP_FUNCTIONS, Enrolment


def guardian_groups(me: Viewer) -> set[int]:
    return {
        seat.group_id
        for seat in me.seats
        if seat.role == Role.GUARDIAN and seat.opens_group and seat.group_id
    }


def meeting_groups(me: Viewer) -> set[int]:
    """Groups whose parents she may get to know: of her children, or whom she works with."""
    return guardian_groups(me) | me.groups(functions=GROUP_FUNCTIONS)


def sits_with_them(person: str = "person", group: str = "group") -> Rule:
    """Rows of a guardian who sits in that group today, and of no family that hides."""

    def rows(me: Viewer) -> Q:
        here = {"group": OuterRef(group), "person": OuterRef(person)}
        seats = around(me, Role.GUARDIAN, in_group=True, **here)
        return Q(any_in(seats))

    return Rule(rows) & of_open_family(person)


def hidden_families(guardian: Any) -> QuerySet[Guardianship]:
    """Of one guardian: children whose place must stay secret."""
    return Guardianship.objects.filter(guardian=guardian, student__protection__isnull=False)


def of_open_family(person: str = "person") -> Rule:
    """Rows of somebody who has no child whose place must stay secret."""
    return Rule(lambda me: ~Q(any_in(hidden_families(OuterRef(person)))))


def open_herself(person: str = "person") -> Rule:
    """Rows of somebody whose own place need not stay secret."""
    return Rule(lambda me: ~Q(any_in(Protection.objects.filter(student=OuterRef(person)))))


# What somebody in hiding tells a class would tell where she is: she writes to school alone.
not_in_hiding = Rule(
    lambda me: ~Q(any_in(hidden_families(me.person)) | any_in(Protection.objects.filter(student=me.person)))
)


def apart(person: str = "person") -> Rule:
    """Not of a family with a child whom she must not come near, nor of one who must not come near her family:
    the child herself counts as her guardians do."""

    def rows(me: Viewer) -> Q:
        kept = kept_from(me)
        theirs = Guardianship.objects.filter(guardian=OuterRef(person), student__in=kept)
        blocks = Restriction.objects.on(me.today).filter(kind=Restriction.Kind.NO_ACCESS)
        blocks = blocks.filter(Q(student__in=family_of(me)) | Q(student=me.person))
        kept_from_us = blocks.filter(adult=OuterRef(person))
        return ~Q(any_in(theirs)) & ~Q(**{f"{person}__in": kept}) & ~Q(any_in(kept_from_us))

    return Rule(rows)


def between_homes(me: Viewer) -> Q:
    """Of who is or was a guardian of a child of hers too: how to reach one another is theirs to tell."""
    other = Guardianship.objects.filter(guardian=OuterRef("person"), student__in=family_of(me))
    return Q(any_in(other))


CONTACT = ("email", "phone")
contact_stays_home = Rule(lambda me: ~(Q(field__in=CONTACT) & between_homes(me)))


def groups_at_home(me: Viewer) -> set[int]:
    """Groups to which this person belongs as a guardian or a student."""
    return {
        seat.group_id for seat in me.seats if seat.role != Role.STAFF and seat.opens_group and seat.group_id
    }


in_groups_at_home = Rule(lambda me: Q(group__in=groups_at_home(me)))
not_kept_from = Rule(lambda me: ~Q(student__in=kept_from(me)))
here_today = Rule(  # the child of a row sits in the group of that row
    lambda me: Q(
        any_in(Enrolment.objects.on(me.today).filter(student=OuterRef("student"), group=OuterRef("group")))
    )
)


def shown_beside(label: str, *fields: str, **kept: str) -> Rule:
    """Seen because a row that the viewer may see has the same in these fields, and this in those."""
    same = {field: OuterRef(field) for field in fields} | kept
    return Rule(lambda me: Q(any_in(apps.get_model(label)._default_manager.visible_to(me).filter(**same))))


EDITABLE = dt.timedelta(minutes=15)  # in which one may change one's own words
home_of_group = Rule(lambda me: Q(pk__in=groups_at_home(me)))

# from home: for whoever teaches the child; for the class, and for the other side of the home, when chosen
home = about("student")
own_story = Rule(lambda me: Q(author=me.person)) & (home["told"] | home["self"])
begun = Rule(lambda me: Q(sent_at=None))
sent = Rule(lambda me: Q(sent_at__lte=me.now))
told = unless("stories.removal", "story") & unless_hidden("stories.story")
her_teacher = colleague & home["staff"]
for_school = Rule(lambda me: Q(for_class=False))
for_class = Rule(lambda me: Q(for_class=True, student__protection=None))
in_her_class = for_class & in_groups_at_home & not_kept_from & of_open_family("author") & apart("author")
told_at_home = Rule(lambda me: Q(at_home=True)) & (
    home["self"] | (home["told"] & Rule(lambda me: Q(author=F("student"))))
)


def just_said(at: str) -> Rule:
    """Within the time in which one may change one's own words; counted by the database."""
    until = ExpressionWrapper(F(at) + Value(EDITABLE), output_field=DateTimeField())
    return Rule(lambda me: Q(GreaterThan(until, Value(me.now, output_field=DateTimeField()))))


just_sent = just_said("sent_at")

# getting to know each other: by one's own choice, field by field and class by class
in_my_class = (
    Rule(lambda me: Q(group__in=meeting_groups(me))) & sits_with_them() & apart() & contact_stays_home
)
shared_still = unless_hidden("introductions.sharing")
parent_of_group = Rule(lambda me: Q(pk__in=guardian_groups(me)))
mine_at_home = Rule(lambda me: Q(person=me.person) if me.hat == "home" else Q(pk__in=[]))
shared_trait = shown_beside("introductions.sharing", "person", "field")
shared_face = shown_beside("introductions.sharing", "person", field="face")

# order: what was reported is for the leaders, but never for whoever said it
not_about_me = Rule(lambda me: ~Q(author=me.person))
my_hidden_words = Rule(lambda me: Q(case__author=me.person, case__school__in=schools_of(me)))


def not_silent(group: str = "group", school: str = "group__school") -> Rule:
    """Where the leaders did not stop what parents tell each other."""
    here = Q(group=OuterRef(group)) | Q(group=None, school=OuterRef(school))

    def rows(me: Viewer) -> Q:
        running = apps.get_model("moderation.silence")._default_manager.filter(here, lifted_at=None)
        return ~Q(any_in(running))

    return Rule(rows)
