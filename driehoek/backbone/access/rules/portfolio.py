"""The vocabulary of the policy for work and goals: hers, for whom she says, and what they answer."""

from django.apps import apps
from django.db.models import OuterRef, Q

from driehoek.backbone.access.late import any_in
from driehoek.backbone.access.models import Role
from driehoek.backbone.access.rules.around import schools_of
from driehoek.backbone.access.rules.children import about, teaches
from driehoek.backbone.access.rules.looking import lets_in, looks_along
from driehoek.backbone.access.rules.meeting import apart, not_kept_from
from driehoek.backbone.access.rules.posts import room
from driehoek.backbone.access.rules.rule import Rule, at_home, my_words
from driehoek.backbone.access.rules.through import shown_by, through, unless, unless_hidden
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Restriction

family = about("student")
own = family["self"]
teacher = teaches & room["staff"]  # who teaches or cares for her; leaders of the school do not look in
guardian = family["guardian"]

# work: hers and her teacher's always; of others as she chose, once somebody looked at it
standing = unless("portfolio.workremoval", "work") & unless_hidden("portfolio.work")
looked_at = Rule(lambda me: Q(look__at__lte=me.now))
not_over = Rule(lambda me: Q(until_on=None) | Q(until_on__gte=me.today))


def _chosen(me: Viewer) -> Q:
    named = apps.get_model("portfolio.workreader")._default_manager.filter(guardian=me.person)
    return Q(whom="chosen") & Q(any_in(named.filter(work=OuterRef("pk"))))


def my_groups_as_student(me: Viewer) -> set[int]:
    return {
        seat.group_id for seat in me.seats if seat.role == Role.STUDENT and seat.opens_group and seat.group_id
    }


usually, named = Rule(lambda me: Q(whom__in=["home", "class"])), Rule(_chosen)
for_home = (looks_along("work", at="look__at") & usually) | (lets_in("work") & named)
in_my_class = Rule(lambda me: Q(group__in=my_groups_as_student(me)))
for_class = Rule(lambda me: Q(whom="class", look__for_class=True))
no_child_that_hides = Rule(lambda me: Q(student__protection=None))
classmates = in_my_class & for_class & no_child_that_hides & not_kept_from & apart("student")
out = looked_at & not_over
seen_by_others = out & (for_home | classmates)
answered_from_home = out & for_home
made_by_me = my_words & (own | teacher)
to_look_at = Rule(lambda me: Q(look=None) | Q(whom="class", look__for_class=False))

# goals: hers, and for home unless she keeps it between herself and her teacher
goal_stands = unless("portfolio.goalremoval", "goal") & unless_hidden("portfolio.goal")
goal_is_told = Rule(lambda me: Q(whom="home"))
goal_for_home = looks_along("goals", at="at") & goal_is_told

# a period of a group, and how far she says she is with it
begun = Rule(lambda me: Q(starts_on__lte=me.today))
of_my_group = Rule(lambda me: Q(group__in=me.groups()))
work_lies_in = shown_by("portfolio.work", "period")
standing_for_home = looks_along("goals", at="at")

# echoes: said to the child; one guardian never hears the other
echo_stands = unless("portfolio.echoremoval", "echo") & unless_hidden("portfolio.echo")
about_seen = through("work", "portfolio.work") | through("goal", "portfolio.goal")
said_at_school = Rule(lambda me: Q(corner="school"))


def _not_of_the_banned(me: Viewer) -> Q:
    """Who may not come near the child says nothing to her any more."""
    bans = Restriction.objects.on(me.today).filter(kind=Restriction.Kind.NO_ACCESS)
    return ~Q(any_in(bans.filter(adult=OuterRef("author"), student=OuterRef("student"))))


welcome = Rule(_not_of_the_banned)
for_her = own | teacher

# what somebody takes along
my_hat = Rule(lambda me: Q(hat=me.hat))
still_kept = Rule(lambda me: Q(asked_by=me.person, expires_at__gt=me.now))


def _part(label: str, *, may: str = "see") -> Rule:
    return Rule(lambda me: Q(label=label)) & through("key", label, may=may)


part_seen = (
    _part("portfolio.work")
    | _part("portfolio.goal")
    | _part("portfolio.echo")
    | _part("media.photo", may="take_along")
)


def _nothing_closed(me: Viewer) -> Q:
    """A parcel is a copy: it goes by what is in it now, not by what one saw when it was made."""
    parts = apps.get_model("portfolio.parcelpart")._default_manager.filter(parcel=OuterRef("pk"))
    return ~Q(any_in(parts.exclude(part_seen.rows_for(me))))


nothing_closed = Rule(_nothing_closed)

# photos on work: what somebody brought herself and nobody looked at yet
brought_photo = (
    at_home
    & Rule(lambda me: Q(uploaded_by=me.person, checked_at=None, school__in=schools_of(me)))
    & shown_by("portfolio.workphoto", "photo")
)
