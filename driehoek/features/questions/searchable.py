"""What parents of a class asked each other, and what was answered, can be found there."""

from driehoek.backbone.index.declaring import Text, searchable
from driehoek.backbone.index.shelves import shelf
from driehoek.features.questions.models import Answer, Question


@searchable(Question, "author", "group", "removal")
def question(question: Question) -> Text | None:
    if hasattr(question, "removal"):
        return None
    return Text(
        shelf=shelf(group=question.group_id), at=question.asked_at, words=tuple(question.texts.values()),
        url=question.get_absolute_url(), icon="question-bold", by=question.author,
        where=question.group.name,
    )  # fmt: skip


@searchable(Answer, "author", "question__group", "removal")
def answer(answer: Answer) -> Text | None:
    if hasattr(answer, "removal"):
        return None
    group = answer.question.group
    return Text(
        shelf=shelf(group=group.pk), at=answer.due_at, words=tuple(answer.texts.values()),
        about=answer.question.texts.get("text"),
        url=answer.get_absolute_url(), icon="question-bold", by=answer.author, where=group.name,
    )  # fmt: skip
