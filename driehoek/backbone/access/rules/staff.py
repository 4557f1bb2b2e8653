"""Rules about whoever works for a school: in a group, or for the school as a whole."""

from django.db.models import Q

from driehoek.backbone.access.rules.children import LEADERS, pupils_of, students_led_by
from driehoek.backbone.access.rules.rule import Rule
from driehoek.facts.schools.models import GROUP_FUNCTIONS, Appointment, Function

# Who wrote it, while she works there; what is about one child, while she may know that child.
author = Rule(
    lambda me: (
        Q(author=me.person, school__in=me.workplaces()) & (Q(student=None) | Q(student__in=pupils_of(me)))
    )
)
colleague = Rule(lambda me: Q(group__in=me.groups(functions=GROUP_FUNCTIONS)))
leader_of_its_school = Rule(lambda me: Q(school__in=me.schools(functions=LEADERS)))
at_my_school = Rule(lambda me: Q(school__in=me.workplaces()))
head_of_its_school = Rule(lambda me: Q(school__in=me.schools(functions=[Function.HEAD])))
leads_its_group = Rule(lambda me: Q(group__school__in=me.schools(functions=LEADERS)))
board_of_its_school = Rule(lambda me: Q(school__board__in=me.boards(functions=[Function.BOARD_ADMIN])))
student_of_mine = Rule(lambda me: Q(student__in=students_led_by(me)))

# on the rows of schools and groups themselves
my_board = Rule(lambda me: Q(pk__in=me.boards(functions=[Function.BOARD_ADMIN])))
school_leader = Rule(lambda me: Q(pk__in=me.schools(functions=LEADERS)))
board_of_school = Rule(lambda me: Q(board__in=me.boards(functions=[Function.BOARD_ADMIN])))
works_with_group = Rule(lambda me: Q(pk__in=me.groups(functions=GROUP_FUNCTIONS)))
leads_school_of_group = Rule(lambda me: Q(school__in=me.schools(functions=LEADERS)))
my_group = Rule(lambda me: Q(pk__in=me.groups()))

# on the rows of appointments: a school gives nobody of its board a new way in
not_of_the_board = Rule(
    lambda me: ~Q(person__in=Appointment.objects.filter(function=Function.BOARD_ADMIN).values("person"))
)
leads_school_of_job = leads_school_of_group & not_of_the_board
