"""A post as one viewer reads it: the photos she may see, the talk she may hear, and what she may do."""

from functools import cached_property
from typing import NamedTuple

from django.db.models import Exists, OuterRef
from django.utils.safestring import SafeString

from driehoek.backbone.access.models import Seat
from driehoek.backbone.access.parts import abreast, asked, read
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.attaching import Attached
from driehoek.backbone.media.models import Attachment, Photo
from driehoek.backbone.moderation.models import Silence
from driehoek.backbone.notifications.inbox import mark_read
from driehoek.backbone.translation.openers import Offered
from driehoek.backbone.translation.reading import Readable, Told, first_unread, put_in_words
from driehoek.facts.schools.hours import Closed, holiday_days, read_on
from driehoek.features.feed.cards import about, children_of, names_of_wards, photos_of
from driehoek.features.feed.conversation import (
    Children,
    Thread,
    attachments_of,
    children_of_guardians,
    conversation,
    what_is_said,
)
from driehoek.features.feed.enclosing import attachments_on
from driehoek.features.feed.forms import CommentForm
from driehoek.features.feed.hearing import Hearers, in_words, who_works_there
from driehoek.features.feed.models import (
    Comment,
    CommentAttachment,
    ExplanationRequest,
    Post,
    PostAttachment,
    PostPhoto,
    SharedQuestion,
)
from driehoek.features.feed.models.queryset import PostQuerySet
from driehoek.features.feed.offering import offered
from driehoek.features.feed.polls import Ballot, ballot_of
from driehoek.features.feed.reach import Reach, reach_of
from driehoek.features.feed.sharing_questions import QuestionsUnder
from driehoek.features.feed.triangle import Triangle, triangle_of

ON_THE_PAGE = 3  # photos; the others have a page of their own
ACTS = (
    "comment", "tell_all", "applaud", "hear", "undo", "withdraw", "translate", "ask_why", "choose", "ask_me",
)  # fmt: skip


class Found(NamedTuple):
    """What is said under a post, by whose parents, who works there, who took part, what it shows, and
    when the school is closed."""

    said: list[Comment]
    children: Children
    seats: list[Seat]
    triangle: Triangle
    photos: list[PostPhoto]
    closed: Closed


