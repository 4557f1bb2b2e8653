"""The vocabulary of what parents of a class ask each other; whoever works with the group reads along."""

from django.db.models import Q

from driehoek.backbone.access.rules.meeting import (
    apart,
    guardian_groups,
    just_said,
    meeting_groups,
    not_in_hiding,
    sits_with_them,
)
from driehoek.backbone.access.rules.rule import Rule, at_work_or
from driehoek.backbone.access.rules.through import through, unless, unless_hidden

may_speak = at_work_or(not_in_hiding)

in_class = Rule(lambda me: Q(group__in=meeting_groups(me)))
my_question = Rule(lambda me: Q(author=me.person, group__in=guardian_groups(me)))
question_stands = unless("questions.removal", "question") & unless_hidden("questions.question")
question = question_stands & (my_question | (in_class & sits_with_them("author") & apart("author")))
is_open = Rule(lambda me: Q(closing=None, closes_at__gt=me.now))
just_asked = just_said("asked_at")

my_answer = Rule(lambda me: Q(author=me.person, corner=me.hat))
said_by_school = Rule(lambda me: Q(corner="school"))
said_in_class = (said_by_school | sits_with_them("author", "question__group")) & apart("author")
answer_stands = unless("questions.answerremoval", "answer") & unless_hidden("questions.answer")
answer_is_due = at_work_or(Rule(lambda me: Q(due_at__lte=me.now)))  # colleagues read it before
said_to_me = said_in_class & answer_is_due
answer = answer_stands & through("question", "questions.question") & (my_answer | said_to_me)
just_answered = just_said("due_at")
