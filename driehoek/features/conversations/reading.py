"""A conversation as one viewer reads it: who is in it, what was said, and what she may do."""

import datetime as dt
from functools import cached_property

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.rules.talking import let_be, talk_is_due
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.attaching import Attached
from driehoek.backbone.notifications.brought import is_undelivered
from driehoek.backbone.notifications.inbox import mark_read
from driehoek.backbone.translation import interpreting
from driehoek.backbone.translation.reading import Told, first_unread, put_in_words
from driehoek.base.core.reading_level import ReadingLevel
from driehoek.base.core.text import listed
from driehoek.facts.people.models import Person, Portrait
from driehoek.features.conversations.bubbles import Bubble, bubbles_of
from driehoek.features.conversations.forms import SayForm
from driehoek.features.conversations.hearing import Hearers
from driehoek.features.conversations.models import (
    Conversation,
    ConversationChild,
    Corner,
    LeftOut,
    Message,
    MessageAttachment,
    Proposal,
    ReadMark,
    TalkRequest,
    Team,
)
from driehoek.features.conversations.models.conversation import ConversationQuerySet
from driehoek.features.conversations.plain_language import level_of
from driehoek.features.conversations.promising import Promise, promise
from driehoek.features.conversations.speaking import may_wait
from driehoek.features.conversations.team import Colleague, names_of

A_PAGE = 30


class Reading:
    """The page of one conversation, which the gate gave with everything `whole` says."""

    def __init__(
        self, conversation: Conversation, viewer: Viewer, *, before: str = "", form: SayForm | None = None
    ) -> None:
        self.viewer, self.before, self.conversation = viewer, before, conversation
        self.form = form or SayForm(attached=Attached(viewer, self.conversation.school))

    # Who -----------------------------------------------------------------------------------------

    @cached_property
    def children(self) -> list[Person]:
        return prepared(_about, self.conversation.pk)

    @property
    def is_school(self) -> bool:
        return bool(vars(self.conversation)["may_hear"])

    @cached_property
    def _hearers(self) -> Hearers:
        return Hearers(self.conversation, self.children, self.viewer)

    @property
    def team(self) -> list[Colleague]:
        return self._hearers.team

    @property
    def is_by_law(self) -> bool:
        """How a student is doing who keeps what school says to herself: asked of her mentor."""
        return self.conversation.team == Team.MENTOR

    @property
    def team_in_words(self) -> str:
        return names_of(self.team)

    @property
    def at_school_in_words(self) -> str:
        """Everybody there who reads it."""
        return listed([person.name for person in self._hearers.at_school] or [_("de school")])

    def colleague_named(self, key: str) -> Person | None:
        """One of the team, by her key; nobody for any other key."""
        return next((found.person for found in self.team if str(found.person.pk) == key), None)

    @property
    def about(self) -> str:
        """ "Yusuf", "Lina en Yusuf", "Hulp met Driehoek"."""
        names = [child.given_name for child in self.children]
        return listed(names) if names else _("Hulp met Driehoek")

    @property
    def title(self) -> str:
        """Of the others in it: for home the team, for school the person at home."""
        return self.conversation.line_of.name if self.is_school else self.team_in_words

    @property
    def speaks_as(self) -> str:
        """From where the person at home speaks."""
        line_of = self.conversation.line_of
        if line_of in self.children:
            return _("leerling")
        return _("ouder van %(children)s") % {"children": self.about} if self.children else _("ouder")

    @property
    def student(self) -> Person | None:
        """The child who reads along."""
        return self.children[0] if self.conversation.with_student and self.children else None

    @property
    def is_own(self) -> bool:
        """It is about her who reads it."""
        return self.viewer.person in self.children

    @property
    def others(self) -> str:
        """Who else reads this: names, for above the text field."""
        line_of, student = self.conversation.line_of, self.student
        at_home = [person for person in dict.fromkeys((line_of, student)) if person]
        at_home = [person for person in at_home if self.is_school or person != self.viewer.person]
        at_school = [person for person in self._hearers.at_school if person != self.viewer.person]
        names = [person.name for person in dict.fromkeys([*at_home, *at_school])]
        return listed(names or [_("de school")])

    # What ----------------------------------------------------------------------------------------

    @cached_property
    def _said(self) -> list[Message]:
        """One page and one more, the newest first, with what they carry."""
        key, is_school = self.conversation.pk, self.is_school
        if self.before.isascii() and self.before.isdigit() and len(self.before) < 19:
            said = _said(self.viewer, key, is_school).filter(pk__lt=int(self.before))
            found = list(said[: A_PAGE + 1])
        else:
            found = prepared(_last_said, self.viewer, key, is_school)
        for message in found:
            message.conversation = self.conversation
        carried = MessageAttachment.of(found)
        for message in found:
            message.carried = carried[message.pk]
        described = [one for message in found for one in message.carried if one.alt]
        put_in_words([*found, *described, *self._proposed], now=self.viewer.now)
        return found

    @cached_property
    def messages(self) -> list[Message]:
        return self._said[:A_PAGE][::-1]

    @cached_property
    def bubbles(self) -> list[Bubble]:
        return bubbles_of(
            self.messages,
            self.viewer,
            home=self.speaks_as,
            is_school=self.is_school,
            may_speak=self.may_speak,
        )

    @property
    def unread_words(self) -> Told | None:
        """Of the newest that somebody else said, in a language that is not hers."""
        me = self.viewer.person.pk
        return first_unread(said.told for said in reversed(self.messages) if said.author_id != me)

    @property
    def earlier(self) -> int | None:
        """Where the page before this one begins."""
        return self._said[A_PAGE - 1].pk if len(self._said) > A_PAGE else None

    @property
    def is_waiting(self) -> bool:
        """Home spoke last and nobody said that it is done. To home an answer that waits for the morning is
        none yet."""
        return self._spoke_last != Corner.SCHOOL and not self.conversation.is_done

    @property
    def _spoke_last(self) -> str:
        """As far as this reader may know."""
        if self.is_school or self.before:
            return self.conversation.last_corner
        return next((said.corner for said in self._said if not said.is_taken_back), Corner.SCHOOL)

    @cached_property
    def promise(self) -> Promise:
        """By when an answer may be expected."""
        return promise(self._said, self.team, self.conversation.school, self.viewer.today)

    @property
    def talk(self) -> TalkRequest | None:
        return getattr(self.conversation, "talk", None)

    @property
    def _proposed(self) -> list[Proposal]:
        """Whose place is in somebody's words."""
        proposal: Proposal | None = getattr(self.talk, "proposal", None)
        if proposal:
            proposal.request.conversation = self.conversation
        return [proposal] if proposal else []

    @property
    def interpreter(self) -> str:
        """The language in which the person at home would like to be spoken to; empty without a wish. For the
        school's side."""
        return vars(self.conversation)["interpreter"] or "" if self.is_school else ""

    @cached_property
    def left_out(self) -> list[LeftOut]:
        """Which guardians did not get this; only the team reads that."""
        if not self.is_school or not self.conversation.about:
            return []
        return list(self.conversation.left_out.select_related("adult"))

    # May -----------------------------------------------------------------------------------------

    @property
    def may_speak(self) -> bool:
        return bool(vars(self.conversation)["may_reply"])

    @cached_property
    def is_open(self) -> bool:
        """She may answer, and there is somebody who reads it."""
        return self.may_speak and (not self.is_school or self.reaches_home)

    @property
    def reaches_home(self) -> bool:
        return self._hearers.reaches_home

    @cached_property
    def waits_for_morning(self) -> bool:
        return may_wait(self.viewer, self.conversation.school)

    @property
    def level(self) -> ReadingLevel | None:
        """How what she is writing reads, when the page comes back with it."""
        return level_of(self.form["text"].value() or "", self.viewer)

    def leave_mark(self) -> None:
        """She has seen what there is now; nobody else will know."""
        seen_at: dt.datetime | None = vars(self.conversation)["seen_at"]
        fresh = [said for said in self.messages if said.author_id != self.viewer.person.pk]
        fresh = [said for said in fresh if said.due_at <= self.viewer.now]
        if not fresh or (seen_at and fresh[-1].due_at <= seen_at):
            return
        mark = ReadMark(conversation=self.conversation, person=self.viewer.person, at=self.viewer.now)
        ReadMark.objects.bulk_create(
            [mark], update_conflicts=True, unique_fields=["person", "conversation"], update_fields=["at"]
        )
        mark_read(self.viewer, *fresh)


