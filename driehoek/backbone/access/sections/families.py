"""What families tell school and each other, and how order is kept."""

from django.db.models import Q

from driehoek.backbone.access.rules import meeting as among
from driehoek.backbone.access.rules import order
from driehoek.backbone.access.rules import questions as board
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.rules.staff import leader_of_its_school
from driehoek.backbone.access.rules.through import through

FAMILIES: dict[str, Rule] = {
    # stories: what comes from home
    "stories.story.see": among.told
    & (among.own_story | (among.sent & (among.her_teacher | among.in_her_class | among.told_at_home))),
    "stories.story.send": among.told & among.own_story & among.begun,
    "stories.story.edit": among.told
    & among.own_story
    & among.just_sent
    & (among.for_school | among.not_silent(school="school")),
    "stories.story.remove": among.told & among.own_story,
    "stories.story.show": among.told
    & among.sent
    & among.her_teacher
    & Rule(lambda me: Q(in_circle=True))
    & among.here_today,
    "stories.storyphoto.see": through("story", "stories.story"),
    "stories.storyvoice.see": through("story", "stories.story"),
    # introductions: what a parent lets a class know of herself
    "introductions.sharing.see": among.mine_at_home | (among.in_my_class & among.shared_still),
    "introductions.trait.see": among.mine_at_home | among.shared_trait,
    # questions: what parents of a class ask each other; whoever works with the group reads along and answers
    "schools.group.join_in": among.parent_of_group & among.not_in_hiding,
    "schools.group.ask_parents": among.parent_of_group
    & among.not_in_hiding
    & among.not_silent("pk", "school"),
    "questions.question.see": board.question,
    "questions.question.answer": board.question & board.is_open & board.may_speak & among.not_silent(),
    "questions.question.close": board.question & board.my_question,
    "questions.question.reopen": board.question
    & board.my_question
    & among.not_in_hiding
    & among.not_silent(),
    "questions.question.edit": board.question & board.my_question & board.just_asked & among.not_silent(),
    "questions.question.remove": board.question & board.my_question,
    "questions.questionvoice.see": through("question", "questions.question"),
    "questions.answervoice.see": through("answer", "questions.answer"),
    "questions.answer.see": board.answer,
    "questions.answer.edit": board.answer
    & board.my_answer
    & board.just_answered
    & among.not_silent("question__group", "question__group__school"),
    "questions.answer.remove": board.answer & board.my_answer,
    # moderation
    "moderation.case.see": order.judged,
    "moderation.case.decide": order.judged,
    "moderation.caseattachment.see": through("case", "moderation.case"),
    "moderation.report.see": through("case", "moderation.case"),
    "moderation.verdict.see": through("case", "moderation.case"),
    "moderation.trace.see": order.looked_up,
    "moderation.hiding.see": among.my_hidden_words,
    "moderation.silence.see": leader_of_its_school,
}
