"""The vocabulary of assignments for home: hers first, and she says what of it comes to a talk."""

from django.apps import apps
from django.db.models import F, Model, OuterRef, Q, QuerySet

from driehoek.backbone.access.late import any_in
from driehoek.backbone.access.rules.children import about
from driehoek.backbone.access.rules.inviting import mentor_of, mentored_group
from driehoek.backbone.access.rules.looking import lets_in, looks_along
from driehoek.backbone.access.rules.portfolio import welcome
from driehoek.backbone.access.rules.posts import room
from driehoek.backbone.access.rules.rule import Rule, my_words
from driehoek.backbone.access.rules.through import through, unless, unless_hidden
from driehoek.backbone.access.rules.ways import WITH_A_WAY, has_a_way, open_at_home


def _brought() -> QuerySet[Model]:
    rows: QuerySet[Model] = apps.get_model("career.brought")._default_manager.all()
    return rows


family = about("student")
child = about("pk")

# who gives one: the mentor of a class of secondary or vocational school, to her students
group_of_mine = mentored_group & Rule(lambda me: Q(school__sector__in=WITH_A_WAY))
student_of_mine = mentor_of("pk") & has_a_way
reads_all = student_of_mine | ((child["self"] | looks_along("talks", "pk", school=None)) & has_a_way)

# on rows of one student at one school
mentor = room["staff"] & mentor_of("student")
with_her = looks_along("talks") & open_at_home  # a guardian takes part herself, as in a talk
not_taken_back = unless("career.takenback", "assignment")
has_brought = Rule(lambda me: Q(any_in(_brought().filter(outcome__assignment=OuterRef("pk")))))
given_or_brought = mentor & (not_taken_back | has_brought)

# what is said about one: by her as far as home looks along, by a guardian to her alone
by_her = Rule(lambda me: Q(author=F("student")))
brought = Rule(lambda me: Q(brought__isnull=False))
told_home = by_her & (looks_along("work", at="at") | (lets_in("work") & brought))
stands = unless_hidden("career.outcome") & welcome & through("assignment", "career.assignment")
own_words = my_words & (family["self"] | family["guardian"])
