"""The form on which school writes a question and its answer for all, and the questions under a post."""

from collections.abc import Iterable
from typing import Any  # what a form is given

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.parts import Asking, asked, read
from driehoek.backbone.access.prepared import padded
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.shell.fields import Remark
from driehoek.facts.people.naming import named, names_one_of
from driehoek.facts.schools.hours import work_time
from driehoek.features.feed.conversation import children_of_guardians
from driehoek.features.feed.models import Comment, Post, SharedQuestion
from driehoek.features.feed.naming import names_a_pupil

FIELD = {"class": "field", "rows": 3}


class SharedQuestionForm(forms.Form):
    """Nothing in it may tell who asked."""

    question = Remark(label=_("De vraag, zonder namen"), max_length=400, widget=forms.Textarea(FIELD))
    answer = Remark(label=_("Je antwoord"), max_length=2_000, widget=forms.Textarea(FIELD))

    def __init__(self, *args: Any, comment: Comment, viewer: Viewer, **kwargs: Any) -> None:
        known = SharedQuestion.objects.visible_to(viewer).filter(comment=comment).first()
        begun = {"question": known.question if known else comment.text[:400]}
        begun["answer"] = known.answer if known else ""
        super().__init__(*args, **kwargs | {"initial": begun})
        self.comment, self.viewer, self.known = comment, viewer, known

    def clean_question(self) -> str:
        return self._without_names(self.cleaned_data["question"])

    def clean_answer(self) -> str:
        return self._without_names(self.cleaned_data["answer"])

    def _without_names(self, text: str) -> str:
        asker, post = self.comment.author, self.comment.post
        children = read(children_of_guardians(post, self.viewer)).get(asker.pk, ())
        if named([asker], text) or names_one_of(children, text) or names_a_pupil(text, post, self.viewer):
            raise forms.ValidationError(_("Hier staat een naam in. Haal die weg."))
        return text

    def propose(self) -> SharedQuestion:
        said, me = self.cleaned_data, self.viewer
        return SharedQuestion.propose(
            self.comment, question=said["question"], answer=said["answer"], by=me.person, at=me.now,
            due_at=work_time(self.comment.post.school, me.now),
        )  # fmt: skip


def to_decide(viewer: Viewer) -> Asking[list[SharedQuestion]]:
    """For Vandaag: questions of hers that school would like to answer for all, on which she said nothing yet.
    Hardly anybody has one, so what she may do is only asked of who has."""
    proposed: list[tuple[int]] = yield from asked(_proposed, viewer.person.pk)
    if not proposed:
        return []
    waiting: list[SharedQuestion] = yield from asked(_to_decide, viewer, padded(pk for (pk,) in proposed))
    return waiting


def _proposed(asker: int) -> QuerySet[SharedQuestion, tuple[int]]:
    return SharedQuestion.objects.filter(comment__author=asker, verdict=None).values_list("pk")


def _to_decide(me: Viewer, proposed: tuple[int, ...]) -> QuerySet[SharedQuestion]:
    hers = SharedQuestion.objects.where(me, may="decide").filter(pk__in=proposed)
    return hers.select_related("comment__post__group", "comment__post__school").order_by("at", "pk")


class QuestionsUnder:
    """What was answered for all under one post, and what she is asked about a question of her own. Without
    a viewer there is nothing to look for."""

    def __init__(self, post: Post, viewer: Viewer | None) -> None:
        rows = list(_under(post, viewer)) if viewer else []
        for row in rows:
            row.comment.post = post
        self.rows = rows
        self.for_all = [row for row in rows if row.is_agreed]
        self.mine = [row for row in rows if viewer and row.comment.author_id == viewer.person.pk]
        self.by_comment: dict[int, SharedQuestion] = {row.comment_id: row for row in rows}


def _under(post: Post, viewer: Viewer) -> Iterable[SharedQuestion]:
    return SharedQuestion.objects.visible_to(viewer).filter(comment__post=post).with_verdicts()
