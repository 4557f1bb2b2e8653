"""Work and goals of a student can be found by whoever sees them: title and words, and how home can help."""

from driehoek.backbone.index.declaring import Text, searchable
from driehoek.backbone.index.shelves import shelf
from driehoek.features.portfolio.models import Goal, Work


@searchable(Work, "school", "student", "author", "removal")
def work(work: Work) -> Text | None:
    if hasattr(work, "removal") or not (work.title or work.text):
        return None
    texts = work.texts
    return Text(
        shelf=shelf(rooms_of=work.school_id), at=work.at, title=texts.pop("title", None),
        words=tuple(texts.values()), url=work.get_absolute_url(), icon="image-bold", by=work.author,
        where=work.school.name,
    )  # fmt: skip


@searchable(Goal, "school", "student", "author", "removal")
def goal(goal: Goal) -> Text | None:
    if hasattr(goal, "removal") or not (goal.text or goal.help):
        return None
    texts = goal.texts
    return Text(
        shelf=shelf(rooms_of=goal.school_id), at=goal.at, title=texts.pop("text", None),
        words=tuple(texts.values()), url=goal.get_absolute_url(), icon="target-bold", by=goal.author,
        where=goal.school.name,
    )  # fmt: skip