class Reading:
    """The page of one post, which the gate gave with everything `whole` says."""

    def __init__(self, post: Post, viewer: Viewer, form: CommentForm | None = None) -> None:
        self.viewer, self.post, self._sent = viewer, post, form
        put_in_words(self._texts(), now=viewer.now)

    def _texts(self) -> list[Readable]:
        """Everything on the page that somebody wrote, so that its translations are looked up at once."""
        poll = [self.ballot] if self.ballot else []
        said = [] if self.is_waiting else self.said
        described = [one for comment in said for one in self.carried[comment.pk] if one.alt]
        return [self.post, *poll, *self.questions.rows, *self.photos[:ON_THE_PAGE], *said, *described]

    @cached_property
    def _at_once(self) -> Found:
        """All of it in one query."""
        post, viewer = self.post, self.viewer
        return Found(
            *read(
                abreast(
                    what_is_said(post, viewer, hears=post.may_hear),
                    children_of_guardians(post, viewer),
                    who_works_there(post, viewer.today),
                    triangle_of(post),
                    asked(photos_of, viewer, (post.pk,)),
                    asked(holiday_days, post.school_id, viewer.today),
                )
            )
        )

    @cached_property
    def photos(self) -> list[Photo]:
        return [shown.photo for shown in self._at_once.photos]

    @cached_property
    def attachments(self) -> list[Attachment]:
        return attachments_on(self.post) if self.post.has_files else []  # type: ignore[attr-defined]

    @property
    def form(self) -> CommentForm | None:
        """What came back of what she said to everyone, or in her own line."""
        return None if self._line else self._sent

    @property
    def _line(self) -> int | None:
        return self._sent.line if self._sent else None

    @property
    def attached(self) -> Attached:
        """What goes with the answer that is being written."""
        return self.form.attached if self.form else self.bare

    @cached_property
    def bare(self) -> Attached:
        """Nothing yet."""
        return Attached(self.viewer, self.post.school)

    @property
    def said(self) -> list[Comment]:
        return self._at_once.said

    @cached_property
    def carried(self) -> dict[int, list[Attachment]]:
        """What goes with each remark."""
        return attachments_of(self.said if self.post.has_carried else [])  # type: ignore[attr-defined]  # annotated

    @cached_property
    def _talk(self) -> list[Thread]:
        hears, children = self.post.may_hear, self._at_once.children
        return conversation(
            self.post, self.said, self.viewer, hears=hears, carried=self.carried, children=children
        )

    @property
    def unread_words(self) -> Told | None:
        """Of the newest remark of somebody else, in a language that is not hers."""
        me = self.viewer.person.pk
        return first_unread(one.told for one in reversed(self.said) if one.author_id != me)

    @cached_property
    def threads(self) -> list[Thread]:
        """Each line with who reads it, and the answer in it that came back."""
        for thread in self._talk:
            thread.form = self._sent if thread.person and self._line == thread.person.pk else None
            thread.read_by = self.hearers.all_names(thread.person) if thread.person else ""
        return self._talk

    @cached_property
    def hearers(self) -> Hearers:
        """Of her own line; for the school's side, of every line on the page."""
        lines = {thread.person.pk for thread in self._talk if thread.person} if self.post.may_hear else None
        lines = {self.viewer.person.pk} if lines is None else lines
        return Hearers(self.post, self.viewer, lines, self._at_once.seats)

    @property
    def school_side(self) -> str:
        """Who reads what she says to school: names, for a button."""
        return self.hearers.names(self.viewer.person)

    @property
    def read_on(self) -> str:
        """The day on which school reads what home says to it now; empty while they are at work."""
        day = None if self.post.may_hear else read_on(self.viewer.now, self._at_once.closed)
        return in_words(day, self.viewer)

    @property
    def waits_for_morning(self) -> bool:
        """What she answers for the school now is read when it is open."""
        if self.viewer.hat != "school":
            return False
        return read_on(self.viewer.now, self._at_once.closed) is not None

    @property
    def own_line(self) -> str:
        """The same, and that she does."""
        return self.hearers.all_names(self.viewer.person)

    @property
    def triangle(self) -> Triangle:
        return self._at_once.triangle

    @cached_property
    def ballot(self) -> Ballot | None:
        return ballot_of(self.post, self.viewer, hears=self.post.may_hear)

    @cached_property
    def questions(self) -> QuestionsUnder:
        return QuestionsUnder(self.post, self.viewer if self.post.has_questions else None)  # type: ignore[attr-defined]

    @cached_property
    def puzzled(self) -> int:
        """How many asked for an explanation; only the school's side is told."""
        if not (self.post.may_hear and self.post.asks_home):
            return 0
        return ExplanationRequest.objects.filter(post=self.post).count()

    @property
    def is_waiting(self) -> bool:
        return self.post.is_shared and self.post.publication.due_at > self.viewer.now

    @property
    def is_open(self) -> bool:
        """She may answer here."""
        return self.post.may_comment and not self.is_waiting

    @cached_property
    def openers(self) -> tuple[Offered, ...]:
        """How she may begin."""
        return offered(self.post, self.viewer, self.form, shows_photos=bool(self.photos))

    @property
    def for_student(self) -> bool:
        """The reader is the child whom parents are told to ask."""
        return bool(self.viewer.self_as_student())

    @property
    def is_of_one(self) -> bool:
        """About one child: no group reads along."""
        return self.post.student_id is not None

    @cached_property
    def reach(self) -> Reach:
        return reach_of(self.post.audience, self.viewer.today)

    @property
    def children(self) -> list[str]:
        """Her own children whom it concerns."""
        names = names_of_wards(self.viewer)
        return [names[key] for key in children_of(self.post, self.viewer) if key in names]

    @property
    def would_talk_about(self) -> int | None:
        """The key of the child about whom home may rather talk than write on: one for whom she answers."""
        hers = self.viewer.decides_for() & self.viewer.hears_of()
        return next((key for key in children_of(self.post, self.viewer) if key in hers), None)

    @property
    def who_asks(self) -> list[str]:
        """Those of them who said: ask me."""
        names = names_of_wards(self.viewer)
        return [names[key] for key in self.post.who_asks if key in names]

    @property
    def has_asked(self) -> bool:
        """She said so herself."""
        return self.viewer.person.pk in self.post.who_asks

    @property
    def about(self) -> SafeString:
        return about(self.post, self.children, self.viewer.now)

    def leave_mark(self) -> None:
        """She has seen it now; nobody else will know."""
        if not self.post.is_read and not self.is_waiting:  # type: ignore[attr-defined]  # annotated
            self.post.mark_read(by=self.viewer.person, at=self.viewer.now)
            mark_read(self.viewer, self.post)  # no mail about it any more


def whole(posts: PostQuerySet, me: Viewer) -> PostQuerySet:
    """With what she may do, and what need not be looked for because it is not there."""
    posts = posts.with_places().with_traces_of(me).with_who_asks(me).allowing(me, *ACTS)
    silent = Exists(Silence.objects.at(OuterRef("school"), OuterRef("group")))
    files = Exists(PostAttachment.objects.filter(post=OuterRef("pk")))
    asked = Exists(SharedQuestion.objects.filter(comment__post=OuterRef("pk")))
    carried = Exists(CommentAttachment.objects.filter(comment__post=OuterRef("pk")))
    return posts.annotate(has_files=files, has_questions=asked, has_carried=carried, is_silent=silent)
