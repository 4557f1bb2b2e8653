"""What can be answered to the feed: with one tap a poll, and whether school may answer a question for all; in
words whatever one likes, in one's own line with the school."""

import datetime as dt
from collections.abc import Iterator, Sequence

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.corners import corner_of
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.notifications.answering import Answer, Slip, slip
from driehoek.backbone.notifications.lines import Line, line
from driehoek.backbone.texting.words import meaning_of
from driehoek.features.feed.models import Comment, Poll, PollAnswer, Post, SharedQuestion
from driehoek.features.feed.speaking import Speaker

YES, NO = "ja", "nee"
MOST = 2_000  # characters, as on the page


@slip("feed.post.shared")
def poll(entry: Entry, now: dt.datetime) -> Slip | None:
    post = entry.subject
    asked: Poll | None = getattr(post, "poll", None) if isinstance(post, Post) else None
    if asked is None:
        return None
    return Slip(
        row=asked,
        may="answer",
        question=asked.text_of(asked.question),
        answers=tuple(_answers(asked)),
        say=lambda viewer, key: _choose(asked, viewer, key),
        said=lambda viewer: _chosen(asked, viewer),
        is_open=lambda viewer: not asked.is_closed(viewer.now),
        otherwise=_("De peiling is dicht."),
    )


def _answers(asked: Poll) -> Iterator[Answer]:
    """Where one of them begins with yes and one with no, JA and NEE by text find them."""
    options = list(asked.options.all())
    meant = [meaning_of(option.text) for option in options]
    is_clear = meant.count("yes") == meant.count("no") == 1
    for option, means in zip(options, meant, strict=True):
        yield Answer(
            key=str(option.pk),
            label=asked.text_of(option.text),
            done=_("Je keuze is bewaard."),
            means=means if is_clear else "",
        )


def _choose(asked: Poll, viewer: Viewer, key: str) -> bool:
    return asked.answer(asked.options.get(pk=int(key)), by=viewer.person, at=viewer.now)


def _chosen(asked: Poll, viewer: Viewer) -> str:
    mine = PollAnswer.objects.visible_to(viewer).filter(poll=asked).first()
    return str(mine.option_id) if mine else ""


@slip("feed.sharedquestion.proposed")
def may_all_read(entry: Entry, now: dt.datetime) -> Slip | None:
    """She agrees to the very words that stand on her page: other words have another key."""
    question = entry.subject
    if not isinstance(question, SharedQuestion):
        return None
    place = question.post.place.name
    return Slip(
        row=question,
        may="decide",
        question=_("Mag school je vraag voor iedereen beantwoorden?"),
        shown=(
            format_lazy(
                _("Iedereen van {place} leest het precies zo. Je naam staat er niet bij."), place=place
            ),
            question.texts["question"],
            question.texts["answer"],
        ),
        answers=_yes_and_no(question, now),
        say=lambda viewer, key: _decide(question, viewer, key),
        said=lambda viewer: _decided(question),
        is_open=lambda viewer: True,
    )


def _yes_and_no(question: SharedQuestion, now: dt.datetime) -> tuple[Answer, ...]:
    yes, no = _("Je zei ja. Iedereen kan dit nu lezen."), _("Je zei nee. Niemand anders leest dit.")
    if question.due_at > now:
        yes = _("Je zei ja. Iedereen kan dit lezen als de school weer open is.")
    return (
        Answer(key=f"{YES}-{question.words}", means="yes", label=_("Ja, dat mag"), done=yes),
        Answer(key=NO, means="no", label=_("Nee, liever niet"), done=no),
    )


def _decide(question: SharedQuestion, viewer: Viewer, key: str) -> bool:
    agrees, _dash, words = key.partition("-")
    return question.decide(agrees == YES, words=words, by=viewer.person, at=viewer.now)


def _decided(question: SharedQuestion) -> str:
    """Only the asker may look at it."""
    if question.is_agreed:
        return f"{YES}-{question.words}"
    return NO if question.is_refused else ""


@line("feed.post.shared", "feed.comment.said", "feed.sharedquestion.proposed")
def own_line(entry: Entry) -> Line | None:
    """Her own line with the school under the post, never what everyone reads."""
    told = entry.subject
    post = told if isinstance(told, Post) else getattr(told, "post", None)
    if post is None or (isinstance(told, Comment) and not told.is_private):
        return None
    return Line(
        row=post,
        may="comment",
        school=post.school,
        most=MOST,
        say=lambda viewer, text, attachments: _say(post, viewer, text, attachments),
        is_out_of_breath=lambda viewer: bool(Speaker(post, viewer).why_not_now()),
    )


def _say(post: Post, viewer: Viewer, text: str, attachments: Sequence[Attachment]) -> Comment:
    me, corner = viewer.person, corner_of(viewer)
    return post.comment(text, by=me, corner=corner, at=viewer.now, in_line_of=me, attachments=attachments)