def _about(conversation: int) -> QuerySet[Person]:
    """The children it is about, the youngest first."""
    about = ConversationChild.objects.filter(conversation=conversation)
    return Person.objects.filter(pk__in=about.values("student")).order_by("-birth_date", "pk")


def whole(asked: ConversationQuerySet, me: Viewer) -> ConversationQuerySet:
    """With its people, the talk that was asked for, and what this viewer may do."""
    mark = ReadMark.objects.visible_to(me).filter(conversation=OuterRef("pk"))
    acts = {
        f"may_{act}": Exists(Conversation.objects.where(me, may=act).filter(pk=OuterRef("pk")))
        for act in ("reply", "hear")
    }
    full = asked.with_people().select_related("talk__proposal__agreement", "talk__proposal__by")
    wish = interpreting.wishes(me).filter(person=OuterRef("line_of"), school=OuterRef("school"))
    about = {"seen_at": Subquery(mark.values("at")[:1]), "interpreter": Subquery(wish.values("language")[:1])}
    return full.annotate(**about, **acts)


def _said(me: Viewer, conversation: int, is_school: bool) -> QuerySet[Message]:
    """The newest first; what school wrote for the morning only for school."""
    said = Message.objects.filter(let_be.rows_for(me), conversation=conversation)
    if not is_school:
        said = said.filter(talk_is_due.rows_for(me))
    faces = rows(Portrait, me, may="see").filter(person=OuterRef("author"))
    known: dict[str, Exists | Q] = {"shows_face": Exists(faces)}
    if is_school:
        known["is_undelivered"] = is_undelivered(Message, "conversation__line_of")
    return said.select_related("author__portrait", "hurry").annotate(**known).order_by("-pk")


def _last_said(me: Viewer, conversation: int, is_school: bool) -> QuerySet[Message]:
    return _said(me, conversation, is_school)[: A_PAGE + 1]


def unread(me: Viewer) -> QuerySet[Message]:
    """What was said to this viewer, conversation by conversation, since she last looked."""
    seen = ReadMark.objects.filter(
        person=me.person, conversation=OuterRef("conversation"), at__gte=OuterRef("due_at")
    )
    said = Message.objects.filter(~Exists(seen), let_be.rows_for(me), due_at__lte=me.now, taken_back_at=None)
    said = said.exclude(author=me.person)
    return said.filter(~Q(corner=Corner.SCHOOL)) if me.hat == "school" else said
